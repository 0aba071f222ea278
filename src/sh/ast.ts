/**
 * The shell's syntax tree, as the parser makes it and the interpreter walks it.
 *
 * @see POSIX.1-2024, XCU 2.10 "Shell Grammar"
 */
import type { Arithmetic } from './arithmetic.ts';

/** A word before expansion. */
export interface Word {
  readonly parts: readonly Part[];
  /** The one field that the word expands to, where no expansion can change it. */
  readonly plain: string | undefined;
  /** An operand of export, readonly or local that is an assignment: not split, no pattern. */
  readonly assignment?: boolean;
  /** In bash: an assignment with a subscript or a list, which no string stands for. */
  readonly assigns?: Assignment;
  /** In bash: the words that its braces make of it. */
  readonly braces?: readonly Word[];
  /** In bash: as it was written, for `declare -f`. */
  readonly raw?: string;
}

export type Part = TextPart | ParameterPart | CommandPart | ProcessPart | ArithmeticPart | TildePart;

export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  /** Quoted text is neither a pattern nor, where empty, nothing. */
  readonly quoted: boolean;
}

/** What `${name…}` does with the value. */
export type ParameterOperator =
  | ''
  | '-'
  | '='
  | '?'
  | '+'
  | '#'
  | '##'
  | '%'
  | '%%'
  | '/'
  | '//'
  | ':'
  | 'length'
  | 'bad'
  | BashOperator;

/** `value`: the element or what an indirect name means, as it is; `keys` and `names` list. */
export type BashOperator = '^' | '^^' | ',' | ',,' | '~' | '~~' | '@' | 'value' | 'keys' | 'names';

export interface ParameterPart {
  readonly kind: 'parameter';
  /** A variable's name, digits, or one of `@*#?-$!`. */
  readonly name: string;
  readonly operator: ParameterOperator;
  /** Of - = ? +: whether an empty value counts as unset. */
  readonly colon: boolean;
  /** The word behind the operator; of `/` the pattern, of `:` the offset. */
  readonly word: Word | undefined;
  /** Of `/` the replacement, of `:` the length. */
  readonly second: Word | undefined;
  readonly quoted: boolean;
  /** In bash: what stands between brackets behind the name. */
  readonly subscript?: Word;
  /** In bash: `${!name…}`. */
  readonly indirect?: boolean;
}

/** `<(…)` and `>(…)`: the name of a file whose other end is the commands. */
export interface ProcessPart {
  readonly kind: 'process';
  readonly direction: '<' | '>';
  readonly body: readonly ListItem[];
}

export interface CommandPart {
  readonly kind: 'command';
  readonly body: readonly ListItem[];
  readonly quoted: boolean;
  /** In bash: `$(…)` as it was written. */
  readonly source?: string;
}

export interface ArithmeticPart {
  readonly kind: 'arithmetic';
  readonly expression: Word;
  /** Filled on first use where the expression has no expansions. */
  compiled: Arithmetic | undefined;
  readonly quoted: boolean;
}

export interface TildePart {
  readonly kind: 'tilde';
  readonly user: string;
}

/** Commands up to a newline, `;` or `&`. */
export interface ListItem {
  readonly command: Command;
  readonly background: boolean;
}

export type Command =
  | SimpleCommand
  | Pipeline
  | AndOr
  | Subshell
  | Group
  | If
  | While
  | For
  | Case
  | FunctionDefinition
  | ArithmeticCommand
  | ConditionalCommand
  | ArithmeticFor
  | Select
  | Timed;

interface Common {
  /** Line of its first word, counted from 1. */
  readonly line: number;
  /** As it was written, for `jobs`. */
  readonly text: string;
}

export interface Assignment {
  readonly name: string;
  readonly value: Word;
  /** `+=`, in bash only. */
  readonly append: boolean;
  readonly subscript?: Word;
  /** `name=(…)`; elements with a subscript are assignments to it. */
  readonly elements?: readonly Word[];
  readonly raw?: string;
}

export interface SimpleCommand extends Common {
  readonly kind: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
}

export interface Pipeline extends Common {
  readonly kind: 'pipeline';
  readonly commands: readonly Command[];
  readonly negated: boolean;
}

export interface AndOr extends Common {
  readonly kind: 'and-or';
  readonly left: Command;
  readonly operator: '&&' | '||';
  readonly right: Command;
}

interface Compound extends Common {
  readonly redirects: readonly Redirect[];
}

export interface Subshell extends Compound {
  readonly kind: 'subshell';
  readonly body: readonly ListItem[];
}

export interface Group extends Compound {
  readonly kind: 'group';
  readonly body: readonly ListItem[];
}

export interface If extends Compound {
  readonly kind: 'if';
  readonly clauses: readonly {
    readonly condition: readonly ListItem[];
    readonly body: readonly ListItem[];
  }[];
  readonly otherwise: readonly ListItem[] | undefined;
}

export interface While extends Compound {
  readonly kind: 'while';
  readonly until: boolean;
  readonly condition: readonly ListItem[];
  readonly body: readonly ListItem[];
}

export interface For extends Compound {
  readonly kind: 'for';
  readonly variable: string;
  /** Absent: the positional parameters. */
  readonly words: readonly Word[] | undefined;
  readonly body: readonly ListItem[];
}

export interface Case extends Compound {
  readonly kind: 'case';
  readonly subject: Word;
  readonly clauses: readonly {
    readonly patterns: readonly Word[];
    readonly body: readonly ListItem[];
    readonly end: ';;' | ';&' | ';;&';
  }[];
}

export interface FunctionDefinition extends Common {
  readonly kind: 'function';
  readonly name: string;
  readonly body: Command;
}

/** `for ((…; …; …))`, in bash only. */
export interface ArithmeticFor extends Compound {
  readonly kind: 'arithmetic-for';
  readonly start: Word;
  readonly condition: Word;
  readonly step: Word;
  readonly body: readonly ListItem[];
}

/** `select name in words`, in bash only. */
export interface Select extends Compound {
  readonly kind: 'select';
  readonly variable: string;
  readonly words: readonly Word[] | undefined;
  readonly body: readonly ListItem[];
}

/** `time pipeline`, in bash only. */
export interface Timed extends Compound {
  readonly kind: 'time';
  readonly posix: boolean;
  readonly command: Command | undefined;
}

/** `(( … ))`, in bash only. */
export interface ArithmeticCommand extends Compound {
  readonly kind: 'arithmetic';
  readonly expression: Word;
}

/** `[[ … ]]` of bash; in ash that is a command like `[`. */
export interface ConditionalCommand extends Compound {
  readonly kind: 'conditional';
  readonly expression: Conditional;
}

export type Conditional =
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'unary'; readonly operator: string; readonly word: Word }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Word; readonly right: Word }
  | { readonly kind: 'not' | 'group'; readonly operand: Conditional }
  | { readonly kind: 'and' | 'or'; readonly left: Conditional; readonly right: Conditional };

export type RedirectOperator = '<' | '>' | '>>' | '<>' | '>|' | '<&' | '>&' | '&>' | '&>>' | '<<' | '<<<';

export interface Redirect {
  readonly fd: number;
  /** `{name}>`, in bash only: the variable that gets a new descriptor's number, or holds the one to close. */
  readonly variable?: string;
  readonly operator: RedirectOperator;
  /** Of `<<`, in bash: what ends it, for `declare -f`. */
  delimiter?: string;
  /** The file, descriptor, or text (of `<<`, whose body is filled in once it was read). */
  word: Word;
}
