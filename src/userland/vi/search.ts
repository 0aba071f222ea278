/** vi's searches: plain text, around the end of the file, in either case where `ignorecase` is set. */
import { complain, type Editor, say } from './editor.ts';
import { askLine } from './prompt.ts';

/** The next place of some text from `from` on, in one direction; no further than the end. */
export function locate(
  { text, settings }: Editor,
  wanted: string,
  from: number,
  direction: 'forward' | 'back',
): number | undefined {
  const hay = settings.ignorecase ? text.toLowerCase() : text;
  const needle = settings.ignorecase ? wanted.toLowerCase() : wanted;
  if (direction === 'back' && from < 0) return undefined;
  const at = direction === 'forward' ? hay.indexOf(needle, from) : hay.lastIndexOf(needle, from);
  return at < 0 ? undefined : at;
}

/** Asks what to look for and finds it. */
export async function searchFor(
  editor: Editor,
  direction: '/' | '?',
  count: number,
): Promise<number | undefined> {
  const answer = await askLine(editor, direction);
  if (answer === undefined) return undefined;
  const wanted = answer.slice(1) || editor.search.slice(1);
  if (wanted === '') {
    complain(editor, 'No previous search');
    return undefined;
  }
  editor.search = direction + wanted;
  return searchAgain(editor, false, count);
}

/** Goes on with the last search, or back. */
export function searchAgain(editor: Editor, turned: boolean, count: number): number | undefined {
  const wanted = editor.search.slice(1);
  if (wanted === '') {
    complain(editor, 'No previous search');
    return undefined;
  }
  const direction = (editor.search[0] === '/') === turned ? 'back' : 'forward';
  const from = editor.dot;
  let at = from;
  for (let i = 0; i < count; i++) {
    let found = locate(editor, wanted, direction === 'forward' ? at + 1 : at - 1, direction);
    if (found === undefined) {
      found = locate(editor, wanted, direction === 'forward' ? 0 : editor.text.length, direction);
      if (found === undefined) {
        complain(editor, 'Pattern not found');
        return undefined;
      }
      say(
        editor,
        direction === 'forward'
          ? 'search hit BOTTOM, continuing at TOP'
          : 'search hit TOP, continuing at BOTTOM',
      );
    }
    at = found;
  }
  editor.marks.set("'", from);
  return at;
}
