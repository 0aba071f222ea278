/** The client's image and build calls. */
import type { ByteSource } from '../../base/index.ts';
import type {
  ImageDeleteItem,
  ImageHistoryItem,
  ImageInspect,
  ImageSummary,
  ProgressMessage,
  PruneReport,
} from '../docker-types.ts';
import {
  ask,
  type Connection,
  type Filters,
  filtersOf,
  jsonLines,
  type Query,
  segment,
  send,
  stream,
  tell,
} from './connection.ts';

/** Query members of `POST /build`. */
export interface BuildOptions {
  /** `2`: BuildKit's messages, with `moby.buildkit.trace`. Absent: the classic builder's. */
  readonly version?: '2';
  /** The body is what was asked for of a folder, and not an archive that is the context. */
  readonly remote?: 'client-session';
  readonly t?: readonly string[];
  readonly dockerfile?: string | undefined;
  readonly target?: string | undefined;
  readonly nocache?: boolean;
  readonly pull?: boolean;
  readonly q?: boolean;
  readonly platform?: string | undefined;
  readonly networkmode?: string | undefined;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** Names the build for `/session` and `/strata/v1/builds`. */
  readonly buildid?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export function imagesOf(c: Connection) {
  const at = (name: string, rest: string): string => `/images/${segment(name)}${rest}`;
  return {
    list: (options: { all?: boolean; filters?: Filters; sharedSize?: boolean; digests?: boolean } = {}) =>
      ask<ImageSummary[]>(c, {
        method: 'GET',
        path: '/images/json',
        query: {
          all: options.all,
          digests: options.digests,
          'shared-size': options.sharedSize,
          filters: filtersOf(options.filters),
        },
      }),
    inspect: (name: string) => ask<ImageInspect>(c, { method: 'GET', path: at(name, '/json') }),
    history: (name: string) => ask<ImageHistoryItem[]>(c, { method: 'GET', path: at(name, '/history') }),
    tag: (name: string, repo: string, tag?: string) =>
      tell(c, { method: 'POST', path: at(name, '/tag'), query: { repo, tag } }),
    remove: (name: string, options: { force?: boolean; noprune?: boolean } = {}) =>
      ask<ImageDeleteItem[]>(c, { method: 'DELETE', path: at(name, ''), query: options }),
    prune: (filters?: Filters) =>
      ask<PruneReport>(c, { method: 'POST', path: '/images/prune', query: { filters: filtersOf(filters) } }),
    /** Progress of a pull. `tag` may be a digest; without it all tags are pulled. */
    pull: (options: {
      fromImage: string;
      tag?: string | undefined;
      platform?: string | undefined;
      signal?: AbortSignal | undefined;
    }) => {
      const { signal, ...query } = options;
      return stream<ProgressMessage>(c, { method: 'POST', path: '/images/create', query, signal });
    },
    /** What `docker build` streams; the request has begun when the promise resolves. */
    async build(
      context: Uint8Array | ByteSource,
      { signal, buildArgs, labels, ...options }: BuildOptions,
    ): Promise<AsyncGenerator<ProgressMessage, void, void>> {
      const query: Query = {
        ...options,
        buildargs: buildArgs && JSON.stringify(buildArgs),
        labels: labels && JSON.stringify(labels),
      };
      const response = await send(c, {
        method: 'POST',
        path: '/build',
        query,
        body: context,
        headers: { 'content-type': 'application/x-tar' },
        signal,
      });
      return jsonLines<ProgressMessage>(response.body);
    },
    buildPrune: (options: { all?: boolean; filters?: Filters } = {}) =>
      ask<PruneReport>(c, {
        method: 'POST',
        path: '/build/prune',
        query: { all: options.all, filters: filtersOf(options.filters) },
      }),
  };
}
