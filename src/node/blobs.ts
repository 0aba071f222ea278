/** Stored bytes: read synchronously, sent, hashed. */
import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import type { Hasher } from '../base/index.ts';
import type { BlobHandle, BlobRef } from '../store/index.ts';

/** Handles are for all who mount a layer, so nobody knows when the last one is done with it. */
const forgotten = new FinalizationRegistry<number>((descriptor) => fs.closeSync(descriptor));

/** A file is opened on first use, and open as long as somebody has the handle. */
export function openBlob(ref: BlobRef): BlobHandle {
  if (ref.kind === 'bytes') {
    const { bytes } = ref;
    return { size: bytes.length, readSync: (offset, length) => bytes.subarray(offset, offset + length) };
  }
  if (ref.kind === 'blob') throw new TypeError('Node keeps its blobs in files');
  let descriptor: number | undefined;
  const handle: BlobHandle = {
    size: ref.size,
    readSync(offset, length) {
      if (descriptor === undefined) {
        descriptor = fs.openSync(ref.path, 'r');
        forgotten.register(handle, descriptor, handle);
      }
      const bytes = new Uint8Array(Math.max(Math.min(length, ref.size - offset), 0));
      let read = 0;
      while (read < bytes.length) {
        const count = fs.readSync(descriptor, bytes, read, bytes.length - read, offset + read);
        if (count === 0) break;
        read += count;
      }
      return bytes.subarray(0, read);
    },
    close() {
      if (descriptor === undefined) return;
      forgotten.unregister(handle);
      fs.closeSync(descriptor);
      descriptor = undefined;
    },
  };
  return handle;
}

export async function bodyOf(ref: BlobRef): Promise<Blob> {
  if (ref.kind === 'blob') return ref.blob;
  if (ref.kind === 'bytes') return new Blob([ref.bytes as Uint8Array<ArrayBuffer>]);
  return fs.openAsBlob(ref.path);
}

/** Ten times as fast as what runs everywhere. */
export async function openHasher(): Promise<Hasher> {
  const hash = crypto.createHash('sha256');
  const hasher: Hasher = {
    update(bytes) {
      hash.update(bytes);
      return hasher;
    },
    digest: () => `sha256:${hash.digest('hex')}`,
  };
  return hasher;
}
