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

/** Whether a start-up file can run before that: no parentheses, braces or reserved words of bash in it. */
export function isPlain(text: string): boolean {
  return !/[({]|\[\[|<<<|&>|^\s*(?:time|select|coproc|\w+\[)\b/m.test(text);
}

/** Begins to load, while a person looks at the prompt. */
export function preloadBash(shell: Shell): void {
  if (!loaded && shell.dialect.name !== 'ash') void loadBash();
}
