/** The names that an archive gives its images, told as dockerd tells of them. */
import { canonicalReference, familiarReference, parseReference, type Reference } from '../../oci/index.ts';
import { failure } from '../failure.ts';
import { tagChanges } from '../image-tag.ts';
import type { ImageRecord } from '../records.ts';
import type { Change } from '../state.ts';
import type { Engine } from '../types.ts';
import type { LoadOptions } from './load-layer.ts';

/**
 * An image with its names, up to the first that is none: then that is thrown, and the image is there.
 * `silent`: only those who lose a name are told of.
 */
export async function commitImage(
  engine: Engine,
  image: ImageRecord,
  texts: readonly string[],
  emit: LoadOptions['emit'],
  { silent = false } = {},
): Promise<void> {
  const { names, problem } = namesOf(texts);
  const replaced = await engine.state.change((state) => {
    const record: ImageRecord = { ...image, ...state.image.get(image.id) };
    const former = names.map((name) => state.ref.get(canonicalReference(name))?.image);
    const changes: Change[] = names.length
      ? names.flatMap((name) => tagChanges(record, canonicalReference(name), engine.host.clock.now()))
      : [{ table: 'image', key: image.id, value: record }];
    return { changes, result: former };
  });
  for (const [i, name] of names.entries()) {
    const shown = familiarReference(name);
    const former = replaced[i];
    if (former && former !== image.id) {
      emit({
        stream: `The image ${shown} already exists, renaming the old one with ID ${former} to empty string\n`,
      });
    }
    if (!silent) emit({ stream: `Loaded image: ${shown}\n` });
  }
  if (problem) throw problem;
}

function namesOf(texts: readonly string[]): { readonly names: Reference[]; readonly problem?: unknown } {
  const names: Reference[] = [];
  try {
    for (const text of texts) {
      const reference = parseReference(text);
      if (!reference.tag || reference.digest) {
        throw failure('ESYSTEM', `invalid tag ${JSON.stringify(text)}`);
      }
      names.push(reference);
    }
  } catch (problem) {
    return { names, problem };
  }
  return { names };
}
