/** FROM: downloads a base image's layers, with BuildKit's lines for each blob. */
import type { LayerRef } from '../../vfs/index.ts';
import type { ImageOperation, PlanVertex } from '../graph.ts';
import type { Progress } from '../progress.ts';
import type { BuildHost, BuildRequest, TransferProgress } from '../types.ts';

export async function fetchImage(
  vertex: PlanVertex,
  options: { host: BuildHost; request: BuildRequest; progress: Progress; signal: AbortSignal },
): Promise<readonly LayerRef[]> {
  const { host, request, progress, signal } = options;
  const { reference, digest } = vertex.operation as ImageOperation;
  const image = await host.images.fetch(reference, digest, {
    platform: request.platform,
    signal,
    onProgress: (transfer) => report(progress, vertex, transfer),
  });
  return image.layers;
}

/** `resolve name:tag@sha256:…`: finding out what layers a remote image has. */
export function reportResolve(progress: Progress, { digest, operation }: PlanVertex): void {
  const { reference, digest: image } = operation as ImageOperation;
  const id = `resolve ${reference.split('@')[0]}@${image}`;
  progress.status(digest, { id });
  progress.status(digest, { id, done: true });
}

/** A blob has a line for its bytes, and one for its unpacking where it is a layer. */
function report(progress: Progress, vertex: PlanVertex, transfer: TransferProgress): void {
  const { id, action, current, total } = transfer;
  const unpack = { id: `extracting ${id}`, name: 'extract' };
  if (action === 'downloading') {
    const done = total > 0 && current >= total;
    progress.status(vertex.digest, { id, name: done ? 'done' : 'downloading', current, total, done });
  } else if (action === 'extracting') progress.status(vertex.digest, unpack);
  else progress.status(vertex.digest, { ...unpack, done: true });
}
