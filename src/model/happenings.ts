/**
 * What happened between two states, and in a thin layer, as a bounded list: the time rail's notches.
 */
import type { Happening, HappeningKind, Model } from './types.ts';

/** So many are kept; older ones fall out. */
const KEPT = 300;
/** Events of one kind and container this close are one happening with several paths. */
const MERGE_MS = 250;

type Shown = Pick<Model, 'layers' | 'images' | 'containers'>;

/** Differences in the order in which they can have come about: layers, names, containers. */
export function happeningsBetween(before: Shown, after: Shown): HappeningKind[] {
  const found: HappeningKind[] = [];
  for (const layer of [...after.layers.values()].sort((a, b) => a.created - b.created || a.depth - b.depth)) {
    if (before.layers.has(layer.chainId)) continue;
    const { chainId, origin, instruction, size } = layer;
    found.push({ kind: 'layer', chainId, origin, instruction, size });
  }
  found.push(...names(before, after), ...containers(before, after));
  const gone = [...before.layers.values()].filter((layer) => !after.layers.has(layer.chainId));
  if (gone.length) {
    found.push({
      kind: 'layers-gone',
      count: gone.length,
      bytes: gone.reduce((sum, layer) => sum + layer.size, 0),
    });
  }
  return found;
}

export function append(
  list: readonly Happening[],
  kinds: readonly HappeningKind[],
  at: number,
): readonly Happening[] {
  if (!kinds.length) return list;
  const next = [...list];
  for (const kind of kinds) {
    const last = next.at(-1);
    const merged = last && at - last.at <= MERGE_MS ? merge(last, kind) : undefined;
    if (merged) next[next.length - 1] = merged;
    else next.push({ ...kind, id: (last?.id ?? 0) + 1, at });
  }
  return next.slice(-KEPT);
}

function merge(last: Happening, kind: HappeningKind): Happening | undefined {
  if (!('paths' in last) || !('paths' in kind)) return undefined;
  if (last.kind !== kind.kind || last.container !== kind.container) return undefined;
  const paths = [...last.paths, ...kind.paths.filter((path) => !last.paths.includes(path))];
  const from = kind.from ?? last.from;
  return { ...last, paths: paths.slice(0, 50), bytes: last.bytes + kind.bytes, ...(from ? { from } : {}) };
}

function names(before: Shown, after: Shown): HappeningKind[] {
  const was = tagsOf(before);
  const is = tagsOf(after);
  const found: HappeningKind[] = [];
  for (const [tag, id] of is) {
    if (was.get(tag) !== id) found.push({ kind: 'tagged', tag, moved: was.has(tag) });
  }
  for (const tag of was.keys()) if (!is.has(tag)) found.push({ kind: 'untagged', tag });
  return found;
}

function tagsOf(shown: Shown): Map<string, string> {
  return new Map(shown.images.flatMap((image) => image.tags.map((tag) => [tag, image.id] as const)));
}

function containers(before: Shown, after: Shown): HappeningKind[] {
  const was = new Map(before.containers.map((container) => [container.id, container]));
  const is = new Set(after.containers.map((container) => container.id));
  const found: HappeningKind[] = [];
  for (const { id, name, state, exitCode } of after.containers) {
    const former = was.get(id)?.state;
    if (former === state) continue;
    if (former === undefined && state === 'created') found.push({ kind: 'created', container: name });
    else if (state === 'running') found.push({ kind: 'started', container: name });
    else if (state === 'paused') found.push({ kind: 'paused', container: name });
    else if (state === 'exited' || state === 'dead')
      found.push({ kind: 'exited', container: name, exitCode });
  }
  for (const { id, name } of before.containers) {
    if (!is.has(id)) found.push({ kind: 'removed', container: name });
  }
  return found;
}
