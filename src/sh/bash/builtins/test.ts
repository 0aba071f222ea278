/** test and `[`: bash's operators and complaints around the common evaluation. @see bash manual, 6.4 */
import { chain, type Maybe } from '../../../base/index.ts';
import { evaluateTest } from '../../../posix/index.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { fileQuestions } from '../../file-questions.ts';
import { complain, type Shell } from '../../shell.ts';
import { drive } from '../../step.ts';
import { againstNothing, bashQuestion } from '../conditional.ts';

const BINARY = /^(?:=|==|!=|<|>|-(?:eq|ne|gt|ge|lt|le|nt|ot|ef|a|o))$/;
const UNARY = /^-[a-hknoprstuvwxzGLNORS]$/;

function test(shell: Shell, words: readonly string[]): Maybe<number> {
  let args = words.slice(1);
  if (words[0] === '[') {
    if (args.at(-1) !== ']') return chain(complain(shell, "missing `]'"), () => 2);
    args = args.slice(0, -1);
  }
  // With one operand -a asks as -e does; elsewhere it is an and.
  if (args.length === 2 && args[0] === '-a') args = ['-e', args[1]!];
  const own = ownAnswer(shell, args);
  if (own !== undefined) return own;
  const problem = malformed(args);
  if (problem) return chain(complain(shell, problem), () => 2);
  return chain(drive(againstNothing(shell, withOwn(shell, args))), (plain) =>
    chain(evaluateTest(plain, fileQuestions(shell.sys)), ({ status, error }) =>
      error === undefined ? status : chain(complain(shell, inBash(error, args)), () => status),
    ),
  );
}

/** `-v name`, alone or behind a `!`. */
function ownAnswer(shell: Shell, args: readonly string[]): number | undefined {
  if (args.length === 3 && args[0] === '!') {
    const inner = ownAnswer(shell, args.slice(1));
    return inner === undefined ? undefined : 1 - inner;
  }
  if (args.length !== 2) return undefined;
  const answer = bashQuestion(shell, args[0]!, args[1]!);
  return answer === undefined ? undefined : answer ? 0 : 1;
}

/** In longer expressions bash's own questions are answered first, and stand as a text or none. */
function withOwn(shell: Shell, args: readonly string[]): string[] {
  const plain: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const operator = args[at]!;
    const begins = at === 0 || /^(?:!|\(|-a|-o)$/.test(args[at - 1]!);
    const answer =
      args.length > 2 && begins && at + 1 < args.length && !BINARY.test(args[at + 1]!)
        ? bashQuestion(shell, operator, args[at + 1]!)
        : undefined;
    if (answer === undefined) plain.push(operator);
    else {
      plain.push('-n', answer ? 'x' : '');
      at++;
    }
  }
  return plain;
}

/** What bash says by the number of arguments. */
function malformed(args: readonly string[]): string | undefined {
  if (args.length === 2 && args[0] !== '!' && !UNARY.test(args[0]!))
    return `${args[0]}: unary operator expected`;
  if (args.length === 3 && !BINARY.test(args[1]!) && args[0] !== '!' && !(args[0] === '(' && args[2] === ')'))
    return `${args[1]}: binary operator expected`;
  return undefined;
}

function inBash(error: string, args: readonly string[]): string {
  const number = /^([\s\S]*): (?:bad number|out of range)$/.exec(error);
  if (number) return `${number[1]}: integer expression expected`;
  if (error === 'bad number' || error === 'out of range') return ': integer expression expected';
  if (/: unknown operand$/.test(error)) return 'too many arguments';
  if (error === 'argument expected') return 'argument expected';
  if (/: argument expected$/.test(error))
    return error.replace(
      /^(.*): argument expected$/,
      args.length > 4 ? 'argument expected' : '$1: unary operator expected',
    );
  if (error === 'closing paren expected') return "`)' expected";
  return error;
}

export const testBuiltins: BuiltinTable = { test: { run: test }, '[': { run: test } };
