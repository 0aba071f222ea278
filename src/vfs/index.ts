/**
 * vfs: file systems and the path walk over them: memory, layer, overlay and remote file systems,
 * mounts, diff to tar, and writing a memory file system behind to a store.
 *
 * Knows nothing of processes or descriptors; the kernel does.
 */
export type * from './types.ts';
