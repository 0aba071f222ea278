/**
 * How high everything is: `h = max(least, k · bytes^¼)`, so that sixteen times the bytes are twice
 * the height; and the k with which the tallest stack fits.
 */
import type { NodePlan, Plan } from './plan.ts';

export const SLAB = 26;
export const SQUARE = 10;
export const FLAG = 20;
/** From one pennant to the next on a pole. */
export const FLAG_STEP = 23;
/** Air between a slab, or a surface, and the lowest pennant. */
export const FLAG_AIR = 11;
const FINEST = 0.9;
const COARSEST = 1.7;

export interface Rise {
  readonly k: number;
  /** Height of the smallest block. */
  readonly least: number;
  /** Height of a seam. */
  readonly seam: number;
}

export function heightOf(bytes: number, rise: Rise): number {
  return Math.max(rise.least, Math.round(rise.k * bytes ** 0.25));
}

/** At most three seams are told apart; more become one strip. */
export function seamsHeight(count: number, rise: Rise): number {
  return (count > 3 ? 1 : count) * rise.seam;
}

/**
 * The largest k from 0.9 to 1.7 with which the tallest stack is at most `available` high. A former k
 * stays while it fits and is near, so that growing by a little does not move everything.
 */
export function fitRise(planned: Plan, available: number, zoom: number, former: number | undefined): Rise {
  const fits = (rise: Rise): boolean => tallest(planned.roots, rise) <= available;
  let best: number | undefined;
  for (let tenths = Math.round(COARSEST * 10); tenths >= Math.round(FINEST * 10); tenths -= 1) {
    if (fits({ k: tenths / 10, least: 21, seam: 16 })) {
      best = tenths / 10;
      break;
    }
  }
  if (best !== undefined) {
    const kept = former !== undefined && former <= best && best - former <= 0.3 ? former : best;
    return { k: Math.round(kept * zoom * 100) / 100, least: 21, seam: 16 };
  }
  for (const least of [14, 4]) {
    const rise = { k: FINEST, least, seam: least < 14 ? 3 : 16 };
    if (fits(rise) || least === 4) return { ...rise, k: Math.round(FINEST * zoom * 100) / 100 };
  }
  return { k: FINEST * zoom, least: 4, seam: 3 };
}

function tallest(nodes: readonly NodePlan[], rise: Rise): number {
  return Math.max(
    0,
    ...nodes.map((node) => {
      const own = node.layer
        ? heightOf(node.layer.size, rise) + seamsHeight(node.layer.seams.length, rise)
        : 0;
      return own + Math.max(tallest(node.children, rise), ...node.groups.map(furniture), 0);
    }),
  );
}

/** What stands on a surface for one image: slabs, and pennants above them. */
export function furniture(group: NodePlan['groups'][number]): number {
  const slabs = group.containers.length ? (group.slot < 40 && !group.bar ? SQUARE : SLAB) : 0;
  const tags = group.image && !group.image.hidden ? Math.max(1, group.image.tags.length) : 0;
  return slabs + (tags ? FLAG_AIR + tags * FLAG_STEP : 0);
}
