/** Assignments by the shell itself: readonly is an error that ends a script. */
import { describe, type Shell, ShellError } from './shell.ts';
import { setVariable } from './variables.ts';

/** @throws {ShellError} where the variable is readonly. */
export function assign(
  shell: Shell,
  name: string,
  value: string,
  attributes?: { exported?: boolean; readonly?: boolean },
): void {
  const all = shell.options.allexport ? { exported: true, ...attributes } : attributes;
  if (setVariable(shell.variables, name, value, all)) return;
  throw new ShellError(
    describe(shell, shell.dialect.name === 'ash' ? `${name}: is read only` : `${name}: readonly variable`),
  );
}
