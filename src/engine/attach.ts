/**
 * Being connected to a container's streams: attach before or while it runs.
 *
 * Gives a connection whose far end is the client's. How bytes are framed is the API's business:
 * output goes through a `Framing`.
 *
 * @see moby daemon/attach.go, container/stream/attach.go
 */
import { concat, createDuplexPair, type Duplex, encode, SCREEN_WINDOW } from '../base/index.ts';
import { liveOf } from './container-live.ts';
import { findContainer, logContainer } from './containers.ts';
import { createDetachFilter, parseDetachKeys } from './detach-keys.ts';
import { conflict } from './failure.ts';
import { readLogs } from './logs.ts';
import type { OutputStream } from './streams.ts';
import type { Engine } from './types.ts';

export interface AttachRequest {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  /** What was printed before comes first. */
  readonly logs: boolean;
  /** What is printed from now on. */
  readonly stream: boolean;
  readonly detachKeys: string;
  readonly signal: AbortSignal;
}

/** How a chunk of a stream looks on the connection. */
export type Framing = (stream: OutputStream, bytes: Uint8Array) => Uint8Array;

export interface Attachment {
  /** The client's end. */
  readonly connection: Duplex;
  readonly tty: boolean;
}

export function attachContainer(
  engine: Engine,
  name: string,
  request: AttachRequest,
  framed: Framing,
): Attachment {
  const record = findContainer(engine, name);
  if (record.state.status === 'paused') {
    throw conflict(`container ${record.id} is paused, unpause the container before attach`);
  }
  if (record.state.status === 'restarting') {
    throw conflict(`container ${record.id} is restarting, wait until the container is running`);
  }
  const keys = parseDetachKeys(request.detachKeys);
  const live = liveOf(engine, record.id);
  const tty = record.config.Tty ?? false;
  const frame: Framing = tty ? (_, bytes) => bytes : framed;
  const [ours, theirs] = createDuplexPair(SCREEN_WINDOW);
  // Registered now, so that a start which follows at once loses nothing; the log goes before it.
  const earlier = request.logs ? replay(engine, record.id, request, frame, ours.sink) : Promise.resolve();
  const detach = live.outputs.add({
    async write(stream, bytes) {
      await earlier;
      if (!request.stream || !(stream === 1 ? request.stdout : request.stderr)) return;
      await ours.sink.write(frame(stream, bytes));
    },
    end: () => void earlier.finally(() => ours.sink.end()),
  });
  const close = (): void => {
    detach();
    ours.sink.end();
    ours.source.cancel();
  };
  request.signal.addEventListener('abort', close, { once: true });
  if (!request.stream) void earlier.finally(close);
  if (request.stdin && record.config.OpenStdin) {
    const filter = tty ? createDetachFilter(keys) : undefined;
    void copyInput(ours, live.outputs, filter, (record.config.StdinOnce ?? false) && !tty).then((left) => {
      if (!left) return;
      logContainer(engine, record, 'detach');
      close();
    });
  }
  logContainer(engine, record, 'attach');
  return { connection: theirs, tty };
}

async function replay(
  engine: Engine,
  id: string,
  request: AttachRequest,
  frame: Framing,
  sink: Duplex['sink'],
): Promise<void> {
  const entries = readLogs(engine, id, {
    stdout: request.stdout,
    stderr: request.stderr,
    follow: false,
    signal: request.signal,
  });
  for await (const lines of entries) {
    if (lines.length > 0)
      await sink.write(concat(lines.map(({ stream, text }) => frame(stream, encode(text)))));
  }
}

/** Whether the client typed the keys that detach. */
async function copyInput(
  { source }: Duplex,
  outputs: ReturnType<typeof liveOf>['outputs'],
  filter: ReturnType<typeof createDetachFilter> | undefined,
  once: boolean,
): Promise<boolean> {
  try {
    for (;;) {
      const chunk = await source.read();
      if (!chunk) break;
      const { bytes, detached } = filter ? filter(chunk) : { bytes: chunk, detached: false };
      const input = await outputs.inputReady();
      if (!input) return false;
      if (bytes.length) await input.write(bytes);
      if (detached) return true;
    }
    if (once) (await outputs.inputReady())?.end();
  } catch {
    // The process closed its input, or the client is gone: nothing more to copy.
    source.cancel();
  }
  return false;
}
