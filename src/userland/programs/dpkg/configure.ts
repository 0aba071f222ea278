/**
 * Configuring what was unpacked, in dpkg's order: as its table of packages is hashed, who waits for others behind them.
 * @see Debian Policy 6.7, dpkg src/main/packages.c (process_queue), lib/dpkg/strhash.c
 */
import { configureConffiles } from './conffiles.ts';
import { type DebPackage, isPresent, shownName, versionOf } from './database.ts';
import { PackageError, runInstalled } from './scripts.ts';
import { attempt, type Session } from './session.ts';
import { type Possibility, parseRelations, possibilityText } from './version.ts';

/** FNV-1a, by which dpkg's table is in order. */
function hashOf(name: string): number {
  let hash = 2166136261;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619);
  return (hash >>> 0) % 65_521;
}

export const inTableOrder = (a: DebPackage, b: DebPackage): number => hashOf(a.name) - hashOf(b.name);

/** What still has to be configured. */
export function unconfigured({ database }: Session): DebPackage[] {
  return [...database.packages.values()]
    .filter(
      ({ state, want }) =>
        (state === 'unpacked' || state === 'half-configured') && (want === 'install' || want === 'hold'),
    )
    .sort(inTableOrder);
}

export async function configureAll(session: Session, packages: readonly DebPackage[]): Promise<void> {
  const queue = [...packages];
  let idle = 0;
  while (queue.length > 0) {
    const one = queue.shift()!;
    const isStuck = idle > queue.length + 1;
    const missing = missingGroups(session, one);
    const waits = missing.filter((group) =>
      group.some((wish) => queue.some((other) => other.name === wish.name)),
    );
    if (waits.length > 0 && waits.length === missing.length && !isStuck) {
      queue.push(one);
      idle++;
      continue;
    }
    idle = 0;
    // Where packages wait for each other in a circle, one has to be first.
    const broken = isStuck ? missing.filter((group) => !waits.includes(group)) : missing;
    await attempt(session, 'package', shownName(one), () => configure(session, one, broken));
  }
}

function missingGroups({ database }: Session, one: DebPackage): Possibility[][] {
  return [
    ...parseRelations(one.fields.get('Pre-Depends')),
    ...parseRelations(one.fields.get('Depends')),
  ].filter(
    (group) =>
      !group.some((wish) =>
        [...database.providers(wish)].some(
          ({ state }) => state === 'installed' || state.startsWith('triggers'),
        ),
      ),
  );
}

async function configure(
  session: Session,
  one: DebPackage,
  missing: readonly Possibility[][],
): Promise<void> {
  const { io, database, settings } = session;
  const display = shownName(one);
  if (missing.length > 0 && !settings.force.has('depends')) {
    await io.flush();
    io.printError(`dpkg: dependency problems prevent configuration of ${display}:\n`);
    for (const group of missing) io.printError(reasonOf(session, display, group));
    io.printError('\n');
    throw new PackageError('dependency problems - leaving unconfigured');
  }
  io.print(`Setting up ${display} (${versionOf(one)}) ...\n`);
  await io.flush();
  const before = one.fields.get('Config-Version') ?? '';
  await database.log(`configure ${one.name}:${one.fields.get('Architecture')} ${versionOf(one)} <none>`);
  await database.activate(await database.infoText(one, 'triggers'));
  await configureConffiles(database, one, settings);
  await database.set(one, 'half-configured');
  await runInstalled(database, one, 'postinst', ['configure', before]);
  one.fields.delete('Config-Version');
  await database.set(one, 'installed');
}

function reasonOf({ database }: Session, display: string, group: readonly Possibility[]): string {
  const lines = [` ${display} depends on ${group.map(possibilityText).join(' | ')}; however:\n`];
  for (const wish of group) {
    const own = database.get(wish.name);
    if (!own || !isPresent(own)) lines.push(`  Package ${wish.name} is not installed.\n`);
    else if ([...database.providers(wish)].length > 0)
      lines.push(`  Package ${shownName(own)} is not configured yet.\n`);
    else lines.push(`  Version of ${shownName(own)} on system is ${versionOf(own)}.\n`);
  }
  return lines.join('');
}

/** Lets those who are interested know, once each. @see deb-triggers(5) */
export async function runTriggers(session: Session): Promise<void> {
  const { database, io } = session;
  for (const [name, triggers] of database.pending) {
    const one = database.get(name);
    if (one?.state !== 'installed') continue;
    const display = shownName(one);
    await attempt(session, 'package', display, async () => {
      io.print(`Processing triggers for ${name} (${versionOf(one)}) ...\n`);
      await io.flush();
      await database.log(`trigproc ${name}:${one.fields.get('Architecture')} ${versionOf(one)} <none>`);
      await database.set(one, 'half-configured');
      await runInstalled(database, one, 'postinst', ['triggered', [...triggers].join(' ')]);
      await database.set(one, 'installed');
    });
  }
  database.pending.clear();
}
