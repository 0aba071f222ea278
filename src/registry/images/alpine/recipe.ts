/** alpine 3.22, made like the real one: a root file system, added to nothing. */
import { gzipBytes } from '../../../base/index.ts';
import type { Recipe } from '../recipes.ts';
import { treeOf } from '../tree.ts';
import { alpineContents, alpineOwners } from './contents.ts';
import { alpineTree } from './tree.ts';

const ARCHIVE = 'alpine-minirootfs-3.22.2-x86_64.tar.gz';
const CREATED = '2025-10-08T11:04:08Z';

export const alpine: Recipe = {
  name: 'library/alpine',
  tags: ['latest', '3', '3.22', '3.22.2'],
  created: CREATED,
  dockerfile: `FROM scratch\nADD ${ARCHIVE} /\nCMD ["/bin/sh"]\n`,
  async context() {
    const tar = treeOf({
      lines: alpineTree,
      contents: alpineContents(),
      owners: alpineOwners,
      mtime: Date.parse(CREATED) / 1000,
    });
    return [{ path: ARCHIVE, mode: 0o644, contents: await gzipBytes(tar) }];
  },
};
