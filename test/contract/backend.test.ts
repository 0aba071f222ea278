/** One suite for every back end of the store: memory, IndexedDB, a folder. */
import 'fake-indexeddb/auto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openFolderBackend } from '../../src/node/folder-backend.ts';
import { type Backend, createIndexedDbBackend, createMemoryBackend } from '../../src/store/index.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'strata-backend-'));
afterAll(() => fs.rmSync(scratch, { recursive: true }));

// Node's navigator has no storage.
vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 1e9, usage: 1e6 }) } });

let count = 0;
const lasting: Record<string, (name: string) => Backend> = {
  IndexedDB: createIndexedDbBackend,
  folder: (name) => openFolderBackend(path.join(scratch, name)),
};
const backends: Record<string, () => Backend> = {
  memory: () => createMemoryBackend(),
  IndexedDB: () => lasting['IndexedDB']!(`db${++count}`),
  folder: () => lasting['folder']!(`folder${++count}`),
};

const large = new Uint8Array(200_000).map((_, i) => i % 251);

describe.each(Object.entries(backends))('%s back end', (_, open) => {
  it('keeps bytes and data apart, of every size', async () => {
    const backend = open();
    await backend.commit(
      [
        { key: 'a', value: { n: 1, list: [true, null, 'x'] } },
        { key: 'small', value: new Uint8Array([1, 2, 3]) },
        { key: 'empty', value: new Uint8Array(0) },
        { key: 'large', value: large },
      ],
      [],
    );
    expect(await backend.get('a')).toEqual({ n: 1, list: [true, null, 'x'] });
    expect([...((await backend.get('small')) as Uint8Array)]).toEqual([1, 2, 3]);
    expect(((await backend.get('empty')) as Uint8Array).length).toBe(0);
    const [again, none] = await backend.getMany(['large', 'none']);
    expect(Buffer.from(again as Uint8Array).equals(Buffer.from(large))).toBe(true);
    expect(none).toBeUndefined();
    await backend.close();
  });

  it('lists keys by prefix, sorted', async () => {
    const backend = open();
    await backend.commit(
      ['b/2', 'a/1', 'b/10', 'b', 'c'].map((key) => ({ key, value: key })),
      [],
    );
    expect(await backend.keys('b/')).toEqual(['b/10', 'b/2']);
    expect(await backend.keys()).toEqual(['a/1', 'b', 'b/10', 'b/2', 'c']);
    await backend.close();
  });

  it('deletes and puts in one step, the put winning', async () => {
    const backend = open();
    await backend.commit(
      [
        { key: 'x', value: 1 },
        { key: 'y', value: 1 },
      ],
      [],
    );
    await backend.commit([{ key: 'x', value: 2 }], ['x', 'y']);
    expect(await backend.getMany(['x', 'y'])).toEqual([2, undefined]);
    await backend.close();
  });

  it('is not changed by what the caller does to its bytes afterwards', async () => {
    const backend = open();
    const mine = new Uint8Array([1, 2, 3]);
    await backend.commit([{ key: 'k', value: mine }], []);
    mine[0] = 9;
    expect([...((await backend.get('k')) as Uint8Array)]).toEqual([1, 2, 3]);
    await backend.close();
  });

  it('tells of the space that there is', async () => {
    const backend = open();
    const { total, free } = await backend.space();
    expect(free).toBeGreaterThan(0);
    expect(total).toBeGreaterThanOrEqual(free);
    await backend.close();
  });

  it('hands out handles on bytes, and none on data', async () => {
    const backend = open();
    await backend.commit(
      [
        { key: 'k', value: large },
        { key: 'd', value: {} },
      ],
      [],
    );
    const [bytes, data, none] = await backend.handles(['k', 'd', 'none']);
    expect(bytes?.size).toBe(large.length);
    expect([data, none]).toEqual([undefined, undefined]);
    await backend.close();
  });
});

describe.each(Object.entries(lasting))('%s back end, opened again', (_, open) => {
  it('has what was committed', async () => {
    const first = open('again');
    await first.commit(
      [
        { key: 'k', value: large },
        { key: 'gone', value: large },
        { key: 'd', value: { a: 1 } },
      ],
      [],
    );
    await first.commit([], ['gone']);
    await first.close();
    const second = open('again');
    expect(await second.keys()).toEqual(['d', 'k']);
    expect(Buffer.from((await second.get('k')) as Uint8Array).equals(Buffer.from(large))).toBe(true);
    await second.close();
  });
});

describe('memory back end with a quota', () => {
  it('refuses a commit that does not fit, whole, and takes one that frees', async () => {
    const backend = createMemoryBackend({ quota: 100 });
    await backend.commit([{ key: 'a', value: new Uint8Array(80) }], []);
    const tooMuch = backend.commit(
      [
        { key: 'b', value: new Uint8Array(10) },
        { key: 'c', value: new Uint8Array(30) },
      ],
      [],
    );
    await expect(tooMuch).rejects.toMatchObject({ code: 'ENOSPC', message: 'no space left on device' });
    expect(await backend.keys()).toEqual(['a']);
    await backend.commit([{ key: 'c', value: new Uint8Array(90) }], ['a']);
    expect(await backend.keys()).toEqual(['c']);
  });
});

describe('folder back end', () => {
  it('cuts off a torn line and keeps what came before it', async () => {
    const folder = path.join(scratch, 'torn');
    const first = openFolderBackend(folder);
    await first.commit([{ key: 'whole', value: 1 }], []);
    await first.close();
    const log = path.join(folder, 'log');
    const text = fs.readFileSync(log, 'utf8');
    fs.appendFileSync(log, text.slice(0, -4).replace('whole', 'tornn'));
    const second = openFolderBackend(folder);
    expect(await second.keys()).toEqual(['whole']);
    await second.close();
  });
});
