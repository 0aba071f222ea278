/** printf with -v, %q and %(format)T. @see bash manual, 4.2 */

import { concat } from '../../../base/index.ts';
import { writeAll } from '../../../kernel/index.ts';
import { loadPrintf, loadTimes, textOf } from '../../../posix/index.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { describe, type Shell, writeText } from '../../shell.ts';
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

/** Conversions that the common formatter does not know. */
const OWN = /%[-+ #0\d.*]*(?:[qQ(jtLF]|[hlz]+[jtLF])/;

/** Operands that bash reads in ways of its own: characters as numbers, escapes of characters. */
const OWN_OPERAND = /^["']|\\[uUE]/;

/** Rewrites bash's own conversions, operand by operand, to what the common formatter knows. */
function* formatAll(shell: Shell, format: string, operands: readonly string[]) {
  if (!OWN.test(format) && !operands.some((each) => OWN_OPERAND.test(each))) {
    const result = late!.formatPrintf(format, operands);
    if (!result.errors.some((error) => error.startsWith('invalid number'))) return result;
  }
  const pieces =
    format.match(/%%|%[-+ #0]*(?:\*|\d*)(?:\.(?:\*|\d*))?(?:\([^)]*\)T|[hlLzjt]*[\s\S])|[^%]+/g) ?? [];
  const outputs: Uint8Array[] = [];
  const errors: string[] = [];
  const warnings: string[] = [];
  let stopped = false;
  let at = 0;
  do {
    const before = at;
    for (const piece of pieces) {
      if (stopped) break;
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
      } else {
        // Integers have 64 bits whatever the modifier says.
        text = `%${match[1]}${conversion.replace(/[jtL](?=.)/g, '').replace('F', 'f')}`;
        if (conversion === 'b') {
          taken[stars] = expandUnicode(taken[stars] ?? '');
          stopped = /^(?:[^\\]|\\[^c])*\\c/.test(taken[stars]);
        } else if (/[diouxX]$/.test(conversion))
          taken[stars] = numberIn(taken[stars] ?? '', /[di]$/.test(conversion), errors, warnings);
      }
      const result = late!.formatPrintf(text, taken);
      outputs.push(result.output);
      errors.push(...result.errors);
    }
    if (at === before) break;
  } while (at < operands.length && !stopped);
  return { output: concat(outputs), errors: [...errors, ...warnings], status: errors.length ? 1 : 0 };
}

/** What is a number at the operand's beginning, or a character's; the rest is told, and what does not fit. */
function numberIn(text: string, signed: boolean, errors: string[], warnings: string[]): string {
  if (text === '') return '0';
  if (/^["']/.test(text)) return String(text.codePointAt(1) ?? 0);
  const [number = '', sign = '', digits = ''] =
    /^\s*([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(text) ?? [];
  if (number !== text) {
    const kind = /^0[xX]/.test(text) ? 'hex ' : /^0\d/.test(text) ? 'octal ' : '';
    errors.push(`${text}: invalid ${kind}number`);
  }
  if (!digits) return '0';
  const size = BigInt(/^0\d/.test(digits) ? `0o${digits.slice(1)}` : digits);
  // strtoimax and strtoumax stop at their ends.
  const most = signed ? 2n ** 63n - (sign === '-' ? 0n : 1n) : 2n ** 64n - 1n;
  if (size <= most) return number;
  if (number === text) warnings.push(`warning: ${text}: Numerical result out of range`);
  return `${signed ? sign : ''}${most}`;
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
