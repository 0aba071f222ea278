/** Built-ins that steer the interpreter: break, continue, return, exit, exec, command. */
import { errnoOf } from '../../posix/index.ts';
import { takeLeave } from '../job-control.ts';
import { cannotRun, execProgram, findProgram, notFound, runProgram } from '../program.ts';
import { type Shell, ShellError, ShellExit, writeText } from '../shell.ts';
import { runBuiltin } from '../simple.ts';
import { type Step, wait } from '../step.ts';
import { environmentOf, getVariable } from '../variables.ts';
import { builtins } from './index.ts';
import { describeCommands } from './lookup.ts';
import { failWith, numberOperand, parseFlags } from './options.ts';
import type { BuiltinTable } from './types.ts';

/** Where commands are found whatever PATH says (`command -p`). */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

function leave(kind: 'break' | 'continue') {
  return (shell: Shell, words: readonly string[]): number => {
    const levels = words[1] === undefined ? 1 : numberOperand(shell, words[1]);
    if (levels === 0) throw failWith(shell, `Illegal number: ${words[1]}`, 2);
    if (shell.loopDepth > 0) shell.flow = { kind, levels: Math.min(levels, shell.loopDepth) };
    return 0;
  };
}

function statusOperand(shell: Shell, word: string | undefined): number {
  return word === undefined ? (shell.trapStatus ?? shell.status) : numberOperand(shell, word) & 0xff;
}

function returnFrom(shell: Shell, words: readonly string[]): number {
  const status =
    words[1] === undefined ? (shell.trapStatus ?? shell.status) : numberOperand(shell, words[1]) & 0xff;
  shell.flow = { kind: 'return', status };
  return status;
}

function* exit(shell: Shell, words: readonly string[]): Step<number> {
  if (yield* takeLeave(shell)) return shell.dialect.name === 'ash' ? 0 : 1;
  throw new ShellExit(statusOperand(shell, words[1]));
}

function* execute(shell: Shell, words: readonly string[]): Step<number> {
  const { values, operands } = parseFlags(shell, words, 'a:');
  const name = operands[0];
  if (name === undefined) return 0;
  const argv = values.has('a') ? [values.get('a')!, ...operands.slice(1)] : operands;
  const environment = environmentOf(shell.variables);
  const searchPath = environment['PATH'] ?? getVariable(shell.variables, 'PATH');
  const path = yield* findProgram(shell, name, searchPath);
  let status: number;
  shell.commandName = 'exec';
  if (path === undefined) status = yield* notFound(shell, name);
  else {
    try {
      status = yield* execProgram(shell, path, argv, environment);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      status = yield* cannotRun(shell, name, error);
    }
  }
  throw shell.dialect.name === 'ash' ? new ShellExit(status) : new ShellError('', status);
}

function* command(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'pvV');
  const name = operands[0];
  if (flags.has('v') || flags.has('V'))
    return yield* describeCommands(shell, operands.slice(0, 1), flags.has('V'));
  if (name === undefined) return 0;
  const builtin = builtins.get(name);
  if (builtin) {
    try {
      return yield* runBuiltin(shell, { run: builtin.run }, operands);
    } catch (error) {
      // Through `command` a special built-in's errors do not end the shell.
      if (!(error instanceof ShellError) || error.status === 130) throw error;
      if (error.message) yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
      return error.status;
    }
  }
  const environment = environmentOf(shell.variables);
  const search = flags.has('p') ? { ...environment, PATH: DEFAULT_PATH } : environment;
  shell.commandName = undefined;
  return yield* runProgram(shell, operands, {
    environment: search,
    text: words.join(' '),
    last: false,
    saved: [],
  });
}

export const controlBuiltins: BuiltinTable = {
  break: { special: true, run: leave('break') },
  continue: { special: true, run: leave('continue') },
  return: { special: true, run: returnFrom },
  exit: { special: true, run: exit },
  exec: { special: true, run: execute },
  command: { run: command },
};
