/**
 * Character devices by number: what is behind /dev/null, /dev/zero, /dev/tty and their like.
 *
 * @see Linux Documentation/admin-guide/devices.txt
 */
import { fail, majorOf, makedev, minorOf, O_NOCTTY, S_IFCHR } from '../posix/index.ts';
import type { Node } from '../vfs/index.ts';
import type { Core } from './core.ts';
import type { Open } from './description.ts';
import type { Process } from './process.ts';
import type { Tty } from './tty.ts';

export const devices = {
  null: makedev(1, 3),
  zero: makedev(1, 5),
  full: makedev(1, 7),
  random: makedev(1, 8),
  urandom: makedev(1, 9),
  tty: makedev(5, 0),
  console: makedev(5, 1),
  ptmx: makedev(5, 2),
} as const;

/** First of the majors of /dev/pts/N. */
export const PTS_MAJOR = 136;

type Behaviour = Pick<Open, 'read' | 'write'>;

/** @throws ENXIO where there is no such device */
export function openDevice(core: Core, process: Process, node: Node, rdev: number, flags: number): Open {
  const tty = ttyOf(core, process, rdev);
  if (tty) {
    const isOwn = rdev === devices.tty;
    if (!isOwn && !(flags & O_NOCTTY)) acquire(process, tty);
    return { ...tty.open(), node };
  }
  const behaviour = behaviourOf(core, rdev) ?? fail('ENXIO');
  return {
    ...behaviour,
    get name() {
      return core.tree.pathOf(node) ?? node.name;
    },
    seekable: false,
    node,
    stat: () => node.fs.stat(node.ino),
    close: () => {},
  };
}

/** /dev/null as something open that stands in no file system. */
export function nullDevice(core: Core): Open {
  const time = BigInt(Math.floor(core.booted)) * 1_000_000n;
  const ids = { dev: 5, ino: 4, nlink: 1, uid: 0, gid: 0, size: 0, blocks: 0 };
  const stat = { ...ids, mode: S_IFCHR | 0o666, rdev: devices.null, atime: time, mtime: time, ctime: time };
  const open: Open = {
    ...behaviourOf(core, devices.null),
    name: '/dev/null',
    seekable: false,
    stat: () => stat,
    reopen: () => open,
    close: () => {},
  };
  return open;
}

/** A session's leader without terminal gets the one that it opens, if that is free. */
export function acquire(process: Process, tty: Tty): void {
  if (process.sid !== process.pid || process.tty || tty.session !== undefined) return;
  process.tty = tty;
  tty.session = process.sid;
  tty.foreground = process.pgid;
}

function ttyOf(core: Core, process: Process, rdev: number): Tty | undefined {
  if (rdev === devices.tty) return process.tty ?? fail('ENXIO');
  if (rdev === devices.console) return core.ttys.get(0);
  if (majorOf(rdev) === PTS_MAJOR) return core.ttys.get(minorOf(rdev)) ?? fail('EIO');
  return undefined;
}

function behaviourOf(core: Core, rdev: number): Behaviour | undefined {
  const swallow: Open['write'] = (_process, data) => data.length;
  const zeros: Open['read'] = (_process, buffer) => buffer.fill(0).length;
  switch (rdev) {
    case devices.null:
      return { read: () => 0, write: swallow };
    case devices.zero:
      return { read: zeros, write: swallow };
    case devices.full:
      return { read: zeros, write: () => fail('ENOSPC') };
    case devices.random:
    case devices.urandom:
      return { read: (_process, buffer) => fillRandom(core, buffer), write: swallow };
    default:
      return undefined;
  }
}

/** As many bytes as Web Crypto gives in one call. */
const RANDOM_PIECE = 65536;

function fillRandom(core: Core, buffer: Uint8Array): number {
  for (let at = 0; at < buffer.length; at += RANDOM_PIECE) {
    buffer.set(core.random.bytes(Math.min(RANDOM_PIECE, buffer.length - at)), at);
  }
  return buffer.length;
}
