/** What goes to registries: /images/create, /images/{name}/push, /images/search, /auth, /distribution. */
import {
  inspectDistribution,
  invalid,
  notImplemented,
  pullAllTags,
  pullImage,
  pushImage,
  searchImages,
  signIn,
} from '../../engine/index.ts';
import { parseReference, type Reference } from '../../oci/index.ts';
import { type AuthConfig, credentialsOf, readAuth } from '../registry-auth.ts';
import { json, progressStream } from '../respond.ts';
import { type Call, type Route, route } from '../router.ts';
import type { ApiResponse } from '../transport.ts';
import { platformOf } from './images.ts';

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
  if (call.query.get('fromSrc')) throw notImplemented('import: not supported by Strata yet');
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

function push(call: Call): Promise<ApiResponse> {
  const named = parseReference(call.param('name'));
  const tag = call.query.get('tag') ?? '';
  const reference: Reference = tag === '' ? named : parseReference(`${call.param('name')}:${tag}`);
  const options = { credentials: readAuth(call), signal: call.signal };
  return progressStream((emit) => pushImage(call.engine, reference, { ...options, emit }));
}
