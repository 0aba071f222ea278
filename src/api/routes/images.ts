/** /images. */
import { type ByteSource, messageOf, sourceOf } from '../../base/index.ts';
import { platformFrom } from '../../builder/index.ts';
import {
  commitContainer,
  imageHistory,
  inspectImage,
  invalid,
  listImages,
  loadImages,
  PLATFORM,
  pruneImages,
  removeImage,
  saveImages,
  tagImage,
} from '../../engine/index.ts';
import type { Platform } from '../../oci/index.ts';
import { imageConfigJson } from '../image-config.ts';
import { empty, json, progressStream } from '../respond.ts';
import { type Call, type Route, route } from '../router.ts';
import type { ApiResponse } from '../transport.ts';

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
  route('GET', '/images/{name*}/get', (call) => save(call, [call.param('name')])),
  route('GET', '/images/get', (call) => save(call, call.query.getAll('names'))),
  route('POST', '/images/load', (call) => {
    const platform = call.query.get('platform') ? platformOf(call) : undefined;
    const quiet = call.flag('quiet');
    const options = { quiet, platform, signal: call.signal };
    // Failures come in the answer, which has begun.
    return progressStream((emit) =>
      loadImages(call.engine, sourceIn(call), { ...options, emit }).catch((error: unknown) => {
        emit({ errorDetail: { message: messageOf(error) }, error: messageOf(error) });
      }),
    );
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

async function save(call: Call, names: readonly string[]): Promise<ApiResponse> {
  const platform = call.query.get('platform') ? platformOf(call) : undefined;
  const body = await saveImages(call.engine, names, platform);
  return { status: 200, headers: { 'content-type': 'application/x-tar' }, body };
}

/** The request's body as a stream, wherever it came from. */
export function sourceIn(call: Call): ByteSource {
  const body = call.stream();
  return body instanceof Uint8Array ? sourceOf([body]) : body;
}

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
  return platformFrom(text, invalid);
}
