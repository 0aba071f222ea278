/**
 * Which blobs of which repositories hold a layer, compressed: what a push need not send again.
 *
 * Learned from pulls and pushes, as dockerd's distribution metadata are; a layer's go when it does.
 *
 * @see moby distribution/metadata/v2_metadata_service.go
 */
import type { Digest } from '../base/index.ts';
import { canonicalName, type Descriptor, MEDIA, type Reference } from '../oci/index.ts';
import type { Change, State } from './state.ts';

export interface LayerBlob {
  readonly digest: Digest;
  /** Bytes, compressed. */
  readonly size: number;
  /** `docker.io/library/alpine`: where it lies. */
  readonly repository: string;
}

/** Repositories that are remembered for a layer. */
const MOST = 50;

/** Newest first. */
export function blobsOf(state: State, diffId: Digest): readonly LayerBlob[] {
  return state.source.get(diffId)?.blobs ?? [];
}

/** The records for layers that a repository is now known to have. */
export function sourceChanges(
  state: State,
  reference: Reference,
  layers: readonly { readonly diffId: Digest; readonly blob: Pick<Descriptor, 'digest' | 'size'> }[],
): Change[] {
  const repository = canonicalName(reference);
  return [...new Map(layers.map((layer) => [layer.diffId, layer])).values()].map(({ diffId, blob }) => {
    const { digest, size } = blob;
    const others = blobsOf(state, diffId).filter((each) => each.repository !== repository);
    const blobs = [{ digest, size, repository }, ...others].slice(0, MOST);
    return { table: 'source', key: diffId, value: { diffId, blobs } } as const;
  });
}

/** A manifest of Docker's says of its layers that they are gzip; others are packed anew. */
export function isReusable({ mediaType }: Descriptor): boolean {
  return mediaType === MEDIA.dockerLayer || mediaType === MEDIA.layerGzip;
}
