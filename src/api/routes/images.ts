/** /images. */
import {
  commitContainer,
  imageHistory,
  inspectImage,
  invalid,
  listImages,
  notImplemented,
  PLATFORM,
  pruneImages,
  removeImage,
  tagImage,
} from '../../engine/index.ts';
import type { Platform } from '../../oci/index.ts';
import { imageConfigJson } from '../image-config.ts';
import { empty, json } from '../respond.ts';
import { type Call, type Route, route } from '../router.ts';

export const imageRoutes: readonly Route[] = [
  route('GET', '/images/json', (call) =>
    json(
      200,
      listImages(call.engine, {
        all: call.flag('all'),
        filters: call.filters(),
        sharedSize: call.flag('shared-size'),
      }),
    ),
  ),
  route('POST', '/images/prune', async (call) => json(200, await pruneImages(call.engine, call.filters()))),
  route('GET', '/images/{name*}/json', (call) => {
    const found = inspectImage(call.engine, call.param('name'));
    return json(200, { ...found, Config: imageConfigJson(found.Config, call.version) });
  }),
  route('GET', '/images/{name*}/history', (call) => json(200, imageHistory(call.engine, call.param('name')))),
  route('POST', '/images/{name*}/tag', async (call) => {
    await tagImage(
      call.engine,
      call.param('name'),
      call.query.get('repo') ?? '',
      call.query.get('tag') ?? '',
    );
    return empty(201);
  }),
  route('GET', '/images/{name*}/get', () => {
    throw notImplemented('save: not supported by Strata yet');
  }),
  route('GET', '/images/get', () => {
    throw notImplemented('save: not supported by Strata yet');
  }),
  route('POST', '/images/load', () => {
    throw notImplemented('load: not supported by Strata yet');
  }),
  route('POST', '/commit', async (call) => {
    const text = (name: string): string => call.query.get(name) ?? '';
    const Id = await commitContainer(call.engine, text('container'), {
      repository: text('repo'),
      tag: text('tag'),
      comment: text('comment'),
      author: text('author'),
      // Absent means yes.
      pause: call.query.get('pause') === null || call.flag('pause'),
      changes: call.query.getAll('changes'),
    });
    return json(201, { Id });
  }),
  route('DELETE', '/images/{name*}', async (call) =>
    json(
      200,
      await removeImage(call.engine, call.param('name'), {
        force: call.flag('force'),
        noPrune: call.flag('noprune'),
      }),
    ),
  ),
];

/** `os/architecture[/variant]` of the query; the engine's own where absent. */
export function platformOf(call: Call): Platform {
  const text = call.query.get('platform') ?? '';
  if (text === '') return PLATFORM;
  if (text.startsWith('{')) {
    try {
      const { os, architecture, variant } = JSON.parse(text) as Partial<Platform>;
      return {
        os: os || PLATFORM.os,
        architecture: architecture || PLATFORM.architecture,
        ...(variant ? { variant } : {}),
      };
    } catch {
      throw invalid(`failed to parse platform: ${text}`);
    }
  }
  const [os = '', architecture, variant, ...more] = text.split('/');
  if (more.length)
    throw invalid(`${JSON.stringify(text)}: cannot parse platform specifier: invalid argument`);
  if (!/^[A-Za-z0-9_.-]+$/.test(os)) {
    throw invalid(
      `${JSON.stringify(text)}: invalid platform: an empty platform specifier or one with invalid characters`,
    );
  }
  if (!architecture) return os === 'linux' ? PLATFORM : { os: 'linux', architecture: os };
  return { os, architecture, ...(variant ? { variant } : {}) };
}
