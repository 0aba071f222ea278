/** How much was copied, while it is and afterwards, as `docker cp` shows it on a terminal. */
import type { Cli } from '../command.ts';
import { humanSize } from '../format/units.ts';

/** Least time between two figures, ms. */
const PACE = 75;

const SAVE = '\x1b[s';
const RESTORE = '\x1b[u\x1b[2K';

export interface CopyProgress {
  /** Passes chunks on and counts them. */
  counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void>;
  finish(): Promise<void>;
  /** The closing line. */
  report(target: string): Promise<void>;
}

/** `quiet` counts and shows nothing. */
export async function startProgress(cli: Cli, header: string, quiet: boolean): Promise<CopyProgress> {
  const shown = !quiet && cli.sys.isatty(2);
  let total = 0;
  let last = cli.sys.monotonic();
  const size = (): string => humanSize(total, 3);
  if (shown) await cli.err(`${SAVE}Preparing to copy...\x1b[?25l${RESTORE}${header}${size()}`);
  return {
    async *counted(chunks) {
      for await (const chunk of chunks) {
        total += chunk.length;
        if (shown && cli.sys.monotonic() - last >= PACE) {
          last = cli.sys.monotonic();
          await cli.err(`${RESTORE}${header}${size()}`);
        }
        yield chunk;
      }
    },
    async finish() {
      if (shown) await cli.err(`\x1b[?25h${RESTORE}`);
    },
    async report(target) {
      if (!quiet) await cli.err(`Successfully copied ${size()} to ${target}\n`);
    },
  };
}
