/** /volumes. */
import { createVolume, inspectVolume, listVolumes, pruneVolumes, removeVolume } from '../../engine/index.ts';
import type { VolumeCreateRequest } from '../docker-types.ts';
import { empty, json } from '../respond.ts';
import { type Route, route } from '../router.ts';

export const volumeRoutes: readonly Route[] = [
  route('GET', '/volumes', (call) => json(200, listVolumes(call.engine, call.filters()))),
  route('POST', '/volumes/create', async (call) =>
    json(201, await createVolume(call.engine, (await call.body<VolumeCreateRequest>()) ?? {})),
  ),
  route('POST', '/volumes/prune', async (call) => json(200, await pruneVolumes(call.engine, call.filters()))),
  route('GET', '/volumes/{name}', (call) => json(200, inspectVolume(call.engine, call.param('name')))),
  route('DELETE', '/volumes/{name}', async (call) => {
    await removeVolume(call.engine, call.param('name'), call.flag('force'));
    return empty(204);
  }),
];
