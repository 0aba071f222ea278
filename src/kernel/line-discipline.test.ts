/** The line discipline against what a Linux pseudo-terminal did (recorded/record-tty.py). */
import { describe, expect, it } from 'vitest';
import { concat, encode } from '../base/index.ts';
import { defaultTermios, LineDiscipline } from './line-discipline.ts';
import recorded from './recorded/tty.json' with { type: 'json' };

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

function replay(off: readonly string[], keys: string) {
  let shown: Uint8Array[] = [];
  const discipline = new LineDiscipline({
    emit: (bytes) => shown.push(bytes),
    signal: () => {},
    flow: () => {},
    flushOutput: () => {
      shown = [];
    },
  });
  discipline.setTermios({
    ...defaultTermios,
    ...Object.fromEntries(off.map((flag) => [flag.toLowerCase(), false])),
  });
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
  return { off, keys, echo, reads, written: latin1(discipline.process(encode('out\tput\n'))) };
}

describe('the line discipline', () => {
  it.each(recorded)('does what Linux does: $keys without $off', (expected) => {
    expect(replay(expected.off, expected.keys)).toEqual(expected);
  });
});
