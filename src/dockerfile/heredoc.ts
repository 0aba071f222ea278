/** Here-document marks: `<<EOF`, `<<-EOF`, `<<"EOF"`, `3<<EOF`. */
import { expand } from './expand.ts';
import type { Heredoc } from './tree.ts';

type Mark = Omit<Heredoc, 'content'>;

const PATTERN = /^(\d*)<<(-?)\s*([^<]*)$/;
const none = (): undefined => undefined;

/** The marks in a logical line, in order. */
export function heredocMarks(line: string): Mark[] {
  let words: readonly string[] = [];
  try {
    words = expand(line, none, { escape: '\\', rawQuotes: true, rawEscapes: true, skipUnset: true }).words;
  } catch {
    // An unmatched quote is the shell's business, not ours: then there is no heredoc.
  }
  return words.map(parseHeredocMark).filter((mark) => mark !== undefined);
}

/** What a word says as a mark; undefined where it is none. */
export function parseHeredocMark(word: string): Mark | undefined {
  const match = PATTERN.exec(word);
  const rest = match?.[3];
  if (!match || !rest) return undefined;
  const bare = wordsOf(rest, false);
  if (bare.length !== 1) return undefined;
  const raw = wordsOf(rest, true);
  const name = bare[0]!;
  // Quotes that are there only before unquoting say: take the content as it is.
  return { name, expand: quotes(name) === quotes(raw[0] ?? ''), chomp: match[2] === '-' };
}

/** Heredoc content without the leading tabs of its lines, for `<<-`. */
export function chompTabs(content: string): string {
  return content.replace(/^\t+/gm, '');
}

function wordsOf(text: string, rawQuotes: boolean): readonly string[] {
  return expand(text, none, { escape: '\\', rawQuotes, skipUnset: true }).words;
}

function quotes(text: string): number {
  return text.replace(/[^'"]/g, '').length;
}
