/**
 * The engine as the CLI sees it: Engine API requests over a `Transport`, answers as JSON or streams,
 * failures as the `Error response from daemon: …` that Docker prints.
 */

import type { ApiRequest, ApiResponse, Transport } from '../api/index.ts';
import {
  type ByteSource,
  chunksOf,
  codeOf,
  collect,
  type Duplex,
  decode,
  encode,
  messageOf,
} from '../base/index.ts';
import { failure } from './failure.ts';

/** The API version that Docker 28 speaks. */
export const API_VERSION = '1.51';

export interface RequestOptions {
  readonly json?: unknown;
  readonly body?: Uint8Array | ByteSource;
  readonly headers?: Readonly<Record<string, string>>;
  /** Leaves a status of 400 and more to the caller. */
  readonly anyStatus?: boolean;
}

export interface Engine {
  /** The parsed JSON answer; undefined where there is no body. @throws ECLI */
  call<T>(method: ApiRequest['method'], path: string, options?: RequestOptions): Promise<T>;
  /** The answer's bytes as text, for those who must keep the engine's own JSON. */
  text(method: ApiRequest['method'], path: string, options?: RequestOptions): Promise<string>;
  /** The answer as it comes. */
  stream(method: ApiRequest['method'], path: string, options?: RequestOptions): Promise<ApiResponse>;
  /** The connection itself, after the request (attach, exec). */
  hijack(path: string, json?: unknown): Promise<Hijacked>;
}

export interface Hijacked {
  readonly connection: Duplex;
  /** True where stdout and stderr come in frames. */
  readonly multiplexed: boolean;
}

/** `signal` closes every connection when the command is interrupted. */
export function createEngine(transport: Transport, host: string, signal: AbortSignal): Engine {
  const send = async (request: ApiRequest): Promise<ApiResponse> => {
    try {
      return await transport({ ...request, path: `/v${API_VERSION}${request.path}`, signal });
    } catch (error) {
      throw unreachable(error, host);
    }
  };
  const stream: Engine['stream'] = async (method, path, options = {}) => {
    const response = await send(requestOf(method, path, options));
    if (response.status >= 400 && !options.anyStatus) throw await refusal(response);
    return response;
  };
  const text: Engine['text'] = async (method, path, options) => {
    const response = await stream(method, path, options);
    return decode(await collect(chunksOf(response.body)));
  };
  return {
    stream,
    text,
    async call<T>(method: ApiRequest['method'], path: string, options?: RequestOptions): Promise<T> {
      const body = await text(method, path, options);
      return (body.trim() === '' ? undefined : JSON.parse(body)) as T;
    },
    async hijack(path, json) {
      const response = await send({
        ...requestOf('POST', path, json === undefined ? {} : { json }),
        upgrade: true,
      });
      // Docker's client looks at the status only. What Strata does not do says so.
      if (response.status === 501) throw await refusal(response);
      if (!response.connection) throw failure(`unable to upgrade to tcp, received ${response.status}`);
      const type = response.headers['content-type'] ?? '';
      return { connection: response.connection, multiplexed: type.includes('multiplexed-stream') };
    },
  };
}

function requestOf(method: ApiRequest['method'], path: string, options: RequestOptions): ApiRequest {
  if (options.json !== undefined) {
    return {
      method,
      path,
      headers: { ...options.headers, 'content-type': 'application/json' },
      body: encode(JSON.stringify(options.json)),
    };
  }
  return {
    method,
    path,
    ...(options.headers ? { headers: options.headers } : {}),
    ...(options.body ? { body: options.body } : {}),
  };
}

async function refusal(response: ApiResponse): Promise<Error> {
  const body = decode(await collect(chunksOf(response.body))).trim();
  let message = body;
  try {
    const parsed: unknown = JSON.parse(body);
    const said = (parsed as { message?: unknown } | null)?.message;
    if (typeof said === 'string') message = said.trim();
  } catch {
    // Not JSON: what came is the message.
  }
  if (message === '') message = `request returned ${response.status} for API route`;
  return failure(`Error response from daemon: ${message}`, 1, { http: response.status, message });
}

/** Where the engine is, as it is given. */
export function hostOf(env: Readonly<Record<string, string | undefined>>): string {
  return env['DOCKER_HOST'] || 'unix:///var/run/docker.sock';
}

/** What Go's client says where what it was to send cannot be read. */
export function unsendable(host: string, path: string, why: string): Error {
  const [, scheme, place = ''] = /^(\w+):\/\/(.*)$/.exec(host) ?? [];
  const address = scheme === 'unix' ? encodeURIComponent(place) : place;
  return failure(`error during connect: Post "http://${address}/v${API_VERSION}${path}": ${why}`);
}

function unreachable(error: unknown, host: string): Error {
  const text = messageOf(error);
  if (codeOf(error) === 'ECONNREFUSED' && text.startsWith('Cannot connect')) return failure(text);
  if (/ECONNREFUSED|ENOENT|EACCES/.test(text)) {
    return failure(`Cannot connect to the Docker daemon at ${host}. Is the docker daemon running?`);
  }
  return failure(`error during connect: ${text}`);
}

/** A query string of what is given; false, empty and undefined values are left out. */
export function query(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === false || value === '') continue;
    search.append(name, value === true ? '1' : String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** The path segment for a name that people typed. @throws ECLI where it is empty, unless it is an image's */
export function segment(
  name: string,
  kind: 'container' | 'image' | 'network' | 'volume' = 'container',
): string {
  if (name.trim() === '' && kind !== 'image') throw failure(`invalid ${kind} name or ID: value is empty`);
  return encodeURIComponent(name).replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%40', '@');
}

/** Filters as the API takes them: `{"name":{"value":true}}`. */
export function filterQuery(filters: readonly string[]): string | undefined {
  if (filters.length === 0) return undefined;
  const byName = new Map<string, Record<string, true>>();
  for (const filter of filters) {
    if (filter === '') continue;
    const at = filter.indexOf('=');
    const name = filter.slice(0, at).toLowerCase().trim();
    const values = byName.get(name) ?? (Object.create(null) as Record<string, true>);
    values[filter.slice(at + 1).trim()] = true;
    byName.set(name, values);
  }
  return JSON.stringify(Object.fromEntries(byName));
}
