/**
 * What the engine says to one container's worker, and hears from it.
 *
 * A sandbox is a worker with a kernel of its own over an overlay mount. A container, and a RUN step
 * of a build, is one sandbox. The engine side is `openSandbox`, the worker's side `serveSandbox`.
 */
import type { Duplex, Port } from '../base/index.ts';
import type { CgroupLimits, Env, Limits, ProcessInfo, WindowSize } from '../kernel/index.ts';
import type { Change, DiskStore, LayerRef, TmpfsOptions, TraceEvent } from '../vfs/index.ts';

/** A fresh worker in role `sandbox`; given by the composition root. */
export interface SandboxWorker {
  readonly port: Port;
  terminate(): void;
}
export type SpawnSandboxWorker = () => SandboxWorker;

export interface SandboxSpec {
  readonly id: string;
  readonly hostname: string;
  /** Read-only layers, top first. */
  readonly layers: readonly LayerRef[];
  /** An upper that lasts; without it the upper is memory only (build steps). */
  readonly disk?: DiskStore;
  readonly readonlyRoot?: boolean;
  readonly mounts: readonly SandboxMount[];
  readonly network: boolean;
  /** What its processes may use together. */
  readonly limits?: CgroupLimits;
  /** Extra seconds-free facts for uname and /proc. */
  readonly domainname?: string;
}

/** Mounts besides the root, /proc, /dev and /sys. Missing mount points are made in the overlay first. */
export type SandboxMount =
  /** A single file with fixed first contents, writable by the container, not part of the overlay: /etc/hosts and such. */
  | {
      readonly kind: 'file';
      readonly target: string;
      readonly content: Uint8Array;
      readonly mode: number;
      readonly readonly?: boolean;
    }
  | {
      readonly kind: 'tmpfs';
      readonly target: string;
      readonly readonly?: boolean;
      /** The mount point's own permissions where no mode is given. */
      readonly options?: TmpfsOptions;
      /** Of the mount, as /proc/mounts has them; `nosuid,nodev,noexec,relatime` where absent. */
      readonly flags?: string;
    }
  /** A directory or file of a file system that another worker owns, by the remote file-system protocol. */
  | {
      readonly kind: 'remote';
      readonly target: string;
      readonly port: MessagePort;
      /** Path within that file system. */
      readonly source: string;
      readonly readonly?: boolean;
      /** As /proc/mounts names it. */
      readonly device: string;
      /** `relatime` where absent. */
      readonly options?: string;
    };

export interface ProcessSpec {
  readonly argv: readonly string[];
  readonly env: Env;
  readonly cwd: string;
  /** As Docker takes it: empty, `uid`, `name`, `uid:gid`, `name:group`; looked up in the container's own files. */
  readonly user: string;
  /** More groups of its, by name or number: `--group-add`. */
  readonly groups?: readonly string[];
  readonly tty: boolean;
  readonly windowSize?: WindowSize;
  /** Resource limits of its own; the others are the default. */
  readonly rlimits?: Limits;
  /** Whether stdin is connected; else it reads as empty. */
  readonly stdin: boolean;
}

export interface RunningProcess {
  readonly pid: number;
  /** stdin and stdout (the terminal, with tty). */
  readonly stdio: Duplex;
  /** Absent with tty. */
  readonly stderr: import('../base/index.ts').ByteSource | undefined;
  /** Wait status (posix `exitCodeOf`), when it has ended and its output is complete. */
  readonly exit: Promise<number>;
  signal(signal: number): void;
  resize(size: WindowSize): void;
}

/** The engine's hold on one sandbox. */
export interface Sandbox {
  /**
   * Starts PID 1 (first call) or another process in the same sandbox.
   * @throws StrataError ENOENT, EACCES, ENOEXEC, EUSER with runc's message for `docker` to show.
   */
  start(process: ProcessSpec): Promise<RunningProcess>;
  /** Signals a process by its pid in the sandbox. */
  kill(pid: number, signal: number): Promise<void>;
  pause(on: boolean): Promise<void>;
  /** Bounds from now on what its processes use together. */
  setLimits(limits: CgroupLimits): Promise<void>;
  processes(): Promise<readonly ProcessInfo[]>;
  /** Makes the upper durable on its disk. */
  flush(): Promise<void>;
  /** What `docker diff` lists. */
  changes(): Promise<readonly Change[]>;
  /** Sum of the sizes of the upper's regular files: SIZE in `docker ps -s`. */
  upperSize(): Promise<number>;
  /** The upper as a layer tar (deterministic, whiteouts as `.wh.` entries). */
  layerTar(): AsyncIterable<Uint8Array>;
  /** A remote file-system port on the container's merged root (for cp, export). */
  filesystem(): Promise<MessagePort>;
  /** The same on its thin layer as it lies on the disk. */
  upperFilesystem(): Promise<MessagePort>;
  /** Calls when a process was killed because there was too much memory in use. */
  onOom(listener: () => void): void;
  /** What happened in the overlay, in order. */
  onTrace(listener: (events: readonly TraceEvent[]) => void): () => void;
  /**
   * Ends it: kills all processes, flushes, ends the worker; terminates a worker that does not answer
   * within 100 ms. `lost` says whether unflushed writes may be gone. Nothing is written afterwards.
   */
  close(): Promise<{ lost: boolean }>;
}

export interface SandboxHost {
  open(spec: SandboxSpec): Promise<Sandbox>;
}
