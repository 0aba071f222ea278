/** The shipped images: what Strata's own builder makes at build time. */
import { alpine } from './alpine/recipe.ts';
import { busybox } from './busybox/recipe.ts';
import { helloWorld } from './hello-world/recipe.ts';

export interface ContextFile {
  readonly path: string;
  readonly mode: number;
  readonly contents: Uint8Array;
}

export interface Recipe {
  /** Repository on Docker Hub. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly dockerfile: string;
  /** RFC 3339; `created` of the image and of its history, and the files' times. */
  readonly created: string;
  /** The build context, without the Dockerfile. */
  context(): Promise<readonly ContextFile[]>;
}

export function recipes(): readonly Recipe[] {
  return [alpine, busybox, helloWorld];
}
