/** Malformed text in bash's words: the token, and the line that it stands on. */
import type { Reader, SyntaxProblem } from '../reader.ts';
import { describe, type Shell, ShellError, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';

/** `name`: where the text comes from (`-c`, `eval`, a file); a script's own is not said. */
export function syntaxError(shell: Shell, problem: SyntaxProblem, reader: Reader, name?: string): ShellError {
  const { near, matching, lead, status } = problem.at;
  const typed = shell.interactive || shell.lasting;
  const isFile = name !== undefined && name !== '-c' && name !== 'eval';
  const at = (line: number): string => {
    if (isFile) return `${name}: line ${line}: `;
    if (typed && name !== 'eval') return `${shell.arg0}: `;
    return `${shell.arg0}: ${name ? `${name}: ` : ''}line ${line}: `;
  };
  const ending = problem.line + (reader.text.endsWith('\n') ? 0 : 1);
  shell.line = problem.line;
  if (problem.message === 'arithmetic-for') {
    const where = at(problem.line);
    return failure(`${where}syntax error: arithmetic expression required\n${where}syntax error: \`${near}'`);
  }
  // bash 5.2 takes these for the end of the script, with the status that it has.
  if (lead !== undefined)
    return new ShellError(`${at(problem.line)}${lead}`, problem.incomplete ? 2 : shell.status);
  if (matching !== undefined) {
    const line = matching === ')' && problem.message === 'substitution' ? ending : problem.line;
    return failure(`${at(line)}unexpected EOF while looking for matching \`${matching}'`);
  }
  if (problem.incomplete) return failure(`${at(ending)}syntax error: unexpected end of file`);
  if (near === undefined)
    return new ShellError(describe(shell, problem.message), 2, isFile || name === 'eval');
  const where = at(problem.line);
  const quoted = typed && !isFile ? '' : `\n${where}\`${lineOf(reader, near === 'newline')}'`;
  return failure(`${where}syntax error near unexpected token \`${near}'${quoted}`);

  function failure(message: string): ShellError {
    return new ShellError(message, status ?? 2, isFile || name === 'eval');
  }
}

/** The source line that the reader has come to. */
function lineOf(reader: Reader, atNewline: boolean): string {
  const { text } = reader;
  const place = reader.token ? reader.token.start : reader.lastEnd;
  const at = atNewline && text[place] !== '\n' ? text.length : place;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(start, end < 0 ? undefined : end);
}

/** A here-document that the end of the text ended. */
export function warnOfDocument(reader: Reader, delimiter: string): void {
  const { bashState, line, documentLine = line } = reader;
  bashState.warnings.push(
    `line ${line}: warning: here-document at line ${documentLine} delimited by end-of-file (wanted \`${delimiter}')`,
  );
}

export function* writeWarnings(shell: Shell): Step<void> {
  for (const warning of shell.bashState.warnings.splice(0))
    yield* wait(writeText(shell.sys, 2, `${shell.arg0}: ${warning}\n`));
}
