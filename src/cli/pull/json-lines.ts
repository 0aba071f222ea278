/** JSON values that come in lines, one after another. */
import { type ByteSource, chunksOf } from '../../base/index.ts';

export async function* textLines(source: ByteSource): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of chunksOf(source)) {
    pending += decoder.decode(chunk, { stream: true });
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield line;
  }
  if (pending.trim() !== '') yield pending;
}

export async function* jsonLines<T>(source: ByteSource): AsyncGenerator<T, void, void> {
  for await (const line of textLines(source)) yield JSON.parse(line) as T;
}
