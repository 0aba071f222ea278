/**
 * Maintainer scripts: run from /var/lib/dpkg/info, or from the archive's control files before they are there.
 * @see Debian Policy 6.5, dpkg(1) "INTERNAL ENVIRONMENT", deb-postinst(5) and its kin
 */
import type { Env } from '../../../kernel/index.ts';
import { errnoOf } from '../../../posix/index.ts';
import { statOf, writeFile } from '../../files.ts';
import { waitFor } from '../../launch.ts';
import { architectureOf, type Database, type DebPackage } from './database.ts';
import { type RelayedIo, relay } from './relay.ts';

export type Script = 'preinst' | 'postinst' | 'prerm' | 'postrm';
const WORDS: Record<Script, string> = {
  preinst: 'pre-installation',
  postinst: 'post-installation',
  prerm: 'pre-removal',
  postrm: 'post-removal',
};

/** Thrown where a package cannot go on; said behind `error processing package`. */
export class PackageError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** Runs an installed package's script where it has one. @throws PackageError */
export async function runInstalled(
  database: Database,
  one: DebPackage,
  script: Script,
  words: readonly string[],
): Promise<void> {
  const path = database.infoPath(one, script);
  if (await statOf(database.io.sys, path)) await run(database, one, path, script, words, 'installed');
}

/** Runs a script out of an archive. @throws PackageError */
export async function runNew(
  database: Database,
  one: DebPackage,
  contents: Uint8Array,
  script: Script,
  words: readonly string[],
): Promise<void> {
  const folder = '/var/lib/dpkg/tmp.ci';
  const { sys } = database.io;
  if (!(await statOf(sys, folder))) await sys.mkdir(folder, 0o755);
  const path = `${folder}/${script}`;
  await writeFile(sys, path, contents, 0o755);
  await sys.chmod(path, 0o755);
  try {
    await run(database, one, path, script, words, 'new');
  } finally {
    await sys.unlink(path);
    await sys.rmdir(folder);
  }
}

/** Its status; its output goes where ours goes. */
async function spawned(io: RelayedIo, path: string, argv: readonly string[], env: Env): Promise<number> {
  const { sys } = io;
  if (!io.relays) return waitFor(sys, await sys.spawn(path, argv, { cwd: '/', env }));
  const [from, to] = sys.pipe({ cloexec: true });
  try {
    const actions = [1, 2].map((fd) => ({ kind: 'dup2' as const, from: to, to: fd }));
    const pid = await sys.spawn(path, argv, { cwd: '/', env, actions });
    await sys.close(to);
    await relay(io, from);
    return await waitFor(sys, pid);
  } finally {
    await sys.close(from);
  }
}

async function run(
  database: Database,
  one: DebPackage,
  path: string,
  script: Script,
  words: readonly string[],
  which: string,
): Promise<void> {
  const { io } = database;
  await io.flush();
  const what = `${which} ${one.name} package ${WORDS[script]} script subprocess`;
  const env = {
    ...io.sys.env,
    DPKG_MAINTSCRIPT_PACKAGE: one.name,
    DPKG_MAINTSCRIPT_PACKAGE_REFCOUNT: '1',
    DPKG_MAINTSCRIPT_ARCH: architectureOf(one),
    DPKG_MAINTSCRIPT_NAME: script,
    DPKG_RUNNING_VERSION: database.get('dpkg')?.fields.get('Version') ?? '',
    DPKG_ADMINDIR: '/var/lib/dpkg',
    DPKG_ROOT: '',
    PATH: io.sys.env['PATH'] ?? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  };
  let status: number;
  try {
    status = await spawned(io, path, [path, ...words], env);
  } catch (error) {
    const code = errnoOf(error);
    if (!code) throw error;
    throw new PackageError(
      `unable to execute ${which} ${one.name} package ${WORDS[script]} script (${path}): ${code}`,
    );
  }
  if (status !== 0) throw new PackageError(`${what} returned error exit status ${status}`);
}
