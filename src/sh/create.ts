/** A new shell's state from its process and its options. */
import type { Env, Sys } from '../kernel/index.ts';
import { type Dialect, type DialectName, dialects } from './dialect.ts';
import { createHistory } from './editor/history.ts';
import { createOptions } from './options.ts';
import { GETOPTS_START, type Shell, watchVariables } from './shell.ts';
import { createVariables, getVariable, markVariable, putVariable, setVariable } from './variables.ts';

export interface NewShell {
  readonly dialect: DialectName;
  readonly arg0: string;
  readonly interactive: boolean;
  readonly lasting?: boolean;
  readonly environment?: Env;
  readonly runScript: Shell['runScript'];
}

export function createShellState(sys: Sys, options: NewShell): Shell {
  const dialect: Dialect = dialects[options.dialect];
  const shell: Shell = {
    sys,
    dialect,
    bash: undefined,
    bashState: {} as Shell['bashState'],
    arg0: options.arg0,
    commandName: undefined,
    line: 0,
    variables: createVariables(options.environment ?? sys.env),
    parameters: [],
    functions: new Map(),
    aliases: new Map(),
    options: createOptions(),
    traps: new Map(),
    signals: new Set(),
    ignored: new Set(),
    jobs: { list: [], current: [] },
    status: 0,
    trapStatus: undefined,
    shownTraps: undefined,
    lastBackground: undefined,
    toldOfStopped: false,
    rootPid: sys.pid,
    substituted: 0,
    processFds: [],
    hash: new Map(),
    flow: undefined,
    loopDepth: 0,
    tested: false,
    functionDepth: 0,
    sourceDepth: 0,
    interactive: options.interactive,
    lasting: options.lasting ?? false,
    subshell: false,
    getopts: GETOPTS_START,
    history: createHistory(),
    runScript: options.runScript,
  };
  setDefaults(shell);
  watchVariables(shell);
  return shell;
}

function setDefaults(shell: Shell): void {
  const { variables, sys } = shell;
  const set = (name: string, value: string): void => {
    setVariable(variables, name, value);
  };
  // POSIX XCU 2.5.3: IFS is not taken from the environment.
  putVariable(variables, 'IFS', { value: ' \t\n', exported: false, readonly: false });
  if (getVariable(variables, 'PATH') === undefined) {
    set('PATH', '/sbin:/usr/sbin:/bin:/usr/bin');
  }
  set('OPTIND', '1');
  set('PPID', String(sys.getppid()));
  if (shell.dialect.name === 'ash' || shell.interactive) {
    if (getVariable(variables, 'PS1') === undefined) set('PS1', shell.dialect.prompt);
    if (getVariable(variables, 'PS2') === undefined) set('PS2', '> ');
  }
  if (getVariable(variables, 'PS4') === undefined) set('PS4', '+ ');
  const cwd = sys.getcwd();
  if (getVariable(variables, 'PWD') !== cwd) set('PWD', cwd);
  markVariable(variables, 'PWD', { exported: true });
  const level = Number.parseInt(getVariable(variables, 'SHLVL') ?? '0', 10) || 0;
  set('SHLVL', String(level + 1));
  markVariable(variables, 'SHLVL', { exported: true });
}
