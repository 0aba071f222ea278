/** read, mapfile. @see bash manual, 4.2 */
import type { Fd } from '../../../kernel/index.ts';
import { errnoOf, POLLIN, strerror, textOf, withoutEcho } from '../../../posix/index.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { isName } from '../../parser.ts';
import { runText } from '../../run-text.ts';
import { complain, type Shell, writeText } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { getVariable } from '../../variables.ts';
import { singleQuote } from '../quote.ts';
import { assignList, assignTo, parsePlace, putRecord } from '../values.ts';
import { fail, parseFlags } from './options.ts';
import { type Line, splitFields } from './split-fields.ts';

function* read(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, 'ersa:d:i:n:N:p:t:u:');
  const { sys } = shell;
  const timeout = values.get('t');
  if (timeout !== undefined && !/^\d*\.?\d+$|^\d+\.$/.test(timeout))
    throw fail(shell, `${timeout}: invalid timeout specification`);
  const count = values.get('N') ?? values.get('n');
  if (count !== undefined && !/^\d+$/.test(count)) throw fail(shell, `${count}: invalid number`);
  const fd = yield* descriptor(shell, values.get('u'));
  for (const name of operands) if (!parsePlace(name)) throw fail(shell, `\`${name}': not a valid identifier`);
  const array = values.get('a');
  if (array !== undefined && !isName(array)) throw fail(shell, `\`${array}': not a valid identifier`);
  if (timeout !== undefined && Number(timeout) === 0)
    return (yield* wait(sys.poll([{ fd, events: POLLIN }], 0))).length ? 0 : 1;
  if (values.has('p') && sys.isatty(fd)) yield* wait(writeText(sys, 2, values.get('p')!));
  const silent = flags.has('s') && sys.isatty(fd) ? sys.tcgetattr(fd) : undefined;
  if (silent) sys.tcsetattr(fd, withoutEcho(silent));
  try {
    const exact = values.has('N');
    const line = yield* readBytes(shell, {
      fd,
      raw: flags.has('r'),
      delimiter: exact ? -1 : values.has('d') ? values.get('d')!.charCodeAt(0) || 0 : 10,
      limit: count === undefined ? Number.POSITIVE_INFINITY : Number(count),
      deadline: timeout === undefined ? undefined : sys.monotonic() + Number(timeout) * 1000,
    });
    store(shell, line, array, operands, exact);
    return line.status;
  } finally {
    if (silent) sys.tcsetattr(fd, silent);
  }
}

function* descriptor(shell: Shell, text: string | undefined): Step<Fd> {
  if (text === undefined) return 0;
  if (!/^\d+$/.test(text)) throw fail(shell, `${text}: invalid file descriptor specification`);
  try {
    yield* wait(shell.sys.fstat(Number(text)));
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    throw fail(shell, `${text}: invalid file descriptor: ${strerror(code)}`);
  }
  return Number(text);
}

interface ReadOptions {
  readonly fd: Fd;
  readonly raw: boolean;
  /** -1: none. */
  readonly delimiter: number;
  readonly limit: number;
  readonly deadline: number | undefined;
}

function* readBytes(shell: Shell, options: ReadOptions): Step<Line & { readonly status: number }> {
  const { sys } = shell;
  const bytes: number[] = [];
  const escaped = new Set<number>();
  const byte = new Uint8Array(1);
  let backslash = false;
  const end = (status: number) => ({ bytes, escaped, status });
  for (let count = 0; count < options.limit; ) {
    if (options.deadline !== undefined) {
      const left = Math.max(options.deadline - sys.monotonic(), 0);
      if ((yield* wait(sys.poll([{ fd: options.fd, events: POLLIN }], left))).length === 0) return end(142);
    }
    let length: number;
    try {
      // One byte at a time: what follows the line is for the next reader of the descriptor.
      length = yield* wait(sys.read(options.fd, byte));
    } catch (error) {
      const code = errnoOf(error);
      if (code === undefined) throw error;
      if (code === 'EINTR' && shell.signals.size) return end(128 + Math.min(...shell.signals));
      if (code === 'EINTR') continue;
      yield* wait(complain(shell, `read error: ${options.fd}: ${strerror(code)}`));
      return end(1);
    }
    if (length === 0) return end(1);
    const value = byte[0]!;
    if (backslash) {
      backslash = false;
      if (value === 10) continue;
      escaped.add(bytes.length);
    } else if (!options.raw && value === 92) {
      backslash = true;
      continue;
    } else if (value === options.delimiter) break;
    if (value === 0) continue;
    bytes.push(value);
    // Bytes within a character do not count.
    if ((value & 0xc0) !== 0x80) count++;
  }
  return end(0);
}

function store(
  shell: Shell,
  line: Line,
  array: string | undefined,
  names: readonly string[],
  exact: boolean,
): void {
  const whole = textOf(Uint8Array.from(line.bytes));
  const ifs = getVariable(shell.variables, 'IFS') ?? ' \t\n';
  const assign = (name: string, value: string): void => {
    const place = parsePlace(name)!;
    assignTo(shell, place.name, place.subscript, value, false);
  };
  if (array !== undefined) {
    if (!shell.variables.map.get(array)?.traits?.elements)
      putRecord(shell, array, { value: undefined, traits: {} });
    assignList(
      shell,
      array,
      splitFields(line, ifs, Number.POSITIVE_INFINITY).map((value) => ({ value })),
      false,
    );
  } else if (names.length === 0) assign('REPLY', whole);
  else if (exact) for (const [index, name] of names.entries()) assign(name, index ? '' : whole);
  else {
    const fields = splitFields(line, ifs, names.length);
    for (const [index, name] of names.entries()) assign(name, fields[index] ?? '');
  }
}

function* mapfile(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, 'd:n:O:s:tu:C:c:');
  const numberOf = (letter: string, what: string): number => {
    const text = values.get(letter) ?? '0';
    if (!/^\d+$/.test(text)) throw fail(shell, `${text}: invalid ${what}`);
    return Number(text);
  };
  const most = numberOf('n', 'line count') || Number.POSITIVE_INFINITY;
  const origin = numberOf('O', 'array origin');
  const skip = numberOf('s', 'line count');
  const quantum = values.has('c') ? numberOf('c', 'callback quantum') : 5000;
  const fd = yield* descriptor(shell, values.get('u'));
  const name = operands[0] ?? 'MAPFILE';
  if (!isName(name)) throw fail(shell, `\`${name}': not a valid identifier`);
  const delimiter = values.has('d') ? values.get('d')!.charCodeAt(0) || 0 : 10;
  if (!values.has('O')) {
    if (!shell.variables.map.get(name)?.traits?.elements)
      putRecord(shell, name, { value: undefined, traits: {} });
    assignList(shell, name, [], false);
  }
  const callback = values.get('C');
  for (let count = 0, index = origin; index - origin < most; count++) {
    const line = yield* readDelimited(shell, fd, delimiter, !flags.has('t'));
    if (line === undefined) break;
    if (count < skip) continue;
    if (callback && (index - origin + 1) % quantum === 0)
      yield* runText(shell, `${callback} ${index} ${singleQuote(line)}`, { line: shell.line, name: 'eval' });
    assignTo(shell, name, String(index), line, false);
    index++;
  }
  return 0;
}

function* readDelimited(shell: Shell, fd: Fd, delimiter: number, keep: boolean): Step<string | undefined> {
  const bytes: number[] = [];
  const byte = new Uint8Array(1);
  for (;;) {
    const count = yield* wait(shell.sys.read(fd, byte));
    if (count === 0) return bytes.length ? textOf(Uint8Array.from(bytes)) : undefined;
    const ends = byte[0] === delimiter;
    if ((!ends || keep) && byte[0] !== 0) bytes.push(byte[0]!);
    if (ends) return textOf(Uint8Array.from(bytes));
  }
}

export const inputBuiltins: BuiltinTable = {
  read: { run: read },
  mapfile: { run: mapfile },
  readarray: { run: mapfile },
};
