/** add-shell and remove-shell: lines of /etc/shells. */
import { bytesOfBinary } from '../../posix/index.ts';
import { readSmallFile, writeFile } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

const SHELLS = '/etc/shells';

const program = (about: string, change: (lines: readonly string[], shells: readonly string[]) => string[]) =>
  applet({
    usage: 'SHELL...',
    about,
    async run(io: Io) {
      const { operands } = parseOptions(io, '', { min: 1 });
      const before = (await readSmallFile(io.sys, SHELLS)) ?? '';
      const lines = before
        .split('\n')
        .slice(0, before.endsWith('\n') ? -1 : undefined)
        .filter((line) => line !== '');
      const after = change(lines, operands);
      await writeFile(io.sys, SHELLS, bytesOfBinary(after.map((line) => `${line}\n`).join('')), 0o644);
      return 0;
    },
  });

export const addShell = program('Add SHELLs to /etc/shells', (lines, shells) => [
  ...lines,
  ...shells.filter((shell) => !lines.includes(shell)),
]);
export const removeShell = program('Remove SHELLs from /etc/shells', (lines, shells) =>
  lines.filter((line) => !shells.includes(line)),
);
