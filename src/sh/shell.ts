/**
 * A shell's state: what a subshell inherits as a copy.
 *
 * Plain data and small accessors; the interpreter (run.ts) and the built-ins change it.
 */

import type { Maybe } from '../base/index.ts';
import { type Env, type Fd, type Pid, type Sys, writeAll } from '../kernel/index.ts';
import { bytesOf } from '../posix/index.ts';
import type { Command } from './ast.ts';
import type * as Bash from './bash/index.ts';
import type { Dialect } from './dialect.ts';
import type { History } from './editor/history.ts';
import type { Jobs } from './jobs.ts';
import type { Options } from './options.ts';
import { forkVariables, getVariable, type Variables } from './variables.ts';

/** What makes commands be skipped until a loop, function or sourced file ends. */
export type Flow =
  | { readonly kind: 'break' | 'continue'; levels: number }
  | { readonly kind: 'return'; readonly status: number };

export interface Shell {
  sys: Sys;
  readonly dialect: Dialect;
  /** What bash has beyond ash; undefined in ash, and in bash until it is loaded (late.ts). */
  bash: typeof Bash | undefined;
  /** What only bash remembers. */
  readonly bashState: Bash.BashState;
  /** What complaints begin with, and `$0`. */
  arg0: string;
  /** The built-in or script that runs, for complaints. */
  commandName: string | undefined;
  /** Line of the command that runs. */
  line: number;
  readonly variables: Variables;
  parameters: readonly string[];
  readonly functions: Map<string, Command>;
  readonly aliases: Map<string, string>;
  options: Options;
  /** Action by signal number, 0 for EXIT; '' ignores. */
  readonly traps: Map<number, string>;
  /** Traps of the parent, which `trap` shows in a subshell until it sets one. */
  shownTraps: ReadonlyMap<number, string> | undefined;
  readonly signals: Set<number>;
  /** Signals that were ignored when the shell began, which a script cannot trap. */
  readonly ignored: Set<number>;
  jobs: Jobs;
  /** `$?`, `$!`, `$$`. */
  status: number;
  /** The status at which a trap began, which exit and return in it go on with. */
  trapStatus: number | undefined;
  lastBackground: Pid | undefined;
  /** Whether the last command was an `exit` that was held back since jobs are stopped. */
  toldOfStopped: boolean;
  readonly rootPid: Pid;
  /** Status of the last command substitution of the command being expanded. */
  substituted: number;
  /** Descriptors of the process substitutions of commands that run. */
  readonly processFds: Fd[];
  /** Full paths of commands that were found. */
  readonly hash: Map<string, { readonly path: string; hits: number }>;
  flow: Flow | undefined;
  loopDepth: number;
  /** Whether somebody looks at the status of the command that runs, which holds back errexit inside. */
  tested: boolean;
  functionDepth: number;
  sourceDepth: number;
  readonly interactive: boolean;
  /** Without a terminal, and yet not ended by ^C: batch mode's. */
  readonly lasting: boolean;
  /** Whether this process is a subshell: no job control, no prompts. */
  readonly subshell: boolean;
  /** Where getopts goes on: an operand, from 1, and a place within it. */
  getopts: { readonly index: number; readonly offset: number };
  /** What was entered, for the built-in of that name. */
  history: History;
  /** Runs a file as a script of this shell's kind in a fresh process. */
  readonly runScript: (sys: Sys, path: string, parameters: readonly string[], env: Env) => Maybe<number>;
}

/** Ends the shell's process; the EXIT trap still runs. */
export class ShellExit {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

/** Abandons the running commands: a non-interactive shell exits, an interactive one prompts again. */
export class ShellError {
  /** The whole line for stderr; empty where all was said. */
  readonly message: string;
  readonly status: number;
  /** In bash: only the line that is running is given up, a script goes on with the next. */
  readonly discard: boolean;
  /** A variable refused a value: a built-in that is not special only fails of it. */
  readonly refused: boolean;
  constructor(message: string, status = 2, discard = false, refused = false) {
    this.message = message;
    this.status = status;
    this.discard = discard;
    this.refused = refused;
  }
}

/** A redirection or a utility failed in a way that only a special built-in turns into the shell's end. */
export class CommandFailure {
  readonly message: string;
  readonly status: number;
  constructor(message: string, status = 1) {
    this.message = message;
    this.status = status;
  }
}

/** A message as this shell prints it: with its name, the built-in's and the line. */
export function describe(shell: Shell, message: string): string {
  const { arg0, commandName, dialect, interactive, lasting, line, bashState } = shell;
  // No line where a person types.
  const at = interactive || lasting ? '' : `line ${line}: `;
  if (dialect.name === 'bash') {
    const command = commandName === undefined || commandName === arg0 ? '' : `${commandName}: `;
    // bash names the file of the function that runs.
    const name = (at && bashState.frame?.source) || arg0;
    return `${name}: ${at}${command}${message}`;
  }
  if (commandName === undefined) return `${arg0}: ${message}`;
  return commandName === arg0 ? `${arg0}: ${at}${message}` : `${arg0}: ${commandName}: ${at}${message}`;
}

/** Prints a complaint. */
export function complain(shell: Shell, message: string): Maybe<void> {
  return writeText(shell.sys, 2, `${describe(shell, message)}\n`);
}

export function writeText(sys: Sys, fd: number, text: string): Maybe<void> {
  return writeAll(sys, fd, bytesOf(text));
}

/** The state of a subshell, which gets the calls of its own process once that begins. */
export function forkShell(shell: Shell): Shell {
  const child: Shell = {
    ...shell,
    bashState: shell.bash ? shell.bash.forkState(shell) : shell.bashState,
    variables: forkVariables(shell.variables),
    functions: new Map(shell.functions),
    aliases: new Map(shell.aliases),
    options: { ...shell.options, monitor: false },
    traps: new Map([...shell.traps].filter(([, action]) => action === '')),
    // ash shows them in a command substitution only.
    shownTraps: shell.bash ? (shell.shownTraps ?? new Map(shell.traps)) : undefined,
    trapStatus: undefined,
    signals: new Set(),
    jobs: { list: [], current: [] },
    processFds: [],
    hash: new Map(shell.hash),
    flow: undefined,
    interactive: false,
    lasting: false,
    subshell: true,
  };
  watchVariables(child);
  return child;
}

export const GETOPTS_START: Shell['getopts'] = { index: 1, offset: 0 };

/** Differences of fewer bytes are not told. */
const LITTLE = 4096;

/** What follows from changes of a shell's variables. */
export function watchVariables(shell: Shell): void {
  const { variables } = shell;
  // What it began with is a part of every process's floor, or its parent's.
  const first = variables.size;
  let told = 0;
  variables.onChange = (name) => {
    if (name === 'PATH') shell.hash.clear();
    else if (name === 'OPTIND')
      shell.getopts = { index: Math.max(Number(getVariable(variables, name)) || 1, 1), offset: 0 };
    const held = Math.max(variables.size - first, 0);
    if (Math.abs(held - told) < LITTLE) return;
    // Much may end the process, where memory is limited.
    shell.sys.hold(held - told);
    told = held;
  };
}
