/**
 * A container's log as the json-file driver writes it: a JSON object a line with `log`, `stream` and
 * `time`, kept in the store in chunks.
 *
 * What is printed is durable within a second, and at once when the container ends. Readers hold a
 * position (chunk, line) and so never miss or repeat a line, however long they follow.
 *
 * @see moby daemon/logger/jsonfilelog, daemon/logger/copier.go (16 KB pieces)
 */
import { type Clock, concat, decode } from '../base/index.ts';
import type { Store } from '../store/index.ts';
import type { OutputStream } from './streams.ts';
import { parseRfc3339, rfc3339Nano } from './time.ts';

export interface LogEntry {
  readonly log: string;
  readonly stream: 'stdout' | 'stderr';
  readonly time: string;
}

interface LogPosition {
  readonly chunk: number;
  readonly line: number;
}

export interface LogFile {
  /** Takes bytes as they come; lines are logged when they are complete. */
  append(stream: OutputStream, bytes: Uint8Array): void;
  /** Resolves when little is waiting to be written: who prints faster than that has to wait, as with dockerd. */
  settle(): Promise<void>;
  /** Logs what is left of an unfinished line. */
  finishLines(): void;
  flush(): Promise<void>;
  /** What is at a position, and the one after it; undefined at the end. */
  read(at: LogPosition): Promise<{ entries: readonly LogEntry[]; next: LogPosition } | undefined>;
  /** Where the last so many entries begin. */
  tail(count: number): Promise<LogPosition>;
  /** Resolves when there may be more, or after `close`. */
  more(signal: AbortSignal): Promise<void>;
}

const CHUNK_BYTES = 64 * 1024;
/** dockerd's buffer: a longer line is several entries, each of which counts for `--tail`. */
const LONGEST_ENTRY = 16 * 1024;
const WRITE_BEHIND = 1000;
/** Chunks that may be waiting to be written. */
const MOST_WAITING = 16;

export function logPrefix(container: string): string {
  return `log/${container}/`;
}

export function createLogFile(store: Store, container: string, clock: Clock): LogFile {
  const keyOf = (chunk: number): string => logPrefix(container) + String(chunk).padStart(8, '0');
  let loaded: Promise<void> | undefined;
  /** The chunk that grows, and those before it that are not yet durable. */
  let current = 0;
  let lines: LogEntry[] = [];
  let bytes = 0;
  const sealed = new Map<number, string>();
  let dirty = false;
  let writing: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readers = new Set<() => void>();
  /** What has come of a line that is not complete. */
  const partial = new Map<OutputStream, { parts: readonly Uint8Array[]; size: number }>();
  let early: LogEntry[] | undefined = [];

  const load = async (): Promise<void> => {
    const view = store.view(logPrefix(container));
    const last = (await view.keys().catch(() => [])).at(-1);
    view.revoke();
    if (last) {
      current = Number(last);
      const stored = await store.getRecord(keyOf(current));
      lines = parseLines(stored);
      bytes = typeof stored === 'string' ? stored.length : 0;
    }
    const waiting = early ?? [];
    early = undefined;
    for (const entry of waiting) push(entry);
  };
  const ready = (): Promise<void> => (loaded ??= load());

  const push = (entry: LogEntry): void => {
    if (early) {
      early.push(entry);
      void ready();
      return;
    }
    lines.push(entry);
    bytes += entry.log.length + 64;
    dirty = true;
    if (bytes >= CHUNK_BYTES) {
      sealed.set(current, textOf(lines));
      current++;
      lines = [];
      bytes = 0;
    }
    timer ??= setTimeout(() => void flush(), WRITE_BEHIND);
    for (const wake of readers) wake();
  };
  const flush = async (): Promise<void> => {
    await ready();
    clearTimeout(timer);
    timer = undefined;
    if (!dirty) return writing;
    dirty = false;
    const done = [...sealed];
    const growing = lines.length ? [[current, textOf(lines)] as const] : [];
    const puts = [...done, ...growing].map(([chunk, value]) => ({ key: keyOf(chunk), value }));
    // A full disk loses lines of the log, as it does with dockerd, and never stops the container.
    writing = writing.then(() => store.commit(puts)).catch(() => {});
    await writing;
    for (const [chunk] of done) sealed.delete(chunk);
  };
  const entriesOf = async (chunk: number): Promise<readonly LogEntry[] | undefined> => {
    await ready();
    if (chunk === current) return lines;
    return parseLines(sealed.get(chunk) ?? (await store.getRecord(keyOf(chunk))));
  };
  const logLine = (stream: OutputStream, line: Uint8Array): void =>
    push({
      log: decode(line),
      stream: stream === 1 ? 'stdout' : 'stderr',
      time: rfc3339Nano(clock.now()),
    });
  return {
    append(stream, chunk) {
      for (let rest = chunk; rest.length > 0; ) {
        const held = partial.get(stream) ?? { parts: [], size: 0 };
        const room = rest.subarray(0, LONGEST_ENTRY - held.size);
        const end = room.indexOf(10);
        const piece = end < 0 ? room : room.subarray(0, end + 1);
        rest = rest.subarray(piece.length);
        const parts = [...held.parts, piece];
        const size = held.size + piece.length;
        if (end < 0 && size < LONGEST_ENTRY) {
          partial.set(stream, { parts: [...held.parts, piece.slice()], size });
        } else {
          partial.delete(stream);
          logLine(stream, concat(parts));
        }
      }
    },
    finishLines() {
      for (const [stream, { parts }] of partial) logLine(stream, concat(parts));
      partial.clear();
    },
    async settle() {
      await ready();
      while (sealed.size > MOST_WAITING) await flush();
    },
    flush,
    async read({ chunk, line }) {
      const entries = await entriesOf(chunk);
      if (entries && line < entries.length) {
        return { entries: entries.slice(line), next: { chunk, line: entries.length } };
      }
      if (chunk >= current) return undefined;
      return { entries: [], next: { chunk: chunk + 1, line: 0 } };
    },
    async tail(count) {
      await ready();
      let left = count;
      for (let chunk = current; chunk >= 0; chunk--) {
        const length = (await entriesOf(chunk))?.length ?? 0;
        if (length >= left) return { chunk, line: length - left };
        left -= length;
      }
      return { chunk: 0, line: 0 };
    },
    more: (signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          readers.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        if (signal.aborted) return resolve();
        readers.add(wake);
        signal.addEventListener('abort', wake);
      }),
  };
}

function textOf(entries: readonly LogEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

/** The entries of a stored chunk. @throws SyntaxError where it is damaged */
export function parseLines(stored: unknown): LogEntry[] {
  if (typeof stored !== 'string') return [];
  return stored.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as LogEntry]));
}

/** Milliseconds since the epoch of an entry. */
export function timeOfEntry(entry: LogEntry): number {
  return parseRfc3339(entry.time);
}
