/** Compressed sources: gzip of one and many members, zstd of one and many frames, and what is damaged. */
import { crc32, deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bytesSource, collect, compressionOf, concat, decompress, encode, fromBase64 } from './index.ts';

const TEXT = encode(
  Array.from({ length: 60 }, (_, i) => `line ${i} of a text that repeats itself\n`).join(''),
);

/** Deterministic noise, so that nothing gets smaller by it. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24);
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  return collect(decompress(bytesSource(bytes)));
}

async function problem(bytes: Uint8Array): Promise<string> {
  try {
    await unpacked(bytes);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

/** One bit changed; from the end where `at` is below zero. */
function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[(at + copy.length) % copy.length]! ^= 1;
  return copy;
}

/**
 * Chromium's gunzip: it gives out what the first member holds, then fails where anything follows.
 * Node's goes on with the next member.
 */
class OneMember {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
  constructor() {
    const parts: Uint8Array[] = [];
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk) => void parts.push(chunk.slice()),
      flush(controller) {
        const all = concat(parts);
        const body = all.subarray(10);
        // Types do not know of `info`.
        const { buffer, engine } = inflateRawSync(body, { info: true }) as unknown as {
          buffer: Buffer;
          engine: { bytesWritten: number };
        };
        controller.enqueue(Uint8Array.from(buffer));
        const trailer = new DataView(body.buffer, body.byteOffset + engine.bytesWritten);
        if (trailer.getUint32(0, true) !== crc32(buffer) || trailer.getUint32(4, true) !== buffer.length) {
          throw new TypeError('The compressed data was not valid');
        }
        if (body.length > engine.bytesWritten + 8) {
          throw new TypeError('Junk found after end of compressed data.');
        }
      },
    });
    this.readable = readable;
    this.writable = writable;
  }
}

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ["Node's gunzip", () => {}],
  ["Chromium's gunzip", () => void vi.stubGlobal('DecompressionStream', OneMember)],
])('%s', (_, install) => {
  const gz = (bytes: Uint8Array): Uint8Array => Uint8Array.from(gzipSync(bytes));

  it('reads one member, and many', async () => {
    install();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 5000 }), { minLength: 1, maxLength: 5 }),
        async (parts) => {
          expect(await unpacked(concat(parts.map(gz)))).toEqual(concat(parts));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('reads members that end anywhere in the pieces that are read', async () => {
    install();
    // Does not get smaller, so that members' ends move with their lengths.
    for (const length of [16_360, 16_384, 16_390, 262_120, 262_144]) {
      const parts = [noise(length), TEXT, noise(length / 2)];
      // Not compared as values, which takes seconds.
      const all = Buffer.from(await unpacked(concat(parts.map(gz))));
      expect(all.equals(concat(parts))).toBe(true);
    }
  });

  it('reads as many members as an eStargz layer has files', async () => {
    install();
    const parts = Array.from({ length: 20_000 }, (_, i) => encode(i % 3 ? '' : `${i}`));
    expect(await unpacked(concat(parts.map(gz)))).toEqual(concat(parts));
  });

  it('reads headers with a name, a comment and more', async () => {
    install();
    const raw = deflateRawSync(TEXT);
    const trailer = new DataView(new ArrayBuffer(8));
    trailer.setUint32(0, crc32(TEXT), true);
    trailer.setUint32(4, TEXT.length, true);
    const head = [0x1f, 0x8b, 8, 0x1c, 0, 0, 0, 0, 0, 3, 2, 0, 0x41, 0x42];
    const named = concat([
      Uint8Array.from(head),
      encode('name\0comment\0'),
      raw,
      new Uint8Array(trailer.buffer),
    ]);
    // The first member is plain: what Chromium's stand-in above can read.
    expect(await unpacked(concat([gz(TEXT), named]))).toEqual(concat([TEXT, TEXT]));
  });

  it('says so where it is cut off, wherever that is', async () => {
    install();
    const bytes = concat([gz(TEXT), gz(noise(100))]);
    const first = gz(TEXT).length;
    for (let length = 2; length < bytes.length; length++) {
      const said = await problem(bytes.subarray(0, length));
      // Between the members nothing is missing.
      if (length === first) expect(said).toBe('none');
      else expect([length, said]).toEqual([length, 'unexpected EOF']);
    }
  });

  it('says so where a checksum is wrong, of whichever member', async () => {
    install();
    const [a, b] = [gz(TEXT), gz(noise(100))];
    expect(await problem(flipped(a, -5))).toBe('gzip: invalid checksum');
    expect(await problem(concat([flipped(a, -5), b]))).toBe('gzip: invalid checksum');
    expect(await problem(concat([a, flipped(b, -5)]))).toBe('gzip: invalid checksum');
    expect(await problem(concat([flipped(a, -1), b]))).toBe('gzip: invalid checksum');
  });

  it('says so where something else follows', async () => {
    install();
    expect(await problem(concat([gz(TEXT), encode('rubbish that is longer than a header')]))).toBe(
      'gzip: invalid header',
    );
  });
});

describe('gzip', () => {
  it('never unpacks much more than is read at a time', async () => {
    const zeros = Uint8Array.from(gzipSync(new Uint8Array(64 * 1024 * 1024)));
    let total = 0;
    for await (const chunk of decompress(bytesSource(concat([zeros, zeros])))) {
      expect(chunk.length).toBeLessThanOrEqual(20 * 1024 * 1024);
      total += chunk.length;
    }
    expect(total).toBe(128 * 1024 * 1024);
  });

  it('tells how much of the source has gone in', async () => {
    const bytes = Uint8Array.from(gzipSync(noise(600_000)));
    const told: number[] = [];
    for await (const _ of decompress(bytesSource(bytes), (count) => told.push(count)));
    expect(told).toEqual([262_144, 524_288, bytes.length]);
  });
});

/** `zstd -19` of TEXT. */
const ZSTD = fromBase64(
  'KLUv/QRoNQQAEkcUEaDtYHapXVtV97NtUsrifjdHppAhmleDuClkiObV0DeFDNG8GvimkCGaV8PeFDJE86revJx8XLzP3ytIDEW5HuVBD8HLo+TlRPLnyT0ctcUCPKgRMKv73wHwNdYRJAT//wiBzg8hxKohAasiAaskAaswYUiS7ZpLgihKSoJilUWArAIcGd4u',
);

/** A frame of one raw block. */
function rawFrame(contents: Uint8Array): Uint8Array {
  const size = (contents.length << 3) | 1;
  return concat([
    Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]),
    new Uint8Array(new Uint32Array([contents.length]).buffer),
    Uint8Array.from([size & 0xff, (size >> 8) & 0xff, size >> 16]),
    contents,
  ]);
}

const skippable = (length: number, kind = 0): Uint8Array =>
  concat([
    Uint8Array.from([0x50 + kind, 0x2a, 0x4d, 0x18]),
    new Uint8Array(new Uint32Array([length]).buffer),
    new Uint8Array(length).fill(7),
  ]);

describe('zstd', () => {
  it('reads one frame, and many', async () => {
    expect(await unpacked(ZSTD)).toEqual(TEXT);
    expect(await unpacked(concat([ZSTD, rawFrame(encode('raw')), ZSTD]))).toEqual(
      concat([TEXT, encode('raw'), TEXT]),
    );
  });

  it('reads more frames than a stack could hold', async () => {
    const parts = Array.from({ length: 20_000 }, (_, i) => encode(String(i % 10)));
    expect(await unpacked(concat(parts.map(rawFrame)))).toEqual(concat(parts));
  });

  it('skips what is to be skipped, wherever it is', async () => {
    expect(compressionOf(skippable(3, 9))).toBe('zstd');
    const all = concat([skippable(3), ZSTD, skippable(300_000, 15), ZSTD, skippable(0)]);
    expect(await unpacked(all)).toEqual(concat([TEXT, TEXT]));
  });

  it('reads blocks that are one byte many times', async () => {
    const block = (100_000 << 3) | 2 | 1;
    const frame = concat([
      Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x50]),
      Uint8Array.from([block & 0xff, (block >> 8) & 0xff, block >> 16, 0x41]),
    ]);
    expect(await unpacked(frame)).toEqual(new Uint8Array(100_000).fill(0x41));
  });

  it('says so where it is cut off, wherever that is', async () => {
    const bytes = concat([ZSTD, skippable(5), ZSTD]);
    const whole = [ZSTD.length, ZSTD.length + 13];
    for (let length = 4; length < bytes.length; length++) {
      const said = await problem(bytes.subarray(0, length));
      expect([length, said]).toEqual([length, whole.includes(length) ? 'none' : 'unexpected EOF']);
    }
  });

  it('says so where a checksum is wrong, of whichever frame', async () => {
    expect(await problem(flipped(ZSTD, -1))).toBe('zstd: invalid checksum');
    expect(await problem(concat([flipped(ZSTD, -3), ZSTD]))).toBe('zstd: invalid checksum');
  });

  it('says so whatever is damaged', async () => {
    let harmless = 0;
    for (let at = 0; at < ZSTD.length; at++) {
      const damaged = flipped(ZSTD, at);
      if (compressionOf(damaged) !== 'zstd') continue;
      const text = await unpacked(damaged).catch(() => undefined);
      // A few bits say nothing, e.g. that the window is larger than it need be.
      expect([at, text ?? TEXT]).toEqual([at, TEXT]);
      if (text) harmless++;
    }
    expect(harmless).toBeLessThan(4);
    expect(await problem(concat([ZSTD, encode('rubbish')]))).toBe('zstd: magic number mismatch');
  });

  it('refuses windows that no honest archive has', async () => {
    // Claims two gigabytes, in a dozen bytes.
    const claim = concat([
      Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0, 21 << 3]),
      Uint8Array.from([9, 0, 0, 0x41]),
    ]);
    expect(await problem(claim)).toBe('zstd: a window of 2147483648 bytes: refused');
    const single = concat([
      Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 1, 0, 0, 0]),
      Uint8Array.from([9, 0, 0, 0x41]),
    ]);
    expect(await problem(single)).toBe('zstd: a window of 4294967296 bytes: refused');
  });
});

describe('others', () => {
  it('are refused in one line', async () => {
    const bzip2 = concat([encode('BZh91AY&SY'), new Uint8Array(20)]);
    const xz = concat([Uint8Array.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), new Uint8Array(20)]);
    for (const [name, bytes] of Object.entries({ bzip2, xz })) {
      expect(compressionOf(bytes)).toBe(name);
      expect(() => decompress(bytesSource(bytes))).toThrow(
        `archives that are compressed with ${name}: not supported by Strata yet`,
      );
    }
  });

  it('are given as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 20 }), async (bytes) => {
        fc.pre(compressionOf(bytes) === undefined);
        expect(await unpacked(bytes)).toEqual(bytes);
      }),
    );
  });
});
