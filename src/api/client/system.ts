/** The client's calls about the daemon itself, volumes and networks. */
import type {
  DiskUsage,
  EventMessage,
  Network,
  PruneReport,
  SystemInfo,
  VersionInfo,
  Volume,
  VolumeCreateRequest,
  VolumeList,
} from '../docker-types.ts';
import { ask, type Connection, type Filters, filtersOf, segment, send, stream, tell } from './connection.ts';

export function systemOf(c: Connection) {
  return {
    /** The headers of `/_ping`: `api-version`, `builder-version`, `ostype`, … */
    async ping(): Promise<Readonly<Record<string, string>>> {
      const response = await send({ ...c, prefix: '' }, { method: 'HEAD', path: '/_ping' });
      response.body.cancel();
      return response.headers;
    },
    version: () => ask<VersionInfo>(c, { method: 'GET', path: '/version' }),
    info: () => ask<SystemInfo>(c, { method: 'GET', path: '/info' }),
    diskUsage: () => ask<DiskUsage>(c, { method: 'GET', path: '/system/df' }),
    events: (options: {
      since?: string | undefined;
      until?: string | undefined;
      filters?: Filters;
      signal?: AbortSignal | undefined;
    }) =>
      stream<EventMessage>(c, {
        method: 'GET',
        path: '/events',
        query: { since: options.since, until: options.until, filters: filtersOf(options.filters) },
        signal: options.signal,
      }),
  };
}

export function volumesOf(c: Connection) {
  return {
    list: (filters?: Filters) =>
      ask<VolumeList>(c, { method: 'GET', path: '/volumes', query: { filters: filtersOf(filters) } }),
    create: (request: VolumeCreateRequest) =>
      ask<Volume>(c, { method: 'POST', path: '/volumes/create', json: request }),
    inspect: (name: string) => ask<Volume>(c, { method: 'GET', path: `/volumes/${segment(name)}` }),
    remove: (name: string, options: { force?: boolean } = {}) =>
      tell(c, { method: 'DELETE', path: `/volumes/${segment(name)}`, query: options }),
    prune: (filters?: Filters) =>
      ask<PruneReport>(c, { method: 'POST', path: '/volumes/prune', query: { filters: filtersOf(filters) } }),
  };
}

export function networksOf(c: Connection) {
  return {
    list: (filters?: Filters) =>
      ask<Network[]>(c, { method: 'GET', path: '/networks', query: { filters: filtersOf(filters) } }),
    inspect: (name: string) => ask<Network>(c, { method: 'GET', path: `/networks/${segment(name)}` }),
    prune: (filters?: Filters) =>
      ask<PruneReport>(c, {
        method: 'POST',
        path: '/networks/prune',
        query: { filters: filtersOf(filters) },
      }),
  };
}
