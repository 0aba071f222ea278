/**
 * sandbox: one container's life in its worker: boot, mounts, stdio, signals, trace.
 *
 * Puts kernel, vfs, sh and userland together. Knows nothing of images or of the engine's records.
 */
export type * from './types.ts';
