/**
 * One request to an engine, whatever carries it: paths and queries, bodies, errors, hijacking.
 *
 * What the typed client's functions are made of. Errors become StrataError with code `HTTP<status>`
 * and the engine's own message.
 */
import {
  type ByteSource,
  chunksOf,
  collect,
  type Duplex,
  decode,
  encode,
  StrataError,
} from '../../base/index.ts';
import type { ApiRequest, ApiResponse, Transport } from '../transport.ts';

type QueryValue = string | number | boolean | undefined | readonly string[];
export type Query = Readonly<Record<string, QueryValue>>;

/** Filters as the API takes them: `{"name": ["a", "b"]}`. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export interface Connection {
  readonly transport: Transport;
  /** `/v1.51`, or empty for the engine's newest. */
  readonly prefix: string;
}

export interface Call {
  readonly method: ApiRequest['method'];
  readonly path: string;
  readonly query?: Query;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: Uint8Array | ByteSource;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** An answer of any status below 400. @throws StrataError `HTTP<status>` */
export async function send(connection: Connection, call: Call, upgrade = false): Promise<ApiResponse> {
  const body = call.json === undefined ? call.body : encode(JSON.stringify(call.json));
  const response = await connection.transport({
    method: call.method,
    path: (call.path.startsWith('/strata/') ? '' : connection.prefix) + call.path + queryString(call.query),
    headers: {
      ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(upgrade ? { connection: 'Upgrade', upgrade: 'tcp' } : {}),
      ...call.headers,
    },
    ...(body === undefined ? {} : { body }),
    ...(call.signal ? { signal: call.signal } : {}),
    ...(upgrade ? { upgrade } : {}),
  });
  if (response.status >= 400) throw await failure(response);
  return response;
}

/** The JSON that a call answers; undefined where it answers nothing. */
export async function ask<T>(connection: Connection, call: Call): Promise<T> {
  const response = await send(connection, call);
  const text = decode(await collect(chunksOf(response.body)));
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Lets a call do its work; answers the status, since 304 says that there was nothing to do. */
export async function tell(connection: Connection, call: Call): Promise<number> {
  const response = await send(connection, call);
  response.body.cancel();
  return response.status;
}

/** The JSON values that a call streams. Ending the iteration ends the request. */
export async function* stream<T>(connection: Connection, call: Call): AsyncGenerator<T, void, void> {
  const response = await send(connection, call);
  yield* jsonLines<T>(response.body);
}

/** The connection itself, for attach and exec. */
export async function hijack(connection: Connection, call: Call): Promise<Duplex> {
  const response = await send(connection, call, true);
  if (!response.connection) throw new StrataError('EPROTO', 'unable to upgrade to tcp, received 200');
  return response.connection;
}

/** The values of a stream of JSON lines. */
export async function* jsonLines<T>(source: ByteSource): AsyncGenerator<T, void, void> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of chunksOf(source)) {
    pending += decoder.decode(chunk, { stream: true });
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as T;
  }
  if (pending.trim() !== '') yield JSON.parse(pending) as T;
}

/** A path segment that came from people. */
export function segment(name: string): string {
  return encodeURIComponent(name).replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%40', '@');
}

export function filtersOf(filters: Filters | undefined): string | undefined {
  return filters && Object.keys(filters).length > 0 ? JSON.stringify(filters) : undefined;
}

function queryString(query: Query | undefined): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(query ?? {})) {
    // The engine takes 1 for true and absence for false; an empty string counts as absent, too.
    const values = typeof value === 'object' ? value : [value === true ? '1' : value];
    for (const each of values) {
      if (each === undefined || each === false || each === '') continue;
      parts.push(`${name}=${encodeURIComponent(String(each))}`);
    }
  }
  return parts.length ? `?${parts.join('&')}` : '';
}

async function failure(response: ApiResponse): Promise<StrataError> {
  const text = decode(await collect(chunksOf(response.body)));
  let message = text.trim();
  try {
    const parsed = JSON.parse(text) as { message?: unknown };
    if (typeof parsed.message === 'string') message = parsed.message;
  } catch {
    // An engine too old for JSON errors, or something in between that is none: the text itself.
  }
  return new StrataError(`HTTP${response.status}`, message || `request returned ${response.status}`, {
    status: response.status,
  });
}
