/**
 * What a build tells while it runs: BuildKit's status messages, in BuildKit's order.
 *
 * Remembers when each vertex began, so that its end repeats it.
 */
import type { Clock, Digest } from '../base/index.ts';
import type { SolveStatus, Vertex, VertexStatus, VertexWarning } from './types.ts';

export type VertexName = Pick<Vertex, 'digest' | 'inputs' | 'name'>;

export interface Progress {
  /** Says that there are these vertices, before any of them begins. */
  announce(vertices: readonly VertexName[]): void;
  start(vertex: VertexName, options?: { cached?: boolean }): void;
  complete(vertex: VertexName, options?: { cached?: boolean; error?: string }): void;
  /** A vertex that began and ended in this moment because its result is there already. */
  cached(vertex: VertexName): void;
  /** A line below a vertex: a transfer, or something that is being done. */
  status(vertex: Digest, status: StatusUpdate): void;
  log(vertex: Digest, stream: 1 | 2, msg: Uint8Array): void;
  warn(warning: VertexWarning): void;
}

interface StatusUpdate {
  readonly id: string;
  readonly name?: string;
  readonly current?: number;
  readonly total?: number;
  readonly done?: boolean;
}

const NOTHING: SolveStatus = { vertexes: [], statuses: [], logs: [], warnings: [] };

export function createProgress(clock: Clock, emit: (status: SolveStatus) => void): Progress {
  const starts = new Map<string, number>();
  const began = (key: string, now: number): number => {
    const start = starts.get(key) ?? now;
    starts.set(key, start);
    return start;
  };
  const vertexes = (...list: Vertex[]): void => emit({ ...NOTHING, vertexes: list });
  return {
    announce(list) {
      if (list.length > 0) vertexes(...list.map((vertex) => ({ ...bare(vertex), cached: false })));
    },
    start(vertex, { cached = false } = {}) {
      const started = clock.now();
      starts.set(vertex.digest, started);
      vertexes({ ...bare(vertex), cached, started });
    },
    complete(vertex, { cached = false, error } = {}) {
      const completed = clock.now();
      const started = began(vertex.digest, completed);
      vertexes({ ...bare(vertex), cached, started, completed, ...(error === undefined ? {} : { error }) });
    },
    cached(vertex) {
      const now = clock.now();
      vertexes({ ...bare(vertex), cached: true, started: now, completed: now });
    },
    status(vertex, { id, name = '', current = 0, total = 0, done = false }) {
      const timestamp = clock.now();
      const started = began(`${vertex} ${id}`, timestamp);
      const status: VertexStatus = { id, vertex, name, current, total, timestamp, started };
      emit({ ...NOTHING, statuses: [done ? { ...status, completed: timestamp } : status] });
    },
    log(vertex, stream, msg) {
      emit({ ...NOTHING, logs: [{ vertex, timestamp: clock.now(), stream, msg }] });
    },
    warn(warning) {
      emit({ ...NOTHING, warnings: [warning] });
    },
  };
}

function bare({ digest, inputs, name }: VertexName): VertexName {
  return { digest, inputs, name };
}
