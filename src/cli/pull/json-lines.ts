/** JSON values that come one after another in a stream. */
import { type ByteSource, chunksOf } from '../../base/index.ts';

export async function* jsonLines<T>(source: ByteSource): AsyncGenerator<T, void, void> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of chunksOf(source)) {
    pending += decoder.decode(chunk, { stream: true });
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as T;
  }
  if (pending.trim() !== '') yield JSON.parse(pending) as T;
}
