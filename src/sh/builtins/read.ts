/**
 * read: a line into variables.
 * @see POSIX.1-2024, XCU read; -p -n -N -t -s -d -u as busybox ash
 */
import { errnoOf, POLLIN, textOf, withoutEcho } from '../../posix/index.ts';
import { assign } from '../assign.ts';
import { isName } from '../parser.ts';
import { CommandFailure, type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable } from '../variables.ts';
import { failWith, numberOperand, parseFlags } from './options.ts';
import type { BuiltinTable } from './types.ts';

interface ReadOptions {
  readonly fd: number;
  readonly raw: boolean;
  readonly delimiter: number;
  readonly limit: number;
  readonly deadline: number | undefined;
}

/** What was read: text, which of its characters were escaped, and how it ended. */
interface Input {
  readonly bytes: number[];
  /** Indexes of bytes that a backslash protects from splitting. */
  readonly escaped: Set<number>;
  readonly status: number;
}

function* read(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, 'rsp:n:N:t:d:u:');
  for (const name of operands) {
    if (isName(name)) continue;
    throw new CommandFailure(`${shell.arg0}: read: '${name}': bad variable name`, 1);
  }
  const count = values.get('n') ?? values.get('N');
  const timeout = values.get('t');
  if (timeout !== undefined && !/^\d+(\.\d*)?$/.test(timeout)) throw failWith(shell, 'invalid timeout', 2);
  const { sys } = shell;
  const fd = values.has('u') ? numberOperand(shell, values.get('u')!) : 0;
  if (timeout !== undefined && Number(timeout) === 0)
    return (yield* wait(sys.poll([{ fd, events: POLLIN }], 0))).length ? 0 : 1;
  const prompt = values.get('p');
  if (prompt !== undefined && sys.isatty(fd)) yield* wait(writeText(sys, 2, prompt));
  const silent = flags.has('s') && sys.isatty(fd) ? sys.tcgetattr(fd) : undefined;
  if (silent) sys.tcsetattr(fd, withoutEcho(silent));
  try {
    const input = yield* readInput(shell, {
      fd,
      raw: flags.has('r'),
      delimiter: values.has('d') ? values.get('d')!.charCodeAt(0) || 0 : 10,
      limit: count === undefined ? Number.POSITIVE_INFINITY : numberOperand(shell, count),
      deadline: timeout === undefined ? undefined : sys.monotonic() + Number(timeout) * 1000,
    });
    store(shell, input, operands, values.has('N'));
    return input.status;
  } finally {
    if (silent) sys.tcsetattr(fd, silent);
  }
}

function* readInput(shell: Shell, options: ReadOptions): Step<Input> {
  const { sys } = shell;
  const bytes: number[] = [];
  const escaped = new Set<number>();
  const byte = new Uint8Array(1);
  let backslash = false;
  for (let count = 0; count < options.limit; count++) {
    // What came in time is lost.
    if (options.deadline !== undefined && !(yield* ready(shell, options)))
      return { bytes: [], escaped, status: 1 };
    let length: number;
    try {
      // One byte at a time: what follows the line is for the next reader of the descriptor.
      length = yield* wait(sys.read(options.fd, byte));
    } catch (error) {
      const code = errnoOf(error);
      if (code === undefined) throw error;
      if (code === 'EINTR' && shell.signals.size)
        return { bytes, escaped, status: 128 + Math.min(...shell.signals) };
      if (code === 'EINTR') continue;
      return { bytes, escaped, status: 1 };
    }
    if (length === 0) return { bytes, escaped, status: 1 };
    const value = byte[0]!;
    if (backslash) {
      backslash = false;
      if (value === 10) continue;
      escaped.add(bytes.length);
    } else if (!options.raw && value === 92) {
      backslash = true;
      continue;
    } else if (value === options.delimiter) break;
    if (value !== 0) bytes.push(value);
  }
  return { bytes, escaped, status: 0 };
}

function* ready(shell: Shell, { fd, deadline }: ReadOptions): Step<boolean> {
  const left = Math.max(deadline! - shell.sys.monotonic(), 0);
  return (yield* wait(shell.sys.poll([{ fd, events: POLLIN }], left))).length > 0;
}

/** Splits by IFS into the variables; the last takes the rest. */
function store(shell: Shell, { bytes, escaped }: Input, names: readonly string[], whole: boolean): void {
  if (names.length === 0) {
    assign(shell, 'REPLY', textOf(Uint8Array.from(bytes)));
    return;
  }
  if (whole) {
    for (const [index, name] of names.entries())
      assign(shell, name, index ? '' : textOf(Uint8Array.from(bytes)));
    return;
  }
  const ifs = getVariable(shell.variables, 'IFS') ?? ' \t\n';
  const isDelimiter = (at: number): boolean =>
    !escaped.has(at) && ifs.includes(String.fromCharCode(bytes[at]!));
  const isBlank = (at: number): boolean =>
    isDelimiter(at) && (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 10);
  let at = 0;
  const skipBlanks = (): void => {
    while (at < bytes.length && isBlank(at)) at++;
  };
  skipBlanks();
  names.forEach((name, index) => {
    let end = at;
    if (index < names.length - 1) {
      while (end < bytes.length && !isDelimiter(end)) end++;
      assign(shell, name, textOf(Uint8Array.from(bytes.slice(at, end))));
      at = end;
      skipBlanks();
      // One other delimiter, with blanks around it, separates two fields.
      if (at < bytes.length && isDelimiter(at) && !isBlank(at)) {
        at++;
        skipBlanks();
      }
      return;
    }
    end = lastFieldEnd(bytes, at, isDelimiter, isBlank);
    assign(shell, name, textOf(Uint8Array.from(bytes.slice(at, end))));
  });
}

/** The last variable takes all that is left, but a single delimiter at its end with the blanks around it. */
function lastFieldEnd(
  bytes: readonly number[],
  at: number,
  isDelimiter: (at: number) => boolean,
  isBlank: (at: number) => boolean,
): number {
  let first = at;
  while (first < bytes.length && !isDelimiter(first)) first++;
  let rest = first;
  while (rest < bytes.length && isBlank(rest)) rest++;
  if (rest < bytes.length && isDelimiter(rest)) rest++;
  while (rest < bytes.length && isBlank(rest)) rest++;
  if (rest === bytes.length) return first;
  let end = bytes.length;
  while (end > at && isBlank(end - 1)) end--;
  return end;
}

export const readBuiltins: BuiltinTable = { read: { run: read } };
