/** `set`'s options: letters and long names. */

export interface Options {
  errexit: boolean;
  noglob: boolean;
  ignoreeof: boolean;
  monitor: boolean;
  noexec: boolean;
  xtrace: boolean;
  verbose: boolean;
  noclobber: boolean;
  allexport: boolean;
  notify: boolean;
  nounset: boolean;
  errtrace: boolean;
  vi: boolean;
  pipefail: boolean;
  /** Not settable by `set`: how the shell began. */
  interactive: boolean;
  stdin: boolean;
  command: boolean;
  login: boolean;
}

export type OptionName = keyof Options;

/** `$-` shows them last first. */
const LETTERS: readonly (readonly [string, OptionName])[] = [
  ['e', 'errexit'],
  ['f', 'noglob'],
  ['I', 'ignoreeof'],
  ['i', 'interactive'],
  ['m', 'monitor'],
  ['n', 'noexec'],
  ['s', 'stdin'],
  ['c', 'command'],
  ['x', 'xtrace'],
  ['v', 'verbose'],
  ['C', 'noclobber'],
  ['a', 'allexport'],
  ['b', 'notify'],
  ['u', 'nounset'],
  ['E', 'errtrace'],
  ['l', 'login'],
];

/** In the order in which `set -o` lists them. */
export const optionNames: readonly OptionName[] = [
  'errexit',
  'noglob',
  'ignoreeof',
  'monitor',
  'noexec',
  'xtrace',
  'verbose',
  'noclobber',
  'allexport',
  'notify',
  'nounset',
  'errtrace',
  'vi',
  'pipefail',
];

export function optionOf(letter: string): OptionName | undefined {
  return LETTERS.find(([each]) => each === letter)?.[1];
}

/** `$-`. */
export function optionLetters(options: Options): string {
  let letters = '';
  for (const [letter, name] of LETTERS) if (options[name]) letters = letter + letters;
  return letters;
}

export function createOptions(): Options {
  return {
    errexit: false,
    noglob: false,
    ignoreeof: false,
    monitor: false,
    noexec: false,
    xtrace: false,
    verbose: false,
    noclobber: false,
    allexport: false,
    notify: false,
    nounset: false,
    errtrace: false,
    vi: false,
    pipefail: false,
    interactive: false,
    stdin: false,
    command: false,
    login: false,
  };
}
