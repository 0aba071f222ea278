/** What a running awk program has: variables, the record, inputs and outputs. */
import type { Maybe } from '../../base/index.ts';
import { binaryOf, bytesOfBinary, compileRegex, type Regex, RegexError, textOf } from '../../posix/index.ts';
import { createGauge } from '../gauge.ts';
import type { Io } from '../io.ts';
import { isByteLocale } from '../locale.ts';
import { Fields, type Splitter, splitterOf } from './fields.ts';
import { Cell, Heap } from './heap.ts';
import { Records, type Separator } from './records.ts';
import { Streams } from './streams.ts';
import { Chance } from './times.ts';
import { unescapeText } from './tokens.ts';
import { fromInput, isTrue, toNumber, toText, type Value } from './values.ts';

const DEFAULTS: Readonly<Record<string, Value>> = {
  FS: ' ',
  OFS: ' ',
  ORS: '\n',
  RS: '\n',
  SUBSEP: '\x1c',
  CONVFMT: '%.6g',
  OFMT: '%.6g',
  NR: 0,
  FNR: 0,
  RSTART: 0,
  RLENGTH: -1,
};

export class Machine {
  readonly io: Io;
  readonly heap: Heap;
  readonly streams: Streams;
  readonly fields: Fields;
  readonly chance = new Chance();
  /** Variables of the function that runs. */
  frame: Cell[] = [];
  depth = 0;
  exitCode = 0;
  private readonly globals = new Map<string, Cell>();
  private readonly regexes = new Map<string, Regex>();
  private readonly splitters = new Map<string, Splitter>();
  private readonly bytes: boolean;
  readonly convfmt: Cell;
  readonly nr: Cell;
  readonly fnr: Cell;
  /** What ended the record that was read last. */
  readonly rt: Cell;
  private input: Records | undefined;
  private operand = 1;
  private fromOperands = false;

  constructor(io: Io) {
    this.io = io;
    this.heap = new Heap(createGauge(io.sys));
    this.streams = new Streams(io);
    this.bytes = isByteLocale(io.sys);
    for (const [name, value] of Object.entries(DEFAULTS)) this.global(name).value = value;
    this.convfmt = this.global('CONVFMT');
    this.nr = this.global('NR');
    this.fnr = this.global('FNR');
    this.rt = this.global('RT');
    this.fields = new Fields({
      splitter: () => this.splitter(this.text('FS'), this.text('RS') === ''),
      joiner: () => this.text('OFS'),
      convfmt: () => this.text('CONVFMT'),
    });
    const environment = this.global('ENVIRON').asArray();
    for (const [name, value] of Object.entries(io.sys.env))
      environment.set(binaryOf(name), fromInput(binaryOf(value)));
  }

  global(name: string): Cell {
    let cell = this.globals.get(name);
    if (!cell) {
      cell = new Cell(this.heap);
      this.globals.set(name, cell);
    }
    return cell;
  }

  /** A variable as text. */
  text(name: string): string {
    const { value } = this.global(name);
    return typeof value === 'string' ? value : toText(value, '%.6g');
  }

  /** Any value as text. */
  textOf(value: Value): string {
    return typeof value === 'string' ? value : toText(value, toText(this.convfmt.value, '%.6g'));
  }

  /** A compiled expression; one that is none ends the program. */
  regex(source: string): Regex {
    const ignoreCase = isTrue(this.global('IGNORECASE').value);
    const key = ignoreCase ? `i${source}` : source;
    let regex = this.regexes.get(key);
    if (!regex) {
      try {
        regex = compileRegex(source, { extended: true, bracketEscapes: true, ignoreCase, bytes: this.bytes });
      } catch (error) {
        if (!(error instanceof RegexError)) throw error;
        this.io.die(`bad regex '${textOf(bytesOfBinary(source))}': ${error.message}`);
      }
      if (this.regexes.size > 500) this.regexes.clear();
      this.regexes.set(key, regex);
    }
    return regex;
  }

  splitter(separator: string, paragraphs = false): Splitter {
    const key = `${paragraphs ? 'p' : ''}${separator}`;
    let splitter = this.splitters.get(key);
    if (!splitter) {
      splitter = splitterOf(separator, (source) => this.regex(source), paragraphs);
      this.splitters.set(key, splitter);
    }
    return splitter;
  }

  separator(): Separator {
    const separator = this.text('RS');
    if (separator === '') return { kind: 'paragraph' };
    return separator.length === 1
      ? { kind: 'char', char: separator }
      : { kind: 'regex', regex: this.regex(separator) };
  }

  /** The next record of the operands' files, counted; undefined behind the last. */
  nextRecord(): Maybe<string | undefined> {
    if (!this.input) return this.nextInput();
    const record = this.input.next(this.separator());
    if (record instanceof Promise) return record.then((text) => this.countRecord(text));
    return this.countRecord(record);
  }

  private countRecord(record: string | undefined): Maybe<string | undefined> {
    if (record === undefined) return this.skipFile().then(() => this.nextInput());
    this.rt.value = this.input!.terminator;
    this.nr.value = toNumber(this.nr.value) + 1;
    this.fnr.value = toNumber(this.fnr.value) + 1;
    return record;
  }

  /** Leaves the file that is being read. */
  async skipFile(): Promise<void> {
    await this.input?.close();
    this.input = undefined;
  }

  private async nextInput(): Promise<string | undefined> {
    const args = this.global('ARGV').asArray();
    for (; this.operand < toNumber(this.global('ARGC').value); this.operand++) {
      const text = this.textOf(args.get(String(this.operand)));
      if (text === '' || this.assign(text)) continue;
      this.fromOperands = true;
      this.operand++;
      return this.open(text);
    }
    if (this.fromOperands) return undefined;
    this.fromOperands = true;
    return this.open('-');
  }

  private async open(name: string): Promise<string | undefined> {
    const path = textOf(bytesOfBinary(name));
    const reader = await this.io.openInput(path).catch((error: unknown) => this.io.dieErrno(path, error));
    this.input = new Records(reader);
    if (name !== '-') this.global('FILENAME').value = name;
    this.fnr.value = 0;
    return this.nextRecord();
  }

  /** Does `NAME=VALUE`; answers whether the text is one. */
  assign(text: string): boolean {
    const found = /^([A-Za-z_]\w*)=(.*)$/s.exec(text);
    if (!found) return false;
    this.setGlobal(found[1]!, fromInput(unescapeText(found[2]!)));
    return true;
  }

  setGlobal(name: string, value: Value): void {
    if (name === 'NF') this.fields.resize(Math.max(0, Math.trunc(toNumber(value))));
    else this.global(name).value = value;
  }
}
