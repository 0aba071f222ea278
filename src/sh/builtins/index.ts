/** The table of built-ins; a new one is a line in its group's file. */
import { controlBuiltins } from './control.ts';
import { fileBuiltins } from './files.ts';
import { jobBuiltins } from './jobs.ts';
import { killBuiltins } from './kill.ts';
import { lookupBuiltins } from './lookup.ts';
import { outputBuiltins } from './output.ts';
import { readBuiltins } from './read.ts';
import type { Builtin } from './types.ts';
import { variableBuiltins } from './variables.ts';

export type { Builtin } from './types.ts';

export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [
    controlBuiltins,
    fileBuiltins,
    jobBuiltins,
    killBuiltins,
    lookupBuiltins,
    outputBuiltins,
    readBuiltins,
    variableBuiltins,
  ].flatMap((table) => Object.entries(table)),
);
