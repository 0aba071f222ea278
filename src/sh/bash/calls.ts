/** What bash keeps about the commands that run: calls, `$_`, PIPESTATUS; and the traps that are no signals'. */
import type { Command, FunctionDefinition, SimpleCommand } from '../ast.ts';
import { runText } from '../run-text.ts';
import { complain, describe, type Shell, ShellError } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable } from '../variables.ts';
import { commandText } from './print-command.ts';
import type { Frame } from './state.ts';

/** Numbers behind those of signals. */
export const DEBUG_TRAP = 65;
export const ERR_TRAP = 66;
export const RETURN_TRAP = 67;

function currentSource(shell: Shell): string {
  const { frame } = shell.bashState;
  if (frame) return frame.source;
  return shell.options.command || shell.options.stdin ? '' : shell.arg0;
}

/** Notes a call of a function; answers how to forget it. */
export function enterFunction(shell: Shell, name: string): () => void {
  const { bashState: state } = shell;
  const deepest = Number(getVariable(shell.variables, 'FUNCNEST'));
  if (deepest > 0 && shell.functionDepth >= deepest)
    throw new ShellError(
      describe(shell, `${name}: maximum function nesting level exceeded (${deepest})`),
      1,
      true,
    );
  return enter(shell, { name, source: state.functionSources.get(name) ?? 'environment', line: shell.line });
}

export function enter(shell: Shell, call: Pick<Frame, 'name' | 'source' | 'line'>): () => void {
  const { frame: outer } = shell.bashState;
  shell.bashState.frame = { ...call, outer, depth: (outer?.depth ?? 0) + 1 };
  return () => {
    shell.bashState.frame = outer;
  };
}

/** After an error that ended the line. */
export function unwind(shell: Shell): void {
  Object.assign(shell.bashState, { frame: undefined, inTrap: false });
  Object.assign(shell, {
    loopDepth: 0,
    functionDepth: 0,
    commandName: shell.commandName === shell.arg0 ? shell.arg0 : undefined,
  });
}

export function* defineFunction(shell: Shell, command: FunctionDefinition): Step<number> {
  const { bashState: state } = shell;
  if (state.readonlyFunctions.has(command.name)) {
    yield* wait(complain(shell, `${command.name}: readonly function`));
    return 1;
  }
  shell.functions.set(command.name, command.body);
  state.functionSources.set(
    command.name,
    currentSource(shell) || (shell.options.command ? 'environment' : 'main'),
  );
  return 0;
}

/** `$_`. */
export function noteCommand(shell: Shell, words: readonly string[]): void {
  shell.bashState.lastArgument = words.at(-1) ?? '';
}

/** BASH_COMMAND, and the DEBUG trap. */
export function* beforeSimple(shell: Shell, command: SimpleCommand): Step<void> {
  const { bashState: state } = shell;
  if (!state.inTrap) state.command = command.text;
  if (shell.traps.size) yield* runDebugTrap(shell, command);
  // Lists of a command before that did not take them: `eval a=(1 2)`.
  if (state.lists.size) state.lists.clear();
}

/** PIPESTATUS after a command; a pipeline of several has its own. */
export function notePipeStatus(shell: Shell, command: Command, status: number): void {
  const { kind } = command;
  if (kind === 'simple' || kind === 'subshell' || kind === 'conditional' || kind === 'arithmetic')
    shell.bashState.pipeStatus = [status];
}

export function* runDebugTrap(shell: Shell, command: Command): Step<void> {
  const { bashState: state } = shell;
  if (!shell.traps.has(DEBUG_TRAP) || state.inTrap) return;
  if (
    shell.functionDepth > 0 &&
    !state.options.has('functrace') &&
    !state.tracedFunctions.has(state.frame?.name ?? '')
  )
    return;
  state.command = commandText(command);
  yield* runAction(shell, DEBUG_TRAP, shell.status, command.line);
}

/** for, case, select, `((` and `[[` are told of before they begin. */
export function* beforeCompound(shell: Shell, command: Command): Step<void> {
  if (command.kind === 'arithmetic' || command.kind === 'conditional' || command.kind === 'case')
    yield* runDebugTrap(shell, command);
}

export function* runErrTrap(shell: Shell, status: number): Step<void> {
  if (!shell.traps.has(ERR_TRAP) || shell.bashState.inTrap) return;
  if (shell.functionDepth > 0 && !shell.options.errtrace) return;
  yield* runAction(shell, ERR_TRAP, status, shell.line);
}

export function* runReturnTrap(shell: Shell, status: number): Step<void> {
  const { bashState: state } = shell;
  if (!shell.traps.has(RETURN_TRAP) || state.inTrap) return;
  const name = state.frame?.name ?? '';
  const setHere = state.returnTrapDepth === (state.frame?.depth ?? 0);
  if (name !== 'source' && !state.options.has('functrace') && !state.tracedFunctions.has(name) && !setHere)
    return;
  yield* runAction(shell, RETURN_TRAP, status, shell.line);
}

function* runAction(shell: Shell, trap: number, status: number, line: number): Step<void> {
  const action = shell.traps.get(trap);
  if (!action) return;
  const { bashState: state } = shell;
  const { pipeStatus, lastArgument } = state;
  state.inTrap = true;
  shell.status = status;
  const { flow } = shell;
  shell.flow = undefined;
  try {
    yield* runText(shell, action, { line, name: 'trap' });
  } finally {
    Object.assign(state, { inTrap: false, pipeStatus, lastArgument });
    shell.status = status;
    shell.flow ??= flow;
    shell.line = line;
  }
}
