/**
 * What Docker mounts in every container besides its root: /proc, /dev with its nodes, /dev/pts,
 * /dev/mqueue, /dev/shm, /sys; with its sizes and options as `docker run alpine mount` shows them.
 */
import { makedev, S_IFCHR, S_IFDIR } from '../posix/index.ts';
import {
  createMemoryFs,
  createTmpfs,
  type FileSystem,
  type MemoryFs,
  type MountOptions,
  nextDev,
} from '../vfs/index.ts';
import type { Core } from './core.ts';
import { devices, PTS_MAJOR } from './devices.ts';
import { createProcFs } from './procfs.ts';
import { createSyntheticFs, fixedNodes } from './synthetic.ts';

export interface SystemMount {
  readonly target: string;
  readonly fs: FileSystem;
  readonly options: MountOptions;
}

const MiB = 1024 * 1024;
const root = { uid: 0, gid: 0 };

/** In the order to be mounted; each finds its mount point in what was mounted before it or in the root. */
export function systemMounts(core: Core): SystemMount[] {
  const now = (): number => core.clock.now();
  const store = (bytes: number): void => core.table.cgroup.store(bytes);
  const safe = { nosuid: true, noexec: true };
  const strict = 'nosuid,nodev,noexec,relatime';
  return [
    { target: '/proc', fs: createProcFs(core), options: { source: 'proc', options: strict, ...safe } },
    {
      target: '/dev',
      fs: createDevices(now, store),
      options: { source: 'tmpfs', options: 'nosuid,size=65536k,mode=755', nosuid: true },
    },
    {
      target: '/dev/pts',
      fs: createPts(core),
      options: { source: 'devpts', options: 'nosuid,noexec,relatime,gid=5,mode=620,ptmxmode=666', ...safe },
    },
    {
      target: '/sys',
      fs: createSys(now),
      options: { source: 'sysfs', readonly: true, options: strict, ...safe },
    },
    {
      target: '/dev/mqueue',
      fs: createMemoryFs({ type: 'mqueue', now, root: { mode: S_IFDIR | 0o1777, ...root } }),
      options: { source: 'mqueue', options: strict, ...safe },
    },
    {
      target: '/dev/shm',
      fs: createTmpfs({ size: 64 * MiB }, now, store),
      options: { source: 'shm', options: `${strict},size=65536k`, ...safe },
    },
  ];
}

/** /dev is a memory file system that begins with device nodes; programs may add to it. */
function createDevices(now: () => number, store: (bytes: number) => void): MemoryFs {
  const fs = createTmpfs({ size: 64 * MiB, mode: 0o755 }, now, store);
  for (const name of ['null', 'zero', 'full', 'random', 'urandom', 'tty'] as const) {
    fs.mknod(fs.root, name, { mode: S_IFCHR | 0o666, ...root }, devices[name]);
  }
  const links = {
    fd: '/proc/self/fd',
    stdin: '/proc/self/fd/0',
    stdout: '/proc/self/fd/1',
    stderr: '/proc/self/fd/2',
    ptmx: 'pts/ptmx',
  };
  for (const [name, target] of Object.entries(links)) {
    fs.symlink(fs.root, name, target, { mode: 0o777, ...root });
  }
  for (const name of ['pts', 'mqueue', 'shm']) fs.mkdir(fs.root, name, { mode: S_IFDIR | 0o755, ...root });
  return fs;
}

/** /dev/pts: a node for each terminal. */
function createPts(core: Core): FileSystem {
  const ROOT = 1;
  const PTMX = 2;
  const FIRST = 3;
  return createSyntheticFs({
    type: 'devpts',
    dev: nextDev(),
    root: ROOT,
    now: () => BigInt(Math.floor(core.clock.now())) * 1_000_000n,
    node(ino) {
      if (ino === PTMX) return { kind: 'device', mode: 0o666, rdev: devices.ptmx };
      if (ino >= FIRST) {
        if (!core.ttys.has(ino - FIRST)) return undefined;
        return { kind: 'device', mode: 0o620, gid: 5, rdev: makedev(PTS_MAJOR, ino - FIRST) };
      }
      return {
        kind: 'directory',
        mode: 0o755,
        list: () => [
          { name: 'ptmx', ino: PTMX, type: S_IFCHR },
          ...[...core.ttys.keys()].map((index) => ({
            name: String(index),
            ino: FIRST + index,
            type: S_IFCHR,
          })),
        ],
        lookup(name) {
          if (name === 'ptmx') return PTMX;
          return /^\d{1,6}$/.test(name) && core.ttys.has(Number(name)) ? FIRST + Number(name) : undefined;
        },
      };
    },
  });
}

/** /sys has its folders; there are no devices to show in them. */
function createSys(now: () => number): FileSystem {
  const booted = BigInt(Math.floor(now())) * 1_000_000n;
  const folders = ['block', 'bus', 'class', 'dev', 'devices', 'firmware', 'fs', 'kernel', 'module', 'power'];
  const nodes = fixedNodes(
    Object.fromEntries(folders.map((name) => [name, name === 'fs' ? { cgroup: {} } : {}])),
    1,
  );
  return createSyntheticFs({
    type: 'sysfs',
    dev: nextDev(),
    root: 1,
    now: () => booted,
    node: (ino) => nodes.get(ino),
  });
}
