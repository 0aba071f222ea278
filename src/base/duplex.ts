/**
 * Byte streams in both directions, flow-controlled: a terminal, an attach connection, a build context.
 *
 * `read` and `write` wait for each other across workers by credit: a writer may be WINDOW bytes
 * ahead of its reader, so that `yes` in a container stops when nobody reads.
 */
import { StrataError } from './errors.ts';
import type { Port } from './port.ts';

export interface ByteSource {
  /** The next chunk, never empty; undefined at the end. Rejects if the other side failed. */
  read(): Promise<Uint8Array | undefined>;
  /** Says that no more will be read; the writer gets EPIPE. */
  cancel(): void;
}

export interface ByteSink {
  /** Resolves when there is room for more. The bytes are the stream's from now on. @throws EPIPE */
  write(chunk: Uint8Array): Promise<void>;
  /** Ends the stream after what was written; idempotent. */
  end(): void;
  /** Ends the stream with an error, which the reader's `read` rejects with. */
  fail(error: Error): void;
}

/** One end of a connection. */
export interface Duplex {
  readonly source: ByteSource;
  readonly sink: ByteSink;
}

const WINDOW = 256 * 1024;
/**
 * The same where a person looks on: what is under way when ^C stops a flood is shown to its end, a frame of
 * the screen for each 32 KB of it.
 */
export const SCREEN_WINDOW = 32 * 1024;

/** A pipe within one thread: what goes into the sink comes out of the source. */
export function createPipe(window = WINDOW): Duplex {
  const chunks: Uint8Array[] = [];
  let queued = 0;
  let ended = false;
  let cancelled = false;
  let failure: Error | undefined;
  let reader: (() => void) | undefined;
  const writers: (() => void)[] = [];
  const wakeReader = (): void => {
    const wake = reader;
    reader = undefined;
    wake?.();
  };
  const wakeWriters = (): void => {
    for (const wake of writers.splice(0)) wake();
  };
  return {
    source: {
      async read() {
        for (;;) {
          const chunk = chunks.shift();
          if (chunk) {
            queued -= chunk.length;
            if (queued < window) wakeWriters();
            return chunk;
          }
          if (failure) throw failure;
          if (ended || cancelled) return undefined;
          await new Promise<void>((resolve) => {
            reader = resolve;
          });
        }
      },
      cancel() {
        cancelled = true;
        chunks.length = 0;
        queued = 0;
        wakeWriters();
        wakeReader();
      },
    },
    sink: {
      async write(chunk) {
        if (cancelled || ended) throw new StrataError('EPIPE', 'Broken pipe');
        if (chunk.length === 0) return;
        chunks.push(chunk);
        queued += chunk.length;
        wakeReader();
        while (queued >= window && !cancelled) await new Promise<void>((resolve) => writers.push(resolve));
        if (cancelled) throw new StrataError('EPIPE', 'Broken pipe');
      },
      end() {
        ended = true;
        wakeReader();
      },
      fail(error) {
        failure ??= error;
        wakeReader();
      },
    },
  };
}

/** Two connected ends within one thread. */
export function createDuplexPair(window = WINDOW): [Duplex, Duplex] {
  const there = createPipe(window);
  const back = createPipe(window);
  return [
    { source: there.source, sink: back.sink },
    { source: back.source, sink: there.sink },
  ];
}

type Frame =
  | { readonly t: 'data'; readonly chunk: Uint8Array }
  | { readonly t: 'read'; readonly bytes: number }
  | { readonly t: 'end' }
  | { readonly t: 'cancel' }
  | { readonly t: 'fail'; readonly code: string; readonly message: string };

/** One end of a connection that crosses a port; the other side does the same with its end. */
export function duplexOverPort(port: Port, window = WINDOW): Duplex {
  const incoming = createPipe(Number.POSITIVE_INFINITY);
  let ahead = 0;
  let outEnded = false;
  let refused: StrataError | undefined;
  const writers: (() => void)[] = [];
  const wake = (): void => {
    for (const writer of writers.splice(0)) writer();
  };
  port.onMessage((raw) => {
    const frame = raw as Frame;
    if (frame.t === 'data') void incoming.sink.write(frame.chunk).catch(() => {});
    else if (frame.t === 'read') {
      ahead -= frame.bytes;
      if (ahead < window) wake();
    } else if (frame.t === 'end') incoming.sink.end();
    else if (frame.t === 'fail') incoming.sink.fail(new StrataError(frame.code, frame.message));
    else {
      refused = new StrataError('EPIPE', 'Broken pipe');
      wake();
    }
  });
  port.onClose(() => {
    incoming.sink.end();
    refused ??= new StrataError('EPIPE', 'Broken pipe');
    wake();
  });
  return {
    source: {
      async read() {
        const chunk = await incoming.source.read();
        if (chunk) port.post({ t: 'read', bytes: chunk.length } satisfies Frame);
        return chunk;
      },
      cancel() {
        incoming.source.cancel();
        port.post({ t: 'cancel' } satisfies Frame);
      },
    },
    sink: {
      async write(chunk) {
        if (refused) throw refused;
        if (outEnded) throw new StrataError('EPIPE', 'Broken pipe');
        if (chunk.length === 0) return;
        ahead += chunk.length;
        // A view on a part of a larger buffer must not take the rest along.
        const own = ownsBuffer(chunk) ? chunk : chunk.slice();
        port.post({ t: 'data', chunk: own } satisfies Frame, [own.buffer as ArrayBuffer]);
        while (ahead >= window && !refused) await new Promise<void>((resolve) => writers.push(resolve));
        if (refused) throw refused;
      },
      end() {
        if (outEnded) return;
        outEnded = true;
        port.post({ t: 'end' } satisfies Frame);
      },
      fail(error) {
        if (outEnded) return;
        outEnded = true;
        const code = error instanceof StrataError ? error.code : 'EIO';
        port.post({ t: 'fail', code, message: error.message } satisfies Frame);
      },
    },
  };
}

/** The chunks of a source, for `for await`. */
export async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array, void, void> {
  try {
    for (let chunk = await source.read(); chunk; chunk = await source.read()) yield chunk;
  } finally {
    source.cancel();
  }
}

/** Writes all chunks and ends the sink; an error of the chunks fails it. @throws EPIPE */
export async function pour(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sink: ByteSink,
): Promise<void> {
  try {
    for await (const chunk of chunks) await sink.write(chunk);
    sink.end();
  } catch (error) {
    sink.fail(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** A source over chunks that are made on demand. */
export function sourceOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ByteSource {
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  return {
    async read() {
      for (;;) {
        const next = await iterator.next();
        if (next.done) return undefined;
        if (next.value.length) return next.value;
      }
    },
    cancel() {
      void iterator.return?.();
    },
  };
}

function ownsBuffer(chunk: Uint8Array): boolean {
  return (
    chunk.buffer instanceof ArrayBuffer &&
    chunk.byteOffset === 0 &&
    chunk.byteLength === chunk.buffer.byteLength
  );
}
