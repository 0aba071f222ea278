/** The shipped images: what Strata's own builder makes at build time. */
import type { HistoryEntry } from '../../oci/index.ts';
import { alpine } from './alpine/recipe.ts';
import { busybox } from './busybox/recipe.ts';
import { debian } from './debian/recipe.ts';
import { helloWorld } from './hello-world/recipe.ts';
import { ubuntu } from './ubuntu/recipe.ts';

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
  /** Rows of history that the real image has, where these are not what our builder notes. */
  readonly history?: readonly HistoryEntry[];
  /** The build context, without the Dockerfile. */
  context(): Promise<readonly ContextFile[]>;
}

export function recipes(): readonly Recipe[] {
  return [...alpine, ...busybox, ...debian, helloWorld, ...ubuntu];
}

/** What each repository is, for `docker search` and the registry's page. */
export const descriptions: Readonly<Record<string, string>> = {
  'library/alpine': 'A small Linux on musl and BusyBox, with a package manager',
  'library/busybox': 'Many small Unix programs in one',
  'library/debian': 'A Linux of free software, made by volunteers',
  'library/hello-world': 'Says hello, and how it came to',
  'library/ubuntu': "A Linux on Debian's ground",
};
