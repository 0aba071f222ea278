/** Turning one of `set`'s options on or off; -m also takes over the terminal. */
import { startJobControl, stopJobControl } from './job-control.ts';
import type { OptionName } from './options.ts';
import type { Shell } from './shell.ts';
import type { Step } from './step.ts';

export function* setOption(shell: Shell, name: OptionName, on: boolean): Step<void> {
  if (shell.options[name] === on) return;
  if (name === 'monitor') {
    if (on) shell.options.monitor = yield* startJobControl(shell);
    else {
      stopJobControl(shell);
      shell.options.monitor = false;
    }
    return;
  }
  shell.options[name] = on;
}
