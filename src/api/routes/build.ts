/**
 * /build, /session, /grpc.
 *
 * With `version=2` BuildKit's messages, as `docker build` of our own client asks for. Without it the
 * classic builder would answer, which is not built yet and is refused.
 */
import { messageOf, StrataError, toBase64 } from '../../base/index.ts';
import { buildImage, invalid, notImplemented, pruneBuildCache, unpackContext } from '../../engine/index.ts';
import { parseReference } from '../../oci/index.ts';
import { readAuths } from '../registry-auth.ts';
import { json, progressStream } from '../respond.ts';
import { type Call, type Route, route } from '../router.ts';
import { encodeStatus } from '../status-codec.ts';
import type { ApiResponse } from '../transport.ts';
import { platformOf } from './images.ts';

export const buildRoutes: readonly Route[] = [
  route('POST', '/build', build),
  route('POST', '/build/prune', async (call) =>
    json(200, await pruneBuildCache(call.engine, call.flag('all'), call.filters())),
  ),
  route('POST', '/build/cancel', () => {
    throw notImplemented('build/cancel: not supported by Strata, close the connection of the build');
  }),
  route('POST', '/grpc', () => {
    throw notImplemented('grpc: not supported by Strata; set DOCKER_BUILDKIT=0');
  }),
  route('POST', '/session', () => {
    throw notImplemented('session: not supported by Strata yet');
  }),
];

async function build(call: Call): Promise<ApiResponse> {
  const { query } = call;
  if (query.get('version') !== '2') throw notImplemented('the classic builder: not supported by Strata yet');
  // As with the session of other clients, ours answers for the files of a folder; else an archive comes.
  const remote = query.get('remote') ?? '';
  if (remote !== '' && remote !== 'client-session') {
    throw notImplemented('remote build contexts: not supported by Strata');
  }
  for (const unsupported of ['squash', 'extrahosts', 'cachefrom', 'outputs']) {
    const value = query.get(unsupported);
    if (value && value !== '0' && value !== 'null' && value !== '[]') {
      throw notImplemented(`build option ${unsupported}: not supported by Strata yet`);
    }
  }
  const network = query.get('networkmode') || 'default';
  if (!['default', 'none', 'host', 'bridge'].includes(network)) {
    throw invalid(`network mode "${network}" not supported by buildkit`);
  }
  const tags = query.getAll('t').filter((tag) => tag !== '');
  for (const tag of tags) parseReference(tag);
  const hasher = remote === '' ? await call.engine.host.openHasher() : undefined;
  const context = await unpackContext(call.stream(), hasher);
  return progressStream(async (emit) => {
    try {
      const id = await buildImage(call.engine, {
        context,
        dockerfile: query.get('dockerfile') || 'Dockerfile',
        // Ours alone: a Dockerfile from elsewhere travels under a name that nobody is to see.
        dockerfileName: query.get('dockerfilename') ?? undefined,
        tags,
        target: query.get('target') ?? undefined,
        buildArgs: mapOf(query.get('buildargs'), 'build args'),
        labels: mapOf(query.get('labels'), 'labels'),
        platform: platformOf(call),
        noCache: call.flag('nocache'),
        pull: call.flag('pull'),
        network: network === 'none' ? 'none' : 'default',
        credentials: readAuths(call),
        signal: call.signal,
        emit: (status) => emit({ id: 'moby.buildkit.trace', aux: toBase64(encodeStatus(status)) }),
      });
      emit({ id: 'moby.image.id', aux: { ID: id } });
    } catch (error) {
      // buildx gets by gRPC which lines are to blame; JSON messages have no place for that but their own.
      const source = error instanceof StrataError ? error.data['source'] : undefined;
      if (source) emit({ id: 'strata.build.source', aux: source });
      emit({ errorDetail: { message: messageOf(error) }, error: messageOf(error) });
    }
  });
}

/** A JSON object of strings; null values take the client's environment, which it has filled in. */
function mapOf(text: string | null, what: string): Record<string, string> {
  if (!text) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalid(`error reading ${what}`);
  }
  if (typeof parsed !== 'object' || parsed === null) throw invalid(`error reading ${what}`);
  return Object.fromEntries(
    Object.entries(parsed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
