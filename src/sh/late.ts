/**
 * What a bash shell has beyond ash is a chunk of its own: containers with busybox never load it, and
 * the laptop's prompt does not wait for it.
 */
import type * as Bash from './bash/index.ts';
import { loadArithmetic } from './expand.ts';
import type { Shell } from './shell.ts';
import { type Step, wait } from './step.ts';

let loaded: typeof Bash | undefined;

const loadBash = async (): Promise<typeof Bash> => (loaded ??= await import('./bash/index.ts'));

/** Makes a bash of a bash shell; an ash stays what it is. */
export function* becomeBash(shell: Shell): Step<void> {
  if (shell.bash || shell.dialect.name === 'ash') return;
  const bash = loaded ?? (yield* wait(loadBash()));
  yield* loadArithmetic();
  shell.bash = bash;
  bash.attach(shell);
}

/** A word that is the same to both: a few characters that mean nothing, and quotes without expansions. */
const WORD = /(?:[\w./:=,+@%~-]|'[^'\n]*'|"[^"$`\\\n]*")*/.source;

/**
 * A line that ash and bash run alike: comments, prompts, aliases, and what the laptop's own files have.
 * Names of other variables wait for bash, as it may compute them.
 */
const PLAIN = new RegExp(
  String.raw`^\s*(?:#.*|:|(?:(?:export )?(?:PATH|PS[0-4]|[a-z_]\w*)=|umask )${WORD}|alias(?: \w[\w.-]*=${WORD})+|\[ -[efr] ${WORD} \] && \. ${WORD}|case \$- in \*i\*\) cat ${WORD} ;; esac)?\s*$`,
);

/** Whether a start-up file can run before that. */
export function isPlain(text: string): boolean {
  return text.split('\n').every((line) => PLAIN.test(line));
}

/** Begins to load, while a person looks at the prompt. */
export function preloadBash(shell: Shell): void {
  if (!loaded && shell.dialect.name !== 'ash') void loadBash();
}
