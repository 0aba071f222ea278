/** The members of an archive as they come, with the names of owners that base/tar.ts leaves out. */
import { createTarParser, type Maybe, padded, TAR_BLOCK, type TarEntry } from '../../base/index.ts';
import { binaryOfBytes, type Io } from '../io.ts';
import type { ByteStream } from './byte-stream.ts';

export interface Member extends TarEntry {
  readonly userName: string;
  readonly groupName: string;
  /** Passes the contents on; to be called at most once, before the next member is asked for. */
  contents(to: (piece: Uint8Array) => Maybe<void>): Promise<void>;
}

/** Yields members up to the end of the archive; ends the program where it is damaged. */
export async function* readMembers(io: Io, stream: ByteStream): AsyncGenerator<Member, void> {
  const parser = createTarParser({ skipsZeros: true });
  const short = (): never => io.die('short read');
  for (let any = false; ; ) {
    const block = await stream.take(TAR_BLOCK);
    if (block.length < TAR_BLOCK) {
      // Archives that end without the two zero blocks are common enough.
      if (any && block.length === 0) return;
      if (!any && block.length > 0) io.die('invalid tar magic');
      short();
    }
    const step = headerOf(io, () => parser.header(block, 0));
    if (step.kind === 'end') return;
    if (step.kind === 'blank' || step.kind === 'map') continue;
    any = true;
    if (step.kind === 'meta') {
      const contents = await stream.take(padded(step.size));
      if (contents.length < padded(step.size)) short();
      headerOf(io, () => parser.meta(contents.subarray(0, step.size)));
      continue;
    }
    if (step.entry.sparse) io.die('unknown typeflag: 0x53');
    let left = step.size;
    const padding = padded(step.size) - step.size;
    const field = (at: number) => binaryOfBytes(block.subarray(at, at + 32)).replace(/\0.*$/s, '');
    yield {
      ...step.entry,
      userName: field(265),
      groupName: field(297),
      async contents(to) {
        const size = left;
        left = 0;
        if ((await stream.pass(size, to)) > 0) short();
      },
    };
    if ((await stream.pass(left + padding, () => io.sys.breathe())) > 0) short();
  }
}

function headerOf<T>(io: Io, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ETAR') throw error;
    return io.die('invalid tar magic');
  }
}
