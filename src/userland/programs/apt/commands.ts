/** apt-get's commands that change packages: which versions the words mean, and what else follows from them. */
import { errnoOf, O_CREAT, O_RDWR } from '../../../posix/index.ts';
import { statOf } from '../../files.ts';
import { namesIn } from '../dpkg/settings.ts';
import { compareVersions, holds } from '../dpkg/version.ts';
import { ARCHIVES, archiveName, fetchArchives } from './archives.ts';
import { type Cache, candidate, installed, openCache, type Version } from './cache.ts';
import { carryOut } from './change.ts';
import { invoke } from './run-dpkg.ts';
import type { Settings } from './settings.ts';
import { broken, type Plan, solve, type Unmet, unneeded } from './solve.ts';
import { readSources } from './sources.ts';
import { LISTS, update } from './update.ts';
import { wishesOf } from './wishes.ts';
import { sayError, step } from './words.ts';

const FAILED = 100;

/** Whether a lock can be had; said in apt's words where not. */
async function lock(
  { voice }: Settings,
  path: string,
  say: (open: string) => void,
  before?: string,
): Promise<boolean> {
  const { io } = voice;
  try {
    await io.sys.close(await io.sys.open(path, O_RDWR | O_CREAT, 0o640));
    return true;
  } catch (error) {
    const code = errnoOf(error);
    if (!code) throw error;
    const number =
      {
        EACCES: '13: Permission denied',
        ENOENT: '2: No such file or directory',
        EROFS: '30: Read-only file system',
      }[code as string] ?? code;
    if (before !== undefined) step(voice, before);
    await io.flush();
    sayError(voice, `Could not open lock file ${path} - open (${number})`);
    say(path);
    return false;
  }
}

export async function runUpdate(settings: Settings): Promise<number> {
  const { voice, names, config } = settings;
  const { io } = voice;
  if (names.length > 0) {
    sayError(voice, 'The update command takes no arguments');
    return FAILED;
  }
  if (io.sys.credentials().euid !== 0 || (await statOf(io.sys, LISTS))) {
    const isFree = await lock(settings, `${LISTS}/lock`, () => {}, 'Reading package lists...');
    if (!isFree) {
      sayError(voice, `Unable to lock directory ${LISTS}/`);
      return FAILED;
    }
  }
  const status = await update(voice, config, await readSources(io));
  await invoke(settings, 'APT::Update::Post-Invoke');
  if (io.name !== 'apt' || status !== 0) return status;
  const cache = await open(settings, false);
  const count = [...cache.versions.keys()].filter(
    (name) => installed(cache, name) && candidate(cache, name) !== installed(cache, name),
  ).length;
  if (voice.quiet < 2)
    io.print(
      count === 0
        ? 'All packages are up to date.\n'
        : count === 1
          ? "1 package can be upgraded. Run 'apt list --upgradable' to see it.\n"
          : `${count} packages can be upgraded. Run 'apt list --upgradable' to see them.\n`,
    );
  return 0;
}

/** Reads everything, and says so. */
async function open({ voice }: Settings, isFirst = true): Promise<Cache> {
  if (isFirst) step(voice, 'Reading package lists...');
  await voice.io.flush();
  const cache = await openCache(voice.io);
  step(voice, 'Building dependency tree...');
  if (cache.marks.exists) step(voice, 'Reading state information...');
  return cache;
}

export async function runChange(settings: Settings): Promise<number> {
  const { voice, command } = settings;
  const { io } = voice;
  if (!settings.simulate) {
    const frontend = '/var/lib/dpkg/lock-frontend';
    const isFree = await lock(settings, frontend, () =>
      sayError(voice, `Unable to acquire the dpkg frontend lock (${frontend}), are you root?`),
    );
    if (!isFree) return FAILED;
  } else if (io.sys.credentials().euid !== 0 && voice.quiet < 2) {
    io.print(
      `NOTE: This is only a simulation!\n      ${io.name} needs root privileges for real execution.\n      Keep also in mind that locking is deactivated,\n      so don't depend on the relevance to the real current situation!\n`,
    );
  }
  // As recorded of apt 3.0.
  if (settings.simulate && voice.isNew && voice.quiet < 2) io.print('\n');
  const cache = await open(settings);
  const isFix = settings.fix;
  const before = broken(cache);
  if (before.length > 0 && !isFix) {
    await io.flush();
    if (command === 'install' || command.endsWith('upgrade') || /remove|purge/.test(command)) {
      io.printError("You might want to run 'apt --fix-broken install' to correct these.\n");
      sayUnmet(settings, before);
      const advice =
        "Unmet dependencies. Try 'apt --fix-broken install' with no packages (or specify a solution).";
      sayError(voice, advice);
      if (compareVersions(cache.database.get('apt')?.fields.get('Version') ?? '', '3.0') >= 0)
        sayError(
          voice,
          `The following information from --solver 3.0 may provide additional context:\n   ${advice}`,
        );
      return FAILED;
    }
  }
  if (before.length > 0 && voice.quiet < 2) io.print('Correcting dependencies... Done\n');
  if (command.endsWith('upgrade')) step(voice, 'Calculating upgrade...');
  const wishes = await wishesOf(settings, cache);
  if (!wishes) return FAILED;
  const asked = new Set(wishes.map(({ name }) => name));
  const install = wishes.filter(({ version }) => version).map(({ version }) => version!);
  const remove = wishes.filter((wish) => wish.remove).map(({ name }) => name);
  let plan = solve(cache, {
    ...{ install, remove, recommends: settings.recommends, suggests: settings.suggests, fix: isFix },
    upgrade: command === 'upgrade' ? 'careful' : /^(?:dist|full)-upgrade$/.test(command) ? 'full' : 'no',
  });
  if (plan.unmet.length > 0) {
    await io.flush();
    io.print(`Some packages could not be installed. This may mean that you have
requested an impossible situation or if you are using the unstable
distribution that some required packages have not yet been created
or been moved out of Incoming.
The following information may help to resolve the situation:

`);
    sayUnmet(settings, plan.unmet);
    await io.flush();
    sayError(voice, 'Unable to correct problems, you have held broken packages.');
    return FAILED;
  }
  const never = settings.config.list('APT::NeverAutoRemove').map((pattern) => new RegExp(pattern));
  const suggests = settings.config.flag('APT::AutoRemove::SuggestsImportant', true);
  // What was asked for is no one's dependency from now on.
  for (const version of install) cache.marks.auto.delete(version.name);
  const useless = unneeded(cache, plan, never, suggests);
  if (/^auto-?(?:remove|purge)$/.test(command) || settings.autoRemove)
    plan = { ...plan, remove: new Set([...plan.remove, ...useless]) };
  const purge = settings.purge || command === 'autopurge';
  // Of what was removed before, what is left goes.
  const rests = purge ? remove.filter((name) => cache.database.get(name)?.state === 'config-files') : [];
  if (rests.length > 0) plan = { ...plan, remove: new Set([...plan.remove, ...rests]) };
  return carryOut(
    { ...settings, command: command.replace('auto-', 'auto').replace('autopurge', 'autoremove') },
    cache,
    {
      ...{ plan: plan as Plan, asked, unneeded: useless, purge },
      ask: asked.size === 0,
    },
  );
}

function sayUnmet({ voice }: Settings, unmet: readonly Unmet[]): void {
  const { io } = voice;
  io.print('The following packages have unmet dependencies:\n');
  let last = '';
  for (const { name, text } of unmet) {
    const head = ` ${name} : `;
    io.print(
      `${name === last ? ' '.repeat(head.length) : head}${text.replaceAll('\n', `\n${' '.repeat(head.length)}`)}\n`,
    );
    last = name;
  }
}

export async function runCheck(settings: Settings): Promise<number> {
  const unmet = broken(await open(settings));
  if (unmet.length === 0) return 0;
  await settings.voice.io.flush();
  sayUnmet(settings, unmet);
  sayError(settings.voice, 'Unmet dependencies. Try using -f.');
  return FAILED;
}

export async function runDownload(settings: Settings): Promise<number> {
  const { voice, names } = settings;
  const cache = await openCache(voice.io);
  const versions: Version[] = [];
  for (const word of names) {
    const [name = '', wanted] = word.split('=');
    const found = (cache.versions.get(name) ?? []).filter(({ origins }) => origins.length > 0);
    const version = wanted === undefined ? found[0] : found.find((one) => holds(one.version, '=', wanted));
    if (version) {
      versions.push(version);
      continue;
    }
    sayError(
      voice,
      found.length > 0
        ? `Version '${wanted}' for '${name}' was not found`
        : `Unable to locate package ${name}`,
    );
    return FAILED;
  }
  return (await fetchArchives(voice, versions, '.', archiveName)) ? 0 : FAILED;
}

/** clean: archives that were fetched. */
export async function runClean(settings: Settings): Promise<number> {
  const { io } = settings.voice;
  const isFree = await lock(settings, `${ARCHIVES}/lock`, () =>
    sayError(settings.voice, `Unable to lock directory ${ARCHIVES}/`),
  );
  if (!isFree) return FAILED;
  for (const name of await namesIn(io, ARCHIVES))
    if (name.endsWith('.deb')) await io.sys.unlink(`${ARCHIVES}/${name}`);
  return 0;
}
