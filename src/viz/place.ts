/**
 * Where everything stands: walks a plan from the ground upwards and emits shapes.
 */
import type { Container, Image, Layer } from '../model/index.ts';
import { blockLabels, shortTag } from './labels.ts';
import { GAP, type GroupPlan, type NodePlan } from './plan.ts';
import {
  FLAG,
  FLAG_AIR,
  FLAG_STEP,
  heightOf,
  PENDING,
  type Rise,
  SQUARE,
  seamsHeight,
  slabHeight,
} from './rise.ts';
import type { Flag, Label, Run, Shape } from './shapes.ts';
import { cut, widthOf } from './text.ts';
import type { Words } from './words.ts';

export interface Ground {
  readonly rise: Rise;
  readonly words: Words;
  /** How many layers the tallest stack through a layer has: "layer 2 of 3". */
  readonly heightAbove: (layer: Layer) => number;
}

/** Shapes of a node and all above it, back to front; `bottom` is the y that it stands on. */
export function placeNode(node: NodePlan, x: number, bottom: number, ground: Ground): Shape[] {
  const shapes: Shape[] = [];
  const { layer } = node;
  let surface = bottom;
  if (layer) {
    const h = heightOf(layer.size, ground.rise);
    surface -= h;
    shapes.push(blockOf(layer, x, surface, node.width, h, ground));
    const seams = seamShapes(layer, x, surface, node.width, ground);
    surface -= seamsHeight(layer.seams.length, ground.rise);
    shapes.push(...seams);
  }
  shapes.push(...pendingShapes(node, x, surface));
  let at = x;
  for (const group of node.groups) {
    shapes.push(...placeGroup(group, layer, at, surface, ground));
    at += group.width + GAP;
  }
  for (const child of node.children) {
    shapes.push(...placeNode(child, at, surface, ground));
    at += child.width + GAP;
  }
  return shapes;
}

function pendingShapes(node: NodePlan, x: number, bottom: number): Shape[] {
  return node.pending.map(({ id, text, origin, progress }, index) => {
    const label = cut(text, 'code', node.width - 18);
    return {
      kind: 'outline' as const,
      form: 'box' as const,
      id: `pending:${id}`,
      x: round(x),
      y: bottom - (index + 1) * PENDING,
      w: round(node.width),
      h: PENDING - 3,
      progress,
      origin,
      labels: label
        ? [
            {
              x: 9,
              y: (PENDING - 3) / 2,
              anchor: 'start' as const,
              runs: [{ text: label, voice: 'quiet' as const }],
            },
          ]
        : [],
    };
  });
}

function blockOf(layer: Layer, x: number, y: number, w: number, h: number, ground: Ground): Shape {
  const { words, rise } = ground;
  const true_ = rise.k * layer.size ** 0.25;
  const images = layer.sharers.images.filter((image) => !image.hidden);
  return {
    kind: 'block',
    id: layer.chainId,
    x: round(x),
    y,
    w: round(w),
    h,
    origin: layer.origin,
    bytes: layer.size,
    band: true_ < rise.least ? Math.max(2, round(true_)) : undefined,
    loose: layer.sharers.images.length + layer.sharers.containers.length === 0,
    labels: blockLabels(layer, w, h, words),
    title: words.layerTitle({
      instruction: `${layer.instruction.op} ${layer.instruction.text}`.trim(),
      bytes: layer.size,
      depth: layer.depth,
      of: ground.heightAbove(layer),
      images: images.map((image) => shortTag(image.tags[0]) ?? image.id.slice(7, 19)),
      containers: layer.sharers.containers.length,
      seams: layer.seams.map((seam) => `${seam.op} ${seam.text}`.trim()),
    }),
    depth: layer.depth,
    parent: layer.parent,
    twins: layer.twins,
  };
}

function seamShapes(layer: Layer, x: number, top: number, w: number, ground: Ground): Shape[] {
  const { rise, words } = ground;
  const { seams } = layer;
  if (!seams.length || rise.seam === 0) return [];
  const texts =
    seams.length > 3 ? [words.seams(seams.length)] : seams.map((seam) => `${seam.op} ${seam.text}`.trim());
  return texts.map((text, index) => {
    const label = rise.seam >= 14 ? cut(text, 'code', w - 14) : undefined;
    return {
      kind: 'seam' as const,
      id: `seam:${layer.chainId}:${index}`,
      x: round(x),
      y: top - (index + 1) * rise.seam,
      w: round(w),
      h: rise.seam,
      on: layer.chainId,
      labels: label
        ? [
            {
              x: 9,
              y: rise.seam / 2,
              anchor: 'start' as const,
              runs: [{ text: label, voice: 'quiet' as const }],
            },
          ]
        : [],
    };
  });
}

function placeGroup(
  group: GroupPlan,
  layer: Layer | undefined,
  x: number,
  surface: number,
  ground: Ground,
): Shape[] {
  const shapes: Shape[] = [];
  const on = layer?.chainId ?? 'ground';
  const slabs = placeContainers(group, layer, on, x + group.ledge, surface, ground);
  shapes.push(...slabs);
  const { image } = group;
  if (!image || image.hidden || !ground.rise.flags) return shapes;
  const slabTop = Math.min(
    surface,
    ...slabs.filter((shape) => shape.kind !== 'shadow').map((shape) => shape.y),
  );
  shapes.push(...placeFlags(image, on, group, x, slabTop - FLAG_AIR, surface, ground));
  return shapes;
}

function placeContainers(
  group: GroupPlan,
  layer: Layer | undefined,
  on: string,
  left: number,
  surface: number,
  ground: Ground,
): Shape[] {
  const { words, rise } = ground;
  const { containers, slot } = group;
  const h = slabHeight(group, rise);
  if (!containers.length) return [];
  if (group.bar) {
    const running = containers.filter((container) => container.state === 'running').length;
    const w = round(slot - 2);
    const text = `×${containers.length}`;
    return [
      {
        kind: 'bar',
        id: `bar:${on}:${containers[0]!.image}`,
        x: round(left + 1),
        y: surface - h,
        w,
        h,
        running: running / containers.length,
        bytes: containers.reduce((sum, container) => sum + container.upperSize, 0),
        labels:
          rise.flags && widthOf(text, 'op') <= w
            ? [{ x: w / 2, y: h / 2, anchor: 'middle', runs: [{ text, voice: 'op' }] }]
            : [],
        title: words.manyContainers(containers.length),
        on,
      },
    ];
  }
  return containers.flatMap((container, index) =>
    slabOf(container, layer, on, left + index * slot, slot, h, surface, ground),
  );
}

function slabOf(
  container: Container,
  layer: Layer | undefined,
  on: string,
  left: number,
  slot: number,
  h: number,
  surface: number,
  { words, rise }: Ground,
): Shape[] {
  const square = slot < 40;
  const form = square || h < 20 ? 'square' : slot < 72 ? 'name' : 'full';
  const w = square ? Math.min(SQUARE, slot - 1) : round(slot - 6);
  const hidden = container.upper.filter((change) => change.kind === 'D');
  const size = words.bytes(container.upperSize);
  const box = hidden.length && form !== 'square' ? 22 : 0;
  const room = w - 21 - 9 - box;
  const sizeWidth = widthOf(size, 'code') + 10;
  // The name is the last thing to be cut.
  const withSize = form === 'full' && widthOf(container.name, 'op') + sizeWidth <= room;
  const name = form === 'square' ? undefined : cut(container.name, 'op', withSize ? room - sizeWidth : room);
  const labels: Label[] = [];
  if (name) labels.push({ x: 21, y: h / 2, anchor: 'start', runs: [{ text: name, voice: 'op' }] });
  if (withSize) {
    labels.push({
      x: w - 9 - box,
      y: h / 2,
      anchor: 'end',
      runs: [{ text: size, voice: 'code' }],
    });
  }
  const whiteout =
    hidden.length && rise.flags
      ? { x: square ? w / 2 : w - 8 - 7, y: h / 2, count: hidden.length }
      : undefined;
  const slab: Shape = {
    kind: 'slab',
    id: `container:${container.id}`,
    form,
    x: round(left + (square ? (slot - SQUARE) / 2 : 3)),
    y: surface - h,
    w,
    h,
    running: container.state === 'running' || container.state === 'paused',
    bytes: container.upperSize,
    labels,
    whiteout,
    title: words.containerTitle({
      name: container.name,
      state: container.state,
      bytes: container.upperSize,
      hidden: hidden.map((change) => change.path),
    }),
    on,
  };
  if (!whiteout || !layer) return [slab];
  const from = hidden.find((change) => change.from !== undefined)?.from;
  return [
    {
      kind: 'shadow',
      id: `shadow:${container.id}`,
      x: round(slab.x + whiteout.x - 12),
      y: surface,
      w: square ? SQUARE : 24,
      // Its depth is known when all blocks below are placed.
      h: seamsHeight(layer.seams.length, rise) + 12,
      until: from,
      slab: slab.id,
    },
    slab,
  ];
}

function placeFlags(
  image: Image,
  on: string,
  group: GroupPlan,
  x: number,
  lowest: number,
  surface: number,
  { words }: Ground,
): Shape[] {
  const width = group.width;
  const poleX = round(x + (width < 40 ? 4 : 8));
  const room = width - (poleX - x);
  const title = words.imageTitle(image.tags, image.id.slice(7, 19));
  const flags: Flag[] = [];
  let top = lowest - FLAG;
  if (width >= 40) {
    image.tags.forEach((tag, index) => {
      top = lowest - FLAG - index * FLAG_STEP;
      flags.push(pennant(image, tag, poleX, top, room, title));
    });
    if (!image.tags.length) top = lowest - 2;
  } else if (image.tags.length) {
    const text = shortTag(image.tags[0])!;
    const more = image.tags.length > 1 ? ` +${image.tags.length - 1}` : '';
    const shown = width >= 20 ? cut(text + more, 'code', 110) : undefined;
    const h = shown ? Math.ceil(widthOf(shown, 'op')) + 6 : 14;
    top = lowest - h;
    flags.push({
      kind: 'flag',
      form: shown ? 'upright' : 'bare',
      id: `flag:${image.tags[0]}`,
      x: poleX,
      y: top,
      w: shown ? 16 : 14,
      h: shown ? h : 11,
      labels: shown
        ? [{ x: 9, y: h - 4, anchor: 'start', turn: -90, runs: [{ text: shown, voice: 'op' }] }]
        : [],
      title,
      image: image.id,
    });
  }
  const pole: Shape = {
    kind: 'pole',
    id: `pole:${image.id}`,
    x: poleX,
    y: top,
    w: 0,
    h: surface - top,
    nameless: image.tags.length === 0,
    image: image.id,
    title,
    on,
  };
  return [pole, ...flags];
}

/** `my-app` bold, `:latest` plain; `:latest` goes first where room is short. */
function pennant(image: Image, tag: string, x: number, y: number, room: number, title: string): Flag {
  const colon = tag.lastIndexOf(':');
  const repository = colon > tag.lastIndexOf('/') ? tag.slice(0, colon) : tag;
  const version = tag.slice(repository.length);
  const inside = room - 22;
  const runs: Run[] = [];
  if (widthOf(tag, 'code') <= inside) {
    runs.push({ text: repository, voice: 'op' }, { text: version, voice: 'code' });
  } else if (version === ':latest' && widthOf(repository, 'op') <= inside) {
    runs.push({ text: repository, voice: 'op' });
  } else {
    runs.push({ text: cut(version === ':latest' ? repository : tag, 'op', inside) ?? '…', voice: 'op' });
  }
  const w = Math.ceil(runs.reduce((sum, run) => sum + widthOf(run.text, run.voice), 0)) + 22;
  return {
    kind: 'flag',
    form: 'pennant',
    id: `flag:${tag}`,
    x,
    y,
    w,
    h: FLAG,
    labels: [{ x: 8, y: FLAG / 2, anchor: 'start', runs }],
    title,
    image: image.id,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
