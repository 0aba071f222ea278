/**
 * Reading a container's log: tail, follow, since, until.
 *
 * @see moby daemon/logs.go
 */
import { liveOf } from './container-live.ts';
import { lookUpContainer, recordOf } from './containers.ts';
import { notImplemented } from './failure.ts';
import { type LogEntry, timeOfEntry } from './log-file.ts';
import type { ContainerRecord } from './records.ts';
import type { OutputStream } from './streams.ts';
import type { Engine } from './types.ts';

export interface ReadLogOptions {
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly follow: boolean;
  /** Milliseconds since the epoch. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** Lines, whatever their stream; all where absent. */
  readonly tail?: number | undefined;
  readonly signal: AbortSignal;
}

export interface LogLine {
  readonly stream: OutputStream;
  /** With its newline, unless the line was not finished. */
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** @throws where a container's output is kept nowhere */
export function demandReadable({ hostConfig }: ContainerRecord): void {
  if (hostConfig.LogConfig?.Type !== 'none') return;
  throw notImplemented('configured logging driver does not support reading');
}

/** As many lines at a time as there are. Ends with the log or, following, with the container. */
export async function* readLogs(
  engine: Engine,
  name: string,
  options: ReadLogOptions,
): AsyncGenerator<readonly LogLine[], void, void> {
  const record = lookUpContainer(engine.state.current(), name);
  // Gone before anybody read.
  if (!record) return;
  const live = liveOf(engine, record.id);
  const { log } = live;
  let at = options.tail === undefined ? { chunk: 0, line: 0 } : await log.tail(options.tail);
  while (!options.signal.aborted) {
    // Asked before the log is read: what comes in between is then seen or waited for.
    const news = new AbortController();
    const more = log.more(news.signal);
    const isOver = !options.follow || !isLive(engine, record.id);
    const part = await log.read(at);
    if (!part) {
      if (isOver) {
        news.abort();
        return;
      }
      // The end of a run appends nothing, so it has to be listened for as well.
      const listening = live.outputs.add({ write: async () => {}, end: () => news.abort() });
      const stop = (): void => news.abort();
      options.signal.addEventListener('abort', stop, { once: true });
      await more;
      options.signal.removeEventListener('abort', stop);
      listening();
      news.abort();
      continue;
    }
    news.abort();
    at = part.next;
    const lines = part.entries.map(lineOf);
    const { since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = options;
    const end = lines.findIndex(({ time }) => time > until);
    yield (end < 0 ? lines : lines.slice(0, end)).filter(
      ({ stream, time }) => time >= since && (stream === 1 ? options.stdout : options.stderr),
    );
    if (end >= 0) return;
  }
}

function lineOf(entry: LogEntry): LogLine {
  return { stream: entry.stream === 'stdout' ? 1 : 2, text: entry.log, time: timeOfEntry(entry) };
}

function isLive(engine: Engine, id: string): boolean {
  const status = recordOf(engine, id)?.state.status;
  return status === 'running' || status === 'paused' || status === 'restarting';
}
