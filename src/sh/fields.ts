/**
 * Where expansions put their text: into fields (split, patterns), into one string, into a pattern.
 * @see POSIX.1-2024, XCU 2.6.5 "Field Splitting"
 */
export interface Sink {
  /** Text that is not split. */
  text(text: string, quoted: boolean): void;
  /** The result of an unquoted expansion, which is split. */
  split(text: string): void;
  /** Positional parameters, each a field of its own where there are fields. */
  list(values: readonly string[], quoted: boolean, joiner: string): void;
}

/** Takes the meaning from what is special in patterns, bash's `@(…)` too. */
function escapePattern(text: string): string {
  return text.replace(/[*?[\]\\()|!^-]/g, '\\$&');
}

export interface Field {
  readonly text: string;
  /** The field as a pattern, where unquoted characters make it one. */
  readonly pattern: string | undefined;
}

/** A backslash in a pattern may hide what follows it. */
const META = /(?:^|[^\\])(?:\\\\)*(?:[*?]|\[[\s\S]*\]|[+@!]\()/;

export class FieldSink implements Sink {
  readonly fields: Field[] = [];
  private current: string | undefined;
  private pattern = '';
  private special = false;
  /** A blank has just ended a field: a delimiter that follows belongs to it. */
  private afterBlank = false;
  private readonly ifs: string;

  constructor(ifs: string) {
    this.ifs = ifs;
  }

  text(text: string, quoted: boolean): void {
    this.current = (this.current ?? '') + text;
    this.afterBlank = false;
    if (quoted) this.pattern += escapePattern(text);
    else {
      this.pattern += text;
      if (/[*?[(]/.test(text)) this.special = true;
    }
  }

  split(text: string): void {
    const { ifs } = this;
    if (text === '') return;
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      const char = text[i]!;
      if (!ifs.includes(char)) continue;
      if (i > start) this.text(text.slice(start, i), false);
      start = i + 1;
      if (char === ' ' || char === '\t' || char === '\n') {
        if (this.current !== undefined) {
          this.end();
          this.afterBlank = true;
        }
      } else if (this.afterBlank) this.afterBlank = false;
      else this.end();
    }
    if (start < text.length) this.text(start ? text.slice(start) : text, false);
  }

  list(values: readonly string[], quoted: boolean): void {
    values.forEach((value, index) => {
      if (index > 0) {
        if (quoted || this.current !== undefined) this.end();
        this.afterBlank = false;
      }
      if (quoted) this.text(value, true);
      else this.split(value);
    });
  }

  /** Ends the field that is being made; an empty one too. */
  private end(): void {
    const text = this.current ?? '';
    this.fields.push({ text, pattern: this.special && META.test(this.pattern) ? this.pattern : undefined });
    this.current = undefined;
    this.pattern = '';
    this.special = false;
    this.afterBlank = false;
  }

  /** Ends a word: what follows is another field. */
  endWord(): void {
    if (this.current !== undefined) this.end();
    this.afterBlank = false;
  }
}

export class TextSink implements Sink {
  result = '';
  text(text: string): void {
    this.result += text;
  }
  split(text: string): void {
    this.result += text;
  }
  list(values: readonly string[], _quoted: boolean, joiner: string): void {
    this.result += values.join(joiner);
  }
}

/** Quoted characters lose their meaning as a pattern. */
export class PatternSink implements Sink {
  result = '';
  text(text: string, quoted: boolean): void {
    this.result += quoted ? escapePattern(text) : text;
  }
  split(text: string): void {
    this.result += text;
  }
  list(values: readonly string[], quoted: boolean, joiner: string): void {
    this.text(values.join(joiner), quoted);
  }
}
