/** What names mean at a place of a program: variables, functions, arguments, labels; innermost first. */
import type { Definition, Node } from './syntax.ts';
import type { Value } from './values.ts';

export type Env =
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly value: Value;
      readonly next: Env | undefined;
    }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly definition: Definition;
      readonly next: Env | undefined;
    }
  /** An argument that is a program: it runs where the call stands. */
  | {
      readonly kind: 'argument';
      readonly name: string;
      readonly node: Node;
      readonly env: Env | undefined;
      readonly next: Env | undefined;
    }
  | { readonly kind: 'label'; readonly name: string; readonly mark: object; readonly next: Env | undefined };

export function withVariable(next: Env | undefined, name: string, value: Value): Env {
  return { kind: 'variable', name, value, next };
}

export function findVariable(env: Env | undefined, name: string): Value | undefined {
  for (let at = env; at; at = at.next) if (at.kind === 'variable' && at.name === name) return at.value;
  return undefined;
}

/** A function or an argument by its name and its number of parameters. */
export function findFunction(
  env: Env | undefined,
  name: string,
  arity: number,
): Extract<Env, { kind: 'function' | 'argument' }> | undefined {
  for (let at = env; at; at = at.next) {
    if (at.kind === 'argument' && at.name === name && arity === 0) return at;
    if (at.kind === 'function' && at.name === name && at.definition.parameters.length === arity) return at;
  }
  return undefined;
}

export function findLabel(env: Env | undefined, name: string): object | undefined {
  for (let at = env; at; at = at.next) if (at.kind === 'label' && at.name === name) return at.mark;
  return undefined;
}
