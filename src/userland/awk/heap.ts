/** What an awk program holds in variables and arrays, as it is told to the kernel. */
import { NumericText, type Value } from './values.ts';

/** Called with the bytes that are held now. */
type Gauge = (bytes: number) => void;

/** Bytes of an element beside its key and its text: about what a hash table takes. */
const ELEMENT = 64;
/** Shorter texts of variables are not counted: a program has few variables. */
const LONG = 1024;

const lengthOf = (value: Value): number =>
  typeof value === 'string' ? value.length : value instanceof NumericText ? value.text.length : 0;

export class Heap {
  readonly #gauge: Gauge;
  #bytes = 0;

  constructor(gauge: Gauge) {
    this.#gauge = gauge;
  }

  add(bytes: number): void {
    if (bytes === 0) return;
    this.#bytes += bytes;
    this.#gauge(this.#bytes);
  }
}

export class AwkArray extends Map<string, Value> {
  readonly #heap: Heap;
  #bytes = 0;
  /** A text has been stored: only then what is replaced is looked at. */
  #hasTexts = false;

  constructor(heap: Heap) {
    super();
    this.#heap = heap;
  }

  override set(key: string, value: Value): this {
    const length = lengthOf(value);
    if (length > 0) this.#hasTexts = true;
    const before = this.#hasTexts ? lengthOf(this.get(key)) : 0;
    const { size } = this;
    super.set(key, value);
    this.#count(length - before + (this.size > size ? ELEMENT + key.length : 0));
    return this;
  }

  override delete(key: string): boolean {
    const length = this.#hasTexts ? lengthOf(this.get(key)) : 0;
    if (!super.delete(key)) return false;
    this.#count(-ELEMENT - key.length - length);
    return true;
  }

  override clear(): void {
    super.clear();
    this.#count(-this.#bytes);
    this.#hasTexts = false;
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    this.#heap.add(bytes);
  }
}

/** A variable: a value, an array, or neither yet. */
export class Cell {
  value: Value = undefined;
  array: AwkArray | undefined = undefined;
  /** Of a parameter: the untyped variable that was passed, which becomes an array with it. */
  origin: Cell | undefined = undefined;
  readonly #heap: Heap;
  #counted = 0;
  #ownsArray = false;

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  assign(value: Value): void {
    this.value = value;
    const length = lengthOf(value);
    const counted = length >= LONG ? length : 0;
    if (counted === this.#counted) return;
    this.#heap.add(counted - this.#counted);
    this.#counted = counted;
  }

  asArray(): AwkArray {
    if (this.array) return this.array;
    this.#ownsArray = !this.origin;
    return (this.array = this.origin ? this.origin.asArray() : new AwkArray(this.#heap));
  }

  /** Ends a function's variable. */
  release(): void {
    this.assign(undefined);
    if (this.#ownsArray) this.array?.clear();
  }
}
