/** jq's programs as values. */
import type { Value } from './values.ts';

export type Pattern =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'array'; readonly items: readonly Pattern[] }
  | {
      readonly kind: 'object';
      readonly entries: readonly {
        readonly key: Node;
        readonly variable?: string;
        readonly pattern?: Pattern;
      }[];
    };

export interface Definition {
  readonly name: string;
  /** Parameters; with `$` where it is a value. */
  readonly parameters: readonly string[];
  readonly body: Node;
}

export type Node =
  | { readonly kind: 'identity' | 'recurse' | 'empty' }
  | { readonly kind: 'literal'; readonly value: Value }
  | {
      readonly kind: 'string';
      readonly format: string | undefined;
      readonly parts: readonly (string | Node)[];
    }
  | { readonly kind: 'format'; readonly name: string }
  | { readonly kind: 'index'; readonly target: Node; readonly index: Node }
  | { readonly kind: 'slice'; readonly target: Node; readonly from?: Node; readonly to?: Node }
  | { readonly kind: 'iterate'; readonly target: Node }
  | { readonly kind: 'try'; readonly body: Node; readonly handler?: Node }
  | { readonly kind: 'array'; readonly body?: Node }
  | { readonly kind: 'object'; readonly entries: readonly { readonly key: Node; readonly value: Node }[] }
  | { readonly kind: 'negate'; readonly operand: Node }
  | { readonly kind: 'pipe' | 'comma'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'update'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'if'; readonly condition: Node; readonly then: Node; readonly otherwise?: Node }
  | {
      readonly kind: 'reduce' | 'foreach';
      readonly source: Node;
      readonly patterns: readonly Pattern[];
      readonly start: Node;
      readonly update: Node;
      /** Only of `foreach`. */
      readonly extract?: Node;
    }
  | { readonly kind: 'as'; readonly source: Node; readonly patterns: readonly Pattern[]; readonly body: Node }
  | { readonly kind: 'variable'; readonly name: string; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[]; readonly at: number }
  | { readonly kind: 'define'; readonly definition: Definition; readonly body: Node }
  | { readonly kind: 'label'; readonly name: string; readonly body: Node }
  | { readonly kind: 'break'; readonly name: string; readonly at: number };

/** Variables that a pattern sets. */
export function* variablesOf(pattern: Pattern): Generator<string> {
  if (pattern.kind === 'variable') yield pattern.name;
  else if (pattern.kind === 'array') for (const item of pattern.items) yield* variablesOf(item);
  else
    for (const { variable, pattern: inner } of pattern.entries) {
      if (variable !== undefined) yield variable;
      if (inner) yield* variablesOf(inner);
    }
}
