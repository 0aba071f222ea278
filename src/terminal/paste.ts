/**
 * What is pasted into a program that asked to have it marked (bracketed paste) comes between two
 * sequences. The second one within the text would end that early, and the rest would count as typed: as
 * commands. So escapes are shown as what they are, as later versions of xterm.js do it.
 * @see xterm, "Control Sequences", Bracketed Paste Mode
 */
const BEGIN = '\x1b[200~';
const END = '\x1b[201~';

/** What is sent for what xterm gives: a key's bytes, or a whole paste. */
export function tamePaste(text: string): string {
  if (!text.startsWith(BEGIN) || !text.endsWith(END)) return text;
  return BEGIN + text.slice(BEGIN.length, -END.length).replaceAll('\x1b', '\u241b') + END;
}
