import { expect, it } from 'vitest';
import { decode, encode, peek } from './index.ts';

/** Notes when its reader leaves. */
async function* letters(text: string, left: string[]): AsyncGenerator<Uint8Array, void, void> {
  try {
    for (const letter of text) yield encode(letter);
  } finally {
    left.push(text);
  }
}

async function read(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += decode(chunk);
  return text;
}

it('gives the whole stream after its head was looked at', async () => {
  const left: string[] = [];
  const { head, ended, all } = await peek(letters('abcdef', left), 3);
  expect([head.map((chunk) => decode(chunk)).join(''), ended]).toEqual(['abc', false]);
  expect(await read(all())).toBe('abcdef');
  expect(left).toEqual(['abcdef']);
});

it('says of a short stream that it ended', async () => {
  const { head, ended, all } = await peek(letters('ab', []), 3);
  expect([head.length, ended, await read(all())]).toEqual([2, true, 'ab']);
});

it('tells the source when the rest is not wanted, in the head or behind it', async () => {
  for (const most of [1, 2, 4]) {
    const left: string[] = [];
    const { all } = await peek(letters('abcdef', left), 3);
    let count = 0;
    for await (const _ of all()) if (++count === most) break;
    expect(left).toEqual(['abcdef']);
  }
  const left: string[] = [];
  const { leave } = await peek(letters('abcdef', left), 1);
  await leave();
  expect(left).toEqual(['abcdef']);
});
