/**
 * Which shell this is: busybox ash, which is dash as well; bash; or the laptop's, which is bash for
 * learners.
 */

export type DialectName = 'ash' | 'bash' | 'laptop';

/** What differs beyond the name, which alone tells the syntax. */
export interface Dialect {
  /** Whose words and habits: ash's, or bash's, which the laptop has. */
  readonly name: 'ash' | 'bash';
  /** What an interactive shell reads that is no login shell; below the home folder where it begins with `~`. */
  readonly startUp: readonly string[];
  /** What a login shell reads from the home folder: the first that is there. */
  readonly loginUp: readonly string[];
  /** PS1 where nobody sets it. */
  readonly prompt: string;
  /** A leading `$ ` of a pasted line is dropped. */
  readonly pastedPrompt: boolean;
}

const bash: Dialect = {
  name: 'bash',
  startUp: ['/etc/bash.bashrc', '~/.bashrc'],
  loginUp: ['.bash_profile', '.bash_login', '.profile'],
  prompt: '\\s-\\v\\$ ',
  pastedPrompt: false,
};

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  ash: {
    name: 'ash',
    startUp: [],
    loginUp: ['.profile'],
    prompt: '\\w \\$ ',
    pastedPrompt: false,
  },
  bash,
  // Its bash.bashrc comes by ENV, as its terminals are no login shells of anybody.
  laptop: { ...bash, startUp: [], loginUp: ['.profile'], pastedPrompt: true },
};
