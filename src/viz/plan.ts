/**
 * How wide everything is: each layer as wide as all that stands on it.
 *
 * `w(node) = own + Σ w(children) + gaps`. Own are the images and containers directly on it: a ledge
 * for the flagpole and a slot for each container. Where the picture is too wide, slots and names
 * give way step by step; where it is too narrow, it is stretched by up to a half.
 */
import type { Container, Image, Layer, Model } from '../model/index.ts';
import { MONO } from './text.ts';

export const GAP = 8;
export const ROOT_GAP = 22;
const LEDGE = 24;
const STRETCH = 1.5;

/** How much room things get: the first level that fits is taken. */
export interface Level {
  readonly slot: number;
  /** Least width of an image without containers. */
  readonly least: number;
  /** Names claim the room that they need. */
  readonly names: boolean;
  /** Several containers as one bar. */
  readonly bar: boolean;
}

const LEVELS: readonly Level[] = [
  { slot: 120, least: 96, names: true, bar: false },
  { slot: 92, least: 88, names: true, bar: false },
  { slot: 64, least: 72, names: false, bar: false },
  { slot: 12, least: 56, names: false, bar: false },
  { slot: 12, least: 34, names: false, bar: false },
  { slot: 24, least: 24, names: false, bar: true },
];

/** An image on a surface, with its containers; or containers of an image that is not listed. */
export interface GroupPlan {
  readonly image: Image | undefined;
  readonly containers: readonly Container[];
  readonly ledge: number;
  readonly slot: number;
  readonly width: number;
  readonly bar: boolean;
}

export interface NodePlan {
  /** Undefined: the bare ground, for images without layers. */
  readonly layer: Layer | undefined;
  readonly groups: readonly GroupPlan[];
  readonly children: readonly NodePlan[];
  readonly width: number;
}

export interface Plan {
  readonly roots: readonly NodePlan[];
  readonly width: number;
  readonly level: Level;
}

/** Plans for so many px; wider only where nothing can give way any more. `zoom` multiplies widths. */
export function plan(model: Model, available: number, zoom: number): Plan {
  let last: Plan | undefined;
  for (const level of LEVELS) {
    last = planAt(model, level, zoom);
    if (last.width <= Math.max(available, available * zoom)) break;
  }
  const natural = last!;
  // Gaps stay as they are: stretching shares the rest among what has a width of its own.
  const gaps = natural.width - ownWidth(natural.roots);
  const factor = Math.min(STRETCH, (available - gaps) / ownWidth(natural.roots));
  return factor > 1 ? planAt(model, natural.level, zoom * factor) : natural;
}

function planAt(model: Model, level: Level, zoom: number): Plan {
  const roots = model.roots.map((layer) => planNode(layer, level, zoom));
  const ground = groupsOf(model.groundImages, model.groundContainers, level, zoom);
  if (ground.length) roots.push({ layer: undefined, groups: ground, children: [], width: spread(ground) });
  const gap = level.least < 40 ? GAP : ROOT_GAP;
  const width = roots.reduce((sum, root) => sum + root.width, 0) + gap * Math.max(0, roots.length - 1);
  return { roots, width, level };
}

function planNode(layer: Layer, level: Level, zoom: number): NodePlan {
  const groups = groupsOf(layer.images, layer.containers, level, zoom);
  const children = layer.children.map((child) => planNode(child, level, zoom));
  const width = spread([...groups, ...children]) || level.least * zoom;
  return { layer, groups, children, width };
}

function groupsOf(
  images: readonly Image[],
  containers: readonly Container[],
  level: Level,
  zoom: number,
): GroupPlan[] {
  const shown = images.filter(
    (image) => !image.hidden || containers.some((container) => container.image === image.id),
  );
  const groups = shown.map((image) =>
    planGroup(
      image,
      containers.filter((container) => container.image === image.id),
      level,
      zoom,
    ),
  );
  const orphans = containers.filter((container) => !shown.some((image) => image.id === container.image));
  if (orphans.length) groups.push(planGroup(undefined, orphans, level, zoom));
  return groups;
}

function planGroup(
  image: Image | undefined,
  containers: readonly Container[],
  level: Level,
  zoom: number,
): GroupPlan {
  const flown = image !== undefined && !image.hidden;
  const narrow = level.least < 40;
  const ledge = flown ? (narrow ? 12 : LEDGE) : narrow ? 4 : 8;
  const bar = level.bar && containers.length > 1;
  const slots = bar ? level.slot : containers.length * level.slot;
  const names = flown && level.names ? longestTag(image) * MONO + 34 : 0;
  const width = Math.max(ledge + slots, containers.length ? 0 : level.least, names) * zoom;
  return {
    image,
    containers,
    ledge,
    slot: containers.length ? (bar ? width - ledge : (width - ledge) / containers.length) : 0,
    width,
    bar,
  };
}

function longestTag(image: Image): number {
  return Math.max(5, ...image.tags.map((tag) => Math.min(tag.length, 32)));
}

function spread(parts: readonly { readonly width: number }[]): number {
  return parts.reduce((sum, part) => sum + part.width, 0) + GAP * Math.max(0, parts.length - 1);
}

function ownWidth(nodes: readonly NodePlan[]): number {
  return nodes.reduce((sum, node) => {
    const below = ownWidth(node.children) + node.groups.reduce((own, group) => own + group.width, 0);
    return sum + (node.groups.length || node.children.length ? below : node.width);
  }, 0);
}
