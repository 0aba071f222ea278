/** The link: what the connection says reaches the screen in order and at its pace; what is typed goes back. */
import { describe, expect, it } from 'vitest';
import { createDuplexPair, decode, encode } from '../base/index.ts';
import { linkTerminal, type Screen } from './link.ts';

const text = (bytes: Uint8Array): string => decode(bytes);

describe('linkTerminal', () => {
  it('writes in order, one piece at a time, and no more than 32 KB at once', async () => {
    const [near, far] = createDuplexPair();
    const sizes: number[] = [];
    let writing = false;
    let whole = '';
    const screen: Screen = {
      write(bytes, taken) {
        expect(writing).toBe(false);
        writing = true;
        sizes.push(bytes.length);
        whole += text(bytes);
        setTimeout(() => {
          writing = false;
          taken();
        }, 1);
      },
    };
    linkTerminal(near, screen, () => {}, queueMicrotask);
    const sent = 'x'.repeat(100_000);
    await far.sink.write(encode(sent));
    await far.sink.write(encode('end'));
    await expect.poll(() => whole.length).toBe(sent.length + 3);
    expect(whole.endsWith('xend')).toBe(true);
    expect(Math.max(...sizes)).toBe(32 * 1024);
  });

  it('gathers what comes in small pieces while the screen is busy', async () => {
    const [near, far] = createDuplexPair();
    const shown: string[] = [];
    linkTerminal(
      near,
      {
        write(bytes, taken) {
          shown.push(text(bytes));
          setTimeout(taken, 5);
        },
      },
      () => {},
      queueMicrotask,
    );
    for (const letter of 'abcdefgh'.repeat(50)) await far.sink.write(encode(letter));
    await expect.poll(() => shown.join('')).toBe('abcdefgh'.repeat(50));
    expect(shown[0]).toBe('a');
    expect(shown.length).toBeLessThan(10);
  });

  it('holds the writer back while the screen is busy', async () => {
    const [near, far] = createDuplexPair();
    linkTerminal(near, { write: () => {} }, () => {}, queueMicrotask);
    let written = 0;
    void (async () => {
      for (;;) {
        await far.sink.write(new Uint8Array(64 * 1024));
        written += 1;
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(written).toBeLessThan(10);
  });

  it('sends what is typed in order', async () => {
    const [near, far] = createDuplexPair();
    const link = linkTerminal(near, { write: (_bytes, taken) => taken() }, () => {}, queueMicrotask);
    link.send('ls');
    link.send('\r');
    expect(text((await far.source.read())!) + text((await far.source.read())!)).toBe('ls\r');
  });

  it('says when the other end closed, and not when this one did', async () => {
    let ended = 0;
    const [near, far] = createDuplexPair();
    linkTerminal(near, { write: (_bytes, taken) => taken() }, () => ended++, queueMicrotask);
    far.sink.end();
    await expect.poll(() => ended).toBe(1);
    const [other] = createDuplexPair();
    linkTerminal(other, { write: (_bytes, taken) => taken() }, () => ended++, queueMicrotask).close();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(ended).toBe(1);
  });
});
