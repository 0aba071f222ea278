/** A list in as many columns as fit, down first, as `ls` lists. */

import { textWidth } from '../../posix/index.ts';
import { printable } from './screen.ts';

/** More than this is counted, not listed. */
const MOST = 200;

export function listColumns(items: readonly string[], columns: number): string {
  const shown = items.slice(0, MOST).map(printable);
  const width = Math.max(...shown.map(textWidth)) + 2;
  const across = Math.max(1, Math.floor(columns / width));
  const down = Math.ceil(shown.length / across);
  let text = '';
  for (let row = 0; row < down; row++) {
    let line = '';
    for (let i = row; i < shown.length; i += down)
      line += shown[i] + ' '.repeat(width - textWidth(shown[i]!));
    text += `${line.trimEnd()}\n`;
  }
  return items.length > MOST ? `${text}… and ${items.length - MOST} more\n` : text;
}
