/**
 * Bounds what of a disk's large files is in memory: of the chunks that are stored, those that came
 * into memory last, written or read from the store; a look at one that is here does not count.
 */
import { fail } from '../posix/index.ts';
import type { BlobRef, OpenBlob } from '../store/index.ts';
import { CHUNK, type FileData } from './file-data.ts';

/** Bytes; the contents of smaller files stay in memory. */
export const LARGE = 512 * 1024;
/** Bytes. */
const RESIDENT = 16 * 1024 * 1024;

export interface Residents {
  /** Says of a chunk where it is stored, under a key of its own, until it changes. */
  place(key: string, data: FileData, index: number, ref: BlobRef): void;
}

export function createResidents(openBlob: OpenBlob): Residents {
  const resident = new Map<string, { readonly data: FileData; readonly index: number }>();
  const keep = (key: string, data: FileData, index: number): void => {
    resident.delete(key);
    resident.set(key, { data, index });
    for (const [oldest, { data, index }] of resident) {
      if (resident.size * CHUNK <= RESIDENT) return;
      resident.delete(oldest);
      data.evict(index);
    }
  };
  return {
    place(key, data, index, ref) {
      const isHere = data.isStoredAt(index, {
        size: ref.size,
        read() {
          const bytes = readWhole(openBlob, ref);
          keep(key, data, index);
          return bytes;
        },
      });
      if (isHere) keep(key, data, index);
    },
  };
}

/** @throws EIO where it is gone, or no more to be reached */
function readWhole(openBlob: OpenBlob, ref: BlobRef): Uint8Array {
  try {
    const blob = openBlob(ref);
    // What is read may be written to; bytes that a store has in memory may not.
    const bytes = blob.readSync(0, ref.size).slice();
    blob.close?.();
    return bytes;
  } catch {
    return fail('EIO');
  }
}
