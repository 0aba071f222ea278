/**
 * Layers, images and containers of a state as a forest by ChainID.
 *
 * A parent that is not among the layers makes its child a root: a picture of what is there.
 */
import type { StrataImage, StrataState } from '../api/index.ts';
import type { Digest } from '../base/index.ts';
import { instructionOf } from './instruction.ts';
import type { Container, DiskUse, Image, Instruction, Layer, Model } from './types.ts';

export type Forest = Pick<
  Model,
  'roots' | 'layers' | 'images' | 'containers' | 'groundImages' | 'groundContainers' | 'disk'
>;

/** `traced` knows, for some paths of thin layers, which layer's file they hide or have copied. */
export function forestOf(state: StrataState, traced: Model['traced'] = new Map()): Forest {
  const known = new Set(state.layers.map((layer) => layer.chainId));
  const seams = seamsByLayer(state.images);
  const images = state.images.map((image) => imageOf(image, known)).sort(byCreation);
  const sizes = new Map(images.map((image) => [image.id, image.size]));
  const containers = state.containers
    .map(
      (container): Container => ({
        ...container,
        upper: container.upper.map((change) => {
          const from = change.from ?? traced.get(`${container.id} ${change.path}`);
          return from && change.kind !== 'A' ? { ...change, from } : change;
        }),
        virtualSize: (sizes.get(container.image) ?? 0) + container.upperSize,
      }),
    )
    .sort(byCreation);

  const imagesOn = groupBy(images, (image) => image.top);
  const containersOn = groupBy(containers, (container) => standsOn(container.top, known));
  const childrenOf = groupBy([...state.layers].sort(byCreation), (layer) => standsOn(layer.parent, known));
  const twins = groupBy(state.layers, (layer) => layer.diffId);

  const layers = new Map<Digest, Layer>();
  const grow = (parent: Digest | undefined, depth: number): Layer[] =>
    (childrenOf.get(parent) ?? []).map((raw) => {
      const children = grow(raw.chainId, depth + 1);
      const ownImages = imagesOn.get(raw.chainId) ?? [];
      const ownContainers = containersOn.get(raw.chainId) ?? [];
      const layer: Layer = {
        chainId: raw.chainId,
        parent,
        diffId: raw.diffId,
        size: raw.size,
        origin: raw.origin,
        instruction: instructionOf(raw.createdBy),
        created: raw.created,
        depth,
        seams: seams.get(raw.chainId) ?? [],
        children,
        images: ownImages,
        containers: ownContainers,
        sharers: {
          images: [...ownImages, ...children.flatMap((child) => child.sharers.images)],
          containers: [...ownContainers, ...children.flatMap((child) => child.sharers.containers)],
        },
        twins: (twins.get(raw.diffId) ?? []).map((twin) => twin.chainId).filter((id) => id !== raw.chainId),
      };
      layers.set(layer.chainId, layer);
      return layer;
    });

  const roots = grow(undefined, 1);
  return {
    roots,
    layers,
    images,
    containers,
    groundImages: imagesOn.get(undefined) ?? [],
    groundContainers: containersOn.get(undefined) ?? [],
    disk: diskOf(state, images, containers),
  };
}

/** Which layers and bytes go when an image and what stands on it go: the meter's "without web". */
export function withoutImage(model: Model, id: Digest): number {
  const image = model.images.find((candidate) => candidate.id === id);
  if (!image) return model.disk.onDisk;
  let freed = 0;
  for (const container of model.containers) if (container.image === id) freed += container.upperSize;
  for (const chainId of image.layers) {
    const layer = model.layers.get(chainId);
    if (!layer) continue;
    const others =
      layer.sharers.images.some((sharer) => sharer.id !== id) ||
      layer.sharers.containers.some((sharer) => sharer.image !== id);
    if (!others) freed += layer.size;
  }
  return model.disk.onDisk - freed;
}

function standsOn(digest: Digest | undefined, known: ReadonlySet<Digest>): Digest | undefined {
  return digest !== undefined && known.has(digest) ? digest : undefined;
}

function imageOf(image: StrataImage, known: ReadonlySet<Digest>): Image {
  const { history, ...rest } = image;
  const top = standsOn(image.layers.at(-1), known);
  return {
    ...rest,
    top,
    seams: top === undefined ? history.filter((entry) => entry.empty_layer).map(seamOf) : [],
  };
}

/** Metadata instructions lie on the layer that was on top when they were given. */
function seamsByLayer(images: readonly StrataImage[]): Map<Digest, Instruction[]> {
  const seams = new Map<Digest, Instruction[]>();
  for (const image of images) {
    let at = -1;
    for (const entry of image.history) {
      if (!entry.empty_layer) {
        at += 1;
        continue;
      }
      const chainId = image.layers[at];
      if (chainId === undefined) continue;
      const list = seams.get(chainId) ?? [];
      const seam = seamOf(entry);
      // Images on one layer share their metadata's words as well, or add their own.
      if (!list.some((other) => other.op === seam.op && other.text === seam.text)) list.push(seam);
      seams.set(chainId, list);
    }
  }
  return seams;
}

function seamOf(entry: { readonly created_by?: string }): Instruction {
  return instructionOf(entry.created_by ?? '');
}

function diskOf(state: StrataState, images: readonly Image[], containers: readonly Container[]): DiskUse {
  const use = { base: 0, run: 0, copy: 0, container: 0 };
  for (const layer of state.layers) use[layer.origin] += layer.size;
  for (const container of containers) use.container += container.upperSize;
  let unshared = 0;
  for (const image of images) if (!image.hidden) unshared += image.size;
  for (const container of containers) unshared += container.virtualSize;
  return { ...use, unshared, onDisk: use.base + use.run + use.copy + use.container };
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Never by size: nothing jumps. Equal times are ordered by identity, so that equal states look equal. */
function byCreation(
  a: { created: number; id?: string; chainId?: string },
  b: { created: number; id?: string; chainId?: string },
): number {
  const one = a.id ?? a.chainId ?? '';
  const other = b.id ?? b.chainId ?? '';
  return a.created - b.created || (one < other ? -1 : one > other ? 1 : 0);
}
