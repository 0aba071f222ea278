/** WASI's calls on descriptors. */
import { chain, encode, type Maybe } from '../../../base/index.ts';
import {
  fail,
  isBlock,
  isChar,
  isDir,
  isFile,
  isLink,
  O_APPEND,
  O_NONBLOCK,
  S_IFMT,
} from '../../../posix/index.ts';
import type { DirEntry, Stat } from '../../../vfs/index.ts';
import type { Guest } from './guest.ts';
import type { WasiCall } from './main.ts';
import { NotCapable, RIGHTS } from './rights.ts';

const APPEND = 1;
const NONBLOCK = 4;

export const descriptorCalls = {
  fd_advise: (guest, fd) => void guest.file(fd),
  fd_allocate(guest, fd, offset, length) {
    const { fd: own } = guest.file(fd, RIGHTS.FD_ALLOCATE);
    const end = Number(offset) + Number(length);
    return chain(guest.sys.fstat(own), ({ size }) =>
      end > size ? guest.sys.ftruncate(own, end) : undefined,
    );
  },
  fd_close(guest, fd) {
    const { fd: own } = guest.file(fd);
    guest.remove(fd);
    return guest.sys.close(own);
  },
  fd_datasync: (guest, fd) => guest.sys.fsync(guest.file(fd).fd),
  fd_sync: (guest, fd) => guest.sys.fsync(guest.file(fd).fd),
  fd_fdstat_get(guest, fd, result) {
    const { fd: own, rights, syncFlags = 0 } = guest.file(fd);
    return chain(guest.sys.fstat(own), ({ mode }) => {
      const flags = guest.sys.getFlags(own);
      guest.bytes(result, 24).fill(0);
      const { view } = guest;
      view.setUint8(result >>> 0, fileTypeOf(mode));
      view.setUint16(
        (result >>> 0) + 2,
        (flags & O_APPEND ? APPEND : 0) | (flags & O_NONBLOCK ? NONBLOCK : 0) | syncFlags,
        true,
      );
      guest.setU64((result >>> 0) + 8, rights.base);
      guest.setU64((result >>> 0) + 16, rights.inheriting);
    });
  },
  fd_fdstat_set_flags(guest, fd, flags) {
    const own = (flags & APPEND ? O_APPEND : 0) | (flags & NONBLOCK ? O_NONBLOCK : 0);
    return guest.sys.setFlags(guest.file(fd).fd, own);
  },
  fd_fdstat_set_rights(guest, fd, base: bigint, inheriting: bigint) {
    const file = guest.file(fd);
    if (base & ~file.rights.base || inheriting & ~file.rights.inheriting) throw new NotCapable();
    file.rights = { base, inheriting };
  },
  fd_filestat_get: (guest, fd, result) =>
    chain(guest.sys.fstat(guest.file(fd).fd), (stat) => putStat(guest, result, stat)),
  fd_filestat_set_size: (guest, fd, size) =>
    guest.sys.ftruncate(guest.file(fd, RIGHTS.FD_FILESTAT_SET_SIZE).fd, Number(size)),
  fd_filestat_set_times(guest, fd, atime, mtime, flags) {
    return setTimes(guest, { atime, mtime, flags }, (times, isNow) =>
      guest.sys.futimes(guest.file(fd).fd, times, { isNow }),
    );
  },
  fd_pread: (guest, fd, list, count, offset, result) =>
    read(guest, fd, guest.vectors(list, count), offset, result),
  fd_read: (guest, fd, list, count, result) => read(guest, fd, guest.vectors(list, count), undefined, result),
  fd_pwrite: (guest, fd, list, count, offset, result) =>
    write(guest, fd, guest.vectors(list, count), offset, result),
  fd_write: (guest, fd, list, count, result) =>
    write(guest, fd, guest.vectors(list, count), undefined, result),
  fd_prestat_get(guest, fd, result) {
    const { preopened = fail('EBADF') } = guest.file(fd);
    guest.setU32(result, 0);
    guest.setU32((result >>> 0) + 4, encode(preopened).length);
  },
  fd_prestat_dir_name(guest, fd, address, length) {
    const { preopened = fail('EBADF') } = guest.file(fd);
    const name = encode(preopened);
    if (name.length > length >>> 0) fail('ENAMETOOLONG');
    guest.bytes(address, name.length).set(name);
  },
  fd_readdir: readDirectory,
  fd_renumber(guest, from, to) {
    const moved = guest.file(from);
    const former = guest.file(to);
    guest.remove(from);
    guest.place(to, moved);
    return guest.sys.close(former.fd);
  },
  fd_seek(guest, fd, offset, whence, result) {
    const { fd: own } = guest.file(fd, RIGHTS.FD_SEEK);
    const how = (['set', 'cur', 'end'] as const)[whence] ?? fail('EINVAL');
    return chain(guest.sys.lseek(own, Number(offset), how), (position) =>
      guest.setU64(result, BigInt(position)),
    );
  },
  fd_tell: (guest, fd, result) =>
    chain(guest.sys.lseek(guest.file(fd, RIGHTS.FD_TELL).fd, 0, 'cur'), (position) =>
      guest.setU64(result, BigInt(position)),
    ),
} satisfies Record<string, WasiCall>;

/** One read: into a buffer of its own, since the guest's memory may move while it waits. */
function read(
  guest: Guest,
  fd: number,
  vectors: readonly Uint8Array[],
  offset: bigint | undefined,
  result: number,
): Maybe<unknown> {
  const { fd: own } = guest.file(fd, RIGHTS.FD_READ);
  const places = vectors.map(({ byteOffset, length }) => ({ byteOffset, length }));
  const wanted = places.reduce((sum, { length }) => sum + length, 0);
  const buffer = new Uint8Array(Math.min(wanted, LONGEST_READ));
  const got =
    offset === undefined ? guest.sys.read(own, buffer) : guest.sys.pread(own, buffer, Number(offset));
  return chain(got, (count) => {
    let at = 0;
    for (const { byteOffset, length } of places) {
      const part = buffer.subarray(at, Math.min(at + length, count));
      guest.bytes(byteOffset, part.length).set(part);
      at += part.length;
    }
    guest.setU32(result, count);
  });
}

/** Bytes. */
const LONGEST_READ = 1024 * 1024;

function write(
  guest: Guest,
  fd: number,
  vectors: readonly Uint8Array[],
  offset: bigint | undefined,
  result: number,
): Maybe<unknown> {
  const { fd: own } = guest.file(fd, RIGHTS.FD_WRITE);
  const length = vectors.reduce((sum, vector) => sum + vector.length, 0);
  const data = new Uint8Array(length);
  let at = 0;
  for (const vector of vectors) {
    data.set(vector, at);
    at += vector.length;
  }
  const written =
    offset === undefined ? guest.output.write(own, data) : guest.sys.pwrite(own, data, Number(offset));
  return chain(written, (count) => guest.setU32(result, count));
}

/** Entries from `cookie` on, as many as fit; the last may be cut, which says that there are more. */
function readDirectory(
  guest: Guest,
  fd: number,
  buffer: number,
  length: number,
  cookie: bigint,
  result: number,
): Maybe<unknown> {
  const file = guest.file(fd, RIGHTS.FD_READDIR);
  const { path = fail('ENOTDIR') } = file;
  const listed = (entries: readonly DirEntry[]): void => {
    file.entries = entries;
    const space = guest.bytes(buffer, length);
    let used = 0;
    for (let index = Number(cookie); index < entries.length && used < space.length; index++) {
      const bytes = directoryEntry(entries[index]!, index + 1);
      const part = bytes.subarray(0, space.length - used);
      space.set(part, used);
      used += part.length;
    }
    guest.setU32(result, used);
  };
  if (cookie !== 0n && file.entries) return listed(file.entries);
  return chain(guest.sys.fstat(file.fd), ({ ino, mode }) =>
    chain(guest.sys.readdir(path), (entries) => {
      const type = mode & S_IFMT;
      return listed([{ name: '.', ino, type }, { name: '..', ino: 0, type }, ...entries]);
    }),
  );
}

function directoryEntry({ name, ino, type }: DirEntry, next: number): Uint8Array {
  const text = encode(name);
  const bytes = new Uint8Array(24 + text.length);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(next), true);
  view.setBigUint64(8, BigInt(ino), true);
  view.setUint32(16, text.length, true);
  view.setUint8(20, fileTypeOf(type));
  bytes.set(text, 24);
  return bytes;
}

function fileTypeOf(mode: number): number {
  if (isBlock(mode)) return 1;
  if (isChar(mode)) return 2;
  if (isDir(mode)) return 3;
  if (isFile(mode)) return 4;
  return isLink(mode) ? 7 : 0;
}

export function putStat(guest: Guest, result: number, stat: Stat): void {
  const at = result >>> 0;
  guest.bytes(at, 64).fill(0);
  guest.setU64(at, BigInt(stat.dev));
  guest.setU64(at + 8, BigInt(stat.ino));
  guest.view.setUint8(at + 16, fileTypeOf(stat.mode));
  guest.setU64(at + 24, BigInt(stat.nlink));
  guest.setU64(at + 32, BigInt(stat.size));
  guest.setU64(at + 40, BigInt.asUintN(64, stat.atime));
  guest.setU64(at + 48, BigInt.asUintN(64, stat.mtime));
  guest.setU64(at + 56, BigInt.asUintN(64, stat.ctime));
}

export interface Times {
  readonly atime: bigint;
  readonly mtime: bigint;
  /** 1, 2: set, or take the present for, the access time; 4, 8: the same for the other. */
  readonly flags: number;
}

export function setTimes(
  guest: Guest,
  { atime, mtime, flags }: Times,
  set: (times: { atime?: bigint; mtime?: bigint }, isNow: boolean) => Maybe<void>,
): Maybe<void> {
  const now = BigInt(Math.round(guest.sys.now() * 1000)) * 1000n;
  const chosen = (given: bigint, bits: number): bigint | undefined => {
    if ((bits & 3) === 3) fail('EINVAL');
    return bits & 2 ? now : bits & 1 ? given : undefined;
  };
  const access = chosen(atime, flags & 3);
  const change = chosen(mtime, (flags >> 2) & 3);
  const times = {
    ...(access === undefined ? {} : { atime: access }),
    ...(change === undefined ? {} : { mtime: change }),
  };
  return set(times, (flags & 0b0101) === 0);
}
