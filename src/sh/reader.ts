/**
 * Source text on its way to the parser: position, line count, tokens, here-documents that wait for
 * their bodies, and alias substitution.
 *
 * Words inside are parsed by words.ts; the grammar is parser.ts.
 * @see POSIX.1-2024, XCU 2.3 "Token Recognition"
 */
import type { ListItem, Redirect, Word } from './ast.ts';
import type * as Bash from './bash/index.ts';
import type { Dialect } from './dialect.ts';
import { parseHereDocument, parseWord } from './words.ts';

/** The source breaks the grammar, or ends too early (`incomplete`: more input may mend it). */
export class SyntaxProblem {
  readonly message: string;
  readonly line: number;
  readonly incomplete: boolean;
  /** What bash names in its own words: the token that was not expected, or the character that is missing. */
  readonly at: ProblemPlace;
  constructor(message: string, line: number, incomplete = false, at: ProblemPlace = {}) {
    this.message = message;
    this.line = line;
    this.incomplete = incomplete;
    this.at = at;
  }
}

interface ProblemPlace {
  readonly near?: string;
  readonly matching?: string;
  /** Further lines' beginnings, as of `[[`. */
  readonly lead?: string;
  readonly status?: number;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export type Token = Place &
  (
    | { readonly kind: 'word'; readonly word: Word; readonly raw: string }
    | { readonly kind: 'operator'; readonly text: string }
    | {
        readonly kind: 'redirect';
        readonly fd: number | undefined;
        readonly operator: string;
        readonly variable?: string;
      }
    | { readonly kind: 'newline' }
    | { readonly kind: 'end' }
  );

export interface Reader {
  text: string;
  at: number;
  line: number;
  /** Whether nothing can follow the text. */
  final: boolean;
  readonly dialect: Dialect;
  readonly bash: typeof Bash | undefined;
  readonly bashState: Bash.BashState;
  readonly aliases: ReadonlyMap<string, string>;
  /** Aliases whose text is being read, up to where it ends. */
  aliasRegions: { readonly name: string; end: number }[];
  /** Where values ended that have a blank last: the word behind one is checked for an alias, too. */
  aliasBlanks: number[];
  token: Token | undefined;
  /** End of the last token that was taken. */
  lastEnd: number;
  pending: PendingHereDocument[];
  /** The next word is a regular expression, in which parentheses and bars are ordinary. */
  regex?: boolean;
  /** In bash: whether a word that begins here may assign to an element or a list. */
  assignable: boolean;
  /** In bash: `@(…)` belongs to a word. */
  extglob?: boolean;
  /** In bash: inside of `[[ … ]]`. */
  conditional?: boolean;
  /** In bash: where the here-document began that is being read. */
  documentLine?: number;
  /** How the inside of `$(…)` and backquotes is parsed; given by the parser. */
  readonly parseSubstitution: (reader: Reader) => ListItem[];
  readonly parseText: (text: string, reader: Reader, line: number) => ListItem[];
}

export interface PendingHereDocument {
  readonly redirect: Redirect;
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
  readonly line: number;
}

// A line may be continued within an operator too.
const OPERATORS = /&(?:\\\n)*&|\|(?:\\\n)*\||;(?:\\\n)*;|[|&;()]/y;
const REDIRECT = /(\d+)?(<(?:\\\n)*<(?:(?:\\\n)*-)?|<(?:\\\n)*[&>]|>(?:\\\n)*[>&|]|[<>](?!\())/y;
const NAMED_FD = /\{([A-Za-z_]\w*)\}(?=[<>])/y;
const BLANKS = /(?:[ \t]|\\\n)*/y;

function matchAt(expression: RegExp, reader: Reader): RegExpExecArray | null {
  expression.lastIndex = reader.at;
  return expression.exec(reader.text);
}

/** The next token, which stays. */
export function peek(reader: Reader): Token {
  return (reader.token ??= lex(reader));
}

/** The next token, which is gone. */
export function take(reader: Reader): Token {
  const token = peek(reader);
  reader.token = undefined;
  reader.lastEnd = token.end;
  return token;
}

/** The end of the source came too early. */
export function endsEarly(reader: Reader, message: string, matching?: string): never {
  throw new SyntaxProblem(message, reader.line, true, matching === undefined ? {} : { matching });
}

function lex(reader: Reader): Token {
  const blanks = matchAt(BLANKS, reader)![0];
  if (blanks.includes('\n')) reader.line += blanks.split('\n').length - 1;
  reader.at += blanks.length;
  const { text } = reader;
  if (text[reader.at] === '#') {
    const end = text.indexOf('\n', reader.at);
    reader.at = end < 0 ? text.length : end;
  }
  const start = reader.at;
  const { line } = reader;
  const char = text[start];
  if (char === undefined) {
    if (reader.pending.length) readHereDocuments(reader);
    return { kind: 'end', start, end: start, line };
  }
  if (char === '\n') {
    reader.at++;
    reader.line++;
    if (reader.pending.length) readHereDocuments(reader);
    return { kind: 'newline', start, end: start + 1, line };
  }
  if (reader.regex) return lexWord(reader, start, line);
  return lexRedirect(reader, start, line) ?? lexOperator(reader, start, line) ?? lexWord(reader, start, line);
}

/** An operator without the line ends within. */
function joined(reader: Reader, operator: string): string {
  const pieces = operator.split('\\\n');
  reader.line += pieces.length - 1;
  return pieces.join('');
}

function lexRedirect(reader: Reader, start: number, line: number): Token | undefined {
  const { text } = reader;
  const inBash = reader.dialect.name === 'bash';
  const both = text.startsWith('&>', start);
  if (both) {
    const operator = inBash && text[start + 2] === '>' ? '&>>' : '&>';
    reader.at += operator.length;
    return { kind: 'redirect', fd: undefined, operator, start, end: reader.at, line };
  }
  const named = inBash ? matchAt(NAMED_FD, reader) : null;
  if (named) reader.at += named[0].length;
  const match = matchAt(REDIRECT, reader);
  if (!match) {
    reader.at = start;
    return undefined;
  }
  let operator = joined(reader, match[2]!);
  reader.at += match[0].length;
  if (inBash && operator === '<<' && text[reader.at] === '<') {
    operator = '<<<';
    reader.at++;
  }
  const fd = match[1] === undefined ? undefined : Number(match[1]);
  const variable = named ? { variable: named[1]! } : {};
  return { kind: 'redirect', fd, operator, start, end: reader.at, line, ...variable };
}

function lexOperator(reader: Reader, start: number, line: number): Token | undefined {
  const match = matchAt(OPERATORS, reader);
  if (!match) return undefined;
  let operator = joined(reader, match[0]);
  if (reader.dialect.name === 'bash') {
    const three = reader.text.slice(start, start + 3);
    if (three === ';;&') operator = three;
    else if (three.startsWith(';&') || three.startsWith('|&')) operator = three.slice(0, 2);
  }
  reader.at += Math.max(operator.length, match[0].length);
  return { kind: 'operator', text: operator, start, end: reader.at, line };
}

function lexWord(reader: Reader, start: number, line: number): Token {
  const word = reader.bash ? reader.bash.lexWord(reader) : parseWord(reader);
  const raw = reader.text.slice(start, reader.at);
  // A keyword may be written over two lines.
  const joinedRaw = raw.includes('\\\n') ? raw.replaceAll('\\\n', '') : raw;
  return { kind: 'word', word, raw: joinedRaw, start, end: reader.at, line };
}

/** Puts an alias's value in the place of the word that was peeked; false where it names none. */
export function substituteAlias(reader: Reader, token: Token & { kind: 'word' }): boolean {
  const value = reader.aliases.get(token.raw);
  if (value === undefined || reader.bashState.shopt?.has('expand_aliases') === false) return false;
  if (reader.aliasRegions.some((region) => region.name === token.raw && token.start < region.end))
    return false;
  const { text } = reader;
  reader.text = text.slice(0, token.start) + value + text.slice(token.end);
  const growth = value.length - (token.end - token.start);
  const end = token.start + value.length;
  reader.aliasRegions = reader.aliasRegions.filter((region) => region.end > token.start);
  for (const region of reader.aliasRegions) region.end += growth;
  reader.aliasRegions.push({ name: token.raw, end });
  reader.aliasBlanks = reader.aliasBlanks.map((at) => (at >= token.end ? at + growth : at));
  if (/[ \t]$/.test(value)) reader.aliasBlanks.push(end);
  reader.at = token.start;
  reader.line = token.line;
  reader.token = undefined;
  return true;
}

/** Reads the bodies that begin at this line. */
function readHereDocuments(reader: Reader): void {
  const documents = reader.pending;
  reader.pending = [];
  for (const document of documents) {
    const { line } = reader;
    reader.documentLine = document.line;
    const body = readBody(reader, document);
    document.redirect.word = document.quoted
      ? { parts: [{ kind: 'text', text: body, quoted: true }], plain: body }
      : parseHereDocument(body, reader, line);
    if (reader.bash) reader.bash.keepDocument(document, body);
  }
}

function readBody(reader: Reader, { delimiter, stripTabs }: PendingHereDocument): string {
  let body = '';
  for (;;) {
    const { text, at } = reader;
    if (at >= text.length) {
      // At the real end of input this counts as the document's end, as in ash.
      reader.at = text.length;
      if (!reader.final) endsEarly(reader, 'unexpected end of file');
      reader.bash?.warnOfDocument(reader, delimiter);
      return reader.bash && body !== '' && !body.endsWith('\n') ? `${body}\n` : body;
    }
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    let lineText = text.slice(at, end);
    if (stripTabs) lineText = lineText.replace(/^\t+/, '');
    reader.at = newline < 0 ? end : end + 1;
    if (newline >= 0) reader.line++;
    if (lineText === delimiter) return body;
    body += newline < 0 ? lineText : `${lineText}\n`;
  }
}

/** Notes a here-document whose body comes after the next newline. */
export function awaitHereDocument(
  reader: Reader,
  redirect: Redirect,
  token: Token & { kind: 'word' },
  stripTabs: boolean,
): void {
  const { parts } = token.word;
  const quoted = /['"\\]/.test(token.raw);
  const delimiter = parts.every((part) => part.kind === 'text')
    ? parts.map((part) => (part as { text: string }).text).join('')
    : token.raw;
  reader.pending.push({ redirect, delimiter, quoted, stripTabs, line: token.line });
}
