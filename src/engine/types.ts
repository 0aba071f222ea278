/**
 * What the engine needs of those who start it, and what its functions hand to each other.
 */
import type { Clock, Emitter, OpenHasher, Random } from '../base/index.ts';
import type { BuildHost, BuildRequest, BuildResult, SolveStatus } from '../builder/index.ts';
import type { RegistryClient } from '../registry/index.ts';
import type { SandboxHost } from '../sandbox/index.ts';
import type { BlobRef, OpenBlob, Store } from '../store/index.ts';
import type { TraceEvent } from '../vfs/index.ts';
import type { RunningContainer } from './container-live.ts';
import type { EventLog } from './events.ts';
import type { ExecSession } from './exec.ts';
import type { LayerShelf } from './layers.ts';
import type { StateKeeper } from './state.ts';
import type { VolumeServer } from './volume-server.ts';

export interface EngineHost {
  readonly store: Store;
  readonly sandboxes: SandboxHost;
  readonly registry: RegistryClient;
  readonly openBlob: OpenBlob;
  /** Stored bytes as a body that `fetch` sends without holding them in memory. */
  readonly bodyOf: (ref: BlobRef) => Promise<Blob>;
  readonly openHasher: OpenHasher;
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: typeof fetch;
  /** A port on the file system of the daemon's host, the laptop, for bind mounts. */
  readonly hostFs?: () => Promise<MessagePort>;
  /** `Name` in `docker info`. */
  readonly hostname?: string;
  /** How a Dockerfile is solved; the builder's `build` where absent. */
  readonly build?: Build;
}

export type Build = (
  request: BuildRequest,
  host: BuildHost,
  emit: (status: SolveStatus) => void,
) => Promise<BuildResult>;

/** What overlays of containers did; layers are counted from the image's top, 0 first. */
export interface ContainerTrace {
  readonly container: string;
  readonly events: readonly TraceEvent[];
}

/** One step forward of a build or a pull, for those who watch from outside. */
export type EngineProgress =
  | { readonly type: 'build'; readonly build: string; readonly status: SolveStatus }
  | {
      readonly type: 'pull';
      readonly reference: string;
      readonly id: string;
      readonly status: string;
      readonly current: number;
      readonly total: number;
    };

/**
 * The daemon: the state, what runs, and what may be listened to. The engine's functions take it as
 * their first argument; others should call those and leave its members alone.
 */
export interface Engine {
  readonly host: EngineHost;
  readonly state: StateKeeper;
  readonly events: EventLog;
  readonly layers: LayerShelf;
  readonly volumes: VolumeServer;
  /** Containers that run, and those somebody is attached to. By id. */
  readonly running: Map<string, RunningContainer>;
  readonly execs: Map<string, ExecSession>;
  /** Told of each container whose run is over for good, and of each that could not start. */
  readonly over: Emitter<string>;
  readonly trace: Emitter<ContainerTrace>;
  readonly progress: Emitter<EngineProgress>;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Aborted when the engine closes. */
  readonly closing: AbortController;
}
