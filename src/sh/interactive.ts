/**
 * The loop of a shell that talks with a person: prompt, read, run, say which jobs changed.
 */
import { addHistory, type History, loadHistory } from './editor/history.ts';
import { type EditorOptions, type EditResult, editLine } from './editor/line-editor.ts';
import { takeLeave } from './job-control.ts';
import { tellJobs } from './job-notices.ts';
import { becomeBash, preloadBash } from './late.ts';
import { createReader, parseLine } from './parser.ts';
import { reap } from './process.ts';
import { promptEscapes } from './prompt-escapes.ts';
import { expandPrompt } from './prompt-text.ts';
import { SyntaxProblem } from './reader.ts';
import { runList } from './run.ts';
import { syntaxError } from './run-text.ts';
import { complain, type Shell, ShellError, writeText } from './shell.ts';
import { runInput } from './source-input.ts';
import { type Step, shortage, wait } from './step.ts';
import { runPendingTraps } from './traps.ts';
import { getVariable } from './variables.ts';

/** Reads and runs commands until the end of input or `exit`. */
export function* runInteractive(shell: Shell): Step<void> {
  // With -i but no terminal there is nothing to edit on.
  if (!shell.sys.isatty(0)) return yield* runInput(shell, 0);
  const history = yield* wait(loadHistory(shell));
  const proposals = shell.sys.service<Proposals>('suggestion');
  const told = shell.sys.service<CommandListener>('commandRan');
  shell.history = history;
  const editor: EditorOptions = {
    sys: shell.sys,
    input: 0,
    output: shell.sys.isatty(2) ? 2 : 1,
    history: history.entries,
    markPaste: shell.dialect.pastedPrompt,
    complete: async (text, cursor) =>
      (await import('./editor/complete.ts')).completeLine(shell, text, cursor),
    ...(shell.dialect.pastedPrompt ? { suggest: (text) => suggest(proposals, history, text) } : {}),
    ...(proposals ? { onSuggestion: proposals.onChange } : {}),
  };
  let lines = 1;
  for (;;) {
    try {
      const entered = yield* readCommand(shell, editor, history, lines);
      if (entered === undefined) {
        if (shell.options.ignoreeof) {
          yield* wait(writeText(shell.sys, 2, 'Use "exit" to leave shell.\n'));
          continue;
        }
        if (yield* takeLeave(shell)) continue;
        return;
      }
      lines += entered.lines;
      const ran = entered.text.trim();
      const { toldOfStopped } = shell;
      try {
        yield* runEntered(shell, entered.text, lines - entered.lines);
      } finally {
        if (toldOfStopped) shell.toldOfStopped = false;
        if (ran !== '') told?.(ran, shell.status);
      }
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      if (error.message) yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
      shell.status = error.status;
    }
    recoverState(shell);
  }
}

/** What an abandoned command leaves behind. */
function recoverState(shell: Shell): void {
  Object.assign(shell, {
    flow: undefined,
    loopDepth: 0,
    functionDepth: 0,
    sourceDepth: 0,
    commandName: undefined,
  });
  shell.signals.delete(2);
}

/** The service `commandRan`: hears of each command line that was run, and its status. */
type CommandListener = (command: string, status: number) => void;

/** The service `suggestion`: a command that somebody beside the terminal proposes; '' for none. */
export interface Proposals {
  current(): string;
  /** Answers how to stop listening. */
  onChange(listener: () => void): () => void;
}

/** What is proposed, or the newest entry that goes on from what is typed. */
function suggest(proposals: Proposals | undefined, history: History, text: string): string {
  const proposed = proposals?.current() ?? '';
  if (proposed.startsWith(text) && proposed.length > text.length) return proposed.slice(text.length);
  if (text === '') return '';
  const found = history.entries.findLast((entry) => entry.startsWith(text) && entry.length > text.length);
  return found ? found.slice(text.length) : '';
}

/** A complete command, which may take several lines; undefined at the end of input. */
function* readCommand(
  shell: Shell,
  editor: EditorOptions,
  history: History,
  firstLine: number,
): Step<{ text: string; lines: number } | undefined> {
  let text = '';
  let lines = 0;
  for (;;) {
    if (text === '') {
      yield* reap(shell);
      yield* tellJobs(shell);
    }
    if (text === '' && getVariable(shell.variables, 'PROMPT_COMMAND') !== undefined) yield* becomeBash(shell);
    if (text === '' && shell.bash) yield* shell.bash.beforePrompt(shell);
    const prompt =
      text === '' ? yield* makePrompt(shell, 'PS1', '\\w \\$ ') : yield* makePrompt(shell, 'PS2', '> ');
    preloadBash(shell);
    const entered: EditResult = yield* wait(editLine(prompt, editor));
    yield* becomeBash(shell);
    if (shell.signals.size) yield* runPendingTraps(shell);
    if (entered.kind === 'interrupt') {
      shell.status = 130;
      text = '';
      lines = 0;
      continue;
    }
    if (entered.kind === 'end') {
      if (text === '') return undefined;
      // The end of input in the middle of a command.
      return { text, lines };
    }
    const line = shell.bash ? yield* shell.bash.afterEntering(shell, entered.text) : entered.text;
    if (line === undefined) {
      if (text === '') continue;
      return { text: '', lines };
    }
    text += `${line}\n`;
    lines += line.split('\n').length;
    if (isComplete(shell, text, firstLine)) {
      yield* wait(addHistory(shell, history, text));
      if (shell.bash) yield* shell.bash.beforeRunning(shell);
      return { text, lines };
    }
  }
}

function* makePrompt(shell: Shell, name: string, otherwise: string): Step<string> {
  return yield* promptEscapes(shell, yield* expandPrompt(shell, name, otherwise));
}

/** Whether the text can be run, or is wrong already. */
function isComplete(shell: Shell, text: string, line: number): boolean {
  const reader = createReader(text, shell, line, false);
  try {
    while (parseLine(reader));
    // A newline behind a backslash is none, but in a comment: there an open quote is none either.
    const isContinued = /(?:^|[^\\])(?:\\\\)*\\\n$/.test(text);
    return !isContinued || isComplete(shell, `${text.slice(0, -2)} '\n`, line);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return !error.incomplete;
  }
}

function* runEntered(shell: Shell, text: string, line: number): Step<void> {
  const reader = createReader(text, shell, line);
  try {
    for (let items = parseLine(reader); items; items = parseLine(reader)) {
      yield* runList(shell, items, false, false);
      shell.flow = undefined;
    }
  } catch (error) {
    if (error instanceof SyntaxProblem) {
      shell.status = 2;
      throw syntaxError(shell, error, reader);
    }
    const lack = shortage(error);
    if (lack === undefined) throw error;
    yield* wait(complain(shell, lack));
    throw new ShellError('');
  }
}
