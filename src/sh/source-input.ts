/**
 * A script that is read while it runs: standard input or a file, command by command.
 *
 * Reads ahead in blocks, as busybox does; what is in a block is gone for the commands that read the
 * same descriptor. bash takes standard input line by line, so that the rest is for them.
 * @see POSIX.1-2024, XCU sh, "INPUT FILES"
 */

import { concat } from '../base/index.ts';
import type { Fd } from '../kernel/index.ts';
import { errnoOf, textOf } from '../posix/index.ts';
import { becomeBash } from './late.ts';
import { createReader, parseLine } from './parser.ts';
import { SyntaxProblem } from './reader.ts';
import { runList } from './run.ts';
import { surviveDiscard, syntaxError } from './run-text.ts';
import { type Shell, writeText } from './shell.ts';
import { type Step, wait } from './step.ts';
import { runPendingTraps } from './traps.ts';

const BLOCK = 4096;

/** Runs all commands that come from a descriptor. @throws {ShellError} where they are malformed */
export function* runInput(shell: Shell, fd: Fd): Step<void> {
  yield* becomeBash(shell);
  const reader = createReader('', shell, 1, false);
  const partial: Uint8Array[] = [];
  let retryAt = 0;
  for (;;) {
    if (reader.final || reader.text.length >= retryAt) {
      const mark = { at: reader.at, line: reader.line };
      try {
        if (yield* runNext(shell, reader, mark)) {
          if (shell.flow?.kind === 'return') return;
          shell.flow = undefined;
          continue;
        }
        if (reader.final) return;
      } catch (error) {
        if (!(error instanceof SyntaxProblem)) throw error;
        if (!error.incomplete || reader.final) {
          throw syntaxError(shell, error, reader);
        }
        // A long command that comes in small pieces is tried again each time it has doubled.
        const unread = reader.text.length - mark.at;
        retryAt = unread > 65_536 ? mark.at + 2 * unread : 0;
      }
      reader.text = reader.text.slice(mark.at);
      Object.assign(reader, {
        at: 0,
        line: mark.line,
        token: undefined,
        pending: [],
        aliasRegions: [],
        aliasBlanks: [],
      });
      retryAt = Math.max(retryAt - mark.at, 0);
    }
    const read =
      shell.bash && fd === 0 ? yield* shell.bash.readScriptLine(shell, fd) : yield* readBlock(shell, fd);
    if (read.length === 0) {
      reader.text += textOf(concat(partial.splice(0)));
      reader.final = true;
      continue;
    }
    const block = concat([...partial.splice(0), read]);
    // Only whole lines: a character may be cut in two, a command at the end of a line is complete.
    const end = block.lastIndexOf(10) + 1;
    if (end < block.length) partial.push(block.slice(end));
    reader.text += textOf(block.subarray(0, end));
  }
}

/** What traps have to do is done before more is read. */
function* readBlock(shell: Shell, fd: Fd): Step<Uint8Array> {
  const buffer = new Uint8Array(BLOCK);
  for (;;) {
    try {
      return buffer.subarray(0, yield* wait(shell.sys.read(fd, buffer)));
    } catch (error) {
      if (errnoOf(error) !== 'EINTR') throw error;
      yield* runPendingTraps(shell);
    }
  }
}

/** Parses and runs one complete command; false at the end of what there is. */
function* runNext(
  shell: Shell,
  reader: ReturnType<typeof createReader>,
  mark: { at: number; line: number },
): Step<boolean> {
  const items = parseLine(reader);
  if (shell.bashState.warnings?.length) yield* shell.bash!.writeWarnings(shell);
  if (shell.options.verbose) yield* wait(writeText(shell.sys, 2, reader.text.slice(mark.at, reader.at)));
  if (!items) return false;
  mark.at = reader.token ? reader.token.start : reader.at;
  mark.line = reader.line;
  try {
    yield* runList(shell, items, false, false);
  } catch (error) {
    yield* surviveDiscard(shell, error);
  }
  return true;
}
