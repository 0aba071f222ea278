/** Assignments as commands and as operands of declare and its kin. */
import { readOnly } from '../assign.ts';
import type { Assignment, SimpleCommand, Word } from '../ast.ts';
import { evaluate, expandText, expandWords } from '../expand.ts';
import { type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable, makeLocal, popScope, pushScope } from '../variables.ts';
import { quoteValue } from './quote.ts';
import { traceText } from './trace.ts';
import { assignList, assignTo, type Item, putRecord } from './values.ts';

export interface Assigned {
  readonly name: string;
  readonly value: string;
}

/** Runs an assignment that stands alone. */
export function* runAssignment(shell: Shell, assignment: Assignment): Step<Assigned[]> {
  const { name, append, subscript, elements } = assignment;
  if (elements) {
    const items = yield* itemsOf(shell, elements);
    if (shell.options.xtrace)
      yield* traceText(shell, `${name}${append ? '+' : ''}=(${items.map(itemText).join(' ')})`);
    assignList(shell, name, items, append);
    return [];
  }
  const key = subscript ? yield* expandText(shell, subscript) : undefined;
  const value = yield* expandText(shell, assignment.value);
  if (shell.options.xtrace) {
    const target = key === undefined ? name : `${name}[${subscript!.raw}]`;
    yield* traceText(shell, `${target}${append ? '+' : ''}=${value && quoteValue(value)}`);
  }
  assignTo(shell, name, key, value, append);
  return [];
}

const itemText = ({ key, value }: Item): string =>
  key === undefined ? quoteValue(value) : `[${key}]=${quoteValue(value)}`;

/** The elements of a list, expanded. */
function* itemsOf(shell: Shell, elements: readonly Word[]): Step<Item[]> {
  const items: Item[] = [];
  for (const word of elements) {
    const { assigns } = word;
    if (!assigns) {
      for (const value of yield* expandWords(shell, [word])) items.push({ value });
      continue;
    }
    const key = yield* expandText(shell, assigns.subscript!);
    items.push({ key, value: yield* expandText(shell, assigns.value), append: assigns.append });
  }
  return items;
}

/** An operand that no string stands for: the list is kept for the built-in, by the operand's place. */
export function* expandDeclaration(shell: Shell, word: Word, place: number): Step<string> {
  const { name, append, subscript, elements, value } = word.assigns!;
  const operator = append ? '+=' : '=';
  const key = subscript ? `[${yield* expandText(shell, subscript)}]` : '';
  if (!elements) return `${name}${key}${operator}${yield* expandText(shell, value)}`;
  const items = yield* itemsOf(shell, elements);
  shell.bashState.lists.set(place, items);
  return `${name}${operator}(${items.map(itemText).join(' ')})`;
}

/** Values for one command; each sees those before it. Lists are not exported. */
export function* assignedValues(shell: Shell, command: SimpleCommand): Step<Assigned[]> {
  const values: Assigned[] = [];
  pushScope(shell.variables);
  try {
    for (const { name, value, append, elements } of command.assignments) {
      if (elements) continue;
      const text = yield* expandText(shell, value);
      const variable = shell.variables.map.get(name);
      if (variable?.readonly) {
        // The command runs without it.
        yield* wait(writeText(shell.sys, 2, `${readOnly(shell, name).message}\n`));
        continue;
      }
      const traits = variable?.traits;
      const old = append ? (getVariable(shell.variables, name) ?? '') : '';
      const whole = traits?.integer
        ? evaluate(shell, append ? `(${old || 0})+(${text})` : text).toString()
        : old + text;
      if (command.assignments.length > 1) {
        makeLocal(shell.variables, name);
        putRecord(shell, name, { value: whole });
      }
      values.push({ name, value: whole });
    }
    return values;
  } finally {
    popScope(shell.variables);
  }
}
