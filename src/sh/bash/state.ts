/** What only bash remembers, beside variables: `shopt`, options, the calls that run, directories, statuses. */
import type { Shell } from '../shell.ts';
import type { Item } from './values.ts';

/** A function that is called or a file that is sourced. */
export interface Frame {
  readonly name: string;
  readonly source: string;
  /** Where it was called. */
  readonly line: number;
  /** In which that happened: a chain, since a list copied at each call would be memory by the square. */
  readonly outer: Frame | undefined;
  readonly depth: number;
}

/** All of them, innermost first. */
export function framesOf({ frame }: BashState): Frame[] {
  const list: Frame[] = [];
  for (let each = frame; each; each = each.outer) list.push(each);
  return list;
}

export interface BashState {
  readonly shopt: Set<string>;
  /** Options of `set` that ash has not: braceexpand, functrace, … */
  readonly options: Set<string>;
  frame: Frame | undefined;
  /** The files in which functions were defined. */
  readonly functionSources: Map<string, string>;
  readonly exportedFunctions: Set<string>;
  readonly readonlyFunctions: Set<string>;
  readonly tracedFunctions: Set<string>;
  /** `pushd`'s stack, without the current directory. */
  directories: readonly string[];
  pipeStatus: readonly number[];
  /** `$_`. */
  lastArgument: string;
  /** `$BASH_COMMAND`. */
  command: string;
  random: number | undefined;
  /** RANDOM never gives the same number twice in a row. */
  lastRandom: number;
  secondsFrom: number;
  depth: number;
  /** How many substitutions, evals and sourced files there are around what is traced. */
  indirection: number;
  /** How many calls there were when a RETURN trap was set. */
  returnTrapDepth: number;
  /** Lists among the words of the declaration that is about to run, by place. */
  readonly lists: Map<number, readonly Item[]>;
  /** Whether a DEBUG, ERR or RETURN action runs. */
  inTrap: boolean;
  readonly disabled: Set<string>;
  readonly completions: Map<string, string>;
  /** Complaints of the parser that stop nothing. */
  readonly warnings: string[];
}

/** In the order in which `shopt` lists them; a star means on from the start. */
const SHOPT =
  'autocd assoc_expand_once cdable_vars cdspell checkhash checkjobs checkwinsize* cmdhist* compat31 compat32 compat40 compat41 compat42 compat43 compat44 complete_fullquote* direxpand dirspell dotglob execfail expand_aliases extdebug extglob extquote* failglob force_fignore* globasciiranges* globskipdots* globstar gnu_errfmt histappend histreedit histverify hostcomplete* huponexit inherit_errexit interactive_comments* lastpipe lithist localvar_inherit localvar_unset login_shell mailwarn no_empty_cmd_completion nocaseglob nocasematch noexpand_translation nullglob patsub_replacement* progcomp* progcomp_alias promptvars* restricted_shell shift_verbose sourcepath* varredir_close xpg_echo';

export const shoptNames: readonly string[] = SHOPT.replaceAll('*', '').split(' ');

/**
 * What would have to be done otherwise if these were switched, and is not. Of the others some are
 * read, and some change nothing here: what they ask for is done anyway (histappend), or there is
 * nothing that they speak of (mailwarn).
 */
const LACKING = new Set(
  'assoc_expand_once cdspell checkhash checkjobs compat31 compat32 compat40 compat41 compat42 compat43 compat44 direxpand dirspell extdebug extquote gnu_errfmt histreedit histverify huponexit interactive_comments localvar_unset progcomp_alias promptvars varredir_close'.split(
    ' ',
  ),
);

/** What tells how the shell began, and stays so whatever is asked for. */
const FIXED = ['login_shell', 'restricted_shell'];

/** Switches one of `shoptNames`; false where that would change nothing although it should. */
export function switchShopt({ bashState: { shopt } }: Shell, name: string, on: boolean): boolean {
  if (shopt.has(name) !== on && LACKING.has(name)) return false;
  if (FIXED.includes(name)) return true;
  if (on) shopt.add(name);
  else shopt.delete(name);
  return true;
}

export function createState(shell: Shell): BashState {
  const shopt = new Set(
    SHOPT.split(' ')
      .filter((name) => name.endsWith('*'))
      .map((name) => name.slice(0, -1)),
  );
  if (shell.interactive || shell.lasting) shopt.add('expand_aliases');
  if (shell.options.login) shopt.add('login_shell');
  const options = new Set(['braceexpand', 'hashall', 'interactive-comments']);
  if (shell.interactive) for (const name of ['emacs', 'history', 'histexpand']) options.add(name);
  return {
    shopt,
    options,
    frame: undefined,
    functionSources: new Map(),
    exportedFunctions: new Set(),
    readonlyFunctions: new Set(),
    tracedFunctions: new Set(),
    directories: [],
    pipeStatus: [0],
    lastArgument: shell.arg0,
    command: '',
    random: undefined,
    lastRandom: -1,
    secondsFrom: shell.sys.monotonic(),
    depth: 0,
    indirection: 0,
    returnTrapDepth: 0,
    lists: new Map(),
    inTrap: false,
    disabled: new Set(),
    completions: new Map(),
    warnings: [],
  };
}

/** A subshell's; lists are shared until somebody writes. */
export function forkState(shell: Shell): BashState {
  const { bashState: state } = shell;
  for (const { traits } of shell.variables.map.values()) if (traits?.elements) traits.elements.shared = true;
  for (const { hidden } of shell.variables.scopes)
    for (const variable of hidden.values())
      if (variable?.traits?.elements) variable.traits.elements.shared = true;
  return {
    ...state,
    shopt: new Set(state.shopt),
    options: new Set(state.options),
    functionSources: new Map(state.functionSources),
    exportedFunctions: new Set(state.exportedFunctions),
    disabled: new Set(state.disabled),
    completions: new Map(state.completions),
    depth: state.depth + 1,
    lists: new Map(state.lists),
    inTrap: false,
  };
}

export function hasOption({ bashState, options }: Shell, name: string): boolean {
  return bashState.options.has(name) || (options as unknown as Record<string, boolean>)[name] === true;
}
