/** Stored bytes, read synchronously in a worker: FileReaderSync over slices of Blobs. */
import type { BlobHandle, BlobRef } from '../store/index.ts';

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
