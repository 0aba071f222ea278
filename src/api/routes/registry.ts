/** What goes to registries: /images/create, /images/{name}/push, /images/search, /auth, /distribution. */
import {
  download,
  importImage,
  inspectDistribution,
  invalid,
  pullAllTags,
  pullImage,
  pushImage,
  searchImages,
  signIn,
} from '../../engine/index.ts';
import { parseReference, type Reference, withDefaultTag } from '../../oci/index.ts';
import { type AuthConfig, credentialsOf, readAuth } from '../registry-auth.ts';
import { json, progressStream } from '../respond.ts';
import { type Call, type Route, route } from '../router.ts';
import type { ApiResponse } from '../transport.ts';
import { platformOf, sourceIn } from './images.ts';

export const registryRoutes: readonly Route[] = [
  route('POST', '/images/create', pull),
  route('POST', '/images/{name*}/push', push),
  route('GET', '/images/search', async (call) =>
    json(
      200,
      await searchImages(call.engine, call.query.get('term') ?? '', {
        limit: call.number('limit'),
        filters: call.filters(),
        signal: call.signal,
      }),
    ),
  ),
  route('GET', '/distribution/{name*}/json', async (call) =>
    json(
      200,
      await inspectDistribution(call.engine, call.param('name'), {
        credentials: readAuth(call),
        signal: call.signal,
      }),
    ),
  ),
  route('POST', '/auth', async (call) => {
    const config = (await call.body<AuthConfig>()) ?? {};
    const address = config.serveraddress ?? '';
    const IdentityToken = await signIn(call.engine, address, credentialsOf(config), call.signal);
    return json(200, { IdentityToken, Status: 'Login Succeeded' });
  }),
];

function pull(call: Call): Promise<ApiResponse> {
  const image = call.query.get('fromImage') ?? '';
  const tag = call.query.get('tag') ?? '';
  if (call.query.get('fromSrc')) return importFrom(call, call.query.get('fromSrc')!);
  if (image === '') throw invalid('invalid reference format');
  const joined = tag === '' ? image : `${image}${tag.includes(':') ? '@' : ':'}${tag}`;
  const reference = parseReference(joined);
  const options = {
    platform: call.query.get('platform') ? platformOf(call) : undefined,
    credentials: readAuth(call),
    signal: call.signal,
  };
  // A name alone means all that the repository has.
  const run = reference.tag || reference.digest ? pullImage : pullAllTags;
  return progressStream((emit) => run(call.engine, reference, { ...options, emit }));
}

/** `docker import`: the image's tar is the body, or at an address. */
function importFrom(call: Call, from: string): Promise<ApiResponse> {
  const text = (name: string): string => call.query.get(name) ?? '';
  const repository = text('repo');
  const tag = text('tag');
  const reference =
    repository === ''
      ? undefined
      : withDefaultTag(parseReference(tag === '' ? repository : `${repository}:${tag}`));
  if (reference?.digest) throw invalid('cannot import digest reference');
  const request = {
    reference,
    message: text('message') || `Imported from ${from}`,
    changes: call.query.getAll('changes'),
    platform: platformOf(call),
  };
  return progressStream(async (emit) => {
    const body = from === '-' ? sourceIn(call) : await download(call.engine, from, emit, call.signal);
    await importImage(call.engine, body, { ...request, emit });
  });
}

function push(call: Call): Promise<ApiResponse> {
  const named = parseReference(call.param('name'));
  const tag = call.query.get('tag') ?? '';
  const reference: Reference = tag === '' ? named : parseReference(`${call.param('name')}:${tag}`);
  const options = { credentials: readAuth(call), signal: call.signal };
  return progressStream((emit) => pushImage(call.engine, reference, { ...options, emit }));
}
