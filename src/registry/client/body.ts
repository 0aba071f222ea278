/** Bodies of answers: as they come, and whole up to a limit. */
import { collect } from '../../base/index.ts';
import { refusal } from './failure.ts';

export async function* bodyOf(response: Response): AsyncGenerator<Uint8Array, void, void> {
  if (!response.body) return;
  const reader = response.body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** @throws where there is more */
export function atMost(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  largest: number,
): Promise<Uint8Array<ArrayBuffer>> {
  async function* watched(): AsyncGenerator<Uint8Array, void, void> {
    let total = 0;
    for await (const chunk of chunks) {
      total += chunk.length;
      if (total > largest) throw refusal('ESYSTEM', `more than ${largest} bytes: refused`);
      yield chunk;
    }
  }
  return collect(watched());
}
