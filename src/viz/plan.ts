/**
 * How wide everything is: each layer as wide as all that stands on it.
 *
 * `w(node) = own + Σ w(children) + gaps`. Own are the images and containers directly on it: a ledge
 * for the flagpole and a slot for each container. Where the picture is too wide, slots shrink, then
 * columns fold, the least recently touched first; where it is too narrow, it is stretched by up to
 * a half.
 */
import type { Container, Image, Layer, Model } from '../model/index.ts';
import { type Pending, type PendingStack, pendingOf } from './pending.ts';
import { MONO } from './text.ts';

export const GAP = 8;
const ROOT_GAP = 22;
const LEDGE = 24;
const STRETCH = 1.5;
/** Width of a folded column. */
const FOLDED = 24;

/** How much room things get: the first level that fits is taken. */
interface Level {
  readonly slot: number;
  /** Least width of an image without containers. */
  readonly least: number;
  /** Names claim the room that they need. */
  readonly names: boolean;
}

const LEVELS: readonly Level[] = [
  { slot: 120, least: 96, names: true },
  { slot: 92, least: 96, names: true },
  { slot: 64, least: 72, names: true },
  { slot: 64, least: 72, names: false },
  { slot: 12, least: 56, names: true },
];
/** What is left to columns that do not fold. */
const LAST: Level = { slot: 12, least: 34, names: false };
const PLAIN: Level = { slot: 30, least: 60, names: false };

/** An image on a surface, with its containers; or containers of an image that is not listed. */
export interface GroupPlan {
  readonly image: Image | undefined;
  readonly containers: readonly Container[];
  readonly ledge: number;
  readonly slot: number;
  readonly width: number;
  /** Several containers as one bar. */
  readonly bar: boolean;
}

export interface NodePlan {
  /** Undefined: the bare ground, for images without layers. */
  readonly layer: Layer | undefined;
  readonly groups: readonly GroupPlan[];
  readonly children: readonly NodePlan[];
  /** Outlines of what is being made, in a column of its own after the children. */
  readonly pending: readonly Pending[];
  readonly width: number;
}

export interface Plan {
  readonly roots: readonly NodePlan[];
  readonly width: number;
  readonly gap: number;
}

export interface PlanOptions {
  /** Multiplies widths. */
  readonly zoom: number;
  /** Little room: columns fold before containers lose their names. */
  readonly narrow: boolean;
  /** Without words. */
  readonly plain: boolean;
}

interface Measure extends Level {
  readonly pending: readonly PendingStack[];
  readonly zoom: number;
  readonly folded: ReadonlySet<string>;
}

/** Plans for so many px; wider only where nothing can give way any more. */
export function plan(model: Model, available: number, options: PlanOptions): Plan {
  const measure = choose(model, available, options);
  const natural = planAt(model, measure);
  // Gaps and folded columns stay as they are: stretching shares the rest among what has a width of its own.
  const own = ownWidth(natural.roots);
  const factor = Math.min(options.plain ? 1 : STRETCH, (available - natural.width + own) / own);
  return factor > 1 ? planAt(model, { ...measure, zoom: options.zoom * factor }) : natural;
}

function choose(model: Model, available: number, { zoom, narrow, plain }: PlanOptions): Measure {
  const room = Math.max(available, available * zoom);
  const fits = (measure: Measure): boolean => planAt(model, measure).width <= room;
  const none = new Set<string>();
  const pending = plain ? [] : pendingOf(model);
  const levels = plain ? [PLAIN] : narrow ? LEVELS.slice(0, 4) : LEVELS;
  for (const level of levels) {
    const measure = { ...level, zoom, pending, folded: none };
    if (fits(measure)) return measure;
  }
  const columns = columnsByAge(model);
  const smallest = levels.at(-1)!;
  for (const level of [smallest, LEVELS.at(-1)!]) {
    for (let count = 1; count < columns.length; count++) {
      const measure = { ...level, zoom, pending, folded: new Set(columns.slice(0, count)) };
      if (fits(measure)) return measure;
    }
  }
  return { ...LAST, zoom, pending, folded: new Set(columns) };
}

/** Keys of all groups, least recently touched first. */
function columnsByAge(model: Model): readonly string[] {
  const touched = new Map<string, number>();
  const touch = (on: string | undefined, image: string, at: number): void => {
    const key = `${on ?? 'ground'} ${image}`;
    touched.set(key, Math.max(touched.get(key) ?? 0, at));
  };
  for (const image of model.images) touch(image.top, image.id, image.created);
  for (const container of model.containers) {
    const top = container.top !== undefined && model.layers.has(container.top) ? container.top : undefined;
    touch(top, container.image, container.created);
  }
  return [...touched].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1)).map(([key]) => key);
}

function planAt(model: Model, measure: Measure): Plan {
  const roots = model.roots.map((layer) => planNode(layer, measure));
  const ground = groupsOf('ground', model.groundImages, model.groundContainers, measure);
  if (ground.length) {
    roots.push({ layer: undefined, groups: ground, children: [], pending: [], width: spread(ground) });
  }
  for (const stack of measure.pending) {
    if (stack.on === undefined) roots.push(pendingPlan(stack, measure));
  }
  const gap = measure.folded.size ? GAP : ROOT_GAP;
  const width = roots.reduce((sum, root) => sum + root.width, 0) + gap * Math.max(0, roots.length - 1);
  return { roots, width, gap };
}

function planNode(layer: Layer, measure: Measure): NodePlan {
  const groups = groupsOf(layer.chainId, layer.images, layer.containers, measure);
  const stack = measure.pending.find((one) => one.on === layer.chainId);
  const children = layer.children.map((child) => planNode(child, measure));
  if (stack) children.push(pendingPlan(stack, measure));
  const bare = measure.folded.size ? FOLDED : measure.least * measure.zoom;
  return { layer, groups, children, pending: [], width: spread([...groups, ...children]) || bare };
}

function pendingPlan({ items }: PendingStack, measure: Measure): NodePlan {
  const width = measure.folded.size ? FOLDED : Math.max(measure.least, 150) * Math.min(1, measure.zoom);
  return { layer: undefined, groups: [], children: [], pending: items, width };
}

function groupsOf(
  on: string,
  images: readonly Image[],
  containers: readonly Container[],
  measure: Measure,
): GroupPlan[] {
  const shown = images.filter(
    (image) => !image.hidden || containers.some((container) => container.image === image.id),
  );
  const groups = shown.map((image) => {
    const own = containers.filter((container) => container.image === image.id);
    return planGroup(image, own, measure, measure.folded.has(`${on} ${image.id}`));
  });
  const orphans = containers.filter((container) => !shown.some((image) => image.id === container.image));
  if (orphans.length) {
    const folded = orphans.every((container) => measure.folded.has(`${on} ${container.image}`));
    groups.push(planGroup(undefined, orphans, measure, folded));
  }
  return groups;
}

function planGroup(
  image: Image | undefined,
  containers: readonly Container[],
  measure: Measure,
  folded: boolean,
): GroupPlan {
  const flown = image !== undefined && !image.hidden;
  const count = containers.length;
  if (folded) {
    const ledge = flown ? 9 : 2;
    return {
      image,
      containers,
      ledge,
      slot: count ? FOLDED - ledge : 0,
      width: FOLDED,
      bar: count > 1,
    };
  }
  const ledge = flown ? LEDGE : 8;
  const names = flown && measure.names ? longestTag(image) * MONO + 34 : 0;
  const natural = Math.max(ledge + count * measure.slot, count ? 0 : measure.least, names);
  const width = natural * measure.zoom;
  // Squares do not grow with their column; slabs do.
  const slot = measure.slot < 40 ? measure.slot : (width - ledge) / (count || 1);
  return { image, containers, ledge, slot: count ? slot : 0, width, bar: false };
}

function longestTag(image: Image): number {
  return Math.max(5, ...image.tags.map((tag) => Math.min(tag.length, 32)));
}

function spread(parts: readonly { readonly width: number }[]): number {
  return parts.reduce((sum, part) => sum + part.width, 0) + GAP * Math.max(0, parts.length - 1);
}

/** What stretching applies to. */
function ownWidth(nodes: readonly NodePlan[]): number {
  return nodes.reduce((sum, node) => {
    const groups = node.groups.reduce((own, group) => own + (group.width === FOLDED ? 0 : group.width), 0);
    const bare =
      node.groups.length || node.children.length || node.pending.length || node.width === FOLDED
        ? 0
        : node.width;
    return sum + groups + bare + ownWidth(node.children);
  }, 0);
}
