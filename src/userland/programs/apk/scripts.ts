/**
 * Scripts of packages: kept in /lib/apk/db/scripts.tar under the package's name and sum, run before and after it
 * is installed, upgraded and removed.
 *
 * @see apk-package(5), "Install scripts"
 */
import { bytesSource, packTar, readTar, StrataError, type TarHeader } from '../../../base/index.ts';
import { bytesOfBinary, errnoOf } from '../../../posix/index.ts';
import { readSmallFile, writeFile } from '../../files.ts';
import { waitFor } from '../../launch.ts';
import type { ArchiveFile } from './archive.ts';
import { fullName, type Package } from './records.ts';
import type { State } from './state.ts';

const STORE = '/lib/apk/db/scripts.tar';
const EXEC = '/lib/apk/exec';
const SCRIPT = /^\.((?:pre|post)-(?:install|upgrade|deinstall)|trigger)$/;

type Stored = TarHeader & { readonly contents: Uint8Array };

/** Names in the store: `bash-5.2.37-r0.Q1….post-install`. */
const storedName = (entry: Package, script: string): string =>
  `${fullName(entry)}.${entry.checksum}.${script}`;

async function readStore({ io }: State): Promise<Stored[]> {
  const binary = await readSmallFile(io.sys, STORE);
  if (binary === undefined) return [];
  const source = bytesSource(bytesOfBinary(binary));
  try {
    return [...readTar(source)].map((entry) => ({
      ...{ name: entry.name, type: 'file' as const, mode: 0o755, uid: 0, gid: 0, mtime: entry.mtime },
      contents: source.readSync(entry.offset, entry.size),
    }));
  } catch (error) {
    // A shipped image's is a stand-in: there is nothing in it.
    if (error instanceof StrataError) return [];
    throw error;
  }
}

async function writeStore({ io }: State, stored: readonly Stored[]): Promise<void> {
  await writeFile(io.sys, STORE, packTar(stored), 0o644);
}

/** Keeps the scripts of a package that is about to be installed. */
export async function keepScripts(
  state: State,
  entry: Package,
  files: readonly ArchiveFile[],
): Promise<void> {
  const scripts = files.filter(({ entry: { name } }) => SCRIPT.test(name));
  if (scripts.length === 0) return;
  const kept = (await readStore(state)).filter(({ name }) => !name.startsWith(`${fullName(entry)}.`));
  const added = scripts.map(
    ({ entry: file, contents }): Stored => ({
      ...{ type: 'file' as const, mode: 0o755, uid: 0, gid: 0, mtime: file.mtime },
      ...{ name: storedName(entry, file.name.slice(1)), contents },
    }),
  );
  await writeStore(state, [...kept, ...added]);
}

export async function dropScripts(state: State, entry: Package): Promise<void> {
  const stored = await readStore(state);
  const kept = stored.filter(({ name }) => !name.startsWith(`${fullName(entry)}.`));
  if (kept.length < stored.length) await writeStore(state, kept);
}

/** Runs one of a package's scripts, where it has it; false where that failed. */
export async function runScript(
  state: State,
  entry: Package,
  script: string,
  versions: readonly string[],
): Promise<boolean> {
  const { io } = state;
  const found = (await readStore(state)).find(({ name }) => name === storedName(entry, script));
  if (!found) return true;
  const label = `${fullName(entry)}.${script}`;
  if (!state.settings.quiet) io.print(`Executing ${label}\n`);
  await io.flush();
  const path = `${EXEC}/${label}`;
  let status = 127;
  try {
    await io.sys.mkdir(EXEC, 0o755);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
  try {
    await writeFile(io.sys, path, found.contents, 0o755);
    const pid = await io.sys.spawn(path, [label, ...versions], { cwd: '/' });
    status = await waitFor(io.sys, pid);
  } catch (error) {
    if (!errnoOf(error)) throw error;
  } finally {
    await io.sys.unlink(path);
  }
  if (status === 0) return true;
  io.printError(`ERROR: ${label}: script exited with error ${status}\n`);
  return false;
}
