/**
 * Simple commands: assignments, redirections, then a function, a built-in or a program.
 * @see POSIX.1-2024, XCU 2.9.1
 */

import { errnoOf, strerror } from '../posix/index.ts';
import { assign } from './assign.ts';
import type { SimpleCommand } from './ast.ts';
import { type Builtin, builtins } from './builtins/index.ts';
import { complainAsApplet } from './complaints.ts';
import { expandText, expandWords } from './expand.ts';
import { callFunction } from './function.ts';
import { runProgram } from './program.ts';
import { applyRedirects, keepFds, restoreFds, type SavedFd } from './redirect.ts';
import { CommandFailure, complain, type Shell, ShellError, ShellExit, writeText } from './shell.ts';
import { type Step, wait } from './step.ts';
import { traceCommand } from './trace.ts';
import {
  environmentOf,
  getVariable,
  makeLocal,
  markVariable,
  popScope,
  pushScope,
  putVariable,
} from './variables.ts';

interface AssignedValue {
  readonly name: string;
  readonly value: string;
}

/** Runs a simple command; `last` lets a program replace this process. */
export function* runSimple(shell: Shell, command: SimpleCommand, last: boolean): Step<number> {
  shell.substituted = 0;
  if (shell.bash) yield* shell.bash.beforeSimple(shell, command);
  const words = yield* expandWords(shell, command.words);
  if (shell.bash) shell.bash.noteCommand(shell, words);
  if (words.length === 0) return yield* runNameless(shell, command);
  const name = words[0]!;
  const body = shell.functions.get(name);
  const builtin = body ? undefined : findBuiltin(shell, name);
  // Outside of its POSIX mode bash treats them as any other.
  const special = builtin?.special === true && !shell.bash;
  // exec without a command keeps its redirections.
  const permanent = name === 'exec' && !body;
  const saved: SavedFd[] = [];
  let kept = false;
  try {
    if (command.redirects.length && !(yield* redirect(shell, command, saved, special))) return shell.status;
    const values = yield* assignedValues(shell, command);
    if (shell.options.xtrace) yield* (shell.bash?.traceCommand ?? traceCommand)(shell, values, words);
    if (special) {
      for (const { name: variable, value } of values) assign(shell, variable, value);
      const status = yield* runBuiltin(shell, builtin, words);
      if (permanent) {
        yield* keepFds(shell.sys, saved);
        kept = true;
      }
      return status;
    }
    if (body || builtin) {
      const status = yield* withLocals(shell, values, () =>
        body ? callFunction(shell, body, words) : runBuiltin(shell, builtin!, words),
      );
      if (permanent) {
        yield* keepFds(shell.sys, saved);
        kept = true;
      }
      return status;
    }
    const own = programEnvironment(shell, values);
    const environment = shell.bash ? shell.bash.environment(shell, own) : own;
    return yield* runProgram(shell, words, { environment, text: command.text, last, saved });
  } catch (error) {
    throw saved.length ? yield* sayBefore(shell, error) : error;
  } finally {
    if (!kept && saved.length) yield* restoreFds(shell.sys, saved);
  }
}

/** Says what is wrong while the command's redirections hold; answers the error without it. */
function* sayBefore(shell: Shell, error: unknown): Step<unknown> {
  if (!(error instanceof ShellError) || !error.message) return error;
  yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
  return new ShellError('', error.status, error.discard);
}

/** Only assignments and redirections. */
function* runNameless(shell: Shell, command: SimpleCommand): Step<number> {
  const saved: SavedFd[] = [];
  try {
    if (command.redirects.length && !(yield* redirect(shell, command, saved, false))) return shell.status;
    const values: AssignedValue[] = [];
    for (const assignment of command.assignments) {
      const { name, value, append } = assignment;
      if (shell.bash) {
        values.push(...(yield* shell.bash.runAssignment(shell, assignment)));
        continue;
      }
      const text = yield* expandText(shell, value);
      const whole = append ? (getVariable(shell.variables, name) ?? '') + text : text;
      assign(shell, name, whole);
      values.push({ name, value: whole });
    }
    if (shell.options.xtrace && values.length && !shell.bash) yield* traceCommand(shell, values, []);
  } finally {
    if (saved.length) yield* restoreFds(shell.sys, saved);
  }
  return shell.substituted;
}

/** Applies the command's redirections; false where one failed and said so. */
function* redirect(shell: Shell, command: SimpleCommand, saved: SavedFd[], special: boolean): Step<boolean> {
  try {
    yield* applyRedirects(shell, command.redirects, saved);
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    yield* restoreFds(shell.sys, saved.splice(0));
    // POSIX XCU 2.8.1: a redirection error ends the shell with a special built-in only.
    if (special) throw new ShellError(error.message, error.status);
    yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
    shell.status = error.status;
    return false;
  }
}

function* assignedValues(shell: Shell, command: SimpleCommand): Step<AssignedValue[]> {
  if (shell.bash) return yield* shell.bash.assignedValues(shell, command);
  const values: AssignedValue[] = [];
  if (command.assignments.length === 0) return values;
  pushScope(shell.variables);
  try {
    for (const { name, value } of command.assignments) {
      const text = yield* expandText(shell, value);
      values.push({ name, value: text });
      // The next one sees it.
      if (command.assignments.length === 1 || shell.variables.map.get(name)?.readonly) continue;
      makeLocal(shell.variables, name);
      assign(shell, name, text);
    }
    return values;
  } finally {
    popScope(shell.variables);
  }
}

/** Variables that hold, exported, for one function or built-in. */
function* withLocals(shell: Shell, values: readonly AssignedValue[], work: () => Step<number>): Step<number> {
  if (values.length === 0) return yield* work();
  pushScope(shell.variables);
  try {
    for (const { name, value } of values) {
      makeLocal(shell.variables, name);
      if (shell.bash && !shell.variables.map.get(name)?.readonly)
        putVariable(shell.variables, name, undefined);
      assign(shell, name, value);
      markVariable(shell.variables, name, { exported: true });
    }
    return yield* work();
  } finally {
    popScope(shell.variables);
  }
}

function programEnvironment(shell: Shell, values: readonly AssignedValue[]): Record<string, string> {
  const environment = environmentOf(shell.variables);
  if (values.length === 0) return environment;
  const own: Record<string, string> = Object.assign(Object.create(null), environment);
  for (const { name, value } of values) {
    if (shell.variables.map.get(name)?.readonly) assign(shell, name, value);
    own[name] = value;
  }
  return own;
}

/** The built-in of that name; bash can switch them off. */
function findBuiltin(shell: Shell, name: string): Builtin | undefined {
  return shell.bash ? shell.bash.findBuiltin(shell, name) : builtins.get(name);
}

/** Calls a built-in under its name; what it cannot write is its failure. */
export function* runBuiltin(shell: Shell, builtin: Builtin, words: readonly string[]): Step<number> {
  const before = shell.commandName;
  shell.commandName = words[0]!;
  try {
    const result = builtin.run(shell, words);
    if (typeof result === 'number') return result;
    return result instanceof Promise ? yield* wait(result) : yield* result;
  } catch (error) {
    if (error instanceof CommandFailure || (error instanceof ShellError && error.refused)) {
      if (error.message) yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
      if (builtin.special && !shell.bash) throw new ShellError('', error.status);
      return error.status;
    }
    const code = errnoOf(error);
    if (code === undefined || error instanceof ShellExit) throw error;
    const message = `write error: ${strerror(code)}`;
    if (shell.bash) yield* wait(complain(shell, message));
    else yield* wait(complainAsApplet(shell, message));
    return 1;
  } finally {
    shell.commandName = before;
  }
}
