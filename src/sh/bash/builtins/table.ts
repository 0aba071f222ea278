/** The built-ins of bash: its own, and those that it shares with ash. */
import { outputBuiltins } from '../../builtins/output.ts';
import type { Builtin } from '../../builtins/types.ts';
import type { Shell } from '../../shell.ts';
import { completionBuiltins } from './completion.ts';
import { controlBuiltins } from './control.ts';
import { declareBuiltins } from './declare.ts';
import { directoryBuiltins } from './directories.ts';
import { helpBuiltins } from './help.ts';
import { historyBuiltins } from './history.ts';
import { inputBuiltins } from './input.ts';
import { jobBuiltins } from './jobs.ts';
import { lookupBuiltins } from './lookup.ts';
import { otherBuiltins } from './others.ts';
import { printfBuiltins } from './printf.ts';
import { settingBuiltins } from './settings.ts';
import { testBuiltins } from './test.ts';
import { trapBuiltins } from './trap.ts';

/** What is the same in ash; all others say and do something of their own. */
const SHARED = ['true', 'false', ':'];

let table: ReadonlyMap<string, Builtin> | undefined;

/** By name. Made when first asked for: the files refer to each other. */
export function builtins(): ReadonlyMap<string, Builtin> {
  table ??= new Map([
    ...SHARED.map((name): [string, Builtin] => [name, outputBuiltins[name]!]),
    ...[
      completionBuiltins,
      controlBuiltins,
      declareBuiltins,
      directoryBuiltins,
      helpBuiltins,
      historyBuiltins,
      inputBuiltins,
      jobBuiltins,
      lookupBuiltins,
      otherBuiltins,
      printfBuiltins,
      settingBuiltins,
      testBuiltins,
      trapBuiltins,
    ].flatMap((group) => Object.entries(group)),
  ]);
  return table;
}

/** The built-in of that name that is not switched off. */
export function findBuiltin(shell: Shell, name: string): Builtin | undefined {
  return shell.bashState.disabled.has(name) ? undefined : builtins().get(name);
}
