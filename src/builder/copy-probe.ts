/**
 * The keys of a COPY: by the content of what it selects, and where it copies from a stage also by
 * where that comes from, which is known without mounting anything.
 *
 * A result found by origin goes on under its content's key, so that what follows is found too when a
 * stage was rebuilt and came out the same.
 */
import type { Digest } from '../base/index.ts';
import type { CopyAction, CopyOperation, PlanVertex } from './graph.ts';
import { copyInputs } from './key.ts';
import { hasWildcard } from './ops/wildcard.ts';
import type { Probe } from './solve-options.ts';
import { isStage, type Sources } from './sources.ts';
import type { KeyInput } from './types.ts';

/** What this needs of the solver. */
interface Prober {
  readonly sources: Sources;
  probe(vertex: PlanVertex): Promise<Probe>;
  realize(vertex: PlanVertex): Promise<unknown>;
  lookUp(vertex: PlanVertex, inputs: readonly KeyInput[]): Promise<Probe>;
}

export async function probeCopy(
  vertex: PlanVertex,
  operation: CopyOperation,
  prober: Prober,
): Promise<Probe> {
  const base = vertex.base && (await prober.probe(vertex.base));
  if (vertex.sources.some(isStage)) {
    const origins = await originInputs(vertex, operation, prober);
    const quick = origins && (await prober.lookUp(vertex, origins));
    if (quick?.hit) return quick;
  }
  // The base is unknown to the cache, so this step is too: no need to wait with what is below it.
  if (vertex.base && !base?.hit) prober.realize(vertex.base).catch(() => {});
  const contents = await Promise.all(
    operation.actions.map(async (action) => {
      // What a step copies from its own base is known by the base's key, as LLB has it: one input.
      const same = vertex.base && vertex.sources[action.source] === vertex.base;
      if (same && base?.key) return { by: 'origin' as const, digest: base.key };
      const above = operation.actions.find((other) => covers(other, action));
      if (above) return { by: 'content' as const, digest: await prober.sources.contentOf(vertex, above) };
      return { by: 'content' as const, digest: await prober.sources.contentOf(vertex, action) };
    }),
  );
  return prober.lookUp(vertex, copyInputs(operation, base?.key, contents));
}

/** What is within what another source selects is not looked at by itself, nor missed before it is copied. */
function covers(other: CopyAction, action: CopyAction): boolean {
  if (other === action || other.source !== action.source) return false;
  if ([other, action].some(({ from, exclude }) => hasWildcard(from) || exclude.length > 0)) return false;
  const above = other.from.replace(/\/+$/, '');
  return action.from.startsWith(`${above}/`) && action.from.length > above.length + 1;
}

/** The key's inputs by origin; undefined where a source has no key. */
export async function originInputs(
  vertex: PlanVertex,
  operation: CopyOperation,
  prober: Prober,
): Promise<KeyInput[] | undefined> {
  const origins: { by: 'content' | 'origin'; digest: Digest }[] = [];
  for (const action of operation.actions) {
    const source = vertex.sources[action.source];
    if (!isStage(source)) {
      origins.push({ by: 'content', digest: await prober.sources.contentOf(vertex, action) });
      continue;
    }
    const { key } = await prober.probe(source);
    if (!key) return undefined;
    origins.push({ by: 'origin', digest: key });
  }
  const base = vertex.base && (await prober.probe(vertex.base)).key;
  return copyInputs(operation, base, origins);
}
