/** Stored bytes, read synchronously: files by descriptor, opened on first use and kept open. */
import * as fs from 'node:fs';
import type { BlobHandle, BlobRef } from '../store/index.ts';

export function openBlob(ref: BlobRef): BlobHandle {
  if (ref.kind === 'bytes') {
    const { bytes } = ref;
    return { size: bytes.length, readSync: (offset, length) => bytes.subarray(offset, offset + length) };
  }
  if (ref.kind === 'blob') throw new TypeError('Node keeps its blobs in files');
  let descriptor: number | undefined;
  return {
    size: ref.size,
    readSync(offset, length) {
      descriptor ??= fs.openSync(ref.path, 'r');
      const bytes = new Uint8Array(Math.max(Math.min(length, ref.size - offset), 0));
      let read = 0;
      while (read < bytes.length) {
        const count = fs.readSync(descriptor, bytes, read, bytes.length - read, offset + read);
        if (count === 0) break;
        read += count;
      }
      return bytes.subarray(0, read);
    },
  };
}
