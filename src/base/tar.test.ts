/** Tar both ways: what is written is read back, whole or as it comes, and damage is told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesSource,
  collect,
  concat,
  createTarParser,
  encode,
  packTar,
  readTar,
  TAR_BLOCK,
  TAR_END,
  type TarEntry,
  type TarHeader,
  tarEntries,
  tarHeader,
  textOf,
} from './index.ts';

type Written = TarHeader & { readonly contents?: Uint8Array };

const bytes = (most: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ maxLength: most });
/** File names are bytes: ASCII, UTF-8, Latin-1, of every length that takes another way into the header. */
const component = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 12 }).map((text) => encode(text)) },
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((text) => encode(text)),
    fc.uint8Array({ minLength: 1, maxLength: 12 }),
    fc.integer({ min: 90, max: 160 }).map((length) => encode('n'.repeat(length))),
  )
  .map((name) => textOf(name.map((byte) => (byte === 0 || byte === 0x2f ? 0x5f : byte))));
const path = fc.array(component, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const owner = fc.oneof(
  fc.integer({ min: 0, max: 70_000 }),
  fc.constantFrom(0o7777777, 0o10000000, 2 ** 32 - 1),
);
const common = {
  name: path,
  mode: fc.integer({ min: 0, max: 0o7777 }),
  uid: owner,
  gid: owner,
  mtime: fc.oneof(
    fc.bigInt({ min: -(2n ** 62n), max: 2n ** 63n }),
    fc.constantFrom(0n, -1n, 1_000_000_000n, (2n ** 33n - 1n) * 1_000_000_000n, 2n ** 33n * 1_000_000_000n),
  ),
  xattrs: fc
    .array(
      fc.tuple(
        fc.constantFrom('user.a', 'user.grüße', 'security.capability', 'trusted.overlay.opaque'),
        bytes(40),
      ),
      { maxLength: 3 },
    )
    .map((pairs): ReadonlyMap<string, Uint8Array> => new Map(pairs)),
};
const of = <T extends TarHeader['type']>(...types: T[]): fc.Arbitrary<T> => fc.constantFrom(...types);
const written: fc.Arbitrary<Written> = fc.oneof(
  fc.record({ ...common, type: of('file'), contents: bytes(1500) }),
  fc.record({ ...common, type: of('directory', 'fifo') }),
  fc.record({ ...common, type: of('link', 'symlink'), linkname: path }),
  fc.record({
    ...common,
    type: of('char', 'block'),
    major: fc.integer({ min: 0, max: 0o7777777 }),
    minor: fc.integer({ min: 0, max: 0o7777777 }),
  }),
);

/** What an entry has to be read as. */
function expected(entry: Written): object {
  return {
    name: entry.name,
    type: entry.type,
    mode: entry.mode,
    uid: entry.uid,
    gid: entry.gid,
    size: entry.contents?.length ?? 0,
    mtime: entry.mtime,
    linkname: entry.linkname ?? '',
    major: entry.major ?? 0,
    minor: entry.minor ?? 0,
    xattrs: [...(entry.xattrs ?? [])].map(([key, value]) => [key, [...value]]).sort(),
    contents: [...(entry.contents ?? [])],
  };
}

function shown(entry: TarEntry, contents: Uint8Array): object {
  const { flag: _flag, stored: _stored, offset: _offset, sparse, ...rest } = entry;
  expect(sparse).toBeUndefined();
  return {
    ...rest,
    xattrs: [...entry.xattrs].map(([key, value]) => [key, [...value]]).sort(),
    contents: [...contents],
  };
}

/** Cuts bytes into pieces of the lengths given, over and over. */
function* cut(all: Uint8Array, lengths: readonly number[]): Generator<Uint8Array, void, void> {
  for (let at = 0, i = 0; at < all.length; i++) {
    const length = lengths[i % lengths.length]!;
    yield all.subarray(at, at + length);
    at += length;
  }
}

const lengths = fc.array(fc.integer({ min: 1, max: 1200 }), { minLength: 1, maxLength: 6 });

describe('what is written', () => {
  it('is read back from a source', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 8 }), (entries) => {
        const tar = packTar(entries);
        const read = [...readTar(bytesSource(tar))].map((entry) =>
          shown(entry, tar.subarray(entry.offset, entry.offset + entry.size)),
        );
        expect(read).toEqual(entries.map(expected));
      }),
    );
  });

  it('is read back from a stream in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { maxLength: 8 }), lengths, async (entries, sizes) => {
        const tar = packTar(entries);
        const read: object[] = [];
        for await (const { entry, contents } of tarEntries(cut(tar, sizes))) {
          read.push(shown(entry, await collect(contents())));
        }
        expect(read).toEqual(entries.map(expected));
      }),
    );
  });

  it('is whole blocks, and the same bytes each time', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 4 }), (entries) => {
        const tar = packTar(entries);
        expect(tar.length % TAR_BLOCK).toBe(0);
        expect(packTar(entries)).toEqual(tar);
      }),
    );
  });

  it('can be more than eight gigabytes', () => {
    const size = 0o100000000000 + 7;
    const header = tarHeader({ name: 'big', type: 'file', mode: 0o644, uid: 0, gid: 0, size, mtime: 0n });
    const parser = createTarParser();
    const step = parser.header(header.subarray(0, TAR_BLOCK), TAR_BLOCK);
    expect(step.kind).toBe('meta');
    parser.meta(header.subarray(TAR_BLOCK, TAR_BLOCK + step.size));
    expect(parser.header(header.subarray(-TAR_BLOCK), header.length)).toMatchObject({ kind: 'entry', size });
  });
});

describe('a stream', () => {
  const file = (name: string, contents: Uint8Array): Written => ({
    ...{ name, contents, type: 'file', mode: 0o644, uid: 0, gid: 0, mtime: 0n },
  });

  it('skips what of an entry is not read', async () => {
    const tar = packTar([file('a', new Uint8Array(5000).fill(1)), file('b', encode('beta'))]);
    const read: [string, number][] = [];
    for await (const { entry, contents } of tarEntries(cut(tar, [700]))) {
      const first = await contents().next();
      read.push([entry.name, first.value?.length ?? 0]);
    }
    expect(read).toEqual([
      ['a', 188],
      ['b', 4],
    ]);
  });

  it('reads nothing ahead of who reads it, and lets go of its source', async () => {
    let given = 0;
    let closed = false;
    const tar = packTar([file('a', encode('x')), file('b', new Uint8Array(100_000))]);
    async function* source(): AsyncGenerator<Uint8Array, void, void> {
      try {
        for (const piece of cut(tar, [512])) {
          given++;
          yield piece;
        }
      } finally {
        closed = true;
      }
    }
    for await (const { entry } of tarEntries(source())) {
      expect(given).toBe(entry.name === 'a' ? 1 : 3);
      if (entry.name === 'b') break;
    }
    expect(closed).toBe(true);
    expect(given).toBe(3);
  });

  it('reads on behind the end, so that who writes is not held up', async () => {
    let given = 0;
    function* source(): Generator<Uint8Array, void, void> {
      for (const piece of [packTar([]), new Uint8Array(10_240), encode('rubbish')]) {
        given++;
        yield piece;
      }
    }
    for await (const { entry } of tarEntries(source())) expect(entry).toBeUndefined();
    expect(given).toBe(3);
  });
});

describe('damage', () => {
  it('behind the end is none', async () => {
    async function* source(): AsyncGenerator<Uint8Array, void, void> {
      yield packTar([{ name: 'a', type: 'fifo', mode: 0, uid: 0, gid: 0, mtime: 0n }]);
      throw new Error('gzip: invalid checksum');
    }
    const names: string[] = [];
    for await (const { entry } of tarEntries(source())) names.push(entry.name);
    expect(names).toEqual(['a']);
  });

  it('is told by both readers alike, whichever byte it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        lengths,
        async (entries, place, change, sizes) => {
          const tar = packTar(entries);
          tar[place % tar.length]! ^= change;
          expect(await streamed(tar, sizes)).toEqual(whole(tar));
        },
      ),
    );
  });

  it('is told wherever an archive is cut off, but between its entries', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        lengths,
        async (entries, place, sizes) => {
          const tar = packTar(entries).subarray(0, -TAR_END.length);
          const kept = tar.subarray(0, place % tar.length);
          const outcome = whole(kept);
          expect(await streamed(kept, sizes)).toEqual(outcome);
          const all = whole(tar);
          expect(outcome.names).toEqual(all.names.slice(0, outcome.names.length));
          if (!outcome.problem) {
            // Then nothing is missing of the last block but its padding.
            const missing = tar.subarray(kept.length, Math.ceil(kept.length / TAR_BLOCK) * TAR_BLOCK);
            expect(missing.every((byte) => byte === 0)).toBe(true);
          }
        },
      ),
    );
  });

  it('never costs more memory than there are bytes', async () => {
    const claims = [...'LKx'].map((flag) => {
      const header = tarHeader({
        name: 'n',
        type: 'file',
        mode: 0,
        uid: 0,
        gid: 0,
        size: 2 ** 32,
        mtime: 0n,
      });
      header[156] = flag.charCodeAt(0);
      header.fill(0x20, 148, 156);
      const sum = header.reduce((total, byte) => total + byte, 0);
      header.set(encode(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
      return header;
    });
    for (const claim of claims) {
      const { problem } = await streamed(concat([claim, new Uint8Array(2048)]), [512]);
      expect(problem).toBe('archive/tar: header field too long');
    }
  });
});

interface Outcome {
  readonly names: string[];
  readonly problem?: string;
}

function whole(tar: Uint8Array): Outcome {
  const names: string[] = [];
  try {
    for (const { name } of readTar(bytesSource(tar))) names.push(name);
  } catch (error) {
    return { names, problem: (error as Error).message };
  }
  return { names };
}

async function streamed(tar: Uint8Array, sizes: readonly number[]): Promise<Outcome> {
  const names: string[] = [];
  try {
    for await (const { entry, contents } of tarEntries(cut(tar, sizes))) {
      await collect(contents());
      names.push(entry.name);
    }
  } catch (error) {
    return { names, problem: (error as Error).message };
  }
  return { names };
}
