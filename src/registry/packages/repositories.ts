/**
 * The static package repositories: `alpine/v3.22/<repository>/x86_64/APKINDEX.tar.gz`.
 *
 * Indexes only for now: a package that they name is not there to be installed yet, and `apk` says
 * so. Files lie compressed once more than the real ones (see `siteFetch`).
 */
import { gzipBytes } from '../../base/index.ts';
import type { StaticFile } from '../layout.ts';
import { apkIndex, type Package } from './apk-index.ts';
import { communityPackages } from './community.ts';
import { mainPackages } from './main.ts';

/** Bytes of the real indexes, about: what `apk update` leaves in /var/cache/apk. */
const SIZES = { main: 500_000, community: 1_900_000 };

/** The files that serve the repositories, below `packages/`. */
export async function packageRepositories(): Promise<StaticFile[]> {
  return [
    await indexFile('main', mainPackages(), SIZES.main),
    await indexFile('community', communityPackages(), SIZES.community),
  ];
}

async function indexFile(
  repository: string,
  packages: readonly Package[],
  size: number,
): Promise<StaticFile> {
  const index = apkIndex(packages, `v3.22.2-strata-${repository}`, size);
  return { path: `alpine/v3.22/${repository}/x86_64/APKINDEX.tar.gz`, contents: await gzipBytes(index) };
}
