/** Looks at the beginning of a stream and keeps it. */

export interface Peeked {
  /** The first chunks, of so many bytes or more; of fewer where the stream `ended`. */
  readonly head: readonly Uint8Array[];
  readonly ended: boolean;
  /** The whole stream, the beginning too; to be taken once. */
  all(): AsyncGenerator<Uint8Array, void, void>;
  /** Tells the source that nobody wants the rest. */
  leave(): Promise<void>;
}

export async function peek(source: AsyncIterable<Uint8Array>, bytes: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let ended = false;
  for (let length = 0; length < bytes; ) {
    const next = await iterator.next();
    if (next.done) {
      ended = true;
      break;
    }
    head.push(next.value);
    length += next.value.length;
  }
  const leave = async (): Promise<void> => void (await iterator.return?.());
  return {
    head,
    ended,
    leave,
    async *all() {
      try {
        // Let go of as they are taken: the caller may want few bytes in memory.
        for (let chunk = head.shift(); chunk; chunk = head.shift()) yield chunk;
        yield* { [Symbol.asyncIterator]: () => iterator };
      } finally {
        await leave();
      }
    },
  };
}
