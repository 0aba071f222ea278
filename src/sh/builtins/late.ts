/** The built-ins that no start-up file of ours uses: a chunk of their own, loaded when one is called. */
import { controlBuiltins } from './control.ts';
import { fileBuiltins } from './files.ts';
import { jobBuiltins } from './jobs.ts';
import { killBuiltins } from './kill.ts';
import { lookupBuiltins } from './lookup.ts';
import { readBuiltins } from './read.ts';
import type { Builtin } from './types.ts';
import { variableBuiltins } from './variables.ts';

export const lateBuiltins: ReadonlyMap<string, Builtin> = new Map(
  [
    controlBuiltins,
    fileBuiltins,
    jobBuiltins,
    killBuiltins,
    lookupBuiltins,
    readBuiltins,
    variableBuiltins,
  ].flatMap((table) => Object.entries(table)),
);
