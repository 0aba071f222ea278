/**
 * store: blobs by digest and small records over a `Backend`; atomic commits, leases, sweeping.
 *
 * Does not know what the records mean. Node's folder back end is in `src/node`.
 */
export * from './indexed-db.ts';
export * from './memory.ts';
export { isStaged, pieceWriter } from './stage.ts';
export * from './store.ts';
export type * from './types.ts';
