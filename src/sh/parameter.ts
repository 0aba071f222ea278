/**
 * Parameters: names, digits and specials, and what `${name…}` does with them.
 * @see POSIX.1-2024, XCU 2.5, 2.6.2; `${x/a/b}` and `${x:1:2}` as busybox ash
 */
import { binaryOf, bytesOfBinary, compilePattern, textOf } from '../posix/index.ts';
import { assign } from './assign.ts';
import type { ParameterPart } from './ast.ts';
import { evaluate, expandParts, expandText, expandToPattern, loadArithmetic } from './expand.ts';
import type { Sink } from './fields.ts';
import { optionLetters } from './options.ts';
import { describe, type Shell, ShellError } from './shell.ts';
import type { Step } from './step.ts';
import { getVariable } from './variables.ts';

/** A parameter's value; undefined where it is unset. */
export function getParameter(shell: Shell, name: string): string | undefined {
  const code = name.charCodeAt(0);
  if (code > 64 || code === 95) {
    const variable = shell.variables.map.get(name);
    if (variable) return variable.traits ? shell.bash!.readVariable(shell, name, variable) : variable.value;
    return dynamicVariable(shell, name);
  }
  if (code >= 48 && code <= 57) {
    const index = Number(name);
    return index === 0 ? shell.arg0 : shell.parameters[index - 1];
  }
  if (name === '?') return String(shell.status);
  if (name === '#') return String(shell.parameters.length);
  if (name === '$') return String(shell.rootPid);
  if (name === '!') return shell.lastBackground === undefined ? undefined : String(shell.lastBackground);
  if (name === '-') return shell.bash?.optionLetters(shell) ?? optionLetters(shell.options);
  // Without parameters $@ is set and empty in ash, unset in bash.
  if (shell.parameters.length === 0) return shell.dialect.name === 'ash' ? '' : undefined;
  return shell.parameters.join(joiner(shell));
}

function dynamicVariable(shell: Shell, name: string): string | undefined {
  if (shell.bash) return undefined;
  if (name === 'LINENO') return String(shell.line);
  if (name === 'RANDOM') {
    const [low = 0, high = 0] = shell.sys.random(2);
    return String(((high << 8) | low) & 0x7fff);
  }
  if (name === 'EPOCHSECONDS') return String(Math.floor(shell.sys.now() / 1000));
  if (name === 'EPOCHREALTIME') return (shell.sys.now() / 1000).toFixed(6);
  return undefined;
}

/** What "$*" joins by: the first character of IFS. */
export function joiner(shell: Shell): string {
  return (getVariable(shell.variables, 'IFS') ?? ' ').slice(0, 1);
}

export function* expandParameter(shell: Shell, part: ParameterPart, sink: Sink): Step<void> {
  if (shell.bash && part.operator !== '') return yield* shell.bash.expandParameter(shell, part, sink);
  const { name, operator, quoted } = part;
  const listed = name === '@' || name === '*';
  if (operator === 'length') return put(sink, yieldLength(shell, name), quoted);
  if (listed && operator === '') return putList(shell, name, quoted, sink);
  const value = getParameter(shell, name);
  if (operator === '-' || operator === '+' || operator === '=' || operator === '?') {
    const absent = value === undefined || (part.colon && value === '');
    if (operator === '+') {
      if (!absent) return yield* expandAlternative(shell, part, sink);
      return put(sink, '', quoted);
    }
    if (!absent && listed && quoted && !shell.parameters.length) return put(sink, '', true);
    if (!absent) return listed ? putList(shell, name, quoted, sink) : put(sink, value, quoted);
    if (operator === '-') return yield* expandAlternative(shell, part, sink);
    const word = yield* expandText(shell, part.word!);
    if (operator === '?') throw unsetError(shell, part, word);
    if (!/^[A-Za-z_]/.test(name)) throw new ShellError(describe(shell, `${name}: bad variable name`));
    assign(shell, name, word);
    return put(sink, word, quoted);
  }
  if (value === undefined && shell.options.nounset && !listed) throw notSet(shell, name);
  if (listed && (quoted ? name === '@' : true)) {
    // ash works on all parameters as one text, between which the fields still end.
    const result = yield* operate(shell, part, shell.parameters.join('\0'));
    return sink.list(result.split('\0'), quoted, joiner(shell));
  }
  put(sink, yield* operate(shell, part, value ?? '', value !== undefined), quoted);
}

export function* expandAlternative(shell: Shell, { word, quoted }: ParameterPart, sink: Sink): Step<void> {
  const { parts } = word!;
  if (parts.length === 0) put(sink, '', quoted);
  else yield* expandParts(shell, parts, sink, !quoted);
}

function yieldLength(shell: Shell, name: string): string {
  const value = getParameter(shell, name);
  if (value === undefined && shell.options.nounset) throw notSet(shell, name);
  return String(characters(value ?? '').length);
}

/** `set -u`. */
export function notSet(shell: Shell, name: string): ShellError {
  const text = shell.dialect.name === 'ash' ? 'parameter not set' : 'unbound variable';
  return fatal(shell, `${name}: ${text}`);
}

/** An error that ends a shell, in bash with a status of its own where a command line was given. */
export function fatal(shell: Shell, message: string): ShellError {
  const { dialect, options, subshell } = shell;
  const status = dialect.name === 'ash' ? 2 : options.command && !subshell ? 127 : 1;
  return new ShellError(describe(shell, message), status);
}

function unsetError(shell: Shell, part: ParameterPart, word: string): ShellError {
  const text = word || (part.colon ? 'parameter not set or null' : 'parameter not set');
  return new ShellError(describe(shell, `${part.name}: ${text}`));
}

export function put(sink: Sink, value: string, quoted: boolean): void {
  if (quoted) sink.text(value, true);
  else sink.split(value);
}

function putList(shell: Shell, name: string, quoted: boolean, sink: Sink): void {
  if (name === '*' && quoted) sink.text(shell.parameters.join(joiner(shell)), true);
  else sink.list(shell.parameters, quoted, name === '@' && shell.bash ? ' ' : joiner(shell));
}

function* operate(shell: Shell, part: ParameterPart, value: string, set = true): Step<string> {
  const { operator } = part;
  if (operator === '') return value;
  if (operator === ':') return yield* substring(shell, part, value);
  const source = yield* expandToPattern(shell, part.word!);
  const pattern = compilePattern(source);
  if (operator === '#' || operator === '##') {
    return value.slice(Math.max(pattern.prefix(value, operator === '##'), 0));
  }
  if (operator === '%' || operator === '%%') {
    const from = pattern.suffix(value, operator === '%%');
    return from < 0 ? value : value.slice(0, from);
  }
  if (source === '') return value;
  const replacement = part.second ? yield* expandText(shell, part.second) : '';
  if (value === '' && pattern.matches('')) return set ? replacement : '';
  let result = '';
  let at = 0;
  while (at < value.length) {
    const length = pattern.prefix(value, true, at);
    if (length > 0) {
      result += replacement;
      at += length;
      if (operator === '/') break;
    } else result += value[at++];
  }
  return result + value.slice(at);
}

function* substring(shell: Shell, part: ParameterPart, value: string): Step<string> {
  yield* loadArithmetic();
  // ash cuts between bytes, though it counts characters.
  const bytes = shell.dialect.name === 'ash' && /[^\0-\x7f]/.test(value);
  const units = bytes ? binaryOf(value) : characters(value);
  const cut = (from: number, to?: number): string => {
    const piece = units.slice(from, to);
    return bytes ? textOf(bytesOfBinary(piece)) : piece;
  };
  let from = Number(evaluate(shell, yield* expandText(shell, part.word!)));
  if (from < 0) from += units.length;
  if (from < 0) return '';
  if (!part.second) return cut(from);
  const length = Number(evaluate(shell, yield* expandText(shell, part.second)));
  const to = length < 0 ? units.length + length : from + length;
  return to > from ? cut(from, to) : '';
}

/** A text counted and cut by characters. */
interface Characters {
  readonly length: number;
  slice(from: number, to?: number): string;
}

/** Bytes where some are no characters: mbstowcs(3) fails then, and ash counts them. */
export function characters(value: string): Characters {
  const text = /[\udc80-\udcff]/u.test(value) ? binaryOf(value) : value;
  // Most have none beyond U+FFFF: then they are what JavaScript counts.
  if (!/[\ud800-\udbff]/.test(text)) return text;
  const list = [...text];
  return { length: list.length, slice: (from, to) => list.slice(from, to).join('') };
}
