/** The picture's words, out of the page's catalogue. */
import type { Words } from '../viz/index.ts';
import { type Key, say } from './later-strings.ts';
import { bytes } from './strings.ts';

const PARTS: Readonly<Record<Parameters<Words['part']>[0], readonly [Key, Key]>> = {
  name: ['picture.partName', 'picture.partNameText'],
  thin: ['picture.partThin', 'picture.partThinText'],
  layer: ['picture.partLayer', 'picture.partLayerText'],
  shared: ['picture.partShared', 'picture.partSharedText'],
};

export const words: Words = {
  bytes: (count) => bytes(count),
  sharedBy: (names) => say('picture.sharedBy', { names: names.join(', ') }),
  onlyFor: (name) => say('picture.onlyFor', { name }),
  standing: (images, containers) =>
    containers ? say('picture.standing', { images, containers }) : say('picture.standingImages', { images }),
  counts: (images, containers) => say('picture.counts', { images, containers }),
  loose: (count) => say('picture.loose', { bytes: bytes(count) }),
  scratch: () => say('picture.scratch'),
  bareGround: () => ({ strong: say('picture.bare'), rest: say('picture.bareText') }),
  oneLayerOf: () => say('picture.oneLayerOf'),
  layerTitle({ instruction, bytes: count, depth, of, images, containers, seams }) {
    const parts: string[] = [];
    if (images.length)
      parts.push(say('picture.sharedByImages', { n: images.length, names: images.join(', ') }));
    if (containers) {
      parts.push(say(images.length ? 'picture.andContainers' : 'picture.containersOnly', { n: containers }));
    }
    return say('picture.layerTitle', {
      instruction,
      bytes: bytes(count),
      depth,
      of,
      sharers: parts.length ? parts.join(' ') : say('picture.noSharers'),
      seams: seams.length ? say('picture.seamsTitle', { n: seams.length, list: seams.join(', ') }) : '',
    });
  },
  containerTitle: ({ name, state, bytes: count, hidden }) =>
    say('picture.containerTitle', {
      name,
      state: say(`state.${state}` as Key),
      bytes: bytes(count),
      hidden: hidden.length ? say('picture.hides', { list: hidden.slice(0, 3).join(', ') }) : '',
    }),
  imageTitle: (tags, id) =>
    tags.length ? say('picture.imageTitle', { tags: tags.join(', ') }) : say('picture.untagged', { id }),
  manyContainers: (n) => say('picture.manyContainers', { n }),
  seams: (n) => say('picture.seams', { n }),
  part: (which) => ({ title: say(PARTS[which][0]), text: say(PARTS[which][1]) }),
};
