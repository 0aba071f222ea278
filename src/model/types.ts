/**
 * What pictures, lessons and `strata why` read: the engine's state as one immutable value.
 *
 * Layers form a forest by ChainID: the same ChainID is the same layer, stored once. Images and
 * containers stand on layers. Nothing here knows how it is shown.
 */
import type { Origin, StrataContainer, StrataImage, UpperEntry } from '../api/index.ts';
import type { Digest } from '../base/index.ts';

/** An instruction as people wrote it: `RUN` and `apk update`. */
export interface Instruction {
  readonly op: string;
  readonly text: string;
}

export interface Layer {
  readonly chainId: Digest;
  readonly parent: Digest | undefined;
  readonly diffId: Digest;
  /** Bytes of its regular files. */
  readonly size: number;
  readonly origin: Origin;
  readonly instruction: Instruction;
  /** Milliseconds since the epoch. */
  readonly created: number;
  /** 1 on the ground. */
  readonly depth: number;
  /** Instructions that changed only metadata, on this layer's surface, lowest first. */
  readonly seams: readonly Instruction[];
  /** Layers that stand directly on it, by creation. */
  readonly children: readonly Layer[];
  /** Images whose top layer this is, by creation. */
  readonly images: readonly Image[];
  /** Containers directly on this layer, by creation. */
  readonly containers: readonly Container[];
  /** Everything that stands on it at any height. */
  readonly sharers: Sharers;
  /** Same DiffID under another parent: the same bytes, but another layer. */
  readonly twins: readonly Digest[];
}

interface Sharers {
  readonly images: readonly Image[];
  readonly containers: readonly Container[];
}

/** An image that is listed, or that is only held (`hidden`). */
export type Image = Omit<StrataImage, 'history'> & {
  readonly top: Digest | undefined;
  /** Metadata instructions of an image without layers. */
  readonly seams: readonly Instruction[];
};

export type Container = Omit<StrataContainer, 'upper'> & {
  readonly upper: readonly Change[];
  /** What it would weigh alone: its image and its thin layer. */
  readonly virtualSize: number;
};

/** One path of a thin layer. */
type Change = UpperEntry;

/** One step of the build that runs now, or ran last. */
export interface BuildStep {
  readonly digest: Digest;
  /** As displayed, without its number. */
  readonly instruction: Instruction;
  /** `[2/3]`: which of how many; undefined for the build's own steps. */
  readonly position: { readonly at: number; readonly of: number; readonly stage: string } | undefined;
  readonly inputs: readonly Digest[];
  readonly state: 'waiting' | 'running' | 'done' | 'cached' | 'failed';
  /** 0–1 where the step tells bytes; undefined else. */
  readonly progress: number | undefined;
}

export interface Build {
  readonly id: string;
  readonly steps: readonly BuildStep[];
  readonly running: boolean;
}

export interface Pull {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly current: number;
  readonly total: number;
}

export interface DiskUse {
  /** Σ images' sizes + Σ containers' virtual sizes. */
  readonly unshared: number;
  /** Unique layers + thin layers. */
  readonly onDisk: number;
  readonly base: number;
  readonly run: number;
  readonly copy: number;
  readonly container: number;
}

/** What happened, as data; the page has the words. */
export type Happening = {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
} & HappeningKind;

export type HappeningKind =
  | {
      readonly kind: 'layer';
      readonly chainId: Digest;
      readonly origin: Origin;
      readonly instruction: Instruction;
      readonly size: number;
    }
  | { readonly kind: 'layers-gone'; readonly count: number; readonly bytes: number }
  | { readonly kind: 'tagged'; readonly tag: string; readonly moved: boolean }
  | { readonly kind: 'untagged'; readonly tag: string }
  | { readonly kind: 'created' | 'started' | 'paused' | 'removed'; readonly container: string }
  | { readonly kind: 'exited'; readonly container: string; readonly exitCode: number }
  | { readonly kind: 'cached'; readonly count: number; readonly of: number }
  | {
      readonly kind: 'wrote' | 'copied-up' | 'hid';
      readonly container: string;
      readonly paths: readonly string[];
      readonly bytes: number;
      /** The layer whose file was copied or hidden, of the latest path. */
      readonly from?: Digest;
    };

export interface Model {
  /** The state's version; -1 before the first answer. */
  readonly version: number;
  readonly roots: readonly Layer[];
  readonly layers: ReadonlyMap<Digest, Layer>;
  /** All, by creation. */
  readonly images: readonly Image[];
  readonly containers: readonly Container[];
  /** Images without a layer: they stand on the ground itself. */
  readonly groundImages: readonly Image[];
  readonly groundContainers: readonly Container[];
  readonly disk: DiskUse;
  /** Which layer's file a thin layer hides or has copied, as traced: by `container path`. Bounded. */
  readonly traced: ReadonlyMap<string, Digest>;
  readonly build: Build | undefined;
  readonly pulls: readonly Pull[];
  /** Bounded, oldest first. */
  readonly happenings: readonly Happening[];
}
