/** What a container prints, from the engine to stdout and stderr. */
import { demultiplex } from '../../api/index.ts';
import { type ByteSource, chunksOf } from '../../base/index.ts';
import type { Cli } from '../command.ts';
import { failure } from '../failure.ts';

/** Copies until the end. Frames tell stdout from stderr where there is no terminal. */
export async function copyOutput(cli: Cli, source: ByteSource, multiplexed: boolean): Promise<void> {
  if (!multiplexed) {
    for await (const chunk of chunksOf(source)) await cli.out(chunk);
    return;
  }
  for await (const { stream, bytes } of demultiplex(source)) {
    if (stream === 3) throw failure(`error from daemon in stream: ${new TextDecoder().decode(bytes)}`);
    await (stream === 2 ? cli.err(bytes) : cli.out(bytes));
  }
}
