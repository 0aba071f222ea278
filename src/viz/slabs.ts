/**
 * Containers on a surface: a slab each, or one bar for several; and the shadows of their whiteouts.
 */
import type { Container, Layer } from '../model/index.ts';
import { type Ground, round } from './ground.ts';
import type { GroupPlan } from './plan.ts';
import { SQUARE, seamsHeight, slabHeight } from './rise.ts';
import type { Label, Shape } from './shapes.ts';
import { cut, widthOf } from './text.ts';

export function placeContainers(
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
  const box = hidden.length && form === 'full' ? 22 : 0;
  const room = w - 21 - (form === 'full' ? 9 : 5) - box;
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
  // On a small slab the ☒ sits on the corner: the name needs the rest.
  const corner = { square: { x: w / 2, y: h / 2 }, name: { x: w - 8, y: 1 }, full: { x: w - 15, y: h / 2 } }[
    form
  ];
  const whiteout = hidden.length && rise.flags ? { ...corner, count: hidden.length } : undefined;
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
