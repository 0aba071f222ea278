/**
 * update-alternatives: links in /etc/alternatives, by priority, with the state in /var/lib/dpkg/alternatives.
 *
 * @see update-alternatives(1), "DATABASE FILES"
 */
import { encode } from '../../../base/index.ts';
import type { Main } from '../../../kernel/index.ts';
import { bytesOfBinary, errnoOf, isLink, textOf } from '../../../posix/index.ts';
import { readSmallFile, statOf, writeFile } from '../../files.ts';
import { applet, type Io } from '../../io.ts';
import { dirName } from '../../paths.ts';

export const main: Main = applet({ usage: '<command>', run, ownHelp: true });

const FOLDER = '/var/lib/dpkg/alternatives';
const LINKS = '/etc/alternatives';
const FAILED = 2;

interface Choice {
  readonly path: string;
  readonly priority: number;
}

interface Group {
  readonly name: string;
  readonly link: string;
  mode: 'auto' | 'manual';
  choices: Choice[];
}

async function run(io: Io): Promise<number> {
  const [command, ...words] = io.args.filter((word) => word !== '--quiet');
  const [first = '', second = '', third = '', fourth = ''] = words;
  switch (command) {
    case '--install':
      if (words.length !== 4 || !/^-?\d+$/.test(fourth))
        return wrong(io, '--install needs <link> <name> <path> <priority>');
      return install(io, first, second, { path: third, priority: Number(fourth) });
    case '--remove':
      return remove(io, first, second);
    case '--set':
      return choose(io, first, second);
    case '--auto':
      return choose(io, first, undefined);
    case '--list':
    case '--display':
      return show(io, first, command);
    default:
      return wrong(io, `${command ?? 'no command'}: not supported by Strata yet`);
  }
}

function wrong(io: Io, text: string): number {
  io.printError(`update-alternatives: error: ${text}\n`);
  return FAILED;
}

async function read(io: Io, name: string): Promise<Group | undefined> {
  const binary = /^[\w.+-]+$/.test(name) ? await readSmallFile(io.sys, `${FOLDER}/${name}`) : undefined;
  if (binary === undefined) return undefined;
  const [mode = '', link = '', blank, ...rest] = textOf(bytesOfBinary(binary)).split('\n');
  if ((mode !== 'auto' && mode !== 'manual') || blank !== '')
    return io.die(
      `error: ${FOLDER}/${name} corrupt: groups with slaves: not supported by Strata yet`,
      FAILED,
    );
  const choices: Choice[] = [];
  for (let i = 0; rest[i]; i += 2) choices.push({ path: rest[i]!, priority: Number(rest[i + 1]) });
  return { name, link, mode, choices };
}

async function save(io: Io, { name, link, mode, choices }: Group): Promise<void> {
  if (choices.length === 0) {
    await drop(io, `${FOLDER}/${name}`);
    return;
  }
  const sorted = [...choices].sort((a, b) => (a.path < b.path ? -1 : 1));
  const text = `${mode}\n${link}\n\n${sorted.map(({ path, priority }) => `${path}\n${priority}\n`).join('')}\n`;
  await writeFile(io.sys, `${FOLDER}/${name}`, encode(text), 0o644);
}

const best = ({ choices }: Group): Choice | undefined =>
  [...choices].sort((a, b) => b.priority - a.priority)[0];

async function current(io: Io, { name }: Group): Promise<string | undefined> {
  const stat = await statOf(io.sys, `${LINKS}/${name}`, false);
  return stat && isLink(stat.mode) ? io.sys.readlink(`${LINKS}/${name}`) : undefined;
}

async function drop(io: Io, path: string): Promise<void> {
  try {
    await io.sys.unlink(path);
  } catch (error) {
    if (!errnoOf(error)) throw error;
  }
}

/** Makes both links; says so where the choice changes. */
async function use(io: Io, group: Group, path: string): Promise<void> {
  const { name, link, mode } = group;
  const before = await current(io, group);
  if (before !== path) {
    io.print(`update-alternatives: using ${path} to provide ${link} (${name}) in ${mode} mode\n`);
    await drop(io, `${LINKS}/${name}`);
    await io.sys.symlink(path, `${LINKS}/${name}`);
  }
  const stat = await statOf(io.sys, link, false);
  if (stat && !isLink(stat.mode)) {
    io.printError(`update-alternatives: warning: not replacing ${link} with a link\n`);
    return;
  }
  if (stat) await drop(io, link);
  if (await statOf(io.sys, dirName(link))) await io.sys.symlink(`${LINKS}/${name}`, link);
}

async function install(io: Io, link: string, name: string, choice: Choice): Promise<number> {
  if (!link.startsWith('/') || !choice.path.startsWith('/'))
    return wrong(io, `alternative path is not absolute as it should be: ${choice.path}`);
  if (!/^[\w.+-]+$/.test(name))
    return wrong(io, `alternative name (${name}) must not contain '/' and spaces`);
  if (!(await statOf(io.sys, choice.path))) return wrong(io, `alternative path ${choice.path} doesn't exist`);
  const group: Group = (await read(io, name)) ?? { name, link, mode: 'auto', choices: [] };
  group.choices = [...group.choices.filter(({ path }) => path !== choice.path), choice];
  if (group.mode === 'auto') await use(io, group, best(group)!.path);
  await save(io, group);
  return 0;
}

async function remove(io: Io, name: string, path: string): Promise<number> {
  const group = await read(io, name);
  if (!group?.choices.some((choice) => choice.path === path)) return 0;
  const isUsed = (await current(io, group)) === path;
  group.choices = group.choices.filter((choice) => choice.path !== path);
  const next = best(group);
  if (!next) {
    await drop(io, group.link);
    await drop(io, `${LINKS}/${name}`);
  } else if (isUsed) {
    if (group.mode === 'manual')
      io.print(
        `update-alternatives: removing manually selected alternative - switching ${name} to auto mode\n`,
      );
    group.mode = 'auto';
    await use(io, group, next.path);
  }
  await save(io, group);
  return 0;
}

async function choose(io: Io, name: string, path: string | undefined): Promise<number> {
  const group = await read(io, name);
  if (!group) return wrong(io, `no alternatives for ${name}`);
  if (path !== undefined && !group.choices.some((choice) => choice.path === path))
    return wrong(io, `alternative ${path} for ${name} not registered; not setting`);
  group.mode = path === undefined ? 'auto' : 'manual';
  await use(io, group, path ?? best(group)!.path);
  await save(io, group);
  return 0;
}

async function show(io: Io, name: string, command: string): Promise<number> {
  const group = await read(io, name);
  if (!group) return wrong(io, `no alternatives for ${name}`);
  const choices = [...group.choices].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (command === '--list') {
    for (const { path } of choices) io.print(`${path}\n`);
    return 0;
  }
  io.print(`${name} - ${group.mode} mode\n  link best version is ${best(group)!.path}\n`);
  const used = await current(io, group);
  io.print(used === undefined ? '  link currently absent\n' : `  link currently points to ${used}\n`);
  io.print(`  link ${name} is ${group.link}\n`);
  for (const { path, priority } of choices) io.print(`${path} - priority ${priority}\n`);
  return 0;
}
