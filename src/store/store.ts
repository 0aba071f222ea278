/**
 * The store: blobs by digest in one database, records by key in another.
 *
 * Order of every change: blobs first, then the one commit of records that makes them reachable. A
 * crash in between leaves blobs that nothing reaches; `sweep` takes them. Blobs that are stored but
 * not yet referenced are held by the lease of the command that runs.
 */
import { type Digest, digestOf, isDigest, StrataError } from '../base/index.ts';
import type { Backend, BlobRef, Json, Put, Stage, Staged } from './types.ts';

export interface StoreOptions {
  readonly content: Backend;
  readonly records: Backend;
}

export interface Store {
  /** Stores bytes under their digest; the same bytes twice are one blob. @throws ENOSPC */
  putBlob(bytes: Uint8Array, lease?: Lease): Promise<Digest>;
  /** Takes what is too large to be held in memory; it is a blob when `putStaged` says so. */
  stage(): Stage;
  /** Stores what was staged under the digest that its bytes have. @throws ENOSPC */
  putStaged(staged: Staged, digest: Digest, lease?: Lease): Promise<void>;
  /** Stores bytes that belong to a blob under a name of their own, e.g. a layer's index; swept with it. */
  putDerived(digest: Digest, name: string, bytes: Uint8Array): Promise<void>;
  hasBlob(digest: Digest): Promise<boolean>;
  blob(digest: Digest): Promise<BlobRef | undefined>;
  readBlob(digest: Digest): Promise<Uint8Array | undefined>;
  derived(digest: Digest, name: string): Promise<Uint8Array | undefined>;
  /** Digests of all blobs that are stored, reachable or not. */
  blobs(): Promise<Digest[]>;

  getRecord(key: string): Promise<Json | undefined>;
  /** All records whose keys begin with `prefix`, sorted by key. */
  listRecords(prefix: string): Promise<[key: string, value: Json][]>;
  /** Bytes that the disk behind it has left. */
  free(): Promise<number>;
  /** One atomic step. @throws ENOSPC */
  commit(puts: readonly Put[], deletes?: readonly string[]): Promise<void>;

  /** Holds the blobs that are put under it until it is released. */
  lease(): Lease;
  /**
   * A part of the records database for one owner, e.g. a container's upper, with `prefix` taken off
   * its keys. `revoke` fences it: later commits through it fail with ESTALE.
   */
  view(prefix: string): StoreView;
  /** Removes blobs that are neither in `reachable` nor leased; answers what it removed. */
  sweep(reachable: ReadonlySet<Digest>): Promise<Digest[]>;
  close(): Promise<void>;
}

export interface Lease {
  readonly digests: Set<Digest>;
  release(): void;
}

export interface StoreView extends Pick<Backend, 'getMany' | 'handles' | 'keys' | 'commit' | 'space'> {
  revoke(): void;
}

export function openStore({ content, records }: StoreOptions): Store {
  const leases = new Set<Lease>();
  return {
    async putBlob(bytes, lease) {
      const digest = await digestOf(bytes);
      lease?.digests.add(digest);
      const key = blobKey(digest);
      if (!(await content.keys(key)).includes(key)) await content.commit([{ key, value: bytes }], []);
      return digest;
    },
    stage: () => content.stage(),
    async putStaged(staged, digest, lease) {
      lease?.digests.add(digest);
      const key = blobKey(digest);
      if ((await content.keys(key)).includes(key)) await staged.discard();
      else await content.commit([{ key, value: staged }], []);
    },
    putDerived: (digest, name, bytes) =>
      content.commit([{ key: derivedKey(digest, name), value: bytes }], []),
    async hasBlob(digest) {
      return (await content.keys(blobKey(digest))).length > 0;
    },
    blob: async (digest) => (await content.handles([blobKey(digest)]))[0],
    readBlob: (digest) => readBytes(content, blobKey(digest)),
    derived: (digest, name) => readBytes(content, derivedKey(digest, name)),
    async blobs() {
      return (await content.keys('blob/')).map((key) => key.slice('blob/'.length)).filter(isDigest);
    },

    async getRecord(key) {
      return (await records.get(key)) as Json | undefined;
    },
    async listRecords(prefix) {
      const keys = await records.keys(prefix);
      const values = await records.getMany(keys);
      return keys.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i] as Json]]));
    },
    free: async () => (await content.space()).free,
    commit: (puts, deletes = []) => records.commit(puts, deletes),

    lease() {
      const lease: Lease = { digests: new Set(), release: () => void leases.delete(lease) };
      leases.add(lease);
      return lease;
    },
    view: (prefix) => createView(records, prefix),
    async sweep(reachable) {
      const held = new Set([...leases].flatMap((lease) => [...lease.digests]));
      const isGarbage = (digest: Digest): boolean => !reachable.has(digest) && !held.has(digest);
      const doomed = (await content.keys()).filter((key) => {
        const digest = digestInKey(key);
        return digest !== undefined && isGarbage(digest);
      });
      if (doomed.length > 0) await content.commit([], doomed);
      return doomed.filter((key) => key.startsWith('blob/')).map((key) => digestInKey(key)!);
    },
    async close() {
      await Promise.all([content.close(), records.close()]);
    },
  };
}

function createView(records: Backend, prefix: string): StoreView {
  let revoked = false;
  return {
    getMany: (keys) => records.getMany(keys.map((key) => prefix + key)),
    handles: (keys) => records.handles(keys.map((key) => prefix + key)),
    keys: async (within = '') => (await records.keys(prefix + within)).map((key) => key.slice(prefix.length)),
    async commit(puts, deletes) {
      if (revoked) throw new StrataError('ESTALE', `nothing more is written to ${prefix}: its owner is gone`);
      await records.commit(
        puts.map(({ key, value }) => ({ key: prefix + key, value })),
        deletes.map((key) => prefix + key),
      );
    },
    space: () => records.space(),
    revoke() {
      revoked = true;
    },
  };
}

async function readBytes(backend: Backend, key: string): Promise<Uint8Array | undefined> {
  const value = await backend.get(key);
  return value instanceof Uint8Array ? value : undefined;
}

const blobKey = (digest: Digest): string => `blob/${digest}`;
const derivedKey = (digest: Digest, name: string): string => `derived/${digest}/${name}`;

function digestInKey(key: string): Digest | undefined {
  const part = key.split('/')[1];
  return part !== undefined && isDigest(part) ? part : undefined;
}
