/** Stages: what is too large for memory, on its way into each back end of the store. */
import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { digestSync } from '../../src/base/index.ts';
import { openBlob } from '../../src/node/blobs.ts';
import { openFolderBackend } from '../../src/node/folder-backend.ts';
import {
  type Backend,
  type BlobRef,
  createIndexedDbBackend,
  createMemoryBackend,
  openStore,
  type Staged,
} from '../../src/store/index.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'strata-stage-'));
afterAll(() => fs.rmSync(scratch, { recursive: true }));

// Node's navigator has no storage.
vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 1e9, usage: 1e6 }) } });

let count = 0;
const fresh = (): string => path.join(scratch, `folder${++count}`);
const backends: Record<string, () => Backend> = {
  memory: () => createMemoryBackend(),
  IndexedDB: () => createIndexedDbBackend(`stage${++count}`),
  folder: () => openFolderBackend(fresh()),
};
const MIB = 1024 * 1024;

/** Bytes that tell where they are. */
function sample(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(length).map((_, i) => (i * 7 + (i >> 8) * 13 + (i >> 16)) & 0xff);
}

async function stageOf(backend: Pick<Backend, 'stage'>, bytes: Uint8Array, piece = 100_001): Promise<Staged> {
  const stage = backend.stage();
  const buffer = new Uint8Array(piece);
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece);
    // The same buffer each time: who writes may use it again.
    buffer.set(part);
    await stage.write(buffer.subarray(0, part.length));
  }
  buffer.fill(0xee);
  return stage.finish();
}

async function bytesOf(ref: BlobRef | undefined): Promise<Buffer> {
  if (ref?.kind === 'blob') return Buffer.from(await ref.blob.arrayBuffer());
  return Buffer.from(openBlob(ref!).readSync(0, ref!.size));
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const filesIn = (folder: string): string[] => fs.readdirSync(path.join(folder, 'data'));

describe.each(Object.entries(backends))('%s', (_, open) => {
  it.each([0, 1, 100_001, 3 * MIB + 17])(
    'takes %i bytes, which can be read before and after they are put',
    async (length) => {
      const backend = open();
      const bytes = sample(length);
      const staged = await stageOf(backend, bytes);
      expect(staged.ref.size).toBe(length);
      expect((await bytesOf(staged.ref)).equals(bytes)).toBe(true);
      expect(await backend.keys()).toEqual([]);
      await backend.commit(
        [
          { key: 'k', value: staged },
          { key: 'd', value: 1 },
        ],
        [],
      );
      expect((await bytesOf((await backend.handles(['k']))[0])).equals(bytes)).toBe(true);
      expect(Buffer.from((await backend.get('k')) as Uint8Array).equals(bytes)).toBe(true);
      // Nothing is lost by giving up what was put.
      await staged.discard();
      expect((await bytesOf((await backend.handles(['k']))[0])).equals(bytes)).toBe(true);
      await backend.close();
    },
  );

  it('knows nothing of what was given up, finished or not', async () => {
    const backend = open();
    const stage = backend.stage();
    await stage.write(sample(2 * MIB));
    await stage.discard();
    await (await stageOf(backend, sample(2 * MIB))).discard();
    expect(await backend.keys()).toEqual([]);
    await backend.close();
  });

  it('takes several side by side', async () => {
    const backend = open();
    const samples = [5, 2 * MIB, 70_000].map(sample);
    const all = await Promise.all(samples.map((bytes) => stageOf(backend, bytes, 33_333)));
    await backend.commit(
      all.map((value, i) => ({ key: `k${i}`, value })),
      [],
    );
    for (const [i, bytes] of samples.entries()) {
      expect((await bytesOf((await backend.handles([`k${i}`]))[0])).equals(bytes)).toBe(true);
    }
    await backend.close();
  });

  it('stores the same bytes once, sweeps what nobody holds, and keeps what a lease does', async () => {
    const store = openStore({ content: open(), records: createMemoryBackend() });
    const bytes = sample(2 * MIB);
    const digest = digestSync(bytes);
    const lease = store.lease();
    const [first, second] = [await stageOf(store, bytes), await stageOf(store, bytes)];
    await store.putStaged(first, digest, lease);
    await store.putStaged(second, digest, lease);
    expect(await store.blobs()).toEqual([digest]);
    expect(await store.sweep(new Set())).toEqual([]);
    expect((await bytesOf(await store.blob(digest))).equals(bytes)).toBe(true);
    lease.release();
    expect(await store.sweep(new Set())).toEqual([digest]);
    expect(await store.blobs()).toEqual([]);
    await store.close();
  });
});

describe('memory that is full', () => {
  it('refuses what does not fit, while it is written, and is as it was', async () => {
    const backend = createMemoryBackend({ quota: 5 * MIB });
    await expect(stageOf(backend, sample(6 * MIB))).rejects.toMatchObject({
      code: 'ENOSPC',
      message: 'no space left on device',
    });
    const staged = await stageOf(backend, sample(4 * MIB));
    await backend.commit([{ key: 'k', value: staged }], []);
    expect((await backend.space()).free).toBe(MIB);
  });
});

describe('a folder', () => {
  it('has no file left of what was given up, or came twice', async () => {
    const folder = fresh();
    const backend = openFolderBackend(folder);
    const store = openStore({ content: backend, records: createMemoryBackend() });
    const stage = backend.stage();
    await stage.write(sample(2 * MIB));
    expect(filesIn(folder)).toHaveLength(1);
    await stage.discard();
    await (await stageOf(backend, sample(100))).discard();
    expect(filesIn(folder)).toEqual([]);
    const bytes = sample(2 * MIB);
    for (let i = 0; i < 2; i++) await store.putStaged(await stageOf(store, bytes), digestSync(bytes));
    expect(filesIn(folder)).toHaveLength(1);
    await store.close();
  });

  it('has what was put when it is opened again, and no file of what was not', async () => {
    const folder = fresh();
    const first = openFolderBackend(folder);
    const bytes = sample(2 * MIB);
    await first.commit([{ key: 'k', value: await stageOf(first, bytes) }], []);
    await stageOf(first, sample(3 * MIB));
    const left = first.stage();
    await left.write(sample(3 * MIB));
    expect(filesIn(folder).length).toBeGreaterThan(1);
    const second = openFolderBackend(folder);
    expect(filesIn(folder)).toHaveLength(1);
    expect(Buffer.from((await second.get('k')) as Uint8Array).equals(bytes)).toBe(true);
    await left.discard();
    await Promise.all([first.close(), second.close()]);
  });

  it.skipIf(process.platform !== 'linux')(
    'lets go of files that nobody reads any more (needs /proc)',
    async () => {
      setFlagsFromString('--expose-gc');
      const collect = runInNewContext('gc') as () => void;
      const folder = fresh();
      const backend = openFolderBackend(folder);
      await backend.commit([{ key: 'k', value: sample(MIB) }], []);
      const ref = (await backend.handles(['k']))[0]!;
      const [file] = filesIn(folder);
      const open = (): number => openFiles().filter((name) => name.endsWith(`/${file}`)).length;
      for (let i = 0; i < 200; i++) openBlob(ref).readSync(i, 1);
      expect(open()).toBeGreaterThan(0);
      for (let i = 0; i < 50 && open() > 0; i++) {
        collect();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expect(open()).toBe(0);
      await backend.close();
    },
  );

  it('takes 50 MB in little memory', async () => {
    const backend = openFolderBackend(fresh());
    const stage = backend.stage();
    const piece = sample(MIB / 4);
    const before = heldBytes();
    let most = 0;
    for (let i = 0; i < 200; i++) {
      await stage.write(piece);
      if (i % 10 === 0) most = Math.max(most, heldBytes() - before);
    }
    const staged = await stage.finish();
    expect(staged.ref.size).toBe(50 * MIB);
    expect(most).toBeLessThan(8 * MIB);
    await staged.discard();
    await backend.close();
  });

  const small = path.join(scratch, 'small');
  fs.mkdirSync(small);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status === 0;
  afterAll(() => void (mounted && spawnSync('umount', [small])));

  it.skipIf(!mounted)('on a full disk refuses, and has no file left (needs root)', async () => {
    const folder = path.join(small, 'state');
    const backend = openFolderBackend(folder);
    await expect(stageGivenUp(backend, sample(6 * MIB))).rejects.toMatchObject({
      code: 'ENOSPC',
      message: 'no space left on device',
    });
    expect(filesIn(folder)).toEqual([]);
    const staged = await stageOf(backend, sample(3 * MIB));
    await backend.commit([{ key: 'k', value: staged }], []);
    expect(await backend.keys()).toEqual(['k']);
    await backend.close();
  });
});

/** As who stages does: gives up what could not be written. */
async function stageGivenUp(backend: Backend, bytes: Uint8Array): Promise<void> {
  const stage = backend.stage();
  try {
    for (let at = 0; at < bytes.length; at += MIB) await stage.write(bytes.subarray(at, at + MIB));
    await stage.finish();
  } catch (error) {
    await stage.discard();
    throw error;
  }
}

/** What this process has open. */
function openFiles(): string[] {
  return fs.readdirSync('/proc/self/fd').flatMap((number) => {
    try {
      return [fs.readlinkSync(`/proc/self/fd/${number}`)];
    } catch {
      return [];
    }
  });
}

/** What is held outside of the heap, where buffers are, and in it. */
function heldBytes(): number {
  collect();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}
