/**
 * What a program sees of the kernel, and what the kernel sees of a program.
 *
 * System calls throw `PosixError` and return `Maybe`: programs await only promises. A call that
 * waits is interrupted by a caught signal (EINTR, unless the handler restarts), and by death: then
 * it throws `ProcessExit`, which programs must let pass.
 */
import type { Maybe } from '../base/index.ts';
import type { Termios } from '../posix/index.ts';
import type { Attributes, Credentials, DirEntry, FsStats, Stat } from '../vfs/index.ts';
import type { SocketAddress } from './network.ts';
import type { Limit, Resource } from './rlimits.ts';
import type {
  Delivery,
  Disposition,
  Env,
  Fd,
  ForkOptions,
  Pid,
  Pollable,
  PollRequest,
  PollResult,
  ProcessInfo,
  SpawnOptions,
  Uname,
  WaitOptions,
  WaitResult,
  WindowSize,
} from './types.ts';

/** A process's own view of the kernel: its system calls. */
export interface Sys {
  readonly pid: Pid;
  readonly argv: readonly string[];
  /** This process's environment; the program may change it, and its children inherit by `spawn`'s default. */
  readonly env: Env;

  // ---- descriptors
  /** Lowest free descriptor. `mode` is cut by the umask. */
  open(path: string, flags: number, mode?: number): Maybe<Fd>;
  close(fd: Fd): Maybe<void>;
  /** 0 is the end. Waits on pipes and terminals. */
  read(fd: Fd, buffer: Uint8Array): Maybe<number>;
  /** Bytes written: all, unless O_NONBLOCK or a signal cut it short. SIGPIPE and EPIPE on a pipe without reader. */
  write(fd: Fd, data: Uint8Array): Maybe<number>;
  pread(fd: Fd, buffer: Uint8Array, position: number): Maybe<number>;
  /** The same of a regular file at once, as a page fault needs it. @throws ENODEV where the file cannot, as mmap(2) */
  readAt(fd: Fd, buffer: Uint8Array, position: number): number;
  pwrite(fd: Fd, data: Uint8Array, position: number): Maybe<number>;
  lseek(fd: Fd, offset: number, whence: 'set' | 'cur' | 'end'): Maybe<number>;
  ftruncate(fd: Fd, size: number): Maybe<void>;
  fsync(fd: Fd): Maybe<void>;
  /** Read end, write end. */
  pipe(options?: { cloexec?: boolean }): [Fd, Fd];
  dup(fd: Fd, options?: { min?: Fd; cloexec?: boolean }): Fd;
  dup2(from: Fd, to: Fd): Maybe<Fd>;
  getCloexec(fd: Fd): boolean;
  setCloexec(fd: Fd, on: boolean): void;
  /** O_* status flags and access mode. */
  getFlags(fd: Fd): number;
  setFlags(fd: Fd, flags: number): void;
  /** Open descriptors, ascending. */
  fds(): Fd[];
  /**
   * Waits until one of the requests has an event, and answers those that have; [] after `timeout` ms.
   * POLLERR, POLLHUP and POLLNVAL come unasked. @throws EINTR
   */
  poll(requests: readonly PollRequest[], timeout?: number): Maybe<PollResult[]>;
  /** What is behind a descriptor, for those who wait in their own way (epoll). Lasts longer than the descriptor. */
  pollable(fd: Fd): Pollable;

  // ---- files
  stat(path: string): Maybe<Stat>;
  lstat(path: string): Maybe<Stat>;
  fstat(fd: Fd): Maybe<Stat>;
  /** As the real user; `mode` of R_OK, W_OK, X_OK. @throws EACCES, ENOENT, EROFS */
  access(path: string, mode: number): Maybe<void>;
  /** All but `.` and `..`. */
  readdir(path: string): Maybe<readonly DirEntry[]>;
  readlink(path: string): Maybe<string>;
  mkdir(path: string, mode?: number): Maybe<void>;
  rmdir(path: string): Maybe<void>;
  unlink(path: string): Maybe<void>;
  rename(from: string, to: string): Maybe<void>;
  link(from: string, to: string): Maybe<void>;
  symlink(target: string, path: string): Maybe<void>;
  mknod(path: string, mode: number, rdev: number): Maybe<void>;
  chmod(path: string, mode: number): Maybe<void>;
  fchmod(fd: Fd, mode: number): Maybe<void>;
  chown(path: string, uid: number, gid: number): Maybe<void>;
  lchown(path: string, uid: number, gid: number): Maybe<void>;
  truncate(path: string, size: number): Maybe<void>;
  /** `isNow`: the times are the present, which all who may write may set. */
  utimes(
    path: string,
    times: Pick<Attributes, 'atime' | 'mtime'>,
    options?: { nofollow?: boolean; isNow?: boolean },
  ): Maybe<void>;
  futimes(fd: Fd, times: Pick<Attributes, 'atime' | 'mtime'>, options?: { isNow?: boolean }): Maybe<void>;
  getxattr(path: string, name: string): Maybe<Uint8Array>;
  setxattr(path: string, name: string, value: Uint8Array): Maybe<void>;
  listxattr(path: string): Maybe<readonly string[]>;
  removexattr(path: string, name: string): Maybe<void>;
  statfs(
    path: string,
  ): Maybe<FsStats & { readonly type: string; readonly source: string; readonly target: string }>;
  /** All mounts as /proc/mounts lists them. */
  mounts(): readonly { source: string; target: string; type: string; options: string }[];
  sync(): Maybe<void>;
  chdir(path: string): Maybe<void>;
  getcwd(): string;
  /** Sets the mask where given; answers the former one. */
  umask(mask?: number): number;
  chroot(path: string): Maybe<void>;

  // ---- identity
  getppid(): Pid;
  credentials(): Credentials & { readonly euid: number; readonly egid: number };
  setuid(uid: number): void;
  setgid(gid: number): void;
  setgroups(groups: readonly number[]): void;
  getpgid(pid?: Pid): Pid;
  setpgid(pid: Pid, pgid: Pid): void;
  getsid(pid?: Pid): Pid;
  setsid(): Pid;
  uname(): Uname;
  sethostname(name: string): void;

  // ---- processes
  /**
   * Starts a program: finds its format, `#!` included. `path` is no search: it has to name a file.
   * @throws ENOENT, EACCES, ENOEXEC and what the file actions throw, before a child exists.
   */
  spawn(path: string, argv: readonly string[], options?: SpawnOptions): Maybe<Pid>;
  /** A child that shares nothing but has copies of descriptors, directory, masks and dispositions, and runs `main`. */
  fork(main: Main, options?: ForkOptions): Pid;
  /**
   * A child by parts: what CLONE_* in `flags` names is shared, the rest copied; the lowest byte is the exit signal.
   * `start` makes its executor, which goes on where this one is. With CLONE_VFORK it waits until the child runs
   * elsewhere or is dead. @throws EINVAL, EAGAIN
   */
  clone(flags: number, start: Start, options?: ForkOptions): Maybe<Pid>;
  /** Calls back when the last process that runs in this address space is gone from it. */
  atRelease(callback: () => void): void;
  /**
   * Replaces this process's program; returns only by throwing (ENOENT, EACCES, ENOEXEC, EIO, with which the old one
   * goes on; else `ProcessExit`).
   */
  exec(path: string, argv: readonly string[], env?: Env): Promise<never>;
  /** pid > 0 that child, -1 any, 0 any in this group, < -1 any in group -pid. Undefined only with nohang. @throws ECHILD, EINTR */
  wait(pid: Pid, options?: WaitOptions): Maybe<WaitResult | undefined>;
  /** pid as in kill(2); signal 0 only checks. @throws ESRCH, EPERM, EINVAL */
  kill(pid: Pid, signal: number): void;
  /** Ends this process by throwing. */
  exit(code: number): never;
  sigaction(signal: number, disposition: Disposition): Disposition;
  /** Blocked signals; sets them where given. Answers the former set. */
  sigmask(blocked?: ReadonlySet<number>): ReadonlySet<number>;
  /** For executors: the next handler to enter, whose mask is set already. Before the program's own code runs on. */
  takeSignal(): Delivery | undefined;
  /** Waits until a signal was handled; then throws EINTR. */
  pause(): Promise<never>;
  /** The same with another mask meanwhile, without a gap in which a signal is lost. */
  sigsuspend(mask: ReadonlySet<number>): Promise<never>;
  /** @throws EINTR */
  sleep(ms: number): Promise<void>;
  /**
   * To be called in loops that compute: lets signals and other processes in when 5 ms of processor
   * time have passed, and costs next to nothing otherwise.
   */
  breathe(): Maybe<void>;
  /**
   * Says that this program cannot be left in the middle of a call, as a guest's code whose stack cannot be
   * put aside: from now on a call is a promise only where it has to wait. It keeps all others out.
   */
  stayPut(): void;
  /**
   * Says that this program holds so many bytes more (or fewer) than before, where they are many: the
   * kernel cannot see what is in its variables, and a limit on memory may kill it for them.
   */
  hold(bytes: number): void;
  getrlimit(resource: Resource): Limit;
  /** @throws EINVAL, EPERM */
  setrlimit(resource: Resource, limit: Limit): void;
  processes(): readonly ProcessInfo[];
  /** Processor time of this process and of its waited-for children, ms. */
  times(): { readonly self: number; readonly children: number };

  // ---- terminals
  isatty(fd: Fd): boolean;
  ttyname(fd: Fd): string;
  tcgetattr(fd: Fd): Termios;
  tcsetattr(fd: Fd, termios: Termios): void;
  tcgetpgrp(fd: Fd): Pid;
  tcsetpgrp(fd: Fd, pgid: Pid): void;
  getWindowSize(fd: Fd): WindowSize;
  setWindowSize(fd: Fd, size: WindowSize): void;

  // ---- the world outside
  /** Milliseconds since the epoch, and on a clock that never goes back. */
  now(): number;
  monotonic(): number;
  random(length: number): Uint8Array;
  // ---- sockets, of which there are none yet
  /** @throws ENOSYS without a network, EAFNOSUPPORT */
  socket(domain: number, type: number, protocol?: number): Maybe<Fd>;
  bind(fd: Fd, address: SocketAddress): Maybe<void>;
  connect(fd: Fd, address: SocketAddress): Maybe<void>;
  listen(fd: Fd, backlog: number): Maybe<void>;
  accept(fd: Fd): Maybe<{ readonly fd: Fd; readonly address: SocketAddress }>;
  shutdown(fd: Fd, how: 'read' | 'write' | 'both'): Maybe<void>;
  getsockname(fd: Fd): SocketAddress;
  getpeername(fd: Fd): SocketAddress;
  /** The one network call that does something for now. @throws ENETUNREACH without network */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** What the composition root gives to its own programs by name: `docker`'s API client, the editor panel. */
  service<T>(name: string): T | undefined;
}

/**
 * Thrown through a program when its process ends (`exit`, a fatal signal, `exec`): let it pass.
 * Deliberately no Error: `catch (e)` blocks that look for PosixError rethrow it as unknown.
 */
export class ProcessExit {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

/** Runs a program's code: interprets or compiles machine code, or awaits an async function. */
export interface Executor {
  /**
   * Runs for about `budget` ms of processor time, and until a call waits at most. Takes signals first. May throw what
   * system calls throw when the process ends.
   */
  run(budget: number): Outcome;
  /** A signal waits for `takeSignal`: a run is to end early. A call that waits ends with EINTR, or with ERESTART. */
  interrupt(): void;
  /**
   * Whether `interrupt` itself enters handlers, in the middle of a call that then goes on waiting. Otherwise such a
   * call ends with ERESTART: to be made again when the handler has returned.
   */
  readonly handlersInPlace?: boolean;
}

export type Outcome =
  /** The time is used up. */
  | { readonly kind: 'yield' }
  /** A system call waits: to be run again when that settles, with whatever. */
  | { readonly kind: 'block'; readonly until: Promise<unknown> }
  | { readonly kind: 'exit'; readonly code: number };

/** Makes the executor of one process; it is run a little later. */
export type Start = (sys: Sys) => Executor;

/** Loads a built-in program; called on its first run. */
export type ProgramLoader = () => Promise<Main>;

/** Built-in programs by the name in their file's header. */
export type ProgramTable = Readonly<Record<string, ProgramLoader>>;

/** The main function of a built-in program; its result is the exit code. */
export type Main = (sys: Sys) => Maybe<number>;
