/** Giving an image a name. */
import type { Digest } from '../base/index.ts';
import { canonicalReference, familiarReference, parseReference, withDefaultTag } from '../oci/index.ts';
import { invalid } from './failure.ts';
import { labelsOf, logImage } from './image-events.ts';
import { findImage } from './images.ts';
import type { ImageRecord } from './records.ts';
import type { Change } from './state.ts';
import type { Engine } from './types.ts';

/** `docker tag`: an empty repository names nothing and is no error. */
export async function tagImage(engine: Engine, name: string, repository: string, tag: string): Promise<void> {
  if (repository === '') {
    findImage(engine.state.current(), name);
    return;
  }
  const reference = withDefaultTag(parseReference(tag === '' ? repository : `${repository}:${tag}`));
  if (reference.digest) throw invalid('refusing to create a tag with a digest reference');
  const image = await engine.state.change((state) => {
    const found = findImage(state, name);
    const changes = tagChanges(found, canonicalReference(reference), engine.host.clock.now());
    return { changes, result: found };
  });
  logTag(engine, image.id, familiarReference(reference));
}

/** The records of a tag that moves to an image, and when. */
export function tagChanges(image: ImageRecord, reference: string, now: number): Change[] {
  return [
    { table: 'image', key: image.id, value: { ...image, lastTagTime: now } },
    { table: 'ref', key: reference, value: { reference, image: image.id } },
  ];
}

export function logTag(engine: Engine, image: Digest, name: string): void {
  const labels = labelsOf(engine.state.current(), image);
  logImage(engine, { action: 'tag', id: image, name, labels });
}
