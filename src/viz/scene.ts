/**
 * `scene`: a model in, shapes out. Pure: equal arguments give equal scenes, to the byte.
 *
 * Geometry as `design/PAGE.md` §5 has it: layers lie on the ground, older is lower, shared is wider.
 */
import type { Layer, Model } from '../model/index.ts';
import { emptyShapes } from './empty.ts';
import { pendingOf } from './pending.ts';
import { placeNode } from './place.ts';
import { plan } from './plan.ts';
import { fitPlain, fitRise, type Rise } from './rise.ts';
import type { Block, Scene, Shadow, Shape, Slab, Tick } from './shapes.ts';
import type { Words } from './words.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface SceneOptions {
  readonly words: Words;
  /** 1 fits the picture into its size; what is beyond is panned to. */
  readonly zoom?: number;
  /** k of the scene before, which stays while it can. */
  readonly k?: number;
  /** Room above the picture for what the page lays over it. */
  readonly top?: number;
  /** Shapes only: no words, no names. */
  readonly plain?: boolean;
}

/** Below this width the scale gives its room to the picture. */
const NARROW = 620;
const SCALE_ROOM = 94;

export function scene(model: Model, size: Size, options: SceneOptions): Scene {
  const { words, zoom = 1, top = 16, plain = false } = options;
  const narrow = size.width < NARROW;
  const left = narrow ? 14 : SCALE_ROOM;
  const right = narrow ? 14 : 24;
  const soil = plain ? 12 : 30;
  const empty =
    !model.roots.length &&
    !model.groundImages.length &&
    !model.groundContainers.length &&
    (plain || !pendingOf(model).length);
  if (empty) return emptyScene(size, words, plain, top);

  const available = size.width - left - right;
  const planned = plan(model, available, { zoom, narrow, plain });
  const room = size.height - soil - top;
  const rise = plain ? fitPlain(planned, room) : fitRise(planned, room, zoom, options.k);
  const width = Math.max(size.width, Math.ceil(planned.width) + left + right);

  const shapes: Shape[] = [];
  let x = left + (plain ? 0 : Math.max(0, (width - left - right - planned.width) / 2));
  for (const root of planned.roots) {
    shapes.push(...placeNode(root, x, 0, { rise, words, heightAbove: stackHeight }));
    x += root.width + planned.gap;
  }
  const highest = Math.min(0, ...shapes.map((shape) => shape.y));
  const height = Math.max(size.height, Math.ceil(-highest) + top + soil);
  const ground = height - soil;
  const lowered = shapes.map((shape) => ({ ...shape, y: shape.y + ground }) as Shape);
  return {
    width,
    height,
    ground,
    groundLabel: { x: left + 9, runs: plain ? [] : [{ text: words.scratch(), voice: 'prose' }] },
    scale: narrow ? undefined : scaleOf(model, rise, ground, top, words),
    k: rise.k,
    shapes: inOrder(lowered.map((shape) => (shape.kind === 'shadow' ? fall(shape, lowered, ground) : shape))),
  };
}

function emptyScene(size: Size, words: Words, plain: boolean, top: number): Scene {
  const soil = plain ? 12 : Math.min(64, Math.round(size.height / 6));
  const ground = size.height - soil;
  const { strong, rest } = words.bareGround();
  const { shapes, left } = plain ? { shapes: [], left: 14 } : emptyShapes(size.width, ground, top, words);
  return {
    ...size,
    ground,
    groundLabel: {
      x: left,
      runs: plain
        ? []
        : [
            { text: `${strong} `, voice: 'strong' },
            { text: rest, voice: 'prose' },
          ],
    },
    scale: undefined,
    k: 1.25,
    shapes,
  };
}

/** How many layers the tallest stack through this one has. */
function stackHeight(layer: Layer): number {
  return Math.max(layer.depth, ...layer.children.map(stackHeight));
}

/** A shadow falls through its column down to the layer whose file is hidden, and no further. */
function fall(shadow: Shadow, shapes: readonly Shape[], ground: number): Shadow {
  const slab = shapes.find((shape): shape is Slab => shape.kind === 'slab' && shape.id === shadow.slab);
  const blocks = new Map(
    shapes.filter((shape): shape is Block => shape.kind === 'block').map((block) => [block.id, block]),
  );
  if (!slab || shadow.until === undefined) return shadow;
  let block = blocks.get(slab.on);
  while (block && block.id !== shadow.until) block = block.parent ? blocks.get(block.parent) : undefined;
  if (!block) return { ...shadow, until: undefined };
  return { ...shadow, h: Math.min(block.y + block.h, ground) - shadow.y };
}

const DEPTH: Readonly<Record<Shape['kind'], number>> = {
  outline: 0,
  seam: 1,
  block: 2,
  shadow: 3,
  bar: 4,
  slab: 4,
  pole: 5,
  flag: 6,
  callout: 7,
};

function inOrder(shapes: readonly Shape[]): readonly Shape[] {
  return shapes
    .map((shape, index) => [shape, index] as const)
    .sort(([a, i], [b, j]) => DEPTH[a.kind] - DEPTH[b.kind] || i - j)
    .map(([shape]) => shape);
}

/** What one layer of 1 MB, 10 MB … would reach, as far as there are such layers and 24 px between. */
function scaleOf(model: Model, rise: Rise, ground: number, top: number, words: Words): Scene['scale'] {
  const largest = Math.max(0, ...[...model.layers.values()].map((layer) => layer.size));
  if (largest === 0) return undefined;
  const ticks: Tick[] = [];
  for (let bytes = 1e6, lastY = ground; bytes < 1e12; bytes *= 10) {
    const y = Math.round(ground - rise.k * bytes ** 0.25);
    if (y < top + 16) break;
    if (lastY - y >= 20) {
      ticks.push({ y, text: words.bytes(bytes) });
      lastY = y;
    }
    if (bytes >= largest) break;
  }
  return ticks.length ? { x: 70, title: words.oneLayerOf(), ticks } : undefined;
}
