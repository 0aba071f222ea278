/** Doing one thing to several names: what fails is told, the others are done. */
import { messageOf, StrataError } from '../../base/index.ts';
import type { Cli } from '../command.ts';

/** Prints each name that worked, or `done`'s own text; answers the messages of those that failed. */
export async function forEach(
  names: readonly string[],
  act: (name: string) => Promise<void>,
  onDone: (name: string) => Promise<void>,
): Promise<string[]> {
  const failures: string[] = [];
  for (const name of names) {
    try {
      await act(name);
    } catch (error) {
      if (!(error instanceof StrataError)) throw error;
      failures.push(messageOf(error));
      continue;
    }
    await onDone(name);
  }
  return failures;
}

/** Prints what failed, a line each, and answers the exit status. */
export async function tellFailures(cli: Cli, failures: readonly string[]): Promise<number> {
  if (failures.length === 0) return 0;
  await cli.err(`${failures.join('\n')}\n`);
  return 1;
}
