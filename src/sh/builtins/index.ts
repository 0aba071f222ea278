/** The table of built-ins; a new one is a line in its group's file, and its name here where the group is late. */
import { wait } from '../step.ts';
import { aliasBuiltins } from './aliases.ts';
import { outputBuiltins } from './output.ts';
import { sourceBuiltins } from './source.ts';
import type { Builtin } from './types.ts';

export type { Builtin } from './types.ts';

/** Those of late.ts; the ones in front are special. */
const SPECIAL = 'break continue return exit exec times trap export readonly local unset set shift';
const ORDINARY = 'command cd chdir umask ulimit jobs fg bg wait kill hash type help history read getopts let';

const table = new Map<string, Builtin>(
  [aliasBuiltins, outputBuiltins, sourceBuiltins].flatMap((group) => Object.entries(group)),
);
for (const name of SPECIAL.split(' ')) table.set(name, { special: true, run: late(name) });
for (const name of ORDINARY.split(' ')) table.set(name, { run: late(name) });

export const builtins: ReadonlyMap<string, Builtin> = table;

/** Loads them all, which then stand in the table themselves. */
function late(name: string): Builtin['run'] {
  return function* (shell, words) {
    const { lateBuiltins } = yield* wait(import('./late.ts'));
    for (const [each, builtin] of lateBuiltins) table.set(each, builtin);
    const result = lateBuiltins.get(name)!.run(shell, words);
    if (typeof result === 'number') return result;
    return result instanceof Promise ? yield* wait(result) : yield* result;
  };
}
