/**
 * The browser's back end: one IndexedDB database through idb-keyval.
 *
 * A commit is one transaction, and is done when the transaction completes: quota errors come after
 * the requests' own success (LIBRARIES.md). Bytes from 64 KB up are stored as Blobs, which the
 * browser keeps out of its own process and which can be posted to workers without copying.
 */
import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { codeOf } from '../base/index.ts';
import { noSpace } from './memory.ts';
import { isStaged, pieceWriter } from './stage.ts';
import type { Backend, BlobRef, Put, Value } from './types.ts';

const BLOB_FROM = 64 * 1024;

/**
 * Chromium counts a deleted Blob's bytes until it has removed the file, some 5 s later: so long a
 * commit that finds no room tries again, where something was deleted shortly before. ms
 */
const STILL_COUNTED = 12_000;
const TRY_AGAIN = 1000;
/** When something was deleted last, from any database: they share one quota. */
let deleted = Number.NEGATIVE_INFINITY;

export function createIndexedDbBackend(name: string): Backend {
  const store = createStore(name, 'values');
  return {
    get: (key) =>
      read(store, async (values) => {
        const value: unknown = await promisifyRequest(values.get(key));
        return value;
      }).then(toValue),
    getMany: async (keys) => Promise.all((await readMany(store, keys)).map(toValue)),
    keys: (prefix = '') =>
      read(store, (values) =>
        promisifyRequest(
          values.getAllKeys(prefix === '' ? null : IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
        ),
      ) as Promise<string[]>,
    async commit(puts, deletes) {
      for (;;) {
        try {
          await commit(store, puts, deletes);
          if (deletes.length > 0) deleted = performance.now();
          return;
        } catch (error) {
          if (codeOf(error) !== 'ENOSPC' || performance.now() - deleted > STILL_COUNTED) throw error;
          await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
        }
      }
    },
    stage() {
      // A Blob of Blobs: each piece leaves this process as it is made.
      const parts: Blob[] = [];
      return pieceWriter({
        take: async (piece) => void parts.push(new Blob([piece])),
        async finish() {
          const blob = new Blob(parts);
          return { kind: 'blob', blob, size: blob.size };
        },
        drop: async () => void parts.splice(0),
      });
    },
    async space() {
      const { quota = 0, usage = 0 } = await navigator.storage.estimate();
      return { total: quota, free: Math.max(quota - usage, 0) };
    },
    handles: async (keys) => (await readMany(store, keys)).map(toRef),
    async close() {},
  };
}

function readMany(store: UseStore, keys: readonly string[]): Promise<unknown[]> {
  return read(store, (values) =>
    Promise.all(keys.map((key): Promise<unknown> => promisifyRequest(values.get(key)))),
  );
}

function read<T>(store: UseStore, query: (values: IDBObjectStore) => PromiseLike<T>): Promise<T> {
  return store('readonly', query);
}

async function commit(store: UseStore, puts: readonly Put[], deletes: readonly string[]): Promise<void> {
  if (puts.length === 0 && deletes.length === 0) return;
  try {
    await store('readwrite', (values) => {
      for (const key of deletes) values.delete(key);
      for (const { key, value } of puts) values.put(toStored(value), key);
      return completion(values.transaction);
    });
  } catch (error) {
    if ((error as { name?: string } | null)?.name === 'QuotaExceededError') throw noSpace(error);
    throw error;
  }
}

/** Done means complete; not promisifyRequest, which rejects at the first bubbling error, without its reason. */
function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
  });
}

function toStored(value: Put['value']): unknown {
  if (isStaged(value)) {
    if (value.ref.kind !== 'blob') throw new Error('staged elsewhere');
    return value.ref.blob;
  }
  if (!(value instanceof Uint8Array)) return value;
  if (value.length >= BLOB_FROM) return new Blob([value as Uint8Array<ArrayBuffer>]);
  // A view would take its whole buffer along.
  return value.byteLength === value.buffer.byteLength ? value : value.slice();
}

async function toValue(stored: unknown): Promise<Value | undefined> {
  if (stored instanceof Blob) return new Uint8Array(await stored.arrayBuffer());
  return stored as Value | undefined;
}

function toRef(stored: unknown): BlobRef | undefined {
  if (stored instanceof Blob) return { kind: 'blob', blob: stored, size: stored.size };
  if (stored instanceof Uint8Array) return { kind: 'bytes', bytes: stored, size: stored.length };
  return undefined;
}
