/**
 * HTTP exchanges over a message port: the laptop's and the page's way to the engine's worker.
 *
 * One port carries requests and the heads of answers; a body or a connection that streams has a port
 * of its own, flow-controlled by base's duplex. Aborting a request aborts it on the other side.
 */
import {
  type ByteSource,
  chunksOf,
  type Duplex,
  duplexOverPort,
  EMPTY,
  fromWire,
  type Port,
  portOf,
  pour,
  SCREEN_WINDOW,
  StrataError,
  toWire,
  type WireError,
} from '../base/index.ts';
import { wholeBody } from './respond.ts';
import type { ApiRequest, ApiResponse, Transport } from './transport.ts';

/** Bytes, or a port that streams them. */
type Body = Uint8Array | MessagePort | undefined;

interface RequestMessage {
  readonly t: 'request';
  readonly id: number;
  readonly method: ApiRequest['method'];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly upgrade: boolean;
}

interface ResponseMessage {
  readonly t: 'response';
  readonly id: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly connection: MessagePort | undefined;
}

type Message =
  | RequestMessage
  | ResponseMessage
  | { readonly t: 'abort'; readonly id: number }
  | { readonly t: 'failed'; readonly id: number; readonly error: WireError };

/** Answers what comes over a port with a handler, until the port closes. */
export function serveOverPort(handler: Transport, port: Port): void {
  const aborts = new Map<number, AbortController>();
  port.onMessage((raw) => {
    const message = raw as Message;
    if (message.t === 'request') void answer(message);
    else if (message.t === 'abort') aborts.get(message.id)?.abort(gone());
  });
  port.onClose(() => {
    for (const abort of aborts.values()) abort.abort(gone());
  });

  async function answer(message: RequestMessage): Promise<void> {
    const { id, method, path, headers, upgrade } = message;
    const abort = new AbortController();
    aborts.set(id, abort);
    try {
      const body = message.body === undefined ? undefined : sourceFrom(message.body);
      const response = await handler({
        method,
        path,
        headers,
        ...(body ? { body } : {}),
        upgrade,
        signal: abort.signal,
      });
      const sent = outgoing(response.body, () => aborts.delete(id));
      const connection = response.connection && splice(response.connection, () => aborts.delete(id));
      const transfer: Transferable[] = [...sent.transfer, ...(connection ? [connection] : [])];
      port.post(
        {
          t: 'response',
          id,
          status: response.status,
          headers: response.headers,
          body: sent.body,
          connection,
        } satisfies Message,
        transfer,
      );
    } catch (error) {
      aborts.delete(id);
      port.post({ t: 'failed', id, error: toWire(error) } satisfies Message);
    }
  }
}

/** A connection to an engine whose API is served at the other end of the port. */
export function connectOverPort(port: Port): Transport {
  interface Waiter {
    resolve(response: ApiResponse): void;
    reject(error: unknown): void;
    readonly signal: AbortSignal | undefined;
    readonly abort: () => void;
  }
  const waiting = new Map<number, Waiter>();
  let nextId = 1;
  let closed = false;
  port.onMessage((raw) => {
    const message = raw as Message;
    if (message.t !== 'response' && message.t !== 'failed') return;
    const waiter = waiting.get(message.id);
    waiting.delete(message.id);
    if (!waiter) return;
    const { signal, abort } = waiter;
    // An answer that is whole can no longer be aborted; one command may ask many things.
    const over = (): void => signal?.removeEventListener('abort', abort);
    if (message.t === 'failed' || !(message.connection || message.body instanceof MessagePort)) over();
    if (message.t === 'failed') waiter.reject(fromWire(message.error));
    else waiter.resolve(toResponse(message, signal, over));
  });
  port.onClose(() => {
    closed = true;
    for (const waiter of waiting.values()) waiter.reject(refused());
    waiting.clear();
  });
  return (request) =>
    new Promise((resolve, reject) => {
      const { signal } = request;
      if (closed) return reject(refused());
      if (signal?.aborted) return reject(signal.reason);
      const id = nextId++;
      const abort = (): void => {
        port.post({ t: 'abort', id } satisfies Message);
        waiting.delete(id);
        reject(signal!.reason);
      };
      waiting.set(id, { resolve, reject, signal, abort });
      signal?.addEventListener('abort', abort, { once: true });
      const sent = request.body ? outgoing(request.body, () => {}) : { body: undefined, transfer: [] };
      const { method, path, headers = {}, upgrade = false } = request;
      port.post(
        { t: 'request', id, method, path, headers, body: sent.body, upgrade } satisfies Message,
        sent.transfer,
      );
    });
}

/** `over` is called when a streamed body has been read to its end. */
function toResponse(
  message: ResponseMessage,
  signal: AbortSignal | undefined,
  over: () => void,
): ApiResponse {
  const { status, headers, body, connection } = message;
  return {
    status,
    headers,
    body: body instanceof MessagePort ? ending(sourceFrom(body), signal, over) : wholeBody(body ?? EMPTY),
    ...(connection ? { connection: connectionFrom(connection, signal) } : {}),
  };
}

/** Reads end when the request is aborted, also where the other side is too busy to say so. */
function ending(source: ByteSource, signal: AbortSignal | undefined, over: () => void): ByteSource {
  const cancel = (): void => source.cancel();
  const end = (): void => {
    signal?.removeEventListener('abort', cancel);
    over();
  };
  if (signal?.aborted) cancel();
  else signal?.addEventListener('abort', cancel, { once: true });
  return {
    async read() {
      const chunk = await source.read();
      if (!chunk) end();
      return chunk;
    },
    cancel() {
      end();
      cancel();
    },
  };
}

/** What is all there goes along as it is; a stream gets a port. `finished` is called at its end. */
function outgoing(
  body: Uint8Array | ByteSource,
  finished: () => void,
): { body: Body; transfer: Transferable[] } {
  const whole = body instanceof Uint8Array ? body : (body as { whole?: Uint8Array }).whole;
  if (whole) {
    finished();
    return { body: whole, transfer: [] };
  }
  const { local, remote } = channel();
  void pour(chunksOf(body as ByteSource), local.sink)
    .catch(() => (body as ByteSource).cancel())
    .finally(finished);
  return { body: remote, transfer: [remote] };
}

function sourceFrom(body: Uint8Array | MessagePort): ByteSource {
  if (body instanceof Uint8Array) return wholeBody(body);
  const port = portOf(body as never);
  return closing(duplexOverPort(port).source, port);
}

/** Joins a connection to a port of its own. */
function splice(connection: Duplex, finished: () => void): MessagePort {
  const { local, remote } = channel(SCREEN_WINDOW);
  const copy = (from: ByteSource, to: Duplex['sink']): Promise<void> =>
    pour(chunksOf(from), to).catch(() => from.cancel());
  void copy(local.source, connection.sink);
  void copy(connection.source, local.sink).finally(finished);
  return remote;
}

function connectionFrom(remote: MessagePort, signal: AbortSignal | undefined): Duplex {
  const port = portOf(remote as never);
  const { source, sink } = duplexOverPort(port);
  const whole = closing(source, port);
  signal?.addEventListener(
    'abort',
    () => {
      sink.end();
      whole.cancel();
    },
    { once: true },
  );
  return { source: whole, sink };
}

/** Closes the port once its stream has been read to its end, since open ports are never collected. */
function closing(source: ByteSource, port: Port): ByteSource {
  return {
    async read() {
      const chunk = await source.read();
      if (!chunk) port.close();
      return chunk;
    },
    cancel() {
      source.cancel();
      port.close();
    },
  };
}

function channel(window?: number): { local: Duplex; remote: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  return { local: duplexOverPort(portOf(port1 as never), window), remote: port2 };
}

function gone(): StrataError {
  return new StrataError('ECANCELED', 'context canceled');
}

function refused(): StrataError {
  return new StrataError('ECONNREFUSED', 'the engine is gone');
}
