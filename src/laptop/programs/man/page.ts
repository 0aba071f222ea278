/**
 * Manual pages, made of what programs say of themselves: each is asked with `--help`, and what it answers from its own
 * table of options becomes name, synopsis and description.
 */
import type { Sys } from '../../../kernel/index.ts';
import { errnoOf, textOf, X_OK } from '../../../posix/index.ts';
import { readOpen } from '../io.ts';

/** Where programs are that may be asked: the system's, never files of the learner's. */
const FOLDERS = ['/bin', '/usr/bin', '/sbin', '/usr/sbin'];
/** Programs whose first words are commands of their own, with pages of their own. */
const WITH_COMMANDS = new Set(['docker', 'git']);

export interface Page {
  readonly name: string;
  /** One line. */
  readonly about: string;
  readonly synopsis: readonly string[];
  /** The rest of what it says: options, examples. */
  readonly body: readonly string[];
}

/** The page of a program, or of a command of one (`docker-run`); undefined where there is none. */
export async function readPage(sys: Sys, name: string): Promise<Page | undefined> {
  const path = await find(sys, name);
  if (path !== undefined) return pageOf(name, await helpText(sys, path, [name, '--help']));
  // `docker-container-ls` is `docker container ls`.
  const words = name.split('-');
  const program = words[0]!;
  if (words.length < 2 || !WITH_COMMANDS.has(program)) return undefined;
  const found = await find(sys, program);
  if (found === undefined) return undefined;
  const text = await helpText(sys, found, [...words, '--help']);
  const general = await helpText(sys, found, [program, '--help']);
  // What a program says of all its commands is no page of one.
  return text === general ? undefined : pageOf(name, text);
}

export async function programNames(sys: Sys): Promise<string[]> {
  const names = new Set<string>();
  for (const folder of FOLDERS) {
    try {
      for (const { name } of await sys.readdir(folder)) names.add(name);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return [...names].sort();
}

async function find(sys: Sys, name: string): Promise<string | undefined> {
  if (name.includes('/')) return undefined;
  for (const folder of FOLDERS) {
    try {
      await sys.access(`${folder}/${name}`, X_OK);
      return `${folder}/${name}`;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return undefined;
}

/** What a program prints when it is asked for help, on either stream. */
async function helpText(sys: Sys, path: string, argv: readonly string[]): Promise<string> {
  const [read, write] = sys.pipe({ cloexec: true });
  const [stdin] = sys.pipe({ cloexec: true });
  let pid: number;
  try {
    pid = await sys.spawn(path, argv, {
      actions: [
        { kind: 'dup2', from: stdin, to: 0 },
        { kind: 'dup2', from: write, to: 1 },
        { kind: 'dup2', from: write, to: 2 },
      ],
    });
  } finally {
    await sys.close(write);
    await sys.close(stdin);
  }
  const text = textOf(await readOpen(sys, read));
  await sys.close(read);
  await sys.wait(pid);
  return text;
}

/** A help text taken apart; undefined where it shows no usage. */
function pageOf(name: string, text: string): Page | undefined {
  const lines = text.replace(/\s+$/, '').split('\n');
  const at = lines.findIndex((line) => /^\s*usage:/i.test(line));
  if (at < 0) return undefined;
  const first = lines[at]!.replace(/^\s*usage:\s*/i, '');
  const synopsis = first === '' ? [] : [first];
  let end = at + 1;
  // Further forms are indented, or begin with `or:`.
  for (
    ;
    end < lines.length && /^(?:\s*or:|\t|\s{4,}[^\s-])/.test(lines[end]!) && lines[end]!.trim() !== '';
    end++
  )
    synopsis.push(lines[end]!.replace(/^\s*(?:or:)?\s*/, ''));
  const before = lines
    .slice(0, at)
    .filter((line) => line.trim() !== '' && !/^BusyBox v/.test(line) && !line.startsWith(`${name}: `));
  const rest = lines.slice(end);
  while (rest[0]?.trim() === '') rest.shift();
  const [about = ''] = [...before, ...rest].filter((line) => /^\S/.test(line) && !/:$/.test(line.trim()));
  const body = before.length === 0 && rest[0] === about ? rest.slice(1) : rest;
  while (body[0]?.trim() === '') body.shift();
  return { name, about: about.replace(/\.$/, ''), synopsis, body };
}

/** A page as it is read on the terminal. */
export function layOut({ name, about, synopsis, body }: Page, columns: number): string {
  const title = `${name.toUpperCase()}(1)`;
  const middle = 'Strata';
  const gap = Math.max(1, columns - 2 * title.length - middle.length);
  const left = ' '.repeat(Math.floor(gap / 2));
  const heading = `${title}${left}${middle}${' '.repeat(gap - left.length)}${title}\n`;
  const section = (header: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${header}\n${lines.map((line) => `       ${line}`.trimEnd()).join('\n')}\n`;
  return (
    heading +
    section('NAME', [about === '' ? name : `${name} - ${about}`]) +
    section('SYNOPSIS', synopsis) +
    section(
      'DESCRIPTION',
      body.map((line) => line.replaceAll('\t', '    ')),
    )
  );
}
