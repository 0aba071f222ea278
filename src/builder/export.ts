/** `exporting to image`: what the build shows while the engine stores and names the image. */
import { type Clock, digestSync, messageOf } from '../base/index.ts';
import { canonicalReference, parseReference } from '../oci/index.ts';
import { createProgress } from './progress.ts';
import type { BuildResult, SolveStatus } from './types.ts';

interface Export {
  /** As the caller gave them. */
  readonly tags: readonly string[];
  readonly clock: Clock;
  readonly emit: (status: SolveStatus) => void;
  /** Makes the image's record durable. */
  write(): Promise<void>;
  /** Moves one tag. */
  name(tag: string): Promise<void>;
}

/** Stores and names an image that `build` made, telling of it as BuildKit's moby exporter does. */
export async function exportImage(result: BuildResult, options: Export): Promise<void> {
  const { clock, emit, tags } = options;
  const progress = createProgress(clock, emit);
  const name = 'exporting to image';
  const vertex = { digest: digestSync(`${name} ${result.imageId} ${clock.now()}`), inputs: [], name };
  const step = async (id: string, act: () => Promise<void>): Promise<void> => {
    progress.status(vertex.digest, { id });
    await act();
    progress.status(vertex.digest, { id, done: true });
  };
  progress.start(vertex);
  try {
    // Layers were stored as they were made; the real exporter has them to unpack here.
    if (result.layers.length > 0) await step('exporting layers', async () => {});
    await step(`writing image ${result.imageId}`, options.write);
    for (const tag of tags) {
      await step(`naming to ${canonicalReference(parseReference(tag))}`, () => options.name(tag));
    }
    progress.complete(vertex);
  } catch (error) {
    progress.complete(vertex, { error: messageOf(error) });
    throw error;
  }
}
