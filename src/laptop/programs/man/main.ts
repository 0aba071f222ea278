/** man: manual pages of the laptop's programs, by pages where there is a terminal; `-k` looks for words, `-f` names them. */
import type { Main, Sys } from '../../../kernel/index.ts';
import { complain, print } from '../io.ts';
import { layOut, type Page, programNames, readPage } from './page.ts';

const USAGE = `Usage: man [-k | -f] [SECTION] NAME...

Shows what programs are for, and their options

  -f   one line for each NAME
  -k   lines of all programs in which a word stands

A page is made of what the program itself says; that of a command of docker is found as docker-COMMAND.
`;
const NOT_FOUND = 16;
const NOTHING_FITS = 16;

export const main: Main = async (sys) => {
  const words = sys.argv.slice(1);
  const flags = words.filter((word) => word.startsWith('-'));
  const names = words.filter((word) => !word.startsWith('-'));
  if (flags.includes('--help')) {
    await print(sys, 1, USAGE);
    return 0;
  }
  const unknown = flags.find((flag) => !/^-[kf]$/.test(flag));
  if (unknown !== undefined) return complain(sys, `man: unrecognized option '${unknown}'\n${USAGE}`, 2);
  // A section may stand in front; all pages are of section 1.
  if (names.length > 1 && /^\d\w*$/.test(names[0]!)) names.shift();
  if (names.length === 0)
    return complain(sys, "What manual page do you want?\nFor example, try 'man ls'.\n", 1);
  if (flags.includes('-k')) return search(sys, names);
  return flags.includes('-f') ? whatIs(sys, names) : show(sys, names);
};

const line = ({ name, about }: Page): string => `${`${name} (1)`.padEnd(20)} - ${about}\n`;

async function search(sys: Sys, words: readonly string[]): Promise<number> {
  const wanted = words.map((word) => word.toLowerCase());
  let found = 0;
  for (const name of await programNames(sys)) {
    const page = await readPage(sys, name);
    if (!page) continue;
    const text = `${page.name} ${page.about}`.toLowerCase();
    if (!wanted.some((word) => text.includes(word))) continue;
    found++;
    await print(sys, 1, line(page));
  }
  if (found > 0) return 0;
  return complain(sys, words.map((word) => `${word}: nothing appropriate.\n`).join(''), NOTHING_FITS);
}

async function whatIs(sys: Sys, names: readonly string[]): Promise<number> {
  let status = 0;
  for (const name of names) {
    const page = await readPage(sys, name);
    if (page) await print(sys, 1, line(page));
    else status = await complain(sys, `${name}: nothing appropriate.\n`, NOT_FOUND);
  }
  return status;
}

async function show(sys: Sys, names: readonly string[]): Promise<number> {
  const terminal = sys.isatty(1);
  const columns = Math.min(terminal ? sys.getWindowSize(1).columns || 80 : 80, 100);
  let status = 0;
  for (const name of names) {
    const page = await readPage(sys, name);
    if (!page) status = await complain(sys, `No manual entry for ${name}\n`, NOT_FOUND);
    else if (terminal) await throughPager(sys, layOut(page, columns));
    else await print(sys, 1, layOut(page, columns));
  }
  return status;
}

/** Gives a text to the pager that the environment names, less where it names none. */
async function throughPager(sys: Sys, text: string): Promise<void> {
  const [read, write] = sys.pipe({ cloexec: true });
  const pager = sys.env['MANPAGER'] ?? sys.env['PAGER'] ?? 'less';
  const pid = await sys.spawn('/bin/sh', ['sh', '-c', pager], {
    actions: [{ kind: 'dup2', from: read, to: 0 }],
  });
  await sys.close(read);
  try {
    let bytes: Uint8Array = new TextEncoder().encode(text);
    while (bytes.length > 0) bytes = bytes.subarray(await sys.write(write, bytes));
  } finally {
    await sys.close(write);
    await sys.wait(pid);
  }
}
