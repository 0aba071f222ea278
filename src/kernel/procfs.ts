/**
 * /proc: the kernel's state as files, as far as there is such state.
 *
 * Fields that Linux has and we have nothing for (memory maps, capabilities) are left out rather
 * than made up. @see proc(5)
 */
import { O_CLOEXEC, S_IFDIR, S_IFLNK, S_IFREG } from '../posix/index.ts';
import { type DirEntry, type FileSystem, nextDev } from '../vfs/index.ts';
import type { Core } from './core.ts';
import { namespaceName } from './namespaces.ts';
import type { Process } from './process.ts';
import {
  cmdlineOf,
  environOf,
  mountinfoOf,
  mountsOf,
  statLineOf,
  statmOf,
  statusOf,
} from './procfs-process.ts';
import { systemFiles } from './procfs-system.ts';
import { limitsFile } from './rlimits.ts';
import { createSyntheticFs, fixedNodes, type SyntheticNode } from './synthetic.ts';

const ROOT = 1;
/** Inodes of a process begin at its number times this: the folder, its files, then its descriptors. */
const SPAN = 2 ** 20;
const FD_FOLDER = 500;
const NS_FOLDER = 501;
const FDINFO_FOLDER = 502;
const FIRST_NS = 600;
const FIRST_FD = 1000;
const FIRST_FDINFO = SPAN / 2;

type FileOf = (core: Core, process: Process) => string;

/** Files of a process's folder. */
const processFiles: readonly (readonly [name: string, mode: number, read: FileOf])[] = [
  ['cgroup', 0o444, () => '0::/\n'],
  ['cmdline', 0o444, (_core, process) => cmdlineOf(process)],
  ['comm', 0o644, (_core, process) => `${process.lastRun.comm}\n`],
  ['environ', 0o400, (_core, process) => environOf(process)],
  ['limits', 0o444, (_core, process) => limitsFile(process.limits)],
  ['mountinfo', 0o444, mountinfoOf],
  ['mounts', 0o444, mountsOf],
  ['stat', 0o444, statLineOf],
  ['statm', 0o444, (_core, process) => statmOf(process)],
  ['status', 0o444, (_core, process) => statusOf(process)],
];

/** Links of a process's folder that lead to a directory or file. */
const processLinks = ['cwd', 'exe', 'root'] as const;
const FIRST_LINK = 1 + processFiles.length;

export function createProcFs(core: Core): FileSystem {
  const fixed = fixedNodes(systemFiles(core), ROOT);
  return createSyntheticFs({
    type: 'proc',
    dev: nextDev(),
    root: ROOT,
    now: () => BigInt(Math.floor(core.clock.now())) * 1_000_000n,
    node(ino) {
      if (ino === ROOT) return rootOf(core, fixed.get(ROOT)!);
      if (ino < SPAN) return ino === SPAN - 1 ? selfOf(core) : fixed.get(ino);
      const process = core.table.get(Math.floor(ino / SPAN));
      return process && nodeOfProcess(core, process, ino % SPAN);
    },
  });
}

function rootOf(core: Core, fixed: SyntheticNode): SyntheticNode {
  if (fixed.kind !== 'directory') return fixed;
  const self: DirEntry = { name: 'self', ino: SPAN - 1, type: S_IFLNK };
  return {
    ...fixed,
    list: () => [
      ...core.table.all().map(({ pid }) => ({ name: String(pid), ino: pid * SPAN, type: S_IFDIR })),
      ...fixed.list(),
      self,
    ],
    lookup(name) {
      if (name === 'self') return self.ino;
      if (!/^[1-9]\d{0,9}$/.test(name)) return fixed.lookup(name);
      return core.table.get(Number(name)) ? Number(name) * SPAN : undefined;
    },
  };
}

function selfOf(core: Core): SyntheticNode {
  return { kind: 'link', mode: 0o777, target: () => String(core.current?.pid ?? 1) };
}

function nodeOfProcess(core: Core, process: Process, slot: number): SyntheticNode | undefined {
  const owner = { uid: process.identity.euid, gid: process.identity.egid };
  if (slot === 0) return folderOf(process, owner);
  const file = processFiles[slot - 1];
  if (file) return { kind: 'file', mode: file[1], ...owner, read: () => file[2](core, process) };
  const link = processLinks[slot - FIRST_LINK];
  if (link) return linkOf(core, process, link, owner);
  if (slot === FD_FOLDER) return descriptorsOf(process, owner, FIRST_FD, S_IFLNK);
  if (slot === FDINFO_FOLDER) return descriptorsOf(process, owner, FIRST_FDINFO, S_IFREG);
  if (slot === NS_FOLDER) return namespacesOf(core, process, owner);
  if (slot >= FIRST_FDINFO) return descriptorInfoOf(process, slot - FIRST_FDINFO, owner);
  if (slot >= FIRST_FD) return descriptorOf(process, slot - FIRST_FD, owner);
  const namespace = Object.entries(core.namespaces)[slot - FIRST_NS];
  if (!namespace) return undefined;
  return { kind: 'link', mode: 0o777, ...owner, target: () => namespaceName(...namespace) };
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

function folderOf(process: Process, owner: Owner): SyntheticNode {
  const base = process.pid * SPAN;
  const entries: DirEntry[] = [
    ...processFiles.map(([name], index) => ({ name, ino: base + 1 + index, type: S_IFREG })),
    ...processLinks.map((name, index) => ({ name, ino: base + FIRST_LINK + index, type: S_IFLNK })),
    { name: 'fd', ino: base + FD_FOLDER, type: S_IFDIR },
    { name: 'fdinfo', ino: base + FDINFO_FOLDER, type: S_IFDIR },
    { name: 'ns', ino: base + NS_FOLDER, type: S_IFDIR },
  ];
  return {
    kind: 'directory',
    mode: 0o555,
    ...owner,
    list: () => entries,
    lookup: (name) => entries.find((entry) => entry.name === name)?.ino,
  };
}

function linkOf(core: Core, process: Process, name: 'cwd' | 'exe' | 'root', owner: Owner): SyntheticNode {
  if (name === 'exe') return { kind: 'link', mode: 0o777, ...owner, target: () => process.lastRun.exe };
  const place = process[name];
  return {
    kind: 'link',
    mode: 0o777,
    ...owner,
    target: () => core.tree.getcwd({ root: core.tree.root, cwd: place, cred: process.cred, umask: 0 }),
    jump: () => ({ stat: () => place.fs.stat(place.ino), place, token: undefined }),
  };
}

function namespacesOf(core: Core, process: Process, owner: Owner): SyntheticNode {
  const base = process.pid * SPAN + FIRST_NS;
  const names = Object.keys(core.namespaces);
  return {
    kind: 'directory',
    mode: 0o511,
    ...owner,
    list: () => names.map((name, index) => ({ name, ino: base + index, type: S_IFLNK })),
    lookup: (name) => (names.includes(name) ? base + names.indexOf(name) : undefined),
  };
}

/** The folder of descriptors, or of what is told of them. */
function descriptorsOf(process: Process, owner: Owner, first: number, type: number): SyntheticNode {
  const base = process.pid * SPAN + first;
  return {
    kind: 'directory',
    mode: 0o500,
    ...owner,
    list: () => process.descriptors.list().map((fd) => ({ name: String(fd), ino: base + fd, type })),
    lookup: (name) =>
      /^\d{1,6}$/.test(name) && process.descriptors.peek(Number(name)) ? base + Number(name) : undefined,
  };
}

function descriptorInfoOf(process: Process, fd: number, owner: Owner): SyntheticNode | undefined {
  const description = process.descriptors.peek(fd);
  if (!description) return undefined;
  const closes = process.descriptors.slot(fd).cloexec ? O_CLOEXEC : 0;
  const flags = (): string => (description.flags | closes).toString(8).padStart(7, '0');
  return {
    kind: 'file',
    mode: 0o400,
    ...owner,
    read: () => `pos:\t${description.position}\nflags:\t${flags()}\n`,
  };
}

function descriptorOf(process: Process, fd: number, owner: Owner): SyntheticNode | undefined {
  const description = process.descriptors.peek(fd);
  if (!description) return undefined;
  const { open } = description;
  return {
    kind: 'link',
    mode: (description.readable ? 0o500 : 0) | (description.writable ? 0o300 : 0),
    ...owner,
    target: () => open.name,
    jump: () => ({ stat: () => open.stat(), place: open.node?.place, token: open }),
  };
}
