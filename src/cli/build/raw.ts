/**
 * `--progress=rawjson`: BuildKit's messages as buildx prints them, one JSON object a line.
 *
 * Fields stand in the order of buildkit's client types, and what is empty is left out as Go's tags
 * say. Of a warning's source the low-level definition is missing: Strata has none.
 *
 * @see moby/buildkit client/graph.go
 */
import { encode, toBase64 } from '../../base/index.ts';
import type { SolveStatus, Vertex, VertexLog, VertexStatus, VertexWarning } from '../../builder/index.ts';
import { escapeAngles, toJson } from '../template/json.ts';
import type { Value } from '../template/value.ts';

/** The line for one message, with its newline. */
export function rawStatus(status: SolveStatus): string {
  const message = present({
    vertexes: filled(status.vertexes.map(rawVertex)),
    statuses: filled(status.statuses.map(rawVertexStatus)),
    logs: filled(status.logs.map(rawLog)),
    warnings: filled(status.warnings.map(rawWarning)),
  });
  return `${escapeAngles(toJson(message as Value))}\n`;
}

type Fields = Readonly<Record<string, unknown>>;

/** Without what is undefined, false, zero or empty: Go's `omitempty`. */
function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => Boolean(value)));
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function rawVertex(vertex: Vertex): Fields {
  return present({
    digest: vertex.digest,
    inputs: filled(vertex.inputs),
    name: vertex.name,
    started: timeText(vertex.started),
    completed: timeText(vertex.completed),
    cached: vertex.cached,
    error: vertex.error,
  });
}

function rawVertexStatus(status: VertexStatus): Fields {
  return {
    id: status.id,
    ...present({ vertex: status.vertex, name: status.name, total: status.total }),
    current: status.current,
    timestamp: timeText(status.timestamp),
    ...present({ started: timeText(status.started), completed: timeText(status.completed) }),
  };
}

function rawLog(log: VertexLog): Fields {
  return {
    vertex: log.vertex,
    stream: log.stream,
    data: toBase64(log.msg),
    timestamp: timeText(log.timestamp),
  };
}

function rawWarning(warning: VertexWarning): Fields {
  const { sourceName, source } = warning;
  const hasSource = sourceName !== undefined || source !== undefined;
  return present({
    vertex: warning.vertex,
    level: warning.level,
    short: base64(warning.short),
    detail: filled(warning.detail.map(base64)),
    url: warning.url,
    sourceInfo: hasSource
      ? present({ filename: sourceName, data: base64(source ?? ''), language: 'Dockerfile' })
      : undefined,
    range: filled(
      warning.ranges.map(({ start, end }) => ({ start: present({ ...start }), end: present({ ...end }) })),
    ),
  });
}

function base64(text: string): string {
  return toBase64(encode(text));
}

/** Milliseconds since the epoch as Go's RFC3339Nano in UTC; what a double holds of them is microseconds. */
function timeText(ms: number | undefined): string | undefined {
  if (ms === undefined) return undefined;
  const micros = Math.round(ms * 1000);
  const seconds = Math.floor(micros / 1e6);
  const fraction = String(micros - seconds * 1e6)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const date = new Date(seconds * 1000).toISOString().slice(0, 19);
  return `${date}${fraction === '' ? '' : `.${fraction}`}Z`;
}
