/**
 * What has to change for what is wanted: dependencies are followed, the first possibility that can be had is taken;
 * who conflicts with what comes goes, and who needs what goes goes too.
 *
 * @see Debian Policy 7, apt-pkg/depcache.cc (MarkInstall)
 */
import { isPresent } from '../dpkg/database.ts';
import { type Possibility, parseRelations, possibilityText } from '../dpkg/version.ts';
import { type Cache, candidate, fits, installed, meant, type Version } from './cache.ts';

export interface Wishes {
  readonly install: readonly Version[];
  readonly remove: readonly string[];
  /** All that can be, to its newest version. */
  readonly upgrade: 'no' | 'careful' | 'full';
  readonly recommends: boolean;
  readonly suggests: boolean;
  /** Dependencies of what is there are mended. */
  readonly fix: boolean;
}

export interface Unmet {
  readonly name: string;
  /** `Depends: libjq1 (= 1.6) but it is not going to be installed`. */
  readonly text: string;
}

export interface Plan {
  /** By name, what is to be there afterwards, of what changes. */
  readonly install: ReadonlyMap<string, Version>;
  readonly remove: ReadonlySet<string>;
  readonly unmet: readonly Unmet[];
}

class Planner {
  readonly install = new Map<string, Version>();
  readonly remove = new Set<string>();
  readonly unmet: Unmet[] = [];
  readonly #cache: Cache;
  readonly #wishes: Wishes;

  constructor(cache: Cache, wishes: Wishes) {
    this.#cache = cache;
    this.#wishes = wishes;
  }

  /** What of a package is there afterwards. */
  after(name: string): Version | undefined {
    if (this.remove.has(name)) return undefined;
    return this.install.get(name) ?? installed(this.#cache, name);
  }

  isMet(group: readonly Possibility[]): boolean {
    return group.some((wish) => {
      const own = this.after(wish.name);
      if (own && fits(own, wish)) return true;
      return (this.#cache.providers.get(wish.name) ?? []).some((name) => {
        const other = this.after(name);
        return other !== undefined && fits(other, wish);
      });
    });
  }

  /** Marks a version; false where something it needs cannot be had. */
  add(version: Version, trail: ReadonlySet<string> = new Set()): boolean {
    if (this.install.get(version.name) === version) return true;
    if (trail.size > 200) return false;
    this.install.set(version.name, version);
    this.remove.delete(version.name);
    const deeper = new Set([...trail, version.name]);
    let isWhole = true;
    for (const field of ['Pre-Depends', 'Depends'])
      for (const group of parseRelations(version.fields.get(field)))
        if (!this.isMet(group) && !this.meet(group, deeper)) isWhole = false;
    this.clash(version);
    const before = installed(this.#cache, version.name);
    const soft = [
      ...(this.#wishes.recommends ? ['Recommends'] : []),
      ...(this.#wishes.suggests ? ['Suggests'] : []),
    ];
    for (const field of soft) {
      // What was left away before is not brought by an upgrade.
      if (before && before.fields.get(field) === version.fields.get(field)) continue;
      for (const group of parseRelations(version.fields.get(field)))
        if (!this.isMet(group)) this.tryMeet(group, deeper);
    }
    return isWhole;
  }

  meet(group: readonly Possibility[], trail: ReadonlySet<string>): boolean {
    for (const wish of group) {
      for (const version of meant(this.#cache, wish)) {
        if (version !== candidate(this.#cache, version.name) || version.isInstalled) continue;
        const state = this.copy();
        if (this.add(version, trail)) return true;
        this.restore(state);
      }
    }
    return false;
  }

  tryMeet(group: readonly Possibility[], trail: ReadonlySet<string>): void {
    const state = this.copy();
    const removed = this.remove.size;
    if (!this.meet(group, trail) || this.remove.size > removed) this.restore(state);
  }

  /** Takes away, or brings up, what cannot be beside it. */
  clash(version: Version): void {
    const clashing: string[] = [];
    for (const field of ['Conflicts', 'Breaks']) {
      for (const [wish] of parseRelations(version.fields.get(field)))
        for (const name of [wish!.name, ...(this.#cache.providers.get(wish!.name) ?? [])]) {
          const other = this.after(name);
          if (name !== version.name && other && fits(other, wish!)) clashing.push(name);
        }
      for (const name of this.present()) {
        const other = this.after(name)!;
        if (name === version.name) continue;
        if (parseRelations(other.fields.get(field)).some(([wish]) => fits(version, wish!)))
          clashing.push(name);
      }
    }
    for (const name of new Set(clashing)) {
      const newest = candidate(this.#cache, name);
      const before = installed(this.#cache, name);
      const bad = (one: Version) =>
        ['Conflicts', 'Breaks'].some(
          (field) =>
            parseRelations(version.fields.get(field)).some(([wish]) => fits(one, wish!)) ||
            parseRelations(one.fields.get(field)).some(([wish]) => fits(version, wish!)),
        );
      if (newest && before && newest !== before && !bad(newest)) this.add(newest);
      else this.drop(name);
    }
  }

  *present(): Generator<string> {
    for (const name of this.#cache.versions.keys()) if (this.after(name)) yield name;
  }

  /** Takes a package away, and all that cannot be without it. */
  drop(name: string): void {
    if (!this.after(name)) return;
    this.install.delete(name);
    if (installed(this.#cache, name)) this.remove.add(name);
    for (const other of [...this.present()]) {
      const version = this.after(other);
      if (!version) continue;
      const needs = [
        ...parseRelations(version.fields.get('Pre-Depends')),
        ...parseRelations(version.fields.get('Depends')),
      ];
      // Only who needed this one, not who lacked something before.
      if (
        needs.some((group) => group.some((wish) => mentions(this.#cache, wish, name)) && !this.isMet(group))
      )
        this.drop(other);
    }
  }

  copy(): [Map<string, Version>, Set<string>] {
    return [new Map(this.install), new Set(this.remove)];
  }

  restore([install, remove]: [Map<string, Version>, Set<string>]): void {
    this.install.clear();
    this.remove.clear();
    for (const [name, version] of install) this.install.set(name, version);
    for (const name of remove) this.remove.add(name);
  }

  /** What is not met once all is done. */
  check(names: Iterable<string>): void {
    for (const name of [...names].sort()) {
      const version = this.after(name);
      if (!version) continue;
      for (const field of ['Pre-Depends', 'Depends'])
        for (const group of parseRelations(version.fields.get(field)))
          if (!this.isMet(group))
            this.unmet.push({ name, text: this.#reason(field.replace('Pre-', 'Pre'), group) });
    }
  }

  #reason(field: string, group: readonly Possibility[]): string {
    return group
      .map((wish, i) => {
        const after = this.after(wish.name);
        const newest = candidate(this.#cache, wish.name);
        const why = after
          ? `but ${after.version} is ${after.isInstalled ? 'installed' : 'to be installed'}`
          : newest
            ? fits(newest, wish) || !wish.operator
              ? 'but it is not going to be installed'
              : 'but it is not going to be installed'
            : this.#cache.providers.has(wish.name)
              ? 'but it is a virtual package'
              : 'but it is not installable';
        return `${i === 0 ? `${field}: ` : ' '.repeat(field.length + 2)}${possibilityText(wish)} ${why}`;
      })
      .join(' or\n');
  }
}

function mentions(cache: Cache, wish: Possibility, name: string): boolean {
  return wish.name === name || (cache.providers.get(wish.name) ?? []).includes(name);
}

export function solve(cache: Cache, wishes: Wishes): Plan {
  const planner = new Planner(cache, wishes);
  for (const name of wishes.remove) planner.drop(name);
  for (const version of wishes.install) planner.add(version);
  const all = [...cache.versions.keys()].filter((name) => installed(cache, name)).sort();
  if (wishes.upgrade !== 'no') {
    for (const name of all) {
      const newest = candidate(cache, name);
      const held = cache.database.get(name)?.want === 'hold';
      if (!newest || newest.isInstalled || held || planner.install.has(name) || planner.remove.has(name))
        continue;
      const state = planner.copy();
      const [count, removed] = [planner.install.size, planner.remove.size];
      const isWhole = planner.add(newest);
      // A careful upgrade neither brings nor takes packages.
      const changes = [...planner.install.keys()].slice(count).some((other) => !installed(cache, other));
      if (!isWhole || planner.remove.size > removed || (wishes.upgrade === 'careful' && changes)) {
        if (wishes.upgrade === 'careful' || !isWhole) planner.restore(state);
      }
    }
  }
  if (wishes.fix) {
    for (const name of all) {
      const version = planner.after(name);
      if (!version) continue;
      for (const field of ['Pre-Depends', 'Depends'])
        for (const group of parseRelations(version.fields.get(field)))
          if (!planner.isMet(group) && !planner.meet(group, new Set([name]))) planner.drop(name);
    }
  }
  planner.check(planner.install.keys());
  return planner;
}

/** Dependencies that are broken as things are. */
export function broken(cache: Cache): Unmet[] {
  const planner = new Planner(cache, {
    install: [],
    remove: [],
    upgrade: 'no',
    recommends: false,
    suggests: false,
    fix: false,
  });
  planner.check([...cache.database.packages.values()].filter(isPresent).map(({ name }) => name));
  return planner.unmet;
}

/** Packages that came because others needed them, and nobody does any more. */
export function unneeded(
  cache: Cache,
  plan: Plan,
  never: readonly RegExp[],
  suggestsCount: boolean,
): string[] {
  const after = (name: string) =>
    plan.remove.has(name) ? undefined : (plan.install.get(name) ?? installed(cache, name));
  const reached = new Set<string>();
  const queue: string[] = [];
  const reach = (name: string) => {
    if (reached.has(name) || !after(name)) return;
    reached.add(name);
    queue.push(name);
  };
  for (const name of cache.versions.keys()) {
    const version = after(name);
    if (!version) continue;
    const isRoot =
      !cache.marks.auto.has(name) ||
      version.fields.get('Essential') === 'yes' ||
      version.fields.get('Priority') === 'required' ||
      never.some((one) => one.test(name));
    if (isRoot && !(plan.install.has(name) && !installed(cache, name) && cache.marks.auto.has(name)))
      reach(name);
  }
  const fields = ['Pre-Depends', 'Depends', 'Recommends', ...(suggestsCount ? ['Suggests'] : [])];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    for (const field of fields)
      for (const group of parseRelations(after(name)!.fields.get(field)))
        for (const wish of group)
          for (const other of [wish.name, ...(cache.providers.get(wish.name) ?? [])]) {
            const version = after(other);
            if (version && fits(version, wish)) reach(other);
          }
  }
  return [...cache.versions.keys()]
    .filter((name) => installed(cache, name) && after(name) && !reached.has(name))
    .sort();
}
