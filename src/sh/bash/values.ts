/**
 * Values of bash's variables: elements, attributes, names for other names.
 * @see bash manual, 6.7 "Arrays", 4.2 "declare"
 */
import { readOnly } from '../assign.ts';
import { evaluate } from '../expand.ts';
import { getParameter } from '../parameter.ts';
import { describe, type Shell, ShellError } from '../shell.ts';
import { markVariable, putVariable, setVariable, type Variable } from '../variables.ts';
import { createElements, type Elements, keysOf, removeFrom, setIn, type Traits } from './traits.ts';

/** An element of a list that is assigned: `[key]=value`, or a value for the next place. */
export interface Item {
  readonly key?: string;
  readonly value: string;
  readonly append?: boolean;
}

export interface Place {
  readonly name: string;
  readonly subscript: string | undefined;
}

/** An error that ends the line that runs. */
export function discard(shell: Shell, message: string): ShellError {
  return new ShellError(describe(shell, message), 1, true);
}

/** `name` or `name[subscript]`; undefined where it is neither. */
export function parsePlace(text: string): Place | undefined {
  const match = /^([A-Za-z_]\w*)(?:\[([\s\S]+)\])?$/.exec(text);
  return match ? { name: match[1]!, subscript: match[2] } : undefined;
}

/** What a name stands for once references are followed. */
export function resolve(shell: Shell, name: string): Place {
  let place: Place = { name, subscript: undefined };
  for (let i = 0; i < 8; i++) {
    const variable = shell.variables.map.get(place.name);
    if (!variable?.traits?.nameref || !variable.value) return place;
    place = parsePlace(variable.value) ?? place;
  }
  return place;
}

export function readVariable(shell: Shell, name: string, { value, traits }: Variable): string | undefined {
  if (traits!.dynamic)
    return traits!.dynamic.get ? traits!.dynamic.get(shell) : traits!.dynamic.list!(shell)[0];
  if (!traits!.nameref) return value;
  const { name: target, subscript } = resolve(shell, name);
  if (target === name) return undefined;
  return subscript === undefined ? getParameter(shell, target) : readElement(shell, target, subscript);
}

/** The list that a name stands for; a plain variable is one of one element. */
export function listOf(shell: Shell, given: string): { keys: string[]; values: string[] } {
  const { name, subscript } = resolve(shell, given);
  const traits = shell.variables.map.get(name)?.traits;
  if (traits?.dynamic?.list) {
    const values = [...traits.dynamic.list(shell)];
    return { keys: values.map((_, index) => String(index)), values };
  }
  if (subscript === undefined && traits?.elements) {
    const keys = keysOf(traits.elements);
    return { keys: keys.map(String), values: keys.map((key) => traits.elements!.map.get(key)!) };
  }
  const value = subscript === undefined ? getParameter(shell, name) : readElement(shell, name, subscript);
  return value === undefined ? { keys: [], values: [] } : { keys: ['0'], values: [value] };
}

export function readElement(shell: Shell, given: string, subscript: string): string | undefined {
  const { name } = resolve(shell, given);
  const traits = shell.variables.map.get(name)?.traits;
  if (traits?.elements?.associative) return traits.elements.map.get(subscript);
  if (traits?.elements)
    return traits.elements.map.get(indexOf(shell, name, subscript, traits.elements, true));
  const values = traits?.dynamic?.list ? traits.dynamic.list(shell) : undefined;
  const index = Number(evaluate(shell, subscript));
  if (values) return values[index < 0 ? values.length + index : index];
  return index === 0 || index === -1 ? getParameter(shell, name) : undefined;
}

/** A subscript as a number, from the end where it is negative. */
function indexOf(shell: Shell, name: string, subscript: string, elements: Elements, reading = false): number {
  const index = Number(evaluate(shell, subscript));
  if (index >= 0) return index;
  const fromEnd = elements.next + index;
  if (fromEnd >= 0) return fromEnd;
  throw discardSubscript(shell, reading ? name : `${name}[${subscript}]`, reading);
}

class BadSubscript {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** Reading complains and goes on with nothing; writing ends the line. */
function discardSubscript(shell: Shell, what: string, reading: boolean): BadSubscript | ShellError {
  const message = `${what}: bad array subscript`;
  return reading ? new BadSubscript(describe(shell, message)) : discard(shell, message);
}

export function isBadSubscript(error: unknown): error is { readonly message: string } {
  return error instanceof BadSubscript;
}

/** Replaces a variable's record. */
export function putRecord(shell: Shell, name: string, change: Partial<Variable>): void {
  const { variables } = shell;
  const old = variables.map.get(name) ?? { value: undefined, exported: false, readonly: false };
  putVariable(variables, name, { ...old, ...change });
}

function transform(shell: Shell, traits: Traits | undefined, value: string): string {
  if (!traits) return value;
  if (traits.integer) return evaluate(shell, value).toString();
  if (traits.casing === 'l') return value.toLowerCase();
  if (traits.casing === 'u') return value.toUpperCase();
  if (traits.casing === 'c') return value.slice(0, 1).toUpperCase() + value.slice(1).toLowerCase();
  return value;
}

/** What `+=` makes of an old value: a longer text, or for integers a sum. */
function joined(traits: Traits | undefined, old: string | undefined, value: string): string {
  if (traits?.integer) return `(${old || 0})+(${value || 0})`;
  return (old ?? '') + value;
}

/** Assigns to a variable that is more than a text; for assign.ts. */
export function assignVariable(
  shell: Shell,
  given: string,
  value: string,
  attributes?: { exported?: boolean; readonly?: boolean },
): void {
  assignTo(shell, given, undefined, value, false);
  if (attributes) markVariable(shell.variables, resolve(shell, given).name, attributes);
}

/** `name=value`, `name[subscript]=value`, with `+=` where it appends. */
export function assignTo(
  shell: Shell,
  given: string,
  givenSubscript: string | undefined,
  value: string,
  append: boolean,
): void {
  const { name, subscript = givenSubscript } = namerefTarget(shell, given, value) ?? resolve(shell, given);
  const variable = shell.variables.map.get(name);
  if (variable?.traits?.nameref && !variable.value) {
    putRecord(shell, name, { value });
    return;
  }
  if (variable?.readonly) throw readOnly(shell, name);
  const traits = variable?.traits;
  if (traits?.dynamic) {
    const { dynamic } = traits;
    const index = subscript === undefined ? 0 : Number(evaluate(shell, subscript));
    const old = append ? (dynamic.list ? dynamic.list(shell)[index] : dynamic.get!(shell)) : undefined;
    dynamic.set?.(shell, transform(shell, traits, append ? joined(traits, old, value) : value), index);
    return;
  }
  if (subscript === undefined && !traits?.elements) {
    const whole = transform(shell, traits, append ? joined(traits, variable?.value, value) : value);
    if (traits)
      putRecord(shell, name, { value: whole, ...(shell.options.allexport ? { exported: true } : {}) });
    else setVariable(shell.variables, name, whole, shell.options.allexport ? { exported: true } : {});
    return;
  }
  assignElement(shell, name, subscript ?? '0', value, append);
}

function namerefTarget(shell: Shell, given: string, value: string): Place | undefined {
  const variable = shell.variables.map.get(given);
  if (!variable?.traits?.nameref || variable.value) return undefined;
  if (!parsePlace(value)) throw discard(shell, `\`${value}': not a valid identifier`);
  return { name: given, subscript: undefined };
}

function assignElement(shell: Shell, name: string, subscript: string, value: string, append: boolean): void {
  const elements = writableElements(shell, name);
  const { traits } = shell.variables.map.get(name)!;
  if (subscript === '' || (!elements.associative && /^[@*]$/.test(subscript)))
    throw discard(shell, `${name}[${subscript}]: bad array subscript`);
  const key = elements.associative ? subscript : indexOf(shell, name, subscript, elements);
  const whole = transform(shell, traits, append ? joined(traits, elements.map.get(key), value) : value);
  changeElements(shell, name, elements, () => setIn(elements, key, whole));
  if (key === 0 || key === '0') putRecord(shell, name, { value: whole });
}

/** Changes a variable's list in place. */
function changeElements({ variables }: Shell, name: string, elements: Elements, change: () => void): void {
  const before = elements.size;
  change();
  variables.size += elements.size - before;
  variables.onChange?.(name);
}

/** The list of a variable, which becomes one where it is none, for this shell alone to change. */
export function writableElements(shell: Shell, name: string, associative = false): Elements {
  const variable = shell.variables.map.get(name);
  const old = variable?.traits?.elements;
  if (old && !old.shared) return old;
  const elements = old
    ? { ...old, map: new Map(old.map), shared: false }
    : { ...createElements(associative), map: new Map() };
  if (!old && variable?.value !== undefined) setIn(elements, associative ? '0' : 0, variable.value);
  putRecord(shell, name, {
    traits: { ...variable?.traits, elements },
    ...(shell.options.allexport ? { exported: true } : {}),
  });
  return elements;
}

/** `name=(…)`, `name+=(…)`. */
export function assignList(shell: Shell, given: string, items: readonly Item[], append: boolean): void {
  const { name } = resolve(shell, given);
  const variable = shell.variables.map.get(name);
  if (variable?.readonly) throw readOnly(shell, name);
  if (variable?.traits?.dynamic) {
    const { dynamic } = variable.traits;
    if (dynamic.list || !dynamic.set) {
      for (const [index, { value }] of items.entries()) dynamic.set?.(shell, value, index);
      return;
    }
    putRecord(shell, name, { traits: {}, value: undefined });
  }
  const associative = variable?.traits?.elements?.associative ?? false;
  if (!append) {
    const traits = { ...shell.variables.map.get(name)?.traits, elements: createElements(associative) };
    putRecord(shell, name, { traits, value: undefined });
  }
  const elements = writableElements(shell, name);
  elements.assigned = true;
  if (associative) assignPairs(shell, name, items);
  else {
    let next = elements.next;
    for (const item of items) {
      if (item.key !== undefined) {
        if (item.key === '') throw discard(shell, `[]=${item.value}: bad array subscript`);
        next = indexOf(shell, name, item.key, elements);
      }
      assignElement(shell, name, String(next), item.value, item.append ?? false);
      next++;
    }
  }
}

function assignPairs(shell: Shell, name: string, items: readonly Item[]): void {
  const paired = items.length > 0 && items[0]!.key === undefined;
  if (paired) {
    for (let i = 0; i < items.length; i += 2)
      assignElement(shell, name, items[i]!.value, items[i + 1]?.value ?? '', false);
    return;
  }
  for (const { key, value, append } of items) {
    if (key === undefined)
      throw discard(shell, `${name}: ${value}: must use subscript when assigning associative array`);
    assignElement(shell, name, key, value, append ?? false);
  }
}

/** Removes an element. */
export function unsetElement(shell: Shell, given: string, subscript: string): void {
  const { name } = resolve(shell, given);
  const variable = shell.variables.map.get(name);
  if (variable?.readonly) throw readOnly(shell, name);
  if (!variable?.traits?.elements) return;
  const elements = writableElements(shell, name);
  const key = elements.associative ? subscript : indexOf(shell, name, subscript, elements);
  changeElements(shell, name, elements, () => removeFrom(elements, key));
  if (key === 0 || key === '0') putRecord(shell, name, { value: undefined });
}
