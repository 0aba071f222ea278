/** What system calls take and give. */

export type Pid = number;
export type Fd = number;

/** Environment variables by name. A process owns its copy. */
export type Env = Record<string, string>;

export type Disposition = 'default' | 'ignore' | SignalAction;

export interface SignalAction {
  readonly handler: SignalHandler;
  /** SA_*. */
  readonly flags?: number;
  /** Blocked while the handler runs; the signal itself is too, but with SA_NODEFER. */
  readonly mask?: ReadonlySet<number>;
}

/**
 * Opaque to the kernel: what the executor does with it is its own affair. TypeScript programs give a function,
 * which is called at delivery, also while the program awaits something else; it must not throw or wait.
 */
export type SignalHandler = ((signal: number) => void) | { readonly address: bigint };

/** A signal whose handler is to be entered now. */
export interface Delivery {
  readonly signal: number;
  readonly action: SignalAction;
  /** To be set when the handler returns (sigreturn). */
  readonly mask: ReadonlySet<number>;
}

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
  readonly continued?: boolean;
}

export interface WaitResult {
  readonly pid: Pid;
  /** As wait(2): see `exitCodeOf` in posix. */
  readonly status: number;
  /** Its processor time and that of those it waited for, ms; its largest resident set, bytes. */
  readonly usage: { readonly cpu: number; readonly memory: number };
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
