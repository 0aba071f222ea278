/**
 * The distribution client: a reference to a manifest, a config and layers, every digest verified.
 *
 * Speaks `GET /v2/<name>/manifests/<reference>` and `/blobs/<digest>`; plain static files will do.
 * Anonymous only: a registry that asks for a token refuses with Docker's words.
 *
 * @see OCI distribution-spec, "Pulling manifests", "Pulling blobs"
 */
import { collect, createHasher, type Digest, decode, digestOf, gunzip, StrataError } from '../base/index.ts';
import {
  canonicalReference,
  type Descriptor,
  familiarName,
  familiarReference,
  type ImageIndex,
  type Manifest,
  MEDIA,
  type Platform,
  type Reference,
} from '../oci/index.ts';

export interface RegistryClientOptions {
  readonly fetch: typeof fetch;
  /** Where an address is really fetched from; `hostTable`. */
  readonly hosts?: (url: string) => string;
  /** Bytes that a layer may have unpacked. @default 2 GB */
  readonly largest?: number;
}

interface RemoteImage {
  /** Digest of what the reference named: an index or a manifest. */
  readonly digest: Digest;
  readonly manifest: Manifest;
  /** The config's exact bytes, verified. */
  readonly config: Uint8Array;
}

interface LayerProgress {
  readonly phase: 'downloading' | 'verifying' | 'extracting';
  readonly current: number;
  readonly total: number;
}

const ACCEPT = [MEDIA.index, MEDIA.manifest, MEDIA.dockerIndex, MEDIA.dockerManifest].join(', ');
/** Manifests and configs are small; more is an attack or a mistake. */
const LARGEST_DOCUMENT = 4 * 1024 * 1024;
const LARGEST_LAYER = 2 * 1024 ** 3;

/** The errors' `data.buildkit` has the words that a build shows for the same failure. */
export function createRegistryClient(options: RegistryClientOptions): {
  resolve(reference: Reference, options: { platform: Platform; signal: AbortSignal }): Promise<RemoteImage>;
  layer(
    reference: Reference,
    layer: Descriptor,
    options: { signal: AbortSignal; onProgress: (progress: LayerProgress) => void },
  ): Promise<Uint8Array>;
} {
  return {
    resolve: (reference, { platform, signal }) => resolve(options, reference, platform, signal),
    layer: (reference, layer, { signal, onProgress }) =>
      fetchLayer(options, reference, layer, signal, onProgress),
  };
}

async function resolve(
  options: RegistryClientOptions,
  reference: Reference,
  platform: Platform,
  signal: AbortSignal,
): Promise<RemoteImage> {
  const named = await fetchManifest(
    options,
    reference,
    reference.digest ?? reference.tag ?? 'latest',
    signal,
  );
  const digest = reference.digest ?? (await digestOf(named));
  if (reference.digest) await verify(named, reference.digest);
  let document = parse<Manifest | ImageIndex>(named);
  if ('manifests' in document) {
    const chosen = document.manifests.find(
      (entry) => entry.platform?.os === platform.os && entry.platform.architecture === platform.architecture,
    );
    if (!chosen) {
      const wanted = [platform.os, platform.architecture, platform.variant].filter(Boolean).join('/');
      const words = `no matching manifest for ${wanted} in the manifest list entries`;
      throw refusal(
        'ENOTFOUND',
        words,
        `${canonicalReference(reference)}: no match for platform in manifest: not found`,
      );
    }
    const bytes = await fetchManifest(options, reference, chosen.digest, signal);
    await verify(bytes, chosen.digest);
    document = parse<Manifest>(bytes);
  }
  const manifest = document as Manifest;
  if (!manifest.config?.digest || !Array.isArray(manifest.layers)) {
    throw refusal('ESYSTEM', 'invalid manifest: no config or no layers');
  }
  const response = await request(options, reference, `blobs/${manifest.config.digest}`, signal);
  if (!response) throw unknownBlob();
  const config = await bounded(response, LARGEST_DOCUMENT);
  await verify(config, manifest.config.digest);
  return { digest, manifest, config };
}

async function fetchManifest(
  options: RegistryClientOptions,
  reference: Reference,
  name: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request(options, reference, `manifests/${name}`, signal, ACCEPT);
  if (response) return bounded(response, LARGEST_DOCUMENT);
  // A registry says 404 for both; whether the repository is there tells which words Docker Hub has.
  const tags = await request(options, reference, 'tags/list', signal);
  await tags?.body?.cancel();
  const shown = canonicalReference(reference);
  if (tags) {
    const words = `manifest for ${familiarReference(reference)} not found: manifest unknown: manifest unknown`;
    throw refusal('ENOTFOUND', words, `${shown}: not found`);
  }
  throw refusal(
    'ENOTFOUND',
    `pull access denied for ${familiarName(reference)}, repository does not exist or may require 'docker login': ` +
      'denied: requested access to the resource is denied',
    'pull access denied, repository does not exist or may require authorization: ' +
      'server message: insufficient_scope: authorization failed',
  );
}

async function fetchLayer(
  options: RegistryClientOptions,
  reference: Reference,
  layer: Descriptor,
  signal: AbortSignal,
  onProgress: (progress: LayerProgress) => void,
): Promise<Uint8Array> {
  const response = await request(options, reference, `blobs/${layer.digest}`, signal);
  if (!response) throw unknownBlob();
  const total = layer.size;
  const hasher = createHasher();
  const parts: Uint8Array[] = [];
  let current = 0;
  for await (const chunk of chunksOf(response)) {
    current += chunk.length;
    if (current > total) break;
    hasher.update(chunk);
    parts.push(chunk);
    onProgress({ phase: 'downloading', current, total });
  }
  onProgress({ phase: 'verifying', current: total, total });
  if (current !== total || hasher.digest() !== layer.digest) {
    throw refusal('ESYSTEM', `filesystem layer verification failed for digest ${layer.digest}`);
  }
  if (!/gzip$/.test(layer.mediaType)) {
    if (/zstd$/.test(layer.mediaType))
      throw refusal('ESYSTEM', `unsupported layer media type ${layer.mediaType}`);
    return collectBounded(parts, options.largest ?? LARGEST_LAYER);
  }
  return collectBounded(
    gunzip(
      counted(parts, (bytes) => {
        onProgress({ phase: 'extracting', current: bytes, total });
      }),
    ),
    options.largest ?? LARGEST_LAYER,
  );
}

function* counted(parts: readonly Uint8Array[], tell: (bytes: number) => void): Generator<Uint8Array> {
  let bytes = 0;
  for (const part of parts) {
    yield part;
    bytes += part.length;
    tell(bytes);
  }
}

/** A registry's answer; undefined where it says that there is no such thing, or that one may not know. */
async function request(
  options: RegistryClientOptions,
  reference: Reference,
  path: string,
  signal: AbortSignal,
  accept?: string,
): Promise<Response | undefined> {
  const host = reference.domain === 'docker.io' ? 'registry-1.docker.io' : reference.domain;
  const scheme = /^(localhost|127\.0\.0\.1)(:|$)/.test(host) ? 'http' : 'https';
  const url = `${scheme}://${host}/v2/${reference.path}/${path}`;
  let response: Response;
  try {
    const address = options.hosts ? options.hosts(url) : url;
    response = await options.fetch(address, { signal, ...(accept ? { headers: { accept } } : {}) });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const cause = causeOf(error);
    throw refusal(
      'ESYSTEM',
      `Get "${scheme}://${host}/v2/": ${cause}`,
      `failed to do request: Head "${url}": ${cause}`,
    );
  }
  // Development servers answer with their page for what they do not have.
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if ([401, 403, 404].includes(response.status) || isPage) {
    await response.body?.cancel();
    return undefined;
  }
  if (response.ok) return response;
  await response.body?.cancel();
  const words = `received unexpected HTTP status: ${response.status} ${response.statusText}`.trim();
  throw refusal('ESYSTEM', words, `unexpected status from HEAD request to ${url}: ${response.status}`);
}

function causeOf(error: unknown): string {
  const cause = (error as { cause?: { message?: string } }).cause?.message;
  return cause ?? (error instanceof Error ? error.message : String(error));
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array, void, void> {
  if (!response.body) return;
  const reader = response.body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function bounded(response: Response, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  return collectBounded(chunksOf(response), largest);
}

async function collectBounded(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  largest: number,
): Promise<Uint8Array<ArrayBuffer>> {
  async function* watched(): AsyncGenerator<Uint8Array, void, void> {
    let total = 0;
    for await (const chunk of chunks) {
      total += chunk.length;
      if (total > largest) throw refusal('ESYSTEM', `more than ${largest} bytes: refused`);
      yield chunk;
    }
  }
  return collect(watched());
}

async function verify(bytes: Uint8Array, digest: Digest): Promise<void> {
  const actual = await digestOf(bytes);
  if (actual !== digest) {
    throw refusal('ESYSTEM', `content digest mismatch: expected ${digest}, got ${actual}`);
  }
}

function parse<T>(bytes: Uint8Array): T {
  try {
    const value: unknown = JSON.parse(decode(bytes));
    if (typeof value === 'object' && value !== null) return value as T;
  } catch {
    // Told below, with what came.
  }
  throw refusal('ESYSTEM', 'invalid manifest: not a JSON object');
}

function unknownBlob(): StrataError {
  return refusal('ENOTFOUND', 'unknown blob');
}

/** Kinds as the engine's: it gives each its HTTP status. */
function refusal(code: 'ENOTFOUND' | 'ESYSTEM', message: string, buildkit = message): StrataError {
  return new StrataError(code, message, { buildkit });
}
