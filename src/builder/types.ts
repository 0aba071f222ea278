/**
 * What a build takes, what it needs of the engine, and what it tells while it runs.
 */
import type { Clock, Digest } from '../base/index.ts';
import type { ImageConfig, Platform } from '../oci/index.ts';
import type { OpenBlob } from '../store/index.ts';
import type { FileSystem, LayerRef, TmpfsOptions } from '../vfs/index.ts';

export interface BuildRequest {
  readonly dockerfile: string;
  /** As the client names it in messages and step names, e.g. `Dockerfile`. */
  readonly dockerfileName: string;
  /** The build context, already without what .dockerignore excludes. */
  readonly context: FileSystem;
  /** Of the archive that the context came as; absent where the client is asked for files. */
  readonly archive?: Digest;
  /** Bytes of the ignore file, which may be gone from the context; and of which kind it is. */
  readonly ignoreFile?: IgnoreFile;
  readonly target?: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly platform: Platform;
  readonly noCache: boolean;
  /** `--pull`: ask the registry although the image is here. */
  readonly pull: boolean;
  readonly network: 'default' | 'none';
  /** What `RUN --mount=type=secret` may see, by id. No part of any cache key. */
  readonly secrets?: Readonly<Record<string, Uint8Array>>;
  readonly signal: AbortSignal;
}

export interface IgnoreFile {
  readonly size: number;
  /** `Dockerfile.dockerignore`, which comes along with the Dockerfile. */
  readonly ownName?: string;
}

export interface BuildResult {
  /** Digest of `config`'s bytes: the image's ID. */
  readonly imageId: Digest;
  /** The config's exact bytes. */
  readonly config: Uint8Array;
  readonly parsedConfig: ImageConfig;
  /** Lowest first. */
  readonly layers: readonly LayerRef[];
  readonly record: BuildRecord;
}

/** What the engine lends to a build. */
export interface BuildHost {
  readonly runner: Runner;
  readonly images: ImageSource;
  readonly layers: LayerStore;
  readonly cache: BuildCache;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Opens stored layers, for COPY and WORKDIR, which run in the builder's own thread. */
  readonly openBlob: OpenBlob;
}

export interface Runner {
  /**
   * Runs a process over layers in a sandbox of its own and stores what it changed, an empty layer where that is nothing.
   * Rejects with StrataError ENOENT/EACCES/ENOEXEC where the program cannot start.
   */
  run(step: RunStep, layers: LayerStore): Promise<RunOutcome>;
}

export interface RunStep {
  /** Lowest first. */
  readonly layers: readonly LayerRef[];
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly user: string;
  readonly hostname: string;
  readonly network: boolean;
  /** Mounts of `RUN --mount`. */
  readonly mounts: readonly RunMount[];
  onOutput(stream: 1 | 2, bytes: Uint8Array): void;
  readonly signal: AbortSignal;
}

/** What `RUN --mount` adds. The same shape as a sandbox's mount, which equal ranks may not import. */
type RunMount =
  | { readonly kind: 'tmpfs'; readonly target: string; readonly options?: TmpfsOptions }
  /** Bound or cached directories, or files of them, by the remote file-system protocol. */
  | {
      readonly kind: 'remote';
      readonly target: string;
      readonly port: MessagePort;
      readonly source: string;
      readonly readonly?: boolean;
      readonly device: string;
    }
  /** A secret. */
  | { readonly kind: 'file'; readonly target: string; readonly content: Uint8Array; readonly mode: number };

export interface RunOutcome {
  /** As a shell counts: 128 + signal for a signal. */
  readonly exitCode: number;
  /** Absent where exitCode is not 0. */
  readonly layer?: LayerRef;
}

interface ResolvedImage {
  readonly config: ImageConfig;
  /** Lowest first. */
  readonly layers: readonly LayerRef[];
}

export interface ImageSource {
  /** Digest for a reference (canonical form with tag), from here or, where absent or `pull`, from the registry. @throws StrataError with the words that BuildKit prints */
  resolve(
    reference: string,
    options: { pull: boolean; platform: Platform; signal: AbortSignal },
  ): Promise<{
    readonly digest: Digest;
    readonly config: ImageConfig;
    /** It was here by name already (pulled, or built): then step names carry no digest, as Docker's. */
    readonly local?: boolean;
  }>;
  /** Layers of a resolved image, downloading what is missing. Leaves no tag behind. */
  fetch(
    reference: string,
    digest: Digest,
    options: { platform: Platform; signal: AbortSignal; onProgress: (progress: TransferProgress) => void },
  ): Promise<ResolvedImage>;
}

/** One blob's transfer or unpacking. */
export interface TransferProgress {
  readonly id: string;
  readonly action: 'downloading' | 'extracting' | 'done';
  readonly current: number;
  readonly total: number;
}

export interface LayerStore {
  /** Stores an uncompressed tar under its digest and indexes it; the same bytes twice are one layer. */
  add(tar: AsyncIterable<Uint8Array>): Promise<LayerRef>;
}

/** The layer cache: results by cache key, each an empty or a stored layer. Lives in the store and outlasts images. */
export interface BuildCache {
  get(key: Digest): Promise<CacheRecord | undefined>;
  /** All records under a key prefix's definition are the builder's business; one put is one commit. */
  put(key: Digest, record: CacheRecord): Promise<void>;
  /** Layers of a record as mountable refs, lowest first; undefined where one is gone. */
  layers(record: CacheRecord): Promise<readonly LayerRef[] | undefined>;
  /** Records with this description, newest first, a few at most: only for explaining misses. */
  find?(description: string): Promise<readonly CacheRecord[]>;
}

export interface CacheRecord {
  /** What the vertex made, as the whole stack's DiffIDs, lowest first. */
  readonly diffIds: readonly Digest[];
  /** Milliseconds since the epoch: when the step ran first; history's `created`. */
  readonly created: number;
  /** Shown in `docker builder prune` and `strata why`. */
  readonly description: string;
  /** The key's parts by name, so that a miss can be explained. */
  readonly inputs: readonly KeyInput[];
}

/** One named part of a cache key. */
export interface KeyInput {
  readonly name: string;
  readonly value: string;
}

/** What `docker build` streams, in BuildKit's terms (moby.buildkit.v1.StatusResponse). Times are ms since the epoch. */
export interface SolveStatus {
  readonly vertexes: readonly Vertex[];
  readonly statuses: readonly VertexStatus[];
  readonly logs: readonly VertexLog[];
  readonly warnings: readonly VertexWarning[];
}

export interface Vertex {
  readonly digest: Digest;
  readonly inputs: readonly Digest[];
  /** As displayed: `[2/3] RUN apk update`. */
  readonly name: string;
  readonly cached: boolean;
  readonly started?: number;
  readonly completed?: number;
  readonly error?: string;
}

export interface VertexStatus {
  readonly id: string;
  readonly vertex: Digest;
  readonly name: string;
  readonly current: number;
  readonly total: number;
  readonly timestamp: number;
  readonly started?: number;
  readonly completed?: number;
}

export interface VertexLog {
  readonly vertex: Digest;
  readonly timestamp: number;
  readonly stream: 1 | 2;
  readonly msg: Uint8Array;
}

export interface SourceRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface VertexWarning {
  readonly vertex: Digest;
  readonly level: number;
  readonly short: string;
  readonly detail: readonly string[];
  readonly url: string;
  readonly sourceName?: string;
  readonly source?: string;
  readonly ranges: readonly SourceRange[];
}

/** A build afterwards: its steps and why each ran or did not. Strata's own; nothing Docker prints. */
export interface BuildRecord {
  readonly started: number;
  readonly completed: number;
  readonly steps: readonly StepRecord[];
}

export interface StepRecord {
  readonly name: string;
  /** 1-based line of the instruction in the Dockerfile; 0 for the build's own steps. */
  readonly line: number;
  readonly key: Digest | undefined;
  readonly cached: boolean;
  readonly inputs: readonly KeyInput[];
  /** In words: which inputs of the key differ from the nearest record of the same instruction. */
  readonly reason: string;
  /** Milliseconds. */
  readonly duration: number;
}
