/**
 * What a build was, afterwards: its steps, and in words why each ran or did not.
 *
 * Compares a missed step's key with that of the same step in this engine's last build, or with the
 * cache's nearest record of the same instruction. Strata's own; Docker prints none of it.
 */
import type { Clock, Digest } from '../base/index.ts';
import type { PlanVertex } from './graph.ts';
import { differences } from './key.ts';
import type { BuildCache, BuildRecord, KeyInput, StepRecord } from './types.ts';

export interface Journal {
  hit(vertex: PlanVertex, key: Digest | undefined, inputs: readonly KeyInput[]): void;
  begin(vertex: PlanVertex, key: Digest | undefined, inputs: readonly KeyInput[]): Promise<{ end(): void }>;
  finish(): BuildRecord;
}

interface Seen {
  readonly code: string;
  readonly inputs: readonly KeyInput[];
}

/** Steps of the last builds by their place in the Dockerfile, for each cache. */
const lastSteps = new WeakMap<BuildCache, Map<string, Seen>>();

export function createJournal(clock: Clock, cache: BuildCache, scope: string): Journal {
  const started = clock.now();
  const steps: StepRecord[] = [];
  const seen = lastSteps.get(cache) ?? new Map<string, Seen>();
  lastSteps.set(cache, seen);
  const placeOf = (vertex: PlanVertex): string => `${scope} ${vertex.name.replace(/\].*/s, ']')}`;
  const note = (vertex: PlanVertex, inputs: readonly KeyInput[]): void => {
    seen.set(placeOf(vertex), { code: vertex.code, inputs });
  };
  const lineOf = (vertex: PlanVertex): number => vertex.lines?.start ?? 0;
  return {
    hit(vertex, key, inputs) {
      note(vertex, inputs);
      const reason = 'All inputs are those of a step that ran before; its layer is used again.';
      const { name } = vertex;
      steps.push({ name, line: lineOf(vertex), key, cached: true, inputs, reason, duration: 0 });
    },
    async begin(vertex, key, inputs) {
      const reason = await explain(vertex, inputs, seen.get(placeOf(vertex)), cache);
      note(vertex, inputs);
      const from = clock.monotonic();
      const { name } = vertex;
      return {
        end() {
          const duration = clock.monotonic() - from;
          steps.push({ name, line: lineOf(vertex), key, cached: false, inputs, reason, duration });
        },
      };
    },
    finish: () => ({ started, completed: clock.now(), steps: steps.toSorted((a, b) => a.line - b.line) }),
  };
}

async function explain(
  vertex: PlanVertex,
  inputs: readonly KeyInput[],
  last: Seen | undefined,
  cache: BuildCache,
): Promise<string> {
  if (vertex.ignoreCache) return 'The build was asked not to use the cache (--no-cache).';
  const records = (await cache.find?.(vertex.code)) ?? [];
  const same = last?.code === vertex.code ? last : undefined;
  const nearest = [...(same ? [same.inputs] : []), ...records.map((record) => record.inputs)]
    .map((before) => differences(before, inputs))
    .toSorted((a, b) => a.length - b.length)[0];
  if (!nearest) {
    if (!last) return 'This instruction has not run on this engine before.';
    return `The instruction changed: it was \`${last.code}\`.`;
  }
  if (nearest.length === 0) return 'It ran before with the same inputs, but its layer is no longer stored.';
  const words = nearest.map(describe);
  return `${words.join(' ')}`;
}

function describe({ name, before, after }: ReturnType<typeof differences>[number]): string {
  if (name === 'below') return 'A step before it made something new, so what it stands on is different.';
  if (name.startsWith('content of ')) {
    const path = name.slice('content of '.length);
    return `What is copied from ${path} differs: a name, a mode, an owner or the content.`;
  }
  if (name.startsWith('variable ')) {
    const variable = name.slice('variable '.length);
    if (before === undefined) return `${variable} is set now.`;
    if (after === undefined) return `${variable} is no longer set.`;
    return `${variable} was ${JSON.stringify(before)} and is ${JSON.stringify(after)}.`;
  }
  return `Its ${name} was ${before ?? 'not given'} and is ${after ?? 'not given'}.`;
}
