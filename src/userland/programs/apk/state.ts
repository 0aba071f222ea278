/**
 * apk's state: what is installed, what is wished (world), the repositories and their indexes.
 *
 * Reads /lib/apk/db, /etc/apk and /var/cache/apk; fetches indexes with the kernel's one network call.
 */
import { decode, encode, sha1, toHex } from '../../../base/index.ts';
import { bytesOfBinary, errnoOf, textOf } from '../../../posix/index.ts';
import { readSmallFile, statOf, writeFile } from '../../files.ts';
import { type Io, Quit } from '../../io.ts';
import { readArchive } from './archive.ts';
import { fullName, type Package, parseRecords } from './records.ts';

const DATABASE = '/lib/apk/db/installed';
const WORLD = '/etc/apk/world';
const CACHE = '/var/cache/apk';
/** Milliseconds that an index is good for: --cache-max-age's default of 4 hours. */
const MAX_AGE = 4 * 3600_000;

export interface Repository {
  readonly url: string;
  /** The index's DESCRIPTION, with the release it was made for. */
  readonly description: string;
  readonly packages: readonly Package[];
}

export interface Settings {
  /** Fetch indexes: always (update), where they are old (add), or never (info, search). */
  readonly refresh: 'always' | 'old' | 'never';
  readonly noCache: boolean;
  readonly noNetwork: boolean;
  readonly quiet: boolean;
  /** Say what would be done, and do nothing. */
  readonly simulate: boolean;
  readonly extraRepositories: readonly string[];
  readonly repositoriesFile: string;
}

export interface State {
  readonly io: Io;
  readonly settings: Settings;
  installed: Package[];
  world: string[];
  readonly arch: string;
  readonly repositories: readonly Repository[];
  /** Failures to fetch or open an index; apk's exit status for `update`. */
  readonly unavailable: number;
}

async function textFile(io: Io, path: string): Promise<string | undefined> {
  const binary = await readSmallFile(io.sys, path);
  return binary === undefined ? undefined : textOf(bytesOfBinary(binary));
}

/** What packages are for: as the system's own file says, else as the kernel does. */
export async function architecture(io: Io): Promise<string> {
  return ((await textFile(io, '/etc/apk/arch')) ?? '').trim() || io.sys.uname().machine;
}

export async function openState(io: Io, settings: Settings): Promise<State> {
  const database = await textFile(io, DATABASE);
  if (database === undefined) {
    io.printError(
      'ERROR: Unable to read database: No such file or directory\nERROR: Failed to open apk database: No such file or directory\n',
    );
    throw new Quit(99);
  }
  const world = ((await textFile(io, WORLD)) ?? '').split(/\s+/).filter(Boolean);
  const arch = await architecture(io);
  const listed = ((await textFile(io, settings.repositoriesFile)) ?? '')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim());
  const urls = [
    ...new Set([
      ...settings.extraRepositories,
      ...listed.map((line) => line.replace(/^@\S+\s+/, '')).filter(Boolean),
    ]),
  ];
  const repositories: Repository[] = [];
  let unavailable = 0;
  for (const url of urls) {
    const result = await openRepository(io, settings, url.replace(/\/+$/, ''), arch);
    unavailable += result.failures;
    if (result.repository) repositories.push(result.repository);
  }
  return { io, settings, installed: parseRecords(database), world, arch, repositories, unavailable };
}

/** Name of a repository's index in the cache: the first four bytes of its URL's SHA-1. */
function cachePath(url: string): string {
  return `${CACHE}/APKINDEX.${toHex(sha1(encode(url)).subarray(0, 4))}.tar.gz`;
}

async function openRepository(
  io: Io,
  settings: Settings,
  url: string,
  arch: string,
): Promise<{ repository?: Repository; failures: number }> {
  const path = cachePath(url);
  const cached = await statOf(io.sys, path).catch(() => undefined);
  const age = cached ? io.sys.now() - Number(cached.ctime / 1_000_000n) : Infinity;
  const remote = /^https?:/.test(url);
  const wanted =
    remote &&
    !settings.noNetwork &&
    (settings.refresh === 'always' || (settings.refresh === 'old' && (age > MAX_AGE || settings.noCache)));
  let bytes: Uint8Array | undefined;
  let failures = 0;
  let problem: string | undefined;
  if (wanted) {
    const source = `${url}/${arch}/APKINDEX.tar.gz`;
    if (!settings.quiet) io.print(`fetch ${source}\n`);
    await io.flush();
    const fetched = await download(io, source);
    if (fetched.bytes) {
      bytes = fetched.bytes;
      if (!settings.noCache) await store(io, path, fetched.bytes, fetched.modified);
    } else {
      problem = `updating and opening ${url}: ${fetched.error}`;
      failures++;
    }
  }
  if (!bytes) {
    const local = remote ? path : `${url}/${arch}/APKINDEX.tar.gz`;
    const binary = remote && settings.noCache ? undefined : await readSmallFile(io.sys, local);
    if (binary !== undefined) bytes = bytesOfBinary(binary);
    else {
      failures++;
      problem ??= `${remote ? 'opening from cache' : 'opening'} ${url}: No such file or directory`;
    }
  }
  if (problem) io.printError(`WARNING: ${problem}\n`);
  if (!bytes) return { failures };
  try {
    return { repository: { url, ...(await readIndex(bytes)) }, failures };
  } catch {
    io.printError(`WARNING: opening ${url}: BAD archive\n`);
    return { failures: failures + 1 };
  }
}

async function readIndex(bytes: Uint8Array): Promise<Pick<Repository, 'description' | 'packages'>> {
  const files = new Map(
    (await readArchive(bytes)).map(({ entry, contents }) => [entry.name.replace(/^\.\//, ''), contents]),
  );
  return {
    description: decode(files.get('DESCRIPTION') ?? new Uint8Array(0)).trim(),
    packages: parseRecords(decode(files.get('APKINDEX') ?? new Uint8Array(0))),
  };
}

interface Download {
  readonly bytes?: Uint8Array;
  readonly modified?: number;
  readonly error?: string;
}

/** Fetches a file; apk's own words for what goes wrong. */
export async function download(io: Io, url: string): Promise<Download> {
  try {
    const response = await io.sys.fetch(url);
    if (response.ok) {
      const modified = Date.parse(response.headers.get('last-modified') ?? '');
      return {
        bytes: new Uint8Array(await response.arrayBuffer()),
        ...(Number.isNaN(modified) ? {} : { modified }),
      };
    }
    return {
      error:
        response.status === 404
          ? 'No such file or directory'
          : "remote server returned error (try 'apk update')",
    };
  } catch (error) {
    // Without a network the name is what cannot be resolved.
    if (errnoOf(error) || error instanceof TypeError) return { error: 'temporary error (try again later)' };
    throw error;
  }
}

async function store(io: Io, path: string, bytes: Uint8Array, modified: number | undefined): Promise<void> {
  try {
    await writeFile(io.sys, path, bytes, 0o644);
    if (modified !== undefined) {
      const time = BigInt(modified) * 1_000_000n;
      await io.sys.utimes(path, { atime: time, mtime: time });
    }
  } catch (error) {
    // Without a cache directory apk works on without one.
    if (!errnoOf(error)) throw error;
  }
}

/** All packages known by name and version: of the repositories and installed. */
export function distinctPackages({ repositories, installed }: State): Map<string, Package> {
  const all = new Map<string, Package>();
  for (const { packages } of repositories)
    for (const entry of packages) if (!all.has(fullName(entry))) all.set(fullName(entry), entry);
  for (const entry of installed) if (!all.has(fullName(entry))) all.set(fullName(entry), entry);
  return all;
}

export async function saveState(state: State): Promise<void> {
  const { sys } = state.io;
  await writeFile(
    sys,
    DATABASE,
    encode(state.installed.map(({ lines }) => `${lines.join('\n')}\n\n`).join('')),
    0o644,
  );
  await writeFile(
    sys,
    WORLD,
    encode(
      [...new Set(state.world)]
        .sort()
        .map((entry) => `${entry}\n`)
        .join(''),
    ),
    0o644,
  );
}

/** The line that ends a change: what is installed now. */
export function summary(state: State, packages: readonly Package[] = state.installed): string {
  const bytes = packages.reduce((sum, { installedSize }) => sum + installedSize, 0);
  return `OK: ${Math.floor(bytes / 1024 ** 2)} MiB in ${packages.length} packages\n`;
}
