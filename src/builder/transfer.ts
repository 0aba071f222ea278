/**
 * How many bytes BuildKit's client would send for a file or a context: what the progress shows.
 *
 * BuildKit's file sync sends a packet for each file's attributes, and the contents of those files
 * that its last copy of the context does not have with the same attributes. The figures are those of
 * its protobuf messages.
 *
 * @see tonistiigi/fsutil, types/wire.proto and types/stat.proto
 */
import { encode } from '../base/index.ts';
import { isDir, isFile, isLink } from '../posix/index.ts';
import type { FileSystem, Stat } from '../vfs/index.ts';
import { child, type Found, lstat, resolvePath } from './ops/tree.ts';
import { hasWildcard, matchWildcards } from './ops/wildcard.ts';

/** The packet that ends a transfer. */
const FIN = 2;
/** The largest piece of a file's content in one packet. */
const CHUNK = 32 * 1024;

/** Go's bits for file types beside the permission bits, as fsutil sends them. */
const GO_DIR = 2 ** 31;
const GO_LINK = 2 ** 27;

/** Some time of modification, where it is not known: all of this century take as many bytes to send. */
const RECENT = 1n << 60n;

/** Bytes for regular files that are sent by themselves. */
export function fileBytes(files: readonly { readonly name: string; readonly size: number }[]): number {
  return files.reduce((sum, { name, size }, id) => {
    const stat = { path: name, mode: 0o644, size, mtime: RECENT, link: '' };
    return sum + statBytes(stat) + contentBytes(id, size);
  }, FIN);
}

/** What each engine's copy of contexts has, by path: attributes of what was sent before. */
const sent = new WeakMap<object, Map<string, string>>();

/** Bytes for the paths of a context that a build needs. @param store whose copy it is */
export async function selectedBytes(
  fs: FileSystem,
  paths: ReadonlySet<string>,
  store: object,
): Promise<number> {
  const known = sent.get(store) ?? new Map<string, string>();
  sent.set(store, known);
  const entries = new Map<string, Found>();
  for (const path of paths) await select(fs, path, entries);
  let total = FIN;
  let id = 0;
  for (const [path, found] of [...entries].sort(([a], [b]) => compareWalk(a, b))) {
    const { stat } = found;
    const link = isLink(stat.mode) ? await fs.readlink(found.ino) : '';
    const size = isFile(stat.mode) ? stat.size : isLink(stat.mode) ? link.length : 0;
    total += statBytes({ path, mode: goMode(stat), size, mtime: stat.mtime, link });
    const signature = `${stat.mode} ${stat.size} ${stat.mtime} ${link}`;
    if (isFile(stat.mode) && known.get(path) !== signature) total += contentBytes(id, stat.size);
    known.set(path, signature);
    id++;
  }
  return total;
}

async function select(fs: FileSystem, path: string, entries: Map<string, Found>): Promise<void> {
  // A link in a circle is sent as it is.
  const exact = (): Promise<string> => resolvePath(fs, path).catch(() => path);
  const matched = hasWildcard(path) ? await matchWildcards(fs, path) : [await exact()];
  for (const resolved of matched) {
    const names = resolved.split('/').filter(Boolean);
    for (let depth = 1; depth < names.length; depth++) {
      const parent = names.slice(0, depth).join('/');
      const found = await lstat(fs, `/${parent}`);
      if (found) entries.set(parent, found);
    }
    const found = await lstat(fs, resolved);
    if (found) await addAll(fs, names.join('/'), found, entries);
  }
}

async function addAll(
  fs: FileSystem,
  path: string,
  found: Found,
  entries: Map<string, Found>,
): Promise<void> {
  if (path) entries.set(path, found);
  if (!isDir(found.stat.mode)) return;
  for (const { name } of await fs.readdir(found.ino)) {
    const entry = await child(fs, found.ino, name);
    if (entry) await addAll(fs, path ? `${path}/${name}` : name, entry, entries);
  }
}

/** Directories before what is in them, names in order at each level. */
function compareWalk(a: string, b: string): number {
  const left = a.replaceAll('/', '\0');
  const right = b.replaceAll('/', '\0');
  return left < right ? -1 : left > right ? 1 : 0;
}

interface SentStat {
  readonly path: string;
  readonly mode: number;
  readonly size: number;
  readonly mtime: bigint;
  readonly link: string;
}

function statBytes({ path, mode, size, mtime, link }: SentStat): number {
  const body =
    field(encode(path).length) +
    number(mode) +
    number(size) +
    (mtime === 0n ? 0 : 1 + varint(Number(mtime))) +
    (link ? field(encode(link).length) : 0);
  return field(body);
}

function contentBytes(id: number, size: number): number {
  const head = 2 + (id === 0 ? 0 : 1 + varint(id));
  let total = head;
  for (let left = size; left > 0; left -= CHUNK) total += head + field(Math.min(left, CHUNK));
  return total;
}

function goMode({ mode }: Stat): number {
  return (mode & 0o777) + (isDir(mode) ? GO_DIR : isLink(mode) ? GO_LINK : 0);
}

/** A length-delimited field: tag, length, content. */
function field(length: number): number {
  return 1 + varint(length) + length;
}

function number(value: number): number {
  return value === 0 ? 0 : 1 + varint(value);
}

function varint(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}
