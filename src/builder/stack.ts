/** A stack of layers as a file system to work on: an overlay with a fresh upper in memory. */
import type { OpenBlob } from '../store/index.ts';
import {
  createLayerFs,
  createMemoryFs,
  createOverlay,
  type FileSystem,
  type LayerRef,
  layerTar,
  STEP_QUOTA,
  type SyncFileSystem,
} from '../vfs/index.ts';

/** Read-only; no layers at all are an empty root. */
export function mountLayers(layers: readonly LayerRef[], openBlob: OpenBlob): FileSystem {
  return layers.length === 0 ? createMemoryFs() : createOverlay({ lowers: lowersOf(layers, openBlob) });
}

export interface Upper {
  readonly fs: FileSystem;
  /** What was changed, as a layer. */
  tar(): AsyncIterable<Uint8Array>;
}

export function mountUpper(layers: readonly LayerRef[], openBlob: OpenBlob): Upper {
  const fs = createOverlay({
    lowers: lowersOf(layers, openBlob),
    upper: createMemoryFs({ quota: STEP_QUOTA }),
  });
  return { fs, tar: () => layerTar(fs) };
}

function lowersOf(layers: readonly LayerRef[], openBlob: OpenBlob): SyncFileSystem[] {
  return layers.toReversed().map(({ index, tar }) => createLayerFs(index, () => openBlob(tar)));
}
