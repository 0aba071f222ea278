/**
 * A lasting shell without a terminal: commands run one after the other in the same state.
 *
 * For the laptop's batch mode, whose process hosts it.
 */
import type { Env, Pid, Sys } from '../kernel/index.ts';
import { signals } from '../posix/index.ts';
import { createShellState } from './create.ts';
import type { DialectName } from './dialect.ts';
import { scriptRunner } from './main.ts';
import { runText } from './run-text.ts';
import { complain, type Shell, ShellError, ShellExit, writeText } from './shell.ts';
import { drive, type Step, shortage, wait } from './step.ts';
import { installSignal, runExitTrap } from './traps.ts';
import { environmentOf, popScope } from './variables.ts';

export interface BatchShellOptions {
  readonly dialect: DialectName;
  /** `$0` and what complaints begin with. */
  readonly name?: string;
}

export interface BatchShell {
  /**
   * Runs commands; resolves to the exit status. Reads and writes the process's descriptors 0, 1, 2.
   * After `exit`, `set -e` or SIGINT the state goes on.
   */
  run(source: string): Promise<number>;
  /** Exported variables. */
  environment(): Env;
  /** Processes that run beside the shell, which ^C would leave alone. */
  background(): readonly Pid[];
}

export function createShell(sys: Sys, options: BatchShellOptions): BatchShell {
  const shell = createShellState(sys, {
    dialect: options.dialect,
    arg0: options.name ?? 'sh',
    interactive: false,
    lasting: true,
    runScript: scriptRunner(options.dialect),
  });
  installSignal(shell, signals.INT);
  return {
    run: async (source) => drive(runOne(shell, source)),
    environment: () => environmentOf(shell.variables),
    background: () =>
      shell.jobs.list.flatMap(({ processes }) =>
        processes.filter(({ status }) => status === undefined).map(({ pid }) => pid),
      ),
  };
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
    } else {
      const lack = shortage(error);
      if (lack === undefined) throw error;
      yield* wait(complain(shell, lack));
      shell.status = 2;
    }
  }
  Object.assign(shell, {
    flow: undefined,
    loopDepth: 0,
    functionDepth: 0,
    sourceDepth: 0,
    commandName: undefined,
  });
  while (shell.variables.scopes.length) popScope(shell.variables);
  return shell.status;
}
