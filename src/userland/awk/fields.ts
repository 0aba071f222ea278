/** The current record and its fields, each made of the other when it is asked for. */
import type { Regex } from '../../posix/index.ts';
import { fromInput, toText, type Value } from './values.ts';

export interface FieldRules {
  /** FS as it is now, for records. */
  splitter(): Splitter;
  joiner(): string;
  convfmt(): string;
}

export type Splitter = (text: string) => string[];

export class Fields {
  private record = '';
  private recordStale = false;
  private values: Value[] = [];
  private fieldsStale = false;
  private splitter: Splitter | undefined;
  private readonly rules: FieldRules;

  constructor(rules: FieldRules) {
    this.rules = rules;
  }

  setRecord(text: string): void {
    this.record = text;
    this.recordStale = false;
    this.fieldsStale = true;
    // A change of FS counts from the next record on.
    this.splitter = this.rules.splitter();
  }

  text(): string {
    if (this.recordStale) {
      const format = this.rules.convfmt();
      this.record = this.values.map((value) => toText(value, format)).join(this.rules.joiner());
      this.recordStale = false;
    }
    return this.record;
  }

  count(): number {
    this.split();
    return this.values.length;
  }

  get(index: number): Value {
    if (index === 0) return fromInput(this.text());
    this.split();
    return this.values[index - 1];
  }

  set(index: number, value: Value): void {
    this.split();
    while (this.values.length < index) this.values.push('');
    this.values[index - 1] = value;
    this.recordStale = true;
  }

  resize(count: number): void {
    this.split();
    while (this.values.length < count) this.values.push('');
    this.values.length = count;
    this.recordStale = true;
  }

  private split(): void {
    if (!this.fieldsStale) return;
    this.fieldsStale = false;
    this.values = this.splitter!(this.record).map(fromInput);
  }
}

/** How a separator parts a text: blanks, one character, each character, an expression. */
export function splitterOf(
  separator: string,
  compile: (source: string) => Regex,
  paragraphs = false,
): Splitter {
  if (separator === ' ') return (text) => text.match(/[^ \t\n]+/g) ?? [];
  const byOne = splitByOne(separator, compile);
  // Between paragraphs a line's end parts fields whatever FS is.
  return paragraphs ? (text) => text.split('\n').flatMap((line) => byOne(line)) : byOne;
}

function splitByOne(separator: string, compile: (source: string) => Regex): Splitter {
  if (separator === '') return (text) => [...text];
  // One character is itself, whatever it means in an expression.
  if (separator.length === 1) return (text) => parts(text, text.split(separator));
  const regex = compile(separator);
  return (text) => splitByRegex(text, regex);
}

const parts = (text: string, found: string[]): string[] => (text === '' ? [] : found);

export function splitByRegex(text: string, regex: Regex): string[] {
  if (text === '') return [];
  const out: string[] = [];
  let at = 0;
  for (let from = 0; from <= text.length; ) {
    const found = regex.find(text, from);
    if (!found) break;
    if (found.end === found.start) {
      from = found.end + 1;
      continue;
    }
    out.push(text.slice(at, found.start));
    at = found.end;
    from = at;
  }
  out.push(text.slice(at));
  return out;
}
