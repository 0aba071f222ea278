/** FROM: downloads a base image's layers, with BuildKit's lines for each blob. */
import type { LayerRef } from '../../vfs/index.ts';
import type { ImageOperation, PlanVertex } from '../graph.ts';
import type { Progress } from '../progress.ts';
import type { BuildHost, BuildRequest } from '../types.ts';

export async function fetchImage(
  vertex: PlanVertex,
  options: { host: BuildHost; request: BuildRequest; progress: Progress; signal: AbortSignal },
): Promise<readonly LayerRef[]> {
  const { host, request, progress, signal } = options;
  const { reference, digest } = vertex.operation as ImageOperation;
  const isNamedByDigest = vertex.name.includes('@');
  if (isNamedByDigest) {
    const id = `resolve ${reference.split('@')[0]}@${digest}`;
    progress.status(vertex.digest, { id });
    progress.status(vertex.digest, { id, done: true });
  }
  const image = await host.images.fetch(reference, digest, {
    platform: request.platform,
    signal,
    onProgress({ id, action, current, total }) {
      if (action === 'extracting')
        progress.status(vertex.digest, { id: `extracting ${id}`, name: 'extract' });
      else
        progress.status(vertex.digest, { id, name: 'downloading', current, total, done: action === 'done' });
    },
  });
  return image.layers;
}
