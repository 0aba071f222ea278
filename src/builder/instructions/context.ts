/** What each instruction's planner gets, and the replacing of variables in its words. */
import { StrataError } from '../../base/index.ts';
import { expand, type Lines, type StageInstruction, suggest } from '../../dockerfile/index.ts';
import type { Command, Planner, StageState } from '../stage.ts';

export interface Dispatch<T extends StageInstruction = StageInstruction> {
  readonly stage: StageState;
  readonly planner: Planner;
  readonly instruction: T;
  readonly command: Command;
}

/** Replaces variables in a word, and warns of those that there are not. */
export function expandWord(
  { stage, planner, instruction }: Dispatch,
  word: string,
  raw: 'heredoc' | undefined = undefined,
): string {
  const options = raw ? { escape: '\\', ignoreQuotes: true } : { escape: planner.escape };
  return expandReporting({ stage, planner, instruction }, word, options);
}

/** Replaces variables; those that there are not are warned of, also where something else is wrong. */
export function expandReporting(
  { stage, planner, instruction }: Pick<Dispatch, 'stage' | 'planner' | 'instruction'>,
  word: string,
  options: Parameters<typeof expand>[2],
): string {
  try {
    const { text, unmatched } = expand(word, (name) => stage.env.get(name), options);
    reportUndefined(stage, planner, unmatched, instruction.lines);
    return text;
  } catch (error) {
    const unmatched = error instanceof StrataError ? error.data['unmatched'] : undefined;
    if (Array.isArray(unmatched)) reportUndefined(stage, planner, unmatched, instruction.lines);
    throw error;
  }
}

function reportUndefined(
  stage: StageState,
  planner: Planner,
  unmatched: Iterable<string>,
  lines: Lines,
): void {
  for (const name of unmatched) {
    if (stage.buildArgs.some(({ key }) => key === name)) continue;
    const near = suggest(name, stage.env.keys());
    const hint = near === undefined ? '' : ` (did you mean $${near}?)`;
    planner.linter.warn('UndefinedVar', `Usage of undefined variable '$${name}'${hint}`, lines);
  }
}

/** The words of a shell form or an exec form; SHELL's words before a shell form. */
export function withShell(stage: StageState, args: readonly string[]): string[] {
  const shell = stage.draft.config.Shell;
  return [...(shell && shell.length > 0 ? shell : ['/bin/sh', '-c']), args.join(' ')];
}

/** Warns where the same instruction was there before: only the last one counts. */
export function reportRepeated({ stage, planner, instruction }: Dispatch): void {
  const before = stage.last.get(instruction.kind);
  if (before) {
    const message = `Multiple ${instruction.keyword} instructions should not be used in the same stage because only the last one will be used`;
    planner.linter.warn('MultipleInstructionsDisallowed', message, before);
  }
  stage.last.set(instruction.kind, instruction.lines);
}

const SECRET = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/i;
const NO_SECRET = /(?:_|^)(?:public|file|version)(?:_|$)/i;

export function reportSecret({ planner, instruction }: Dispatch, keyword: string, key: string): void {
  if (!SECRET.test(key) || NO_SECRET.test(key)) return;
  const message = `Do not use ARG or ENV instructions for sensitive data (${keyword} "${key}")`;
  planner.linter.warn('SecretsUsedInArgOrEnv', message, instruction.lines);
}
