/** tree: directories as a picture. It has no options, as busybox's has none: all operands are directories. */
import { errnoOf, isDir, isLink } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { joinPath } from '../paths.ts';

interface Counts {
  directories: number;
  files: number;
}

export const main = applet({
  usage: '[DIR]...',
  about: 'List files and directories in a tree',
  async run(io) {
    const counts: Counts = { directories: 0, files: 0 };
    for (const path of io.args.length > 0 ? io.args : ['.']) {
      io.print(path);
      await branch(io, path, '', counts);
    }
    io.print(`\n${counts.directories} directories, ${counts.files} files\n`);
    return 0;
  },
});

async function branch(io: Io, path: string, indent: string, counts: Counts): Promise<void> {
  let names: string[];
  try {
    names = (await io.sys.readdir(path)).map(({ name }) => name);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    io.print(' [error opening dir]\n');
    return;
  }
  io.print('\n');
  const shown = names.filter((name) => !name.startsWith('.')).sort();
  for (const [i, name] of shown.entries()) {
    const last = i === shown.length - 1;
    const at = joinPath(path, name);
    const { mode } = await io.sys.lstat(at);
    const link = isLink(mode) ? ` -> ${await io.sys.readlink(at)}` : '';
    io.print(`${indent}${last ? '└── ' : '├── '}${name}${link}`);
    if (isDir(mode)) {
      counts.directories++;
      await branch(io, at, `${indent}${last ? '    ' : '│   '}`, counts);
    } else {
      counts.files++;
      io.print('\n');
    }
    await io.pump();
  }
}
