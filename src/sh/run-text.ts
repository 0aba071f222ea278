/** Runs source text in the shell that there is: eval, sourced files, traps, `-c`. */
import { createReader, parseLine } from './parser.ts';
import { SyntaxProblem } from './reader.ts';
import { runList } from './run.ts';
import { describe, type Shell, ShellError, writeText } from './shell.ts';
import { type Step, wait } from './step.ts';

export interface RunTextOptions {
  /** The first line's number. */
  readonly line: number;
  readonly tested?: boolean;
  /** The process ends afterwards: the last command may replace it. */
  readonly last?: boolean;
}

/** Parses and runs one complete command after the other. @throws {ShellError} where the text is malformed */
export function* runText(shell: Shell, text: string, options: RunTextOptions): Step<number> {
  const reader = createReader(text, { dialect: shell.dialect, aliases: shell.aliases, line: options.line });
  try {
    for (;;) {
      const start = reader.token ? reader.token.start : reader.at;
      const items = parseLine(reader);
      if (!items) return shell.status;
      if (shell.options.verbose) yield* wait(writeText(shell.sys, 2, reader.text.slice(start, reader.at)));
      const atEnd = options.last === true && reader.text.slice(reader.at).trim() === '';
      yield* runList(shell, items, options.tested ?? false, atEnd);
      if (shell.flow) return shell.status;
    }
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    shell.line = error.line;
    throw new ShellError(describe(shell, error.message));
  }
}
