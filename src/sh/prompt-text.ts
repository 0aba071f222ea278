/** PS1, PS2 and PS4: parameter expansion of their values, then the backslash escapes of PS1. */

import { expandText } from './expand.ts';
import { createReader } from './parser.ts';
import { SyntaxProblem } from './reader.ts';
import { type Shell, ShellError } from './shell.ts';
import type { Step } from './step.ts';
import { getVariable } from './variables.ts';
import { parsePrompt } from './words.ts';

/** The variable's value with its expansions done; as it is where they fail. */
export function* expandPrompt(shell: Shell, name: string, otherwise: string): Step<string> {
  const value = getVariable(shell.variables, name) ?? otherwise;
  if (!/[$`]/.test(value)) return value;
  const { status, options } = shell;
  // What a prompt expands is not traced itself.
  shell.options = { ...options, xtrace: false };
  try {
    const reader = createReader(value, shell);
    return yield* expandText(shell, parsePrompt(value, reader));
  } catch (error) {
    if (error instanceof SyntaxProblem || error instanceof ShellError) return value;
    throw error;
  } finally {
    shell.options = options;
    shell.status = status;
  }
}
