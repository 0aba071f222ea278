/** The syntax tree of awk programs. Strings are byte strings (posix/text.ts). */

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  /** As a value: whether $0 matches. */
  | { readonly kind: 'regex'; readonly source: string }
  | Lvalue
  | { readonly kind: 'group'; readonly items: readonly Expression[] }
  | { readonly kind: 'in'; readonly subscripts: readonly Expression[]; readonly array: Variable }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '!'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly line: number;
    }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | {
      readonly kind: 'match';
      readonly text: Expression;
      readonly regex: Expression;
      readonly negated: boolean;
    }
  | {
      readonly kind: 'assign';
      /** `+` of `+=`; empty for `=`. */
      readonly operator: string;
      readonly target: Lvalue;
      readonly value: Expression;
      readonly line: number;
    }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly before: boolean; readonly target: Lvalue }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly line: number;
    }
  | {
      readonly kind: 'builtin';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly line: number;
    }
  | {
      readonly kind: 'getline';
      /** Where from: the operands, a file, a command. */
      readonly from: 'main' | 'file' | 'command';
      readonly source: Expression | undefined;
      readonly target: Lvalue | undefined;
    };

/** A variable by name; `local` is its place among a function's parameters. */
export interface Variable {
  readonly kind: 'variable';
  readonly name: string;
  readonly local: number | undefined;
}

export type Lvalue =
  | Variable
  | { readonly kind: 'field'; readonly index: Expression }
  | { readonly kind: 'element'; readonly array: Variable; readonly subscripts: readonly Expression[] };

export interface Redirection {
  readonly kind: '>' | '>>' | '|';
  readonly target: Expression;
}

export type Statement =
  | { readonly kind: 'expression'; readonly value: Expression }
  | {
      readonly kind: 'print' | 'printf';
      readonly args: readonly Expression[];
      readonly to: Redirection | undefined;
    }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly then: Statement;
      readonly otherwise: Statement | undefined;
    }
  | { readonly kind: 'while' | 'do'; readonly test: Expression; readonly body: Statement }
  | {
      readonly kind: 'for';
      readonly start: Statement | undefined;
      readonly test: Expression | undefined;
      readonly step: Statement | undefined;
      readonly body: Statement;
    }
  | { readonly kind: 'each'; readonly variable: Lvalue; readonly array: Variable; readonly body: Statement }
  | {
      readonly kind: 'delete';
      readonly array: Variable;
      readonly subscripts: readonly Expression[] | undefined;
    }
  | { readonly kind: 'return' | 'exit'; readonly value: Expression | undefined }
  | { readonly kind: 'break' | 'continue' | 'next' | 'nextfile' };

export interface Rule {
  readonly kind: 'begin' | 'end' | 'always' | 'pattern' | 'range';
  readonly first: Expression | undefined;
  readonly last: Expression | undefined;
  /** Undefined prints the record. */
  readonly body: Statement | undefined;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Statement;
}

export interface Program {
  readonly rules: readonly Rule[];
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
}

/** A program that is none, or that fails as it runs; `line` is in its text. */
export class AwkError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}
