/** What `-s` says instead of doing it. */
import { parseRelations } from '../dpkg/version.ts';
import { type Cache, fits, installed, originText, type Version } from './cache.ts';
import { installOrder, removeOrder } from './order.ts';
import type { Change } from './report.ts';
import type { Settings } from './settings.ts';
import type { Plan } from './solve.ts';

export function simulate({ voice }: Settings, cache: Cache, { plan, purge }: Change): number {
  const { io } = voice;
  for (const name of removeOrder(cache, plan.remove))
    io.print(`${purge ? 'Purg' : 'Remv'} ${name} [${installed(cache, name)!.version}]\n`);
  const order = installOrder(plan.install);
  const text = (version: Version) =>
    `(${version.version} ${originText(version)} [${version.fields.get('Architecture')}])`;
  const placed = new Map<string, Version>();
  for (const version of order) {
    const before = installed(cache, version.name);
    placed.set(version.name, version);
    io.print(
      `Inst ${version.name} ${before ? `[${before.version}] ` : ''}${text(version)}${brokenMark(cache, plan, placed)}\n`,
    );
  }
  for (const version of order) io.print(`Conf ${version.name} ${text(version)}\n`);
  return 0;
}

/** What is broken in between, in brackets: names of those that were there before. */
function brokenMark(cache: Cache, { remove }: Plan, placed: ReadonlyMap<string, Version>): string {
  const there = (name: string) =>
    remove.has(name) ? undefined : (placed.get(name) ?? installed(cache, name));
  const isBroken = (version: Version) =>
    ['Pre-Depends', 'Depends'].some((field) =>
      parseRelations(version.fields.get(field)).some(
        (group) =>
          !group.some((wish) =>
            [wish.name, ...(cache.providers.get(wish.name) ?? [])].some((name) => {
              const other = there(name);
              return other !== undefined && fits(other, wish);
            }),
          ),
      ),
    );
  const before = [...cache.versions.keys()].filter(
    (name) => installed(cache, name) && there(name) && isBroken(there(name)!),
  );
  const isAny = before.length > 0 || [...placed.values()].some(isBroken);
  return isAny ? ` [${before.map((name) => `${name}:amd64 `).join('')}]` : '';
}
