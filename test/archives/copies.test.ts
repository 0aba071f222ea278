/**
 * `docker cp`, `export`, `import` and `commit`: what a real engine printed, and the files that were there
 * afterwards (recorded-copies.json), through our client and engine. Files of the machine get owners:
 * needs root.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRealEngine, type RealEngine } from '../support/real-engine.ts';
import { runDocker } from '../support/run-docker.ts';
import { DOCKERFILE, type DockerAnswer, IMAGE, play } from './copies.mjs';
import { CASES } from './copies-cases.mjs';

const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, 'recorded-copies.json'), 'utf8'),
) as Readonly<Record<string, readonly object[]>>;

const folder = mkdtempSync('/tmp/strata-copies-');
let real: RealEngine;
const docker = (words: readonly string[], input?: Uint8Array): Promise<DockerAnswer> =>
  runDocker(real.api, words, { cwd: folder, ...(input ? { input } : {}) });

beforeAll(async () => {
  real = await openRealEngine();
  const built = await docker(['build', '-q', '-t', IMAGE, '-'], new TextEncoder().encode(DOCKERFILE));
  expect(built.stderr.toString()).toBe('');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;

/** Docker calls xz and bunzip2 for these. */
describe('what we cannot unpack is refused in a line', () => {
  it.each([
    ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
    ['bzip2', [0x42, 0x5a, 0x68, 0x39]],
  ])('%s', async (name, magic) => {
    const refusal = `archives that are compressed with ${name}: not supported by Strata yet`;
    const tar = Uint8Array.from([...magic, ...new Array<number>(600).fill(7)]);
    for (const words of [['import', '-', 'refused'], ['load'], ['cp', '-', 'refusing:/w']]) {
      if (words[0] === 'cp') await docker(['create', '--name', 'refusing', IMAGE]);
      const { exit, stdout, stderr } = await docker(words, tar);
      expect([exit, stdout.toString()]).toEqual([1, '']);
      expect(stderr.toString().replace('Error response from daemon: ', '')).toBe(`${refusal}\n`);
    }
    await docker(['rm', 'refusing']);
    expect((await docker(['images', '-q', 'refused'])).stdout.toString()).toBe('');
  });
});

describe(isRoot ? 'as Docker' : 'as Docker (skipped: not root)', () => {
  it.skipIf(!isRoot).each(Object.entries(CASES))('%s', async (name, given) => {
    expect(await play(given, docker, folder)).toEqual(recorded[name]);
  });
});
