/**
 * BuildKit's plain progress: each step under its number, one at a time, switching where another has
 * more to say.
 *
 * A step that is interrupted ends with `#5 ...` and begins again under its name later.
 * @see moby/buildkit util/progress/progressui, as observed with `--progress=plain`
 */
import { formatAmount } from './amounts.ts';
import { durationOf, isCompleted, isStarted, type Step, type Trace } from './trace.ts';

/** A step is shown at least so long before one with more output takes over, ms. */
const STEADY = 5000;
/** And a hidden one waits no longer than this, ms. */
const PATIENCE = 10_000;

export interface PlainDisplay {
  /** The text to print for what changed. `now` on our clock, ms. */
  print(trace: Trace, now: number): string;
}

export function createPlainDisplay(): PlainDisplay {
  let current: string | undefined;
  let numbered = 0;
  let first = true;

  const show = (trace: Trace, digest: string, now: number): string => {
    const step = trace.steps.get(digest);
    if (!step) return '';
    if (step.index === 0) step.index = ++numbered;
    let text = '';
    if (digest !== current) {
      const left = current === undefined ? undefined : trace.steps.get(current);
      if (left) text += leave(left);
      text += `${first ? '' : '\n'}#${step.index} ${step.vertex.name}\n`;
      first = false;
      step.since = now;
    }
    const open = step.statuses.some(
      (status) => step.changed.has(status.id) && status.completed === undefined,
    );
    text += statusLines(step) + warningLines(step) + logLines(step);
    current = digest;
    if (isCompleted(step) && !open) {
      current = undefined;
      step.count = 0;
      text += `${step.partial ? '\n' : ''}#${step.index} ${outcome(step)}\n`;
    }
    trace.updates.delete(digest);
    return text;
  };

  return {
    print(trace, now) {
      const known = [...trace.updates].filter((digest) => trace.steps.has(digest));
      const completed = known.filter((digest) => isCompleted(trace.steps.get(digest)!));
      const running = known.filter((digest) => !completed.includes(digest));
      let text = '';
      const held = current;
      if (held !== undefined && completed.includes(held)) text += show(trace, held, now);
      for (const digest of inOrder(trace, completed)) if (digest !== held) text += show(trace, digest, now);
      if (running.length === 0) return text + resume(trace, held, now, show);
      if (held !== undefined && running.includes(held)) text += show(trace, held, now);
      const next = choose(trace, running, held, completed.includes(held ?? ''), now);
      return next === undefined ? text : text + show(trace, next, now);
    },
  };
}

type Show = (trace: Trace, digest: string, now: number) => string;

/** Nothing new is running: whatever is open gets the stage. */
function resume(trace: Trace, held: string | undefined, now: number, show: Show): string {
  const isOpen = (step: Step | undefined): boolean =>
    step !== undefined && isStarted(step) && !isCompleted(step);
  if (held !== undefined && isOpen(trace.steps.get(held))) return '';
  for (const [digest, step] of trace.steps) if (isOpen(step)) return show(trace, digest, now);
  return '';
}

/** Which of the running steps to switch to, if any. */
function choose(
  trace: Trace,
  running: readonly string[],
  held: string | undefined,
  heldDone: boolean,
  now: number,
): string | undefined {
  const candidates = [...new Set(held === undefined ? running : [...running, held])].flatMap((digest) => {
    const step = trace.steps.get(digest)!;
    step.since ??= now;
    const waited = now - step.since;
    const speed = step.count / Math.max(waited, 1);
    return [{ digest, waited, speed, overdue: waited > PATIENCE && digest !== held }];
  });
  const loudest = candidates.reduce((a, b) => (b.overdue || (!a.overdue && b.speed > a.speed) ? b : a));
  if (held === undefined || heldDone) return loudest.digest;
  const overdue = candidates.find((candidate) => candidate.overdue);
  if (overdue) return overdue.digest;
  const own = candidates.find(({ digest }) => digest === held)!;
  const sum = candidates.reduce((total, { speed }) => total + speed, 0);
  const share = sum === 0 ? 0 : own.speed / sum;
  // The more of the output is its own, the longer a step keeps the stage.
  if (share < 1 && STEADY / (1 - share) < own.waited) return loudest.digest;
  return undefined;
}

function inOrder(trace: Trace, digests: readonly string[]): string[] {
  const at = (digest: string): number => trace.steps.get(digest)!.vertex.completed ?? 0;
  return [...digests].sort((a, b) => at(a) - at(b));
}

function leave(step: Step): string {
  const newline = step.partial && step.printed > 0 ? '\n' : '';
  step.printed = 0;
  step.count = 0;
  return `${newline}#${step.index} ...\n`;
}

function statusLines(step: Step): string {
  let text = '';
  for (const status of step.statuses) {
    if (!step.changed.has(status.id)) continue;
    let time = '';
    if (status.started !== undefined) {
      const seconds = ((status.completed ?? status.timestamp) - status.started) / 1000;
      if (seconds > 0.01) time = ` ${seconds.toFixed(1)}s`;
    }
    const done = status.completed === undefined ? '' : ' done';
    text += `#${step.index} ${status.id}${formatAmount(status)}${time}${done}\n`;
  }
  step.changed.clear();
  return text;
}

function warningLines(step: Step): string {
  const fresh = step.warnings.slice(step.warned);
  step.warned = step.warnings.length;
  return fresh.map((warning) => `#${step.index} WARN: ${warning.short}\n`).join('');
}

function logLines(step: Step): string {
  let text = '';
  for (const [index, line] of step.lines.entries()) {
    text += index === 0 && step.printed > 0 ? line.slice(step.printed) : `#${step.index} ${line}`;
    if (index < step.lines.length - 1 || !step.partial) text += '\n';
  }
  if (step.lines.length > 0) {
    step.lines = step.partial ? step.lines.slice(-1) : [];
    step.printed = step.partial ? step.lines[0]!.length : 0;
  }
  return text;
}

function outcome(step: Step): string {
  const { error, cached, completed } = step.vertex;
  if (error) return error.endsWith('context canceled') ? 'CANCELED' : `ERROR: ${error}`;
  if (cached) return 'CACHED';
  return `DONE ${(durationOf(step, completed ?? 0) / 1000).toFixed(1)}s`;
}
