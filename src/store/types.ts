/**
 * Where everything is kept: bytes by digest, and small records by key.
 *
 * Two databases, so that a large write does not hold up small reads (LIBRARIES.md: 117–459 ms in
 * one database, 12 ms in two): `content` and `records`. Each is a `Backend`, whose `commit` is one
 * atomic step.
 */
/** What a back end keeps: bytes, or JSON-like data without `undefined`. */
export type Value = Uint8Array | Json;
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

export interface Put {
  readonly key: string;
  readonly value: Value | Staged;
}

/** Takes bytes as they come, for a commit later on: what it holds in memory is bounded. */
export interface Stage {
  /** @throws ENOSPC */
  write(bytes: Uint8Array): Promise<void>;
  /** Nothing more comes. @throws ENOSPC */
  finish(): Promise<Staged>;
  /** Gives up what was written. */
  discard(): Promise<void>;
}

/** Bytes that a stage took: can be read already, and put by a commit of the same back end. */
export interface Staged {
  readonly ref: BlobRef;
  /** Gives them up, unless they were put. */
  discard(): Promise<void>;
}

export interface Backend {
  get(key: string): Promise<Value | undefined>;
  getMany(keys: readonly string[]): Promise<(Value | undefined)[]>;
  /** All keys, or those that begin with `prefix`, sorted by code unit. */
  keys(prefix?: string): Promise<string[]>;
  /** All puts and deletes, or none of them; resolves when they are durable. @throws ENOSPC */
  commit(puts: readonly Put[], deletes: readonly string[]): Promise<void>;
  stage(): Stage;
  /** Bytes that the disk behind it holds and has left; for the whole disk, whoever else is on it. */
  space(): Promise<Space>;
  /** Handles on stored bytes, that can be posted to a worker and read there synchronously; none for data. */
  handles(keys: readonly string[]): Promise<(BlobRef | undefined)[]>;
  close(): Promise<void>;
}

export interface Space {
  readonly total: number;
  readonly free: number;
}

/**
 * Stored bytes as something that can be posted to another worker without copying: a `Blob` in
 * browsers, a file in Node, shared memory in tests. Still readable after its key is deleted.
 */
export type BlobRef =
  | { readonly kind: 'blob'; readonly blob: Blob; readonly size: number }
  | { readonly kind: 'file'; readonly path: string; readonly size: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly size: number };

/** An opened BlobRef. */
export interface BlobHandle {
  readonly size: number;
  /** Bytes from `offset`; fewer than `length` only at the end. */
  readSync(offset: number, length: number): Uint8Array;
  /** Gives up what it holds of the system; a later read takes it anew. */
  close?(): void;
}

/** Opens a BlobRef; FileReaderSync in browsers' workers, fs.readSync in Node: given by the composition root. */
export type OpenBlob = (ref: BlobRef) => BlobHandle;
