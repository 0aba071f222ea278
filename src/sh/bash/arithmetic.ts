/** Variables and complaints of `$((…))` in bash: elements of lists, the token that is wrong. */
import type { ArithmeticError, ArithmeticVariables } from '../arithmetic.ts';
import { assign } from '../assign.ts';
import { evaluate } from '../expand.ts';
import { getParameter, notSet } from '../parameter.ts';
import { describe, type Shell, ShellError } from '../shell.ts';
import { assignTo, discard, isBadSubscript, parsePlace, readElement, resolve } from './values.ts';

const cache = new WeakMap<Shell, ArithmeticVariables>();

export function arithmeticVariables(shell: Shell): ArithmeticVariables {
  let variables = cache.get(shell);
  if (!variables) cache.set(shell, (variables = createVariables(shell)));
  return variables;
}

function createVariables(shell: Shell): ArithmeticVariables {
  return {
    get: (text) => {
      const value = text.endsWith(']') ? element(shell, text) : getParameter(shell, text);
      if (value === undefined && shell.options.nounset) throw notSet(shell, text);
      return value;
    },
    set: (text, value) => {
      if (!text.endsWith(']')) {
        assign(shell, text, value);
        return;
      }
      const place = parsePlace(text)!;
      assignTo(
        shell,
        place.name,
        place.subscript === undefined ? undefined : keyText(shell, place),
        value,
        false,
      );
    },
    place: (text) => {
      if (!text.endsWith(']')) return text;
      const place = parsePlace(text);
      if (place?.subscript === undefined) return text;
      if (isAssociative(shell, place.name)) return text;
      return `${place.name}[${evaluate(shell, place.subscript)}]`;
    },
  };
}

function isAssociative(shell: Shell, name: string): boolean {
  return shell.variables.map.get(resolve(shell, name).name)?.traits?.elements?.associative === true;
}

function element(shell: Shell, text: string): string | undefined {
  const place = parsePlace(text);
  if (!place) throw discard(shell, `${text}: bad array subscript`);
  try {
    return readElement(shell, place.name, keyText(shell, place));
  } catch (error) {
    if (!isBadSubscript(error)) throw error;
    throw new ShellError(error.message, 1, true);
  }
}

/** A key in an expression may be quoted. */
function keyText(shell: Shell, { name, subscript }: { name: string; subscript: string | undefined }): string {
  return isAssociative(shell, name) ? subscript!.replace(/^(['"])([\s\S]*)\1$/, '$2') : subscript!;
}

/** `1/0: division by 0 (error token is "0")`. */
export function arithmeticProblem(shell: Shell, error: ArithmeticError, whole: string): ShellError {
  const source = error.source ?? whole;
  const text = source.trimStart();
  const lead = source.length - text.length;
  const from = error.at === undefined ? text : text.slice(Math.max(error.at - lead, 0));
  return new ShellError(describe(shell, `${text}: ${error.inBash} (error token is "${from}")`), 1, true);
}
