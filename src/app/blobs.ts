/** Stored bytes in a worker: read synchronously, sent, hashed. */
import type { Hasher } from '../base/index.ts';
import type { BlobHandle, BlobRef } from '../store/index.ts';

/** FileReaderSync over slices of Blobs. */
export function openBlob(ref: BlobRef): BlobHandle {
  if (ref.kind === 'bytes') {
    const { bytes } = ref;
    return { size: bytes.length, readSync: (offset, length) => bytes.subarray(offset, offset + length) };
  }
  if (ref.kind === 'file') throw new TypeError('a browser has no files by path');
  const { blob } = ref;
  const reader = new FileReaderSync();
  return {
    size: blob.size,
    readSync: (offset, length) =>
      new Uint8Array(reader.readAsArrayBuffer(blob.slice(offset, offset + length))),
  };
}

export async function bodyOf(ref: BlobRef): Promise<Blob> {
  if (ref.kind === 'file') throw new TypeError('a browser has no files by path');
  return ref.kind === 'blob' ? ref.blob : new Blob([ref.bytes as Uint8Array<ArrayBuffer>]);
}

/** In WebAssembly: four times as fast as script (LIBRARIES.md), and loaded when there is a stream to hash. */
export async function openHasher(): Promise<Hasher> {
  const { createSHA256 } = await import('hash-wasm');
  const state = await createSHA256();
  state.init();
  const hasher: Hasher = {
    update(bytes) {
      state.update(bytes);
      return hasher;
    },
    digest: () => `sha256:${state.digest('hex')}`,
  };
  return hasher;
}
