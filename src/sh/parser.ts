/**
 * The shell's grammar: lists, pipelines, simple commands, function definitions.
 *
 * Text in, syntax tree out, one complete command at a time, so that aliases and options set by one
 * hold for the next. Compound commands are in compound.ts, words in words.ts.
 * @see POSIX.1-2024, XCU 2.10 "Shell Grammar"; messages as busybox ash 1.37
 */
import type {
  AndOr,
  Assignment,
  Command,
  ListItem,
  Pipeline,
  Redirect,
  RedirectOperator,
  SimpleCommand,
  Word,
} from './ast.ts';
import { compoundStarters, parseCompound, parseFunctionBody } from './compound.ts';
import { EMPTY_WORD, wordOf } from './part-list.ts';
import {
  awaitHereDocument,
  endsEarly,
  peek,
  type Reader,
  SyntaxProblem,
  substituteAlias,
  type Token,
  take,
} from './reader.ts';
import { leadingName, withTildes } from './words.ts';

const KEYWORDS = new Set(
  '! case do done elif else esac fi for function if in then until while { }'.split(' '),
);

export function isKeyword(text: string): boolean {
  return KEYWORDS.has(text);
}

/** What the grammar asks of whoever reads: a shell, or the reader of a text around this one. */
export type ReaderOwner = Pick<Reader, 'dialect' | 'aliases' | 'bash' | 'bashState'>;

/** `line` is the first line's number; more text may follow where it is not `final`. */
export function createReader(text: string, owner: ReaderOwner, line = 1, final = true): Reader {
  const { dialect, bash, bashState, aliases } = owner;
  return {
    text,
    at: 0,
    line,
    final,
    dialect,
    bash,
    bashState,
    aliases,
    assignable: true,
    aliasRegions: [],
    aliasBlanks: [],
    token: undefined,
    lastEnd: 0,
    pending: [],
    parseSubstitution,
    parseText: (inner, outer, line) => parseWhole(createReader(inner, outer, line)),
  };
}

/** Everything up to the end of the text. */
function parseWhole(reader: Reader): ListItem[] {
  const items: ListItem[] = [];
  for (let next = parseLine(reader); next; next = parseLine(reader)) items.push(...next);
  return items;
}

/**
 * The next complete command: all up to a newline that ends it. Undefined at the end of the text.
 * @throws {SyntaxProblem}
 */
export function parseLine(reader: Reader): ListItem[] | undefined {
  while (peek(reader).kind === 'newline') take(reader);
  if (peek(reader).kind === 'end') return undefined;
  const items: ListItem[] = [];
  for (;;) {
    const separator = parseItem(reader, items);
    const token = peek(reader);
    if (token.kind === 'newline') {
      take(reader);
      return items;
    }
    if (token.kind === 'end') return items;
    if (!separator || !startsCommand(reader)) unexpected(reader);
  }
}

/** One and-or list and its separator; answers whether there was one. */
function parseItem(reader: Reader, items: ListItem[]): boolean {
  const command = parseAndOr(reader);
  const token = peek(reader);
  const background = token.kind === 'operator' && token.text === '&';
  items.push({ command, background });
  if (!background && !(token.kind === 'operator' && token.text === ';')) return false;
  take(reader);
  return true;
}

/** Commands inside a compound one, up to what cannot begin a command; there has to be one. */
export function parseCompoundList(reader: Reader): ListItem[] {
  const items: ListItem[] = [];
  skipNewlines(reader);
  // Who asked for the list says what it misses.
  if (peek(reader).kind === 'end') return items;
  for (;;) {
    const separator = parseItem(reader, items);
    const newline = peek(reader).kind === 'newline';
    skipNewlines(reader);
    if ((!separator && !newline) || !startsCommand(reader)) return items;
  }
}

export function skipNewlines(reader: Reader): void {
  while (peek(reader).kind === 'newline') take(reader);
}

const CLOSERS = new Set('do done elif else esac fi then }'.split(' '));

/** Whether the next token can begin a command. */
function startsCommand(reader: Reader): boolean {
  const token = commandToken(reader);
  if (token.kind === 'word') return !CLOSERS.has(token.raw);
  return token.kind === 'redirect' || (token.kind === 'operator' && token.text === '(');
}

/** The inside of `$(…)`; the reader stands behind the parenthesis and is left behind the other. */
function parseSubstitution(reader: Reader): ListItem[] {
  const { token, pending, lastEnd } = reader;
  reader.token = undefined;
  reader.pending = [];
  skipNewlines(reader);
  const items = isOperator(reader, ')') ? [] : parseCompoundList(reader);
  if (reader.bash && peek(reader).kind === 'end') endsEarly(reader, 'substitution', ')');
  expectOperator(reader, ')');
  // The rest of the word goes on directly behind the parenthesis.
  reader.at = reader.lastEnd;
  Object.assign(reader, { token, lastEnd });
  reader.pending.push(...pending);
  return items;
}

function parseAndOr(reader: Reader): Command {
  const start = peek(reader).start;
  let left = parsePipeline(reader);
  for (;;) {
    const token = peek(reader);
    if (token.kind !== 'operator' || (token.text !== '&&' && token.text !== '||')) return left;
    take(reader);
    skipNewlines(reader);
    const right = parsePipeline(reader);
    left = {
      kind: 'and-or',
      left,
      operator: token.text,
      right,
      ...origin(reader, start, left.line),
    } satisfies AndOr;
  }
}

/** Line and text of a command that began at `start`. */
export function origin(reader: Reader, start: number, line: number): { line: number; text: string } {
  return { line, text: reader.text.slice(start, reader.lastEnd) };
}

function parsePipeline(reader: Reader): Command {
  const first = peek(reader);
  const timed = reader.bash?.parseTime(reader, first, parsePipeline);
  if (timed) return timed;
  const negated = first.kind === 'word' && first.raw === '!';
  if (negated) take(reader);
  if (negated && reader.bash?.isTime(peek(reader)))
    return {
      kind: 'pipeline',
      commands: [parsePipeline(reader)],
      negated,
      ...origin(reader, first.start, first.line),
    };
  const commands: Command[] = [];
  for (;;) {
    let command = parseCommand(reader);
    const token = peek(reader);
    const piped = token.kind === 'operator' && (token.text === '|' || token.text === '|&');
    if (piped && token.text === '|&') command = withStderr(command);
    commands.push(command);
    if (!piped) break;
    take(reader);
    skipNewlines(reader);
  }
  if (commands.length === 1 && !negated) return commands[0]!;
  return {
    kind: 'pipeline',
    commands,
    negated,
    ...origin(reader, first.start, first.line),
  } satisfies Pipeline;
}

/** `|&` is `2>&1 |`. */
function withStderr(command: Command): Command {
  const redirect: Redirect = {
    fd: 2,
    operator: '>&',
    word: wordOf([{ kind: 'text', text: '1', quoted: false }]),
  };
  if ('redirects' in command) return { ...command, redirects: [...command.redirects, redirect] };
  const { line, text } = command;
  return { kind: 'group', body: [{ command, background: false }], redirects: [redirect], line, text };
}

export function parseCommand(reader: Reader): Command {
  const token = commandToken(reader);
  if (token.kind === 'word' && isStarter(reader, token.raw)) return parseCompound(reader, token);
  if (token.kind === 'operator' && token.text === '(') return parseCompound(reader, token);
  if (token.kind === 'word' && (CLOSERS.has(token.raw) || token.raw === '!')) unexpected(reader);
  if (token.kind !== 'word' && token.kind !== 'redirect') unexpected(reader);
  return parseSimple(reader, token);
}

/** Whether a compound command begins with this word. */
export function isStarter({ bash }: Reader, raw: string): boolean {
  return compoundStarters.has(raw) || bash?.starters.has(raw) === true;
}

/** The token in the place of a command's name, aliases replaced. */
function commandToken(reader: Reader): Token {
  for (;;) {
    const token = peek(reader);
    if (token.kind !== 'word') return token;
    if (isPastedPrompt(reader, token)) take(reader);
    else if (KEYWORDS.has(token.raw) || !substituteAlias(reader, token)) return token;
  }
}

/** A `$ ` that begins a line, pasted along with what follows it. */
function isPastedPrompt(reader: Reader, token: Token & { kind: 'word' }): boolean {
  if (!reader.dialect.pastedPrompt || token.raw !== '$') return false;
  if (!/[ \t]/.test(reader.text[token.end] ?? '')) return false;
  const before = reader.text.slice(reader.text.lastIndexOf('\n', token.start) + 1, token.start);
  return before.trim() === '';
}

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)(\+?)=/;

function parseSimple(reader: Reader, first: Token): SimpleCommand | Command {
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirects: Redirect[] = [];
  for (;;) {
    reader.assignable = words.length === 0 || reader.bash?.declares(words[0]!) === true;
    const token = peek(reader);
    reader.assignable = true;
    if (token.kind === 'redirect') {
      redirects.push(parseRedirect(reader));
      continue;
    }
    if (token.kind === 'operator' && isTestConnective(reader, words, token.text)) {
      take(reader);
      words.push(wordOf([{ kind: 'text', text: token.text, quoted: false }]));
      continue;
    }
    if (token.kind !== 'word') break;
    // An assignment or a redirection before it keeps the name's place a command's.
    const aliased = words.length ? followsAliasBlank(reader, token) : token !== first;
    if (aliased && substituteAlias(reader, token)) continue;
    const assignment = words.length === 0 ? assignmentOf(reader, token) : undefined;
    take(reader);
    if (assignment) {
      assignments.push(assignment);
      continue;
    }
    reader.assignable = reader.bash?.declares(token.word) === true;
    const opens = words.length === 0 && isOperator(reader, '(');
    reader.assignable = true;
    if (opens && !assignments.length && !redirects.length) {
      return parseFunctionBody(reader, token);
    }
    words.push(declared(words, token.word));
  }
  return { kind: 'simple', assignments, words, redirects, ...origin(reader, first.start, first.line) };
}

/** Whether an alias whose value ends in a blank stands directly before the word. */
function followsAliasBlank({ aliasBlanks, lastEnd, text }: Reader, { start }: Token): boolean {
  return aliasBlanks.some((at) => lastEnd <= at && at <= start && text.slice(at, start).trim() === '');
}

/** In ash `[[` is a command that takes && and || as operands. */
function isTestConnective(reader: Reader, words: readonly Word[], text: string): boolean {
  if (reader.dialect.name === 'bash' || words[0]?.plain !== '[[' || words.at(-1)?.plain === ']]')
    return false;
  return text === '&&' || text === '||';
}

const DECLARERS = new Set(['export', 'readonly', 'local', 'alias', 'declare', 'typeset']);

/** In `export PATH=~/bin` the operand is treated as an assignment. */
function declared(words: readonly Word[], word: Word): Word {
  const command = words[0]?.plain;
  if (!command || !DECLARERS.has(command) || word.assigns) return word;
  const declaration = withValueTildes(word);
  if (!declaration || command === 'alias') return declaration ?? word;
  return { ...declaration, assignment: true };
}

/** A word that looks like an assignment, tildes in its value; undefined where it does not. */
export function withValueTildes(word: Word): Word | undefined {
  const text = word.parts[0];
  if (text?.kind !== 'text' || text.quoted) return undefined;
  const match = ASSIGNMENT.exec(text.text);
  if (!match) return undefined;
  const value = withTildes(
    wordOf([{ ...text, text: text.text.slice(match[0].length) }, ...word.parts.slice(1)]),
  );
  const declaration = wordOf([{ kind: 'text', text: match[0], quoted: false }, ...value.parts]);
  return word.raw === undefined ? declaration : { ...declaration, raw: word.raw };
}

function assignmentOf(reader: Reader, token: Token & { kind: 'word' }): Assignment | undefined {
  const { assigns, raw } = token.word;
  if (assigns) return raw === undefined ? assigns : { ...assigns, raw };
  const first = token.word.parts[0];
  if (first?.kind !== 'text' || first.quoted) return undefined;
  const match = ASSIGNMENT.exec(first.text);
  if (!match || (match[2] && reader.dialect.name === 'ash')) return undefined;
  const rest = first.text.slice(match[0].length);
  const parts = rest ? [{ ...first, text: rest }, ...token.word.parts.slice(1)] : token.word.parts.slice(1);
  return {
    name: match[1]!,
    append: match[2] === '+',
    value: parts.length ? withTildes(wordOf(parts)) : EMPTY_WORD,
    ...(token.word.raw === undefined ? {} : { raw: token.word.raw }),
  };
}

export function parseRedirects(reader: Reader): Redirect[] {
  const redirects: Redirect[] = [];
  while (peek(reader).kind === 'redirect') redirects.push(parseRedirect(reader));
  return redirects;
}

function parseRedirect(reader: Reader): Redirect {
  const token = take(reader) as Token & { kind: 'redirect' };
  const target = peek(reader);
  if (target.kind !== 'word') unexpected(reader, 'newline');
  take(reader);
  const stripTabs = token.operator === '<<-';
  const operator = (stripTabs ? '<<' : token.operator) as RedirectOperator;
  const redirect: Redirect = {
    fd: token.fd ?? (operator[0] === '<' ? 0 : 1),
    operator,
    word: target.word,
    ...(token.variable === undefined ? {} : { variable: token.variable }),
  };
  if (operator === '<<') awaitHereDocument(reader, redirect, target, stripTabs);
  return redirect;
}

export function isOperator(reader: Reader, text: string): boolean {
  const token = peek(reader);
  return token.kind === 'operator' && token.text === text;
}

export function expectOperator(reader: Reader, text: string): void {
  if (!isOperator(reader, text)) unexpected(reader, text);
  take(reader);
}

export function isWord(reader: Reader, raw: string): boolean {
  const token = peek(reader);
  return token.kind === 'word' && token.raw === raw;
}

export function expectWord(reader: Reader, raw: string): void {
  if (!isWord(reader, raw)) unexpected(reader, raw);
  take(reader);
}

/** Complains about the next token. @throws {SyntaxProblem} */
export function unexpected(reader: Reader, expected?: string): never {
  const token = peek(reader);
  const hint =
    expected === undefined || expected === 'newline'
      ? ''
      : expected === 'word'
        ? ' (expecting word)'
        : ` (expecting "${expected}")`;
  const message = `syntax error: unexpected ${describe(token)}${hint}`;
  // bash ends a text that has none with a newline, at which these are wrong.
  const ended = token.kind === 'end' && !(reader.bash && reader.final && expected === 'newline');
  if (ended) endsEarly(reader, message);
  const near =
    token.kind === 'newline' || token.kind === 'end' ? 'newline' : reader.text.slice(token.start, token.end);
  throw new SyntaxProblem(message, reader.bash ? token.line : reader.line, false, { near });
}

function describe(token: Token): string {
  if (token.kind === 'end') return 'end of file';
  if (token.kind === 'newline') return 'newline';
  if (token.kind === 'redirect') return 'redirection';
  if (token.kind === 'operator') return `"${token.text}"`;
  return KEYWORDS.has(token.raw) ? `"${token.raw}"` : 'word';
}

/** Whether a text is a variable's name. */
export function isName(text: string): boolean {
  return leadingName(text) === text && text !== '';
}
