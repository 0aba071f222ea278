/** Doing what was planned, by dpkg's own code: remove, purge, unpack, configure, each as a run of its own. */

import { encode } from '../../../base/index.ts';
import { writeAll } from '../../../kernel/index.ts';
import { errnoOf, O_APPEND, O_CREAT, O_WRONLY } from '../../../posix/index.ts';
import { statOf } from '../../files.ts';
import type { Io } from '../../io.ts';
import { waitFor } from '../../launch.ts';
import { configureAll, runTriggers, unconfigured } from '../dpkg/configure.ts';
import { type Database, type DebPackage, isPresent } from '../dpkg/database.ts';
import { relayed } from '../dpkg/relay.ts';
import { removeAll } from '../dpkg/remove.ts';
import { openSession, type Session, summary } from '../dpkg/session.ts';
import { unpack } from '../dpkg/unpack.ts';
import { parseRelations } from '../dpkg/version.ts';
import { ARCHIVES, archiveName } from './archives.ts';
import { type Cache, installed, type Version } from './cache.ts';
import { writeMarks } from './marks.ts';
import { removeOrder } from './order.ts';
import type { Change } from './report.ts';
import type { Settings } from './settings.ts';
import { sayError } from './words.ts';

const FAILED = 100;

export async function runDpkg(
  settings: Settings,
  cache: Cache,
  change: Change,
  order: readonly Version[],
): Promise<number> {
  const { voice } = settings;
  const { io } = voice;
  const { plan } = change;
  const began = io.sys.now();
  const before = new Map(
    [...plan.install.keys(), ...plan.remove].map((name) => [name, installed(cache, name)?.version]),
  );
  const fresh = [...plan.install.keys()].filter((name) => !before.get(name));
  // Marks first, as apt writes them before dpkg runs.
  for (const name of fresh)
    if (!change.asked.has(name) || cache.marks.auto.has(name)) cache.marks.auto.add(name);
  for (const name of plan.remove) cache.marks.auto.delete(name);
  const architecture = (name: string) => plan.install.get(name)?.fields.get('Architecture') ?? 'amd64';
  await writeMarks(io, cache.marks, (name) => (architecture(name) === 'all' ? 'amd64' : architecture(name)));
  let database: Database | undefined;
  let status = 0;
  const begin = async (action: string): Promise<Session> => {
    const session = await openSession(relayed(io), action, true);
    const shared = {
      ...session,
      settings: { ...session.settings, force: new Set([...session.settings.force, ...settings.force]) },
    };
    if (!database) {
      database = session.database;
      return shared;
    }
    return { ...shared, database };
  };
  const end = async (session: Session) => {
    status ||= summary(session);
    await io.flush();
  };
  const going = (session: Session) =>
    removeOrder(cache, plan.remove)
      .map((name) => session.database.get(name))
      .filter((one): one is DebPackage => one !== undefined);
  if (plan.remove.size > 0) {
    const session = await begin('remove');
    const present = going(session).filter(isPresent);
    await removeAll(session, present, false);
    await end(session);
  }
  if (change.purge && status === 0) {
    const session = await begin('purge');
    await removeAll(session, going(session), true);
    await end(session);
  }
  if (order.length > 0 && status === 0) {
    const session = await begin('unpack');
    const digits = String(order.length - 1).length;
    const folder = randomName(io);
    for (const [at, version] of order.entries()) {
      const name = archiveName(version);
      // Many are handed to dpkg in a folder, numbered.
      const shown =
        order.length >= MANY
          ? `/tmp/apt-dpkg-install-${folder}/${String(at).padStart(digits, '0')}-${name}`
          : `${ARCHIVES}/${name}`;
      const early = unconfigured(session).filter((one) =>
        parseRelations(version.fields.get('Pre-Depends')).some((group) =>
          group.some((wish) => wish.name === one.name),
        ),
      );
      if (early.length > 0) await configureAll(session, early);
      await unpack(session, `${ARCHIVES}/${name}`, shown);
    }
    await end(session);
  }
  if (status === 0) {
    const session = await begin('configure');
    await configureAll(session, unconfigured(session));
    await runTriggers(session);
    await end(session);
  }
  await invoke(settings, 'DPkg::Post-Invoke');
  await history(settings, began, cache, change, before);
  if (status === 0) return 0;
  sayError(voice, `Sub-process /usr/bin/dpkg returned an error code (${status})`);
  return FAILED;
}

/** Six letters and digits, as mkdtemp(3) makes them. */
function randomName({ sys }: Io): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return [...sys.random(6)].map((byte) => letters[byte % letters.length]).join('');
}

/** From so many archives on, apt hands them over in a folder (dpkg's --recursive). */
const MANY = 6;

/** Commands that the configuration has run by a shell. */
export async function invoke({ voice, config }: Settings, name: string): Promise<void> {
  const { io } = voice;
  for (const command of config.list(name)) {
    const pid = await io.sys.spawn('/bin/sh', ['sh', '-c', command], {});
    const status = await waitFor(io.sys, pid);
    if (status !== 0) sayError(voice, `Problem executing scripts ${name} '${command}'`);
  }
}

/** @see apt-get(8) FILES, /var/log/apt/history.log */
async function history(
  { voice, words }: Settings,
  began: number,
  cache: Cache,
  { plan, purge }: Change,
  before: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const { io } = voice;
  const time = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', '  ');
  const full = (name: string) =>
    `${name}:${plan.install.get(name)?.fields.get('Architecture') ?? cache.database.get(name)?.fields.get('Architecture') ?? 'amd64'}`;
  const fresh = [...plan.install].filter(([name]) => !before.get(name));
  const newer = [...plan.install].filter(([name]) => before.get(name));
  const lines = [
    `Start-Date: ${time(began)}`,
    `Commandline: ${words.join(' ')}`,
    ...(fresh.length > 0
      ? [
          `Install: ${fresh.map(([name, { version }]) => `${full(name)} (${version}${cache.marks.auto.has(name) ? ', automatic' : ''})`).join(', ')}`,
        ]
      : []),
    ...(newer.length > 0
      ? [
          `Upgrade: ${newer.map(([name, { version }]) => `${full(name)} (${before.get(name)}, ${version})`).join(', ')}`,
        ]
      : []),
    ...(plan.remove.size > 0
      ? [
          `${purge ? 'Purge' : 'Remove'}: ${[...plan.remove].map((name) => `${full(name)} (${before.get(name)})`).join(', ')}`,
        ]
      : []),
    `End-Date: ${time(io.sys.now())}`,
  ];
  try {
    if (!(await statOf(io.sys, '/var/log/apt'))) await io.sys.mkdir('/var/log/apt', 0o755);
    const fd = await io.sys.open('/var/log/apt/history.log', O_WRONLY | O_CREAT | O_APPEND, 0o644);
    await writeAll(io.sys, fd, encode(`\n${lines.join('\n')}\n`));
    await io.sys.close(fd);
  } catch (error) {
    // As apt, which goes on without a log.
    if (!errnoOf(error)) throw error;
  }
}
