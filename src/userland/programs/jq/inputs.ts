/** What a program runs over: values one behind another in files or stdin, lines, or streamed events. */
import { bytesOfBinary, textOf } from '../../../posix/index.ts';
import { createGauge } from '../../gauge.ts';
import { binaryOfBytes, type Io, type Reader } from '../../io.ts';
import { LATER } from './builtins.ts';
import { JsonProblem, parseJson } from './json.ts';
import { isArray, isObject, type Value } from './values.ts';

/** Input that is no JSON; it ends jq. */
export class InputProblem extends Error {}

export interface InputRules {
  readonly raw: boolean;
  readonly slurp: boolean;
  readonly stream: boolean;
}

export class Inputs {
  readonly #io: Io;
  readonly #paths: readonly string[];
  readonly #rules: InputRules;
  #next = 0;
  #reader: Reader | undefined;
  #name: string | null = null;
  /** What was read last, and how much of it is used. */
  #text = '';
  #at = 0;
  /** The beginning of what goes on in `#text`: it was looked through and is not looked through again. */
  #held: string[] = [];
  #heldLength = 0;
  readonly #scanner = new Scanner();
  /** Bytes that are no whole character yet. */
  #rest = '';
  #ended = false;
  /** How far values were taken. */
  readonly #taken = new Place();
  /** Where the line ends that `#at` is in; infinite where the text ends first. */
  #lineEnd = -1;
  /** Lines before the file. */
  #base = 0;
  #slurped: Value[] | string[] | undefined;
  #slurpedLength = 0;
  #events: Generator<Value, void, void> | undefined;
  readonly #gauge: (bytes: number) => void;
  /** Something was asked for that has to be read first. */
  wanting = false;
  /** Files that could not be read. */
  failures = 0;

  constructor(io: Io, paths: readonly string[], rules: InputRules) {
    this.#io = io;
    this.#gauge = createGauge(io.sys);
    this.#paths = paths.length > 0 ? paths : ['-'];
    this.#rules = rules;
    if (rules.slurp) this.#slurped = [];
  }

  get fileName(): string | null {
    return this.#name === '-' ? null : this.#name;
  }

  /** How many lines of the file were read: jq reads line by line, so up to the end of the last value's. */
  get lines(): number {
    return (
      this.#taken.line - this.#base + (this.#taken.column > 0 && Number.isFinite(this.#findLineEnd()) ? 1 : 0)
    );
  }

  /** Where errors are told to be: the file, and how many lines of it were read. */
  get place(): string {
    const name = this.#name === null ? undefined : this.#name === '-' ? '<stdin>' : this.#name;
    return name === undefined ? '<unknown>' : `${name}:${this.lines}`;
  }

  /** The next value, `LATER` where `fill` has to be called first, undefined at the end. @throws InputProblem */
  poll(): Value | undefined | typeof LATER {
    const next = this.#poll();
    this.wanting = next === LATER;
    return next;
  }

  #poll(): Value | undefined | typeof LATER {
    const event = this.#events?.next();
    if (event?.done === false) return event.value;
    this.#events = undefined;
    if (!this.#rules.slurp) return this.#pollOne();
    if (this.#slurped === undefined) return undefined;
    for (;;) {
      const one = this.#pollOne();
      if (one === LATER) return LATER;
      if (one === undefined) break;
      (this.#slurped as Value[]).push(one);
    }
    const all = this.#slurped;
    this.#slurped = undefined;
    return this.#rules.raw ? all.join('') : all;
  }

  #pollOne(): Value | undefined | typeof LATER {
    const value = this.#rules.raw ? this.#line() : this.#value();
    if (!this.#rules.stream || value === LATER || value === undefined) return value;
    this.#events = eventsOf(value, []);
    return this.#events.next().value ?? undefined;
  }

  #line(): string | undefined | typeof LATER {
    if (this.#rules.slurp) return this.#take(this.#text.length) || (this.#ended ? undefined : LATER);
    const end = this.#text.indexOf('\n', this.#at);
    if (end < 0 && !this.#ended) return LATER;
    if (end >= 0) return this.#take(end + 1).slice(0, -1);
    return this.#take(this.#text.length) || undefined;
  }

  #value(): Value | undefined | typeof LATER {
    const text = this.#text;
    if (this.#held.length === 0) {
      this.#take(skipBlanks(text, this.#at));
      if (this.#at >= text.length) return this.#ended ? undefined : LATER;
      this.#scanner.begin();
    }
    const end = this.#scanner.endIn(text, this.#at);
    if (end === undefined && !this.#ended) return LATER;
    const start = this.#taken.copy();
    const source = this.#take(end ?? text.length);
    try {
      return parseJson(source);
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      const shown = source + (text[this.#at] ?? '');
      start.pass(shown, 0, error.at + 1);
      const where = error.at >= shown.length ? ' at EOF' : '';
      throw new InputProblem(`${error.message}${where} at line ${start.line + 1}, column ${start.column}`);
    }
  }

  /** What is held and the text up to a place, which then are used. */
  #take(to: number): string {
    let taken = this.#text.slice(this.#at, to);
    if (this.#held.length > 0) {
      taken = this.#held.join('') + taken;
      this.#held = [];
      this.#heldLength = 0;
    }
    this.#taken.pass(taken, 0, taken.length);
    this.#at = to;
    if (this.#rules.slurp) this.#slurpedLength += taken.length;
    return taken;
  }

  #findLineEnd(): number {
    if (this.#lineEnd < this.#at) {
      const found = this.#text.indexOf('\n', this.#at);
      this.#lineEnd = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    return this.#lineEnd;
  }

  /** Reads some more. */
  async fill(): Promise<void> {
    if (this.#ended) return;
    if (this.#at < this.#text.length) {
      const rest = this.#text.slice(this.#at);
      this.#held.push(rest);
      this.#heldLength += rest.length;
    }
    this.#begin('');
    this.#gauge(this.#heldLength + this.#slurpedLength);
    while (!this.#reader) {
      const path = this.#paths[this.#next++];
      if (path === undefined) {
        this.#ended = true;
        this.#begin(textOf(bytesOfBinary(this.#rest)));
        this.#rest = '';
        return;
      }
      try {
        this.#reader = await this.#io.openInput(path);
        this.#name = path;
        this.#base = this.#taken.line;
      } catch (error) {
        this.#io.warnErrno(`error: Could not open file ${path}`, error);
        this.failures++;
      }
    }
    const chunk = await this.#reader.chunk();
    if (!chunk) {
      await this.#reader.close();
      this.#reader = undefined;
      return;
    }
    const bytes = this.#rest + binaryOfBytes(chunk);
    // A character may go on in the next piece.
    const whole = wholeCharacters(bytes);
    this.#rest = bytes.slice(whole);
    const text = textOf(bytesOfBinary(bytes.slice(0, whole)));
    const first = this.#held.length === 0 && this.#taken.isStart;
    this.#begin(first ? text.replace(/^\ufeff/, '') : text);
  }

  #begin(text: string): void {
    this.#text = text;
    this.#at = 0;
    this.#lineEnd = -1;
  }
}

/** How many lines have ended, and how many characters there are behind the last end. */
class Place {
  line = 0;
  column = 0;

  get isStart(): boolean {
    return this.line === 0 && this.column === 0;
  }

  copy(): Place {
    const copy = new Place();
    copy.line = this.line;
    copy.column = this.column;
    return copy;
  }

  pass(text: string, from: number, to: number): void {
    const last = Math.min(to, text.length);
    let at = from;
    for (let end = text.indexOf('\n', at); end >= 0 && end < last; end = text.indexOf('\n', at)) {
      this.line++;
      this.column = 0;
      at = end + 1;
    }
    this.column += last - at;
  }
}

/** Looks for the end of a value, which may come in pieces. */
class Scanner {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inWord = false;

  begin(): void {
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    this.#inWord = false;
  }

  /** Where in a piece the value ends that began before or begins at a place; undefined where it goes on. */
  endIn(text: string, start: number): number | undefined {
    for (let at = start; at < text.length; at++) {
      if (this.#inString) {
        at = this.#stringEnd(text, at);
        if (at >= text.length) return undefined;
        if (this.#depth === 0) return at + 1;
        continue;
      }
      const char = text[at]!;
      if (this.#depth === 0 && !'"[{'.includes(char)) {
        WORD_END.lastIndex = at;
        const end = WORD_END.exec(text)?.index;
        // What separates belongs to what it stands behind, so that it is complained about there.
        if (end === at && !this.#inWord) return at + 1;
        this.#inWord = true;
        return end;
      }
      if (this.#inWord) return at;
      if (char === '"') this.#inString = true;
      else if (char === '[' || char === '{') this.#depth++;
      else if ((char === ']' || char === '}') && --this.#depth <= 0) return at + 1;
    }
    return undefined;
  }

  #stringEnd(text: string, start: number): number {
    let at = start;
    for (; at < text.length; at++) {
      if (this.#escaped) this.#escaped = false;
      else if (text[at] === '\\') this.#escaped = true;
      else if (text[at] === '"') {
        this.#inString = false;
        break;
      }
    }
    return at;
  }
}

const WORD_END = /[\s[\]{}:,"\x1e]/g;

/** How many of some bytes make whole characters. */
function wholeCharacters(bytes: string): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const code = bytes.charCodeAt(bytes.length - back);
    if (code < 0x80) return bytes.length;
    if (code >= 0xc0) {
      const length = code >= 0xf0 ? 4 : code >= 0xe0 ? 3 : 2;
      return back < length ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function skipBlanks(text: string, at: number): number {
  let to = at;
  // A record separator stands between the values of a JSON text sequence.
  while (to < text.length && ' \t\r\n\x1e'.includes(text[to]!)) to++;
  return to;
}

/** A value as `--stream` tells it: leaves with their paths, and the ends of arrays and objects. */
function* eventsOf(value: Value, path: readonly Value[]): Generator<Value, void, void> {
  const items: [Value, Value][] = isArray(value)
    ? value.map((item, i) => [i, item])
    : isObject(value)
      ? [...value]
      : [];
  if (items.length === 0) {
    yield [path, value];
    return;
  }
  for (const [key, item] of items) yield* eventsOf(item, [...path, key]);
  yield [[...path, items[items.length - 1]![0]]];
}
