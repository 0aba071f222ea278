/**
 * How a memory file system lies in a store: pages of inodes, chunks of file contents.
 *
 *     meta             {version, next}: the next inode number
 *     i/<page>         64 inodes, small files' contents among them
 *     c/<ino>/<chunk>  64 KB of a larger file
 *
 * Pages, since a stored record costs more than its bytes (LIBRARIES.md); chunks, so that one changed
 * byte of a large file writes one chunk.
 */
import { fromBase64, StrataError, toBase64 } from '../base/index.ts';
import { isDir, isFile, isLink } from '../posix/index.ts';
import type { Json } from '../store/index.ts';
import { type DataOwner, FileData } from './file-data.ts';
import type { MemoryInode } from './memory-inode.ts';
import type { Ino } from './types.ts';

export const META = 'meta';
export const FORMAT_VERSION = 1;
const PAGE = 64;
/** Files up to this lie in their inode's page. */
const INLINE = 2048;

export const pageOf = (ino: Ino): number => Math.floor(ino / PAGE);
export const pageKey = (page: number): string => `i/${page}`;
export const chunkKey = (ino: Ino, chunk: number): string => `c/${ino}/${chunk}`;

export function* inosOf(page: number): Generator<Ino> {
  for (let ino = page * PAGE; ino < (page + 1) * PAGE; ino++) yield ino;
}

/** Inode and chunk of a chunk's key. */
export function parseChunkKey(key: string): { ino: Ino; chunk: number } {
  const [, ino, chunk] = key.split('/');
  return { ino: Number(ino), chunk: Number(chunk) };
}

/** Whether a file's contents lie in its inode's page. */
export function isInline(data: FileData): boolean {
  if (data.size > INLINE) return false;
  return data.indexes().every((index) => index === 0);
}

interface Record {
  readonly ino: Ino;
  readonly mode: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly rdev: number;
  /** atime, mtime, ctime in nanoseconds: more than a number holds. */
  readonly times: readonly [string, string, string];
  readonly xattrs?: readonly (readonly [string, string])[];
  /** Of a directory: names and inodes, in their order. */
  readonly entries?: readonly (readonly [string, Ino])[];
  readonly target?: string;
  readonly size?: number;
  /** Base64. */
  readonly inline?: string;
  /** Chunks with pages that are holes, and a bit for each that is not; where it is not the end that is missing. */
  readonly pages?: readonly (readonly [chunk: number, bits: number])[];
}

export function encodeInode(inode: MemoryInode): Json {
  const { data } = inode;
  const record: Record = {
    ino: inode.ino,
    mode: inode.mode,
    nlink: inode.nlink,
    uid: inode.uid,
    gid: inode.gid,
    rdev: inode.rdev,
    times: [String(inode.atime), String(inode.mtime), String(inode.ctime)],
    ...(inode.xattrs?.size
      ? { xattrs: [...inode.xattrs].map(([name, value]) => [name, toBase64(value)] as const) }
      : {}),
    ...(inode.entries
      ? { entries: [...inode.entries].map(([name, child]) => [name, child.ino] as const) }
      : {}),
    ...(inode.target === undefined ? {} : { target: inode.target }),
    ...(data ? { size: data.size } : {}),
    ...(data ? pagesOf(data) : {}),
    ...(data?.size && isInline(data) ? { inline: toBase64(data.bytesOf(0) ?? new Uint8Array(0)) } : {}),
  };
  return record as unknown as Json;
}

function pagesOf(data: FileData): Pick<Record, 'pages'> {
  const pages = [...data.partial].filter(([chunk, bits]) => bits !== data.pagesWithin(chunk));
  return pages.length ? { pages } : {};
}

/** A page's inodes, directories still without their entries, which `link` gives them. */
export function decodePage(
  page: Json,
  owner: DataOwner,
): { inode: MemoryInode; link: (all: ReadonlyMap<Ino, MemoryInode>) => void }[] {
  if (!Array.isArray(page)) throw damaged();
  return page.map((raw) => decodeInode(raw as Record, owner));
}

function decodeInode(record: Record, owner: DataOwner): ReturnType<typeof decodePage>[number] {
  if (!record || typeof record.ino !== 'number' || typeof record.mode !== 'number') throw damaged();
  const [atime, mtime, ctime] = record.times;
  const inode: MemoryInode = {
    ino: record.ino,
    mode: record.mode,
    nlink: record.nlink,
    uid: record.uid,
    gid: record.gid,
    rdev: record.rdev,
    atime: BigInt(atime),
    mtime: BigInt(mtime),
    ctime: BigInt(ctime),
    opens: 0,
    xattrs: record.xattrs && new Map(record.xattrs.map(([name, value]) => [name, fromBase64(value)])),
    entries: isDir(record.mode) ? new Map() : undefined,
    data: isFile(record.mode) ? new FileData(owner) : undefined,
    target: isLink(record.mode) ? (record.target ?? '') : undefined,
  };
  if (inode.data) {
    const { data } = inode;
    data.size = record.size ?? 0;
    for (const [chunk, bits] of record.pages ?? []) data.restorePages(chunk, bits);
    if (record.inline) data.restore(0, fromBase64(record.inline));
  }
  const link = (all: ReadonlyMap<Ino, MemoryInode>): void => {
    for (const [name, ino] of record.entries ?? []) {
      const child = all.get(ino);
      if (!child) throw damaged();
      inode.entries?.set(name, child);
    }
  };
  return { inode, link };
}

export function damaged(): StrataError {
  return new StrataError('EDISK', 'stored file system is damaged');
}
