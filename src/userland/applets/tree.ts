/** tree: a directory as a picture. */
import { isDir, isLink } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { parseCount, parseOptions } from '../options.ts';
import { joinPath } from '../paths.ts';

export const main = applet({
  usage: '[-adL] [DIR]...',
  about: 'List files and directories in a tree',
  async run(io) {
    const options = parseOptions(io, 'adL:');
    const plan = {
      hidden: options.has('a'),
      directories: options.has('d'),
      depth: options.has('L') ? parseCount(io, options.value('L')!) : Infinity,
    };
    const counts = { directories: 0, files: 0 };
    for (const path of options.operands.length ? options.operands : ['.']) {
      io.print(path);
      await branch(io, path, '', 1, plan, counts);
    }
    const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
    const files = plan.directories ? '' : `, ${plural(counts.files, 'file', 'files')}`;
    io.print(`\n${plural(counts.directories, 'directory', 'directories')}${files}\n`);
    return 0;
  },
});

interface Plan {
  readonly hidden: boolean;
  readonly directories: boolean;
  readonly depth: number;
}

async function branch(
  io: Io,
  path: string,
  indent: string,
  depth: number,
  plan: Plan,
  counts: { directories: number; files: number },
): Promise<void> {
  let names: string[];
  try {
    names = (await io.sys.readdir(path)).map(({ name }) => name);
  } catch {
    io.print(' [error opening dir]\n');
    return;
  }
  io.print('\n');
  if (depth > plan.depth) return;
  const entries: { name: string; directory: boolean; link: string | undefined }[] = [];
  for (const name of names.filter((entry) => plan.hidden || !entry.startsWith('.')).sort()) {
    const stat = await io.sys.lstat(joinPath(path, name));
    if (plan.directories && !isDir(stat.mode)) continue;
    entries.push({
      name,
      directory: isDir(stat.mode),
      link: isLink(stat.mode) ? await io.sys.readlink(joinPath(path, name)) : undefined,
    });
  }
  for (const [i, { name, directory, link }] of entries.entries()) {
    const last = i === entries.length - 1;
    io.print(`${indent}${last ? '└── ' : '├── '}${name}${link === undefined ? '' : ` -> ${link}`}`);
    if (directory) {
      counts.directories++;
      await branch(io, joinPath(path, name), `${indent}${last ? '    ' : '│   '}`, depth + 1, plan, counts);
    } else {
      counts.files++;
      io.print('\n');
    }
    await io.pump();
  }
}
