/**
 * What dockerd looks at in a manifest and its config before it fetches layers.
 *
 * @see moby distribution/pull_v2.go (pullSchema2Layers, checkSupportedMediaType); go-digest (Validate)
 */
import type { Descriptor } from '../oci/index.ts';
import type { RemoteImage } from '../registry/index.ts';
import { failure } from './failure.ts';
import { parseConfig } from './remote-config.ts';

/** Layers of one image. @see moby layer/layer_store.go (maxLayerDepth) */
export const MOST_LAYERS = 125;

const TYPES = ['application/vnd.oci.image.', 'application/vnd.docker.image.'];
const LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** @throws in dockerd's words */
export function checkManifest(remote: RemoteImage): void {
  for (const layer of remote.manifest.layers) checkLayer(layer);
  const { os } = parseConfig(remote);
  if (os && os !== 'linux') {
    throw failure(
      'ESYSTEM',
      `image operating system ${JSON.stringify(os)} cannot be used on this platform: operating system is not supported`,
    );
  }
}

function checkLayer({ digest, mediaType }: Descriptor): void {
  const problem = digestProblem(digest);
  if (problem) {
    throw failure('ESYSTEM', `could not validate layer digest ${JSON.stringify(digest)}: ${problem}`);
  }
  if (TYPES.some((type) => mediaType.toLowerCase().startsWith(type))) return;
  throw failure('ESYSTEM', `unsupported media type ${mediaType}`);
}

function digestProblem(digest: string): string | undefined {
  const colon = digest.indexOf(':');
  const [algorithm, encoded] = [digest.slice(0, colon), digest.slice(colon + 1)];
  if (colon <= 0 || encoded === '') return 'invalid checksum digest format';
  const length = Object.hasOwn(LENGTHS, algorithm) ? LENGTHS[algorithm] : undefined;
  if (length === undefined) return 'unsupported digest algorithm';
  if (encoded.length !== length) return 'invalid checksum digest length';
  return /^[0-9a-f]+$/.test(encoded) ? undefined : 'invalid checksum digest format';
}
