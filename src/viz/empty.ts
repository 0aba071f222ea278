/**
 * The first visit's picture: dashed outlines of what is not there yet, and what each part means.
 */
import type { Callout, Outline, Shape } from './shapes.ts';
import type { Words } from './words.ts';

/** The parts of the drawing, in a frame of 431 × 303 with the ground at 303. */
const BOXES: readonly (readonly [id: string, x: number, y: number, w: number, h: number])[] = [
  ['shared', 0, 192, 430, 111],
  ['run', 0, 104, 262, 85],
  ['copy', 0, 63, 262, 38],
  ['other', 274, 122, 156, 67],
  ['app1', 33, 33, 107, 26],
  ['app2', 150, 33, 106, 26],
];

const FLAGS: readonly (readonly [id: string, x: number, y: number, w: number, h: number, pole: number])[] = [
  ['flag', 13, 0, 93, 22, 63],
  ['other-flag', 287, 87, 84, 20, 122],
];

type Part = Parameters<Words['part']>[0];

/** From a dot in the drawing to the words on the right: dot x, dot y, words y. */
const CALLOUTS: readonly (readonly [part: Part, x: number, y: number, to: number])[] = [
  ['name', 88, 10, -8],
  ['thin', 244, 45, 54],
  ['layer', 414, 156, 166],
  ['shared', 414, 246, 248],
];

const FRAME = { width: 430, height: 303 };
const WORDS_WIDTH = 320;

export function emptyShapes(
  width: number,
  ground: number,
  top: number,
  words: Words,
): { shapes: Shape[]; left: number } {
  const withWords = width >= FRAME.width + WORDS_WIDTH + 60;
  const scale = Math.min(1, (ground - top - 24) / FRAME.height, (width - 40) / FRAME.width);
  if (scale < 0.3) return { shapes: [], left: 20 };
  const total = FRAME.width * scale + (withWords ? 60 + WORDS_WIDTH : 0);
  const left = Math.round((width - total) / 2);
  const base = ground - FRAME.height * scale;
  const at = (x: number, y: number): [number, number] => [
    Math.round(left + x * scale),
    Math.round(base + y * scale),
  ];
  const shapes: Shape[] = [];
  for (const [id, x, y, w, h] of BOXES) shapes.push(outline(id, 'box', at(x, y), w * scale, h * scale));
  for (const [id, x, y, w, h, foot] of FLAGS) {
    shapes.push(outline(id, 'pennant', at(x, y), w * scale, h * scale));
    const [px, py] = at(x, y + h);
    shapes.push(outline(`${id}-pole`, 'box', [px, py], 0, (foot - y - h) * scale));
  }
  if (withWords) {
    const right = left + FRAME.width * scale + 58;
    for (const [part, x, y, to] of CALLOUTS) {
      shapes.push(callout(part, at(x, y), right, base + to * scale, words));
    }
  }
  return { shapes, left };
}

function outline(id: string, form: Outline['form'], [x, y]: [number, number], w: number, h: number): Outline {
  return {
    kind: 'outline',
    id: `outline:${id}`,
    form,
    x,
    y,
    w: Math.round(w),
    h: Math.round(h),
    progress: undefined,
    origin: undefined,
    labels: [],
  };
}

function callout(part: Part, [x, y]: [number, number], right: number, to: number, words: Words): Callout {
  const { title, text } = words.part(part);
  const bend = Math.round(right - 22 - x);
  const end = Math.round(right - x);
  return {
    kind: 'callout',
    id: `callout:${part}`,
    x,
    y,
    w: end,
    h: 0,
    points: [
      [0, 0],
      [bend, 0],
      [end, Math.round(to - y)],
    ],
    labels: [
      { x: end + 12, y: Math.round(to - y) - 6, anchor: 'start', runs: [{ text: title, voice: 'strong' }] },
      { x: end + 12, y: Math.round(to - y) + 14, anchor: 'start', runs: [{ text, voice: 'prose' }] },
    ],
  };
}
