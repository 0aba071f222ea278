/**
 * The Engine API as one function: request in, response out.
 *
 * Takes the version off the path, finds the route, gives every answer dockerd's headers and every
 * error dockerd's JSON.
 *
 * @see moby api/server/middleware/version.go
 */
import { chunksOf, EMPTY } from '../base/index.ts';
import { API_VERSION, ENGINE_VERSION, type Engine, MIN_API_VERSION } from '../engine/index.ts';
import { json, text, wholeBody } from './respond.ts';
import { createCall, createRouter } from './router.ts';
import { archiveRoutes } from './routes/archive.ts';
import { buildRoutes } from './routes/build.ts';
import { containerRoutes } from './routes/containers.ts';
import { execRoutes } from './routes/exec.ts';
import { imageRoutes } from './routes/images.ts';
import { networkRoutes } from './routes/networks.ts';
import { registryRoutes } from './routes/registry.ts';
import { strataRoutes } from './routes/strata.ts';
import { containerStreamRoutes } from './routes/streams.ts';
import { systemRoutes } from './routes/system.ts';
import { volumeRoutes } from './routes/volumes.ts';
import { errorResponse } from './status.ts';
import type { ApiRequest, ApiResponse, Transport } from './transport.ts';

const HEADERS = {
  'api-version': API_VERSION,
  'docker-experimental': 'false',
  ostype: 'linux',
  server: `Docker/${ENGINE_VERSION} (linux)`,
};

export function createApi(engine: Engine): Transport {
  const find = createRouter([
    ...containerRoutes,
    ...containerStreamRoutes,
    ...archiveRoutes,
    ...execRoutes,
    ...registryRoutes,
    ...imageRoutes,
    ...buildRoutes,
    ...volumeRoutes,
    ...networkRoutes,
    ...systemRoutes,
    ...strataRoutes,
  ]);
  const answer = async (request: ApiRequest): Promise<ApiResponse> => {
    const { version, path, query } = split(request.path);
    const refused = refusedVersion(version);
    if (refused) return refused;
    const found = find(request.method, path);
    if (!found) return json(404, { message: 'page not found' });
    return found.route.handle(createCall(engine, request, version ?? API_VERSION, query, found.params));
  };
  return async (request) => {
    const response = await answer(request).catch(async (error: unknown) => {
      await drain(request);
      return errorResponse(error);
    });
    const headers = { ...HEADERS, ...response.headers };
    // Nothing follows the headers of an answer to HEAD, an error's words neither.
    return request.method === 'HEAD'
      ? { ...response, headers, body: wholeBody(EMPTY) }
      : { ...response, headers };
  };
}

/** As much of a refused request's body as Go's server reads before it answers. */
const DRAINED = 256 << 10;

/** A client that is still sending would take an answer for a broken connection. */
async function drain({ body, upgrade }: ApiRequest): Promise<void> {
  if (!body || body instanceof Uint8Array || upgrade) return;
  try {
    let total = 0;
    for await (const chunk of chunksOf(body)) if ((total += chunk.length) >= DRAINED) return;
  } catch {
    // It is gone, or somebody else reads what is left.
  }
}

function split(target: string): { version: string | undefined; path: string; query: URLSearchParams } {
  const mark = target.indexOf('?');
  const whole = mark < 0 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));
  const match = /^\/v(\d+\.\d+)(\/.*)$/.exec(whole);
  return { version: match?.[1], path: match?.[2] ?? whole, query };
}

function refusedVersion(version: string | undefined): ApiResponse | undefined {
  if (version === undefined) return undefined;
  if (compare(version, API_VERSION) > 0) {
    return json(400, {
      message: `client version ${version} is too new. Maximum supported API version is ${API_VERSION}`,
    });
  }
  if (compare(version, MIN_API_VERSION) < 0) {
    // Clients that old read no JSON errors.
    return text(
      400,
      `client version ${version} is too old. Minimum supported API version is ${MIN_API_VERSION}, please upgrade your client to a newer version\n`,
    );
  }
  return undefined;
}

function compare(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
