/** printf with -v, %q and %(format)T. @see bash manual, 4.2 */
import { concat } from '../../../base/index.ts';
import { loadPrintf, loadTimes, textOf } from '../../../posix/index.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { describe, type Shell, writeAll, writeText } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { getVariable } from '../../variables.ts';
import { quoteBackslash } from '../quote.ts';
import { assignTo, parsePlace } from '../values.ts';
import { expandUnicode, fail, usageError } from './options.ts';

let late: Awaited<ReturnType<typeof loadPrintf>> | undefined;

function* printf(shell: Shell, words: readonly string[]): Step<number> {
  let at = 1;
  let variable: string | undefined;
  if (words[at]?.startsWith('-v')) {
    variable = words[at] === '-v' ? words[++at] : words[at]!.slice(2);
    at++;
    if (variable === undefined) throw usageError(shell, 'printf', '-v: option requires an argument');
    if (!parsePlace(variable)) throw fail(shell, `\`${variable}': not a valid identifier`, 2);
  } else if (/^-[^-]/.test(words[at] ?? ''))
    throw usageError(shell, 'printf', `${words[at]!.slice(0, 2)}: invalid option`);
  if (words[at] === '--') at++;
  const format = words[at];
  if (format === undefined) throw usageError(shell, 'printf');
  late ??= yield* wait(loadPrintf());
  const { output, errors, status } = yield* formatAll(shell, expandUnicode(format), words.slice(at + 1));
  if (variable === undefined) yield* wait(writeAll(shell.sys, 1, output));
  else {
    const place = parsePlace(variable)!;
    assignTo(shell, place.name, place.subscript, textOf(output).replaceAll('\0', ''), false);
  }
  for (const error of errors) yield* wait(writeText(shell.sys, 2, `${describe(shell, inBash(error))}\n`));
  return status;
}

/** Rewrites bash's own conversions, operand by operand, to what the common formatter knows. */
function* formatAll(shell: Shell, format: string, operands: readonly string[]) {
  if (!/%[-+ #0\d.*]*(?:[qQ]|\()/.test(format)) {
    const result = late!.formatPrintf(format, operands);
    if (!result.errors.some((error) => error.startsWith('invalid number'))) return result;
  }
  const pieces =
    format.match(/%%|%[-+ #0]*(?:\*|\d*)(?:\.(?:\*|\d*))?(?:\([^)]*\)T|[hlLz]*[\s\S])|[^%]+/g) ?? [];
  const outputs: Uint8Array[] = [];
  const errors: string[] = [];
  let at = 0;
  do {
    const before = at;
    for (const piece of pieces) {
      const match = /^%([-+ #0]*(?:\*|\d*)(?:\.(?:\*|\d*))?)([\s\S]+)$/.exec(piece);
      if (!match || piece === '%%') {
        outputs.push(late!.formatPrintf(piece, []).output);
        continue;
      }
      const stars = (match[1]!.match(/\*/g) ?? []).length;
      const taken = operands.slice(at, at + stars + 1);
      at += stars + 1;
      const conversion = match[2]!;
      let text = piece;
      if (/^[qQ]$/.test(conversion)) {
        text = `%${match[1]}s`;
        taken[stars] = quoteBackslash(taken[stars] ?? '');
      } else if (conversion[0] === '(') {
        text = `%${match[1]}s`;
        taken[stars] = yield* timeText(shell, conversion.slice(1, -2), taken[stars]);
      }
      if (/[diouxX]$/.test(conversion)) taken[stars] = numberIn(taken[stars] ?? '', errors);
      const result = late!.formatPrintf(text, taken);
      outputs.push(result.output);
      errors.push(...result.errors);
    }
    if (at === before) break;
  } while (at < operands.length);
  return { output: concat(outputs), errors, status: errors.length ? 1 : 0 };
}

/** What is a number at the operand's beginning; the rest is told. */
function numberIn(text: string, errors: string[]): string {
  if (text === '' || /^["']/.test(text)) return text === '' ? '0' : text;
  const number = /^\s*[-+]?(?:0[xX][0-9a-fA-F]+|\d+)/.exec(text)?.[0] ?? '';
  if (number !== text) errors.push(`invalid number '${text}'`);
  return number || '0';
}

/** -1 is now, -2 when the shell began. */
function* timeText(shell: Shell, format: string, operand: string | undefined): Step<string> {
  const { strftime, calendarTime, parseTimeZone } = yield* wait(loadTimes());
  const given = operand === undefined || operand === '' ? -1 : Number.parseInt(operand, 10) || 0;
  const seconds = given < 0 ? Math.floor(shell.sys.now() / 1000) : given;
  return strftime(format || '%X', calendarTime(seconds, parseTimeZone(getVariable(shell.variables, 'TZ'))));
}

/** The common formatter speaks as busybox does. */
function inBash(error: string): string {
  const invalid = /^invalid number '([\s\S]*)'$/.exec(error);
  if (invalid) return `${invalid[1]}: invalid number`;
  const format = /^%[-+ #0\d.*]*[hlLz]*([\s\S])[\s\S]*: invalid format$/.exec(error);
  if (format) return `\`${format[1]}': invalid format character`;
  return error;
}

export const printfBuiltins: BuiltinTable = { printf: { run: printf } };
