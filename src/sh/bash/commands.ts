/** Runs the compound commands that only bash has. */
import { assign } from '../assign.ts';
import type { ArithmeticFor, Command, Select, Timed, Word } from '../ast.ts';
import { evaluate, expandText, expandWords } from '../expand.ts';
import { leavesLoop, runCommand as runAny, runList } from '../run.ts';
import { type Shell, ShellError, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { runPendingTraps } from '../traps.ts';
import { getVariable } from '../variables.ts';
import { runConditional } from './conditional.ts';
import { readLine } from './read-line.ts';
import { traceText } from './trace.ts';

export function* runCommand(shell: Shell, command: Command, tested: boolean): Step<number> {
  switch (command.kind) {
    case 'arithmetic':
      shell.line = command.line;
      if (shell.options.xtrace) yield* traceText(shell, `(( ${command.expression.raw} ))`);
      return yield* arithmetic(shell, command.expression);
    case 'conditional':
      shell.line = command.line;
      return yield* runConditional(shell, command.expression);
    case 'arithmetic-for':
      return yield* runArithmeticFor(shell, command, tested);
    case 'select':
      return yield* runSelect(shell, command, tested);
    case 'time':
      return yield* runTimed(shell, command, tested);
    default:
      return shell.status;
  }
}

/** An error in it is the command's failure, and no more. */
function* arithmetic(shell: Shell, expression: Word): Step<number> {
  const before = shell.commandName;
  shell.commandName = '((';
  try {
    return evaluate(shell, yield* expandText(shell, expression)) === 0n ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ShellError) || !error.discard || shell.options.nounset) throw error;
    yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
    return 1;
  } finally {
    shell.commandName = before;
  }
}

function* runArithmeticFor(shell: Shell, command: ArithmeticFor, tested: boolean): Step<number> {
  shell.line = command.line;
  const value = function* (word: Word): Step<bigint> {
    if (word.raw === '') return 1n;
    if (shell.options.xtrace) yield* traceText(shell, `(( ${word.raw} ))`);
    return evaluate(shell, yield* expandText(shell, word));
  };
  let result = 0;
  yield* value(command.start);
  shell.loopDepth++;
  try {
    while ((yield* value(command.condition)) !== 0n) {
      const breath = shell.sys.breathe();
      if (breath instanceof Promise) yield breath;
      if (shell.signals.size) yield* runPendingTraps(shell);
      result = yield* runList(shell, command.body, tested, false);
      if (shell.flow && leavesLoop(shell)) return shell.flow ? shell.status : 0;
      yield* value(command.step);
    }
    return result;
  } finally {
    shell.loopDepth--;
  }
}

/** @see bash manual, 3.2.5.2, select */
function* runSelect(shell: Shell, command: Select, tested: boolean): Step<number> {
  shell.line = command.line;
  const choices = command.words ? yield* expandWords(shell, command.words) : shell.parameters;
  if (choices.length === 0) return 0;
  const menu = menuOf(choices, Number(getVariable(shell.variables, 'COLUMNS')) || 80);
  shell.loopDepth++;
  try {
    let result = 0;
    for (let shown = false; ; ) {
      if (!shown) yield* wait(writeText(shell.sys, 2, menu));
      shown = true;
      yield* wait(writeText(shell.sys, 2, getVariable(shell.variables, 'PS3') ?? '#? '));
      const line = yield* readLine(shell, 0);
      if (line === undefined) {
        yield* wait(writeText(shell.sys, 1, '\n'));
        return 1;
      }
      assign(shell, 'REPLY', line);
      if (line === '') {
        shown = false;
        continue;
      }
      const index = /^\s*\d+\s*$/.test(line) ? Number(line) : 0;
      assign(shell, command.variable, choices[index - 1] ?? '');
      result = yield* runList(shell, command.body, tested, false);
      if (shell.flow && leavesLoop(shell)) return shell.flow ? shell.status : result;
    }
  } finally {
    shell.loopDepth--;
  }
}

/** Numbered choices in columns, filled downwards, with tabs between them. */
function menuOf(choices: readonly string[], columns: number): string {
  const digits = String(choices.length).length;
  const longest = Math.max(...choices.map((choice) => choice.length));
  const width = longest + digits + 2 + 2;
  const across = Math.max(Math.floor(columns / width), 1);
  let rows = Math.ceil(choices.length / across);
  if (choices.length <= rows || rows === 1) rows = choices.length;
  let text = '';
  for (let row = 0; row < rows; row++) {
    let at = 0;
    for (let index = row; index < choices.length; index += rows) {
      const firstColumn = index < rows;
      const numberWidth = firstColumn ? String(rows).length : digits;
      const entry = `${String(index + 1).padStart(numberWidth)}) ${choices[index]}`;
      text += entry;
      at += entry.length;
      if (index + rows >= choices.length) break;
      const column = Math.floor(index / rows + 1) * width;
      text += indent(at, column);
      at = column;
    }
    text += '\n';
  }
  return text;
}

function indent(from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; ) {
    if (Math.floor(to / 8) > Math.floor(at / 8)) {
      text += '\t';
      at += 8 - (at % 8);
    } else {
      text += ' ';
      at++;
    }
  }
  return text;
}

function* runTimed(shell: Shell, { command, posix }: Timed, tested: boolean): Step<number> {
  const begun = shell.sys.monotonic();
  const before = shell.sys.times();
  const status = command ? yield* runAny(shell, command, tested, false) : 0;
  const after = shell.sys.times();
  const used = after.self + after.children - before.self - before.children;
  const format = posix
    ? 'real %2R\nuser %2U\nsys %2S'
    : (getVariable(shell.variables, 'TIMEFORMAT') ?? '\nreal\t%3lR\nuser\t%3lU\nsys\t%3lS');
  if (format)
    yield* wait(writeText(shell.sys, 2, `${formatTimes(format, shell.sys.monotonic() - begun, used)}\n`));
  return status;
}

/** Only the sum of processor time is known: all of it counts as the user's. */
function formatTimes(format: string, real: number, user: number): string {
  return format.replace(
    /%(?:%|([0-3]?)(l?)([RUSP]))/g,
    (whole, digits: string, long: string, what: string) => {
      if (!what) return whole === '%%' ? '%' : whole;
      if (what === 'P') return (real ? (user * 100) / real : 0).toFixed(2);
      const ms = what === 'R' ? real : what === 'U' ? user : 0;
      const places = digits === '' ? 3 : Number(digits);
      const seconds = Math.trunc(ms) / 1000;
      return long
        ? `${Math.floor(seconds / 60)}m${(seconds % 60).toFixed(places)}s`
        : seconds.toFixed(places);
    },
  );
}
