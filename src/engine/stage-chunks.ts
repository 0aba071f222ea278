/** Bytes of unknown number laid down in the store, where they can be read again. */
import { StrataError } from '../base/index.ts';
import type { Staged, Store } from '../store/index.ts';

/** @throws ENOSPC, and what the chunks throw */
export async function stageChunks(
  store: Store,
  chunks: AsyncIterable<Uint8Array>,
  onChunk: (chunk: Uint8Array) => void = () => {},
): Promise<Staged> {
  const stage = store.stage();
  const free = await store.free();
  let written = 0;
  try {
    for await (const chunk of chunks) {
      written += chunk.length;
      // A few bytes that claim to be many end here, before the disk is full of them.
      if (written > free) throw new StrataError('ENOSPC', 'no space left on device');
      await stage.write(chunk);
      onChunk(chunk);
    }
    return await stage.finish();
  } catch (error) {
    await stage.discard();
    throw error;
  }
}
