/** Keys that no prompt waits for: all but text, and what ends the line. */
import { insert, lineEnd, lineStart, remove } from './buffer.ts';
import { listColumns } from './columns.ts';
import { longestCommon } from './completion-types.ts';
import { edits } from './edits.ts';
import { hintFor, type Session, view, write } from './line-editor.ts';

/** They take what is proposed at the end of the text. */
const FORWARD = ['right', 'ctrl-f', 'end', 'ctrl-e'];

/** Goes through the history, takes what is proposed, or edits. */
export function pressed(session: Session, name: string): void {
  const { buffer } = session;
  const isAtEnd = buffer.cursor === buffer.text.length;
  if (name === 'up' || name === 'ctrl-p') verticalMove(session, -1);
  else if (name === 'down' || name === 'ctrl-n') verticalMove(session, 1);
  else if (name === 'alt-<' || name === 'page-up') recall(session, 0);
  else if (name === 'alt->' || name === 'page-down') recall(session, session.options.history.length);
  else if (name === 'ctrl-_') Object.assign(buffer, session.changes.pop());
  else if (name === 'alt-.' || name === 'alt-_') insertLastWord(session);
  else if (isAtEnd && FORWARD.includes(name)) insert(buffer, hintFor(session));
  else edits[name]?.(buffer);
}

/** Up and down within several lines, then through the history. */
function verticalMove(session: Session, by: 1 | -1): void {
  const { buffer } = session;
  const start = lineStart(buffer);
  const column = buffer.cursor - start;
  if (by < 0 && start > 0) {
    const above = buffer.text.lastIndexOf('\n', start - 2) + 1;
    buffer.cursor = Math.min(above + column, start - 1);
    return;
  }
  const end = lineEnd(buffer);
  if (by > 0 && end < buffer.text.length) {
    buffer.cursor = end + 1;
    buffer.cursor = Math.min(end + 1 + column, lineEnd(buffer));
    return;
  }
  recall(session, session.place + by);
}

function recall(session: Session, place: number): void {
  const { history } = session.options;
  if (place < 0 || place > history.length) return;
  session.edited.set(session.place, session.buffer.text);
  session.place = place;
  session.buffer.text = session.edited.get(place) ?? history[place] ?? '';
  session.buffer.cursor = session.buffer.text.length;
}

export async function completeWord(session: Session): Promise<void> {
  const { buffer, options } = session;
  const completion = await options.complete?.(buffer.text, buffer.cursor);
  if (!completion || completion.candidates.length === 0) return await write(options, '\x07');
  const { candidates, from } = completion;
  const common = longestCommon(candidates.map((each) => each.text));
  const typed = buffer.text.slice(from, buffer.cursor);
  if (candidates.length === 1 || common.length > typed.length) {
    const single = candidates.length === 1 ? candidates[0]!.ending : '';
    remove(buffer, from, buffer.cursor);
    insert(buffer, common + single);
    return;
  }
  // The second Tab in a row shows what there is.
  if (session.lastKey !== 'tab') return await write(options, '\x07');
  const columns = options.sys.getWindowSize(options.output).columns || 80;
  const { cursor } = buffer;
  buffer.cursor = buffer.text.length;
  const leaving = view(session) + session.screen.leave();
  buffer.cursor = cursor;
  await write(
    options,
    leaving +
      listColumns(
        candidates.map((each) => each.label ?? each.text),
        columns,
      ),
  );
}

/** The last word of the command before; again, of the one before that, in its place. */
function insertLastWord(session: Session): void {
  const { buffer, options, lastKey } = session;
  const again = lastKey === 'alt-.' || lastKey === 'alt-_';
  const word = (back: number): string => lastWord(options.history.at(-back) ?? '');
  const back = again ? session.wordsBack + 1 : 1;
  if (back > options.history.length) return;
  if (again) remove(buffer, buffer.cursor - word(session.wordsBack).length, buffer.cursor);
  session.wordsBack = back;
  insert(buffer, word(back));
}

/** The last word of a command as it was typed, with its quotes. */
function lastWord(text: string): string {
  const words = text.match(/(?:[^\s'"\\]|\\.|'[^']*'|"(?:\\.|[^"\\])*"|['"])+/gs);
  return words?.at(-1) ?? '';
}
