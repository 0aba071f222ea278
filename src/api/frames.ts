/**
 * The framing of stdout and stderr in one stream, when a container has no terminal: eight bytes of
 * header (stream, three zeros, length in big-endian), then the bytes.
 *
 * @see moby api/swagger.yaml, "Stream format" of ContainerAttach
 */
import { type ByteSource, chunksOf, concat, StrataError } from '../base/index.ts';

/** 0 stdin, 1 stdout, 2 stderr, 3 an error of the engine itself. */
export type StreamNumber = 0 | 1 | 2 | 3;

export interface StreamFrame {
  readonly stream: StreamNumber;
  readonly bytes: Uint8Array;
}

const HEADER = 8;
/** A frame is handed on in pieces, so that a header's claim allocates nothing. */
const PIECE = 64 * 1024;

export function encodeFrame(stream: StreamNumber, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(HEADER + bytes.length);
  frame[0] = stream;
  new DataView(frame.buffer).setUint32(4, bytes.length);
  frame.set(bytes, HEADER);
  return frame;
}

/** The pieces of each stream in their order, neighbours of one stream together. @throws StrataError EPROTO */
export async function* demultiplex(source: ByteSource): AsyncGenerator<StreamFrame, void, void> {
  let pending: Uint8Array = new Uint8Array(0);
  let stream: StreamNumber = 1;
  let left = 0;
  for await (const chunk of chunksOf(source)) {
    pending = pending.length ? concat([pending, chunk]) : chunk;
    let parts: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      if (left === 0) {
        if (pending.length < HEADER) break;
        const kind = pending[0]!;
        if (kind > 3) throw new StrataError('EPROTO', `Unrecognized input header: ${kind}`);
        if (parts.length > 0 && kind !== stream) {
          yield { stream, bytes: concat(parts) };
          parts = [];
          size = 0;
        }
        stream = kind as StreamNumber;
        left = new DataView(pending.buffer, pending.byteOffset).getUint32(4);
        pending = pending.subarray(HEADER);
        if (left === 0) continue;
      }
      const bytes = pending.subarray(0, Math.min(left, PIECE - size));
      if (bytes.length === 0) break;
      pending = pending.subarray(bytes.length);
      left -= bytes.length;
      parts.push(bytes);
      size += bytes.length;
      if (size < PIECE) continue;
      yield { stream, bytes: concat(parts) };
      parts = [];
      size = 0;
    }
    if (parts.length > 0) yield { stream, bytes: concat(parts) };
  }
}
