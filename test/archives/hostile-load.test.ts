/**
 * Archives of images that are cut off anywhere, or claim to be more than there is room for: an error,
 * in little memory, and a store as it was before.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ByteSource, messageOf, sourceOf } from '../../src/base/index.ts';
import { loadImages } from '../../src/engine/index.ts';
import { createMemoryBackend, openStore } from '../../src/store/index.ts';
import { type FakeEngine, openFakeEngine } from '../support/fake-engine.ts';
import {
  describe as described,
  digest,
  dockerArchive,
  file,
  image,
  layer,
  layout,
  manifest,
  oldArchive,
  tar,
} from './images.mjs';
import { entry, pax } from './tar-bytes.mjs';
import { zstdRaw } from './zstd-bytes.mjs';

const MIB = 1024 * 1024;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** An engine whose disk has so many bytes, and what a load of an archive says; '' where nothing is wrong. */
async function machine(quota?: number): Promise<{
  readonly fake: FakeEngine;
  load(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string>;
  stored(): Promise<unknown>;
}> {
  const content = createMemoryBackend(quota === undefined ? {} : { quota });
  const store = openStore({ content, records: createMemoryBackend() });
  const fake = await openFakeEngine({ programs: {}, store });
  return {
    fake,
    async load(chunks) {
      const body: ByteSource = sourceOf(chunks);
      try {
        await loadImages(fake.engine, body, {
          quiet: true,
          signal: new AbortController().signal,
          emit: () => {},
        });
        return '';
      } catch (error) {
        return messageOf(error);
      }
    },
    async stored() {
      const { image: images, layer: layers, ref } = fake.engine.state.current();
      const { free } = await content.space();
      return [await store.blobs(), [...images.keys()], [...layers.keys()], [...ref.keys()], free];
    },
  };
}

function* cut(bytes: Uint8Array, length: number): Generator<Uint8Array, void, void> {
  for (let at = 0; at < length; at += 1000)
    yield Uint8Array.from(bytes.subarray(at, Math.min(at + 1000, length)));
}

describe('an archive that is cut off', () => {
  const it2 = { ...image({ layers: [layer('one', 70_000), layer('two')] }), tags: ['cut:1'] };
  const document = manifest(it2);
  const plain = dockerArchive(it2);
  /** Step in bytes, and from where on all that counts is there: the end of the archive. */
  const forms: Readonly<Record<string, readonly [archive: Buffer, step: number, whole: number]>> = {
    'as Docker writes it': [plain, 512, plain.length - 1024],
    // Behind the manifest comes a file that nobody needs.
    'in the old form': [oldArchive(it2), 512, oldArchive(it2).length - 2048],
    'as an OCI layout': [
      layout([document, it2.config, ...it2.stored], [described(document)]),
      512,
      layout([document, it2.config, ...it2.stored], [described(document)]).length - 1024,
    ],
    'with gzip': [gzipSync(plain), 23, gzipSync(plain).length - 20],
    'with zstd': [zstdRaw(plain), 512, zstdRaw(plain).length - 1100],
  };

  it.each(Object.keys(forms))('%s', async (form) => {
    const [archive, step, whole] = forms[form]!;
    const { load, stored } = await machine();
    const before = await stored();
    for (let length = 0; length < whole; length += step) {
      expect([length, await load(cut(archive, length))]).not.toEqual([length, '']);
      expect([length, await stored()]).toEqual([length, before]);
    }
    expect(await load(cut(archive, archive.length))).toBe('');
    expect(await stored()).not.toEqual(before);
  });
});

/** Zeros with gzip, a thousandth of their size, as they come. */
async function* zipped(chunks: () => Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  const gzip = createGzip({ level: 9 });
  const feeding = (async () => {
    for (const chunk of chunks()) if (!gzip.write(chunk)) await new Promise((go) => gzip.once('drain', go));
    gzip.end();
  })();
  for await (const chunk of gzip) yield Uint8Array.from(chunk as Buffer);
  await feeding;
}

function* zeros(total: number): Generator<Uint8Array, void, void> {
  const piece = new Uint8Array(MIB);
  for (let at = 0; at < total; at += MIB) yield piece;
}

describe('more than there is room for', () => {
  const QUOTA = 48 * MIB;
  /** What may be held besides what is on the disk, which is in memory here. */
  const SLACK = 64 * MIB;

  /** Says what the load said; fails where it took memory, or left anything. */
  async function bounded(chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
    const { load, stored } = await machine(QUOTA);
    const before = await stored();
    collect();
    const held = heldBytes();
    let most = 0;
    const timer = setInterval(() => {
      most = Math.max(most, heldBytes() - held);
    }, 5);
    const said = await load(chunks());
    clearInterval(timer);
    expect(most).toBeLessThan(QUOTA + SLACK);
    expect(await stored()).toEqual(before);
    return said;
  }

  it('a file of hundreds of megabytes of zeros, with gzip', async () => {
    function* archive(): Generator<Uint8Array, void, void> {
      yield entry({ name: 'blobs/zeros', size: 256 * MIB, content: '' });
      yield* zeros(256 * MIB);
      yield Buffer.alloc(1024);
    }
    expect(await bounded(() => zipped(archive))).toBe('no space left on device');
  }, 120_000);

  it('a layer of hundreds of megabytes of zeros, with gzip in the archive', async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of zipped(() => zeros(256 * MIB))) chunks.push(chunk);
    const stored = Buffer.concat(chunks);
    const bomb = { ...image({ layers: [Buffer.from('x')], stored: [stored] }), tags: ['bomb:1'] };
    expect(await bounded(() => cut(dockerArchive(bomb), dockerArchive(bomb).length))).toBe(
      'no space left on device',
    );
  }, 120_000);

  it('a layer of hundreds of megabytes of one byte, with zstd in the archive', async () => {
    // Frames of one block each that is 128 KiB of one byte.
    const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x38, 0x03, 0x00, 0x10, 0x41]);
    const stored = Buffer.concat(Array.from({ length: 2048 }, () => frame));
    const bomb = { ...image({ layers: [Buffer.from('x')], stored: [stored] }), tags: ['bomb:2'] };
    expect(await bounded(() => cut(dockerArchive(bomb), dockerArchive(bomb).length))).toBe(
      'no space left on device',
    );
  }, 120_000);

  it('a sparse file of exabytes', async () => {
    const sparse = tar(
      pax([
        ['GNU.sparse.size', String(2n ** 60n)],
        ['GNU.sparse.numblocks', '1'],
        ['GNU.sparse.map', '0,4'],
      ]),
      file('sparse', 'data'),
    );
    expect(await bounded(() => cut(sparse, sparse.length))).toBe('no space left on device');
  });

  it('a plain file that is larger than the disk', async () => {
    function* archive(): Generator<Uint8Array, void, void> {
      yield entry({ name: 'large', size: 100 * MIB, content: '' });
      yield* zeros(100 * MIB);
    }
    expect(await bounded(archive)).toBe('no space left on device');
  });

  it('a hundred thousand entries and one', async () => {
    function* archive(): Generator<Uint8Array, void, void> {
      for (let i = 0; i <= 100_000; i++) yield entry({ name: `f${i}` });
    }
    expect(await bounded(archive)).toBe('archive has more than 100000 files');
  }, 60_000);

  it('names that imply thousands of directories each', async () => {
    expect(await bounded(() => deep(1000))).toBe('archive has more than 100000 files');
  });

  it('a layer of names that imply thousands of directories each', async () => {
    const bytes = Buffer.concat([...deep(600), Buffer.alloc(1024)]);
    const bomb = { ...image({ layers: [bytes] }), tags: ['bomb:3'] };
    const { load, stored } = await machine();
    const before = await stored();
    expect(await load(cut(dockerArchive(bomb), dockerArchive(bomb).length))).toBe('no space left on device');
    expect(await stored()).toEqual(before);
  }, 60_000);

  it('small files of more than is held in memory are all there', async () => {
    const { load, fake } = await machine();
    const layers = Array.from({ length: 300 }, (_, i) => layer(`small ${i}`, 60_000));
    const many = { ...image({ layers }), tags: ['many:1'] };
    expect(await load(cut(dockerArchive(many), dockerArchive(many).length))).toBe('');
    expect(
      fake.engine.state.current().image.get(digest(many.config) as never)?.config.rootfs.diff_ids,
    ).toHaveLength(300);
  }, 60_000);
});

/** Each of the names is as long as a path may be. */
function* deep(count: number): Generator<Uint8Array, void, void> {
  for (let i = 0; i < count; i++) {
    yield pax([['path', `${String(i).padStart(4, '0')}/${'d/'.repeat(1980)}f`]]);
    yield file('f', '');
  }
}

function heldBytes(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}
