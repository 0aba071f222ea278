/**
 * store: blobs by digest and small records over a `Backend`; atomic commits, leases, sweeping.
 *
 * Does not know what the records mean.
 */
export type * from './types.ts';
