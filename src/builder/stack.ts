/** A stack of layers as a file system to work on: an overlay with a fresh upper in memory. */
import type { OpenBlob } from '../store/index.ts';
import {
  createLayerFs,
  createMemoryFs,
  createOverlay,
  type FileSystem,
  type LayerRef,
  layerTar,
  type SyncFileSystem,
} from '../vfs/index.ts';

/** Bytes that a step may write, since that is memory: an archive can claim any number. */
export const MOST_WRITTEN = 512 * 1024 * 1024;

/** Read-only; no layers at all are an empty root. */
export function mountLayers(layers: readonly LayerRef[], openBlob: OpenBlob): FileSystem {
  return layers.length === 0 ? createMemoryFs() : createOverlay({ lowers: lowersOf(layers, openBlob) });
}

export interface Upper {
  readonly fs: FileSystem;
  /** What was changed, as a layer. */
  tar(): Uint8Array;
}

export function mountUpper(layers: readonly LayerRef[], openBlob: OpenBlob): Upper {
  const fs = createOverlay({
    lowers: lowersOf(layers, openBlob),
    upper: createMemoryFs({ quota: MOST_WRITTEN }),
  });
  return { fs, tar: () => layerTar(fs) };
}

function lowersOf(layers: readonly LayerRef[], openBlob: OpenBlob): SyncFileSystem[] {
  return layers.toReversed().map(({ index, tar }) => createLayerFs(index, () => openBlob(tar)));
}
