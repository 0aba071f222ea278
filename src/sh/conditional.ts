/** `[[ … ]]` of the laptop's shell, as bash evaluates it: no splitting, patterns on the right, `=~`. */
import { compilePattern, evaluateTest } from '../posix/index.ts';
import type { Conditional } from './ast.ts';
import { evaluate, expandText, expandToPattern } from './expand.ts';
import { fileQuestions } from './file-questions.ts';
import { describe, type Shell, writeText } from './shell.ts';
import { type Step, wait } from './step.ts';

/** 0 true, 1 false, 2 malformed. */
export function* runConditional(shell: Shell, expression: Conditional): Step<number> {
  switch (expression.kind) {
    case 'word':
      return (yield* expandText(shell, expression.word)) === '' ? 1 : 0;
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
    case 'unary':
      return yield* unary(shell, expression.operator, yield* expandText(shell, expression.word));
    default:
      return yield* binary(shell, expression);
  }
}

function* unary(shell: Shell, operator: string, operand: string): Step<number> {
  if (operator === '-v') return shell.variables.map.has(operand) ? 0 : 1;
  return yield* test(shell, [operator, operand]);
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
    const matches = compilePattern(yield* expandToPattern(shell, expression.right)).matches(left);
    return matches === (operator !== '!=') ? 0 : 1;
  }
  const right = yield* expandText(shell, expression.right);
  if (operator === '=~') return yield* matchRegex(shell, left, right);
  if (/^-(eq|ne|gt|ge|lt|le)$/.test(operator)) {
    const operands = [evaluate(shell, left).toString(), operator, evaluate(shell, right).toString()];
    return yield* test(shell, operands);
  }
  return yield* test(shell, [left, operator, right]);
}

function* matchRegex(shell: Shell, text: string, source: string): Step<number> {
  try {
    return new RegExp(source, 'u').test(text) ? 0 : 1;
  } catch {
    yield* wait(writeText(shell.sys, 2, `${describe(shell, `[[: invalid regular expression: ${source}`)}\n`));
    return 2;
  }
}
