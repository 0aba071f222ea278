/**
 * Who may do what: permission bits, the sticky bit, set-group-ID directories.
 *
 * The superuser has CAP_DAC_OVERRIDE and CAP_FOWNER and what else a container's root has.
 * @see path_resolution(7), inode(7)
 */
import { fail, isDir, S_ISGID, S_ISVTX, W_OK, X_OK } from '../posix/index.ts';
import type { Mount } from './mount.ts';
import type { Credentials, NewNode, Stat } from './types.ts';

/** Whether the permission bits (and being root) allow all of `mask`: R_OK, W_OK, X_OK. */
export function permitted(cred: Credentials, stat: Stat, mask: number): boolean {
  if (cred.uid === 0) return !(mask & X_OK) || isDir(stat.mode) || (stat.mode & 0o111) !== 0;
  const shift = cred.uid === stat.uid ? 6 : inGroup(cred, stat.gid) ? 3 : 0;
  return ((stat.mode >> shift) & mask) === mask;
}

export function inGroup(cred: Credentials, gid: number): boolean {
  return cred.gid === gid || cred.groups.includes(gid);
}

export function owns(cred: Credentials, stat: Stat): boolean {
  return cred.uid === 0 || cred.uid === stat.uid;
}

/** @throws EROFS, EACCES unless names may be made in or removed from this directory */
export function demandChangeable(cred: Credentials, mount: Mount, directory: Stat): void {
  if (mount.readonly) fail('EROFS');
  if (!permitted(cred, directory, W_OK | X_OK)) fail('EACCES');
}

/** @throws EPERM where the directory is sticky and neither it nor the victim is the caller's */
export function demandRemovable(cred: Credentials, directory: Stat, victim: Stat): void {
  if (!(directory.mode & S_ISVTX) || cred.uid === 0) return;
  if (cred.uid !== victim.uid && cred.uid !== directory.uid) fail('EPERM');
}

/** How a new node in `directory` begins: group and set-group-ID come from a set-group-ID directory. */
export function newNode(cred: Credentials, umask: number, directory: Stat, mode: number, type = 0): NewNode {
  const inherits = (directory.mode & S_ISGID) !== 0;
  let bits = mode & 0o7777 & ~umask;
  if (inherits && isDir(type)) bits |= S_ISGID;
  return { mode: type | bits, uid: cred.uid, gid: inherits ? directory.gid : cred.gid };
}
