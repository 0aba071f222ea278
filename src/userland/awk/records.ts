/**
 * Records of one input: lines, what a character or an expression parts, or paragraphs.
 *
 * Reads chunks and holds no more than the record that is being read.
 */
import { isPromise, type Maybe } from '../../base/index.ts';
import type { Regex } from '../../posix/index.ts';
import { binaryOfBytes, type Reader } from '../io.ts';

/** How records end: RS. */
export type Separator =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'regex'; readonly regex: Regex }
  | { readonly kind: 'paragraph' };

export class Records {
  private buffer = '';
  private at = 0;
  private ended = false;
  /** What ended the last record: RT. */
  terminator = '';
  private readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** The next record without its end; undefined where there is none. */
  next(separator: Separator): Maybe<string | undefined> {
    for (;;) {
      const record = this.take(separator);
      if (record !== undefined) return record;
      if (this.ended) return this.last();
      const filled = this.fill();
      if (isPromise(filled)) return filled.then(() => this.next(separator));
    }
  }

  close(): Promise<void> {
    return this.reader.close();
  }

  private fill(): Maybe<void> {
    const accept = (chunk: Uint8Array | undefined) => {
      if (!chunk) this.ended = true;
      else {
        this.buffer = this.buffer.slice(this.at) + binaryOfBytes(chunk);
        this.at = 0;
      }
    };
    const chunk = this.reader.chunk();
    return isPromise(chunk) ? chunk.then(accept) : accept(chunk);
  }

  private take(separator: Separator): string | undefined {
    if (separator.kind === 'char') {
      const end = this.buffer.indexOf(separator.char, this.at);
      return end < 0 ? undefined : this.cut(end, end + 1);
    }
    if (separator.kind === 'regex') {
      const found = separator.regex.find(this.buffer, this.at);
      // What ends where the buffer ends may go on.
      if (!found || found.end === found.start || (found.end === this.buffer.length && !this.ended))
        return undefined;
      return this.cut(found.start, found.end);
    }
    while (this.buffer[this.at] === '\n') this.at++;
    const end = this.buffer.indexOf('\n\n', this.at);
    if (end < 0) return undefined;
    let behind = end + 2;
    while (this.buffer[behind] === '\n') behind++;
    return behind === this.buffer.length && !this.ended ? undefined : this.cut(end, behind);
  }

  private cut(end: number, behind: number): string {
    const record = this.buffer.slice(this.at, end);
    this.terminator = this.buffer.slice(end, behind);
    this.at = behind;
    return record;
  }

  /** What is left; a last paragraph keeps its newline, as in busybox. */
  private last(): string | undefined {
    const rest = this.buffer.slice(this.at);
    this.buffer = '';
    this.at = 0;
    this.terminator = '';
    return rest === '' ? undefined : rest;
  }
}
