/**
 * apt-get, apt, apt-cache and their kin: what is installed. There are no packages to be had yet: what
 * would fetch or change some is refused in one line, with apt's exit status for errors.
 */
import type { Main } from '../../../kernel/index.ts';
import { applet, type Io } from '../../io.ts';
import { readStatus } from '../dpkg/status.ts';

export const main: Main = applet({ usage: '[OPTION...] COMMAND', run });

const FAILED = 100;

const REFUSED =
  /^(?:update|upgrade|full-upgrade|dist-upgrade|install|reinstall|remove|purge|autoremove|autopurge|source|build-dep|download|changelog|satisfy|search|show|policy|depends|rdepends|madison|edit-sources|check|add|hold|unhold|auto|manual|showauto|showmanual|showhold|dump|shell)$/;

async function run(io: Io): Promise<number> {
  const [command, ...operands] = io.args.filter((word) => !word.startsWith('-'));
  if (io.args.includes('--version') || io.args.includes('-v')) return version(io);
  if (command === undefined) return version(io);
  if (io.name === 'apt' && !io.sys.isatty(1)) {
    io.printError('\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n');
  }
  // Nothing was fetched, so nothing lies about.
  if (/^(?:clean|autoclean|distclean)$/.test(command)) return 0;
  if (command === 'list' && io.args.includes('--installed')) return listInstalled(io, operands);
  io.printError(
    REFUSED.test(command) || command === 'list'
      ? `E: ${io.name} ${command}: not supported by Strata yet, which has no Debian packages\n`
      : `E: Invalid operation ${command}\n`,
  );
  return FAILED;
}

async function version(io: Io): Promise<number> {
  const own = (await readStatus(io)).find(({ name }) => name === 'apt');
  io.print(`apt ${own?.version ?? ''} (amd64)\n`);
  return 0;
}

async function listInstalled(io: Io, names: readonly string[]): Promise<number> {
  io.print('Listing...\n');
  for (const { name, version, architecture } of await readStatus(io)) {
    if (names.length > 0 && !names.includes(name)) continue;
    io.print(`${name}/now ${version} ${architecture} [installed,local]\n`);
  }
  return 0;
}
