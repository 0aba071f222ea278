/**
 * Zstandard streams, frame by frame.
 *
 * The decoder is fzstd's; which bytes are a frame, how much memory it may take and whether it came out
 * right is found out here, since fzstd allocates whatever a header claims and checks no sums.
 *
 * @see RFC 8878, 3.1 ("Frames") and 3.1.1.2 ("Blocks")
 */
import { StrataError } from './errors.ts';
import type { TarSource } from './tar.ts';
import { createXxh64 } from './xxh64.ts';

/** What `zstd -d` takes without being asked to: more is an attack, or made with `--ultra --long`. Bytes. */
const LARGEST_WINDOW = 128 * 1024 * 1024;
const LARGEST_BLOCK = 128 * 1024;
/** Bytes that are read of the source at a time. */
const PIECE = 256 * 1024;

/** Whether bytes begin as a frame does, also one that is to be skipped. */
export function isZstd(head: Uint8Array): boolean {
  return head.length >= 4 && (isFrame(head) || isSkippable(head));
}

const isFrame = (head: Uint8Array): boolean =>
  head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
const isSkippable = (head: Uint8Array): boolean =>
  (head[0]! & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;

/**
 * The bytes that a source's frames are. `onBytes` is told how many of the source's have gone in.
 *
 * @throws StrataError `EZSTD` (while iterating) where they are damaged or end early
 */
export async function* unzstd(
  source: TarSource,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Uint8Array, void, void> {
  // Seldom met: the decoder comes when it is.
  const { Decompress } = await import('fzstd');
  const read = createReader(source);
  // One for all blocks: the decoder keeps an empty piece of each that it was given, and what that lies in.
  const held = new Uint8Array(LARGEST_BLOCK + 7);
  for (let at = 0; at < source.size; ) {
    const head = read(at, 4);
    if (isSkippable(head)) {
      at += 8 + uint32(read(at, 8), 4);
      if (at > source.size) throw early();
      continue;
    }
    if (!isFrame(head)) throw damaged('magic number mismatch');
    const frame = frameHeader(read, at);
    const ready: Uint8Array[] = [];
    const stream = new Decompress((chunk) => void (chunk.length && ready.push(chunk)));
    const sum = createXxh64();
    let length = 0;
    stream.push(read(at, frame.length).slice());
    at += frame.length;
    for (let last = false; !last; ) {
      const header = uint24(read(at, 3));
      last = (header & 1) === 1;
      const size = header >>> 3;
      const type = (header >>> 1) & 3;
      if (type === 3 || size > LARGEST_BLOCK) throw damaged('invalid block');
      const end = 3 + (type === 1 ? 1 : size) + (last && frame.hasSum ? 4 : 0);
      held.set(read(at, end));
      const block = held.subarray(0, end);
      try {
        stream.push(block, last);
      } catch (error) {
        throw damaged(error instanceof Error ? error.message : String(error), error);
      }
      at += end;
      for (const chunk of ready.splice(0)) {
        length += chunk.length;
        if (length > (frame.size ?? length)) throw damaged('frame is longer than it says');
        if (frame.hasSum) sum.update(chunk);
        yield chunk;
      }
      onBytes(at);
    }
    if (frame.size !== undefined && length !== frame.size) throw damaged('frame is shorter than it says');
    if (frame.hasSum && sum.low() !== uint32(read(at - 4, 4), 0)) throw damaged('invalid checksum');
  }
}

interface FrameHeader {
  /** Bytes, with the magic number. */
  readonly length: number;
  /** Of the contents; undefined where it is not said. */
  readonly size: number | undefined;
  readonly hasSum: boolean;
}

type Read = (at: number, length: number) => Uint8Array;

function frameHeader(read: Read, at: number): FrameHeader {
  const flags = read(at + 4, 1)[0]!;
  const isSingle = (flags & 0x20) !== 0;
  if (flags & 0x08) throw damaged('reserved bit is set');
  if (flags & 3) throw damaged('dictionaries are not supported');
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][flags >>> 6]!;
  const length = 5 + (isSingle ? 0 : 1) + sizeBytes;
  const header = read(at, length);
  let size = sizeBytes === 2 ? 256 : 0;
  for (let i = 0; i < sizeBytes; i++) size += header[length - sizeBytes + i]! * 256 ** i;
  const window = isSingle ? size : 2 ** (10 + (header[5]! >>> 3)) * (1 + (header[5]! & 7) / 8);
  if (window > LARGEST_WINDOW) throw damaged(`a window of ${window} bytes: refused`);
  return { length, size: sizeBytes ? size : undefined, hasSum: (flags & 4) !== 0 };
}

function createReader(source: TarSource): Read {
  let window: Uint8Array = new Uint8Array(0);
  let start = 0;
  return (at, length) => {
    if (at + length > source.size) throw early();
    if (at < start || at + length > start + window.length) {
      start = at;
      window = source.readSync(at, Math.max(length, Math.min(PIECE, source.size - at)));
    }
    return window.subarray(at - start, at - start + length);
  };
}

const uint24 = (bytes: Uint8Array): number => bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16);
const uint32 = (bytes: Uint8Array, at: number): number =>
  (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;

const damaged = (what: string, cause?: unknown): StrataError =>
  new StrataError('EZSTD', `zstd: ${what}`, {}, cause);
const early = (): StrataError => new StrataError('EZSTD', 'unexpected EOF');
