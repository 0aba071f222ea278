/**
 * How high everything is: `h = max(least, k · bytes^¼)`, so that sixteen times the bytes are twice
 * the height; and the k with which the tallest stack fits.
 */
import type { NodePlan, Plan } from './plan.ts';

const SLAB = 26;
export const SQUARE = 10;
export const FLAG = 20;
/** From one pennant to the next on a pole. */
export const FLAG_STEP = 23;
/** Air between a slab, or a surface, and the lowest pennant. */
export const FLAG_AIR = 11;
/** Height of an outline: how large a layer will be is not known before it is there. */
export const PENDING = 24;
const FINEST = 0.9;
const COARSEST = 1.7;

export interface Rise {
  readonly k: number;
  /** Height of the smallest block. */
  readonly least: number;
  /** Height of a seam. */
  readonly seam: number;
  /** Height of a container's slab. */
  readonly slab: number;
  /** Whether names fly. */
  readonly flags: boolean;
}

const FULL = { least: 21, seam: 16, slab: SLAB, flags: true };
/** What tall stacks give up, in this order. */
const LOWER = [
  { least: 14, seam: 16 },
  { least: 14, seam: 3 },
  { least: 4, seam: 3 },
] as const;
/** A picture without words, as in the strip of narrow pages. */
const PLAIN = { least: 3, seam: 0, slab: 6, flags: false };

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
  const best = largest(COARSEST, FINEST, (k) => fits({ ...FULL, k }));
  if (best !== undefined) {
    const kept = former !== undefined && former <= best && best - former <= 0.3 ? former : best;
    return { ...FULL, k: Math.round(kept * zoom * 100) / 100 };
  }
  const k = Math.round(FINEST * zoom * 100) / 100;
  const lower = LOWER.find((it) => fits({ ...FULL, ...it, k: FINEST })) ?? LOWER.at(-1)!;
  return { ...FULL, ...lower, k };
}

/** For a picture without words, which always fits. */
export function fitPlain(planned: Plan, available: number): Rise {
  const k = largest(0.7, 0.1, (it) => tallest(planned.roots, { ...PLAIN, k: it }) <= available);
  return { ...PLAIN, k: k ?? 0.1 };
}

/** The largest tenth between two bounds that is good. */
function largest(from: number, to: number, good: (k: number) => boolean): number | undefined {
  for (let tenths = Math.round(from * 10); tenths >= Math.round(to * 10); tenths -= 1) {
    if (good(tenths / 10)) return tenths / 10;
  }
  return undefined;
}

function tallest(nodes: readonly NodePlan[], rise: Rise): number {
  return Math.max(
    0,
    ...nodes.map((node) => {
      const own = node.layer
        ? heightOf(node.layer.size, rise) + seamsHeight(node.layer.seams.length, rise)
        : 0;
      return (
        own + Math.max(tallest(node.children, rise), ...node.groups.map((group) => furniture(group, rise)), 0)
      );
    }),
  );
}

/** What stands on a surface for one image: slabs, and pennants above them. */
function furniture(group: NodePlan['groups'][number], rise: Rise): number {
  const slabs = group.containers.length ? slabHeight(group, rise) : 0;
  const tags = rise.flags && group.image && !group.image.hidden ? Math.max(1, group.image.tags.length) : 0;
  return slabs + (tags ? FLAG_AIR + tags * FLAG_STEP : 0);
}

export function slabHeight(group: NodePlan['groups'][number], rise: Rise): number {
  return group.slot < 40 && !group.bar ? Math.min(SQUARE, rise.slab) : rise.slab;
}
