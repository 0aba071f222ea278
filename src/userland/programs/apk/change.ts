/** apk add, del, upgrade, fix: the world is changed, solved, and made so. */

import { sha1, type TarEntry, toBase64 } from '../../../base/index.ts';
import { bytesOfBinary, errnoOf } from '../../../posix/index.ts';
import { readSmallFile, statOf } from '../../files.ts';
import { Quit } from '../../io.ts';
import { dirName } from '../../paths.ts';
import { placeEntry } from '../../place-entry.ts';
import { type ArchiveFile, readArchive } from './archive.ts';
import { filesOf, fullName, type Package, parseRecords } from './records.ts';
import { dropScripts, keepScripts, runScript } from './scripts.ts';
import { solve } from './solve.ts';
import { download, type Repository, type State, saveState, summary } from './state.ts';
import { parseDependency } from './version.ts';

export async function add(
  state: State,
  names: readonly string[],
  virtual: string | undefined,
  upgrades: boolean,
): Promise<number> {
  const wished = new Set(names.map((name) => parseDependency(name).name));
  const newest = (name: string) => upgrades && (wished.has(name) || name === virtual);
  const wishes = virtual === undefined ? names : [virtual];
  const world = [
    ...state.world.filter(
      (wish) => !wishes.some((name) => parseDependency(name).name === parseDependency(wish).name),
    ),
    ...wishes,
  ];
  if (virtual === undefined) return commit(state, world, newest);
  const group = virtualPackage(virtual, names, state.io.sys.now());
  const known: State = {
    ...state,
    installed: state.installed.filter(({ name }) => name !== group.name),
    repositories: [...state.repositories, { url: '', description: '', packages: [group] }],
  };
  return commit(known, [...world.slice(0, -1), `${group.name}=${group.version}`], newest, state.installed);
}

/** A package that holds nothing but names others, so that they go with it. */
function virtualPackage(name: string, depends: readonly string[], now: number): Package {
  const [day = '', time = ''] = new Date(now).toISOString().replace(/[-:]/g, '').split(/[T.]/);
  const lines = [
    ...[`P:${name}`, `V:${day}.${time}`, 'A:noarch', 'S:0', 'I:0', 'T:virtual meta package', 'U:', 'L:'],
    `D:${depends.join(' ')}`,
  ];
  return parseRecords(lines.join('\n'))[0]!;
}

const isVirtual = ({ arch, description }: Package): boolean =>
  arch === 'noarch' && description === 'virtual meta package';

export async function del(state: State, names: readonly string[]): Promise<number> {
  const unknown = names.filter(
    (name) =>
      !state.world.some((wish) => parseDependency(wish).name === name) &&
      !state.installed.some((entry) => entry.name === name),
  );
  for (const name of unknown) state.io.printError(`ERROR: No such package: ${name}\n`);
  if (unknown.length > 0) return unknown.length;
  const kept = state.world.filter((wish) => !names.includes(parseDependency(wish).name));
  const solution = solve(state, kept);
  const held = names.filter((name) => solution.packages.some((entry) => entry.name === name));
  if (held.length > 0) {
    state.io.print('World updated, but the following packages are not removed due to:\n');
    for (const name of held) {
      const holders = solution.packages.filter(({ depends }) =>
        depends.some((need) => parseDependency(need).name === name),
      );
      state.io.print(`  ${name}: ${holders.map((entry) => entry.name).join(' ')}\n`);
    }
    state.io.print('\n');
  }
  return commit(state, kept);
}

export function upgrade(state: State): Promise<number> {
  return commit(state, state.world, () => true);
}

async function commit(
  state: State,
  world: string[],
  newest: (name: string) => boolean = () => false,
  before: readonly Package[] = state.installed,
): Promise<number> {
  const { io } = state;
  const solution = solve(state, world, newest);
  if (solution.missing.length > 0) {
    io.printError('ERROR: unable to select packages:\n');
    for (const { what, requiredBy, broken } of solution.missing) {
      io.printError(
        broken === undefined
          ? `  ${what} (no such package):\n    required by: ${requiredBy}\n`
          : `  ${broken}:\n    breaks: ${requiredBy}\n`,
      );
    }
    return solution.missing.length;
  }
  const target = new Map(solution.packages.map((entry) => [entry.name, entry]));
  const present = new Map(before.map((entry) => [entry.name, entry]));
  // What nothing asked for before stays: it came with the image, by rules that are not looked at here (install_if).
  const asked = new Set(solve(state, state.world).packages.map(({ name }) => name));
  const removed = state.installed.filter(({ name }) => !target.has(name) && asked.has(name)).reverse();
  const wanted = solution.packages.filter((entry) => present.get(entry.name)?.version !== entry.version);
  const total = removed.length + wanted.length;
  const width = String(total).length;
  let number = 0;
  const say = (text: string) => {
    if (!state.settings.quiet) io.print(`(${String(++number).padStart(width)}/${total}) ${text}\n`);
  };
  for (const entry of removed) {
    say(`Purging ${entry.name} (${entry.version})`);
    if (state.settings.simulate) continue;
    await runScript(state, entry, 'pre-deinstall', [entry.version]);
    await removeFiles(state, entry);
    await runScript(state, entry, 'post-deinstall', [entry.version]);
    await dropScripts(state, entry);
    state.installed = state.installed.filter((other) => other !== entry);
  }
  let failures = 0;
  for (const entry of wanted) {
    const old = present.get(entry.name);
    say(
      old
        ? `Upgrading ${entry.name} (${old.version} -> ${entry.version})`
        : `Installing ${entry.name} (${entry.version})`,
    );
    await io.flush();
    if (state.settings.simulate) continue;
    if (!(await install(state, entry, old))) failures++;
  }
  if (state.settings.simulate) {
    io.print(summary(state, solution.packages));
    return 0;
  }
  state.world = world;
  await saveState(state);
  if (total > 0 && failures === 0 && !state.settings.quiet) {
    const busybox = state.installed.find(({ name }) => name === 'busybox');
    if (busybox) io.print(`Executing ${fullName(busybox)}.trigger\n`);
  }
  if (failures > 0) {
    io.print(summary(state).replace('OK:', `${failures} error${failures === 1 ? '' : 's'};`));
    return failures;
  }
  if (!state.settings.quiet) io.print(summary(state));
  return 0;
}

async function install(state: State, entry: Package, old: Package | undefined): Promise<boolean> {
  const { io } = state;
  const repository = state.repositories.find(({ packages }) => packages.includes(entry));
  const url = `${repository?.url}/${entry.arch === 'noarch' ? state.arch : entry.arch}/${fullName(entry)}.apk`;
  const problem = (text: string) => {
    io.printError(`ERROR: ${fullName(entry)}: ${text}\n`);
    return false;
  };
  if (isVirtual(entry)) {
    state.installed.push(entry);
    return true;
  }
  const bytes = await packageBytes(state, repository, url);
  if (typeof bytes === 'string') return problem(bytes);
  let files: ArchiveFile[];
  try {
    files = await readArchive(bytes);
  } catch {
    return problem('BAD archive');
  }
  const kind = old ? 'upgrade' : 'install';
  const versions = old ? [entry.version, old.version] : [entry.version];
  await keepScripts(state, entry, files);
  if (!(await runScript(state, entry, `pre-${kind}`, versions))) return false;
  if (old) {
    if (fullName(old) !== fullName(entry)) await dropScripts(state, old);
    await removeFiles(state, old);
    state.installed = state.installed.filter((other) => other !== old);
  }
  const lines = [...entry.lines];
  try {
    lines.push(
      ...(await unpack(
        state,
        files.filter(({ entry: { name } }) => !/^\.[A-Z]/.test(name)),
      )),
    );
  } catch (error) {
    if (!errnoOf(error)) throw error;
    return problem((error as Error).message);
  }
  state.installed.push(...parseRecords(lines.join('\n')));
  return runScript(state, entry, `post-${kind}`, versions);
}

async function packageBytes(
  state: State,
  repository: Repository | undefined,
  url: string,
): Promise<Uint8Array | string> {
  if (!repository) return "package mentioned in index not found (try 'apk update')";
  if (!/^https?:/.test(url)) {
    const binary = await readSmallFile(state.io.sys, url);
    return binary === undefined ? 'No such file or directory' : bytesOfBinary(binary);
  }
  if (state.settings.noNetwork) return "package mentioned in index not found (try 'apk update')";
  const { bytes, error } = await download(state.io, url);
  return (
    bytes ??
    (error === 'No such file or directory'
      ? "package mentioned in index not found (try 'apk update')"
      : error!)
  );
}

/** Unpacks below /; answers the lines that the installed database keeps of it. */
async function unpack({ io }: State, files: readonly ArchiveFile[]): Promise<string[]> {
  const folders = new Map<string, string[]>();
  const linesOf = (folder: string) => {
    let lines = folders.get(folder);
    if (!lines) folders.set(folder, (lines = []));
    return lines;
  };
  for (const { entry, contents } of files) {
    const name = safeName(entry.name);
    const path = `/${name}`;
    if (entry.type === 'directory') {
      linesOf(name);
      if (await statOf(io.sys, path)) continue;
      await io.sys.mkdir(path, entry.mode & 0o7777);
      await io.sys.chmod(path, entry.mode & 0o7777);
      await io.sys.chown(path, entry.uid, entry.gid);
      continue;
    }
    await place(io, path, entry, contents);
    const folder = dirName(name) === '.' ? '' : dirName(name);
    const lines = linesOf(folder);
    lines.push(`R:${name.slice(folder ? folder.length + 1 : 0)}`);
    if ((entry.mode & 0o7777) !== 0o644 || entry.uid || entry.gid)
      lines.push(`a:${entry.uid}:${entry.gid}:${(entry.mode & 0o7777).toString(8)}`);
    if (entry.type === 'file') lines.push(`Z:Q1${toBase64(sha1(contents))}`);
    await io.pump();
  }
  return [...folders].flatMap(([folder, lines]) => [`F:${folder}`, ...lines]);
}

/** A name from an archive must not lead out of the root or through `..`. */
function safeName(name: string): string {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || parts.length === 0) throw new Quit(1);
  return parts.join('/');
}

async function place(io: State['io'], path: string, entry: TarEntry, contents: Uint8Array): Promise<void> {
  const { sys } = io;
  const present = await statOf(sys, path, false);
  if (present) await sys.unlink(path);
  if (entry.type === 'symlink') return sys.symlink(entry.linkname, path);
  if (entry.type === 'link') return sys.link(`/${safeName(entry.linkname)}`, path);
  await placeEntry(sys, path, entry, [contents]);
}

async function removeFiles({ io, installed }: State, entry: Package): Promise<void> {
  const others = new Set(
    installed.filter((other) => other !== entry).flatMap((other) => [...filesOf(other)]),
  );
  const folders = entry.lines.filter((line) => line.startsWith('F:')).map((line) => line.slice(2));
  for (const file of filesOf(entry)) if (!others.has(file)) await removeFile(io, `/${file}`);
  for (const folder of folders.filter(Boolean).sort().reverse()) await removeFolder(io, `/${folder}`);
}

async function removeFile(io: State['io'], path: string): Promise<void> {
  try {
    await io.sys.unlink(path);
  } catch (error) {
    if (!errnoOf(error)) throw error;
  }
}

/** Only an empty one goes; one that others use stays. */
async function removeFolder(io: State['io'], path: string): Promise<void> {
  try {
    await io.sys.rmdir(path);
  } catch (error) {
    if (!errnoOf(error)) throw error;
  }
}
