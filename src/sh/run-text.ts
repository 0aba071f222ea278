/** Runs source text in the shell that there is: eval, sourced files, traps, `-c`. */

import { becomeBash } from './late.ts';
import { createReader, parseLine } from './parser.ts';
import { type Reader, SyntaxProblem } from './reader.ts';
import { runList } from './run.ts';
import { describe, type Shell, ShellError, writeText } from './shell.ts';
import { type Step, wait } from './step.ts';

export interface RunTextOptions {
  /** The first line's number. */
  readonly line: number;
  readonly tested?: boolean;
  /** The process ends afterwards: the last command may replace it. */
  readonly last?: boolean;
  /** Where the text comes from, for bash's complaints: `-c`, `eval`, a file. */
  readonly name?: string;
  /** A start-up file that needs nothing of bash's own. */
  readonly plain?: boolean;
}

/** Parses and runs one complete command after the other. @throws {ShellError} where the text is malformed */
export function* runText(shell: Shell, text: string, options: RunTextOptions): Step<number> {
  if (!options.plain) yield* becomeBash(shell);
  const reader = createReader(text, shell, options.line);
  try {
    for (;;) {
      const start = reader.token ? reader.token.start : reader.at;
      const items = parseLine(reader);
      if (shell.bashState.warnings?.length) yield* shell.bash!.writeWarnings(shell);
      if (!items) return shell.status;
      // ash shows what it reads, and that is files only.
      if (shell.options.verbose && (shell.bash || !/^(-c|eval|)$/.test(options.name ?? ''))) {
        const read = reader.text.slice(start, reader.at);
        yield* wait(writeText(shell.sys, 2, shell.bash && !read.endsWith('\n') ? `${read}\n` : read));
      }
      const atEnd = options.last === true && reader.text.slice(reader.at).trim() === '';
      try {
        yield* runList(shell, items, options.tested ?? false, atEnd);
      } catch (error) {
        yield* surviveDiscard(shell, error);
      }
      if (shell.flow) return shell.status;
    }
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    throw syntaxError(shell, error, reader, options.name);
  }
}

/** In bash some errors end only the line that runs. @throws all others */
export function* surviveDiscard(shell: Shell, error: unknown): Step<void> {
  if (!(error instanceof ShellError) || !error.discard || shell.subshell || !shell.bash) throw error;
  if (error.message) yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
  shell.status = error.status;
  shell.flow = undefined;
  shell.bash.unwind(shell);
}

/** A malformed text as the error it is to the shell that runs it. */
export function syntaxError(shell: Shell, problem: SyntaxProblem, reader: Reader, name?: string): ShellError {
  if (shell.bash) return shell.bash.syntaxError(shell, problem, reader, name);
  shell.line = problem.line;
  return new ShellError(describe(shell, problem.message));
}
