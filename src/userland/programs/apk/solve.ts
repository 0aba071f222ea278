/**
 * Chooses packages: for each wish the newest that satisfies it, with what it depends on before it.
 *
 * Greedy and without backtracking, which is enough where names decide; conflicts are reported, not solved.
 */
import { fullName, type Package } from './records.ts';
import type { State } from './state.ts';
import { compareVersions, type Dependency, parseDependency, satisfies } from './version.ts';

export interface Missing {
  readonly what: string;
  readonly requiredBy: string;
  /** The best package of that name, where there is one of another version. */
  readonly broken?: string;
}

export interface Solution {
  /** All that has to be installed at the end, dependencies first. */
  readonly packages: readonly Package[];
  readonly missing: readonly Missing[];
}

/** Candidates for each name, provided names included, best first. */
function indexByName(state: State): Map<string, { entry: Package; version: string; own: boolean }[]> {
  const byName = new Map<string, { entry: Package; version: string; own: boolean }[]>();
  const add = (name: string, entry: Package, version: string, own: boolean) => {
    const list = byName.get(name);
    if (list) list.push({ entry, version, own });
    else byName.set(name, [{ entry, version, own }]);
  };
  const seen = new Set<string>();
  for (const entry of [...state.installed, ...state.repositories.flatMap(({ packages }) => packages)]) {
    if (seen.has(fullName(entry))) continue;
    seen.add(fullName(entry));
    add(entry.name, entry, entry.version, true);
    for (const provided of entry.provides) {
      const { name, version } = parseDependency(provided);
      add(name, entry, version || entry.version, false);
    }
  }
  return byName;
}

/**
 * `upgrades` tells of which wishes the newest is taken, though an older one is installed; what they depend on goes
 * with them.
 */
export function solve(
  state: State,
  wishes: readonly string[],
  upgrades: (name: string) => boolean = () => false,
): Solution {
  const byName = indexByName(state);
  const installed = new Set(state.installed.map(fullName));
  const chosen = new Map<string, Package>();
  const order: Package[] = [];
  const missing: Missing[] = [];
  const conflicts: { dependency: Dependency; requiredBy: string }[] = [];

  function candidate(dependency: Dependency, newest: boolean): Package | undefined {
    const fitting = (byName.get(dependency.name) ?? []).filter(({ version }) =>
      satisfies(version, dependency),
    );
    const present = fitting.find(({ entry }) => chosen.get(entry.name) === entry);
    if (present) return present.entry;
    const kept = newest ? undefined : fitting.find(({ entry }) => installed.has(fullName(entry)));
    if (kept) return kept.entry;
    fitting.sort((a, b) => Number(b.own) - Number(a.own) || compareVersions(b.version, a.version));
    return fitting[0]?.entry;
  }

  function choose(text: string, requiredBy: string, newest: boolean): void {
    const dependency = parseDependency(text);
    if (dependency.conflict) {
      conflicts.push({ dependency, requiredBy });
      return;
    }
    const entry = candidate(dependency, newest);
    if (!entry) {
      const other = candidate({ ...dependency, operator: '', version: '' }, newest);
      missing.push({ what: text, requiredBy, ...(other ? { broken: fullName(other) } : {}) });
      return;
    }
    const before = chosen.get(entry.name);
    if (before && before !== entry) missing.push({ what: text, requiredBy, broken: fullName(before) });
    if (chosen.has(entry.name)) return;
    chosen.set(entry.name, entry);
    for (const need of entry.depends) choose(need, `${fullName(entry)}[${need}]`, newest);
    order.push(entry);
  }

  for (const wish of wishes) choose(wish, `world[${wish}]`, upgrades(parseDependency(wish).name));
  for (const { dependency, requiredBy } of conflicts) {
    const entry = chosen.get(dependency.name);
    if (entry && satisfies(entry.version, dependency))
      missing.push({ what: dependency.name, requiredBy, broken: fullName(entry) });
  }
  return { packages: order, missing };
}
