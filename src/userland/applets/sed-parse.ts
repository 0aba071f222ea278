/**
 * sed scripts to commands: addresses, texts, branches resolved to places.
 * @see POSIX.1-2024, XCU sed; `addr,+n` as GNU and busybox
 */
import type { Regex } from '../../posix/index.ts';
import type { Io } from '../io.ts';
import { compile, type ScriptCursor, takeRegex } from './sed-cursor.ts';
import { parseSubstitution, type Substitution } from './sed-substitute.ts';

export type Address =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'last' }
  /** Undefined is the empty expression: the one used last. */
  | { readonly kind: 'regex'; readonly regex: Regex | undefined }
  | { readonly kind: 'plus'; readonly count: number };

export interface Command {
  readonly name: string;
  readonly first: Address | undefined;
  readonly second: Address | undefined;
  readonly negated: boolean;
  /** Text of a, i, c; file of r, w; label of b, t, T. */
  text: string;
  /** Where to go on: behind a block for `{`, before the label's next command for branches. */
  target: number;
  readonly substitution?: Substitution;
  readonly map?: ReadonlyMap<string, string>;
}

export interface SedScript {
  readonly commands: readonly Command[];
  /** The script begins with a line `#n`. */
  readonly quiet: boolean;
  /** The expression, or the one used last for an empty one; remembers it. */
  regexOf(regex: Regex | undefined): Regex;
}

export function parseSed(io: Io, text: string, extended: boolean): SedScript {
  const cursor: ScriptCursor = { io, text, extended, at: 0 };
  const commands: Command[] = [];
  const blocks: Command[] = [];
  const labels = new Map<string, number>();
  for (;;) {
    skip(cursor, /[\s;]/);
    if (cursor.at >= text.length) break;
    const command = parseCommand(cursor);
    if (!command) continue;
    if (command.name === ':') {
      labels.set(command.text, commands.length - 1);
    } else if (command.name === '}') {
      // busybox minds neither a brace too many nor one too few.
      const block = blocks.pop();
      if (block) block.target = commands.length - 1;
    } else {
      commands.push(command);
      if (command.name === '{') blocks.push(command);
    }
  }
  for (const block of blocks) block.target = commands.length - 1;
  for (const command of commands) {
    if (!'btT'.includes(command.name)) continue;
    command.target =
      command.text === ''
        ? commands.length
        : (labels.get(command.text) ?? io.die(`can't find label for jump to '${command.text}'`));
  }
  let last: Regex | undefined;
  return {
    commands,
    quiet: /^#n(\n|$)/.test(text),
    regexOf(regex) {
      last = regex ?? last ?? io.die('no previous regexp');
      return last;
    },
  };
}

function skip(cursor: ScriptCursor, what: RegExp): void {
  while (cursor.at < cursor.text.length && what.test(cursor.text[cursor.at]!)) cursor.at++;
}

function parseCommand(cursor: ScriptCursor): Command | undefined {
  const { io, text } = cursor;
  let first = parseAddress(cursor);
  let second: Address | undefined;
  if (first) {
    skip(cursor, /[ \t]/);
    if (text[cursor.at] === ',') {
      cursor.at++;
      skip(cursor, /[ \t]/);
      second = parseSecondAddress(cursor) ?? io.die('no address after comma');
    } else if (first.kind === 'line' && first.line === 0) {
      // There is no line 0; alone it is as if it were not there.
      first = undefined;
    }
  }
  skip(cursor, /[ \t]/);
  const negated = text[cursor.at] === '!';
  if (negated) {
    cursor.at++;
    skip(cursor, /[ \t]/);
  }
  const name = text[cursor.at++];
  if (name === undefined) return io.die('missing command');
  if (name === '#') {
    if (first) io.die('unsupported command #');
    skip(cursor, /[^\n]/);
    return undefined;
  }
  const base = { name, first, second, negated, text: '', target: 0 };
  if (name === 's') return { ...base, substitution: parseSubstitution(cursor) };
  if (name === 'y') return { ...base, map: parseMap(cursor) };
  if (name === ':' || 'btT'.includes(name)) {
    // A brace ends a branch in a one-line block.
    const label = (name === ':' ? /^[ \t]*([^\n;]*)/ : /^[ \t]*([^\n;}]*)/).exec(text.slice(cursor.at))!;
    cursor.at += label[0].length;
    return { ...base, text: label[1]!.trim() };
  }
  if ('aic'.includes(name)) return { ...base, text: parseText(cursor) };
  if (name === 'r' || name === 'w') {
    const file = /^[ \t]*([^\n]*)/.exec(text.slice(cursor.at))!;
    cursor.at += file[0].length;
    if (file[1] === '') io.die('empty filename');
    return { ...base, text: file[1]! };
  }
  if (!'{}=dDgGhHlnNpPqx'.includes(name)) return io.die(`unsupported command ${name}`);
  // What follows without a separator is the next command.
  return base;
}

function parseAddress(cursor: ScriptCursor): Address | undefined {
  const { text } = cursor;
  const char = text[cursor.at];
  const number = /^\d+/.exec(text.slice(cursor.at));
  if (number) {
    cursor.at += number[0].length;
    return { kind: 'line', line: Number(number[0]) };
  }
  if (char === '$') {
    cursor.at++;
    return { kind: 'last' };
  }
  if (char !== '/' && char !== '\\') return undefined;
  if (char === '\\') cursor.at++;
  const delimiter = text[cursor.at++] ?? '/';
  const source = takeRegex(cursor, delimiter);
  return { kind: 'regex', regex: source === '' ? undefined : compile(cursor, source, '') };
}

function parseSecondAddress(cursor: ScriptCursor): Address | undefined {
  const relative = /^\+(\d+)/.exec(cursor.text.slice(cursor.at));
  if (!relative) return parseAddress(cursor);
  cursor.at += relative[0].length;
  return { kind: 'plus', count: Number(relative[1]) };
}

/** Text of a, i, c: to the end of the line; a backslash keeps a newline, one-line forms drop leading blanks. */
function parseText(cursor: ScriptCursor): string {
  const { text } = cursor;
  skip(cursor, /[ \t]/);
  const opening = /^\\[ \t]*\n/.exec(text.slice(cursor.at));
  if (opening) cursor.at += opening[0].length;
  else if (text[cursor.at] === '\\') cursor.at++;
  let out = '';
  for (; cursor.at < text.length && text[cursor.at] !== '\n'; cursor.at++) {
    if (text[cursor.at] === '\\' && cursor.at + 1 < text.length) cursor.at++;
    out += text[cursor.at]!;
  }
  return out;
}

function parseMap(cursor: ScriptCursor): ReadonlyMap<string, string> {
  const delimiter = cursor.text[cursor.at++] ?? '';
  const side = (): string[] => {
    const chars: string[] = [];
    for (; cursor.at < cursor.text.length; cursor.at++) {
      const char = cursor.text[cursor.at]!;
      if (char === delimiter) {
        cursor.at++;
        return chars;
      }
      if (char === '\\' && cursor.at + 1 < cursor.text.length) {
        const next = cursor.text[++cursor.at]!;
        chars.push({ n: '\n', t: '\t', r: '\r' }[next] ?? next);
      } else chars.push(char);
    }
    return cursor.io.die('unterminated y command');
  };
  const from = side();
  const to = side();
  if (from.length !== to.length) cursor.io.die('y/// command strings have different lengths');
  return new Map(from.map((char, i) => [char, to[i]!]));
}
