/** `image: {tag, layers?, sameAs?}`: an image with this name; with so many layers; one image with two names. */
import * as v from 'valibot';
import { kind } from './kind.ts';

export const image = kind(
  v.strictObject({
    tag: v.string(),
    layers: v.optional(v.number()),
    sameAs: v.optional(v.string()),
  }),
  ({ tag, layers, sameAs }, { model }) => {
    const full = (name: string): string => (name.includes(':') ? name : `${name}:latest`);
    const found = model.images.find((one) => one.tags.includes(full(tag)));
    if (!found) return false;
    if (layers !== undefined && found.layers.length !== layers) return false;
    return sameAs === undefined || found.tags.includes(full(sameAs));
  },
);
