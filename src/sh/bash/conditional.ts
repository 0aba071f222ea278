/**
 * `[[ … ]]`: no splitting, patterns on the right, `=~`.
 * @see bash manual, 3.2.5.2
 */
import { evaluateTest, RegexError } from '../../posix/index.ts';
import type { Conditional } from '../ast.ts';
import { evaluate, expandText, expandToPattern } from '../expand.ts';
import { fileQuestions } from '../file-questions.ts';
import { getParameter } from '../parameter.ts';
import { describe, type Shell, ShellError, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { compilePattern } from './pattern.ts';
import { matchRegex } from './regex.ts';
import { hasOption } from './state.ts';
import { traceText } from './trace.ts';
import { listOf, parsePlace, readElement } from './values.ts';

/** 0 true, 1 false, 2 malformed. */
export function* runConditional(shell: Shell, expression: Conditional): Step<number> {
  switch (expression.kind) {
    case 'word': {
      const text = yield* expandText(shell, expression.word);
      yield* trace(shell, `-n ${text || "''"}`);
      return text === '' ? 1 : 0;
    }
    case 'group':
      return yield* runConditional(shell, expression.operand);
    case 'not': {
      const status = yield* runConditional(shell, expression.operand);
      return status > 1 ? status : 1 - status;
    }
    case 'and':
    case 'or': {
      const status = yield* runConditional(shell, expression.left);
      if (status > 1 || (status === 0) === (expression.kind === 'or')) return status;
      return yield* runConditional(shell, expression.right);
    }
    case 'unary': {
      const operand = yield* expandText(shell, expression.word);
      yield* trace(shell, `${expression.operator} ${operand || "''"}`);
      return yield* unary(shell, expression.operator, operand);
    }
    default:
      return yield* binary(shell, expression);
  }
}

function* trace(shell: Shell, text: string): Step<void> {
  if (shell.options.xtrace) yield* traceText(shell, `[[ ${text} ]]`);
}

/** The questions that only bash's test answers; undefined for others. */
export function bashQuestion(shell: Shell, operator: string, operand: string): boolean | undefined {
  if (operator === '-v') return isSet(shell, operand);
  if (operator === '-o') return hasOption(shell, operand);
  if (operator === '-R') {
    const variable = shell.variables.map.get(operand);
    return variable?.traits?.nameref === true && variable.value !== undefined;
  }
  return undefined;
}

function isSet(shell: Shell, text: string): boolean {
  const place = parsePlace(text);
  if (!place) return /^\d+$/.test(text) && getParameter(shell, text) !== undefined;
  if (place.subscript === undefined) return getParameter(shell, place.name) !== undefined;
  if (place.subscript === '@' || place.subscript === '*') return listOf(shell, place.name).values.length > 0;
  return readElement(shell, place.name, place.subscript) !== undefined;
}

function* unary(shell: Shell, operator: string, operand: string): Step<number> {
  const answer = bashQuestion(shell, operator, operand);
  if (answer !== undefined) return answer ? 0 : 1;
  return yield* test(shell, [operator === '-a' ? '-e' : operator, operand]);
}

function* test(shell: Shell, args: readonly string[]): Step<number> {
  const { status, error } = yield* wait(evaluateTest(args, fileQuestions(shell.sys)));
  if (error) yield* wait(writeText(shell.sys, 2, `${describe(shell, `[[: ${error}`)}\n`));
  return status;
}

function* binary(shell: Shell, expression: Conditional & { kind: 'binary' }): Step<number> {
  const { operator } = expression;
  const left = yield* expandText(shell, expression.left);
  if (operator === '=' || operator === '==' || operator === '!=') {
    const source = yield* expandToPattern(shell, expression.right);
    yield* trace(shell, `${left || "''"} ${operator} ${source || "''"}`);
    const matches = compilePattern(shell, source, true).matches(left);
    return matches === (operator !== '!=') ? 0 : 1;
  }
  if (operator === '=~') return yield* regex(shell, left, expression);
  const right = yield* expandText(shell, expression.right);
  yield* trace(shell, `${left || "''"} ${operator} ${right || "''"}`);
  if (/^-(eq|ne|gt|ge|lt|le)$/.test(operator)) {
    shell.commandName = '[[';
    try {
      const operands = [evaluate(shell, left).toString(), operator, evaluate(shell, right).toString()];
      return yield* test(shell, operands);
    } catch (error) {
      if (!(error instanceof ShellError) || !error.discard) throw error;
      yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
      return 1;
    } finally {
      shell.commandName = undefined;
    }
  }
  return yield* test(shell, yield* againstNothing(shell, [left, operator, right]));
}

/** A file is newer than one that is not there. */
export function* againstNothing(shell: Shell, args: readonly string[]): Step<readonly string[]> {
  const [left, operator, right] = args;
  if (args.length !== 3 || (operator !== '-nt' && operator !== '-ot')) return args;
  const [some, other] = operator === '-nt' ? [left!, right!] : [right!, left!];
  const questions = fileQuestions(shell.sys);
  if (yield* wait(questions.is('-e', other))) return args;
  return ['-e', some];
}

function* regex(shell: Shell, text: string, expression: Conditional & { kind: 'binary' }): Step<number> {
  try {
    return yield* matchRegex(shell, text, expression.right);
  } catch (error) {
    if (error instanceof RegexError) return 2;
    throw error;
  }
}
