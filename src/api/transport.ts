/**
 * An HTTP exchange as a function: what server and clients agree on, whatever carries it.
 *
 * The server's router is a `Transport`, and so is every client's connection: in process, over a
 * MessagePort, over a Unix socket or TCP in Node. So a client cannot tell where its engine is.
 */
import type { ByteSource, Duplex } from '../base/index.ts';

export interface ApiRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query, with or without the `/v1.51` prefix. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | ByteSource;
  /** Asks for the connection itself after the headers (`Upgrade: tcp`): attach, exec, session. */
  readonly upgrade?: boolean;
  /** Aborting closes the connection, which the server sees. */
  readonly signal?: AbortSignal;
}

export interface ApiResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ByteSource;
  /** With status 101: the connection. */
  readonly connection?: Duplex;
}

export type Transport = (request: ApiRequest) => Promise<ApiResponse>;
