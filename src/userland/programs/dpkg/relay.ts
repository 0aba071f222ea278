/**
 * What apt makes of dpkg's output: dpkg and the scripts run on a pseudo-terminal, and what comes out of that goes to
 * stdout as it is. So lines end in CR LF even in a file, and errors are not on stderr.
 *
 * @see apt-pkg/deb/dpkgpm.cc, StartPtyMagic; apt.conf(5), Dpkg::Use-Pty
 */
import type { Fd } from '../../../kernel/index.ts';
import { binaryOfBytes, type Io } from '../../io.ts';

/** Streams whose program's children go through a pipe to it. */
export interface RelayedIo extends Io {
  readonly relays?: true;
}

const terminalLines = (text: string): string => text.replaceAll('\n', '\r\n');

/** On a real terminal there is nothing to be changed: that ends lines itself. */
export function relayed(io: Io): RelayedIo {
  if (io.sys.isatty(1)) return io;
  return {
    ...io,
    relays: true,
    print: (text) => io.print(terminalLines(text)),
    put: (binary) => io.put(terminalLines(binary)),
    printError: (text) => io.print(terminalLines(text)),
  };
}

/** Hands on what a child writes, up to its end. */
export async function relay(io: RelayedIo, from: Fd): Promise<void> {
  const buffer = new Uint8Array(16_384);
  for (;;) {
    const count = await io.sys.read(from, buffer);
    if (count === 0) return;
    io.put(binaryOfBytes(buffer.subarray(0, count)));
    await io.flush();
  }
}
