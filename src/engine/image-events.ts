/** What is said of images: with the labels of those that are there. */
import type { Digest } from '../base/index.ts';
import type { State } from './state.ts';
import type { Engine } from './types.ts';

export interface ImageEvent {
  readonly action: string;
  /** The image's ID, or the reference that was pulled. */
  readonly id: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The labels that an event of an image bears; of one that is gone, none. */
export function labelsOf(state: State, id: Digest): ImageEvent['labels'] {
  return state.image.get(id)?.config.config?.Labels ?? {};
}

export function logImage(engine: Engine, { action, id, name, labels }: ImageEvent): void {
  engine.events.log('image', action, id, { ...labels, name });
}
