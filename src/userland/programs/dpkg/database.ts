/**
 * dpkg's database: /var/lib/dpkg/status, the lists of files and control files in info/, triggers/.
 * @see dpkg(1) "FILES", deb-triggers(5)
 */

import { encode } from '../../../base/index.ts';
import { writeAll } from '../../../kernel/index.ts';
import { bytesOfBinary, errnoOf, O_APPEND, O_CREAT, O_WRONLY, textOf } from '../../../posix/index.ts';
import { readSmallFile, writeFile } from '../../files.ts';
import type { Io } from '../../io.ts';
import { type Fields, inDatabaseOrder, parseRecords, recordText } from './records.ts';
import { holds, type Possibility, parseRelations } from './version.ts';

const FOLDER = '/var/lib/dpkg';
const STATUS = `${FOLDER}/status`;
const INFO = `${FOLDER}/info`;
const LOG = '/var/log/dpkg.log';

/** Words of dpkg's for how far a package is. */
export type State =
  | 'not-installed'
  | 'config-files'
  | 'half-installed'
  | 'unpacked'
  | 'half-configured'
  | 'triggers-awaited'
  | 'triggers-pending'
  | 'installed';

export interface DebPackage {
  readonly name: string;
  readonly fields: Fields;
  /** `install`, `hold`, `deinstall`, `purge`, `unknown`. */
  want: string;
  state: State;
}

export const versionOf = ({ fields }: DebPackage): string => fields.get('Version') ?? '';
export const architectureOf = ({ fields }: DebPackage): string => fields.get('Architecture') ?? '';

/** With the architecture where another may lie beside it: `libc6:amd64`. */
export function shownName({ name, fields }: { readonly name: string; readonly fields: Fields }): string {
  return fields.get('Multi-Arch') === 'same' ? `${name}:${fields.get('Architecture')}` : name;
}

/** Whether its files are there, if not all is done yet. */
export const isPresent = ({ state }: DebPackage): boolean =>
  state !== 'not-installed' && state !== 'config-files';

export class Database {
  readonly io: Io;
  readonly packages: Map<string, DebPackage>;
  /** Paths of files by the package that they belong to, once they were read. */
  #lists: Map<string, string[]> | undefined;
  /** Triggers that were activated, by who is interested. */
  readonly pending = new Map<string, Set<string>>();

  constructor(io: Io, packages: Map<string, DebPackage>) {
    this.io = io;
    this.packages = packages;
  }

  get(name: string): DebPackage | undefined {
    return this.packages.get(name.replace(/:(?:amd64|any|all)$/, ''));
  }

  /** Records a state, and writes all. */
  async set(one: DebPackage, state: State, want = one.want): Promise<void> {
    one.state = state;
    one.want = want;
    if (state === 'not-installed' && want !== 'install') this.packages.delete(one.name);
    else this.packages.set(one.name, one);
    if (state !== 'not-installed')
      await this.log(`status ${state} ${one.name}:${architectureOf(one)} ${versionOf(one)}`);
    await this.save();
  }

  async save(): Promise<void> {
    const names = [...this.packages.keys()].sort();
    const text = names.map((name) => {
      const { fields, want, state } = this.packages.get(name)!;
      fields.set('Status', `${want} ok ${state}`);
      return `${recordText(inDatabaseOrder(fields))}\n`;
    });
    await writeFile(this.io.sys, `${STATUS}-new`, encode(text.join('')), 0o644);
    await this.io.sys.rename(`${STATUS}-new`, STATUS);
  }

  /** @see dpkg(1), --log */
  async log(message: string): Promise<void> {
    const time = new Date(this.io.sys.now()).toISOString().slice(0, 19).replace('T', ' ');
    try {
      const fd = await this.io.sys.open(LOG, O_WRONLY | O_CREAT | O_APPEND, 0o644);
      await writeAll(this.io.sys, fd, encode(`${time} ${message}\n`));
      await this.io.sys.close(fd);
    } catch (error) {
      // As dpkg, which goes on without a log.
      if (!errnoOf(error)) throw error;
    }
  }

  // ---- files

  /** Names in info/ are by the package's name, with the architecture where it may lie beside another's. */
  infoPath(one: { readonly name: string; readonly fields: Fields }, kind: string): string {
    return `${INFO}/${shownName(one)}.${kind}`;
  }

  async infoText(one: DebPackage, kind: string): Promise<string | undefined> {
    const binary = await readSmallFile(this.io.sys, this.infoPath(one, kind));
    return binary === undefined ? undefined : textOf(bytesOfBinary(binary));
  }

  /** Lists of all packages that have one; read once. */
  async lists(): Promise<Map<string, string[]>> {
    if (this.#lists) return this.#lists;
    this.#lists = new Map();
    for (const one of this.packages.values()) {
      if (one.state === 'not-installed') continue;
      const text = await this.infoText(one, 'list');
      if (text !== undefined) this.#lists.set(one.name, text.split('\n').filter(Boolean));
      await this.io.sys.breathe();
    }
    return this.#lists;
  }

  async filesOf(one: DebPackage): Promise<readonly string[]> {
    return (await this.lists()).get(one.name) ?? [];
  }

  async setFiles(one: DebPackage, files: readonly string[] | undefined): Promise<void> {
    const lists = await this.lists();
    if (files === undefined) lists.delete(one.name);
    else {
      lists.set(one.name, [...files]);
      await writeFile(
        this.io.sys,
        this.infoPath(one, 'list'),
        encode(files.map((file) => `${file}\n`).join('')),
        0o644,
      );
    }
  }

  /** Names of files and folders that the lists have, each once: what "Reading database" counts. */
  async countFiles(): Promise<number> {
    const names = new Set<string>();
    for (const files of (await this.lists()).values()) for (const file of files) names.add(file);
    return names.size;
  }

  // ---- relations

  /** Packages that are there and provide a name in that version. */
  *providers(wish: Possibility): Generator<DebPackage> {
    const own = this.packages.get(wish.name);
    if (own && isPresent(own) && holds(versionOf(own), wish.operator, wish.version)) yield own;
    for (const one of this.packages.values())
      if (one !== own && isPresent(one) && provides(one.fields, wish)) yield one;
  }

  // ---- triggers

  /** Notes that a package's arrival or leaving activates what its `triggers` file says. */
  async activate(triggers: string | undefined): Promise<void> {
    for (const [, name] of (triggers ?? '').matchAll(/^activate(?:-noawait|-await)?\s+(\S+)/gm)) {
      if (!/^[\w.+-]+$/.test(name!)) continue;
      const interested = await readSmallFile(this.io.sys, `${FOLDER}/triggers/${name}`);
      for (const line of (interested ?? '').split('\n').filter(Boolean)) {
        const who = line.replace(/\/noawait$/, '').replace(/:.*/, '');
        const known = this.pending.get(who) ?? new Set();
        this.pending.set(who, known.add(name!));
      }
    }
  }
}

export function provides(fields: Fields, wish: Possibility): boolean {
  return parseRelations(fields.get('Provides')).some(
    ([one]) =>
      one!.name === wish.name &&
      (wish.operator === '' || (one!.version !== '' && holds(one!.version, wish.operator, wish.version))),
  );
}

export async function openDatabase(io: Io): Promise<Database> {
  const binary = await readSmallFile(io.sys, STATUS);
  const packages = new Map<string, DebPackage>();
  for (const fields of parseRecords(binary === undefined ? '' : textOf(bytesOfBinary(binary)))) {
    const name = fields.get('Package');
    if (!name) continue;
    const [want = 'unknown', , state = 'not-installed'] = (fields.get('Status') ?? '').split(' ');
    packages.set(name, { name, fields, want, state: state as State });
  }
  return new Database(io, packages);
}
