/** The line discipline against what a Linux pseudo-terminal did (recorded/record-tty.py). */
import { describe, expect, it } from 'vitest';
import { concat, encode } from '../base/index.ts';
import { defaultTermios } from '../posix/index.ts';
import { LineDiscipline } from './line-discipline.ts';
import recorded from './recorded/tty.json' with { type: 'json' };

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

function replay({ off, words, keys }: (typeof recorded)[number]) {
  let shown: Uint8Array[] = [];
  const discipline = new LineDiscipline({
    emit: (bytes) => shown.push(bytes),
    signal: () => {},
    flow: () => {},
    flushOutput: () => {
      shown = [];
    },
  });
  const [iflag = 0, oflag = 0, lflag = 0] = words;
  discipline.setTermios({ ...defaultTermios, iflag, oflag, lflag });
  discipline.receive(encode(keys));
  // While output is stopped (^S) a terminal shows nothing of it.
  const echo = discipline.stopped ? '' : latin1(concat(shown));
  shown = [];
  const reads: string[] = [];
  const buffer = new Uint8Array(4096);
  while (discipline.hasLine) {
    const raw = off.includes('ICANON');
    reads.push(latin1(buffer.slice(0, raw ? discipline.takeRaw(buffer) : discipline.takeLine(buffer))));
  }
  return { echo, reads, written: latin1(discipline.process(encode('out\tPut\r\nx\b\ty\r\rnew\tx\n'))) };
}

describe('the line discipline', () => {
  it.each(recorded)('does what Linux does: $keys without $off and with $on', (expected) => {
    const { echo, reads, written } = expected;
    expect(replay(expected)).toEqual({ echo, reads, written });
  });
});
