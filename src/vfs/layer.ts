/**
 * A layer as a read-only file system: the packed index for names and attributes, slices of the
 * stored tar for contents.
 *
 * A hundred mounts share one index and one blob. What is read is kept in a bounded cache of large
 * pieces, since a read of a stored blob costs the same up to 64 KB (LIBRARIES.md); small layers are
 * read whole.
 */
import { bytesOf, type SparsePiece, textOf } from '../base/index.ts';
import {
  fail,
  isDir,
  isFile,
  isLink,
  O_ACCMODE,
  O_RDONLY,
  O_TRUNC,
  S_IFDIR,
  S_IFMT,
} from '../posix/index.ts';
import type { BlobHandle } from '../store/index.ts';
import {
  compareBytes,
  type LayerIndex,
  openIndex,
  PIECE,
  unpackPieces,
  unpackXattrs,
} from './layer-format.ts';
import { nextDev, readonly, readonlyCalls, type SyncFileSystem, type SyncOpenFile } from './sync.ts';
import type { DirEntry, FsStats, Ino, Stat } from './types.ts';

/** Layers up to this are read in one piece. */
const WHOLE = 1024 * 1024;
const PAGE = 128 * 1024;
const MOST_PAGES = 32;

/** `blob` is opened on the first read of contents, since most mounts read few files of few layers. */
export function createLayerFs(packed: Uint8Array, blob: () => BlobHandle): SyncFileSystem {
  const index = openIndex(packed);
  const dev = nextDev();
  const read = createReader(blob);
  const rowOf = (ino: Ino): number => (ino >= 1 && ino <= index.inodes ? ino - 1 : fail('ENOENT'));
  const modeOf = (ino: Ino): number => index.mode[rowOf(ino)]!;
  const xattrsOf = (ino: Ino): Map<string, Uint8Array> => {
    const row = rowOf(ino);
    const at = index.xattrs[row]!;
    return unpackXattrs(index.strings.slice(at, at + index.xattrsLength[row]!));
  };
  return {
    type: 'layer',
    dev,
    root: 1,
    lookup(directory, name) {
      const row = rowOf(directory);
      if (!isDir(index.mode[row]!)) fail('ENOTDIR');
      const found = search(index, row, bytesOf(name));
      return found < 0 ? fail('ENOENT') : index.inode[found]! + 1;
    },
    stat: (ino) => statOf(index, rowOf(ino), dev),
    readdir(directory) {
      const row = rowOf(directory);
      if (!isDir(index.mode[row]!)) fail('ENOTDIR');
      return entriesOf(index, row);
    },
    readlink(ino) {
      const row = rowOf(ino);
      if (!isLink(index.mode[row]!)) fail('EINVAL');
      return text(index, index.first[row]!, index.count[row]!);
    },
    open(ino, flags) {
      const row = rowOf(ino);
      if (!isFile(modeOf(ino))) fail(isDir(modeOf(ino)) ? 'EISDIR' : 'EINVAL');
      if ((flags & O_ACCMODE) !== O_RDONLY || flags & O_TRUNC) readonly();
      return openFile(index, row, dev, read);
    },
    getxattr: (ino, name) => xattrsOf(ino).get(name) ?? fail('ENODATA'),
    listxattr: (ino) => (index.xattrsLength[rowOf(ino)] ? [...xattrsOf(ino).keys()] : []),
    statfs: () => statfsOf(index),
    sync: () => {},
    ...readonlyCalls,
  };
}

function openFile(index: LayerIndex, row: number, dev: number, read: Reader): SyncOpenFile {
  const size = index.size[row]!;
  const offset = index.offset[row]!;
  const pieces = piecesOf(index, row);
  return {
    stat: () => statOf(index, row, dev),
    readAt(buffer, position) {
      const length = Math.min(buffer.length, size - position);
      if (length <= 0) return 0;
      if (pieces) readSparse(buffer.subarray(0, length), position, pieces, offset, read);
      else read(buffer, offset + position, length);
      return length;
    },
    writeAt: readonly,
    truncate: readonly,
    sync: () => {},
    close: () => {},
  };
}

/** What of a sparse file is data; undefined of others. */
function piecesOf(index: LayerIndex, row: number): SparsePiece[] | undefined {
  const count = index.count[row]!;
  if (count === 0) return undefined;
  const at = index.first[row]!;
  return unpackPieces(index.strings.subarray(at, at + count * PIECE));
}

/** Fills the buffer from pieces that lie behind one another at `offset` of the blob, with zeros between them. */
function readSparse(
  buffer: Uint8Array,
  position: number,
  pieces: readonly SparsePiece[],
  offset: number,
  read: Reader,
): void {
  buffer.fill(0);
  let stored = offset;
  for (const piece of pieces) {
    const from = Math.max(piece.offset, position);
    const to = Math.min(piece.offset + piece.length, position + buffer.length);
    if (from < to) read(buffer.subarray(from - position), stored + from - piece.offset, to - from);
    stored += piece.length;
  }
}

function statOf(index: LayerIndex, row: number, dev: number): Stat {
  const mode = index.mode[row]!;
  const time = BigInt(index.mtime[row]!) * 1_000_000_000n + BigInt(index.mtimeNanos[row]!);
  const type = mode & S_IFMT;
  const size = type === S_IFDIR ? 4096 : isLink(mode) ? index.count[row]! : index.size[row]!;
  return {
    dev,
    ino: row + 1,
    mode,
    nlink: index.nlink[row]!,
    uid: index.uid[row]!,
    gid: index.gid[row]!,
    rdev: index.rdev[row]!,
    size,
    blocks: isLink(mode) ? 0 : Math.ceil(dataSize(index, row, size) / 4096) * 8,
    atime: time,
    mtime: time,
    ctime: time,
  };
}

function dataSize(index: LayerIndex, row: number, size: number): number {
  if (!isFile(index.mode[row]!)) return size;
  return piecesOf(index, row)?.reduce((sum, { length }) => sum + length, 0) ?? size;
}

function entriesOf(index: LayerIndex, row: number): DirEntry[] {
  const first = index.first[row]!;
  const entries: DirEntry[] = [];
  for (let i = first; i < first + index.count[row]!; i++) {
    const inode = index.inode[i]!;
    const name = text(index, index.nameOffset[i]!, index.nameLength[i]!);
    entries.push({ name, ino: inode + 1, type: index.mode[inode]! & S_IFMT });
  }
  return entries;
}

/** Row of a name in a directory, or -1. */
function search(index: LayerIndex, directory: number, name: Uint8Array): number {
  let low = index.first[directory]!;
  let high = low + index.count[directory]! - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const at = index.nameOffset[middle]!;
    const order = compareBytes(index.strings.subarray(at, at + index.nameLength[middle]!), name);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function text(index: LayerIndex, offset: number, length: number): string {
  return textOf(index.strings.subarray(offset, offset + length));
}

function statfsOf(index: LayerIndex): FsStats {
  const blocks = Math.ceil(index.total / 4096);
  return { blockSize: 4096, blocks, free: 0, files: index.inodes, filesFree: 0 };
}

/** Fills the first `length` bytes of a buffer from an offset of the blob. */
type Reader = (buffer: Uint8Array, offset: number, length: number) => void;

function createReader(open: () => BlobHandle): Reader {
  let handle: BlobHandle | undefined;
  let pageSize = PAGE;
  const pages = new Map<number, Uint8Array>();
  const page = (blob: BlobHandle, number: number): Uint8Array => {
    let bytes = pages.get(number);
    if (bytes) {
      // Put to the end: the Map's order is the order of last use.
      pages.delete(number);
    } else {
      bytes = blob.readSync(number * pageSize, Math.min(pageSize, blob.size - number * pageSize));
      if (pages.size >= MOST_PAGES) pages.delete(pages.keys().next().value!);
    }
    pages.set(number, bytes);
    return bytes;
  };
  return (buffer, offset, length) => {
    if (!handle) {
      handle = open();
      if (handle.size <= WHOLE) pageSize = WHOLE;
    }
    for (let done = 0; done < length; ) {
      const at = offset + done;
      const number = Math.floor(at / pageSize);
      const within = at - number * pageSize;
      // A page or more at once goes past the cache, as a copy of a large file should.
      if (within === 0 && length - done >= pageSize && !pages.has(number)) {
        const count = Math.floor((length - done) / pageSize) * pageSize;
        buffer.set(handle.readSync(at, count), done);
        done += count;
        continue;
      }
      const bytes = page(handle, number);
      const count = Math.min(length - done, bytes.length - within);
      if (count <= 0) fail('EIO');
      buffer.set(bytes.subarray(within, within + count), done);
      done += count;
    }
  };
}
