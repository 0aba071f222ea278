/** bc's statements and expressions as values. */

export type Place =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'element'; readonly name: string; readonly index: Expression }
  | { readonly kind: 'special'; readonly name: 'scale' | 'ibase' | 'obase' | 'last' };

export type Expression =
  | Place
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Argument[] }
  | { readonly kind: 'builtin'; readonly name: Builtin; readonly arg: Expression }
  | { readonly kind: 'read' }
  | { readonly kind: 'negate' | 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'assign'; readonly operator: string; readonly place: Place; readonly value: Expression }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly place: Place; readonly before: boolean };

export type Builtin = 'length' | 'scale' | 'sqrt';

/** A value, or a whole array by name. */
export type Argument = Expression | { readonly kind: 'array'; readonly name: string };

export type Statement =
  | { readonly kind: 'expression'; readonly expression: Expression; readonly quiet: boolean }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'print'; readonly parts: readonly (Expression | string)[] }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: Statement;
      readonly otherwise?: Statement;
    }
  | {
      readonly kind: 'loop';
      readonly first?: Expression;
      readonly condition?: Expression;
      readonly next?: Expression;
      readonly body: Statement;
    }
  | { readonly kind: 'break' | 'continue' | 'halt' | 'limits' | 'nothing' }
  | { readonly kind: 'return'; readonly value?: Expression };

export interface Parameter {
  readonly name: string;
  readonly array: boolean;
}

export interface Definition {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly locals: readonly Parameter[];
  readonly body: readonly Statement[];
  /** A function that answers nothing. */
  readonly isVoid: boolean;
}
