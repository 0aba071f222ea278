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

const inTableOrder = (a: DebPackage, b: DebPackage): number => hashOf(a.name) - hashOf(b.name);

/** What still has to be configured. */
export function unconfigured({ database }: Session): DebPackage[] {
  return [...database.packages.values()]
    .filter(
      ({ state, want }) =>
        (state === 'unpacked' || state === 'half-configured') && (want === 'install' || want === 'hold'),
    )
    .sort(inTableOrder);
}

/** Dependencies that are let go because they are part of a circle: `NAME>NAME`. */
type Broken = Set<string>;

export async function configureAll(session: Session, packages: readonly DebPackage[]): Promise<void> {
  const queue = [...packages];
  const broken: Broken = new Set();
  let idle = 0;
  let mayBreak = false;
  while (queue.length > 0) {
    const one = queue.shift()!;
    if (idle++ > queue.length * 2 + 2) {
      // Twice round and nothing was done: first circles are broken, then it is tried as it is.
      if (mayBreak) break;
      mayBreak = true;
      idle = 0;
    }
    if (mayBreak && breakCircle(session, one, queue, broken)) idle = 0;
    const missing = missingGroups(session, one, broken);
    const waits = missing.every((group) =>
      group.some((wish) => queue.some((other) => other.name === wish.name)),
    );
    if (missing.length > 0 && waits) {
      queue.push(one);
      continue;
    }
    idle = 0;
    await attempt(session, 'package', shownName(one), () => configure(session, one, missing));
  }
  for (const one of queue)
    await attempt(session, 'package', shownName(one), () =>
      configure(session, one, missingGroups(session, one, broken)),
    );
}

/**
 * Looks for a circle of packages that wait for each other, from one on, and lets go the dependency that closes it.
 * @see dpkg src/main/depcon.c, findbreakcycle
 */
function breakCircle(
  session: Session,
  start: DebPackage,
  queue: readonly DebPackage[],
  broken: Broken,
): boolean {
  const done = new Set<string>();
  const visit = (one: DebPackage, trail: readonly DebPackage[]): boolean => {
    for (const group of missingGroups(session, one, broken)) {
      for (const wish of group) {
        if (trail.some(({ name }) => name === wish.name) || one.name === wish.name) {
          broken.add(`${one.name}>${wish.name}`);
          return true;
        }
        const next = [start, ...queue].find(({ name }) => name === wish.name);
        if (!next || done.has(next.name)) continue;
        if (visit(next, [...trail, one])) return true;
      }
    }
    done.add(one.name);
    return false;
  };
  return visit(start, []);
}

function missingGroups({ database }: Session, one: DebPackage, broken: Broken): Possibility[][] {
  return [
    ...parseRelations(one.fields.get('Pre-Depends')),
    ...parseRelations(one.fields.get('Depends')),
  ].filter(
    (group) =>
      !group.some(
        (wish) =>
          broken.has(`${one.name}>${wish.name}`) ||
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
