/**
 * Manifests: what a reference names, and for one platform its manifest and config.
 *
 * @see OCI distribution-spec, "Pulling manifests"; moby distribution/pull_v2.go
 */
import { decode, digestOf } from '../../base/index.ts';
import {
  canonicalReference,
  choosePlatform,
  type Descriptor,
  familiarName,
  familiarReference,
  type ImageIndex,
  type Manifest,
  MEDIA,
  type Platform,
  platformText,
  type Reference,
} from '../../oci/index.ts';
import type { RegistryCall, RemoteDocument, RemoteImage } from '../types.ts';
import { atMost, bodyOf } from './body.ts';
import { refusal } from './failure.ts';
import type { RegistryAnswer, Send } from './request.ts';
import { refusalOf } from './status.ts';

const ACCEPT = [MEDIA.index, MEDIA.manifest, MEDIA.dockerIndex, MEDIA.dockerManifest].join(', ');
/** Manifests and configs are small; more is an attack or a mistake. */
const LARGEST = 4 * 1024 * 1024;

/** Configs that belong to images that can run. */
const CONFIGS: readonly string[] = [
  MEDIA.config,
  MEDIA.dockerConfig,
  'application/octet-stream',
  'text/html',
  '',
];

export function pullScope(reference: Reference): string {
  return `repository:${reference.path}:pull`;
}

export async function fetchDocument(
  send: Send,
  reference: Reference,
  { signal, credentials }: RegistryCall,
): Promise<RemoteDocument> {
  const answer = await send({
    domain: reference.domain,
    path: `${reference.path}/manifests/${reference.digest ?? reference.tag ?? 'latest'}`,
    scopes: [pullScope(reference)],
    headers: { accept: ACCEPT },
    shown: reference.digest ? 'Get' : 'Head',
    signal,
    credentials,
  });
  if (!answer.response.ok || isPage(answer)) {
    throw (await notFoundOnSite(send, reference, answer, signal)) ?? (await refusalOf(answer, reference));
  }
  const bytes = await atMost(bodyOf(answer.response), LARGEST);
  const digest = await digestOf(bytes);
  if (reference.digest && digest !== reference.digest) {
    throw refusal('ESYSTEM', `manifest verification failed for digest ${reference.digest}`);
  }
  return { digest, mediaType: mediaTypeOf(bytes, answer.response), bytes };
}

/** For one platform, down to the config. `verified` fetches a blob by its descriptor. */
export async function resolveImage(
  send: Send,
  reference: Reference,
  options: RegistryCall & {
    readonly platform: Platform;
    readonly verified: (descriptor: Descriptor) => Promise<Uint8Array>;
    readonly onFound?: (() => void) | undefined;
  },
): Promise<RemoteImage> {
  const named = await fetchDocument(send, reference, options);
  let document = parse(named.bytes);
  options.onFound?.();
  if ('manifests' in document) {
    const chosen = choosePlatform(document.manifests ?? [], options.platform);
    if (!chosen) {
      const words = `no matching manifest for ${platformText(options.platform)} in the manifest list entries`;
      throw refusal('ENOTFOUND', words, { buildkit: 'no match for platform in manifest: not found' });
    }
    const { tag: _, ...untagged } = reference;
    document = parse((await fetchDocument(send, { ...untagged, digest: chosen.digest }, options)).bytes);
  }
  const manifest = document as Manifest;
  if (!manifest.config?.digest || !Array.isArray(manifest.layers)) {
    throw refusal('ESYSTEM', 'invalid manifest: no config or no layers');
  }
  const { mediaType = '' } = manifest.config;
  if (!CONFIGS.includes(mediaType)) throw refusal('ESYSTEM', `unsupported media type ${mediaType}`);
  return { digest: named.digest, manifest, config: await options.verified(manifest.config) };
}

/** Development servers answer with their page for what they do not have. */
function isPage({ response }: RegistryAnswer): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

/**
 * Docker Hub is a folder of this site, where a static host says 404 for all that is not there. Whether
 * the repository is there tells which words Docker Hub has.
 */
async function notFoundOnSite(
  send: Send,
  reference: Reference,
  answer: RegistryAnswer,
  signal: AbortSignal,
): Promise<Error | undefined> {
  const { status, headers } = answer.response;
  const missing = isPage(answer) || (status === 404 && !headers.get('content-type')?.includes('json'));
  if (reference.domain !== 'docker.io' || !missing) return undefined;
  await answer.response.body?.cancel();
  const path = `${reference.path}/tags/list`;
  const tags = await send({ domain: reference.domain, path, scopes: [pullScope(reference)], signal });
  await tags.response.body?.cancel();
  if (tags.response.ok && !isPage(tags)) {
    const words = `manifest for ${familiarReference(reference)} not found: manifest unknown: manifest unknown`;
    return refusal('ENOTFOUND', words, { buildkit: `${canonicalReference(reference)}: not found` });
  }
  return refusal(
    'ENOTFOUND',
    `pull access denied for ${familiarName(reference)}, repository does not exist or may require 'docker login': ` +
      'denied: requested access to the resource is denied',
    {
      buildkit:
        'pull access denied, repository does not exist or may require authorization: ' +
        'server message: insufficient_scope: authorization failed',
    },
  );
}

function mediaTypeOf(bytes: Uint8Array, response: Response): string {
  const { mediaType } = parse(bytes);
  if (mediaType) return mediaType;
  const sent = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  if (/manifest/.test(sent)) return sent;
  return 'manifests' in parse(bytes) ? MEDIA.index : MEDIA.manifest;
}

function parse(bytes: Uint8Array): Manifest | ImageIndex {
  let why = 'not a JSON object';
  try {
    const value: unknown = JSON.parse(decode(bytes));
    if (typeof value === 'object' && value !== null) return value as Manifest | ImageIndex;
  } catch (error) {
    why = (error as Error).message;
  }
  throw refusal('ESYSTEM', `invalid manifest: ${why}`);
}
