/** What a built-in is. */
import type { Maybe } from '../../base/index.ts';
import type { Shell } from '../shell.ts';
import type { Step } from '../step.ts';

export interface Builtin {
  /** POSIX's special built-ins: their errors end a script, assignments before them last. */
  readonly special?: true;
  /** `words[0]` is the name. Answers the status; throws CommandFailure to complain and fail. */
  readonly run: (shell: Shell, words: readonly string[]) => Maybe<number> | Step<number>;
}

export type BuiltinTable = Readonly<Record<string, Builtin>>;
