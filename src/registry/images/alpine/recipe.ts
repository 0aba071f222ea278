/** alpine, made like the real one: a root file system, added to nothing. */
import { gzipBytes } from '../../../base/index.ts';
import { type AlpineRelease, alpineReleases } from '../../packages/releases.ts';
import type { Recipe } from '../recipes.ts';
import { treeOf } from '../tree.ts';
import { alpineContents, alpineOwners } from './contents.ts';
import { alpineTree } from './tree.ts';

/** All three were made anew on the same day. */
const CREATED = '2025-10-08T11:04:08Z';

/** Sizes that differ from 3.22's, as `NAME SIZE`. */
const SIZES: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  '3.20': [
    [/(libcrypto\.so\.3) \d+/, '$1 4234304'],
    [/(libssl\.so\.3) \d+/, '$1 759088'],
    [/(ld-musl-x86_64\.so\.1) \d+$/m, '$1 653608'],
    [/libapk\.so\.2\.14\.9/g, 'libapk.so.2.14.4'],
  ],
  '3.21': [
    [/(libcrypto\.so\.3) \d+/, '$1 4238400'],
    [/(libssl\.so\.3) \d+/, '$1 763184'],
    [/libapk\.so\.2\.14\.9/g, 'libapk.so.2.14.6'],
  ],
};

export const alpine: readonly Recipe[] = alpineReleases.map((release, i) =>
  recipeOf(release, i === alpineReleases.length - 1),
);

function recipeOf(release: AlpineRelease, newest: boolean): Recipe {
  const { branch, version } = release;
  const archive = `alpine-minirootfs-${version}-x86_64.tar.gz`;
  return {
    name: 'library/alpine',
    tags: newest ? ['latest', '3', branch, version] : [branch, version],
    created: CREATED,
    dockerfile: `FROM scratch\nADD ${archive} /\nCMD ["/bin/sh"]\n`,
    async context() {
      const tar = treeOf({
        lines: treeFor(branch),
        contents: alpineContents(release),
        owners: alpineOwners,
        mtime: Date.parse(CREATED) / 1000,
      });
      return [{ path: archive, mode: 0o644, contents: await gzipBytes(tar) }];
    },
  };
}

function treeFor(branch: string): string {
  return (SIZES[branch] ?? []).reduce((tree, [from, to]) => tree.replace(from, to), alpineTree);
}
