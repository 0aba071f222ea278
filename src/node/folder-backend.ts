/**
 * Node's back end: a folder with an append-only log of commits and a file for each large value.
 *
 * A commit writes its large values to new files, then appends one line to the log and syncs it; the
 * line is whole or absent, and a torn one at the end is cut off at the next open. Opening replays the
 * log, writes it anew without what was overwritten, and removes files that nothing names.
 *
 * To remove something takes a line in the log, and so a little room. That is kept in reserve, so that
 * a full disk can be made less full.
 */
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { codeOf, digestSync, fromBase64, StrataError, toBase64 } from '../base/index.ts';
import {
  type Backend,
  type BlobRef,
  isStaged,
  noSpace,
  type Put,
  pieceWriter,
  type Value,
} from '../store/index.ts';

/** Values up to this size stand in the log itself. */
const INLINE = 4096;
/** Bytes in reserve for commits that remove something. */
const RESERVE = 128 * 1024;
/** How long a removed value's file stays, for workers that hold a handle and have not opened it yet. */
const GRACE = 3000;

/** Where a value is: in the log, or in a file of its own. */
type Entry =
  | { readonly t: 'json'; readonly json: unknown }
  | { readonly t: 'bytes'; readonly base64: string }
  | FileEntry;
interface FileEntry {
  readonly t: 'file';
  readonly file: string;
  readonly size: number;
}

interface LogLine {
  readonly put: readonly (readonly [key: string, entry: Entry])[];
  readonly del: readonly string[];
}

export interface FolderOptions {
  /** Whether a commit waits for the disk; false where the folder will not outlive the process. */
  readonly durable?: boolean;
}

export function openFolderBackend(folder: string, { durable = true }: FolderOptions = {}): Backend {
  const data = path.join(folder, 'data');
  fs.mkdirSync(data, { recursive: true });
  const logPath = path.join(folder, 'log');
  const { entries, length } = replay(logPath);
  removeStrays(data, entries);
  const reserve = path.join(folder, 'reserve');
  fs.rmSync(reserve, { force: true });
  // Where there is no room to write it anew, it goes on as it is.
  if (!rewrite(logPath, entries)) fs.truncateSync(logPath, length);
  const log = fs.openSync(logPath, 'a');
  keepReserve(reserve);

  return {
    async get(key) {
      return load(entries.get(key));
    },
    async getMany(keys) {
      return Promise.all(keys.map((key) => load(entries.get(key))));
    },
    async keys(prefix = '') {
      return [...entries.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
    async commit(puts, deletes) {
      const saving = await Promise.allSettled(puts.map(({ value }) => save(value)));
      const failed = saving.find((one) => one.status === 'rejected');
      const saved = saving.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const line: LogLine = { put: saved.map((entry, i) => [puts[i]!.key, entry] as const), del: deletes };
      try {
        if (failed) throw failed.reason;
        record(line);
      } catch (error) {
        // A full disk is not to be full of what it could not take.
        puts.forEach(({ value }, i) => {
          const one = saving[i]!;
          if (!isStaged(value) && one.status === 'fulfilled' && one.value.t === 'file') {
            fs.rmSync(path.join(data, one.value.file), { force: true });
          }
        });
        throw error;
      }
      for (const { file, size } of apply(entries, line)) bury(file, size);
    },
    stage() {
      const file = randomUUID();
      const place = path.join(data, file);
      let opening: Promise<fs.promises.FileHandle> | undefined;
      const open = (): Promise<fs.promises.FileHandle> => (opening ??= fs.promises.open(place, 'wx'));
      return pieceWriter({
        take: (piece) => translating(async () => writeAll(await open(), piece)),
        finish: () =>
          translating(async () => {
            const handle = await open();
            if (durable) await handle.datasync();
            const { size } = await handle.stat();
            await handle.close();
            return { kind: 'file', path: place, size };
          }),
        async drop() {
          await (await opening)?.close().catch(() => {});
          if (!isNamed(file)) await fs.promises.rm(place, { force: true });
        },
      });
    },
    async space() {
      const { bsize, blocks, bavail } = await fs.promises.statfs(folder);
      const leaving = [...doomed.values()].reduce((sum, size) => sum + size, 0);
      return { total: bsize * blocks, free: bsize * bavail + leaving };
    },
    async handles(keys) {
      return keys.map((key) => refOf(entries.get(key)));
    },
    async close() {
      removeDoomed();
      fs.closeSync(log);
    },
  };

  function refOf(entry: Entry | undefined): BlobRef | undefined {
    if (entry?.t === 'file') return { kind: 'file', path: path.join(data, entry.file), size: entry.size };
    if (entry?.t !== 'bytes') return undefined;
    const bytes = fromBase64(entry.base64);
    return { kind: 'bytes', bytes, size: bytes.length };
  }

  async function load(entry: Entry | undefined): Promise<Value | undefined> {
    if (entry === undefined) return undefined;
    if (entry.t === 'json') return entry.json as Value;
    if (entry.t === 'bytes') return fromBase64(entry.base64);
    return new Uint8Array(await fs.promises.readFile(path.join(data, entry.file)));
  }

  function isNamed(file: string): boolean {
    for (const entry of entries.values()) if (entry.t === 'file' && entry.file === file) return true;
    return false;
  }

  async function save(value: Put['value']): Promise<Entry> {
    if (isStaged(value)) {
      if (value.ref.kind !== 'file') throw new Error('staged elsewhere');
      return { t: 'file', file: path.basename(value.ref.path), size: value.ref.size };
    }
    if (!(value instanceof Uint8Array)) return { t: 'json', json: value };
    if (value.length <= INLINE) return { t: 'bytes', base64: toBase64(value) };
    const file = randomUUID();
    await translating(async () => {
      const handle = await fs.promises.open(path.join(data, file), 'wx');
      try {
        await writeAll(handle, value);
        if (durable) await handle.datasync();
      } catch (error) {
        fs.rmSync(path.join(data, file), { force: true });
        throw error;
      } finally {
        await handle.close();
      }
    });
    return { t: 'file', file, size: value.length };
  }

  function record(line: LogLine): void {
    try {
      append(log, line, durable);
    } catch (error) {
      if (codeOf(error) !== 'ENOSPC') throw error;
      if (!removeDoomed() && line.del.length === 0) throw error;
      if (line.del.length > 0) fs.rmSync(reserve, { force: true });
      append(log, line, durable);
    }
    if (line.del.length > 0) keepReserve(reserve);
  }

  /** Where the disk is full, what is on its way out makes room. @throws ENOSPC */
  async function writeAll(handle: fs.promises.FileHandle, bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      try {
        at += (await handle.write(bytes, at)).bytesWritten;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC' || !removeDoomed()) throw error;
      }
    }
  }

  function bury(file: string, size: number): void {
    const place = path.join(data, file);
    doomed.set(place, size);
    setTimeout(() => {
      if (doomed.delete(place)) fs.rm(place, { force: true }, () => {});
    }, GRACE).unref();
  }
}

/** Files that no back end of this thread names any more, and their bytes. */
const doomed = new Map<string, number>();

/** Answers whether there were any. */
function removeDoomed(): boolean {
  const files = [...doomed.keys()];
  doomed.clear();
  for (const file of files) fs.rmSync(file, { force: true });
  return files.length > 0;
}

/** Keeps a second process out of a folder. @throws StrataError EBUSY with one line for people. */
export function lockFolder(folder: string): () => void {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(fs.readFileSync(file, 'utf8'));
      if (isAlive(owner)) throw new StrataError('EBUSY', `${folder} is in use by process ${owner}`);
      fs.rmSync(file, { force: true });
    }
  }
  throw new StrataError('EBUSY', `${folder} is in use`);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Applies a commit to the table; answers the files that nothing names any more. */
function apply(entries: Map<string, Entry>, line: LogLine): FileEntry[] {
  const replaced: FileEntry[] = [];
  const forget = (key: string): void => {
    const entry = entries.get(key);
    if (entry?.t === 'file') replaced.push(entry);
  };
  for (const key of line.del) {
    forget(key);
    entries.delete(key);
  }
  for (const [key, entry] of line.put) {
    forget(key);
    entries.set(key, entry);
  }
  return replaced;
}

/** The table, and the bytes of the log's whole lines. */
function replay(logPath: string): { entries: Map<string, Entry>; length: number } {
  const entries = new Map<string, Entry>();
  const text = fs.existsSync(logPath) ? fs.readFileSync(logPath, 'utf8') : '';
  let length = 0;
  for (const row of text.split('\n')) {
    const line = parseRow(row);
    // What follows a torn line was never acknowledged.
    if (!line) break;
    apply(entries, line);
    length += Buffer.byteLength(row) + 1;
  }
  return { entries, length };
}

/** Answers false where there was no room for it. */
function rewrite(logPath: string, entries: ReadonlyMap<string, Entry>): boolean {
  const fresh = `${logPath}.new`;
  const file = fs.openSync(fresh, 'w');
  try {
    for (const entry of entries) {
      const row = Buffer.from(formatRow({ put: [entry], del: [] }));
      for (let at = 0; at < row.length; ) at += fs.writeSync(file, row, at);
    }
    fs.fdatasyncSync(file);
    fs.renameSync(fresh, logPath);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC' || !fs.existsSync(logPath)) throw error;
    fs.rmSync(fresh, { force: true });
    return false;
  } finally {
    fs.closeSync(file);
  }
}

/** As much of the reserve as there is room for. */
function keepReserve(place: string): void {
  try {
    fs.writeFileSync(place, new Uint8Array(RESERVE), { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST' && code !== 'ENOSPC') throw error;
  }
}

function removeStrays(data: string, entries: ReadonlyMap<string, Entry>): void {
  const named = new Set([...entries.values()].flatMap((entry) => (entry.t === 'file' ? [entry.file] : [])));
  for (const file of fs.readdirSync(data)) {
    if (!named.has(file)) fs.rmSync(path.join(data, file), { force: true });
  }
}

function append(log: number, line: LogLine, durable: boolean): void {
  const before = fs.fstatSync(log).size;
  const row = Buffer.from(formatRow(line));
  try {
    for (let at = 0; at < row.length; ) at += fs.writeSync(log, row, at);
    if (durable) fs.fdatasyncSync(log);
  } catch (error) {
    // Half a line in the middle would hide all that is committed after it.
    fs.ftruncateSync(log, before);
    throw translated(error);
  }
}

/** A line carries a digest of itself, so that half of one is never taken for a whole. */
function formatRow(line: LogLine): string {
  const json = JSON.stringify(line);
  return `${digestSync(json).slice(7, 23)} ${json}\n`;
}

function parseRow(row: string): LogLine | undefined {
  const json = row.slice(17);
  return row.length > 17 && digestSync(json).slice(7, 23) === row.slice(0, 16)
    ? (JSON.parse(json) as LogLine)
    : undefined;
}

async function translating<R>(task: () => Promise<R>): Promise<R> {
  try {
    return await task();
  } catch (error) {
    throw translated(error);
  }
}

function translated(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? noSpace(error) : error;
}
