/** declare, typeset, local, export, readonly, unset. @see bash manual, 4.2, 4.1 */
import type { Builtin, BuiltinTable } from '../../builtins/types.ts';
import { isName } from '../../parser.ts';
import { CommandFailure, complain, type Shell, ShellError, writeText } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { hide, putVariable, reveal, unsetVariable, type Variable } from '../../variables.ts';
import { functionText } from '../print-command.ts';
import { quoteValue } from '../quote.ts';
import type { Traits } from '../traits.ts';
import { declaration, listText } from '../transform.ts';
import {
  assignList,
  assignTo,
  type Item,
  parsePlace,
  putRecord,
  resolve,
  unsetElement,
  writableElements,
} from '../values.ts';
import { fail, parseFlags, say, usageError } from './options.ts';

interface Request {
  readonly on: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
  readonly scope: 'local' | 'global' | 'any';
}

/** The operand, taken apart. */
interface Operand {
  readonly name: string;
  readonly subscript: string | undefined;
  readonly append: boolean;
  readonly value: string | undefined;
  readonly items: readonly Item[] | undefined;
}

const LETTERS = 'aAfFgiIlnrtuxpc';

function* declare(shell: Shell, words: readonly string[]): Step<number> {
  const { on, off, at } = readFlags(shell, words, LETTERS);
  const operands = words.slice(at);
  if (on.has('f') || on.has('F')) return yield* declareFunctions(shell, operands, on, words[0]!);
  if (on.has('p') || operands.length === 0) return yield* print(shell, operands, on);
  const scope = on.has('g') ? 'global' : shell.functionDepth > 0 ? 'local' : 'any';
  return yield* declareAll(shell, words, at, { on, off, scope });
}

function readFlags(shell: Shell, words: readonly string[], letters: string) {
  const on = new Set<string>();
  const off = new Set<string>();
  let at = 1;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--') {
      at++;
      break;
    }
    if (!/^[-+]./.test(word)) break;
    for (const letter of word.slice(1)) {
      if (!letters.includes(letter))
        throw usageError(shell, words[0]!, `${word[0]}${letter}: invalid option`);
      (word[0] === '-' ? on : off).add(letter);
    }
  }
  return { on, off, at };
}

function* declareAll(shell: Shell, words: readonly string[], from: number, request: Request): Step<number> {
  const lists = new Map(shell.bashState.lists);
  shell.bashState.lists.clear();
  let status = 0;
  for (let at = from; at < words.length; at++) {
    if (words[at] === '-' && words[0] === 'local') {
      saveOptions(shell);
      continue;
    }
    try {
      declareOne(
        shell,
        readOperand(shell, words[at]!, lists.get(at), request.on.has('a') || request.on.has('A')),
        request,
      );
    } catch (error) {
      if (error instanceof ShellError && !error.discard) throw error;
      if (!(error instanceof ShellError) && !(error instanceof CommandFailure)) throw error;
      if (error.message) yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
      status = 1;
    }
  }
  return status;
}

/** `local -`. */
function saveOptions(shell: Shell): void {
  const { options } = shell;
  const bashOptions = new Set(shell.bashState.options);
  const scope = shell.variables.scopes.at(-1);
  if (!scope || scope.restore) return;
  scope.restore = () => {
    shell.options = options;
    shell.bashState.options.clear();
    for (const name of bashOptions) shell.bashState.options.add(name);
  };
  shell.options = { ...options };
}

function readOperand(shell: Shell, word: string, items: readonly Item[] | undefined, list: boolean): Operand {
  const match = /^([A-Za-z_]\w*)(?:\[([\s\S]*?)\])?(?:(\+?)=([\s\S]*))?$/.exec(word);
  if (!match) throw fail(shell, `\`${word}': not a valid identifier`);
  const [, name, subscript, plus, value] = match;
  // `declare -a x='(1 2)'`, as older scripts have it.
  const old = !items && list && value !== undefined && /^\(.*\)$/s.test(value) ? oldList(value) : undefined;
  return { name: name!, subscript, append: plus === '+', value, items: items ?? old };
}

function oldList(value: string): Item[] {
  return (value.slice(1, -1).match(/(?:\[[^\]]*\]=)?(?:"[^"]*"|'[^']*'|[^\s"']+)+/g) ?? []).map((text) => {
    const match = /^(?:\[([^\]]*)\]=)?([\s\S]*)$/.exec(text)!;
    const plain = match[2]!.replace(/"([^"]*)"|'([^']*)'/g, '$1$2');
    return match[1] === undefined ? { value: plain } : { key: match[1], value: plain };
  });
}

function declareOne(shell: Shell, operand: Operand, request: Request): void {
  const { on, scope } = request;
  const isReference = on.has('n');
  if (scope === 'local') makeLocal(shell, operand.name, on);
  const work = (): void => change(shell, operand, request, isReference);
  if (scope === 'global') withGlobal(shell, operand.name, work);
  else work();
}

/** Works on the outermost variable of that name. */
function withGlobal(shell: Shell, name: string, work: () => void): void {
  const { variables } = shell;
  const scope = variables.scopes.find(({ hidden }) => hidden.has(name));
  if (!scope) {
    work();
    return;
  }
  const inner = variables.map.get(name);
  putVariable(variables, name, scope.hidden.get(name));
  try {
    work();
  } finally {
    hide(variables, scope, name, variables.map.get(name));
    putVariable(variables, name, inner);
  }
}

/** A fresh variable of the innermost function; an exported one's local is exported. */
function makeLocal(shell: Shell, name: string, on: ReadonlySet<string>): void {
  const { variables } = shell;
  const scope = variables.scopes.at(-1);
  const old = variables.map.get(name);
  if (!scope || scope.hidden.has(name)) return;
  if (old?.readonly) throw fail(shell, `${name}: readonly variable`);
  hide(variables, scope, name, old);
  const inherited = on.has('I') || shell.bashState.shopt.has('localvar_inherit') ? old : undefined;
  if (inherited?.traits?.elements) inherited.traits.elements.shared = true;
  const fresh = { value: undefined, exported: old?.exported ?? false, readonly: false };
  putVariable(variables, name, inherited ?? fresh);
}

function change(shell: Shell, operand: Operand, { on, off }: Request, isReference: boolean): void {
  const { append, subscript, value, items } = operand;
  const name = isReference || off.has('n') ? operand.name : resolve(shell, operand.name).name;
  const variable = shell.variables.map.get(name);
  if (variable?.readonly && (value !== undefined || off.has('r') || items)) throw readonlyError(shell, name);
  const elements = variable?.traits?.elements;
  if (on.has('A') && elements && !elements.associative)
    throw fail(shell, `${name}: cannot convert indexed to associative array`);
  if (on.has('a') && elements?.associative)
    throw fail(shell, `${name}: cannot convert associative to indexed array`);
  if (isReference) checkReference(shell, name, value);
  const traits = changedTraits(variable?.traits, on, off);
  if (traits || variable === undefined || value === undefined)
    putRecord(shell, name, { ...(traits ? { traits } : {}), value: variable?.value });
  if (
    (on.has('a') || on.has('A') || subscript !== undefined) &&
    !shell.variables.map.get(name)?.traits?.elements
  )
    writableElements(shell, name, on.has('A'));
  if (items) assignList(shell, name, items, append);
  else if (value !== undefined && isReference) putRecord(shell, name, { value });
  else if (value !== undefined) assignTo(shell, name, subscript, value, append);
  const target = shell.variables.map.get(name)!;
  const exported = on.has('x') ? true : off.has('x') ? false : target.exported;
  const readonly = on.has('r') || target.readonly;
  if (exported !== target.exported || readonly !== target.readonly)
    putRecord(shell, name, { exported, readonly });
}

/** export and readonly do not name themselves. */
function readonlyError(shell: Shell, name: string): CommandFailure {
  const { commandName } = shell;
  if (commandName === 'export' || commandName === 'readonly') shell.commandName = undefined;
  const error = fail(shell, `${name}: readonly variable`);
  shell.commandName = commandName;
  return error;
}

function checkReference(shell: Shell, name: string, value: string | undefined): void {
  if (value === undefined || value === '') return;
  if (value === name) throw fail(shell, `${name}: nameref variable self references not allowed`);
  if (!parsePlace(value)) throw fail(shell, `\`${value}': invalid variable name for name reference`);
}

/** Undefined where nothing about them changes. */
function changedTraits(
  old: Traits | undefined,
  on: ReadonlySet<string>,
  off: ReadonlySet<string>,
): Traits | undefined {
  const traits: { -readonly [K in keyof Traits]: Traits[K] } = { ...old };
  if (on.has('i')) traits.integer = true;
  if (off.has('i')) delete traits.integer;
  for (const letter of ['l', 'u', 'c'] as const) {
    if (on.has(letter)) traits.casing = letter;
    if (off.has(letter) && traits.casing === letter) delete traits.casing;
  }
  if (on.has('n')) traits.nameref = true;
  if (off.has('n')) delete traits.nameref;
  const touched = ['i', 'l', 'u', 'c', 'n'].some((letter) => on.has(letter) || off.has(letter));
  return touched ? traits : undefined;
}

/** `declare -p`, and without operands `declare`. */
function* print(shell: Shell, names: readonly string[], on: ReadonlySet<string>): Step<number> {
  if (names.length === 0) {
    const filter = [...on].filter((letter) => letter !== 'p');
    const long = on.has('p') || filter.length > 0;
    let text = '';
    for (const name of [...shell.variables.map.keys()].sort()) {
      const variable = shell.variables.map.get(name)!;
      if (variable.traits?.dynamic || !filter.every((letter) => hasAttribute(variable, letter))) continue;
      if (long) text += `${declaration(name, variable, shell)}\n`;
      else text += settingText(name, variable);
    }
    if (!long) text += functionsText(shell);
    yield* wait(say(shell, text));
    return 0;
  }
  let status = 0;
  for (const name of names) {
    const variable = shell.variables.map.get(name);
    if (!variable) {
      yield* wait(complain(shell, `${name}: not found`));
      status = 1;
    } else yield* wait(say(shell, `${declaration(name, variable, shell)}\n`));
  }
  return status;
}

function hasAttribute({ exported, readonly, traits }: Variable, letter: string): boolean {
  if (letter === 'x') return exported;
  if (letter === 'r') return readonly;
  if (letter === 'a' || letter === 'A')
    return !!traits?.elements && traits.elements.associative === (letter === 'A');
  if (letter === 'i') return traits?.integer === true;
  if (letter === 'n') return traits?.nameref === true;
  return traits?.casing === letter;
}

/** A line of `set`; nothing where it has no value. */
export function settingText(name: string, { value, traits }: Variable): string {
  if (traits?.elements) return traits.elements.assigned ? `${name}=${listText(traits.elements)}\n` : '';
  return value === undefined ? '' : `${name}=${value && quoteValue(value)}\n`;
}

export function functionsText(shell: Shell): string {
  return [...shell.functions.keys()]
    .sort()
    .map((name) => functionText(name, shell.functions.get(name)!))
    .join('');
}

function* declareFunctions(
  shell: Shell,
  names: readonly string[],
  on: ReadonlySet<string>,
  command: string,
): Step<number> {
  const { bashState: state, functions } = shell;
  const flags = (name: string): string =>
    `-f${state.readonlyFunctions.has(name) ? 'r' : ''}${state.tracedFunctions.has(name) ? 't' : ''}${state.exportedFunctions.has(name) ? 'x' : ''}`;
  if (names.length === 0) {
    for (const name of [...functions.keys()].sort()) {
      if (on.has('r') && !state.readonlyFunctions.has(name)) continue;
      if (!on.has('F')) yield* wait(say(shell, functionText(name, functions.get(name)!)));
      if (on.has('F') || flags(name) !== '-f') yield* wait(say(shell, `declare ${flags(name)} ${name}\n`));
    }
    return 0;
  }
  let status = 0;
  for (const name of names) {
    const body = functions.get(name);
    if (!body) {
      if (command !== 'declare' || on.has('p')) yield* wait(complain(shell, `${name}: not found`));
      status = 1;
    } else if (on.has('r') || on.has('x') || on.has('t')) {
      if (on.has('r')) state.readonlyFunctions.add(name);
      if (on.has('x')) state.exportedFunctions.add(name);
      if (on.has('t')) state.tracedFunctions.add(name);
    } else {
      yield* wait(say(shell, on.has('F') ? `${name}\n` : functionText(name, body)));
      if (on.has('p') && flags(name) !== '-f') yield* wait(say(shell, `declare ${flags(name)} ${name}\n`));
    }
  }
  return status;
}

function* local(shell: Shell, words: readonly string[]): Step<number> {
  if (shell.functionDepth === 0) throw fail(shell, 'can only be used in a function');
  const { on, off, at } = readFlags(shell, words, LETTERS);
  if (at === words.length) {
    let text = '';
    for (const name of [...(shell.variables.scopes.at(-1)?.hidden.keys() ?? [])].sort())
      text += settingText(
        name,
        shell.variables.map.get(name) ?? { value: undefined, exported: false, readonly: false },
      );
    if (on.has('p')) text = localDeclarations(shell);
    yield* wait(say(shell, text));
    return 0;
  }
  return yield* declareAll(shell, words, at, { on, off, scope: 'local' });
}

function localDeclarations(shell: Shell): string {
  const names = [...(shell.variables.scopes.at(-1)?.hidden.keys() ?? [])].sort();
  return names.map((name) => `${declaration(name, shell.variables.map.get(name)!, shell)}\n`).join('');
}

function exporting(letter: 'x' | 'r'): Builtin['run'] {
  return function* (shell, words) {
    const { flags, operands } = parseFlags(shell, words, letter === 'x' ? 'fnp' : 'aAfp');
    const on = new Set([letter, ...[...flags].filter((flag) => flag === 'a' || flag === 'A')]);
    if (flags.has('f')) return yield* exportFunctions(shell, operands, flags, letter);
    if (operands.length === 0) return yield* print(shell, [], on);
    const off = flags.has('n') ? new Set(['x']) : new Set<string>();
    if (flags.has('n')) on.delete('x');
    return yield* declareAll(shell, words, words.length - operands.length, { on, off, scope: 'any' });
  };
}

function* exportFunctions(
  shell: Shell,
  names: readonly string[],
  flags: ReadonlySet<string>,
  letter: string,
): Step<number> {
  if (!flags.has('n')) return yield* declareFunctions(shell, names, new Set(['f', letter]), 'export');
  for (const name of names) shell.bashState.exportedFunctions.delete(name);
  shell.variables.environment = undefined;
  return 0;
}

function* unset(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'fnv');
  if (flags.has('f') && flags.has('v'))
    throw fail(shell, 'cannot simultaneously unset a function and a variable');
  let status = 0;
  for (const word of operands) {
    try {
      if (flags.has('f')) status = removeFunction(shell, word) ?? status;
      else unsetOne(shell, word, flags);
    } catch (error) {
      if (!(error instanceof CommandFailure) && !(error instanceof ShellError && error.discard)) throw error;
      yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
      status = 1;
    }
  }
  return status;
}

function removeFunction(shell: Shell, name: string): number | undefined {
  if (shell.bashState.readonlyFunctions.has(name))
    throw fail(shell, `${name}: cannot unset: readonly function`);
  shell.functions.delete(name);
  shell.bashState.exportedFunctions.delete(name);
  return undefined;
}

function unsetOne(shell: Shell, word: string, flags: ReadonlySet<string>): void {
  const place = parsePlace(word) ?? (isName(word) ? { name: word, subscript: undefined } : undefined);
  if (!place) {
    // What is no variable's name may be a function's.
    if (flags.has('v')) throw fail(shell, `\`${word}': not a valid identifier`);
    removeFunction(shell, word);
    return;
  }
  const { name } = flags.has('n') ? place : resolve(shell, place.name);
  const subscript = place.subscript ?? (flags.has('n') ? undefined : resolve(shell, place.name).subscript);
  const variable = shell.variables.map.get(name);
  if (variable?.readonly) throw fail(shell, `${name}: cannot unset: readonly variable`);
  if (subscript !== undefined) {
    if (variable?.traits?.elements || variable === undefined) unsetElement(shell, name, subscript);
    else if (subscript === '0') unsetVariable(shell.variables, name);
    else throw fail(shell, `${name}: not an array variable`);
    return;
  }
  if (!variable && !flags.has('v') && shell.functions.has(name)) {
    removeFunction(shell, name);
    return;
  }
  unsetInScope(shell, name);
}

/** What a caller made local is seen through; what this function did stays unset until it returns. */
function unsetInScope(shell: Shell, name: string): void {
  const { variables } = shell;
  const index = variables.scopes.findLastIndex(({ hidden }) => hidden.has(name));
  unsetVariable(variables, name);
  if (index < 0 || index === variables.scopes.length - 1) return;
  reveal(variables, variables.scopes[index]!, name);
}

export const declareBuiltins: BuiltinTable = {
  declare: { run: declare },
  typeset: { run: declare },
  local: { run: local },
  export: { special: true, run: exporting('x') },
  readonly: { special: true, run: exporting('r') },
  unset: { special: true, run: unset },
};
