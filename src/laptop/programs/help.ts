/** `help`: what works in the laptop's terminal, and which programs there are. */
import type { Main } from '../../kernel/index.ts';
import { print } from './io.ts';

export const main: Main = async (sys) => {
  const columns = sys.isatty(1) ? sys.getWindowSize(1).columns || 80 : 80;
  const folders = await Promise.all(['/bin', '/usr/bin'].map((folder) => sys.readdir(folder)));
  const names = folders
    .flat()
    .map(({ name }) => name)
    .sort();
  const text = `This terminal is a small Linux laptop of your own. Its home folder stays in this browser.

  docker COMMAND       images and containers; docker --help lists the commands
  nano FILE            edits a file here; code FILE edits it in the panel beside
  strata help          what Strata adds to Docker

Keys: Tab completes, Up and Ctrl-R go back to what you typed, Ctrl-C stops a command,
Ctrl-D ends the shell. sudo COMMAND runs as root; nobody asks for a password.

Programs:
${inLines(names, Math.min(columns, 100))}`;
  await print(sys, 1, text);
  return 0;
};

function inLines(words: readonly string[], columns: number): string {
  let out = '';
  let line = ' ';
  for (const word of words) {
    if (line.length + 1 + word.length > columns) {
      out += `${line}\n`;
      line = ' ';
    }
    line += ` ${word}`;
  }
  return `${out}${line}\n`;
}
