/**
 * dpkg, dpkg-deb and dpkg-query: unpacks, configures and removes packages, and tells what is installed.
 *
 * @see dpkg(1), dpkg-deb(1), dpkg-query(1)
 */
import type { Main } from '../../../kernel/index.ts';
import { statOf } from '../../files.ts';
import { applet, type Io } from '../../io.ts';
import { configureAll, runTriggers, unconfigured } from './configure.ts';
import { type DebPackage, openDatabase, shownName } from './database.ts';
import { isDebCommand, runDeb } from './deb.ts';
import { audit, list, listFiles, search, selections, show, status } from './query.ts';
import { removeAll } from './remove.ts';
import { PackageError } from './scripts.ts';
import { attempt, openSession, type Session, summary } from './session.ts';
import { FORCES } from './settings.ts';
import { unpack } from './unpack.ts';
import { compareVersions } from './version.ts';

export const main: Main = applet({ usage: '[OPTION...] COMMAND', run, ownHelp: true });

const ARCHITECTURE = 'amd64';
const FAILED = 2;

type Command = (io: Io, operands: readonly string[], options: Options) => number | Promise<number>;

interface Options {
  readonly force: ReadonlySet<string>;
  /** -a, --pending. */
  readonly all: boolean;
}

const QUERIES: Readonly<Record<string, Command>> = {
  '--list': list,
  '--status': status,
  '--show': show,
  '--listfiles': listFiles,
  '--search': search,
};
const COMMANDS: Readonly<Record<string, Command>> = {
  ...QUERIES,
  '--install': (io, paths, options) => install(io, paths, options, true),
  '--unpack': (io, paths, options) => install(io, paths, options, false),
  '--configure': configure,
  '--remove': (io, names, options) => remove(io, names, options, false),
  '--purge': (io, names, options) => remove(io, names, options, true),
  '--get-selections': selections,
  '--audit': audit,
  '--compare-versions': compare,
  '--print-architecture': (io) => {
    io.print(`${ARCHITECTURE}\n`);
    return 0;
  },
  '--print-foreign-architectures': () => 0,
  '--version': version,
};
const LETTERS: Readonly<Record<string, string>> = {
  ...{ '-l': '--list', '-s': '--status', '-W': '--show', '-L': '--listfiles', '-S': '--search' },
  ...{ '-i': '--install', '-r': '--remove', '-P': '--purge', '-C': '--audit' },
};

async function run(io: Io): Promise<number> {
  let command: string | undefined;
  const operands: string[] = [];
  const force = new Set<string>();
  let all = false;
  const fail = (text: string): number => {
    io.printError(
      `${io.name}: error: ${text}\n\nType dpkg --help for help about installing and deinstalling packages [*].\n`,
    );
    return FAILED;
  };
  for (let i = 0; i < io.args.length; i++) {
    const word = io.args[i]!;
    const long = LETTERS[word] ?? word;
    if (command === '--compare-versions' || !word.startsWith('-') || word === '-') operands.push(word);
    else if (command === '--show' && /^(?:-f|--showformat=)/.test(word)) {
      operands.push(word);
      if (word === '-f') operands.push(io.args[++i] ?? '');
    } else if (
      command === undefined &&
      (Object.hasOwn(COMMANDS, long) || isDebCommand(word)) &&
      allowed(io, long, word)
    )
      command = long;
    else if (word === '-a' || word === '--pending') all = true;
    else if (/^--(?:force|no-force|refuse)-/.test(word)) {
      const names = word.replace(/^--(?:no-)?\w+?-/, '').split(',');
      for (const name of names) {
        if (!FORCES.has(name)) return fail(`unknown force/refuse option '${name}'`);
        if (word.startsWith('--force-')) force.add(name);
        else force.delete(name);
      }
    } else if (/^(?:--no-pager|--no-debsig)$/.test(word)) continue;
    else if (word === '--help') return help(io);
    else if (/^-[a-zA-Z]$|^--[a-z]/.test(word) && command === undefined) {
      io.printError(`${io.name}: error: ${word}: not supported by Strata yet\n`);
      return FAILED;
    } else return fail(`unknown option ${word}`);
  }
  if (command === undefined) {
    io.printError(`${io.name}: error: need an action option\n`);
    return FAILED;
  }
  if (isDebCommand(command)) return runDeb(io, command, operands);
  return COMMANDS[command]!(io, operands, { force, all });
}

/** What each of the three programs answers. */
function allowed(io: Io, long: string, word: string): boolean {
  if (io.name === 'dpkg-query') return Object.hasOwn(QUERIES, long) || long === '--version';
  if (io.name === 'dpkg-deb') return isDebCommand(word) || long === '--version';
  return long !== '--show';
}

function help(io: Io): number {
  const names = Object.keys(io.name === 'dpkg-query' ? QUERIES : COMMANDS);
  io.print(
    `Usage: ${io.name} [<option>...] <command>\n\nCommands:\n${names.map((name) => `  ${name}\n`).join('')}`,
  );
  return 0;
}

async function version(io: Io): Promise<number> {
  const own = (await openDatabase(io)).get('dpkg')?.fields.get('Version') ?? '';
  const about = {
    'dpkg-deb': 'package archive backend',
    'dpkg-query': 'package management program query tool',
  }[io.name];
  io.print(
    `Debian '${io.name}' ${about ?? 'package management program'} version ${own} (${ARCHITECTURE}).\n`,
  );
  return 0;
}

/** Whether the user may change the database. */
function mayChange(io: Io): boolean {
  if (io.sys.credentials().euid === 0) return true;
  io.printError('dpkg: error: requested operation requires superuser privilege\n');
  return false;
}

async function open(io: Io, action: string, { force }: Options): Promise<Session> {
  const session = await openSession(io, action, io.sys.isatty(1));
  const { settings } = session;
  return { ...session, settings: { ...settings, force: new Set([...settings.force, ...force]) } };
}

async function install(
  io: Io,
  paths: readonly string[],
  options: Options,
  isWhole: boolean,
): Promise<number> {
  const action = isWhole ? 'install' : 'unpack';
  if (paths.length === 0) {
    io.printError(`dpkg: error: --${action} needs at least one package archive file argument\n`);
    return FAILED;
  }
  if (!mayChange(io)) return FAILED;
  for (const path of paths) {
    if (await statOf(io.sys, path)) continue;
    io.printError(`dpkg: error: cannot access archive '${path}': No such file or directory\n`);
    return FAILED;
  }
  const session = await open(io, action, options);
  const unpacked: DebPackage[] = [];
  for (const path of paths) {
    const one = await unpack(session, path);
    if (one) unpacked.push(one);
  }
  if (isWhole) await configureAll(session, unpacked);
  await runTriggers(session);
  return summary(session);
}

async function configure(io: Io, names: readonly string[], options: Options): Promise<number> {
  if (!mayChange(io)) return FAILED;
  const session = await open(io, 'configure', options);
  const wanted: DebPackage[] = [];
  for (const name of names) {
    const one = session.database.get(name);
    const isWaiting = one?.state === 'unpacked' || one?.state === 'half-configured';
    if (one && isWaiting) wanted.push(one);
    else
      await attempt(session, 'package', name, async () => {
        throw new PackageError(
          one?.state === 'installed'
            ? `package ${shownName(one)} is already installed and configured`
            : `package ${name} is not ready for configuration\n cannot configure (current status '${one?.state ?? 'not-installed'}')`,
        );
      });
  }
  await configureAll(session, options.all ? unconfigured(session) : wanted);
  await runTriggers(session);
  return summary(session);
}

async function remove(io: Io, names: readonly string[], options: Options, purge: boolean): Promise<number> {
  if (!mayChange(io)) return FAILED;
  const session = await open(io, purge ? 'purge' : 'remove', options);
  const found: DebPackage[] = [];
  for (const name of names) {
    const one = session.database.get(name);
    if (!one || one.state === 'not-installed')
      io.printError(`dpkg: warning: ignoring request to remove ${name} which isn't installed\n`);
    else if (one.state === 'config-files' && !purge)
      io.printError(
        `dpkg: warning: ignoring request to remove ${shownName(one)}, only the config\n files of which are on the system; use --purge to remove them too\n`,
      );
    else found.push(one);
  }
  await removeAll(session, found, purge);
  await runTriggers(session);
  return summary(session);
}

const RELATIONS: Readonly<Record<string, (order: number) => boolean>> = {
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  ge: (order) => order >= 0,
  gt: (order) => order > 0,
};
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '<<': 'lt', '<=': 'le', '<': 'le', '=': 'eq', '>=': 'ge', '>': 'ge', '>>': 'gt' },
};

function compare(io: Io, [left, operator = '', right]: readonly string[]): number {
  const relation = RELATIONS[SIGNS[operator] ?? operator.replace(/-nl$/, '')];
  if (left === undefined || right === undefined) {
    io.printError('dpkg: error: --compare-versions takes three arguments: <version> <relation> <version>\n');
    return FAILED;
  }
  if (!relation) {
    io.printError('dpkg: error: --compare-versions bad relation\n');
    return FAILED;
  }
  // An absent version is older than any; with -nl it is later.
  if (left === '' || right === '') {
    const absent = operator.endsWith('-nl') ? 1 : -1;
    return relation(left === right ? 0 : left === '' ? absent : -absent) ? 0 : 1;
  }
  return relation(compareVersions(left, right)) ? 0 : 1;
}
