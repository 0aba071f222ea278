/** /_ping, /version, /info, /system/df, /events. */
import { EMPTY } from '../../base/index.ts';
import {
  diskUsage,
  type Engine,
  type FilterSet,
  failure,
  invalid,
  parseTimestamp,
  systemInfo,
  versionInfo,
  wantsEvent,
} from '../../engine/index.ts';
import type { EventMessage } from '../docker-types.ts';
import { json, jsonStream, text, wholeBody } from '../respond.ts';
import { type Call, type Route, route } from '../router.ts';
import type { ApiResponse } from '../transport.ts';

const PING_HEADERS = {
  'builder-version': '2',
  'cache-control': 'no-cache, no-store, must-revalidate',
  pragma: 'no-cache',
  swarm: 'inactive',
};

export const systemRoutes: readonly Route[] = [
  route('GET', '/_ping', () => withHeaders(text(200, 'OK'))),
  route('HEAD', '/_ping', () => ({ ...withHeaders(text(200, '')), body: wholeBody(EMPTY) })),
  route('GET', '/version', () => json(200, versionInfo())),
  route('GET', '/info', (call) => json(200, systemInfo(call.engine))),
  route('GET', '/system/df', async (call) => json(200, await diskUsage(call.engine))),
  route('GET', '/events', events),
];

function withHeaders(response: ApiResponse): ApiResponse {
  return { ...response, headers: { ...response.headers, ...PING_HEADERS } };
}

function events(call: Call): ApiResponse {
  const filters = call.filters();
  const since = moment(call, 'since');
  const until = moment(call, 'until');
  if (since !== undefined && until !== undefined && until < since) {
    throw invalid(`\`since\` time (${since / 1000}) cannot be after \`until\` time (${until / 1000})`);
  }
  return jsonStream(follow(call.engine, filters, since, until, call.signal));
}

function moment(call: Call, name: string): number | undefined {
  const value = parseTimestamp(call.query.get(name) ?? undefined);
  if (value !== undefined && Number.isNaN(value)) {
    throw failure(
      'ESYSTEM',
      `strconv.ParseInt: parsing ${JSON.stringify(call.query.get(name))}: invalid syntax`,
    );
  }
  return value;
}

/** The recent ones since then, and what comes until then. */
async function* follow(
  engine: Engine,
  filters: FilterSet,
  since: number | undefined,
  until: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<EventMessage, void, void> {
  const queue = since === undefined ? [] : engine.events.recent.filter((e) => e.timeNano / 1e6 >= since);
  let wake: (() => void) | undefined;
  const stop = new AbortController();
  const over = AbortSignal.any([signal, stop.signal, engine.closing.signal]);
  const rouse = (): void => wake?.();
  const unsubscribe = engine.events.emitter.on((event) => {
    queue.push(event);
    rouse();
  });
  over.addEventListener('abort', rouse);
  let timeUp = false;
  if (until !== undefined) {
    const finish = (): void => {
      timeUp = true;
      rouse();
    };
    void engine.host.clock.sleep(until - engine.host.clock.now(), over).then(finish, () => {});
  }
  try {
    while (!over.aborted) {
      const event = queue.shift();
      if (event) {
        if (until !== undefined && event.timeNano / 1e6 > until) return;
        if (wantsEvent(filters, event)) yield event;
      } else if (timeUp || (until !== undefined && engine.host.clock.now() >= until)) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    unsubscribe();
    stop.abort();
  }
}
