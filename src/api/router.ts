/**
 * Routes by method and pattern, and the request as they see it.
 *
 * `{name}` is one segment of the path, `{name*}` one or more; the names of images have slashes.
 */
import { type ByteSource, chunksOf, collect, decode, messageOf } from '../base/index.ts';
import { type Engine, type FilterSet, failure, invalid, parseFilters } from '../engine/index.ts';
import type { ApiRequest, ApiResponse } from './transport.ts';

export interface Call {
  readonly engine: Engine;
  readonly request: ApiRequest;
  /** `1.51`, or the one in the path. */
  readonly version: string;
  readonly query: URLSearchParams;
  /** What a placeholder of the pattern stands for, decoded. */
  param(name: string): string;
  /** Whether a query member says yes, as Docker reads it. */
  flag(name: string): boolean;
  /** A query member that is a number. @throws 400 */
  number(name: string): number | undefined;
  filters(): FilterSet;
  /** The body as JSON; undefined where there is none. @throws 400 */
  body<T>(): Promise<T | undefined>;
  /** The body as it comes. */
  stream(): Uint8Array | ByteSource;
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
}

export interface Route {
  readonly method: ApiRequest['method'];
  readonly path: string;
  readonly handle: (call: Call) => ApiResponse | Promise<ApiResponse>;
}

export function route(method: ApiRequest['method'], path: string, handle: Route['handle']): Route {
  return { method, path, handle };
}

/** What finds the route for a method and a path. */
export function createRouter(
  routes: readonly Route[],
): (
  method: string,
  path: string,
) => { readonly route: Route; readonly params: Map<string, string> } | undefined {
  const compiled = routes.map((each) => ({ route: each, ...compile(each.path) }));
  return (method, path) => {
    for (const { route, pattern, names } of compiled) {
      if (route.method !== method) continue;
      const match = pattern.exec(path);
      if (!match) continue;
      return { route, params: new Map(names.map((name, i) => [name, decodeSegment(match[i + 1]!)])) };
    }
    return undefined;
  };
}

function compile(path: string): { pattern: RegExp; names: string[] } {
  const names: string[] = [];
  const source = path.replace(/[.]/g, '\\.').replace(/\{(\w+)(\*?)\}/g, (_, name: string, many: string) => {
    names.push(name);
    return many ? '(.+)' : '([^/]+)';
  });
  return { pattern: new RegExp(`^${source}$`), names };
}

function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Bodies that are JSON are small. */
const LONGEST_JSON = 4 << 20;

export function createCall(
  engine: Engine,
  request: ApiRequest,
  version: string,
  query: URLSearchParams,
  params: ReadonlyMap<string, string>,
): Call {
  return {
    engine,
    request,
    version,
    query,
    signal: request.signal ?? new AbortController().signal,
    param: (name) => params.get(name) ?? '',
    flag: (name) => isTrue(query.get(name)),
    number(name) {
      const value = query.get(name);
      if (value === null || value === '') return undefined;
      if (!/^-?\d+$/.test(value))
        throw failure('ESYSTEM', `strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`);
      return Number(value);
    },
    filters: () => parseFilters(query.get('filters') ?? undefined),
    stream: () => request.body ?? new Uint8Array(0),
    async body<T>() {
      const { body } = request;
      const bytes = !body ? undefined : body instanceof Uint8Array ? body : await collect(limited(body));
      if (!bytes?.length) return undefined;
      const type = (request.headers?.['content-type'] ?? '').split(';')[0]!.trim();
      if (type !== 'application/json' && type !== 'text/json') {
        throw invalid(`unsupported Content-Type header (${type}): must be 'application/json'`);
      }
      let parsed: unknown;
      try {
        parsed = JSON.parse(decode(bytes));
      } catch (error) {
        throw invalid(
          `invalid JSON: ${/end of|Unterminated|Expected/i.test(messageOf(error)) ? 'unexpected EOF' : messageOf(error)}`,
        );
      }
      if (typeof parsed !== 'object' || parsed === null) throw invalid('invalid JSON: got non-object');
      return parsed as T;
    },
  };
}

async function* limited(source: ByteSource): AsyncGenerator<Uint8Array, void, void> {
  let total = 0;
  for await (const chunk of chunksOf(source)) {
    total += chunk.length;
    if (total > LONGEST_JSON) throw invalid('request body too large');
    yield chunk;
  }
}

/** As httputils.BoolValue: these words and nothing mean no. */
function isTrue(value: string | null): boolean {
  const word = (value ?? '').trim().toLowerCase();
  return !['', '0', 'no', 'false', 'none'].includes(word);
}
