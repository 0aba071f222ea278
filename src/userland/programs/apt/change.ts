/** From a plan to its end: what is said of it, what is refused, the question, fetching, dpkg. */
import { ARCHIVES, archiveName, archiveSize, fetchArchives, isFetched } from './archives.ts';
import type { Cache, Version } from './cache.ts';
import { preconfigure } from './debconf.ts';
import { installOrder } from './order.ts';
import {
  type Change,
  notUpgraded,
  type Sorted,
  sayCounts,
  sayNew,
  sayOld,
  saySizes,
  saySummary,
  sayUnneeded,
  sorted,
  spaceOf,
} from './report.ts';
import { runDpkg } from './run-dpkg.ts';
import type { Settings } from './settings.ts';
import { simulate } from './simulate.ts';
import { sayError, showList } from './words.ts';

const FAILED = 100;

export async function carryOut(settings: Settings, cache: Cache, change: Change): Promise<number> {
  const { voice } = settings;
  const { io } = voice;
  const { plan, asked } = change;
  const kinds = sorted(cache, plan);
  const kept = notUpgraded(cache, plan);
  sayUnneeded(settings, cache, change);
  if (voice.isNew) sayNew(settings, cache, change, kinds, kept);
  else sayOld(settings, change, cache, kinds);
  const held = [...plan.install.keys(), ...plan.remove]
    .filter((name) => cache.database.get(name)?.want === 'hold')
    .sort();
  showList(voice, 'The following held packages will be changed:', held);
  const essential = [...plan.remove]
    .filter((name) => cache.database.get(name)?.fields.get('Essential') === 'yes')
    .sort();
  if (!voice.isNew)
    showList(
      voice,
      'WARNING: The following essential packages will be removed.\nThis should NOT be done unless you know exactly what you are doing!',
      essential,
    );
  const waiting = [...cache.database.packages.values()].filter(
    ({ name, state }) =>
      (state === 'unpacked' || state.startsWith('half')) && !plan.remove.has(name) && !plan.install.has(name),
  );
  if (!voice.isNew && voice.quiet < 2) sayCounts(settings, cache, kinds, plan, kept, waiting.length);
  if (plan.install.size === 0 && plan.remove.size === 0 && waiting.length === 0) {
    if (voice.isNew && voice.quiet < 2) saySummary(settings, kinds, plan, kept, undefined, undefined);
    return 0;
  }
  if (settings.simulate) {
    if (voice.isNew && voice.quiet < 2) saySummary(settings, kinds, plan, kept, undefined, undefined);
    return simulate(settings, cache, change);
  }
  const refusal = refused(settings, { essential, held, kinds });
  if (refusal) {
    await io.flush();
    sayError(voice, refusal);
    return FAILED;
  }
  const order = installOrder(plan.install);
  const missing: Version[] = [];
  for (const version of order) if (!(await isFetched(cache, version))) missing.push(version);
  const total = order.reduce((sum, version) => sum + archiveSize(version), 0);
  const toFetch = missing.reduce((sum, version) => sum + archiveSize(version), 0);
  const space = spaceOf(cache, plan);
  if (voice.isNew && voice.quiet < 2)
    saySummary(settings, kinds, plan, kept, order.length > 0 ? [toFetch, total] : undefined, space);
  else if (voice.quiet < 2) saySizes(settings, order.length > 0 ? [toFetch, total] : undefined, space);
  const ask =
    change.ask ||
    plan.remove.size > 0 ||
    plan.install.size !== [...plan.install.keys()].filter((name) => asked.has(name)).length;
  if (ask && !settings.yes && voice.quiet < 2 && !(await agreed(settings))) {
    io.print('Abort.\n');
    return 1;
  }
  if (missing.some(({ origins }) => origins.length === 0)) {
    sayError(voice, 'Internal Error, Pathname to install is missing');
    return FAILED;
  }
  const between =
    settings.downloadOnly || order.length === 0 ? undefined : () => preconfigure(cache, order.length);
  if (order.length > 0 && !(await fetchArchives(voice, missing, ARCHIVES, archiveName, between))) {
    sayError(voice, 'Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?');
    return FAILED;
  }
  if (settings.downloadOnly) {
    if (voice.quiet < 2) io.print('Download complete and in download only mode\n');
    return 0;
  }
  return runDpkg(settings, cache, change, order);
}

function refused(
  settings: Settings,
  { essential, held, kinds }: { essential: readonly string[]; held: readonly string[]; kinds: Sorted },
): string | undefined {
  if (essential.length > 0 && !settings.allow.has('remove-essential'))
    return settings.yes
      ? 'Essential packages were removed and -y was used without --allow-remove-essential.'
      : 'Removing essential system-critical packages is not permitted. This might break the system.';
  if (held.length > 0 && settings.yes && !settings.allow.has('change-held-packages'))
    return 'Held packages were changed and -y was used without --allow-change-held-packages.';
  if (kinds.downgraded.length > 0 && settings.yes && !settings.allow.has('downgrades'))
    return 'Packages were downgraded and -y was used without --allow-downgrades.';
  return undefined;
}

async function agreed({ voice, no }: Settings): Promise<boolean> {
  const { io } = voice;
  io.print('Do you want to continue? [Y/n] ');
  if (no) {
    io.print('N\n');
    return false;
  }
  await io.flush();
  const answer = await io.reader(0).line();
  return answer !== undefined && /^(?:y.*|)$/i.test(answer.trim());
}
