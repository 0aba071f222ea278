/**
 * The state of a build as its messages tell it: vertices, their statuses, logs and warnings.
 *
 * SolveStatus in; what the displays draw out. Knows nothing of terminals.
 */
import { decode } from '../../base/index.ts';
import type { SolveStatus, Vertex, VertexLog, VertexStatus, VertexWarning } from '../../builder/index.ts';

/** Lines of a step that are kept for the block that a failure shows. */
const KEPT_LINES = 5000;

interface Interval {
  readonly start: number;
  readonly stop: number | undefined;
}

export interface Step {
  vertex: Vertex;
  /** Number in the plain display, given when it is first printed. */
  index: number;
  readonly statuses: VertexStatus[];
  /** Statuses that changed since they were printed. */
  readonly changed: Set<string>;
  /** Lines with their time, not yet printed; the last may be incomplete. */
  lines: string[];
  partial: boolean;
  /** Characters of the first line that are printed already. */
  printed: number;
  /** Last lines, for error blocks. */
  readonly history: string[];
  readonly warnings: VertexWarning[];
  warned: number;
  /** Raw output, for the window of a running step. */
  output: string;
  /** Runs by start time: a vertex may be started several times. */
  readonly intervals: Map<number, Interval>;
  /** Updates since it was last on display, and when that began: who talks most is shown. */
  count: number;
  since: number | undefined;
}

export interface Trace {
  readonly steps: Map<string, Step>;
  /** In the order in which they started. */
  readonly started: Step[];
  /** Digests of those that changed since they were printed. */
  readonly updates: Set<string>;
  /** Milliseconds by which our clock is ahead of the engine's. */
  skew: number | undefined;
}

export function createTrace(): Trace {
  return { steps: new Map(), started: [], updates: new Set(), skew: undefined };
}

export function updateTrace(trace: Trace, status: SolveStatus, now: number): void {
  for (const vertex of status.vertexes) updateVertex(trace, vertex, now);
  for (const item of status.statuses) updateStatus(trace, item);
  for (const warning of status.warnings) {
    const step = trace.steps.get(warning.vertex);
    if (!step) continue;
    step.warnings.push(warning);
    trace.updates.add(warning.vertex);
  }
  for (const log of status.logs) updateLog(trace, log);
}

export function isStarted(step: Step): boolean {
  return step.vertex.started !== undefined;
}

export function isCompleted(step: Step): boolean {
  return step.vertex.completed !== undefined;
}

/** Milliseconds that a step ran, pauses not counted, up to `now` where it still runs. */
export function durationOf(step: Step, now: number): number {
  const runs = [...step.intervals.values()]
    .map(({ start, stop }) => [start, stop ?? now] as const)
    .sort((a, b) => a[0] - b[0]);
  let total = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const [from, to] of runs) {
    total += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return total;
}

function updateVertex(trace: Trace, vertex: Vertex, now: number): void {
  let step = trace.steps.get(vertex.digest);
  const before = step?.vertex.started;
  if (!step) {
    step = newStep(vertex);
    trace.steps.set(vertex.digest, step);
  }
  if (vertex.started !== undefined && before === undefined) {
    trace.skew ??= now - vertex.started;
    trace.started.push(step);
  }
  // A later bare announcement takes nothing back.
  if (before === undefined || vertex.started !== undefined) step.vertex = vertex;
  if (vertex.started === undefined) return;
  step.intervals.set(vertex.started, { start: vertex.started, stop: vertex.completed });
  trace.updates.add(vertex.digest);
}

function newStep(vertex: Vertex): Step {
  return {
    vertex,
    index: 0,
    statuses: [],
    changed: new Set(),
    lines: [],
    partial: false,
    printed: 0,
    history: [],
    warnings: [],
    warned: 0,
    output: '',
    intervals: new Map(),
    count: 0,
    since: undefined,
  };
}

function updateStatus(trace: Trace, status: VertexStatus): void {
  const step = trace.steps.get(status.vertex);
  if (!step) return;
  const at = step.statuses.findIndex(({ id }) => id === status.id);
  if (at >= 0) step.statuses[at] = status;
  else if (status.started !== undefined) step.statuses.push(status);
  step.changed.add(status.id);
  step.count++;
  trace.updates.add(status.vertex);
}

function updateLog(trace: Trace, log: VertexLog): void {
  const step = trace.steps.get(log.vertex);
  if (!step) return;
  const text = decode(log.msg);
  const start = Math.max(...[...step.intervals.keys()].filter((at) => at <= log.timestamp), 0);
  const time = start === 0 ? 0 : (log.timestamp - start) / 1000;
  const parts = text.split('\n');
  const complete = parts.at(-1) === '';
  if (complete) parts.pop();
  for (const [index, part] of parts.entries()) {
    if (index === 0 && step.partial && step.lines.length > 0) {
      step.lines.push(step.lines.pop()! + part);
      replaceLast(step.history, step.lines.at(-1)!);
      continue;
    }
    const line = `${seconds(time)} ${part}`;
    step.lines.push(line);
    step.history.push(line);
    if (step.history.length > KEPT_LINES) step.history.shift();
  }
  step.partial = !complete;
  step.output = (step.output + text).slice(-16_384);
  step.count++;
  trace.updates.add(log.vertex);
}

function replaceLast(lines: string[], line: string): void {
  lines[Math.max(0, lines.length - 1)] = line;
}

function seconds(value: number): string {
  return value.toFixed(value < 10 ? 3 : value < 100 ? 2 : 1);
}
