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
  if (shell.variables.map.get(name)?.traits) {
    shell.bash!.assignVariable(shell, name, value, attributes);
    return;
  }
  const all = shell.options.allexport ? { exported: true, ...attributes } : attributes;
  if (!setVariable(shell.variables, name, value, all)) throw readOnly(shell, name);
}

export function readOnly(shell: Shell, name: string): ShellError {
  if (shell.dialect.name === 'ash')
    return new ShellError(describe(shell, `${name}: is read only`), 2, false, true);
  // Whoever assigned, bash does not say.
  const { commandName } = shell;
  shell.commandName = undefined;
  const error = new ShellError(describe(shell, `${name}: readonly variable`), 1, true, true);
  shell.commandName = commandName;
  return error;
}
