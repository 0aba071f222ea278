/** `~` and `~user`. */
import type { Maybe } from '../base/index.ts';
import { chain, recover } from '../base/index.ts';
import { readFile } from './read-file.ts';
import type { Shell } from './shell.ts';
import { getVariable } from './variables.ts';

/** The home directory, or undefined where the tilde stays as it is. */
export function tildeDirectory(shell: Shell, user: string): Maybe<string | undefined> {
  const home = user === '' ? getVariable(shell.variables, 'HOME') : undefined;
  // Without HOME bash looks up who it is.
  if (user === '' && (home !== undefined || !shell.bash)) return home;
  const directory = shell.bash?.tilde(shell, user);
  if (directory !== undefined) return directory;
  return recover(
    () =>
      chain(readFile(shell.sys, '/etc/passwd'), (text) => {
        const { uid } = shell.sys.credentials();
        const entries = text.split('\n').map((line) => line.split(':'));
        return entries.find(([name, , id]) => (user ? name === user : id === String(uid)))?.[5] || undefined;
      }),
    () => undefined,
  );
}
