/**
 * What the picture does when something happens that moves nothing: a cached layer lights, a slab
 * lifts for a copy-up, swells for a write. `gesturesOf` is pure; `perform` plays.
 *
 * Times as in `design/PAGE.md` §7. Played on the `translate` property, so that it composes with the
 * places that `draw` gives.
 */
import type { Happening, Model } from '../model/index.ts';
import { standingOf } from './pending.ts';
import type { Scene, Shape } from './shapes.ts';

export type Gesture =
  | { readonly kind: 'light'; readonly ids: readonly string[] }
  | { readonly kind: 'copy-up'; readonly slab: string; readonly from: string | undefined }
  | { readonly kind: 'swell'; readonly slab: string };

/** More at once nobody can follow. */
const MOST = 3;
const EASE = 'cubic-bezier(.2,.8,.2,1)';

/** What happened between two models, as at most three gestures, the latest ones. */
export function gesturesOf(before: Model, after: Model): readonly Gesture[] {
  const known = new Map(before.happenings.map((happening) => [happening.id, happening]));
  const found: Gesture[] = [];
  for (const happening of after.happenings.slice(-10)) {
    const seen = known.get(happening.id);
    if (seen === happening) continue;
    const gesture = gestureOf(after, happening, seen !== undefined);
    if (gesture) found.push(gesture);
  }
  return found.slice(-MOST);
}

function gestureOf(model: Model, happening: Happening, merged: boolean): Gesture | undefined {
  if (happening.kind === 'cached') {
    const ids = cachedLayers(model);
    return ids.length ? { kind: 'light', ids } : undefined;
  }
  // What was merged into a gesture that plays needs none of its own.
  if (merged || (happening.kind !== 'copied-up' && happening.kind !== 'wrote')) return undefined;
  const container = model.containers.find((one) => one.name === happening.container);
  if (!container) return undefined;
  const slab = `container:${container.id}`;
  return happening.kind === 'wrote'
    ? { kind: 'swell', slab }
    : { kind: 'copy-up', slab, from: happening.from };
}

/** Layers that the last build found in its cache, lowest first; none where they cannot be told for certain. */
function cachedLayers({ build, layers }: Model): readonly string[] {
  const steps = (build?.steps ?? [])
    .filter((step) => step.position)
    .sort((a, b) => a.position!.at - b.position!.at);
  const top = standingOf(layers, steps);
  const ids: string[] = [];
  let at = top;
  for (const step of [...steps].reverse()) {
    if (!at) break;
    if (step.state === 'cached') ids.unshift(at.chainId);
    at = at.parent && layers.get(at.parent);
  }
  return ids;
}

/** Plays gestures on a drawn scene. `pace` is a factor on all times. */
export function perform(svg: SVGSVGElement, scene: Scene, gestures: readonly Gesture[], pace = 1): void {
  const group = (id: string): SVGGElement | null =>
    svg.querySelector<SVGGElement>(`g.shape[data-id="${CSS.escape(id)}"]`);
  for (const gesture of gestures) {
    if (gesture.kind === 'light') {
      for (const [index, id] of gesture.ids.entries()) light(group(id), index * 150 * pace, 300 * pace);
    } else if (gesture.kind === 'swell') {
      group(gesture.slab)
        ?.querySelector('.fill')
        ?.animate({ scale: ['1', '1.04 1.12', '1'] }, { duration: 200 * pace, easing: EASE });
    } else copyUp(group(gesture.slab), scene, gesture, pace);
  }
}

function light(g: SVGGElement | null, delay: number, duration: number): void {
  if (!g) return;
  setTimeout(() => {
    g.classList.add('lit-once');
    setTimeout(() => g.classList.remove('lit-once'), duration);
  }, delay);
}

/** The slab lifts, a copy of the file rises from its layer, the slab settles on it. */
function copyUp(
  g: SVGGElement | null,
  scene: Scene,
  { slab: id, from }: Extract<Gesture, { kind: 'copy-up' }>,
  pace: number,
): void {
  if (!g) return;
  const duration = 700 * pace;
  g.animate(
    [
      { translate: '0 0', offset: 0 },
      { translate: '0 -14px', offset: 120 / 700 },
      { translate: '0 -14px', offset: 520 / 700 },
      { translate: '0 0', offset: 1 },
    ],
    { duration, easing: EASE },
  );
  const find = (wanted: string | undefined): Shape | undefined =>
    scene.shapes.find((shape) => shape.id === wanted);
  const slab = find(id);
  const block = find(from);
  if (!slab || block?.kind !== 'block' || !g.parentNode) return;
  const copy = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const w = Math.min(72, slab.w - 16);
  const start = block.y + block.h / 2 - 4;
  copy.setAttribute('class', `rising ${block.origin}`);
  for (const [name, value] of Object.entries({ x: slab.x + 8, y: start, width: Math.max(4, w), height: 8 })) {
    copy.setAttribute(name, String(value));
  }
  g.parentNode.appendChild(copy);
  copy
    .animate(
      [
        { translate: '0 0', opacity: 0, offset: 0 },
        { translate: '0 0', opacity: 1, offset: 120 / 700 },
        { translate: `0 ${slab.y + slab.h - 10 - start}px`, opacity: 1, offset: 520 / 700 },
        { translate: `0 ${slab.y + slab.h - 18 - start}px`, opacity: 0, offset: 1 },
      ],
      { duration, easing: 'linear' },
    )
    .finished.catch(() => {})
    .finally(() => copy.remove());
}
