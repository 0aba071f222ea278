/**
 * In which order packages are unpacked and removed: what others need before them, important ones first.
 * @see apt-pkg/orderlist.cc (Score, VisitNode)
 */
import { isPresent } from '../dpkg/database.ts';
import { parseRelations } from '../dpkg/version.ts';
import { type Cache, fits, type Version } from './cache.ts';

const PRIORITIES: Readonly<Record<string, number>> = { important: 5, required: 4, standard: 3, optional: 1 };

function scoreOf({ fields }: Version): number {
  const essential = fields.get('Essential') === 'yes' ? 100 : 0;
  const pre = fields.has('Pre-Depends') ? 50 : 0;
  return essential + pre + (PRIORITIES[fields.get('Priority') ?? ''] ?? 0);
}

export function installOrder(install: ReadonlyMap<string, Version>): Version[] {
  const versions = [...install.values()];
  const roots = versions.sort((a, b) => scoreOf(b) - scoreOf(a) || (a.name < b.name ? -1 : 1));
  const done = new Set<Version>();
  const order: Version[] = [];
  const visit = (version: Version) => {
    if (done.has(version)) return;
    done.add(version);
    for (const field of ['Depends', 'Pre-Depends'])
      for (const group of parseRelations(version.fields.get(field)))
        for (const wish of group) {
          const own = install.get(wish.name);
          const found =
            own && fits(own, wish)
              ? own
              : versions.find((other) => other.name !== version.name && fits(other, wish));
          if (found) visit(found);
        }
    order.push(version);
  };
  for (const version of roots) visit(version);
  return order;
}

/** Who needs others goes before them. */
export function removeOrder(cache: Cache, names: ReadonlySet<string>): string[] {
  const done = new Set<string>();
  const order: string[] = [];
  const sorted = [...names].sort();
  const visit = (name: string) => {
    if (done.has(name)) return;
    done.add(name);
    for (const other of sorted) {
      const one = cache.database.get(other);
      if (!one || !isPresent(one)) continue;
      const needs = [
        ...parseRelations(one.fields.get('Pre-Depends')),
        ...parseRelations(one.fields.get('Depends')),
      ];
      if (needs.some((group) => group.some((wish) => wish.name === name))) visit(other);
    }
    order.push(name);
  };
  for (const name of sorted) visit(name);
  return order;
}
