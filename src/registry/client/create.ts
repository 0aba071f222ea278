/**
 * The distribution client: images from registries and to them, every size and digest verified.
 *
 * Speaks to any registry that `fetch` reaches; to pull, plain static files laid out like one will do.
 *
 * @see OCI distribution-spec
 */
import { type Clock, createHasher, type OpenHasher, systemClock } from '../../base/index.ts';
import type { RegistryClient } from '../types.ts';
import { fetchBlob, fetchLayer } from './blob.ts';
import { login } from './login.ts';
import { fetchDocument, resolveImage } from './manifest.ts';
import { hasBlob, mountBlob, putManifest, uploadBlob } from './push.ts';
import { createConnection } from './request.ts';
import { listTags } from './tags.ts';

export interface RegistryClientOptions {
  readonly fetch: typeof fetch;
  /** For waiting, and for tokens' lifetimes. @default the system's */
  readonly clock?: Clock;
  /** For layers. @default one in script */
  readonly openHasher?: OpenHasher;
}

export function createRegistryClient(options: RegistryClientOptions): RegistryClient {
  const { fetch, clock = systemClock, openHasher = async () => createHasher() } = options;
  const { send, reach } = createConnection({ fetch, clock });
  return {
    resolve: (reference, call) =>
      resolveImage(send, reference, {
        ...call,
        verified: (descriptor) => fetchBlob(send, reference, descriptor, call),
      }),
    document: (reference, call) => fetchDocument(send, reference, call),
    blob: (reference, descriptor, call) => fetchBlob(send, reference, descriptor, call),
    layer: (reference, layer, call) => fetchLayer(send, reference, layer, { ...call, clock, openHasher }),
    reach: (domain, call) => reach(domain, call),
    tags: (reference, call) => listTags(send, reference, call),
    has: (reference, digest, call) => hasBlob(send, reference, digest, call),
    mount: (reference, digest, from, call) => mountBlob(send, reference, digest, from, call),
    upload: (reference, digest, contents, call) =>
      uploadBlob(send, reference, digest, contents, { ...call, clock }),
    putManifest: (reference, mediaType, contents, call) =>
      putManifest(send, reference, mediaType, contents, call),
    login: (domain, call) => login(fetch, domain, call),
  };
}
