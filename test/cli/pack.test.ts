/** Packing a context: what is held at once, and what happens where reading fails. */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { bytesSource, chunksOf, collect, readTar } from '../../src/base/index.ts';
import { packContext } from '../../src/cli/build/pack.ts';
import type { Sys } from '../../src/kernel/index.ts';
import { type Errno, PosixError } from '../../src/posix/index.ts';
import { createNodeSys } from '../support/node-sys.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-pack-'));
afterAll(() => fs.rmSync(root, { recursive: true }));
fs.mkdirSync(`${root}/d`);
fs.writeFileSync(`${root}/d/small`, 'small');
fs.writeFileSync(`${root}/large`, new Uint8Array(5_000_000));

const matcher = { excludes: () => false, hasExceptions: false };

/** Counts descriptors; fails where told. */
function watched(fails: (call: string, path: string) => Errno | undefined): { sys: Sys; open(): number } {
  const inner = createNodeSys({ argv: [], env: {}, cwd: '/' });
  let open = 0;
  const check = (call: string, name: string): void => {
    const errno = fails(call, path.relative(root, name));
    if (errno) throw new PosixError(errno);
  };
  const sys: Sys = {
    ...inner,
    open(name, flags, mode) {
      check('open', name);
      open++;
      return inner.open(name, flags, mode);
    },
    close(fd) {
      open--;
      return inner.close(fd);
    },
    readdir(name) {
      check('readdir', name);
      return inner.readdir(name);
    },
  };
  return { sys, open: () => open };
}

const pack = (sys: Sys): ReturnType<typeof packContext> =>
  packContext({ sys, root, matcher, always: new Set(), extra: [] });

it('holds little of a large file', async () => {
  let largest = 0;
  let total = 0;
  for await (const chunk of chunksOf(pack(watched(() => undefined).sys))) {
    largest = Math.max(largest, chunk.length);
    total += chunk.length;
  }
  expect(total).toBeGreaterThan(5_000_000);
  expect(largest).toBeLessThan(200_000);
});

it('closes what it reads when nobody wants more', async () => {
  const { sys, open } = watched(() => undefined);
  const source = pack(sys);
  await source.read();
  await source.read();
  expect(open()).toBe(1);
  source.cancel();
  await new Promise((done) => setTimeout(done, 10));
  expect(open()).toBe(0);
});

it('sends files that it may not read empty, as Docker does', async () => {
  const { sys } = watched((call) => (call === 'open' ? 'EACCES' : undefined));
  const entries = [...readTar(bytesSource(await collect(chunksOf(pack(sys)))))];
  expect(entries.map(({ name, size }) => [name, size])).toEqual([
    ['.', 0],
    ['d', 0],
    ['d/small', 0],
    ['large', 0],
  ]);
});

it('fails in the words of BuildKit at a folder that it may not read', async () => {
  const { sys } = watched((call, name) => (call === 'readdir' && name === 'd' ? 'EACCES' : undefined));
  await expect(collect(chunksOf(pack(sys)))).rejects.toThrow('error from sender: open d: permission denied');
});
