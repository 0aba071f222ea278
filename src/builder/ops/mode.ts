/** What `--chmod` makes of a mode: octal, or symbolic as chmod(1) has it. */
import { isDir } from '../../posix/index.ts';

const WHO = { u: 0o4700, g: 0o2070, o: 0o1007, a: 0o7777 } as const;

/** Permission bits after the change. */
export function applyMode(text: string, mode: number): number {
  if (/^[0-7]+$/.test(text)) return Number.parseInt(text, 8);
  let bits = mode & 0o7777;
  for (const clause of text.split(',')) bits = applyClause(clause, bits, isDir(mode));
  return bits;
}

function applyClause(clause: string, mode: number, directory: boolean): number {
  const who = /^[ugoa]*/.exec(clause)![0] || 'a';
  const mask = [...who].reduce((all, letter) => all | WHO[letter as keyof typeof WHO], 0);
  let bits = mode;
  for (const [, operator, letters = ''] of clause
    .slice(/^[ugoa]*/.exec(clause)![0].length)
    .matchAll(/([-+=])([rwxXstugo]*)/g)) {
    const value = bitsOf(letters, bits, directory) & mask;
    if (operator === '+') bits |= value;
    else if (operator === '-') bits &= ~value;
    // What is set anew loses its set-ID bits; a sticky bit stays.
    else bits = (bits & ~(mask & 0o6777)) | value;
  }
  return bits;
}

function bitsOf(letters: string, mode: number, directory: boolean): number {
  let bits = 0;
  for (const letter of letters) {
    if (letter === 'r') bits |= 0o444;
    else if (letter === 'w') bits |= 0o222;
    else if (letter === 'x') bits |= 0o111;
    else if (letter === 'X') bits |= directory || mode & 0o111 ? 0o111 : 0;
    else if (letter === 's') bits |= 0o6000;
    else if (letter === 't') bits |= 0o1000;
    else bits |= copied(letter, mode);
  }
  return bits;
}

/** `g=u`: the permissions of another class, for all classes. */
function copied(letter: string, mode: number): number {
  const three = (letter === 'u' ? mode >> 6 : letter === 'g' ? mode >> 3 : mode) & 7;
  return three * 0o111;
}
