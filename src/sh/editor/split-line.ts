/** The simple command that the cursor is in, taken apart as far as completion needs. */

export interface CommandLine {
  /** Its words up to the cursor, unquoted; the last is the one that is completed, perhaps empty. */
  readonly words: readonly string[];
  /** The last word, unquoted and as typed. */
  readonly word: string;
  readonly raw: string;
  /** Where the last word begins. */
  readonly from: number;
  /** The quote that is open at the cursor. */
  readonly quote: '' | "'" | '"';
}

/** Words after which another command begins. */
const OPENERS = new Set([
  'if',
  'then',
  'else',
  'elif',
  'do',
  'while',
  'until',
  '!',
  '{',
  'time',
  'exec',
  'sudo',
  'command',
  '$',
]);

export function splitLine(text: string): CommandLine {
  let words: string[] = [];
  let word = '';
  let from = 0;
  let inWord = false;
  let quote: CommandLine['quote'] = '';
  let target = false;
  const endWord = (): void => {
    if (!inWord) return;
    // A redirection's target is no word of the command, nor is an assignment before it.
    const skipped = target || (words.length === 0 && (OPENERS.has(word) || /^[A-Za-z_]\w*=/.test(word)));
    if (!skipped) words.push(word);
    target = false;
    word = '';
    inWord = false;
  };
  const begin = (at: number): void => {
    if (inWord) return;
    inWord = true;
    from = at;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quote) {
      if (char === quote) quote = '';
      else if (quote === '"' && char === '\\' && /[$`"\\]/.test(text[i + 1] ?? '')) word += text[++i];
      else word += char;
    } else if (char === "'" || char === '"') {
      begin(i);
      quote = char;
    } else if (char === '\\') {
      begin(i);
      word += text[++i] ?? '';
    } else if (char === ' ' || char === '\t') endWord();
    else if (/[|&;()\n`]/.test(char)) {
      endWord();
      words = [];
      target = false;
    } else if (char === '<' || char === '>') {
      endWord();
      target = true;
    } else {
      begin(i);
      word += char;
    }
  }
  if (!inWord) from = text.length;
  // A redirection is completed like an operand: with files.
  if (target) words = ['', ...words];
  return { words: [...words, word], word, raw: text.slice(from), from, quote };
}
