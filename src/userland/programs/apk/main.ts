/**
 * apk, as apk-tools 2.14 answers: update, add, del, upgrade, fix, info, search, list, policy, version of itself.
 *
 * Repositories are real: indexes and packages come over the network call, signatures are not checked.
 */
import type { Main } from '../../../kernel/index.ts';
import { errnoOf, O_CREAT, O_RDWR, strerror } from '../../../posix/index.ts';
import { applet, type Io } from '../../io.ts';
import { type Options, parseOptions } from '../../options.ts';
import { add, del, upgrade } from './change.ts';
import { info, list, policy, search } from './query.ts';
import { architecture, openState, type Settings, type State } from './state.ts';
import { update } from './update.ts';

const VERSION = '2.14.9';

interface Command {
  readonly about: string;
  readonly refresh: Settings['refresh'];
  /** Letters and long names beside the general ones. */
  readonly spec?: string;
  readonly long?: Readonly<Record<string, string>>;
  /** Of these the long names of what is known and not supported. */
  readonly refused?: readonly string[];
  readonly run: (state: State, options: Options, names: readonly string[]) => number | Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  add: {
    about: 'Add packages to WORLD and commit changes',
    refresh: 'old',
    spec: 'ult:',
    long: { upgrade: 'u', virtual: 't', latest: 'l' },
    refused: ['latest'],
    run: (state, options, names) => add(state, names, options.value('t'), options.has('u')),
  },
  del: {
    about: 'Remove packages from WORLD and commit changes',
    refresh: 'never',
    spec: 'r',
    // Every file that was put is taken away here, changed ones as well.
    long: { rdepends: 'r', purge: '!purge' },
    refused: ['rdepends'],
    run: (state, _, names) => del(state, names),
  },
  fix: {
    about: 'Fix, reinstall or upgrade packages without modifying WORLD',
    refresh: 'old',
    run: (state) => add(state, [], undefined, false),
  },
  info: {
    about: 'Give detailed information about packages or repositories',
    refresh: 'never',
    spec: 'adeiLPrRstwWv',
    long: {
      all: 'a',
      description: 'd',
      installed: 'e',
      contents: 'L',
      provides: 'P',
      rdepends: 'r',
      depends: 'R',
      size: 's',
      webpage: 'w',
      'who-owns': 'W',
      'install-if': 'i',
      license: '!license',
    },
    run: info,
  },
  list: {
    about: 'List packages matching a pattern or other criteria',
    refresh: 'never',
    spec: 'Iuao',
    long: { installed: 'I', upgradable: 'u', available: 'a', origin: 'o' },
    run: list,
  },
  policy: {
    about: 'Show repository policy for packages',
    refresh: 'never',
    run: (state, _, names) => policy(state, names),
  },
  search: {
    about: 'Search for packages by name or description',
    refresh: 'never',
    spec: 'adexov',
    long: { all: 'a', description: 'd', exact: 'x', origin: 'o' },
    refused: ['all'],
    run: search,
  },
  update: { about: 'Update repository indexes', refresh: 'always', run: update },
  upgrade: {
    about: 'Install upgrades available from repositories',
    refresh: 'old',
    spec: 'la',
    long: { latest: 'l', available: 'a' },
    refused: ['latest', 'available'],
    run: upgrade,
  },
};

const LONG = {
  quiet: 'q',
  verbose: 'v',
  'no-cache': '!nocache',
  'no-network': '!offline',
  repository: 'X',
  'repositories-file': '!file:',
  'allow-untrusted': '!trust',
  'no-progress': '!plain',
  progress: '!progress',
  force: 'f',
  'update-cache': 'U',
  simulate: 's',
  interactive: '!ask',
  'no-interactive': '!batch',
  wait: '!wait:',
};

export const main: Main = applet({
  usage: '[<OPTIONS>...] COMMAND [<ARGUMENTS>...]',
  async run(io) {
    // General options may stand before the command.
    const at = io.args.findIndex(
      (argument, i) =>
        !argument.startsWith('-') &&
        !/^(-X|--repository|--repositories-file|--wait)$/.test(io.args[i - 1] ?? ''),
    );
    const name = io.args[at];
    if (io.args.includes('--version') || (name === undefined && io.args.includes('-V'))) {
      io.print(`apk-tools ${VERSION}, compiled for ${io.sys.uname().machine}.\n`);
      return 0;
    }
    if (io.args.includes('--print-arch')) {
      io.print(`${await architecture(io)}\n`);
      return 0;
    }
    const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command || io.args.includes('--help') || io.args.includes('-h')) {
      if (name !== undefined && !command)
        io.printError(`ERROR: '${name}' is not an apk command that Strata has. See 'apk --help'.\n`);
      else printHelp(io, name);
      return command || (name === undefined && io.args.length > 0) ? 0 : 1;
    }
    const args = [...io.args.slice(0, at), ...io.args.slice(at + 1)];
    const letters = command.spec ?? '';
    const spec = `qfUX:${letters}${[...'vsi'].filter((letter) => !letters.includes(letter)).join('')}`;
    const options = parseOptions({ ...io, args }, spec, { long: { ...LONG, ...command.long } });
    // `info -i` is another.
    const asks = options.has('!ask') || (options.has('i') && !letters.includes('i'));
    if (asks) io.die('--interactive is not supported by Strata');
    for (const word of command.refused ?? [])
      if (options.has(command.long![word]!)) io.die(`--${word} is not supported by Strata`);
    if (CHANGING.has(name!) && !options.has('s') && !(await mayChange(io))) return NOT_OPENED;
    if (options.has('U')) return run(io, { ...command, refresh: 'always' }, options);
    return run(io, command, options);
  },
});

/** Those that change what is installed, or the indexes. */
const CHANGING: ReadonlySet<string> = new Set(['add', 'del', 'fix', 'update', 'upgrade']);
const LOCK = '/lib/apk/db/lock';
const NOT_OPENED = 99;

/** Whether the database can be locked; in apk-tools' words where it cannot. */
async function mayChange(io: Io): Promise<boolean> {
  try {
    await io.sys.close(await io.sys.open(LOCK, O_RDWR | O_CREAT, 0o600));
    return true;
  } catch (error) {
    const words = strerror(errnoOf(error) ?? 'EIO');
    io.printError(`ERROR: Unable to lock database: ${words}\nERROR: Failed to open apk database: ${words}\n`);
    return false;
  }
}

async function run(io: Io, command: Command, options: Options): Promise<number> {
  const state = await openState(io, {
    refresh: command.refresh,
    noCache: options.has('!nocache'),
    noNetwork: options.has('!offline'),
    quiet: options.has('q'),
    // `info -s` means sizes.
    simulate: options.has('s') && command !== commands['info'],
    extraRepositories: options.values('X'),
    repositoriesFile: options.value('!file') ?? '/etc/apk/repositories',
  });
  return command.run(state, options, options.operands);
}

function printHelp(io: Io, name: string | undefined): void {
  io.print(
    `apk-tools ${VERSION}, compiled for ${io.sys.uname().machine}.\n\nusage: apk [<OPTIONS>...] ${name ?? 'COMMAND'} [<ARGUMENTS>...]\n\n`,
  );
  for (const [command, { about }] of Object.entries(commands)) io.print(`  ${command.padEnd(9)}  ${about}\n`);
}
