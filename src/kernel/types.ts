/**
 * What a program sees of the kernel, and what the kernel needs of those who start it.
 *
 * System calls throw `PosixError` and return `Maybe`: programs await only promises. A call that
 * waits is interrupted by a caught signal (EINTR, unless the handler restarts), and by death: then
 * it throws `ProcessExit`, which programs must let pass.
 */
import type { Maybe } from '../base/index.ts';
import type { Attributes, Credentials, DirEntry, FsStats, Stat } from '../vfs/index.ts';
import type { Limit, Resource } from './rlimits.ts';

export type Pid = number;
export type Fd = number;

/** The main function of a built-in program; its result is the exit code. */
export type Main = (sys: Sys) => Maybe<number>;

/** Environment variables by name. A process owns its copy. */
export type Env = Record<string, string>;

export type Disposition =
  | 'default'
  | 'ignore'
  | {
      /** Called at delivery, also while the program awaits something else; must not throw or wait. */
      readonly handler: (signal: number) => void;
      /** SA_RESTART: interrupted waits go on instead of failing with EINTR. */
      readonly restart?: boolean;
    };

/** What a child does with its descriptors before it runs: posix_spawn's file actions, in order. */
export type FileAction =
  | { readonly kind: 'dup2'; readonly from: Fd; readonly to: Fd }
  | { readonly kind: 'close'; readonly fd: Fd }
  | {
      readonly kind: 'open';
      readonly fd: Fd;
      readonly path: string;
      readonly flags: number;
      readonly mode: number;
    };

export interface SpawnOptions {
  readonly env?: Env;
  readonly cwd?: string;
  readonly actions?: readonly FileAction[];
  /** 0 makes a new group led by the child, a number joins that group; absent stays in the parent's. */
  readonly pgid?: Pid;
  /** Makes the child's group the foreground group of the terminal behind this descriptor. */
  readonly foreground?: Fd;
  /** Signals that the child has at default although the parent ignores them. */
  readonly defaultSignals?: readonly number[];
}

export interface ForkOptions {
  readonly pgid?: Pid;
  readonly foreground?: Fd;
  /** What /proc and ps show; the parent's argv where absent. */
  readonly argv?: readonly string[];
}

export interface WaitOptions {
  readonly nohang?: boolean;
  readonly untraced?: boolean;
}

export interface WaitResult {
  readonly pid: Pid;
  /** As wait(2): see `exitCodeOf` in posix. */
  readonly status: number;
}

export interface PollRequest {
  readonly fd: Fd;
  /** POLLIN, POLLOUT. */
  readonly events: number;
}

export interface PollResult {
  readonly fd: Fd;
  readonly revents: number;
}

/** What can be waited for, by level (`ready`) or by edge (`generation`). */
export interface Pollable {
  /** Which of the events hold now, POLLERR and POLLHUP unasked. */
  ready(events: number): number;
  /** Calls `wake` at each change that may concern these events, until the answer is called. */
  subscribe(events: number, wake: () => void): () => void;
  /** Grows with each such change, whether somebody looked or not: an edge between two looks is not lost. */
  generation(events: number): number;
}

export interface WindowSize {
  readonly rows: number;
  readonly columns: number;
}

/** The parts of termios that the line discipline acts on; flags by their POSIX names. */
export interface Termios {
  readonly icanon: boolean;
  readonly echo: boolean;
  readonly echoe: boolean;
  readonly echok: boolean;
  readonly echoctl: boolean;
  readonly isig: boolean;
  readonly iexten: boolean;
  readonly icrnl: boolean;
  readonly inlcr: boolean;
  readonly igncr: boolean;
  readonly ixon: boolean;
  readonly opost: boolean;
  readonly onlcr: boolean;
  /** Minimum bytes and time (tenths of a second) of a non-canonical read. */
  readonly vmin: number;
  readonly vtime: number;
  /** Control characters by number: intr, quit, erase, kill, eof, start, stop, susp, werase, lnext, eol, reprint. */
  readonly cc: Readonly<Record<string, number>>;
}

export interface Uname {
  readonly sysname: string;
  readonly nodename: string;
  readonly release: string;
  readonly version: string;
  readonly machine: string;
}

export interface ProcessInfo {
  readonly pid: Pid;
  readonly ppid: Pid;
  readonly pgid: Pid;
  readonly sid: Pid;
  readonly uid: number;
  readonly gid: number;
  /** As ps: R, S, T, Z. */
  readonly state: string;
  readonly argv: readonly string[];
  readonly comm: string;
  readonly tty: string | undefined;
  /** Milliseconds since the epoch. */
  readonly started: number;
  /** Milliseconds of processor time. */
  readonly cpu: number;
}

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
  /** Replaces this process's program; returns only by throwing (ENOENT, EACCES, ENOEXEC; else `ProcessExit`). */
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
  /** Waits until a signal was handled; then throws EINTR. */
  pause(): Promise<never>;
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
  /** The one network call there is for now. @throws ENETUNREACH without network */
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

/** Loads a built-in program; called on its first run. */
export type ProgramLoader = () => Promise<Main>;

/** Built-in programs by the name in their file's header. */
export type ProgramTable = Readonly<Record<string, ProgramLoader>>;
