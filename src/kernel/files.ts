/**
 * Opening by path: from what the tree found to an open file description, and to a program.
 *
 * The tree opens regular files and names the rest; here directories, devices, FIFOs, terminals and
 * /proc's magic links get their behaviour.
 */
import { chain, type Maybe } from '../base/index.ts';
import {
  fail,
  isFile,
  O_ACCMODE,
  O_APPEND,
  O_CLOEXEC,
  O_NONBLOCK,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  S_ISGID,
  S_ISUID,
  X_OK,
} from '../posix/index.ts';
import {
  modeAfterWrite,
  type Node,
  type Opened,
  type OpenFile,
  type Place,
  type Stat,
  settleWrite,
} from '../vfs/index.ts';
import type { Core } from './core.ts';
import { Description, type Open } from './description.ts';
import { openDevice } from './devices.ts';
import { HEAD_SIZE, type Prepared, prepareProgram } from './formats.ts';
import { openPipe } from './pipe.ts';
import type { Process, Run } from './process.ts';
import { commOf } from './process-info.ts';
import type { Start } from './sys.ts';
import type { Env } from './types.ts';
import { waitOn } from './wait.ts';

/** Status flags that stay with a description. */
const KEPT = O_ACCMODE | O_APPEND | O_NONBLOCK;

export function openPath(
  core: Core,
  process: Process,
  path: string,
  flags: number,
  mode = 0o666,
): Maybe<Description> {
  const opened = core.tree.open(process, path, flags & ~O_CLOEXEC, mode);
  return opened instanceof Promise
    ? opened.then((later) => describe(core, process, later, flags))
    : describe(core, process, opened, flags);
}

function describe(core: Core, process: Process, opened: Opened, flags: number): Maybe<Description> {
  const made = openObject(core, process, opened, flags);
  const wrap = (open: Open): Description => new Description(open, flags & KEPT);
  return made instanceof Promise ? made.then(wrap) : wrap(made);
}

function openObject(core: Core, process: Process, opened: Opened, flags: number): Maybe<Open> {
  switch (opened.kind) {
    case 'file':
      return openedFile(core, opened.node, opened.file);
    case 'directory':
      return openedDirectory(core, opened.node);
    case 'fifo':
      return openFifo(core, process, opened.node, flags);
    case 'char':
      return openDevice(core, process, opened.node, opened.rdev, flags);
    case 'block':
      return fail('ENXIO');
    case 'magic':
      return reopen(core, process, opened.target.token as Open, flags);
  }
}

function openedFile(core: Core, node: Node, file: OpenFile): Open {
  const written = (data: Uint8Array, position: number | undefined): Maybe<number> => {
    const ended = file.writeAt(data, position);
    return chain(ended, (end) => settleWrite(node.fs, file, end, data.length));
  };
  /** Once for all writes: who gives the bits back has the file open no more, as a rule. */
  let stripped = false;
  const strip = (process: Process): Maybe<void> => {
    stripped = true;
    if (process.cred.uid === 0) return;
    const stat = file.stat();
    const set = (now: Stat): Maybe<void> => {
      const left = modeAfterWrite(process, now);
      if (left !== undefined) return node.fs.setattr(node.ino, { mode: left });
    };
    return stat instanceof Promise ? stat.then(set) : set(stat);
  };
  return {
    get name() {
      const stat = file.stat();
      const isGone = !(stat instanceof Promise) && stat.nlink === 0;
      return `${core.tree.pathOf(node) ?? `/${node.name}`}${isGone ? ' (deleted)' : ''}`;
    },
    seekable: true,
    node,
    stat: () => file.stat(),
    read: (_process, buffer, position) => file.readAt(buffer, position),
    write(process, data, position) {
      const stripping = stripped ? undefined : strip(process);
      if (stripping instanceof Promise) return stripping.then(() => written(data, position));
      return written(data, position);
    },
    truncate: (size) => file.truncate(size),
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

function openedDirectory(core: Core, node: Node): Open {
  return {
    get name() {
      return core.tree.pathOf(node) ?? `/${node.name}`;
    },
    seekable: false,
    node,
    stat: () => node.fs.stat(node.ino),
    read: () => fail('EISDIR'),
    sync: () => node.fs.sync(),
    close: () => {},
  };
}

/** /proc/PID/fd/N: a file is opened anew from where it is now, anything else from itself. */
function reopen(core: Core, process: Process, open: Open, flags: number): Maybe<Open> {
  if (open.reopen) return open.reopen(flags);
  const node = open.node ?? fail('ENXIO');
  const again = core.tree.openNode(process, node, flags & (O_ACCMODE | O_TRUNC));
  return again instanceof Promise
    ? again.then((later) => openObject(core, process, later, flags))
    : openObject(core, process, again, flags);
}

/** Opening one end of a FIFO waits for the other. @see fifo(7) */
function openFifo(core: Core, process: Process, node: Node, flags: number): Maybe<Open> {
  const key = `${node.stat.dev}:${node.ino}`;
  const pipe = core.fifos.get(key) ?? core.newPipe();
  const access = flags & O_ACCMODE;
  const hurried = (flags & O_NONBLOCK) !== 0;
  if (access === O_WRONLY && hurried && pipe.readers === 0) fail('ENXIO');
  core.fifos.set(key, pipe);
  const { readerCount, writerCount } = pipe;
  const inner = openPipe(pipe, flags, core.tree.pathOf(node) ?? node.name);
  const open: Open = {
    ...inner,
    node,
    stat: () => node.fs.stat(node.ino),
    close: () => {
      void inner.close();
      if (pipe.readers === 0 && pipe.writers === 0) core.fifos.delete(key);
    },
  };
  const met = (): Open | undefined => {
    if (access === O_RDONLY) return pipe.writers > 0 || pipe.writerCount > writerCount ? open : undefined;
    return pipe.readers > 0 || pipe.readerCount > readerCount ? open : undefined;
  };
  if (hurried || (access !== O_RDONLY && access !== O_WRONLY) || met()) return open;
  return waitOn(process, [access === O_RDONLY ? pipe.arrivals : pipe.room], met).catch((error: unknown) => {
    void open.close();
    throw error;
  });
}

/** A program that was found and loaded. */
export interface FoundProgram {
  readonly start: Start;
  readonly run: Run;
  readonly stat: Stat;
}

/** As Linux: an interpreter may itself be a script, four times over. */
const DEEPEST = 5;

/** @throws ENOENT, EACCES, ENOEXEC, ELOOP, and what loading throws */
export async function findProgram(
  core: Core,
  process: Process,
  path: string,
  argv: readonly string[],
  env: Readonly<Env>,
): Promise<FoundProgram> {
  let file = path;
  let args = argv;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const finding = core.tree.find(process, file);
    const node = finding instanceof Promise ? await finding : finding;
    // Linux says EACCES also for directories and devices.
    if (!isFile(node.stat.mode) || node.mount.options.noexec) fail('EACCES');
    await core.tree.access(process, file, X_OK);
    const run = { argv: args, exe: core.tree.pathOf(node, process.root) ?? file, comm: commOf(path) };
    const prepared = await load(core, node, run, env);
    if (typeof prepared === 'function') return { start: prepared, run, stat: withoutSetId(node) };
    args = [
      prepared.path,
      ...(prepared.argument === undefined ? [] : [prepared.argument]),
      file,
      ...args.slice(1),
    ];
    file = prepared.path;
  }
  return fail('ELOOP');
}

/** Set-user-ID bits do not count on a mount with nosuid. */
function withoutSetId({ mount, stat }: Node): Stat {
  return mount.options.nosuid ? { ...stat, mode: stat.mode & ~(S_ISUID | S_ISGID) } : stat;
}

/** Makes a program startable, or answers its interpreter. */
async function load(
  core: Core,
  node: Node,
  { argv, exe }: Run,
  env: Readonly<Env>,
): Promise<Start | Extract<Prepared, { kind: 'interpreter' }>> {
  const file = await node.fs.open(node.ino, O_RDONLY);
  const head = new Uint8Array(HEAD_SIZE);
  try {
    const filled = head.subarray(0, await file.readAt(head, 0));
    const prepared = prepareProgram(filled, core.programs, core.formats);
    if (prepared.kind === 'interpreter') return prepared;
    const readAt = (buffer: Uint8Array, position: number): Maybe<number> => file.readAt(buffer, position);
    return await prepared.load({ argv, env, exe, stat: node.stat, readAt });
  } finally {
    await file.close();
  }
}

/** A directory for a process to stand in. */
export function walkTo(core: Core, process: Process, path: string): Maybe<Place> {
  return core.tree.directory(process, path);
}
