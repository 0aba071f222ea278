/** /strata/v1: what Docker hides. See `../strata.ts` for the shapes. */
import {
  type ContainerTrace,
  type Engine,
  type EngineProgress,
  findContainer,
  fsck,
  listBuilds,
  upperEntries,
} from '../../engine/index.ts';
import { json, jsonStream } from '../respond.ts';
import { type Route, route } from '../router.ts';
import type { StrataEvent } from '../strata.ts';
import { strataState } from '../strata-state.ts';

export const strataRoutes: readonly Route[] = [
  route('GET', '/strata/v1/state', async (call) => json(200, await strataState(call.engine))),
  route('GET', '/strata/v1/events', (call) => jsonStream(strataEvents(call.engine, call.signal))),
  route('GET', '/strata/v1/fsck', async (call) => json(200, await fsck(call.engine))),
  route('GET', '/strata/v1/builds', (call) => json(200, listBuilds(call.engine))),
  route('GET', '/strata/v1/containers/{name}/upper', async (call) =>
    json(200, await upperEntries(call.engine, findContainer(call.engine, call.param('name')))),
  ),
];

/** Beyond this many waiting events, the oldest of a slow reader's are dropped but for the state. */
const MOST_WAITING = 2000;

/** Begins with the state's version, so that nobody misses what changed before. */
async function* strataEvents(engine: Engine, signal: AbortSignal): AsyncGenerator<StrataEvent, void, void> {
  const queue: StrataEvent[] = [];
  let version: number | undefined = engine.state.current().version;
  let wake: (() => void) | undefined;
  const push = (event: StrataEvent): void => {
    queue.push(event);
    if (queue.length > MOST_WAITING) queue.shift();
    wake?.();
  };
  const over = AbortSignal.any([signal, engine.closing.signal]);
  const rouse = (): void => wake?.();
  over.addEventListener('abort', rouse);
  const subscriptions = [
    engine.state.changed.on((state) => {
      // Only the latest version matters, however many changes came together.
      version = state.version;
      rouse();
    }),
    engine.trace.on((trace) => push(traceEvent(trace))),
    engine.progress.on((progress) => push(progressEvent(progress))),
  ];
  try {
    while (!over.aborted) {
      const event = queue.shift();
      if (event) yield event;
      else if (version !== undefined) {
        const latest = version;
        version = undefined;
        yield { type: 'state', version: latest };
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    for (const unsubscribe of subscriptions) unsubscribe();
    over.removeEventListener('abort', rouse);
  }
}

function traceEvent({ container, events }: ContainerTrace): StrataEvent {
  return { type: 'trace', container, events };
}

function progressEvent(progress: EngineProgress): StrataEvent {
  if (progress.type === 'pull') return progress;
  const { vertexes, statuses, warnings } = progress.status;
  return { type: 'build', build: progress.build, status: { vertexes, statuses, warnings } };
}
