/**
 * An image's names: pennants on one pole; upright where the column is narrow, bare where it is folded.
 */
import type { Image } from '../model/index.ts';
import { type Ground, round } from './ground.ts';
import { shortTag } from './labels.ts';
import type { GroupPlan } from './plan.ts';
import { FLAG, FLAG_STEP } from './rise.ts';
import type { Flag, Run, Shape } from './shapes.ts';
import { cut, widthOf } from './text.ts';

export function placeFlags(
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
