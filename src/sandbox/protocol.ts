/** What engine and sandbox worker call of each other, by rpc over the worker's port. */
import type { CgroupLimits, ProcessInfo, WindowSize } from '../kernel/index.ts';
import type { BlobRef, Put, Space, Value } from '../store/index.ts';
import type { Change, TraceEvent } from '../vfs/index.ts';
import type { ProcessSpec, SandboxSpec } from './types.ts';

/** A SandboxSpec as it travels: the disk stays with the engine, reached by `HostApi`. */
export interface WireSpec extends Omit<SandboxSpec, 'disk'> {
  readonly hasDisk: boolean;
}

export interface WireProcess {
  readonly pid: number;
  /** Carries a `Duplex`: stdin and stdout, or the terminal. */
  readonly stdio: MessagePort;
  /** Carries a `Duplex` of which only the source is used. */
  readonly stderr?: MessagePort;
}

/** The worker's functions. */
export type WorkerApi = {
  boot(spec: WireSpec): Promise<void>;
  start(process: ProcessSpec): Promise<WireProcess>;
  kill(pid: number, signal: number): void;
  resize(pid: number, size: WindowSize): void;
  pause(on: boolean): void;
  setLimits(limits: CgroupLimits): void;
  processes(): readonly ProcessInfo[];
  flush(): Promise<void>;
  changes(): readonly Change[];
  upperSize(): number;
  /** The next chunk of the upper as a layer's tar, by the caller's number for it; undefined at its end. */
  layerTar(reading: number): Promise<Uint8Array | undefined>;
  leaveLayerTar(reading: number): void;
  filesystem(): MessagePort;
  upperFilesystem(): MessagePort;
  /** Kills all processes; nothing runs afterwards. */
  stop(): void;
};

/** The engine's functions. */
export type HostApi = {
  /** The worker's code is there and listens: what was sent before may have been lost. */
  ready(): void;
  diskGetMany(keys: readonly string[]): Promise<(Value | undefined)[]>;
  diskHandles(keys: readonly string[]): Promise<(BlobRef | undefined)[]>;
  diskKeys(prefix?: string): Promise<string[]>;
  diskSpace(): Promise<Space>;
  diskCommit(puts: readonly Put[], deletes: readonly string[]): Promise<void>;
  exited(pid: number, status: number): void;
  oom(): void;
  trace(events: readonly TraceEvent[]): void;
};
