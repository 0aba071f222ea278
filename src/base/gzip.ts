/** gzip with the platform's own streams; 123 MB/s out, 26 MB/s in (LIBRARIES.md). */
import { collect } from './bytes.ts';
import { StrataError } from './errors.ts';

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** @throws StrataError `EGZIP` (while iterating) where the data are damaged. */
export function gunzip(chunks: Chunks): AsyncGenerator<Uint8Array, void, void> {
  return through(chunks, new DecompressionStream('gzip'));
}

/** Deflated data without a frame, as in zip (RFC 1951). @throws StrataError `EGZIP` as `gunzip` does. */
export function inflateRaw(chunks: Chunks): AsyncGenerator<Uint8Array, void, void> {
  return through(chunks, new DecompressionStream('deflate-raw'));
}

export function gzip(chunks: Chunks): AsyncGenerator<Uint8Array, void, void> {
  return through(chunks, new CompressionStream('gzip'));
}

/** gzip of bytes that are all there. */
export function gzipBytes(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return collect(gzip([bytes]));
}

/** Whether bytes begin as gzip does (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return head.length >= 2 && head[0] === 0x1f && head[1] === 0x8b;
}

async function* through(
  chunks: Chunks,
  stream: { readonly readable: ReadableStream<Uint8Array>; readonly writable: WritableStream<BufferSource> },
): AsyncGenerator<Uint8Array, void, void> {
  const writer = stream.writable.getWriter();
  let failure: unknown;
  const feeding = (async () => {
    try {
      for await (const chunk of chunks) {
        await writer.ready;
        await writer.write(chunk as Uint8Array<ArrayBuffer>);
      }
      await writer.close();
    } catch (error) {
      failure ??= error;
      await writer.abort(error).catch(() => {});
    }
  })();
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      yield next.value;
    }
    await feeding;
    if (failure) throw failure;
  } catch (error) {
    const cause = failure ?? error;
    if (cause instanceof StrataError) throw cause;
    throw new StrataError('EGZIP', 'gzip: invalid data', {}, cause);
  } finally {
    await reader.cancel().catch(() => {});
  }
}
