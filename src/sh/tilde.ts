/** `~` and `~user`. */
import type { Maybe } from '../base/index.ts';
import { chain, recover } from '../base/index.ts';
import { readFile } from './read-file.ts';
import type { Shell } from './shell.ts';
import { getVariable } from './variables.ts';

/** The home directory, or undefined where the tilde stays as it is. */
export function tildeDirectory(shell: Shell, user: string): Maybe<string | undefined> {
  if (user === '') return getVariable(shell.variables, 'HOME');
  return recover(
    () =>
      chain(readFile(shell.sys, '/etc/passwd'), (text) => {
        const entry = text.split('\n').find((line) => line.startsWith(`${user}:`));
        return entry?.split(':')[5] || undefined;
      }),
    () => undefined,
  );
}
