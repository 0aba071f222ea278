/** Regular expressions as trees, and what is asked of their parser. */

/** A set of bytes: 1 at each member's index. */
export type ByteSet = Uint8Array;

export type AssertKind =
  | 'bol'
  | 'eol'
  | 'word'
  | 'notWord'
  | 'wordStart'
  | 'wordEnd'
  | 'textStart'
  | 'textEnd';

export type RegexNode =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'set'; readonly set: ByteSet }
  | { readonly kind: 'seq'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'alt'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'repeat'; readonly item: RegexNode; readonly min: number; readonly max: number }
  | { readonly kind: 'group'; readonly index: number; readonly item: RegexNode }
  | { readonly kind: 'assert'; readonly what: AssertKind }
  | { readonly kind: 'back'; readonly index: number };

export interface RegexOptions {
  /** ERE; BRE where absent. */
  readonly extended?: boolean;
  /** Ignores the case of letters. */
  readonly ignoreCase?: boolean;
  /** `^` and `$` also match at line breaks within the text. */
  readonly multiline?: boolean;
  /** Backslash escapes count inside brackets too, as awk has it. */
  readonly bracketEscapes?: boolean;
  /** The C locale: each byte is a character. */
  readonly bytes?: boolean;
}

/** A pattern that is none; `message` is in musl's words. */
export class RegexError extends Error {}

/** Letters, digits, underscore; beyond ASCII nearly everything is a letter. */
export const isWordByte = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  code === 95 ||
  (code >= 97 && code <= 122) ||
  code >= 128;

/** Where the parser is. */
export interface RegexParser {
  readonly text: string;
  at: number;
  groups: number;
  depth: number;
  readonly closed: Set<number>;
  readonly options: RegexOptions;
}
