/**
 * A container's output to all who are attached, and theirs to its input.
 *
 * The slowest attached client sets the pace, as in Docker: a writer in the container waits for all.
 */
import type { ByteSink, ByteSource } from '../base/index.ts';

export type OutputStream = 1 | 2;

interface OutputListener {
  write(stream: OutputStream, bytes: Uint8Array): Promise<void>;
  /** No more comes: the process has ended, or never started. */
  end(): void;
}

export interface Broadcast {
  add(listener: OutputListener): () => void;
  write(stream: OutputStream, bytes: Uint8Array): Promise<void>;
  end(): void;
  /** Where attached clients' input goes; undefined while nothing runs. */
  input: ByteSink | undefined;
  /** Resolves with the input once something runs that has one; undefined where it ended before. */
  inputReady(): Promise<ByteSink | undefined>;
  setInput(input: ByteSink): void;
}

export function createBroadcast(): Broadcast {
  const listeners = new Set<OutputListener>();
  const waiting: ((input: ByteSink | undefined) => void)[] = [];
  const broadcast: Broadcast = {
    add(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async write(stream, bytes) {
      await Promise.all(
        [...listeners].map((listener) =>
          // Each gets bytes of its own: ports transfer what they are given.
          listener.write(stream, bytes.slice()).catch(() => listeners.delete(listener)),
        ),
      );
    },
    end() {
      broadcast.input = undefined;
      for (const listener of [...listeners]) listener.end();
      listeners.clear();
      for (const wake of waiting.splice(0)) wake(undefined);
    },
    input: undefined,
    inputReady: () =>
      broadcast.input
        ? Promise.resolve(broadcast.input)
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
    setInput(input) {
      broadcast.input = input;
      for (const wake of waiting.splice(0)) wake(input);
    },
  };
  return broadcast;
}

/** Hands on all of a source; resolves at its end. */
export async function pump(
  source: ByteSource,
  sink: (bytes: Uint8Array) => Promise<void> | void,
): Promise<void> {
  for (let chunk = await source.read(); chunk; chunk = await source.read()) await sink(chunk);
}
