/** `:set`: vi's options by their long and their short names. */
import { complain, type Editor, type Settings } from './editor.ts';
import { awaitReturn, clearBottom } from './prompt.ts';

const NAMES: readonly (readonly [long: keyof Omit<Settings, 'tabstop'>, short: string])[] = [
  ['autoindent', 'ai'],
  ['expandtab', 'et'],
  ['flash', 'fl'],
  ['ignorecase', 'ic'],
  ['showmatch', 'sm'],
];
const WIDEST_TAB = 32;

/** Sets options, or lists all of them. */
export async function set(editor: Editor, words: string): Promise<void> {
  if (words === '' || words === 'all') return list(editor);
  for (const word of words.split(/\s+/))
    if (!setOne(editor.settings, word)) complain(editor, `bad option: ${word}`);
  // Tabs may be of another width.
  editor.stale = true;
}

function setOne(settings: Settings, word: string): boolean {
  const tab = /^(?:ts|tabstop)=(\d+)$/.exec(word);
  if (tab) {
    const width = Number(tab[1]);
    if (width < 1 || width > WIDEST_TAB) return false;
    settings.tabstop = width;
    return true;
  }
  const off = word.startsWith('no');
  const name = off ? word.slice(2) : word;
  const known = NAMES.find(([long, short]) => long === name || short === name);
  if (known) settings[known[0]] = !off;
  return known !== undefined;
}

function list(editor: Editor): Promise<void> {
  const { io, settings } = editor;
  const words = NAMES.map(([long]) => `${settings[long] ? '' : 'no'}${long}`);
  clearBottom(editor);
  io.put(`${words.join(' ')} tabstop=${settings.tabstop}`);
  return awaitReturn(editor);
}
