/** Which shell this is: busybox ash for containers, or the laptop's, which knows what people paste from bash. */

export type DialectName = 'ash' | 'laptop';

/** What differs in syntax; messages differ in errors.ts. */
export interface Dialect {
  readonly name: DialectName;
  /** `[[ … ]]` and `(( … ))` as syntax. */
  readonly conditionals: boolean;
  /** `<<<`, `|&`, `;&`, `&>>`. */
  readonly operators: boolean;
  /** `{a,b}` and `{1..9}`. */
  readonly braces: boolean;
  /** `name+=value`. */
  readonly append: boolean;
  /** A leading `$ ` of a pasted line is dropped. */
  readonly pastedPrompt: boolean;
}

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  ash: {
    name: 'ash',
    conditionals: false,
    operators: false,
    braces: false,
    append: false,
    pastedPrompt: false,
  },
  laptop: {
    name: 'laptop',
    conditionals: true,
    operators: true,
    braces: true,
    append: true,
    pastedPrompt: true,
  },
};
