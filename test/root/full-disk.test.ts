/** Node's folder on a disk that is full: what removes something still works, and makes room at once. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openFolderBackend } from '../../src/node/folder-backend.ts';

const SIZE = 8 * 1024 * 1024;
const place = mkdtempSync(join(tmpdir(), 'strata-full-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', place]).status === 0;

afterAll(() => {
  if (mounted) spawnSync('umount', [place]);
  rmSync(place, { recursive: true, force: true });
});

it.skipIf(!mounted)('is made less full by removing (skipped where nothing may be mounted)', async () => {
  let disk = openFolderBackend(place);
  const put = (key: string, size: number) =>
    disk.commit([{ key, value: new Uint8Array(randomBytes(size)) }], []);
  const fill = async (size: number): Promise<number> => {
    for (let i = 0; ; i++) {
      try {
        await put(`${size}-${i}`, size);
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
        return i;
      }
    }
  };
  expect(await fill(1_000_000)).toBeGreaterThan(5);
  await fill(100_000);
  await fill(5000);
  await fill(100);
  const keys = await disk.keys();
  // The log has no room for a line either, but for one that removes.
  await disk.commit([], ['1000000-0']);
  expect((await disk.space()).free).toBeGreaterThanOrEqual(1_000_000);
  await put('again', 900_000);
  await fill(5000);
  await fill(100);
  await disk.close();
  disk = openFolderBackend(place);
  const after = new Set(await disk.keys());
  expect(keys.filter((key) => !after.has(key))).toEqual(['1000000-0']);
  expect(((await disk.get('again')) as Uint8Array).length).toBe(900_000);
  await fill(100);
  await disk.commit([], [...after]);
  expect((await disk.space()).free).toBeGreaterThan(SIZE * 0.9);
  await put('new', 5_000_000);
  await disk.close();
});
