/**
 * Where everything stands: walks a plan from the ground upwards and emits shapes.
 */
import type { Layer } from '../model/index.ts';
import { placeFlags } from './flags.ts';
import { type Ground, round } from './ground.ts';
import { blockLabels, shortTag } from './labels.ts';
import { GAP, type GroupPlan, type NodePlan } from './plan.ts';
import { FLAG_AIR, heightOf, PENDING, seamsHeight } from './rise.ts';
import type { Shape } from './shapes.ts';
import { placeContainers } from './slabs.ts';
import { cut } from './text.ts';

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
