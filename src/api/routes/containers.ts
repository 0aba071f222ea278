/** /containers: everything but streams. */
import {
  containerChanges,
  createContainer,
  findContainer,
  inspectContainer,
  invalid,
  killContainer,
  listContainers,
  notImplemented,
  pauseContainer,
  pruneContainers,
  removeContainer,
  renameContainer,
  resizeContainer,
  restartContainer,
  startContainer,
  stopContainer,
  topContainer,
  unpauseContainer,
  updateContainer,
} from '../../engine/index.ts';
import type { CreateContainerRequest, HostConfig } from '../docker-types.ts';
import { empty, json } from '../respond.ts';
import { type Call, type Route, route } from '../router.ts';

export const containerRoutes: readonly Route[] = [
  route('GET', '/containers/json', async (call) =>
    json(
      200,
      await listContainers(call.engine, {
        all: call.flag('all'),
        limit: call.number('limit'),
        size: call.flag('size'),
        filters: call.filters(),
      }),
    ),
  ),
  route('POST', '/containers/create', async (call) => {
    const request = await call.body<CreateContainerRequest>();
    if (!request) throw invalid('invalid JSON: got EOF while reading request body');
    const name = call.query.get('name') ?? '';
    return json(201, await createContainer(call.engine, request, name, call.query.get('platform') ?? ''));
  }),
  route('POST', '/containers/prune', async (call) =>
    json(200, await pruneContainers(call.engine, call.filters())),
  ),
  route('GET', '/containers/{name}/json', async (call) =>
    json(200, await inspectContainer(call.engine, call.param('name'), { size: call.flag('size') })),
  ),
  route('POST', '/containers/{name}/start', (call) => done(startContainer(call.engine, call.param('name')))),
  route('POST', '/containers/{name}/stop', (call) =>
    done(stopContainer(call.engine, call.param('name'), stopOptions(call))),
  ),
  route('POST', '/containers/{name}/restart', (call) =>
    done(restartContainer(call.engine, call.param('name'), stopOptions(call))),
  ),
  route('POST', '/containers/{name}/kill', (call) =>
    done(killContainer(call.engine, call.param('name'), call.query.get('signal') ?? '')),
  ),
  route('POST', '/containers/{name}/pause', (call) => done(pauseContainer(call.engine, call.param('name')))),
  route('POST', '/containers/{name}/unpause', (call) =>
    done(unpauseContainer(call.engine, call.param('name'))),
  ),
  route('POST', '/containers/{name}/rename', (call) =>
    done(renameContainer(call.engine, call.param('name'), call.query.get('name') ?? '')),
  ),
  route('POST', '/containers/{name}/resize', (call) => {
    resizeContainer(call.engine, call.param('name'), call.number('h') ?? 0, call.number('w') ?? 0);
    return empty(200);
  }),
  route('GET', '/containers/{name}/top', async (call) =>
    json(200, await topContainer(call.engine, call.param('name'), call.query.get('ps_args') ?? '')),
  ),
  route('GET', '/containers/{name}/changes', async (call) => {
    const changes = await containerChanges(call.engine, call.param('name'));
    return json(200, changes.length ? changes : null);
  }),
  route('GET', '/containers/{name}/stats', (call) => {
    findContainer(call.engine, call.param('name'));
    throw notImplemented('stats: not supported by Strata');
  }),
  route('POST', '/containers/{name}/update', async (call) => {
    const request = (await call.body<HostConfig>()) ?? {};
    return json(200, await updateContainer(call.engine, call.param('name'), request));
  }),
  route('DELETE', '/containers/{name}', (call) => {
    if (call.flag('link')) throw notImplemented('links: not supported by Strata');
    return done(
      removeContainer(call.engine, call.param('name'), {
        force: call.flag('force'),
        volumes: call.flag('v'),
      }),
    );
  }),
];

function stopOptions(call: Call): { signal?: string; timeout?: number } {
  const signal = call.query.get('signal');
  const timeout = call.number('t');
  return { ...(signal ? { signal } : {}), ...(timeout === undefined ? {} : { timeout }) };
}

async function done(work: Promise<void>): Promise<ReturnType<typeof empty>> {
  await work;
  return empty(204);
}
