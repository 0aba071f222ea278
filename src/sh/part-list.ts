/** Words as they are made: parts one after the other, texts joined. */
import type { Part, Word } from './ast.ts';

/** Collects text and other parts, joining neighbours. */
export class PartList {
  readonly parts: Part[] = [];
  private text = '';
  private quoted = false;
  private open = false;
  private count = 0;

  add(text: string, quoted: boolean): void {
    this.count++;
    if (this.open && this.quoted !== quoted) this.flush();
    this.open = true;
    this.quoted = quoted;
    this.text += text;
  }

  push(part: Part): void {
    this.count++;
    this.flush();
    this.parts.push(part);
  }

  /** Changes with everything that is added. */
  mark(): number {
    return this.count;
  }

  flush(): void {
    if (this.open) this.parts.push({ kind: 'text', text: this.text, quoted: this.quoted });
    this.open = false;
    this.text = '';
  }

  word(): Word {
    this.flush();
    return wordOf(this.parts);
  }
}

/** A word of parts; knows whether anything can change it. */
export function wordOf(parts: readonly Part[]): Word {
  let plain: string | undefined = parts.length ? '' : undefined;
  let unquoted = '';
  for (const part of parts) {
    if (part.kind !== 'text') return { parts, plain: undefined };
    if (!part.quoted) unquoted += part.text;
    plain += part.text;
  }
  // A lone `[`, as in tests, begins no bracket expression.
  return { parts, plain: /[*?]|\[[\s\S]*\]/.test(unquoted) ? undefined : plain };
}

export const EMPTY_WORD: Word = { parts: [], plain: undefined };
