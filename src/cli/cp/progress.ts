/**
 * How much `docker cp` copied. The real client would show it as it goes, but takes its error stream for
 * no terminal even where it is one: there is the closing line only.
 */
import type { Cli } from '../command.ts';
import { humanSize } from '../format/units.ts';

export interface CopyProgress {
  /** Passes chunks on and counts them. */
  counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void>;
  /** The closing line, also of a copy that failed. */
  report(target: string): Promise<void>;
}

/** `quiet` counts and says nothing. */
export function startProgress(cli: Cli, quiet: boolean): CopyProgress {
  let total = 0;
  return {
    async *counted(chunks) {
      for await (const chunk of chunks) {
        total += chunk.length;
        yield chunk;
      }
    },
    async report(target) {
      if (!quiet) await cli.err(`Successfully copied ${humanSize(total, 3)} to ${target}\n`);
    },
  };
}
