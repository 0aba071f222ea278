/**
 * Build progress on the wire: `moby.buildkit.v1.StatusResponse` as protobuf.
 *
 * The engine's SolveStatus goes in and comes out; dockerd carries it in base64 under the id
 * `moby.buildkit.trace`. Fields that we do not know are skipped.
 *
 * @see moby/buildkit api/services/control/control.proto, solver/pb/ops.proto
 */
import { type Digest, encode } from '../base/index.ts';
import type {
  SolveStatus,
  SourceRange,
  Vertex,
  VertexLog,
  VertexStatus,
  VertexWarning,
} from '../builder/index.ts';
import { createWriter, type Field, fieldsOf, textOf, type Writer } from './protobuf.ts';

export function encodeStatus(status: SolveStatus): Uint8Array<ArrayBuffer> {
  const out = createWriter();
  for (const vertex of status.vertexes) out.message(1, encodeVertex(vertex));
  for (const item of status.statuses) out.message(2, encodeVertexStatus(item));
  for (const log of status.logs) out.message(3, encodeLog(log));
  for (const warning of status.warnings) out.message(4, encodeWarning(warning));
  return out.finish();
}

/** @throws StrataError EPROTO */
export function decodeStatus(message: Uint8Array): SolveStatus {
  const vertexes: Vertex[] = [];
  const statuses: VertexStatus[] = [];
  const logs: VertexLog[] = [];
  const warnings: VertexWarning[] = [];
  for (const field of fieldsOf(message)) {
    if (field.number === 1) vertexes.push(decodeVertex(field.bytes));
    else if (field.number === 2) statuses.push(decodeVertexStatus(field.bytes));
    else if (field.number === 3) logs.push(decodeLog(field.bytes));
    else if (field.number === 4) warnings.push(decodeWarning(field.bytes));
  }
  return { vertexes, statuses, logs, warnings };
}

function encodeVertex(vertex: Vertex): Uint8Array {
  const out = createWriter().bytes(1, vertex.digest);
  for (const input of vertex.inputs) out.bytes(2, input);
  out.bytes(3, vertex.name).int(4, vertex.cached ? 1 : 0);
  time(out, 5, vertex.started);
  time(out, 6, vertex.completed);
  return out.bytes(7, vertex.error ?? '').finish();
}

function decodeVertex(message: Uint8Array): Vertex {
  const inputs: Digest[] = [];
  const vertex: { -readonly [K in keyof Vertex]: Vertex[K] } = {
    digest: 'sha256:',
    inputs,
    name: '',
    cached: false,
  };
  for (const field of fieldsOf(message)) {
    if (field.number === 1) vertex.digest = textOf(field) as Digest;
    else if (field.number === 2) inputs.push(textOf(field) as Digest);
    else if (field.number === 3) vertex.name = textOf(field);
    else if (field.number === 4) vertex.cached = field.int !== 0;
    else if (field.number === 5) vertex.started = timeOf(field);
    else if (field.number === 6) vertex.completed = timeOf(field);
    else if (field.number === 7) vertex.error = textOf(field);
  }
  return vertex;
}

function encodeVertexStatus(status: VertexStatus): Uint8Array {
  const out = createWriter()
    .bytes(1, status.id)
    .bytes(2, status.vertex)
    .bytes(3, status.name)
    .int(4, status.current)
    .int(5, status.total);
  time(out, 6, status.timestamp);
  time(out, 7, status.started);
  time(out, 8, status.completed);
  return out.finish();
}

function decodeVertexStatus(message: Uint8Array): VertexStatus {
  const status: { -readonly [K in keyof VertexStatus]: VertexStatus[K] } = {
    id: '',
    vertex: 'sha256:',
    name: '',
    current: 0,
    total: 0,
    timestamp: 0,
  };
  for (const field of fieldsOf(message)) {
    if (field.number === 1) status.id = textOf(field);
    else if (field.number === 2) status.vertex = textOf(field) as Digest;
    else if (field.number === 3) status.name = textOf(field);
    else if (field.number === 4) status.current = field.int;
    else if (field.number === 5) status.total = field.int;
    else if (field.number === 6) status.timestamp = timeOf(field);
    else if (field.number === 7) status.started = timeOf(field);
    else if (field.number === 8) status.completed = timeOf(field);
  }
  return status;
}

function encodeLog(log: VertexLog): Uint8Array {
  const out = createWriter().bytes(1, log.vertex);
  time(out, 2, log.timestamp);
  return out.int(3, log.stream).bytes(4, log.msg).finish();
}

function decodeLog(message: Uint8Array): VertexLog {
  let vertex = 'sha256:' as Digest;
  let timestamp = 0;
  let stream: 1 | 2 = 1;
  let msg: Uint8Array = new Uint8Array(0);
  for (const field of fieldsOf(message)) {
    if (field.number === 1) vertex = textOf(field) as Digest;
    else if (field.number === 2) timestamp = timeOf(field);
    else if (field.number === 3) stream = field.int === 2 ? 2 : 1;
    else if (field.number === 4) msg = field.bytes;
  }
  return { vertex, timestamp, stream, msg };
}

function encodeWarning(warning: VertexWarning): Uint8Array {
  const out = createWriter().bytes(1, warning.vertex).int(2, warning.level).message(3, encode(warning.short));
  for (const line of warning.detail) out.message(4, encode(line));
  out.bytes(5, warning.url);
  if (warning.sourceName !== undefined || warning.source !== undefined) {
    const info = createWriter()
      .bytes(1, warning.sourceName ?? '')
      .bytes(2, warning.source ?? '');
    out.message(6, info.finish());
  }
  for (const range of warning.ranges) {
    const both = createWriter().message(1, position(range.start)).message(2, position(range.end));
    out.message(7, both.finish());
  }
  return out.finish();
}

function decodeWarning(message: Uint8Array): VertexWarning {
  const detail: string[] = [];
  const ranges: SourceRange[] = [];
  const warning: { -readonly [K in keyof VertexWarning]: VertexWarning[K] } = {
    vertex: 'sha256:',
    level: 0,
    short: '',
    detail,
    url: '',
    ranges,
  };
  for (const field of fieldsOf(message)) {
    if (field.number === 1) warning.vertex = textOf(field) as Digest;
    else if (field.number === 2) warning.level = field.int;
    else if (field.number === 3) warning.short = textOf(field);
    else if (field.number === 4) detail.push(textOf(field));
    else if (field.number === 5) warning.url = textOf(field);
    else if (field.number === 7) ranges.push(decodeRange(field.bytes));
    else if (field.number === 6) {
      for (const part of fieldsOf(field.bytes)) {
        if (part.number === 1) warning.sourceName = textOf(part);
        else if (part.number === 2) warning.source = textOf(part);
      }
    }
  }
  return warning;
}

type Position = SourceRange['start'];

function position(at: Position): Uint8Array {
  return createWriter().int(1, at.line).int(2, at.character).finish();
}

function decodeRange(message: Uint8Array): SourceRange {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  for (const field of fieldsOf(message)) {
    const end = field.number === 1 ? range.start : field.number === 2 ? range.end : undefined;
    if (!end) continue;
    for (const part of fieldsOf(field.bytes)) {
      if (part.number === 1) end.line = part.int;
      else if (part.number === 2) end.character = part.int;
    }
  }
  return range;
}

/** google.protobuf.Timestamp: seconds and nanoseconds. */
function time(out: Writer, field: number, ms: number | undefined): void {
  if (ms === undefined) return;
  const seconds = Math.floor(ms / 1000);
  const nanos = Math.min(999_999_999, Math.round((ms - seconds * 1000) * 1e6));
  out.message(field, createWriter().int(1, seconds).int(2, nanos).finish());
}

function timeOf(field: Field): number {
  let seconds = 0;
  let nanos = 0;
  for (const part of fieldsOf(field.bytes)) {
    if (part.number === 1) seconds = part.int;
    else if (part.number === 2) nanos = part.int;
  }
  return seconds * 1000 + nanos / 1e6;
}
