/** Options of built-ins, and their complaints. */
import { CommandFailure, describe, type Shell } from '../shell.ts';

export interface Flags {
  readonly flags: ReadonlySet<string>;
  /** Values of the options that take one; where one was given again, the last. */
  readonly values: ReadonlyMap<string, string>;
  readonly allValues: readonly (readonly [letter: string, value: string])[];
  readonly operands: readonly string[];
}

/** What a shell says of a wrong option. */
export interface FlagComplaints {
  illegal(letter: string): CommandFailure;
  needsValue(letter: string): CommandFailure;
}

/** Parses `letters` (a colon behind one that takes a value) as getopt does. @throws {CommandFailure} */
export function parseFlags(shell: Shell, words: readonly string[], letters: string): Flags {
  return flagsOf(words, letters, {
    illegal: (letter) => failWith(shell, `illegal option -${letter}`, 2),
    needsValue: (letter) => failWith(shell, `no arg for -${letter} option`, 2),
  });
}

/** The flags of any shell's built-in. @throws {CommandFailure} one of `complaints` */
export function flagsOf(words: readonly string[], letters: string, complaints: FlagComplaints): Flags {
  const flags = new Set<string>();
  const allValues: [string, string][] = [];
  let at = 1;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--') {
      at++;
      break;
    }
    if (word[0] !== '-' || word === '-') break;
    for (let i = 1; i < word.length; i++) {
      const letter = word[i]!;
      const place = letter === ':' ? -1 : letters.indexOf(letter);
      if (place < 0) throw complaints.illegal(letter);
      if (letters[place + 1] !== ':') {
        flags.add(letter);
        continue;
      }
      const value = word.slice(i + 1) || words[++at];
      if (value === undefined) throw complaints.needsValue(letter);
      allValues.push([letter, value]);
      break;
    }
  }
  return { flags, values: new Map(allValues), allValues, operands: words.slice(at) };
}

/** A complaint that fails the built-in. */
export function failWith(shell: Shell, message: string, status = 1): CommandFailure {
  return new CommandFailure(describe(shell, message), status);
}

/** A non-negative number. @throws {CommandFailure} */
export function numberOperand(shell: Shell, text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 0x7fffffff) throw failWith(shell, `Illegal number: ${text}`, 2);
  return Number(text);
}
