/** Answers: JSON, nothing, streams of lines, connections. */
import {
  type ByteSource,
  createPipe,
  type Duplex,
  EMPTY,
  encode,
  goJson,
  messageOf,
  sourceOf,
} from '../base/index.ts';
import type { ApiResponse } from './transport.ts';

/** A body that is all there: transports may send it in one piece. */
export interface WholeBody extends ByteSource {
  readonly whole: Uint8Array;
}

export function wholeBody(whole: Uint8Array): WholeBody {
  return { whole, ...sourceOf([whole]) };
}

/** Go's encoder ends with a newline; dockerd tells it to leave `<`, `>` and `&` alone here. */
export function json(status: number, value: unknown): ApiResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: wholeBody(encode(`${unescapedJson(value)}\n`)),
  };
}

function unescapedJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): ApiResponse {
  return { status, headers, body: wholeBody(EMPTY) };
}

export function text(status: number, value: string): ApiResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: wholeBody(encode(value)) };
}

/** A line of JSON for each value, for as long as there are some. */
export function jsonStream(values: AsyncIterable<unknown>): ApiResponse {
  async function* lines(): AsyncGenerator<Uint8Array, void, void> {
    for await (const value of values) yield encode(`${goJson(value)}\n`);
  }
  return { status: 200, headers: { 'content-type': 'application/json' }, body: sourceOf(lines()) };
}

/**
 * Progress messages of a task. It begins before the answer does: what it throws before its first
 * message is the answer, later it is the last message.
 */
export async function progressStream(
  task: (emit: (message: unknown) => void) => Promise<void>,
): Promise<ApiResponse> {
  const { source, sink } = createPipe(Number.POSITIVE_INFINITY);
  let begun = (): void => {};
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let started = false;
  const emit = (message: unknown): void => {
    started = true;
    begun();
    // A client that is gone aborts the task by its signal.
    void sink.write(encode(`${goJson(message)}\r\n`)).catch(() => {});
  };
  const done = task(emit).catch((error: unknown) => {
    if (!started) throw error;
    emit({ errorDetail: { message: messageOf(error) }, error: messageOf(error) });
  });
  await Promise.race([first, done]);
  done.then(
    () => sink.end(),
    () => sink.end(),
  );
  return { status: 200, headers: { 'content-type': 'application/json' }, body: source };
}

export const RAW_STREAM = 'application/vnd.docker.raw-stream';
export const MULTIPLEXED_STREAM = 'application/vnd.docker.multiplexed-stream';

/** A connection, or where the client did not ask for one its output alone. */
export function hijacked(connection: Duplex, tty: boolean, upgrade: boolean): ApiResponse {
  const type = tty ? RAW_STREAM : MULTIPLEXED_STREAM;
  if (!upgrade) return { status: 200, headers: { 'content-type': RAW_STREAM }, body: connection.source };
  return {
    status: 101,
    headers: { 'content-type': type, connection: 'Upgrade', upgrade: 'tcp' },
    body: wholeBody(EMPTY),
    connection,
  };
}
