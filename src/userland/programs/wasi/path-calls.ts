/** WASI's calls on paths, each below an open directory. */
import { chain, encode, type Maybe, recover } from '../../../base/index.ts';
import {
  errnoOf,
  fail,
  isDir,
  O_APPEND,
  O_CREAT,
  O_DIRECTORY,
  O_EXCL,
  O_NOFOLLOW,
  O_NONBLOCK,
  O_RDONLY,
  O_RDWR,
  O_TRUNC,
  O_WRONLY,
} from '../../../posix/index.ts';
import { putStat, setTimes } from './descriptor-calls.ts';
import type { Guest } from './guest.ts';
import type { WasiCall } from './main.ts';
import { DIRECTORY_RIGHTS, FILE_RIGHTS, RIGHTS } from './rights.ts';

const FOLLOW = 1;
const CREATE = 1;
const DIRECTORY = 2;
const EXCLUSIVE = 4;
const TRUNCATE = 8;
const APPEND = 1;
const NONBLOCK = 4;
/** DSYNC, RSYNC, SYNC. */
const SYNC = 2 | 8 | 16;

export const pathCalls = {
  path_create_directory: (guest, fd, path, length) => guest.sys.mkdir(guest.resolve(fd, path, length), 0o777),
  path_filestat_get(guest, fd, flags, path, length, result) {
    const place = guest.resolve(fd, path, length);
    const stat = flags & FOLLOW ? guest.sys.stat(place) : guest.sys.lstat(place);
    return chain(stat, (found) => putStat(guest, result, found));
  },
  path_filestat_set_times: (guest, fd, flags, path, length, atime, mtime, which) =>
    setTimes(guest, { atime, mtime, flags: which }, (times, isNow) =>
      guest.sys.utimes(guest.resolve(fd, path, length), times, { nofollow: !(flags & FOLLOW), isNow }),
    ),
  path_link(guest, from, flags, path, length, to, newPath, newLength) {
    // link(2) does not follow, and there is no other here.
    if (flags & FOLLOW) fail('EINVAL');
    return guest.sys.link(guest.resolve(from, path, length), guest.resolve(to, newPath, newLength));
  },
  path_open: openPath,
  path_readlink(guest, fd, path, length, buffer, size, result) {
    return chain(guest.sys.readlink(guest.resolve(fd, path, length)), (target) => {
      const bytes = encode(target).subarray(0, size >>> 0);
      guest.bytes(buffer, bytes.length).set(bytes);
      guest.setU32(result, bytes.length);
    });
  },
  path_remove_directory: (guest, fd, path, length) => guest.sys.rmdir(guest.resolve(fd, path, length)),
  path_rename: (guest, from, path, length, to, newPath, newLength) =>
    guest.sys.rename(guest.resolve(from, path, length), guest.resolve(to, newPath, newLength)),
  path_symlink(guest, target, targetLength, fd, path, length) {
    const text = guest.text(target, targetLength);
    if (text.startsWith('/')) fail('EPERM');
    return guest.sys.symlink(text, guest.resolve(fd, path, length));
  },
  path_unlink_file: (guest, fd, path, length) => guest.sys.unlink(guest.resolve(fd, path, length)),
} satisfies Record<string, WasiCall>;

function openPath(
  guest: Guest,
  fd: number,
  lookup: number,
  path: number,
  length: number,
  oflags: number,
  wanted: bigint,
  inheriting: bigint,
  flags: number,
  result: number,
): Maybe<unknown> {
  if (oflags & DIRECTORY && wanted & RIGHTS.FD_WRITE) fail('EISDIR');
  const { sys } = guest;
  const place = guest.resolve(fd, path, length);
  const above = guest.file(fd, oflags & TRUNCATE ? RIGHTS.PATH_FILESTAT_SET_SIZE : 0n).rights.inheriting;
  const how =
    (oflags & CREATE ? O_CREAT : 0) |
    (oflags & DIRECTORY ? O_DIRECTORY : 0) |
    (oflags & EXCLUSIVE ? O_EXCL : 0) |
    (oflags & TRUNCATE ? O_TRUNC : 0) |
    (flags & APPEND ? O_APPEND : 0) |
    (flags & NONBLOCK ? O_NONBLOCK : 0) |
    (lookup & FOLLOW ? 0 : O_NOFOLLOW);
  const open = (): Maybe<number> => sys.open(place, how | accessOf(wanted), 0o666);
  // A directory is only ever read, whatever its rights allow of what is below it.
  const opened = recover(open, (error) => {
    if (errnoOf(error) !== 'EISDIR' || oflags & (CREATE | TRUNCATE)) throw error;
    return sys.open(place, how | O_RDONLY, 0);
  });
  return chain(opened, (own) =>
    chain(sys.fstat(own), ({ mode }) => {
      const base = wanted & above & (isDir(mode) ? DIRECTORY_RIGHTS : FILE_RIGHTS);
      const rights = { base, inheriting: inheriting & above };
      const syncFlags = flags & SYNC;
      const file = { fd: own, rights, syncFlags, ...(isDir(mode) ? { path: place } : {}) };
      guest.setU32(result, guest.add(file));
    }),
  );
}

/** The access mode that the rights ask for. */
function accessOf(rights: bigint): number {
  if (!(rights & RIGHTS.FD_WRITE)) return O_RDONLY;
  return rights & RIGHTS.FD_READ ? O_RDWR : O_WRONLY;
}
