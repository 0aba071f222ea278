/** /containers/{name}/archive and /export: files as tars. */
import { EMPTY, encode, toBase64 } from '../../base/index.ts';
import { exportContainer, invalid, readArchive, statPath, writeArchive } from '../../engine/index.ts';
import { empty, wholeBody } from '../respond.ts';
import { type Call, type Route, route } from '../router.ts';

export const archiveRoutes: readonly Route[] = [
  route('HEAD', '/containers/{name}/archive', async (call) => ({
    status: 200,
    headers: statHeader(await statPath(call.engine, call.param('name'), pathOf(call))),
    body: wholeBody(EMPTY),
  })),
  route('GET', '/containers/{name}/archive', async (call) => {
    const { stat, tar } = await readArchive(call.engine, call.param('name'), pathOf(call));
    return { status: 200, headers: { 'content-type': 'application/x-tar', ...statHeader(stat) }, body: tar };
  }),
  route('PUT', '/containers/{name}/archive', async (call) => {
    await writeArchive(call.engine, call.param('name'), pathOf(call), call.stream(), {
      noOverwriteDirNonDir: call.flag('noOverwriteDirNonDir'),
      copyUIDGID: call.flag('copyUIDGID'),
    });
    return empty(200);
  }),
  route('GET', '/containers/{name}/export', async (call) => ({
    status: 200,
    headers: { 'content-type': 'application/octet-stream' },
    body: await exportContainer(call.engine, call.param('name')),
  })),
];

function pathOf(call: Call): string {
  const path = call.query.get('path') ?? '';
  if (path === '') throw invalid('bad parameter: pathcannot be empty');
  return path;
}

function statHeader(stat: Awaited<ReturnType<typeof statPath>>): Record<string, string> {
  return { 'x-docker-container-path-stat': toBase64(encode(JSON.stringify(stat))) };
}
