/** What the stages of all back ends share: bytes gathered into pieces worth writing. */
import { concat } from '../base/index.ts';
import type { BlobRef, Put, Stage, Staged } from './types.ts';

/** A write of less costs more than its bytes. */
const PIECE = 1024 * 1024;

export interface PieceSink {
  /** Takes bytes that are nobody else's. */
  take(piece: Uint8Array<ArrayBuffer>): Promise<void>;
  finish(): Promise<BlobRef>;
  /** Forgets all that was taken. */
  drop(): Promise<void>;
}

export function pieceWriter(sink: PieceSink): Stage {
  let held: Uint8Array[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (length === 0) return;
    const piece = concat(held);
    held = [];
    length = 0;
    await sink.take(piece);
  };
  return {
    async write(bytes) {
      // Who gives a part of a buffer may use it again.
      held.push(bytes.slice());
      length += bytes.length;
      if (length >= PIECE) await flush();
    },
    async finish() {
      await flush();
      return { ref: await sink.finish(), discard: () => sink.drop() };
    },
    async discard() {
      held = [];
      length = 0;
      await sink.drop();
    },
  };
}

export function isStaged(value: Put['value']): value is Staged {
  return (
    typeof value === 'object' && value !== null && 'discard' in value && typeof value.discard === 'function'
  );
}
