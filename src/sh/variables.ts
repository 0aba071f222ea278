/**
 * Variables, their attributes and function-local scopes.
 *
 * Values are immutable records, so that a subshell's copy is a copy of the map alone.
 */
import type { Env } from '../kernel/index.ts';
import type { Traits } from './bash/traits.ts';

export interface Variable {
  /** Undefined: declared (exported, readonly, local) without a value. */
  readonly value: string | undefined;
  readonly exported: boolean;
  readonly readonly: boolean;
  /** In bash: what makes it more than a text. An array's value is its element 0. */
  readonly traits?: Traits;
}

export interface Variables {
  map: Map<string, Variable>;
  /** What locals hid, innermost last; an entry of undefined was not there. */
  scopes: Scope[];
  /** The exported ones, made when asked for. */
  environment: Env | undefined;
  /** Of all values, hidden ones too; about as many bytes. */
  size: number;
  /** Called after a change by name: PATH empties the hash, OPTIND restarts getopts, the kernel hears of sizes. */
  onChange: ((name: string) => void) | undefined;
}

export interface Scope {
  /** Changed by `hide` and `reveal` only. */
  readonly hidden: Map<string, Variable | undefined>;
  /** Puts back what else was made local. */
  restore: (() => void) | undefined;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function createVariables(env: Env): Variables {
  const variables: Variables = {
    map: new Map(),
    scopes: [],
    environment: undefined,
    size: 0,
    onChange: undefined,
  };
  for (const [name, value] of Object.entries(env)) {
    if (NAME.test(name)) putVariable(variables, name, { value, exported: true, readonly: false });
  }
  return variables;
}

export function forkVariables(variables: Variables): Variables {
  return {
    map: new Map(variables.map),
    scopes: variables.scopes.map(({ hidden }) => ({ hidden: new Map(hidden), restore: undefined })),
    environment: variables.environment,
    size: variables.size,
    onChange: undefined,
  };
}

const sizeOf = (variable: Variable | undefined): number =>
  variable?.traits?.elements?.size ?? variable?.value?.length ?? 0;

/** Puts a record in the place of what there was; undefined takes it away. */
export function putVariable(variables: Variables, name: string, next: Variable | undefined): void {
  const { map } = variables;
  const old = map.get(name);
  if (next) map.set(name, next);
  else map.delete(name);
  if (old?.exported || next?.exported) variables.environment = undefined;
  variables.size += sizeOf(next) - sizeOf(old);
  variables.onChange?.(name);
}

/** Keeps the record of a name until its scope ends. */
export function hide(variables: Variables, { hidden }: Scope, name: string, old: Variable | undefined): void {
  variables.size += sizeOf(old) - sizeOf(hidden.get(name));
  hidden.set(name, old);
}

/** Puts back what a scope hid. */
export function reveal(variables: Variables, { hidden }: Scope, name: string): void {
  const old = hidden.get(name);
  hidden.delete(name);
  variables.size -= sizeOf(old);
  putVariable(variables, name, old);
}

export function getVariable(variables: Variables, name: string): string | undefined {
  return variables.map.get(name)?.value;
}

/** Assigns; false where the variable is readonly. */
export function setVariable(
  variables: Variables,
  name: string,
  value: string | undefined,
  attributes: { exported?: boolean; readonly?: boolean } = {},
): boolean {
  const old = variables.map.get(name);
  if (old?.readonly) return false;
  const exported = attributes.exported ?? old?.exported ?? false;
  putVariable(variables, name, { value, exported, readonly: attributes.readonly ?? false });
  return true;
}

/** Changes attributes and keeps the value. */
export function markVariable(
  variables: Variables,
  name: string,
  attributes: { exported?: boolean; readonly?: boolean },
): void {
  const old = variables.map.get(name) ?? { value: undefined, exported: false, readonly: false };
  variables.map.set(name, { ...old, ...attributes });
  variables.environment = undefined;
}

/** Removes; false where the variable is readonly. */
export function unsetVariable(variables: Variables, name: string): boolean {
  const old = variables.map.get(name);
  if (!old) return true;
  if (old.readonly) return false;
  putVariable(variables, name, undefined);
  return true;
}

/** The environment of children. */
export function environmentOf(variables: Variables): Env {
  if (variables.environment) return variables.environment;
  const environment: Env = Object.create(null);
  for (const [name, variable] of variables.map) {
    if (variable.exported && variable.value !== undefined && !variable.traits?.elements)
      environment[name] = variable.value;
  }
  variables.environment = environment;
  return environment;
}

export function pushScope(variables: Variables): void {
  variables.scopes.push({ hidden: new Map(), restore: undefined });
}

/** Makes a name local to the innermost scope; its value stays until it is assigned. Answers whether it was not. */
export function makeLocal(variables: Variables, name: string): boolean {
  const scope = variables.scopes.at(-1);
  if (!scope || scope.hidden.has(name)) return false;
  hide(variables, scope, name, variables.map.get(name));
  return true;
}

/** Takes the value away, not the attributes: what `local x` begins with. */
export function declareVariable(variables: Variables, name: string): void {
  const old = variables.map.get(name);
  if (!old || old.readonly) return;
  putVariable(variables, name, { ...old, value: undefined });
}

export function popScope(variables: Variables): void {
  const scope = variables.scopes.pop();
  scope?.restore?.();
  if (scope?.hidden.size) for (const name of scope.hidden.keys()) reveal(variables, scope, name);
}
