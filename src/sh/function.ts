/** Calls of shell functions: parameters, locals and return. */
import type { Command } from './ast.ts';
import { runCommand } from './run.ts';
import { GETOPTS_START, type Shell } from './shell.ts';
import { nest, type Step } from './step.ts';
import { popScope, pushScope } from './variables.ts';

export function* callFunction(shell: Shell, body: Command, words: readonly string[]): Step<number> {
  const { parameters, loopDepth, line, getopts } = shell;
  const leave = shell.bash?.enterFunction(shell, words[0]!);
  shell.parameters = words.slice(1);
  // In ash each call has a getopts of its own.
  if (!leave) shell.getopts = GETOPTS_START;
  shell.loopDepth = 0;
  shell.functionDepth++;
  pushScope(shell.variables);
  try {
    const breath = shell.sys.breathe();
    if (breath instanceof Promise) yield breath;
    let status = yield* nest(runCommand(shell, body, shell.tested, false));
    if (shell.flow?.kind === 'return') {
      status = shell.flow.status;
      shell.flow = undefined;
    }
    if (shell.bash && shell.traps.size) yield* shell.bash.runReturnTrap(shell, status);
    return status;
  } finally {
    popScope(shell.variables);
    if (leave) leave();
    else shell.getopts = getopts;
    shell.functionDepth--;
    shell.parameters = parameters;
    shell.loopDepth = loopDepth;
    shell.line = line;
  }
}
