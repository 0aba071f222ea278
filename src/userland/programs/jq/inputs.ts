/** What a program runs over: values one behind another in files or stdin, lines, or streamed events. */
import { bytesOfBinary, textOf } from '../../../posix/index.ts';
import type { Io, Reader } from '../../io.ts';
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
  #text = '';
  #at = 0;
  /** Bytes that are no whole character yet. */
  #rest = '';
  #ended = false;
  #lines = 0;
  #slurped: Value[] | string | undefined;
  readonly #events: Value[] = [];
  /** Something was asked for that has to be read first. */
  wanting = false;
  /** Files that could not be read. */
  failures = 0;

  constructor(io: Io, paths: readonly string[], rules: InputRules) {
    this.#io = io;
    this.#paths = paths.length > 0 ? paths : ['-'];
    this.#rules = rules;
    if (rules.slurp) this.#slurped = rules.raw ? '' : [];
  }

  get fileName(): string | null {
    return this.#name === '-' ? null : this.#name;
  }

  /** Where errors are told to be: the file, and how many lines of it were read. */
  get place(): string {
    const name = this.#name === null ? undefined : this.#name === '-' ? '<stdin>' : this.#name;
    return name === undefined ? '<unknown>' : `${name}:${this.#lines}`;
  }

  /** The next value, `LATER` where `fill` has to be called first, undefined at the end. @throws InputProblem */
  poll(): Value | undefined | typeof LATER {
    const next = this.#poll();
    this.wanting = next === LATER;
    return next;
  }

  #poll(): Value | undefined | typeof LATER {
    const event = this.#events.shift();
    if (event !== undefined) return event;
    if (!this.#rules.slurp) return this.#pollOne();
    if (this.#slurped === undefined) return undefined;
    for (;;) {
      const one = this.#pollOne();
      if (one === LATER) return LATER;
      if (one === undefined) break;
      if (typeof this.#slurped === 'string') this.#slurped += `${one as string}`;
      else this.#slurped.push(one);
    }
    const all = this.#slurped;
    this.#slurped = undefined;
    return all;
  }

  #pollOne(): Value | undefined | typeof LATER {
    const value = this.#rules.raw ? this.#line() : this.#value();
    if (!this.#rules.stream || value === LATER || value === undefined) return value;
    this.#events.push(...eventsOf(value, []));
    return this.#events.shift();
  }

  #line(): string | undefined | typeof LATER {
    if (this.#rules.slurp) {
      if (!this.#ended) return LATER;
      const all = this.#text.slice(this.#at);
      this.#at = this.#text.length;
      return all === '' ? undefined : all;
    }
    const end = this.#text.indexOf('\n', this.#at);
    if (end < 0 && !this.#ended) return LATER;
    if (end < 0 && this.#at >= this.#text.length) return undefined;
    const line = this.#text.slice(this.#at, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#text.length : end + 1;
    this.#lines++;
    return line;
  }

  #value(): Value | undefined | typeof LATER {
    const text = this.#text;
    const start = skipBlanks(text, this.#at);
    if (start >= text.length) {
      this.#advance(text.length);
      return this.#ended ? undefined : LATER;
    }
    const end = endOfValue(text, start, this.#ended);
    if (end === undefined && !this.#ended) return LATER;
    const last = end ?? text.length;
    try {
      const value = parseJson(text.slice(start, last));
      this.#advance(last);
      return value;
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      throw new InputProblem(`${error.message}${this.#position(start + error.at)}`);
    }
  }

  /** The line and column of a character: a line's end counts as column 0 of the next one. */
  #position(at: number): string {
    const end = at >= this.#text.length;
    const read = end ? this.#text : this.#text.slice(0, at + 1);
    const lines = read.split('\n');
    const column = lines[lines.length - 1]!.length;
    return `${end ? ' at EOF' : ''} at line ${lines.length + this.#before}, column ${column}`;
  }
  /** Lines that are no longer held. */
  #before = 0;

  /** Takes text as read; lines count up to the end of the one that the value ends in. */
  #advance(to: number): void {
    this.#at = to;
    const lineEnd = this.#text.indexOf('\n', to);
    const upTo = lineEnd < 0 ? this.#text : this.#text.slice(0, lineEnd + 1);
    this.#lines = this.#before + upTo.split('\n').length - 1;
  }

  /** Reads some more. */
  async fill(): Promise<void> {
    if (this.#ended) return;
    this.#before += this.#text.slice(0, this.#at).split('\n').length - 1;
    this.#text = this.#text.slice(this.#at);
    this.#at = 0;
    while (!this.#reader) {
      const path = this.#paths[this.#next++];
      if (path === undefined) {
        this.#ended = true;
        this.#text += textOf(bytesOfBinary(this.#rest));
        this.#rest = '';
        return;
      }
      try {
        this.#reader = await this.#io.openInput(path);
        this.#name = path;
        if (this.#text.trim() === '') this.#before = 0;
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
    let bytes = this.#rest;
    for (let at = 0; at < chunk.length; at += 8192)
      bytes += String.fromCharCode(...chunk.subarray(at, at + 8192));
    // A character may go on in the next piece.
    const whole = wholeCharacters(bytes);
    this.#rest = bytes.slice(whole);
    let text = textOf(bytesOfBinary(bytes.slice(0, whole)));
    if (this.#text === '' && this.#lines === 0) text = text.replace(/^\ufeff/, '');
    this.#text += text;
  }
}

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

/** Where a value ends; undefined where it goes on behind the text. */
function endOfValue(text: string, start: number, ended: boolean): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') {
      at++;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
      if (at >= text.length) return undefined;
      if (depth === 0) return at + 1;
    } else if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') {
      if (--depth <= 0) return at + 1;
    } else if (depth === 0) {
      const found = /[\s[\]{}:,"\x1e]/g;
      found.lastIndex = at;
      const end = found.exec(text)?.index;
      // What separates belongs to what it stands behind, so that it is complained about there.
      if (end === at) return at + 1;
      return end ?? (ended ? text.length : undefined);
    }
  }
  return undefined;
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
