/** The command line of apt's programs: options that all of them share, the command, its words. @see apt-get(8) */
import type { Io } from '../../io.ts';
import { openDatabase } from '../dpkg/database.ts';
import { compareVersions } from '../dpkg/version.ts';
import { type Config, readConfig } from './config.ts';
import { sayError, type Voice } from './words.ts';

export interface Settings {
  readonly voice: Voice;
  readonly config: Config;
  readonly command: string;
  readonly names: readonly string[];
  /** The whole command line, for the log. */
  readonly words: readonly string[];
  readonly yes: boolean;
  readonly no: boolean;
  readonly simulate: boolean;
  readonly downloadOnly: boolean;
  readonly fix: boolean;
  readonly reinstall: boolean;
  readonly purge: boolean;
  readonly autoRemove: boolean;
  readonly noUpgrade: boolean;
  readonly onlyUpgrade: boolean;
  readonly recommends: boolean;
  readonly suggests: boolean;
  /** `--allow-…`: `downgrades`, `remove-essential`, `change-held-packages`. */
  readonly allow: ReadonlySet<string>;
  /** `--force-…` for dpkg, from Dpkg::Options. */
  readonly force: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
}

/** Letters and long names by what they set; several names of apt's mean the same. */
const OPTIONS: Readonly<Record<string, string>> = {
  ...{ y: 'yes', yes: 'yes', 'assume-yes': 'yes', 'assume-no': 'no' },
  ...{
    s: 'simulate',
    simulate: 'simulate',
    'just-print': 'simulate',
    'dry-run': 'simulate',
    recon: 'simulate',
  },
  ...{ 'no-act': 'simulate', d: 'download-only', 'download-only': 'download-only' },
  ...{ f: 'fix', 'fix-broken': 'fix', reinstall: 'reinstall', purge: 'purge' },
  ...{ 'auto-remove': 'autoremove', autoremove: 'autoremove', 'no-upgrade': 'no-upgrade' },
  ...{ 'only-upgrade': 'only-upgrade', 'no-install-recommends': 'no-recommends' },
  ...{
    'install-recommends': 'recommends',
    'install-suggests': 'suggests',
    'no-install-suggests': 'no-suggests',
  },
  ...{ 'allow-downgrades': 'allow-downgrades', 'allow-remove-essential': 'allow-remove-essential' },
  ...{ 'allow-change-held-packages': 'allow-change-held-packages' },
  ...{ 'no-auto-remove': 'no-autoremove', 'no-autoremove': 'no-autoremove', q: 'quiet', quiet: 'quiet' },
  // Shown or not, nothing is drawn here.
  ...{ 'no-show-progress': 'plain', 'show-progress': 'plain', u: 'plain', 'show-upgraded': 'plain' },
  ...{ installed: 'installed', upgradable: 'upgradable', upgradeable: 'upgradable' },
  ...{ a: 'all', 'all-versions': 'all', n: 'names-only', 'names-only': 'names-only', full: 'full' },
  'no-all-versions': 'no-all',
};
/** What there is in the real one and not here. */
const REFUSED =
  /^(?:t|target-release|default-release|b|build|m|fix-missing|ignore-missing|print-uris|V|verbose-versions|a=|host-architecture|only-source|download|no-download|trivial-only|no-remove|allow-unauthenticated|allow-insecure-repositories|force-yes|P|build-profiles|solver|planner|snapshot|U|update|with-source|mark-auto|c|config-file)$/;

export async function readSettings(io: Io): Promise<Settings | number> {
  const config = await readConfig(io);
  const flags = new Set<string>();
  const names: string[] = [];
  const late: string[] = [];
  let quiet = io.sys.isatty(1) ? 0 : 1;
  const own = (await openDatabase(io)).get('apt')?.fields.get('Version') ?? '';
  const isNew = io.name === 'apt' && compareVersions(own, '2.9') >= 0;
  const said: Voice = { io, quiet, isNew, late };
  const unknown = (text: string): number => {
    sayError(said, `Command line option ${text} is not understood in combination with the other options`);
    return 100;
  };
  const refuse = (text: string): number => {
    sayError(said, `${text}: not supported by Strata yet`);
    return 100;
  };
  for (let i = 0; i < io.args.length; i++) {
    const word = io.args[i]!;
    if (!word.startsWith('-') || word === '-') {
      names.push(word);
      continue;
    }
    const option = /^(?:-o=?|--option=?)(.*)$/.exec(word)?.[1];
    if (option !== undefined) {
      const text = option || (io.args[++i] ?? '');
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
      if (name === undefined) {
        sayError(said, `Option ${word}: Configuration item specification must have an =<val>.`);
        return 100;
      }
      config.set(name, value!);
      continue;
    }
    if (word.startsWith('--')) {
      const [name = '', value] = word.slice(2).split('=');
      if (name === 'version' || name === 'help') {
        flags.add(name);
        continue;
      }
      const meaning = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
      if (REFUSED.test(name)) return refuse(word);
      if (meaning === undefined) return unknown(word);
      if (meaning === 'quiet') quiet = value === undefined ? Math.min(2, quiet + 1) : Number(value) || 0;
      else if (value !== undefined) {
        if (/^(?:yes|true|1|on)$/i.test(value)) flags.add(meaning);
        else if (/^(?:no|false|0|off)$/i.test(value)) flags.delete(meaning);
        else return unknown(word);
      } else flags.add(meaning);
      continue;
    }
    if (/^-q=\d$/.test(word)) {
      quiet = Number(word.slice(3));
      continue;
    }
    let asked = 0;
    for (const letter of word.slice(1)) {
      if (letter === 'v' || letter === 'h') flags.add(letter === 'v' ? 'version' : 'help');
      else if (letter === 'q') asked++;
      else if (REFUSED.test(letter)) return refuse(`-${letter}`);
      else if (Object.hasOwn(OPTIONS, letter)) flags.add(OPTIONS[letter]!);
      else return unknown(`'${letter}' [from ${word}]`);
    }
    if (asked > 0) quiet = Math.max(quiet, Math.min(2, asked));
  }
  const configured = Number(config.get('quiet'));
  if (config.get('quiet') !== undefined && !Number.isNaN(configured)) quiet = configured;
  const [command = '', ...rest] = names;
  const allow = new Set([...flags].filter((flag) => flag.startsWith('allow-')).map((flag) => flag.slice(6)));
  const force = new Set(
    config
      .list('Dpkg::Options')
      .flatMap((option) => /^--force-([\w,-]+)$/.exec(option)?.[1]?.split(',') ?? []),
  );
  return {
    ...{ voice: { io, quiet, isNew, late }, config, command, names: rest, words: [io.name, ...io.args] },
    yes: flags.has('yes') || config.flag('APT::Get::Assume-Yes', false),
    no: flags.has('no') || config.flag('APT::Get::Assume-No', false),
    ...{ simulate: flags.has('simulate'), downloadOnly: flags.has('download-only'), fix: flags.has('fix') },
    ...{
      reinstall: flags.has('reinstall'),
      purge: flags.has('purge') || command === 'purge' || config.flag('APT::Get::Purge', false),
    },
    autoRemove: flags.has('autoremove') || config.flag('APT::Get::AutomaticRemove', false),
    ...{ noUpgrade: flags.has('no-upgrade'), onlyUpgrade: flags.has('only-upgrade') },
    recommends: flags.has('no-recommends')
      ? false
      : flags.has('recommends') || config.flag('APT::Install-Recommends', true),
    suggests: flags.has('no-suggests')
      ? false
      : flags.has('suggests') || config.flag('APT::Install-Suggests', false),
    ...{ allow, force, flags },
  };
}
