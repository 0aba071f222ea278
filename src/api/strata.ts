/**
 * Strata's own routes under /strata/v1, beside Docker's: what Docker hides.
 *
 *     GET /strata/v1/state    → StrataState
 *     GET /strata/v1/events   → JSON lines of StrataEvent, without end
 *     GET /strata/v1/builds   → BuildRecord[], latest first, bounded
 *     GET /strata/v1/fsck     → FsckReport: whether all that is stored is whole
 *     GET /strata/v1/containers/{id}/upper → UpperEntry[]
 *
 * Against a real engine these answer 404, and pictures do without.
 */
import type { Digest } from '../base/index.ts';
import type { SolveStatus } from '../builder/index.ts';

export type { FsckReport } from '../engine/index.ts';

import type { HistoryEntry } from '../oci/index.ts';
import type { TraceEvent } from '../vfs/index.ts';

/** Who made a layer: what FROM brought, a command, or the learner's files. */
export type Origin = 'base' | 'run' | 'copy';

export interface StrataState {
  readonly layers: readonly StrataLayer[];
  readonly images: readonly StrataImage[];
  readonly containers: readonly StrataContainer[];
  /** Counts changes; equal versions mean equal states. */
  readonly version: number;
}

export interface StrataLayer {
  readonly chainId: Digest;
  /** ChainID of the layer below; absent on the ground. */
  readonly parent?: Digest;
  readonly diffId: Digest;
  /** Bytes of its regular files. */
  readonly size: number;
  readonly origin: Origin;
  /** As history has it. */
  readonly createdBy: string;
  /** Milliseconds since the epoch when this layer came here. */
  readonly created: number;
}

export interface StrataImage {
  readonly id: Digest;
  /** Familiar names with tags; several or none. */
  readonly tags: readonly string[];
  /** ChainIDs, lowest first. */
  readonly layers: readonly Digest[];
  readonly history: readonly HistoryEntry[];
  readonly created: number;
  readonly size: number;
  /** Held only by containers or the build cache: neither tagged nor listed by `docker images`. */
  readonly hidden: boolean;
}

export interface StrataContainer {
  readonly id: string;
  /** Without the slash. */
  readonly name: string;
  readonly image: Digest;
  /** ChainID of the image's top layer; absent on scratch. */
  readonly top?: Digest;
  readonly state: 'created' | 'running' | 'paused' | 'exited' | 'dead';
  readonly exitCode: number;
  readonly created: number;
  /** Bytes of its thin layer. */
  readonly upperSize: number;
  /** Up to 50 changes, latest first as far as known. */
  readonly upper: readonly UpperEntry[];
}

export interface UpperEntry {
  readonly path: string;
  readonly kind: 'A' | 'C' | 'D';
  readonly size: number;
  /** ChainID of the layer whose file it hides (D) or was copied up from (C), where that is known. */
  readonly from?: Digest;
}

export type StrataEvent =
  /** Something in the state is different: ask again. */
  | { readonly type: 'state'; readonly version: number }
  | { readonly type: 'trace'; readonly container: string; readonly events: readonly TraceEvent[] }
  | { readonly type: 'build'; readonly build: string; readonly status: Omit<SolveStatus, 'logs'> }
  | {
      readonly type: 'pull';
      readonly reference: string;
      readonly id: string;
      readonly status: string;
      readonly current: number;
      readonly total: number;
    };
