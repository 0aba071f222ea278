/**
 * What bash has beyond ash, for the shell's core to call: loaded as a whole when a bash shell begins
 * (../late.ts), never by an ash.
 */
import type { Shell } from '../shell.ts';
import { setVariables } from './dynamic.ts';
import { importFunctions } from './environment.ts';
import { createState } from './state.ts';

export { arithmeticProblem, arithmeticVariables } from './arithmetic.ts';
export { assignedValues, expandDeclaration, runAssignment } from './assignment.ts';
export { findBuiltin } from './builtins/table.ts';
export {
  beforeCompound,
  beforeSimple,
  defineFunction,
  enterFunction,
  noteCommand,
  notePipeStatus,
  runErrTrap,
  runReturnTrap,
  unwind,
} from './calls.ts';
export { noteCommandLine, startUpFiles, startUpScript, takeLongOptions } from './command-line.ts';
export { runCommand } from './commands.ts';
export { tilde } from './dynamic.ts';
export { enterFolder, environment, handleNotFound, leavingEnvironment } from './environment.ts';
export { fileToRead, inheritsErrexit, readFileOf } from './file-substitution.ts';
export { loopVariable, runLastHere, runsLast } from './loops.ts';
export { optionLetters } from './option-names.ts';
export { expandParameter } from './parameter.ts';
export {
  isTime,
  parseArithmeticCommand,
  parseArithmeticFor,
  parseCompound,
  parseTime,
  starters,
} from './parse-commands.ts';
export { braces } from './parse-parameter.ts';
export { declares, lexWord, parseDollar, parseExtglob } from './parse-words.ts';
export { compilePattern, expandPattern } from './pattern.ts';
export { keepDocument } from './print-command.ts';
export { afterEntering, beforePrompt, beforeRunning } from './prompt.ts';
export { readScriptLine } from './read-line.ts';
export { expandTarget, redirectName, redirectToVariable } from './redirects.ts';
export { type BashState, forkState, hasOption } from './state.ts';
export { syntaxError, warnOfDocument, writeWarnings } from './syntax-error.ts';
export { traceCommand, traceText } from './trace.ts';
export { assignVariable, readVariable } from './values.ts';

/** Makes a shell, which has these parts already, a bash. */
export function attach(shell: Shell): void {
  Object.assign(shell.bashState, createState(shell));
  setVariables(shell);
  importFunctions(shell, shell.sys.env);
}
