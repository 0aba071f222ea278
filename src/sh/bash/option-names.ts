/** The options of bash's `set`: in the order of `set -o`, with their letters. */
import type { OptionName } from '../options.ts';
import type { Shell } from '../shell.ts';
import { hasOption } from './state.ts';

/** Long name and letter; a star: ash has it too, so it lives among the shell's own. */
const TABLE =
  'allexport*a braceexpand-B emacs- errexit*e errtrace*E functrace-T hashall-h histexpand-H history- ignoreeof* interactive-comments- keyword-k monitor*m noclobber*C noexec*n noglob*f nolog- notify*b nounset*u onecmd-t physical-P pipefail* posix- privileged-p verbose*v vi* xtrace*x';

export interface BashOption {
  readonly name: string;
  readonly letter: string;
  /** Whether it is one of the shell's own (options.ts). */
  readonly own: boolean;
}

export const bashOptions: readonly BashOption[] = TABLE.split(' ').map((text) => {
  const match = /^(.+?)([*-])(\w?)$/.exec(text)!;
  return { name: match[1]!, own: match[2] === '*', letter: match[3]! };
});

/** `$SHELLOPTS`. */
export function optionWords(shell: Shell): string {
  return bashOptions
    .filter(({ name }) => hasOption(shell, name))
    .map(({ name }) => name)
    .join(':');
}

/** `$-`: in bash's own order. */
export function optionLetters(shell: Shell): string {
  const { options } = shell;
  const on = bashOptions
    .filter(({ name, letter }) => letter && hasOption(shell, name))
    .map(({ letter }) => letter);
  const all = [...on, ...(options.interactive ? ['i'] : [])];
  const order = 'abefhikmnprtuvxBCEHPT';
  const sorted = all.sort((a, b) => order.indexOf(a) - order.indexOf(b)).join('');
  return `${sorted}${options.command ? 'c' : ''}${options.stdin ? 's' : ''}`;
}

/** What would have to be done once these are turned on, and is not. */
const LACKING = new Set(['keyword', 'notify', 'onecmd', 'vi']);

/** Whether an option cannot be turned on, or off; to leave it as it is can always be asked for. */
export function lacksOption(shell: Shell, name: string, on: boolean): boolean {
  if (hasOption(shell, name) === on) return false;
  if (name === 'interactive-comments') return true;
  // Only what a person enters is kept, and looked through for `!`.
  if (name === 'history' || name === 'histexpand') return on && !shell.interactive;
  return on && LACKING.has(name);
}

export function isOwnOption(name: string): name is OptionName {
  return bashOptions.some((option) => option.own && option.name === name);
}
