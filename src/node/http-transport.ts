/**
 * The Engine API over Node's HTTP: a server in front of a `Transport`, and a `Transport` to a server.
 *
 * The server lets the real `docker` client and `dockerode` drive Strata's engine; the client lets
 * Strata's `docker` drive a real engine (DOCKER_HOST).
 */
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as net from 'node:net';
import type { Duplex as NodeDuplex } from 'node:stream';
import type { ApiRequest, ApiResponse, Transport } from '../api/index.ts';
import {
  type ByteSink,
  type ByteSource,
  chunksOf,
  type Duplex,
  EMPTY,
  messageOf,
  pour,
  StrataError,
  sourceOf,
} from '../base/index.ts';

/** `unix:///path` or `tcp://host:port`. */
export type HostAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** @throws StrataError with the words of the docker client. */
export function parseHost(text: string): HostAddress {
  const unix = /^unix:\/\/(\/.+)$/.exec(text);
  if (unix) return { path: unix[1]! };
  const tcp = /^(?:tcp|http):\/\/([^:/]+|\[[^\]]+\]):(\d+)\/?$/.exec(text);
  if (tcp) return { host: tcp[1]!.replace(/^\[|\]$/g, ''), port: Number(tcp[2]) };
  throw new StrataError('EINVAL', `unable to parse docker host \`${text}\``);
}

/** Serves a handler; resolves when it listens. A socket file that nobody listens on is replaced. */
export async function serveHttp(
  handler: Transport,
  address: HostAddress,
): Promise<{ close(): Promise<void> }> {
  const sockets = new Set<net.Socket>();
  const server = http.createServer((request, response) => void answer(handler, request, response));
  server.on('upgrade', (request, socket, head) => void upgrade(handler, request, socket, head));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // Attach, events and logs stay open as long as they are wanted.
  server.requestTimeout = 0;
  server.timeout = 0;
  if ('path' in address) await removeStale(address.path);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen('path' in address ? { path: address.path } : address, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A connection to an engine, real or ours. Each request has a socket of its own. */
export function connectHttp(address: HostAddress): Transport {
  const target = 'path' in address ? { socketPath: address.path } : address;
  return (request) =>
    new Promise<ApiResponse>((resolve, reject) => {
      const outgoing = http.request({
        ...target,
        method: request.method,
        path: request.path,
        headers: {
          host: 'docker',
          ...request.headers,
          ...(request.upgrade ? { connection: 'Upgrade', upgrade: 'tcp' } : {}),
          ...(request.body instanceof Uint8Array ? { 'content-length': request.body.length } : {}),
        },
        agent: false,
        ...(request.signal ? { signal: request.signal } : {}),
      });
      outgoing.on('response', (response) =>
        resolve({
          status: response.statusCode ?? 0,
          headers: flatten(response.headers),
          body: sourceOf(response),
        }),
      );
      outgoing.on('upgrade', (response, socket, head) =>
        resolve({
          status: 101,
          headers: flatten(response.headers),
          body: sourceOf([]),
          connection: duplexOf(socket, head),
        }),
      );
      outgoing.on('error', (error) => reject(asConnectionError(error, address)));
      void sendBody(outgoing, request);
    });
}

async function sendBody(outgoing: http.ClientRequest, request: ApiRequest): Promise<void> {
  try {
    if (request.body instanceof Uint8Array) outgoing.end(request.body);
    else if (request.body) await pour(chunksOf(request.body), sinkOf(outgoing));
    else outgoing.end();
  } catch (error) {
    outgoing.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

async function answer(
  handler: Transport,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    const result = await handler(toRequest(request, gone.signal, sourceOf(request)));
    response.writeHead(result.status, result.headers);
    // Headers of a stream go out before its first event.
    response.flushHeaders();
    if (request.method === 'HEAD' || result.status === 204 || result.status === 304) response.end();
    else await pour(chunksOf(result.body), sinkOf(response));
  } catch (error) {
    if (!response.headersSent) {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(`${JSON.stringify({ message: messageOf(error) })}\n`);
    } else response.destroy();
  }
}

async function upgrade(
  handler: Transport,
  request: http.IncomingMessage,
  socket: NodeDuplex,
  head: Uint8Array,
): Promise<void> {
  const gone = new AbortController();
  socket.once('close', () => gone.abort());
  socket.on('error', () => socket.destroy());
  try {
    // A hijacked request's parameters come as a JSON body before the connection is taken over.
    const length = Number(request.headers['content-length'] ?? 0);
    const { body, rest } = await readBody(socket, head, length);
    const result = await handler({ ...toRequest(request, gone.signal, body), upgrade: true });
    const reason = http.STATUS_CODES[result.status] ?? '';
    const lines = Object.entries(result.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    if (result.status === 101 && result.connection) {
      socket.write(`HTTP/1.1 101 UPGRADED\r\n${lines.join('')}\r\n`);
      await join(result.connection, duplexOf(socket, rest));
      return;
    }
    socket.write(`HTTP/1.1 ${result.status} ${reason}\r\n${lines.join('')}connection: close\r\n\r\n`);
    await pour(chunksOf(result.body), sinkOf(socket));
  } catch {
    socket.destroy();
  }
}

/** Copies both ways until both directions have ended. */
async function join(a: Duplex, b: Duplex): Promise<void> {
  const copy = (from: ByteSource, to: ByteSink): Promise<void> =>
    pour(chunksOf(from), to).catch(() => from.cancel());
  await Promise.all([copy(a.source, b.sink), copy(b.source, a.sink)]);
}

async function readBody(
  socket: NodeDuplex,
  head: Uint8Array,
  length: number,
): Promise<{ body: Uint8Array; rest: Uint8Array }> {
  const LONGEST = 1 << 20;
  if (length > LONGEST) throw new StrataError('EINVAL', 'request body too large');
  let bytes = Buffer.from(head);
  while (bytes.length < length) {
    const chunk = socket.read() as Buffer | null;
    if (chunk) bytes = Buffer.concat([bytes, chunk]);
    else
      await new Promise<void>((resolve, reject) => {
        socket.once('readable', resolve);
        socket.once('close', () => reject(new StrataError('EPIPE', 'connection closed')));
      });
  }
  return { body: bytes.subarray(0, length), rest: bytes.subarray(length) };
}

function toRequest(
  request: http.IncomingMessage,
  signal: AbortSignal,
  body: Uint8Array | ByteSource,
): ApiRequest {
  return {
    method: (request.method ?? 'GET') as ApiRequest['method'],
    path: request.url ?? '/',
    headers: flatten(request.headers),
    body,
    signal,
  };
}

function flatten(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function duplexOf(socket: NodeDuplex, head: Uint8Array): Duplex {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    if (head.length) yield head;
    for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>)
      yield chunk;
  }
  return { source: sourceOf(chunks()), sink: sinkOf(socket) };
}

function sinkOf(stream: NodeJS.WritableStream & { destroyed?: boolean }): ByteSink {
  let failure: Error | undefined;
  stream.on('error', (error: Error) => {
    failure = error;
  });
  return {
    async write(chunk) {
      if (failure || stream.destroyed) throw new StrataError('EPIPE', 'Broken pipe');
      if (stream.write(chunk)) return;
      await new Promise<void>((resolve) => {
        const done = (): void => {
          stream.off('drain', done);
          stream.off('close', done);
          resolve();
        };
        stream.on('drain', done);
        stream.on('close', done);
      });
    },
    end: () => void stream.end(EMPTY),
    fail: () => (stream as { destroy?(): void }).destroy?.(),
  };
}

async function removeStale(socketPath: string): Promise<void> {
  if (!fs.existsSync(socketPath)) return;
  const alive = await new Promise<boolean>((resolve) => {
    const probe = net.connect(socketPath, () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
  if (alive) throw new StrataError('EADDRINUSE', `${socketPath} is in use`);
  fs.rmSync(socketPath);
}

function asConnectionError(error: Error, address: HostAddress): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== 'ENOENT' && code !== 'ECONNREFUSED' && code !== 'EACCES') return error;
  const where = 'path' in address ? `unix://${address.path}` : `tcp://${address.host}:${address.port}`;
  return new StrataError(
    'ECONNREFUSED',
    `Cannot connect to the Docker daemon at ${where}. Is the docker daemon running?`,
  );
}
