/** The model as plain data, for `window.strata.state()`: what the picture shows. */
import type { Model } from '../model/index.ts';

export function modelData(model: Model): object {
  return {
    version: model.version,
    layers: [...model.layers.values()].map(({ children, images, containers, sharers, ...layer }) => ({
      ...layer,
      sharedBy: {
        images: sharers.images.map((image) => image.id),
        containers: sharers.containers.map((container) => container.name),
      },
    })),
    images: model.images,
    containers: model.containers,
    disk: model.disk,
  };
}
