/**
 * Transports that keep what an engine answered, and that answer it again.
 *
 * An exchange is found by method, path and body: what a client asks differently was never recorded.
 */
import type { ApiRequest, Transport } from '../../src/api/index.ts';
import { chunksOf, collect, createPipe, fromBase64, sourceOf, toBase64 } from '../../src/base/index.ts';

export interface Exchange {
  readonly request: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or `{base64}` where the bytes are none. */
  body: string | { readonly base64: string };
  readonly hijacked: boolean;
}

const KEPT_HEADERS = ['content-type', 'x-docker-container-path-stat'];

async function nameOf(request: ApiRequest): Promise<{ name: string; body: Uint8Array | undefined }> {
  const body =
    request.body === undefined || request.body instanceof Uint8Array
      ? request.body
      : await collect(chunksOf(request.body));
  // A context's times and padding are no part of what is compared.
  const isTar = request.headers?.['content-type'] === 'application/x-tar';
  const text = body && !isTar ? ` ${new TextDecoder().decode(body)}` : '';
  return { name: `${request.method} ${request.path}${text}`, body };
}

function bodyOf(bytes: Uint8Array): Exchange['body'] {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { base64: toBase64(bytes) };
  }
}

/** Passes on to `inner` and adds each exchange to `kept`, whose bodies are whole when the run is over. */
export function recordingTransport(inner: Transport, kept: Exchange[]): Transport {
  return async (request) => {
    const { name, body } = await nameOf(request);
    const response = await inner({ ...request, ...(body ? { body } : {}) });
    const headers = Object.fromEntries(
      KEPT_HEADERS.flatMap((key) => (response.headers[key] ? [[key, response.headers[key]!]] : [])),
    );
    const parts: Uint8Array[] = [];
    const exchange: Exchange = {
      request: name,
      status: response.status,
      headers,
      body: '',
      hijacked: response.connection !== undefined,
    };
    kept.push(exchange);
    const tap = async function* (source: typeof response.body): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunksOf(source)) {
        parts.push(chunk.slice());
        exchange.body = bodyOf(Buffer.concat(parts));
        yield chunk;
      }
    };
    if (!response.connection) return { ...response, body: sourceOf(tap(response.body)) };
    return {
      ...response,
      connection: { ...response.connection, source: sourceOf(tap(response.connection.source)) },
    };
  };
}

/** Answers from `kept`, equal requests in their order. */
export function replayingTransport(kept: readonly Exchange[]): Transport {
  const left = [...kept];
  return async (request) => {
    const { name } = await nameOf(request);
    const at = left.findIndex((exchange) => exchange.request === name);
    if (at < 0) throw new Error(`not recorded: ${name}`);
    const exchange = left.splice(at, 1)[0]!;
    const bytes =
      typeof exchange.body === 'string'
        ? new TextEncoder().encode(exchange.body)
        : fromBase64(exchange.body.base64);
    const source = sourceOf([bytes]);
    const base = { status: exchange.status, headers: exchange.headers };
    if (!exchange.hijacked) return { ...base, body: source };
    return { ...base, body: sourceOf([]), connection: { source, sink: createPipe().sink } };
  };
}
