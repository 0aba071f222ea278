/** Calls of shell functions: parameters, locals and return. */
import type { Command } from './ast.ts';
import { runCommand } from './run.ts';
import type { Shell } from './shell.ts';
import { nest, type Step } from './step.ts';
import { popScope, pushScope } from './variables.ts';

export function* callFunction(shell: Shell, body: Command, words: readonly string[]): Step<number> {
  const { parameters, loopDepth, line } = shell;
  shell.parameters = words.slice(1);
  shell.loopDepth = 0;
  shell.functionDepth++;
  pushScope(shell.variables);
  try {
    const breath = shell.sys.breathe();
    if (breath instanceof Promise) yield breath;
    const status = yield* nest(runCommand(shell, body, shell.tested, false));
    if (shell.flow?.kind !== 'return') return status;
    const returned = shell.flow.status;
    shell.flow = undefined;
    return returned;
  } finally {
    popScope(shell.variables);
    shell.functionDepth--;
    shell.parameters = parameters;
    shell.loopDepth = loopDepth;
    shell.line = line;
  }
}
