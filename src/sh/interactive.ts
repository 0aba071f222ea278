/** The loop of a shell that talks with a person: prompt, read, run, say which jobs ended. */
import { createReader, parseLine } from './parser.ts';
import type { Shell } from './shell.ts';
import { runInput } from './source-input.ts';
import type { Step } from './step.ts';

export function* runInteractive(shell: Shell): Step<void> {
  void createReader;
  void parseLine;
  yield* runInput(shell, 0);
}
