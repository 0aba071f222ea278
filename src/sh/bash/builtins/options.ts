/** Options of bash's built-ins, and what these say of wrong ones. */

import { type Flags, flagsOf } from '../../builtins/options.ts';
import { CommandFailure, describe, type Shell, writeText } from '../../shell.ts';
import { usages } from './usages.ts';

/** Parses `letters` (a colon behind one that takes a value). @throws {CommandFailure} with the usage */
export function parseFlags(shell: Shell, words: readonly string[], letters: string): Flags {
  return flagsOf(words, letters, {
    illegal: (letter) => usageError(shell, words[0]!, `-${letter}: invalid option`),
    needsValue: (letter) => usageError(shell, words[0]!, `-${letter}: option requires an argument`),
  });
}

/** A complaint, if any, and the built-in's usage; status 2. */
export function usageError(shell: Shell, name: string, message?: string): CommandFailure {
  const usage = `${name}: usage: ${usages[name] ?? name}`;
  return new CommandFailure(message === undefined ? usage : `${describe(shell, message)}\n${usage}`, 2);
}

export function fail(shell: Shell, message: string, status = 1): CommandFailure {
  return new CommandFailure(describe(shell, message), status);
}

export const say = (shell: Shell, text: string) => writeText(shell.sys, 1, text);

/** `\\uHHHH`, `\\UHHHHHHHH` and `\\E`, which the common formatters leave alone. */
export function expandUnicode(text: string): string {
  return text.replace(/\\\\|\\E|\\u([0-9a-fA-F]{1,4})|\\U([0-9a-fA-F]{1,8})/g, (whole, short, long) => {
    if (whole === '\\E') return '\x1b';
    const code = Number.parseInt(short ?? long ?? '', 16);
    return Number.isNaN(code) || code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
