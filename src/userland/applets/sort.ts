/** sort: orders lines by keys. */
import { binaryOf, bytesOfBinary, errnoOf } from '../../posix/index.ts';
import { writeFile } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { compareVersions } from './ls-format.ts';

export const main = applet({
  usage: '[-nrughMcszbdfiokt] [-o FILE] [-k START[.OFS][OPTS][,END[.OFS][OPTS]] [-t CHAR] [FILE]...',
  about: 'Sort lines of text',
  usageStatus: 2,
  async run(io) {
    const options = parseOptions(io, 'ngMucszbrdfihVo:k:t:S:T:m');
    const plan = readPlan(io, options);
    const delimiter = options.has('z') ? '\0' : '\n';
    const lines: string[] = [];
    for (const path of options.operands.length ? options.operands : ['-']) {
      const reader = await io.openInput(path).catch((error: unknown) => io.dieErrno(path, error, 2));
      try {
        for (const line of splitLines(await reader.rest(), delimiter)) lines.push(line);
      } catch (error) {
        // A directory is an empty file to busybox.
        if (errnoOf(error) !== 'EISDIR') io.dieErrno(path, error, 2);
      }
      await reader.close();
    }
    const compare = (a: string, b: string) =>
      compareKeys(plan, a, b) || (plan.lastResort ? byBytes(a, b) * (plan.global.reverse ? -1 : 1) : 0);
    if (options.has('c'))
      return check(io, lines, options.has('u') ? (a, b) => compareKeys(plan, a, b) || 1 : compare);
    let sorted = [...lines].sort(compare);
    if (options.has('u'))
      sorted = sorted.filter((line, i) => i === 0 || compareKeys(plan, sorted[i - 1]!, line) !== 0);
    const output = options.value('o');
    if (output !== undefined) {
      await writeFile(io.sys, output, bytesOfBinary(sorted.map((line) => line + delimiter).join('')));
      return 0;
    }
    for (const line of sorted) {
      io.put(line + delimiter);
      const pumped = io.pump();
      if (pumped instanceof Promise) await pumped;
    }
    return 0;
  },
});

function splitLines(text: string, delimiter: string): string[] {
  if (text === '') return [];
  return (text.endsWith(delimiter) ? text.slice(0, -1) : text).split(delimiter);
}

function check(io: Io, lines: readonly string[], compare: (a: string, b: string) => number): number {
  for (let i = 1; i < lines.length; i++) {
    if (compare(lines[i - 1]!, lines[i]!) > 0) {
      io.printError(`Check line ${i}\n`);
      return 1;
    }
  }
  return 0;
}

interface Order {
  readonly kind: string;
  readonly reverse: boolean;
  readonly blanks: boolean;
  readonly fold: boolean;
  readonly dictionary: boolean;
  readonly printable: boolean;
}

interface Key {
  readonly start: readonly [field: number, offset: number];
  readonly end: readonly [field: number, offset: number] | undefined;
  readonly order: Order;
}

interface Plan {
  readonly keys: readonly Key[];
  readonly global: Order;
  readonly separator: string | undefined;
  readonly lastResort: boolean;
}

function orderOf(flags: string): Order {
  return {
    kind: /[nghMV](?!.*[nghMV])/.exec(flags)?.[0] ?? '',
    reverse: flags.includes('r'),
    blanks: flags.includes('b'),
    fold: flags.includes('f'),
    dictionary: flags.includes('d'),
    printable: flags.includes('i'),
  };
}

function readPlan(io: Io, options: Options): Plan {
  const flags = [...'nghMVrbfdi'].filter((flag) => options.has(flag)).join('');
  const global = orderOf(flags);
  const separator = options.value('t');
  if (separator !== undefined && separator.length !== 1 && separator !== '\\0') io.die('bad -t parameter', 2);
  const keys = options.values('k').map((text): Key => {
    const found = /^(\d+)(?:\.(\d+))?([a-zA-Z]*)(?:,(\d+)(?:\.(\d+))?([a-zA-Z]*))?$/.exec(text);
    if (!found || found[1] === '0') return io.die('bad field specification', 2);
    const [, field, offset, opts1, endField, endOffset, opts2 = ''] = found;
    const own = opts1! + opts2;
    if (/[^nghMVrbfdi]/.test(own)) io.die('unknown key option', 2);
    return {
      start: [Number(field), Number(offset ?? 0)],
      end: endField === undefined ? undefined : [Number(endField), Number(endOffset ?? 0)],
      order: own === '' ? global : orderOf(own),
    };
  });
  return {
    keys: keys.length ? keys : [{ start: [1, 0], end: undefined, order: global }],
    global,
    separator: separator === undefined ? undefined : separator === '\\0' ? '\0' : binaryOf(separator),
    lastResort: !options.has('s') && !options.has('u'),
  };
}

const byBytes = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function compareKeys(plan: Plan, a: string, b: string): number {
  for (const key of plan.keys) {
    const order = compareAs(key.order, keyText(plan, key, a), keyText(plan, key, b));
    if (order !== 0) return key.order.reverse ? -order : order;
  }
  return 0;
}

function keyText(plan: Plan, key: Key, line: string): string {
  if (plan.keys.length === 1 && key.start[0] === 1 && key.start[1] === 0 && !key.end && !key.order.blanks)
    return decorated(line, key.order);
  const [from] = fieldSpan(plan, line, key.start[0]);
  let start = Math.min(line.length, from);
  if (key.order.blanks) while (/[ \t]/.test(line[start] ?? '')) start++;
  start += Math.max(0, key.start[1] - 1);
  let end = line.length;
  if (key.end) {
    const [endFrom, endTo] = fieldSpan(plan, line, key.end[0]);
    end = key.end[1] === 0 ? endTo : Math.min(line.length, endFrom + key.end[1]);
  }
  return decorated(line.slice(start, Math.max(start, end)), key.order);
}

/** Where field n begins and ends. Without a separator a field begins with the blanks before it. */
function fieldSpan({ separator }: Plan, line: string, field: number): [number, number] {
  let start = 0;
  let end = 0;
  for (let n = 1; ; n++) {
    if (separator === undefined) {
      end = start;
      while (/[ \t]/.test(line[end] ?? '')) end++;
      while (end < line.length && !/[ \t]/.test(line[end]!)) end++;
    } else {
      const at = line.indexOf(separator, start);
      end = at < 0 ? line.length : at;
    }
    if (n === field) return [start, end];
    start = separator === undefined ? end : end + 1;
    if (start > line.length || (start === line.length && separator === undefined))
      return [line.length, line.length];
  }
}

function decorated(text: string, order: Order): string {
  let out = text;
  if (order.dictionary) out = out.replace(/[^A-Za-z0-9 \t]/g, '');
  if (order.printable) out = out.replace(/[^ -~]/g, '');
  return order.fold ? out.replace(/[a-z]/g, (letter) => letter.toUpperCase()) : out;
}

const SCALE = ' KMGTPEZY';
const MONTH = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC';

function compareAs({ kind }: Order, a: string, b: string): number {
  switch (kind) {
    case 'n':
      return numberOf(a) - numberOf(b);
    case 'g': {
      const [x, y] = [Number.parseFloat(a), Number.parseFloat(b)];
      if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
      return x - y || 0;
    }
    case 'h':
      return humanOf(a) - humanOf(b);
    case 'M':
      return monthOf(a) - monthOf(b);
    case 'V':
      return compareVersions(a, b);
    default:
      return byBytes(a, b);
  }
}

function numberOf(text: string): number {
  return Number(/^[ \t]*(-?\d*\.?\d*)/.exec(text)?.[1]?.replace(/^(-?)\.?$/, '0') || 0);
}

function humanOf(text: string): number {
  const suffix = /^[ \t]*-?\d*\.?\d*([KMGTPEZY]?)/i.exec(text)?.[1] ?? '';
  return numberOf(text) * 1024 ** Math.max(0, SCALE.indexOf(suffix.toUpperCase() || ' '));
}

function monthOf(text: string): number {
  return MONTH.indexOf(text.trimStart().slice(0, 3).toUpperCase());
}
