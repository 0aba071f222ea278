/** The client's container and exec calls. */
import { type ByteSource, chunksOf, collect, type Duplex, decode, fromBase64 } from '../../base/index.ts';
import type {
  ContainerInspect,
  ContainerSummary,
  CreateContainerRequest,
  CreateContainerResponse,
  ExecCreateRequest,
  ExecInspect,
  FilesystemChange,
  PruneReport,
  TopResult,
  WaitResult,
} from '../docker-types.ts';
import { ask, type Connection, type Filters, filtersOf, hijack, segment, send, tell } from './connection.ts';

export interface AttachOptions {
  readonly stdin?: boolean;
  readonly stdout?: boolean;
  readonly stderr?: boolean;
  /** Replays what was printed before. */
  readonly logs?: boolean;
  readonly detachKeys?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface LogOptions {
  readonly follow?: boolean;
  readonly stdout?: boolean;
  readonly stderr?: boolean;
  /** Seconds since the epoch, with a fraction. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly timestamps?: boolean;
  /** A number of lines, or `all`. */
  readonly tail?: string | undefined;
  readonly details?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface ListContainersOptions {
  readonly all?: boolean;
  readonly limit?: number | undefined;
  readonly size?: boolean;
  readonly filters?: Filters;
}

export function containersOf(c: Connection) {
  const at = (id: string, rest: string): string => `/containers/${segment(id)}${rest}`;
  return {
    list: ({ all, limit, size, filters }: ListContainersOptions = {}) =>
      ask<ContainerSummary[]>(c, {
        method: 'GET',
        path: '/containers/json',
        query: { all, limit, size, filters: filtersOf(filters) },
      }),
    create: (
      request: CreateContainerRequest,
      options: { name?: string | undefined; platform?: string | undefined } = {},
    ) =>
      ask<CreateContainerResponse>(c, {
        method: 'POST',
        path: '/containers/create',
        query: options,
        json: request,
      }),
    inspect: (id: string, options: { size?: boolean } = {}) =>
      ask<ContainerInspect>(c, { method: 'GET', path: at(id, '/json'), query: options }),
    /** Status 304 where it runs already. */
    start: (id: string, options: { detachKeys?: string | undefined } = {}) =>
      tell(c, { method: 'POST', path: at(id, '/start'), query: options }),
    /** `timeout` in seconds. Status 304 where it does not run. */
    stop: (
      id: string,
      options: { signal?: string | undefined; timeout?: number | undefined; abort?: AbortSignal } = {},
    ) =>
      tell(c, {
        method: 'POST',
        path: at(id, '/stop'),
        query: { signal: options.signal, t: options.timeout },
        signal: options.abort,
      }),
    restart: (id: string, options: { signal?: string | undefined; timeout?: number | undefined } = {}) =>
      tell(c, {
        method: 'POST',
        path: at(id, '/restart'),
        query: { signal: options.signal, t: options.timeout },
      }),
    kill: (id: string, signal?: string) =>
      tell(c, { method: 'POST', path: at(id, '/kill'), query: { signal } }),
    pause: (id: string) => tell(c, { method: 'POST', path: at(id, '/pause') }),
    unpause: (id: string) => tell(c, { method: 'POST', path: at(id, '/unpause') }),
    rename: (id: string, name: string) =>
      // An empty name is sent as well: the engine has the words for it.
      tell(c, { method: 'POST', path: `${at(id, '/rename')}?name=${encodeURIComponent(name)}` }),
    resize: (id: string, rows: number, columns: number) =>
      tell(c, { method: 'POST', path: at(id, '/resize'), query: { h: rows, w: columns } }),
    remove: (id: string, options: { force?: boolean; volumes?: boolean; link?: boolean } = {}) =>
      tell(c, {
        method: 'DELETE',
        path: at(id, ''),
        query: { force: options.force, v: options.volumes, link: options.link },
      }),
    /** Answers when the condition holds; `onWaiting` is called once the engine waits. */
    async wait(
      id: string,
      options: {
        condition?: 'not-running' | 'next-exit' | 'removed';
        signal?: AbortSignal | undefined;
        onWaiting?: () => void;
      } = {},
    ): Promise<WaitResult> {
      const response = await send(c, {
        method: 'POST',
        path: at(id, '/wait'),
        query: { condition: options.condition },
        signal: options.signal,
      });
      options.onWaiting?.();
      return (await textOf(response.body, JSON.parse)) as WaitResult;
    },
    /** Raw bytes with a terminal, frames (`demultiplex`) without. */
    async logs(id: string, { signal, ...query }: LogOptions): Promise<ByteSource> {
      const response = await send(c, { method: 'GET', path: at(id, '/logs'), query: { ...query }, signal });
      return response.body;
    },
    /** Stdin goes into the sink; raw bytes with a terminal, frames without, come out of the source. */
    attach: (id: string, { signal, ...options }: AttachOptions): Promise<Duplex> =>
      hijack(c, { method: 'POST', path: at(id, '/attach'), query: { stream: true, ...options }, signal }),
    top: (id: string, psArgs?: string) =>
      ask<TopResult>(c, { method: 'GET', path: at(id, '/top'), query: { ps_args: psArgs } }),
    changes: (id: string) => ask<FilesystemChange[] | null>(c, { method: 'GET', path: at(id, '/changes') }),
    stats: async (
      id: string,
      options: { stream?: boolean; oneShot?: boolean; signal?: AbortSignal } = {},
    ): Promise<ByteSource> => {
      const query = { stream: options.stream ? '1' : '0', 'one-shot': options.oneShot };
      return (await send(c, { method: 'GET', path: at(id, '/stats'), query, signal: options.signal })).body;
    },
    update: (id: string, json: unknown) =>
      ask<{ Warnings: string[] | null }>(c, { method: 'POST', path: at(id, '/update'), json }),
    prune: (filters?: Filters) =>
      ask<PruneReport>(c, {
        method: 'POST',
        path: '/containers/prune',
        query: { filters: filtersOf(filters) },
      }),
    /** A tar of what is at `path`; `stat` is the decoded X-Docker-Container-Path-Stat. */
    async getArchive(id: string, path: string): Promise<{ tar: ByteSource; stat: PathStat }> {
      const response = await send(c, { method: 'GET', path: at(id, '/archive'), query: { path } });
      return { tar: response.body, stat: statOf(response.headers) };
    },
    async statArchive(id: string, path: string): Promise<PathStat> {
      const response = await send(c, { method: 'HEAD', path: at(id, '/archive'), query: { path } });
      response.body.cancel();
      return statOf(response.headers);
    },
    putArchive: (
      id: string,
      path: string,
      tar: Uint8Array | ByteSource,
      options: { noOverwriteDirNonDir?: boolean; copyUIDGID?: boolean } = {},
    ) =>
      tell(c, {
        method: 'PUT',
        path: at(id, '/archive'),
        query: { path, ...options },
        body: tar,
        headers: { 'content-type': 'application/x-tar' },
      }),
    export: async (id: string): Promise<ByteSource> =>
      (await send(c, { method: 'GET', path: at(id, '/export') })).body,
    execCreate: (id: string, request: ExecCreateRequest) =>
      ask<{ Id: string }>(c, { method: 'POST', path: at(id, '/exec'), json: request }),
    /** Starts an exec and gives its connection. */
    execStart: (
      exec: string,
      options: { tty: boolean; consoleSize?: readonly [number, number]; signal?: AbortSignal | undefined },
    ): Promise<Duplex> =>
      hijack(c, {
        method: 'POST',
        path: `/exec/${exec}/start`,
        json: { Detach: false, Tty: options.tty, ConsoleSize: options.consoleSize },
        signal: options.signal,
      }),
    execStartDetached: (exec: string, options: { tty: boolean }) =>
      tell(c, { method: 'POST', path: `/exec/${exec}/start`, json: { Detach: true, Tty: options.tty } }),
    execInspect: (exec: string) => ask<ExecInspect>(c, { method: 'GET', path: `/exec/${exec}/json` }),
    execResize: (exec: string, rows: number, columns: number) =>
      tell(c, { method: 'POST', path: `/exec/${exec}/resize`, query: { h: rows, w: columns } }),
  };
}

export interface PathStat {
  readonly name: string;
  readonly size: number;
  /** Go's os.FileMode. */
  readonly mode: number;
  readonly mtime: string;
  readonly linkTarget: string;
}

function statOf(headers: Readonly<Record<string, string>>): PathStat {
  return JSON.parse(decode(fromBase64(headers['x-docker-container-path-stat'] ?? ''))) as PathStat;
}

async function textOf<T>(body: ByteSource, parse: (text: string) => T): Promise<T> {
  return parse(decode(await collect(chunksOf(body))));
}
