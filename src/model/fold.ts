/**
 * Folding what the engine tells into one immutable `Model`: `state` answers and events in, values out.
 */
import type { StrataEvent, StrataState } from '../api/index.ts';
import type { Digest } from '../base/index.ts';
import { foldBuild } from './builds.ts';
import { forestOf } from './forest.ts';
import { append, happeningsBetween } from './happenings.ts';
import type { HappeningKind, Model, Pull } from './types.ts';

export const emptyModel: Model = {
  version: -1,
  roots: [],
  layers: new Map(),
  images: [],
  containers: [],
  groundImages: [],
  groundContainers: [],
  disk: { unshared: 0, onDisk: 0, base: 0, run: 0, copy: 0, container: 0 },
  traced: new Map(),
  build: undefined,
  pulls: [],
  happenings: [],
};

/** The model after an answer of `GET /strata/v1/state`. `at`: milliseconds since the epoch. */
export function foldState(model: Model, state: StrataState, at: number): Model {
  // Thin layers are written without a change of the engine's own state.
  if (state.version === model.version && sameUppers(model, state)) return model;
  const forest = forestOf(state, model.traced);
  // What the first answer holds was there before: nothing happened yet.
  const happened = model.version < 0 ? [] : happeningsBetween(model, forest);
  return {
    ...model,
    ...forest,
    version: state.version,
    happenings: append(model.happenings, happened, at),
  };
}

function sameUppers(model: Model, state: StrataState): boolean {
  const before = new Map(model.containers.map((container) => [container.id, container]));
  return state.containers.every(({ id, upperSize, upper }) => {
    const known = before.get(id);
    return (
      known?.upperSize === upperSize &&
      known.upper.length === upper.length &&
      upper.every(({ path, kind, size }, index) => {
        const change = known.upper[index]!;
        return change.path === path && change.kind === kind && change.size === size;
      })
    );
  });
}

/** The model after an event; `state` events only say that it is time to ask again. */
export function foldEvent(model: Model, event: StrataEvent, at: number): Model {
  switch (event.type) {
    case 'state':
      return model;
    case 'build': {
      const build = foldBuild(model.build, event.build, event.status);
      const ended = model.build?.id === build.id && model.build.running && !build.running;
      const counted = build.steps.filter((step) => step.position && step.instruction.op !== 'FROM');
      const cached = counted.filter((step) => step.state === 'cached').length;
      const told: HappeningKind[] =
        ended && cached > 0 ? [{ kind: 'cached', count: cached, of: counted.length }] : [];
      return { ...model, build, happenings: append(model.happenings, told, at) };
    }
    case 'pull':
      return { ...model, pulls: foldPull(model.pulls, event) };
    case 'trace':
      return foldTrace(model, event, at);
  }
}

function foldPull(pulls: readonly Pull[], event: Extract<StrataEvent, { type: 'pull' }>): readonly Pull[] {
  const { type: _, ...pull } = event;
  const others = pulls.filter((other) => other.id !== event.id && other.reference === event.reference);
  const over = /^(Pull complete|Already exists|Download complete|Status:)/.test(event.status);
  return over ? others : [...others, pull];
}

const HAPPENED = { 'copy-up': 'copied-up', whiteout: 'hid', write: 'wrote' } as const;
const MOST_TRACED = 2000;

/** Traces count layers from the image's top, 0 first. */
function layerBelow(model: Model, top: Digest | undefined, steps: number): Digest | undefined {
  let at = top;
  for (let step = 0; step < steps && at !== undefined; step++) at = model.layers.get(at)?.parent;
  return at;
}

function foldTrace(model: Model, event: Extract<StrataEvent, { type: 'trace' }>, at: number): Model {
  const container = model.containers.find((candidate) => candidate.id === event.container);
  if (!container) return model;
  const told: HappeningKind[] = [];
  const traced = new Map(model.traced);
  for (const trace of event.events) {
    if (trace.kind !== 'copy-up' && trace.kind !== 'whiteout' && trace.kind !== 'write') continue;
    const from = trace.kind === 'write' ? undefined : layerBelow(model, container.top, trace.layer);
    if (from) traced.set(`${container.id} ${trace.path}`, from);
    told.push({
      kind: HAPPENED[trace.kind],
      container: container.name,
      paths: [trace.path],
      bytes: 'bytes' in trace ? trace.bytes : 0,
      ...(from ? { from } : {}),
    });
  }
  if (!told.length) return model;
  for (const key of traced.keys()) {
    if (traced.size <= MOST_TRACED) break;
    traced.delete(key);
  }
  return { ...model, traced, happenings: append(model.happenings, told, at) };
}
