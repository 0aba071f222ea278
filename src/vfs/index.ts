/**
 * vfs: file systems and the path walk over them: memory, layer, overlay and remote file systems,
 * mounts, diff to tar, and writing a memory file system behind to a store.
 *
 * Knows nothing of processes or descriptors; the kernel does.
 */
export { modeAfterWrite } from './attributes.ts';
export { checkTree } from './check.ts';
export { changes, layerTar, upperSize } from './diff.ts';
export { type Disk, type DiskStore, openDisk } from './disk.ts';
export { type Flow, run } from './flow.ts';
export { createLayerFs } from './layer.ts';
export { type IndexedLayer, indexLayer } from './layer-index.ts';
export { createMemoryFs, type MemoryFs } from './memory.ts';
export type { MountOptions, Place } from './mount.ts';
export type { Opened } from './open.ts';
export { createOverlay, type Overlay } from './overlay.ts';
export { connectFs, serveFs } from './remote.ts';
export { settleWrite } from './settle.ts';
export { nextDev, readonly, readonlyCalls, type SyncFileSystem } from './sync.ts';
export { unpackTar } from './tar-into.ts';
export { treeTar } from './tar-out.ts';
export { cleanTarName, linkTarget, placeOf, refuseUnknown, type Unpacked } from './tar-path.ts';
export { createTmpfs, MEMORY, STEP_QUOTA, type TmpfsOptions, tmpfsWords } from './tmpfs.ts';
export { FileTree, type MountInfo } from './tree.ts';
export type * from './types.ts';
export type { Context, Node } from './walk.ts';
