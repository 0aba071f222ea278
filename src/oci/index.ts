/**
 * oci: image references, documents and identities, as the OCI image specification has them.
 *
 * Pure: no I/O, no registry, no store.
 */
export * from './chain-id.ts';
export * from './platform.ts';
export * from './read-config.ts';
export * from './reference.ts';
export * from './types.ts';
