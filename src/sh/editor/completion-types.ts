/** What completion answers. */

export interface Candidate {
  /** What takes the word's place. */
  readonly text: string;
  /** Added if it is the only one: a blank, or nothing behind a directory's slash. */
  readonly ending: string;
  /** What a list shows, where that is not the text. */
  readonly label?: string;
}

export interface Completion {
  /** Where the word that is completed begins. */
  readonly from: number;
  readonly candidates: readonly Candidate[];
}

export function longestCommon(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  let length = first.length;
  for (const text of rest) {
    let i = 0;
    while (i < length && text[i] === first[i]) i++;
    length = i;
  }
  return first.slice(0, length);
}
