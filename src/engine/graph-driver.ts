/**
 * Where overlay2 would keep things: the paths under /var/lib/docker that `inspect` shows.
 *
 * Docker names these folders at random; ours follow from the ChainID and the container's id, so
 * that what `/var/lib/docker` shows can be found again.
 */
import { type Digest, digestSync, hexOf } from '../base/index.ts';
import { chainIds } from '../oci/index.ts';
import type { GraphDriverData } from './docker-types.ts';

const ROOT = '/var/lib/docker/overlay2';

/** The folder of the layer that a ChainID names. */
export function cacheId(chainId: Digest): string {
  return hexOf(digestSync(`overlay2 ${chainId}`));
}

/** An image's own top layer over those below it. */
export function overlayData(diffIds: readonly Digest[]): GraphDriverData {
  const ids = chainIds(diffIds).map(cacheId);
  const top = ids.at(-1);
  if (top === undefined) return { Data: null, Name: 'overlay2' };
  const lower = ids.slice(0, -1).reverse();
  return {
    Data: {
      ...(lower.length ? { LowerDir: lower.map((id) => `${ROOT}/${id}/diff`).join(':') } : {}),
      MergedDir: `${ROOT}/${top}/merged`,
      UpperDir: `${ROOT}/${top}/diff`,
      WorkDir: `${ROOT}/${top}/work`,
    },
    Name: 'overlay2',
  };
}

/** The folder of a container's thin layer. */
export function containerCacheId(container: string): string {
  return hexOf(digestSync(`overlay2 ${container}`));
}

/** A container's thin layer over its init layer and its image. */
export function containerOverlayData(container: string, diffIds: readonly Digest[]): GraphDriverData {
  const own = containerCacheId(container);
  const lower = chainIds(diffIds).map(cacheId).reverse();
  return {
    Data: {
      ID: container,
      LowerDir: [`${own}-init`, ...lower].map((id) => `${ROOT}/${id}/diff`).join(':'),
      MergedDir: `${ROOT}/${own}/merged`,
      UpperDir: `${ROOT}/${own}/diff`,
      WorkDir: `${ROOT}/${own}/work`,
    },
    Name: 'overlay2',
  };
}
