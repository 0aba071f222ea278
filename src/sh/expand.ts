/**
 * Word expansion: tilde, parameters, commands, arithmetic, then splitting and pathnames.
 * @see POSIX.1-2024, XCU 2.6
 */

import type * as ArithmeticModule from './arithmetic.ts';
import { assign } from './assign.ts';
import type { ArithmeticPart, ParameterPart, Part, Word } from './ast.ts';
import { type Field, FieldSink, PatternSink, type Sink, TextSink } from './fields.ts';
import type * as GlobModule from './glob.ts';
import { expandParameter, getParameter, notSet } from './parameter.ts';
import { describe, type Shell, ShellError } from './shell.ts';
import { type Step, wait } from './step.ts';
import { substituteCommand, substituteProcess } from './substitute.ts';
import { tildeDirectory } from './tilde.ts';
import { getVariable } from './variables.ts';

/** Loaded when the first expression is met: no prompt needs one. */
let arithmetic: typeof ArithmeticModule | undefined;

/** As late, when there is a pattern. */
let globbing: typeof GlobModule | undefined;

/** Makes `evaluate` ready. */
export function* loadArithmetic(): Step<void> {
  arithmetic ??= yield* wait(import('./arithmetic.ts'));
}

/** The fields of a command's or a for loop's words. */
export function* expandWords(shell: Shell, words: readonly Word[]): Step<string[]> {
  const result: string[] = [];
  for (const word of words) {
    if (word.plain !== undefined) result.push(word.plain);
    else if (word.assigns) result.push(yield* shell.bash!.expandDeclaration(shell, word, result.length));
    else if (word.braces && shell.bash!.hasOption(shell, 'braceexpand'))
      result.push(...(yield* expandWords(shell, word.braces)));
    else if (word.assignment) result.push(yield* expandText(shell, word));
    else {
      const sink = new FieldSink(getVariable(shell.variables, 'IFS') ?? ' \t\n');
      if (!expandNow(shell, word.parts, sink)) yield* expandParts(shell, word.parts, sink);
      sink.endWord();
      for (const field of sink.fields) {
        if (field.pattern === undefined || shell.options.noglob) result.push(field.text);
        else result.push(...(yield* expandPattern(shell, field)));
      }
    }
  }
  return result;
}

function* expandPattern(shell: Shell, field: Field): Step<readonly string[]> {
  if (shell.bash) return yield* shell.bash.expandPattern(shell, field);
  globbing ??= yield* wait(import('./glob.ts'));
  const paths = yield* globbing.expandPathname(shell.sys, field.pattern!);
  return paths.length ? paths : [field.text];
}

/** One string, neither split nor a pattern: assignments, here-documents, redirections. */
export function* expandText(shell: Shell, word: Word): Step<string> {
  if (word.plain !== undefined) return word.plain;
  const sink = new TextSink();
  if (!expandNow(shell, word.parts, sink)) yield* expandParts(shell, word.parts, sink);
  return sink.result;
}

/** A pattern for case or `${x#…}`, quoted characters escaped. */
export function* expandToPattern(shell: Shell, word: Word): Step<string> {
  const sink = new PatternSink();
  yield* expandParts(shell, word.parts, sink);
  return sink.result;
}

/**
 * The frequent case without a generator: texts, plain parameters and compiled arithmetic.
 * Answers false, having done nothing, where a part needs more.
 */
function expandNow(shell: Shell, parts: readonly Part[], sink: Sink): boolean {
  for (const part of parts) {
    if (part.kind === 'text') continue;
    if (part.kind === 'parameter' && part.operator === '' && part.name !== '@' && part.name !== '*') continue;
    if (part.kind === 'arithmetic' && arithmetic && (part.compiled || part.expression.plain !== undefined))
      continue;
    return false;
  }
  for (const part of parts) {
    if (part.kind === 'text') sink.text(part.text, part.quoted);
    else {
      const simple = part as ParameterPart | ArithmeticPart;
      const value = simple.kind === 'parameter' ? plainValue(shell, simple.name) : compute(shell, simple);
      if (simple.quoted) sink.text(value, true);
      else sink.split(value);
    }
  }
  return true;
}

function plainValue(shell: Shell, name: string): string {
  const value = getParameter(shell, name);
  if (value === undefined && shell.options.nounset) throw notSet(shell, name);
  return value ?? '';
}

/**
 * Expands parts into a sink. `splitting` is set inside an unquoted `${x-…}`, whose literal text is
 * split like the value it stands for.
 */
export function* expandParts(
  shell: Shell,
  parts: readonly Part[],
  sink: Sink,
  splitting = false,
): Step<void> {
  for (const part of parts) {
    if (part.kind === 'text') {
      if (splitting && !part.quoted) sink.split(part.text);
      else sink.text(part.text, part.quoted);
    } else if (part.kind === 'parameter') yield* expandParameter(shell, part, sink);
    else if (part.kind === 'tilde') {
      sink.text((yield* wait(tildeDirectory(shell, part.user))) ?? `~${part.user}`, true);
    } else {
      const value =
        part.kind === 'command'
          ? yield* substituteCommand(shell, part.body)
          : part.kind === 'process'
            ? yield* substituteProcess(shell, part)
            : yield* expandArithmetic(shell, part);
      if (part.kind === 'process' || part.quoted) sink.text(value, true);
      else sink.split(value);
    }
  }
}

/** An arithmetic expression after its expansions. */
function* expandArithmetic(shell: Shell, part: ArithmeticPart): Step<string> {
  yield* loadArithmetic();
  const { expression } = part;
  if (expression.plain !== undefined) return compute(shell, part);
  return evaluate(shell, yield* expandText(shell, expression)).toString();
}

function compute(shell: Shell, part: ArithmeticPart): string {
  const source = part.expression.plain!;
  part.compiled ??= compile(shell, source);
  return runArithmetic(shell, part.compiled, source).toString();
}

function compile(shell: Shell, source: string): ArithmeticModule.Arithmetic {
  try {
    return arithmetic!.parseArithmetic(source, shell.bash !== undefined);
  } catch (error) {
    throw arithmeticProblem(shell, error, source);
  }
}

/** Evaluates an expression's text, once arithmetic is loaded. @throws {ShellError} */
export function evaluate(shell: Shell, source: string): bigint {
  return runArithmetic(shell, compile(shell, source), source);
}

function runArithmetic(shell: Shell, expression: ArithmeticModule.Arithmetic, source: string): bigint {
  const variables: ArithmeticModule.ArithmeticVariables = shell.bash?.arithmeticVariables(shell) ?? {
    // ash takes an unset variable for 0 whatever `set -u` says.
    get: (name) => getParameter(shell, name),
    set: (name, value) => assign(shell, name, value),
  };
  try {
    return expression(variables);
  } catch (error) {
    throw arithmeticProblem(shell, error, source);
  }
}

function arithmeticProblem(shell: Shell, error: unknown, source: string): unknown {
  if (!(error instanceof arithmetic!.ArithmeticError)) return error;
  return (
    shell.bash?.arithmeticProblem(shell, error, source) ?? new ShellError(describe(shell, error.message))
  );
}
