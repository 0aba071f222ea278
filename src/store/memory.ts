/** A back end in memory: for tests, and for sessions that are not to leave anything behind. */
import { concat, StrataError } from '../base/index.ts';
import { isStaged, pieceWriter } from './stage.ts';
import type { Backend, BlobRef, Put, Value } from './types.ts';

export interface MemoryBackendOptions {
  /** Bytes that all values together may take; a commit past it fails with ENOSPC. */
  readonly quota?: number;
}

/** What a back end without a quota says it has. */
const UNLIMITED = 2 ** 40;

export function createMemoryBackend(options: MemoryBackendOptions = {}): Backend {
  const values = new Map<string, Value>();
  let used = 0;
  return {
    async get(key) {
      return values.get(key);
    },
    async getMany(keys) {
      return keys.map((key) => values.get(key));
    },
    async keys(prefix = '') {
      return [...values.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
    async commit(puts, deletes) {
      const after = used + change(values, puts, deletes);
      if (options.quota !== undefined && after > options.quota && after > used) throw noSpace();
      used = after;
      for (const key of deletes) values.delete(key);
      for (const { key, value } of puts) values.set(key, owned(bytesOr(value)));
    },
    stage() {
      const parts: Uint8Array[] = [];
      return pieceWriter({
        async take(piece) {
          const free = (options.quota ?? UNLIMITED) - used;
          if (parts.reduce((sum, { length }) => sum + length, piece.length) > free) throw noSpace();
          parts.push(piece);
        },
        finish: async () => bytesRef(concat(parts.splice(0))),
        drop: async () => void parts.splice(0),
      });
    },
    async space() {
      const total = options.quota ?? UNLIMITED;
      return { total, free: Math.max(total - used, 0) };
    },
    async handles(keys) {
      return keys.map((key) => {
        const value = values.get(key);
        return value instanceof Uint8Array ? bytesRef(value) : undefined;
      });
    },
    async close() {},
  };
}

/** Bytes as a BlobRef; without copying where they are on shared memory. */
function bytesRef(bytes: Uint8Array): BlobRef {
  return { kind: 'bytes', bytes, size: bytes.length };
}

/**
 * A copy that belongs to the store: on shared memory where there is any, so that posting it to a
 * hundred workers costs nothing, and frozen by a JSON round trip where it is data.
 */
function owned(value: Value): Value {
  if (!(value instanceof Uint8Array)) return JSON.parse(JSON.stringify(value)) as Value;
  if (typeof SharedArrayBuffer === 'undefined') return value.slice();
  const copy = new Uint8Array(new SharedArrayBuffer(value.length));
  copy.set(value);
  return copy;
}

function bytesOr(value: Put['value']): Value {
  if (!isStaged(value)) return value;
  if (value.ref.kind !== 'bytes') throw new Error('staged elsewhere');
  return value.ref.bytes;
}

function change(
  values: ReadonlyMap<string, Value>,
  puts: readonly Put[],
  deletes: readonly string[],
): number {
  const sizes = new Map<string, number>();
  for (const key of deletes) sizes.set(key, 0);
  for (const { key, value } of puts) sizes.set(key, sizeOf(bytesOr(value)));
  let delta = 0;
  for (const [key, size] of sizes) delta += size - sizeOf(values.get(key));
  return delta;
}

function sizeOf(value: Value | undefined): number {
  if (value === undefined) return 0;
  return value instanceof Uint8Array ? value.length : JSON.stringify(value).length;
}

/** What every back end throws when there is no room. The words are Linux's, as Docker shows them. */
export function noSpace(cause?: unknown): StrataError {
  return new StrataError('ENOSPC', 'no space left on device', {}, cause);
}
