/**
 * read: a line into variables.
 * @see POSIX.1-2024, XCU read; -p -n -N -t -s -d -u as busybox ash
 */
import { POLLIN, textOf, withoutEcho } from '../../posix/index.ts';
import { assign } from '../assign.ts';
import { isName } from '../parser.ts';
import { CommandFailure, type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable } from '../variables.ts';
import { failWith, numberOperand, parseFlags } from './options.ts';
import { type Input, readInput } from './read-input.ts';
import { type Line, splitFields } from './split-fields.ts';
import type { BuiltinTable } from './types.ts';

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
      counts: 'bytes',
      deadline: timeout === undefined ? undefined : sys.monotonic() + Number(timeout) * 1000,
    });
    // What came in time is lost.
    const line = input.ended === 'timeout' ? { ...input, bytes: [] } : input;
    store(shell, line, operands, values.has('N'));
    return statusOf(shell, input);
  } finally {
    if (silent) sys.tcsetattr(fd, silent);
  }
}

function statusOf(shell: Shell, { ended }: Input): number {
  if (ended === 'signal') return 128 + Math.min(...shell.signals);
  return ended === 'done' ? 0 : 1;
}

/** Splits by IFS into the variables; the last takes the rest. */
function store(shell: Shell, line: Line, names: readonly string[], exact: boolean): void {
  const whole = textOf(Uint8Array.from(line.bytes));
  if (names.length === 0) {
    assign(shell, 'REPLY', whole);
    return;
  }
  const ifs = getVariable(shell.variables, 'IFS') ?? ' \t\n';
  const fields = exact ? [whole] : splitFields(line, ifs, names.length);
  for (const [index, name] of names.entries()) assign(shell, name, fields[index] ?? '');
}

export const readBuiltins: BuiltinTable = { read: { run: read } };
