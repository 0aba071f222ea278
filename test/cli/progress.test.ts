/**
 * Build progress against what the real client showed: its messages go through our displays, and what
 * comes out is compared with the recording of another run of the same build, times and ids aside.
 *
 * Recorded by `node test/cli/record-builds.mjs`.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDisplay } from '../../src/cli/progress/display.ts';
import { readRawJson, timeOf } from './solve-status.ts';

const folder = path.join(import.meta.dirname, 'recorded/builds');
const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
const builds = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.plain'))
  .map((name) => name.slice(0, -'.plain'.length));

/** Plays the messages at their own times, on a clock of theirs. */
async function play(name: string, mode: 'plain' | 'tty', debug = false): Promise<string> {
  let now = 0;
  let out = '';
  const display = await createDisplay({
    mode,
    write: async (text) => {
      out += text;
    },
    now: () => now,
    size: () => ({ rows: 24, columns: 80 }),
    color: true,
    debug,
    timer: { set: () => undefined, clear: () => {} },
  });
  const messages = readRawJson(read(`${name}.rawjson`));
  now = timeOf(messages.find((status) => timeOf(status) !== undefined)!)!;
  for (const status of messages) {
    now = Math.max(now, timeOf(status) ?? now);
    await display.update(status);
  }
  await display.finish();
  return out;
}

/** What differs from run to run: times, ids, bytes sent, and whether an open transfer was seen. */
function plainly(text: string): string {
  return text
    .replace(/sha256:[0-9a-f]{64}/g, 'sha256:ID')
    .replace(/ref [0-9a-f-]{36}::\w+/g, 'ref REF')
    .replace(/^(#\d+) \d+\.\d+ /gm, '$1 T ')
    .replace(/^\d+\.\d+ /gm, 'T ')
    .replace(/(DONE) \d+\.\d+s/g, '$1 T')
    .replace(/( \d+\.\d+s)? done$/gm, ' done')
    .replace(/^#\d+ transferring \w+:( [\d.]+k?B)?\n/gm, '')
    .replace(/(transferring \w+:) [\d.]+k?B/g, '$1 BYTES');
}

/** What the build prints after its progress comes from the error, which these messages have not. */
const beforeError = (text: string): string =>
  text.replace(/^(Dockerfile:\d+\n-{20}\n[\s\S]*|ERROR: [\s\S]*)$/m, '');

/** Each step's lines together: which of two talking steps has the stage is a matter of time. */
function byStep(text: string): string[] {
  const names = new Map<string, string>();
  const lines = new Set<string>();
  for (const line of plainly(text).split('\n')) {
    const [, number, rest] = /^#(\d+) (.*)$/.exec(line) ?? [];
    if (number === undefined || rest === '...') continue;
    if (/^\[/.test(rest!) || !names.has(number)) names.set(number, rest!);
    lines.add(`${names.get(number)}: ${rest}`);
  }
  return [...lines].sort();
}

describe('plain progress', () => {
  for (const name of builds.filter((each) => each !== 'stages')) {
    it(name, async () => {
      expect(plainly(await play(name, 'plain'))).toBe(plainly(beforeError(read(`${name}.plain`))));
    });
  }

  it('stages, side by side', async () => {
    expect(byStep(await play('stages', 'plain'))).toEqual(byStep(read('stages.plain')));
  });

  it('expands warnings with --debug', async () => {
    // The real one gives them in any order.
    const blocks = (text: string): string[] =>
      plainly(text)
        .replace(/\x1b\[\d+m/g, '')
        .split('\n - ')
        .map((block) => block.trim())
        .sort();
    expect(blocks(await play('warns', 'plain', true))).toEqual(blocks(read('warns.debug')));
  });
});

/** Frames of a recording of a terminal, each from its first line on, without cursor movements. */
function frames(text: string): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/(?=\x1b\[\?25l)/)
    .slice(1)
    .map((frame) => frame.replace(/\x1b\[\?25h[\s\S]*$/, '').replace('\x1b[?25l', ''));
}

/** Lines of a frame; steps that start together may stand in either order. */
function redrawn(frame: string): string[] {
  return frame
    .replace(/\d+\.\ds/g, 'T.Ts')
    .replace(/sha256:[0-9a-f]+/g, (id) => `sha256:${'x'.repeat(id.length - 7)}`)
    .replace(/(transferring \w+: [\d.]+k?B +)/g, (text) => text.replace(/\d+/g, 'N').trim())
    .replaceAll('\x1b[0m', '')
    .split('\n')
    .sort();
}

describe('redrawn progress', () => {
  for (const name of builds) {
    it(`${name}: the last frame`, async () => {
      const ours = frames(await play(name, 'tty')).at(-1)!;
      const real = frames(read(`${name}.tty`)).at(-1)!;
      expect(redrawn(ours)).toEqual(redrawn(real));
    });
  }

  it('moves the cursor as buildx does', async () => {
    const ours = await play('steps', 'tty');
    expect(ours.startsWith('\x1b[1A\x1b[1B\x1b[0G\x1b[?25l[+] Building ')).toBe(true);
    // Up by as many lines as the former frame had, and one.
    const [, second = ''] = frames(ours);
    const moves = [...ours.matchAll(/\x1b\[\?25h((?:\x1b\[1A)+)\x1b\[0G/g)].map(([, ups]) => ups!.length / 4);
    expect(moves[1]).toBe(second.split('\n').length - 1);
  });

  it('shows what running steps print in a window', async () => {
    const all = frames(await play('fails', 'tty')).join('');
    const windowed =
      frames(read('fails.tty'))
        .join('')
        .match(/ => => # .*/g) ?? [];
    expect(windowed.length).toBeGreaterThan(0);
    for (const line of new Set(windowed)) expect(all).toContain(line);
  });
});
