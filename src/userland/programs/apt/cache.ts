/** All packages that are known, installed or to be had: what apt makes of lists and status. */
import { decode } from '../../../base/index.ts';
import { bytesOfBinary } from '../../../posix/index.ts';
import { readSmallFile } from '../../files.ts';
import type { Io } from '../../io.ts';
import { type Database, type DebPackage, isPresent, openDatabase, provides } from '../dpkg/database.ts';
import { type Fields, parseRecord, parseRecords } from '../dpkg/records.ts';
import { compareVersions, holds, type Possibility, parseRelations } from '../dpkg/version.ts';
import { type Marks, readMarks } from './marks.ts';
import { listName, readSources, type Source } from './sources.ts';
import { LISTS, readList, releaseText } from './update.ts';

/** An index that was read: where it came from, and what its Release says. */
export interface Origin {
  readonly source: Source;
  readonly component: string;
  /** Of the list below LISTS. */
  readonly file: string;
  readonly release: Fields;
}

export interface Version {
  readonly name: string;
  readonly version: string;
  readonly fields: Fields;
  readonly origins: readonly Origin[];
  readonly isInstalled: boolean;
}

export interface Cache {
  readonly io: Io;
  readonly database: Database;
  readonly origins: readonly Origin[];
  /** Versions by package, newest first. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  /** Names of packages that provide a name. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  readonly marks: Marks;
}

export async function openCache(io: Io): Promise<Cache> {
  const database = await openDatabase(io);
  const origins: Origin[] = [];
  const versions = new Map<string, Version[]>();
  const add = (version: Version) => {
    const known = versions.get(version.name);
    if (!known) {
      versions.set(version.name, [version]);
      return;
    }
    const at = known.findIndex((other) => isSame(other, version));
    if (at < 0) known.push(version);
    else {
      const other = known[at]!;
      known[at] = {
        ...{
          name: other.name,
          version: other.version,
          isInstalled: other.isInstalled || version.isInstalled,
        },
        fields: other.origins.length > 0 ? other.fields : version.fields,
        origins: [...other.origins, ...version.origins],
      };
    }
  };
  for (const one of database.packages.values()) if (isPresent(one)) add(installedVersion(one));
  for (const source of await readSources(io)) {
    const release = await readRelease(io, source);
    if (!release) continue;
    for (const component of source.components) {
      const path = listName(source, `${component}/binary-amd64/Packages`);
      for (const file of [path, `${path}.lz4`]) {
        const bytes = await readList(io, file);
        if (!bytes) continue;
        const origin: Origin = { source, component, file, release };
        origins.push(origin);
        for (const fields of parseRecords(decode(bytes))) {
          const name = fields.get('Package');
          const version = fields.get('Version');
          if (name && version) add({ name, version, fields, origins: [origin], isInstalled: false });
        }
        await io.sys.breathe();
      }
    }
  }
  const providers = new Map<string, string[]>();
  for (const [name, known] of versions) {
    known.sort(
      (a, b) => compareVersions(b.version, a.version) || Number(b.isInstalled) - Number(a.isInstalled),
    );
    const names = new Set(
      known.flatMap(({ fields }) => parseRelations(fields.get('Provides')).map(([one]) => one!.name)),
    );
    for (const provided of names) providers.set(provided, [...(providers.get(provided) ?? []), name]);
  }
  return { io, database, origins, versions, providers, marks: await readMarks(io) };
}

/** The same version with other contents is another: told by what apt hashes. */
function isSame(a: Version, b: Version): boolean {
  if (a.version !== b.version) return false;
  const facts = ({ fields }: Version) =>
    ['Installed-Size', 'Depends', 'Pre-Depends', 'Conflicts', 'Breaks', 'Replaces'].map((name) =>
      (fields.get(name) ?? '').replace(/\s+/g, ''),
    );
  return facts(a).every((fact, i) => fact === facts(b)[i]);
}

function installedVersion(one: DebPackage): Version {
  return {
    name: one.name,
    version: one.fields.get('Version') ?? '',
    fields: one.fields,
    origins: [],
    isInstalled: true,
  };
}

async function readRelease(io: Io, source: Source): Promise<Fields | undefined> {
  for (const name of ['InRelease', 'Release']) {
    const binary = await readSmallFile(io.sys, `${LISTS}/${listName(source, name)}`);
    if (binary !== undefined) return parseRecord(releaseText(decode(bytesOfBinary(binary))));
  }
  return undefined;
}

export const installed = (cache: Cache, name: string): Version | undefined =>
  cache.versions.get(name)?.find(({ isInstalled }) => isInstalled);

/** What would be installed: the newest, never older than what is. */
export const candidate = (cache: Cache, name: string): Version | undefined => cache.versions.get(name)?.[0];

/** Versions that a possibility may mean: its own package's first, then those of who provides it. */
export function* meant(cache: Cache, wish: Possibility): Generator<Version> {
  for (const version of cache.versions.get(wish.name) ?? [])
    if (holds(version.version, wish.operator, wish.version)) yield version;
  for (const name of cache.providers.get(wish.name) ?? [])
    for (const version of cache.versions.get(name) ?? [])
      if (name !== wish.name && provides(version.fields, wish)) yield version;
}

export const fits = (version: Version, wish: Possibility): boolean =>
  (version.name === wish.name && holds(version.version, wish.operator, wish.version)) ||
  provides(version.fields, wish);

/** `Debian:12.15/oldstable`, as a simulation names where it comes from. */
export function originText({ origins }: Version): string {
  return [
    ...new Set(
      origins.map(
        ({ release }) =>
          `${release.get('Label') ?? ''}:${release.get('Version') ?? ''}/${release.get('Suite') ?? ''}`,
      ),
    ),
  ].join(', ');
}
