/**
 * A lasting shell without a terminal: commands run one after the other in the same state.
 *
 * For the laptop's batch mode, whose process hosts it.
 */
import type { Sys } from '../kernel/index.ts';
import { createShellState } from './create.ts';
import type { DialectName } from './dialect.ts';
import { scriptRunner } from './main.ts';
import { runText } from './run-text.ts';
import { complain, type Shell, ShellError, ShellExit, writeText } from './shell.ts';
import { drive, type Step, wait } from './step.ts';
import { runExitTrap } from './traps.ts';

export interface BatchShellOptions {
  readonly dialect: DialectName;
  /** `$0` and what complaints begin with. */
  readonly name?: string;
}

export interface BatchShell {
  /**
   * Runs commands; resolves to the exit status. Reads and writes the process's descriptors 0, 1, 2.
   * After `exit` or `set -e` the state goes on: the status is that of exit.
   */
  run(source: string): Promise<number>;
}

export function createShell(sys: Sys, options: BatchShellOptions): BatchShell {
  const shell = createShellState(sys, {
    dialect: options.dialect,
    arg0: options.name ?? 'sh',
    interactive: false,
    runScript: scriptRunner(options.dialect),
  });
  return { run: async (source) => drive(runOne(shell, source)) };
}

function* runOne(shell: Shell, source: string): Step<number> {
  try {
    yield* runText(shell, source, { line: 1 });
  } catch (error) {
    if (error instanceof ShellExit) {
      shell.status = error.status;
      yield* runExitTrap(shell);
    } else if (error instanceof ShellError) {
      if (error.message) yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
      shell.status = error.status;
    } else if (error instanceof RangeError) {
      yield* wait(complain(shell, 'maximum function recursion depth exceeded'));
      shell.status = 2;
    } else throw error;
  }
  Object.assign(shell, {
    flow: undefined,
    loopDepth: 0,
    functionDepth: 0,
    sourceDepth: 0,
    commandName: undefined,
  });
  shell.variables.scopes = [];
  return shell.status;
}
