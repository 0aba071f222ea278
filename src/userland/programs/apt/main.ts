/**
 * apt-get, apt, apt-cache and apt-mark: packages from repositories that are really fetched, installed by dpkg's own code.
 *
 * @see apt-get(8), apt(8), apt-cache(8), apt-mark(8)
 */
import { StrataError } from '../../../base/index.ts';
import type { Main } from '../../../kernel/index.ts';
import { applet, type Io } from '../../io.ts';
import { openDatabase } from '../dpkg/database.ts';
import { namesIn } from '../dpkg/settings.ts';
import { runChange, runCheck, runClean, runDownload, runUpdate } from './commands.ts';
import { mark } from './mark.ts';
import { depends, list, madison, pkgnames, policy, rdepends, search, show } from './query.ts';
import { readSettings, type Settings } from './settings.ts';
import { SourcesError } from './sources.ts';
import { sayError } from './words.ts';

export const main: Main = applet({ usage: '[OPTION...] COMMAND', run, ownHelp: true });

const FAILED = 100;

type Command = (settings: Settings) => Promise<number>;

const CHANGES: Readonly<Record<string, Command>> = Object.fromEntries(
  'install reinstall remove purge upgrade dist-upgrade full-upgrade autoremove auto-remove autopurge'
    .split(' ')
    .map((name) => [name, runChange]),
);
const MARKS: Readonly<Record<string, Command>> = Object.fromEntries(
  'auto manual hold unhold showauto showmanual showhold'.split(' ').map((name) => [name, mark]),
);
const GET: Readonly<Record<string, Command>> = {
  ...CHANGES,
  update: runUpdate,
  check: runCheck,
  clean: runClean,
  autoclean: runClean,
  'auto-clean': runClean,
  distclean: runClean,
  download: runDownload,
};
const CACHE: Readonly<Record<string, Command>> = {
  policy,
  show,
  search,
  depends,
  rdepends,
  madison,
  pkgnames,
};
const COMMANDS: Readonly<Record<string, Readonly<Record<string, Command>>>> = {
  'apt-get': GET,
  apt: { ...GET, ...CACHE, list },
  'apt-cache': CACHE,
  'apt-mark': MARKS,
};
/** Commands of the real ones that are not here. */
const REFUSED =
  /^(?:source|build-dep|changelog|satisfy|dselect-upgrade|indextargets|edit-sources|moo|gencaches|showpkg|showsrc|stats|dump|dumpavail|unmet|dotty|xvcg|minimize-manual|showinstall|showremove|showpurge|history.*|why|why-not|add|shell|dump)$/;

async function run(io: Io): Promise<number> {
  const settings = await readSettings(io);
  if (typeof settings === 'number') return settings;
  const { voice, command, flags } = settings;
  const commands = COMMANDS[io.name];
  if (flags.has('version')) return version(io);
  if (!commands) {
    io.printError(`E: ${io.name}: not supported by Strata yet\n`);
    return FAILED;
  }
  if (flags.has('help') || command === '') {
    await version(io);
    io.print(
      `Usage: ${io.name} [options] command\n\nCommands:\n${Object.keys(commands)
        .map((name) => `  ${name}\n`)
        .join('')}`,
    );
    return flags.has('help') ? 0 : 1;
  }
  if (io.name === 'apt' && !io.sys.isatty(1)) {
    io.printError('\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n');
    await io.flush();
  }
  const found = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!found) {
    sayError(
      voice,
      REFUSED.test(command)
        ? `${io.name} ${command}: not supported by Strata yet`
        : `Invalid operation ${command}`,
    );
    return FAILED;
  }
  for (const name of await namesIn(io, '/etc/apt/preferences.d')) {
    if (name.startsWith('.')) continue;
    sayError(voice, `/etc/apt/preferences.d/${name}: pinning: not supported by Strata yet`);
    return FAILED;
  }
  try {
    return await found(
      command === 'reinstall' ? { ...settings, command: 'install', reinstall: true } : settings,
    );
  } catch (error) {
    const problem = error instanceof SourcesError || error instanceof StrataError ? error.message : undefined;
    if (problem === undefined) throw error;
    await io.flush();
    sayError(voice, problem);
    if (error instanceof SourcesError) sayError(voice, 'The list of sources could not be read.');
    return FAILED;
  }
}

async function version(io: Io): Promise<number> {
  const own = (await openDatabase(io)).get('apt')?.fields.get('Version') ?? '';
  io.print(`apt ${own} (amd64)\n`);
  return 0;
}
