/**
 * For test/e2e/picture.test.ts, in a browser: plays states into one picture, and draws those that it
 * settled on into another. Answers both, as they first differ or in the end.
 */
import type { StrataContainer, StrataState } from '../../../src/api/index.ts';
import { words } from '../../../src/app/picture-words.ts';
import { emptyModel, foldState, type Model } from '../../../src/model/index.ts';
import { draw, emphasise, type Scene, scene } from '../../../src/viz/index.ts';
import * as states from '../../golden/viz/states.ts';

const SIZE = { width: 1048, height: 510 };

/** Thirty images on one base, some of them with containers: columns widen, narrow and fold. */
function crowd(random: () => number): StrataState {
  const images = [];
  const layers = [states.alpine];
  const containers: StrataContainer[] = [];
  const count = 1 + Math.floor(random() * 30);
  for (let i = 0; i < count; i++) {
    const run = states.layer(`run ${i}`, states.alpine, {
      size: 1000 * (1 + i),
      origin: i % 2 ? 'copy' : 'run',
      createdBy: `RUN ${i}`,
      minute: i,
    });
    layers.push(run);
    const tags = random() < 0.1 ? [] : [`img${i}:latest`, ...(random() < 0.2 ? [`img${i}:v2`] : [])];
    const image = states.image(`img${i}`, tags, [states.alpine, run], [], i);
    images.push(image);
    if (i > 4) continue;
    const boxes = Math.floor(random() * 7);
    for (let c = 0; c < boxes; c++) {
      const gone = random() < 0.3;
      containers.push(
        states.container(`c${i}-${c}`, image, 40 + c, {
          ...(random() < 0.4 ? { state: 'exited' as const } : {}),
          ...(gone ? { upper: [{ path: '/etc/motd', kind: 'D' as const, size: 0, from: run.chainId }] } : {}),
        }),
      );
    }
  }
  return { version: 1, layers, images, containers };
}

const plain = [
  states.empty,
  states.built,
  states.running,
  states.hidden,
  states.dozen,
  states.street,
] as const;

Object.assign(window, {
  async playStates(seed: number, count: number, pace: number): Promise<[string, string]> {
    const random = randomFrom(seed);
    const svg = newSvg();
    let model: Model = emptyModel;
    let before: Scene | undefined;
    for (let i = 1; i <= count; i++) {
      const next = random() < 0.3 ? plain[Math.floor(random() * plain.length)]! : crowd(random);
      model = foldState(model, next, i * 1000);
      const now = scene(model, SIZE, { words, top: 64 });
      draw(svg, now, before, { pace });
      const pointed = now.shapes[Math.floor(random() * now.shapes.length)]?.id;
      emphasise(svg, now, { pointed });
      emphasise(svg, now, {});
      before = now;
      // Some states come while the one before is still gliding in; every fourth may settle.
      if (pace > 0 && i % 4) {
        await new Promise((resolve) => setTimeout(resolve, random() * 500 * pace));
        continue;
      }
      if (pace > 0) await new Promise((resolve) => setTimeout(resolve, 700 * pace + 100));
      const fresh = newSvg();
      draw(fresh, now, undefined, { pace: 0 });
      const both: [string, string] = [lines(svg), lines(fresh)];
      fresh.remove();
      if (both[0] !== both[1] || i === count) return both;
    }
    throw new Error('no states');
  },
});

function newSvg(): SVGSVGElement {
  return document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
}

/** An element a line; what differs between two pictures of the same is evened out. */
function lines(svg: SVGSVGElement): string {
  const prefix = svg.getAttribute('data-picture')!;
  return [...svg.querySelectorAll('*')]
    .filter((element) => !element.closest('defs'))
    .map((element) => {
      const attributes = [...element.attributes]
        .map(({ name, value }) => [name, value.replace(`#${prefix}-`, '#')] as const)
        .filter(
          ([name, value]) => !(name === 'opacity' && value === '1') && !(name === 'class' && value === ''),
        )
        .map(
          ([name, value]) =>
            `${name}="${place(name === 'class' ? [...element.classList].sort().join(' ') : value)}"`,
        )
        .sort();
      const text = element.children.length ? '' : element.textContent;
      return `${element.tagName} ${attributes.join(' ')} ${text}`;
    })
    .join('\n');
}

/** Transitions end on the browser's own form of a transform, in floats of 32 bits. */
function place(value: string): string {
  return value
    .replace(/,\s+/g, ',')
    .replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replace(/scale\(([\d.]+)\)/, 'scale($1,$1)')
    .replace(/(^|[(, ])\./g, '$10.');
}

/** Mulberry32: states of a test are the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
