/** The client's calls for what Docker hides; a real engine answers them with 404. */
import type { BuildRecord } from '../../builder/index.ts';
import type { StrataEvent, StrataState, UpperEntry } from '../strata.ts';
import { ask, type Connection, segment, stream } from './connection.ts';

export function strataOf(c: Connection) {
  return {
    state: () => ask<StrataState>(c, { method: 'GET', path: '/strata/v1/state' }),
    events: (signal?: AbortSignal) =>
      stream<StrataEvent>(c, { method: 'GET', path: '/strata/v1/events', signal }),
    builds: () => ask<BuildRecord[]>(c, { method: 'GET', path: '/strata/v1/builds' }),
    upper: (container: string) =>
      ask<UpperEntry[]>(c, { method: 'GET', path: `/strata/v1/containers/${segment(container)}/upper` }),
  };
}
