/**
 * Folding what the engine tells into one immutable `Model`: `state` answers and events in, values out.
 */
import type { StrataEvent, StrataState } from '../api/index.ts';
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
  build: undefined,
  pulls: [],
  happenings: [],
};

/** The model after an answer of `GET /strata/v1/state`. `at`: milliseconds since the epoch. */
export function foldState(model: Model, state: StrataState, at: number): Model {
  if (state.version === model.version) return model;
  const forest = forestOf(state);
  // What the first answer holds was there before: nothing happened yet.
  const happened = model.version < 0 ? [] : happeningsBetween(model, forest);
  return {
    ...model,
    ...forest,
    version: state.version,
    happenings: append(model.happenings, happened, at),
  };
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

function foldTrace(model: Model, event: Extract<StrataEvent, { type: 'trace' }>, at: number): Model {
  const container = model.containers.find((candidate) => candidate.id === event.container);
  if (!container) return model;
  const told: HappeningKind[] = [];
  for (const trace of event.events) {
    if (trace.kind === 'copy-up') {
      told.push({ kind: 'copied-up', container: container.name, paths: [trace.path], bytes: trace.bytes });
    } else if (trace.kind === 'whiteout') {
      told.push({ kind: 'hid', container: container.name, paths: [trace.path], bytes: 0 });
    } else if (trace.kind === 'write') {
      told.push({ kind: 'wrote', container: container.name, paths: [trace.path], bytes: trace.bytes });
    }
  }
  return told.length ? { ...model, happenings: append(model.happenings, told, at) } : model;
}
