/** Operations on child processes. */
import { collect, type Maybe, toBase64 } from '../../../base/index.ts';
import type { Fd, Pid, Sys } from '../../../kernel/index.ts';
import { errnoOf, fail, isDir, O_RDWR, PosixError, signals, X_OK } from '../../../posix/index.ts';
import { canWait } from '../wasm/integration.ts';
import { CANNOT_WAIT } from './engine.ts';
import type { Host } from './host.ts';
import { type Arguments, type Operation, Refusal } from './operations.ts';
import { get, type Steps, walk } from './steps.ts';

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const CHUNK = 65_536;
const CANNOT_EXECUTE = 126;

/** A descriptor that the child gets; of /dev/null where there is none to take. */
interface Action {
  readonly from: Fd | undefined;
  readonly to: Fd;
}

interface Child {
  readonly pid: Pid;
  /** The parent's ends of pipes, -1 where there is none. */
  readonly ends: readonly Fd[];
}

export const childOperations: Readonly<Record<string, Operation>> = {
  'child.spawn': (host, args) => walk(spawn(host, args)),
  'child.run': run,
};

/**
 * Arguments: file, argv, environment, working directory, what the descriptors are, whether it leads a group,
 * whose it is: user and group.
 */
function* spawn(host: Host, args: Arguments): Steps<Child> {
  const { sys } = host;
  host.catchSignal(signals.CHLD);
  const stdio = args.texts(4);
  const ends: Fd[] = [];
  const theirs: Fd[] = [];
  const actions: Action[] = [];
  stdio.forEach((what, fd) => {
    let end = -1;
    if (what === 'pipe') {
      const [read, write] = sys.pipe({ cloexec: true });
      const [own, their] = fd === 0 ? [write, read] : [read, write];
      end = own;
      theirs.push(their);
      actions.push({ from: their, to: fd });
    } else if (what === 'ignore') {
      actions.push({ from: undefined, to: fd });
    } else {
      actions.push({ from: Number(what), to: fd });
    }
    ends.push(end);
  });
  const env = args.record(2);
  const directory = args.path(3);
  const argv = args.texts(1);
  const owner = { uid: args.optional(6), gid: args.optional(7) };
  try {
    checkOwner(sys, owner);
    const path = yield* search(sys, args.path(0), env['PATH'] ?? DEFAULT_PATH);
    // Not `spawn`: that has to wait for the program to be loaded, and the parent may be unable to.
    const pid = sys.fork((child) => begin(child, { path, argv, env, directory, actions, owner }), {
      argv,
      ...(args.flag(5) ? { pgid: 0 } : {}),
    });
    return { pid, ends };
  } catch (error) {
    for (const fd of ends) if (fd >= 0) void sys.close(fd);
    throw error;
  } finally {
    for (const fd of theirs) void sys.close(fd);
  }
}

/** Who the child is to be; undefined is who we are. */
interface Owner {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

/** The child could not say so. @throws EPERM */
function checkOwner(sys: Sys, { uid, gid }: Owner): void {
  const own = sys.credentials();
  if (own.euid === 0) return;
  if ((uid !== undefined && uid !== own.uid) || (gid !== undefined && gid !== own.gid))
    throw new PosixError('EPERM');
}

interface Beginning {
  readonly path: string;
  readonly argv: readonly string[];
  readonly env: Record<string, string>;
  readonly directory: string;
  readonly actions: readonly Action[];
  readonly owner: Owner;
}

/** The child, until it is the program. */
async function begin(sys: Sys, beginning: Beginning): Promise<number> {
  const { path, argv, env, directory, actions, owner } = beginning;
  try {
    await sys.chdir(directory);
    await redirect(sys, actions);
    // As libuv does: groups of who we are are not the child's.
    if ((owner.uid ?? owner.gid) !== undefined && sys.credentials().euid === 0) sys.setgroups([]);
    if (owner.gid !== undefined) sys.setgid(owner.gid);
    if (owner.uid !== undefined) sys.setuid(owner.uid);
    // Node itself ignores it: who writes to what nobody reads gets EPIPE.
    sys.sigaction(signals.PIPE, 'default');
    return await sys.exec(path, argv, env);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    return CANNOT_EXECUTE;
  }
}

/** Out of the way first: one's source may be another's target. */
async function redirect(sys: Sys, actions: readonly Action[]): Promise<void> {
  const sources: Fd[] = [];
  for (const { from } of actions) {
    const fd = from === undefined ? await sys.open('/dev/null', O_RDWR) : from;
    sources.push(sys.dup(fd, { min: 10, cloexec: true }));
  }
  for (const [at, { to }] of actions.entries()) await sys.dup2(sources[at]!, to);
}

/** As execvp: a name without a slash is looked for. @throws ENOENT, EACCES */
function* search(sys: Sys, file: string, path: string): Steps<string> {
  const candidates = file.includes('/')
    ? [file]
    : path.split(':').map((folder) => `${folder || '.'}/${file}`);
  let refused: unknown;
  for (const candidate of candidates) {
    try {
      if (isDir((yield* get(sys.stat(candidate))).mode)) fail('EACCES');
      yield* get(sys.access(candidate, X_OK));
      return candidate;
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'EACCES') refused = error;
      else if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    }
  }
  throw refused ?? new PosixError('ENOENT');
}

/**
 * Runs a child to its end; the arguments are `spawn`'s, a time limit in ms, a signal, and how many bytes
 * of output are too much. Input is in the bytes.
 */
function run(host: Host, args: Arguments): Maybe<unknown> {
  if (!canWait) {
    throw new Refusal('ERR_UNSUPPORTED', `${CANNOT_WAIT}; the asynchronous form does not have to`);
  }
  return runToEnd(host, args);
}

async function runToEnd(host: Host, args: Arguments): Promise<unknown> {
  const { sys } = host;
  const { pid, ends } = await walk(spawn(host, args));
  const limit = args.optional(8);
  const most = args.optional(10) ?? Number.POSITIVE_INFINITY;
  let ending: 'ETIMEDOUT' | 'ENOBUFS' | undefined;
  const end = (reason: typeof ending) => {
    ending ??= reason;
    attempt(() => sys.kill(pid, args.number(9)));
  };
  const timer = limit ? setTimeout(() => end('ETIMEDOUT'), limit) : undefined;
  const outputs = ends
    .slice(1)
    .map((fd) => (fd < 0 ? undefined : collect(chunks(sys, fd, most, () => end('ENOBUFS')))));
  if (ends[0] !== undefined && ends[0] >= 0) await feed(sys, ends[0], args.bytes);
  const texts = await Promise.all(outputs);
  const ended = await sys.wait(pid);
  clearTimeout(timer);
  const status = ended?.status ?? 0;
  return { pid, status, outputs: texts.map((bytes) => bytes && toBase64(bytes)), ending };
}

async function feed(sys: Sys, fd: Fd, data: Uint8Array): Promise<void> {
  try {
    for (let at = 0; at < data.length; ) at += await sys.write(fd, data.subarray(at));
  } catch (error) {
    if (errnoOf(error) !== 'EPIPE') throw error;
  } finally {
    await sys.close(fd);
  }
}

/** To its end, or to what is too much. */
async function* chunks(sys: Sys, fd: Fd, most: number, tooMuch: () => void): AsyncGenerator<Uint8Array> {
  for (let size = 0; size <= most; ) {
    const buffer = new Uint8Array(CHUNK);
    const count = await sys.read(fd, buffer);
    if (count === 0) break;
    yield buffer.subarray(0, count);
    size += count;
    if (size > most) tooMuch();
  }
  await sys.close(fd);
}

function attempt(call: () => void): void {
  try {
    call();
  } catch {
    // It has ended, or we have.
  }
}
