/**
 * What is written on a block: line 1 op, text and size; line 2, where there is room, who shares it.
 *
 * Where it does not fit, things are lost in the order: sharers, text, size, op. Cut at the end.
 */
import type { Layer } from '../model/index.ts';
import type { Label, Run } from './shapes.ts';
import { cut, widthOf } from './text.ts';
import type { Words } from './words.ts';

const INSET = 9;

export function blockLabels(layer: Layer, w: number, h: number, words: Words): readonly Label[] {
  if (w < 26 || h < 14) return [];
  const room = w - 2 * INSET;
  const { op, text } = layer.instruction;
  const size = words.bytes(layer.size);
  const sizeWidth = widthOf(size, 'size');
  const opWidth = widthOf(op, 'op');
  const two = h >= 38;
  const middle = h / 2;
  const first = two ? middle - 8 : middle;
  const second = middle + 9;
  const textWidth = text ? widthOf(` ${text}`, 'code') : 0;

  const oneLine = opWidth + textWidth + 12 + sizeWidth <= room;
  const sizeBelow = two && !oneLine && sizeWidth <= room;
  const rest = room - opWidth - (sizeBelow ? 0 : sizeWidth + 12);
  const labels: Label[] = [];
  const runs: Run[] = [];
  if (opWidth <= room) runs.push({ text: op, voice: 'op' });
  const shown = text && rest > 0 ? cut(` ${text}`, 'code', rest) : undefined;
  if (runs.length && shown && shown.trim().length > 1) runs.push({ text: shown, voice: 'code' });
  if (runs.length) labels.push({ x: INSET, y: first, anchor: 'start', runs });

  const end = (y: number): Label => ({
    x: w - INSET,
    y,
    anchor: 'end',
    runs: [{ text: size, voice: 'size' }],
  });
  if (sizeBelow) labels.push(end(second));
  else if (opWidth + 12 + sizeWidth <= room) labels.push(end(first));

  if (two) {
    const line = sharersLine(layer, room - (sizeBelow ? sizeWidth + 10 : 0), words);
    if (line) labels.push({ x: INSET, y: second, anchor: 'start', runs: [{ text: line, voice: 'prose' }] });
  }
  return labels;
}

/** Names of what stands on a layer, without `:latest`. */
function sharerNames(layer: Layer): readonly string[] {
  const images = layer.sharers.images.filter((image) => !image.hidden);
  const names = images.map((image) => shortTag(image.tags[0]) ?? image.id.slice(7, 19));
  return [...new Set([...names, ...layer.sharers.containers.map((container) => container.name)])];
}

/** `my-app:latest` is called my-app. */
export function shortTag(tag: string | undefined): string | undefined {
  return tag?.replace(/:latest$/, '');
}

function sharersLine(layer: Layer, room: number, words: Words): string | undefined {
  const names = sharerNames(layer);
  const images = layer.sharers.images.filter((image) => !image.hidden).length;
  if (!names.length) {
    const text = words.loose(layer.size);
    return layer.sharers.images.length ? undefined : cut(text, 'prose', room);
  }
  const candidates =
    names.length === 1
      ? [words.onlyFor(names[0]!), names[0]!]
      : names.length <= 3
        ? [words.sharedBy(names), names.join(', ')]
        : [
            words.standing(images, layer.sharers.containers.length),
            words.counts(images, layer.sharers.containers.length),
          ];
  const fitting = candidates.find((text) => widthOf(text, 'prose') <= room);
  return fitting ?? cut(candidates.at(-1)!, 'prose', room);
}
