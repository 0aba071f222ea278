/** tr: maps, deletes and squeezes bytes. */
import { binaryOf, byteClass } from '../../posix/index.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-cds] STRING1 [STRING2]',
  about: 'Translate, squeeze, or delete characters from stdin, writing to stdout',
  async run(io) {
    const options = parseOptions(io, 'cCds', { min: 1, max: 2, stop: true });
    const [complement, deletes, squeezes] = [
      options.has('c') || options.has('C'),
      options.has('d'),
      options.has('s'),
    ];
    let first = expand(binaryOf(options.operands[0]!));
    const second = options.operands[1] === undefined ? undefined : expand(binaryOf(options.operands[1]));
    if (complement)
      first = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !first.includes(byte));
    const map = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const drop = new Uint8Array(256);
    const squeeze = new Uint8Array(256);
    if (deletes) for (const byte of first) drop[byte] = 1;
    else if (second) {
      if (second.length === 0) io.die('STRING2 cannot be empty');
      for (const [i, byte] of first.entries()) map[byte] = second[Math.min(i, second.length - 1)]!;
    }
    if (squeezes) for (const byte of second ?? first) squeeze[byte] = 1;
    const reader = io.reader(0);
    let previous = -1;
    for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) {
      let length = 0;
      for (const byte of chunk) {
        if (drop[byte]) continue;
        const mapped = map[byte]!;
        if (mapped === previous && squeeze[mapped]) continue;
        previous = mapped;
        chunk[length++] = mapped;
      }
      await io.write(chunk.subarray(0, length));
      await io.sys.breathe();
    }
    return 0;
  },
});

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };

/** The bytes a set stands for: escapes, ranges, classes, `[=c=]`. */
function expand(text: string): number[] {
  const bytes: number[] = [];
  let at = 0;
  const one = (): number => {
    if (text[at] !== '\\' || at + 1 >= text.length) return text.charCodeAt(at++);
    const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1))?.[0];
    if (octal) {
      at += 1 + octal.length;
      return Number.parseInt(octal, 8) & 0xff;
    }
    const escaped = ESCAPES[text[at + 1]!];
    // Before anything else a backslash is itself.
    if (escaped === undefined) return text.charCodeAt(at++);
    at += 2;
    return escaped;
  };
  while (at < text.length) {
    const named = /^\[:([a-z]+):\]/.exec(text.slice(at));
    const members = named && byteClass(named[1]!);
    if (members) {
      for (const [code, member] of members.entries()) if (member) bytes.push(code);
      at += named[0].length;
      continue;
    }
    const equivalent = /^\[=(.)=\]/s.exec(text.slice(at));
    if (equivalent) {
      bytes.push(equivalent[1]!.charCodeAt(0));
      at += equivalent[0].length;
      continue;
    }
    const low = one();
    if (text[at] !== '-' || at + 1 >= text.length) {
      bytes.push(low);
      continue;
    }
    at++;
    const high = one();
    for (let byte = low; byte <= high; byte++) bytes.push(byte);
  }
  return bytes;
}
