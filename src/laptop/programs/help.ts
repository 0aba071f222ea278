/** `help`: what works in the laptop's terminal, and which programs there are; `help NAME` is that program's page. */
import type { Main } from '../../kernel/index.ts';
import { complain, print } from './io.ts';
import { layOut, readPage } from './man/page.ts';

export const main: Main = async (sys) => {
  const [name] = sys.argv.slice(1);
  const width = sys.isatty(1) ? Math.min(sys.getWindowSize(1).columns || 80, 100) : 80;
  if (name !== undefined && name !== '--help') {
    const page = await readPage(sys, name);
    if (!page) return complain(sys, `help: no help topics match '${name}'\n`, 1);
    await print(sys, 1, layOut(page, width));
    return 0;
  }
  const folders = await Promise.all(['/bin', '/usr/bin'].map((folder) => sys.readdir(folder)));
  const names = folders
    .flat()
    .map(({ name }) => name)
    .sort();
  const text = `This terminal is a small Linux laptop of your own. Its home folder stays in this browser.

  docker COMMAND       images and containers; docker --help lists the commands
  nano FILE            edits a file here, as vi does; code FILE edits it in the panel beside
  git, curl, jq        are here too
  man NAME             what a program is for, and its options; man -k WORD looks for one
  strata help          what Strata adds to Docker

Keys: Tab completes, Up and Ctrl-R go back to what you typed, Ctrl-C stops a command,
Ctrl-D ends the shell. sudo COMMAND runs as root; nobody asks for a password.

Programs:
${inLines(names, width)}`;
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
