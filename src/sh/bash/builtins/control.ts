/** break, continue, return, exit, eval, source, exec, shift, let, caller, getopts: bash's words and statuses. */
import { errnoOf, strerror } from '../../../posix/index.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { evaluate } from '../../expand.ts';
import { exists, fileQuestions } from '../../file-questions.ts';
import { takeLeave } from '../../job-control.ts';
import { cannotRun, execProgram, findProgram, notFound } from '../../program.ts';
import { readFile } from '../../read-file.ts';
import { runText } from '../../run-text.ts';
import { complain, type Shell, ShellError, ShellExit, writeText } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { environmentOf, getVariable } from '../../variables.ts';
import { enter, runReturnTrap } from '../calls.ts';
import { environment } from '../environment.ts';
import { framesOf } from '../state.ts';
import { discard } from '../values.ts';
import { fail, parseFlags, say, usageError } from './options.ts';

function leave(kind: 'break' | 'continue') {
  return function* (shell: Shell, words: readonly string[]): Step<number> {
    if (shell.loopDepth === 0) {
      yield* wait(complain(shell, "only meaningful in a `for', `while', or `until' loop"));
      return 0;
    }
    const text = words[1] ?? '1';
    if (!/^[-+]?\d+$/.test(text)) {
      yield* wait(complain(shell, `${text}: numeric argument required`));
      throw new ShellExit(128);
    }
    if (words.length > 2) throw discard(shell, 'too many arguments');
    if (Number(text) <= 0) {
      shell.flow = { kind: 'break', levels: shell.loopDepth };
      throw fail(shell, `${text}: loop count out of range`);
    }
    shell.flow = { kind, levels: Math.min(Number(text), shell.loopDepth) };
    return 0;
  };
}

function numberOf(text: string): number | undefined {
  return /^\s*[-+]?\d+\s*$/.test(text) ? Number(text) : undefined;
}

function* returnFrom(shell: Shell, words: readonly string[]): Step<number> {
  const operand = words[1] === '--' ? words[2] : words[1];
  let status = operand === undefined ? (shell.trapStatus ?? shell.status) : numberOf(operand);
  if (shell.functionDepth === 0 && shell.sourceDepth === 0)
    throw fail(shell, "can only `return' from a function or sourced script", 2);
  if (status === undefined) {
    yield* wait(complain(shell, `${operand}: numeric argument required`));
    status = 2;
  } else if (words.length > 2 && words[1] !== '--') throw discard(shell, 'too many arguments');
  shell.flow = { kind: 'return', status: status & 0xff };
  return status & 0xff;
}

function* exit(shell: Shell, words: readonly string[]): Step<number> {
  const operand = words[1] === '--' ? words[2] : words[1];
  const status = operand === undefined ? (shell.trapStatus ?? shell.status) : numberOf(operand);
  if (status !== undefined && words.length > 2 && words[1] !== '--')
    throw discard(shell, 'too many arguments');
  if (yield* takeLeave(shell)) return 1;
  if (status === undefined) {
    yield* wait(complain(shell, `${operand}: numeric argument required`));
    throw new ShellExit(2);
  }
  throw new ShellExit(status & 0xff);
}

function* logout(shell: Shell, words: readonly string[]): Step<number> {
  if (!shell.options.login) throw fail(shell, "not login shell: use `exit'");
  return yield* exit(shell, words);
}

function* source(shell: Shell, words: readonly string[]): Step<number> {
  const { operands } = parseFlags(shell, words, '');
  const [name] = operands;
  if (name === undefined) throw usageError(shell, words[0]!, 'filename argument required');
  const searches = !name.includes('/') && shell.bashState.shopt.has('sourcepath');
  const path = (searches && (yield* searchSource(shell, name))) || name;
  let text: string;
  try {
    text = yield* wait(readFile(shell.sys, path));
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    if (code === 'EISDIR') throw fail(shell, `${name}: is a directory`);
    shell.commandName = undefined;
    throw fail(shell, `${name}: ${strerror(code)}`);
  }
  const { parameters, commandName, line, loopDepth, tested } = shell;
  const out = enter(shell, { name: 'source', source: path, line });
  const own = operands.length > 1;
  if (own) shell.parameters = operands.slice(1);
  shell.commandName = undefined;
  shell.sourceDepth++;
  shell.bashState.indirection++;
  shell.status = 0;
  try {
    let status = yield* runText(shell, text, { line: 1, tested, name: path });
    if (shell.flow?.kind === 'return') {
      status = shell.flow.status;
      shell.flow = undefined;
    }
    if (shell.traps.size) yield* runReturnTrap(shell, status);
    return status;
  } catch (error) {
    if (!(error instanceof ShellError) || error.status !== 2 || !error.discard) throw error;
    yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
    return 2;
  } finally {
    out();
    shell.sourceDepth--;
    shell.bashState.indirection--;
    Object.assign(shell, { commandName, line, loopDepth });
    if (own) shell.parameters = parameters;
  }
}

function* searchSource(shell: Shell, name: string): Step<string | undefined> {
  for (const directory of (getVariable(shell.variables, 'PATH') ?? '').split(':')) {
    const path = `${directory || '.'}/${name}`;
    if (yield* wait(exists(shell.sys, path))) return path;
  }
  return undefined;
}

function* evaluateText(shell: Shell, words: readonly string[]): Step<number> {
  const { operands } = parseFlags(shell, words, '');
  shell.status = 0;
  const { commandName, line } = shell;
  shell.commandName = undefined;
  shell.bashState.indirection++;
  try {
    return yield* runText(shell, operands.join(' '), { line, tested: shell.tested, name: 'eval' });
  } catch (error) {
    if (!(error instanceof ShellError) || error.status !== 2 || !error.discard) throw error;
    yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
    return 2;
  } finally {
    shell.bashState.indirection--;
    shell.commandName = commandName;
  }
}

function* execute(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, 'cla:');
  const [name] = operands;
  if (name === undefined) return 0;
  const first = `${flags.has('l') ? '-' : ''}${values.get('a') ?? name}`;
  const env = flags.has('c') ? {} : environment(shell, environmentOf(shell.variables));
  const path = yield* findProgram(shell, name, getVariable(shell.variables, 'PATH'));
  let status: number;
  shell.commandName = 'exec';
  if (path === undefined) {
    yield* wait(complain(shell, `${name}: not found`));
    status = 127;
  } else {
    try {
      status = yield* execProgram(shell, path, [first, ...operands.slice(1)], env);
      throw new ShellExit(status);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      if (errnoOf(error) !== 'ENOENT' && name.includes('/')) {
        shell.commandName = undefined;
        yield* cannotRun(shell, name, error);
      }
      shell.commandName = 'exec';
      const folder = yield* wait(fileQuestions(shell.sys).is('-d', path));
      const reason = `${name}: cannot execute: ${strerror(folder ? 'EISDIR' : errnoOf(error)!)}`;
      if (errnoOf(error) === 'ENOENT') yield* notFound(shell, name);
      else yield* wait(complain(shell, reason));
      status = errnoOf(error) === 'ENOENT' ? 127 : 126;
    }
  }
  if (shell.interactive || shell.bashState.shopt.has('execfail')) return status;
  throw new ShellError('', status);
}

function shift(shell: Shell, words: readonly string[]): number {
  const text = words[1] ?? '1';
  const count = numberOf(text);
  if (count === undefined) throw fail(shell, `${text}: numeric argument required`);
  if (words.length > 2) throw discard(shell, 'too many arguments');
  if (count < 0 || (count > shell.parameters.length && shell.bashState.shopt.has('shift_verbose')))
    throw fail(shell, `${words[1] ?? ''}: shift count out of range`);
  if (count > shell.parameters.length) return 1;
  shell.parameters = shell.parameters.slice(count);
  return 0;
}

function letBuiltin(shell: Shell, words: readonly string[]): number {
  const [first, ...rest] = words.slice(1);
  const all = first === '--' ? rest : words.slice(1);
  if (all.length === 0) throw fail(shell, 'expression expected');
  let value = 0n;
  try {
    for (const word of all) value = evaluate(shell, word);
  } catch (error) {
    if (!(error instanceof ShellError) || !error.discard || shell.options.nounset) throw error;
    throw Object.assign(fail(shell, ''), { message: error.message });
  }
  return value === 0n ? 1 : 0;
}

function* caller(shell: Shell, words: readonly string[]): Step<number> {
  const frames = framesOf(shell.bashState);
  const operand = words[1];
  if (operand !== undefined && !/^\d+$/.test(operand))
    throw usageError(shell, 'caller', `${operand}: invalid number`);
  const script = !shell.options.command && !shell.options.stdin;
  const level = Number(operand ?? 0);
  const frame = frames[level];
  if (!frame) return 1;
  const outer = frames[level + 1];
  const source = outer?.source ?? (script ? shell.arg0 : 'NULL');
  if (operand === undefined) {
    yield* wait(say(shell, `${frame.line} ${outer || script ? source : 'NULL'}\n`));
    return 0;
  }
  if (!outer && !script) return 1;
  yield* wait(say(shell, `${frame.line} ${outer?.name ?? 'main'} ${source}\n`));
  return 0;
}

export const controlBuiltins: BuiltinTable = {
  break: { special: true, run: leave('break') },
  continue: { special: true, run: leave('continue') },
  return: { special: true, run: returnFrom },
  exit: { special: true, run: exit },
  logout: { run: logout },
  eval: { special: true, run: evaluateText },
  '.': { special: true, run: source },
  source: { special: true, run: source },
  exec: { special: true, run: execute },
  shift: { special: true, run: shift },
  let: { run: letBuiltin },
  caller: { run: caller },
};
