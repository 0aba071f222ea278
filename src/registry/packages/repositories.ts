/**
 * The static package repositories: `alpine/v<branch>/<repository>/x86_64/APKINDEX.tar.gz`.
 *
 * Indexes only for now: a package that they name is not there to be installed yet, and `apk` says
 * so. Files lie compressed once more than the real ones (see `siteFetch`).
 */
import { gzipBytes } from '../../base/index.ts';
import type { StaticFile } from '../layout.ts';
import { apkIndex, type Package } from './apk-index.ts';
import { communityPackages } from './community.ts';
import { mainPackages } from './main.ts';
import { type AlpineRelease, alpineReleases } from './releases.ts';

/** Bytes of the real indexes, about: what `apk update` leaves in /var/cache/apk. */
const SIZES = { main: 500_000, community: 1_900_000 };

/** The files that serve the repositories, below `packages/`. */
export async function packageRepositories(): Promise<StaticFile[]> {
  const files = alpineReleases.map(async (release) => [
    await indexFile(release, 'main', mainPackages(release), SIZES.main),
    await indexFile(release, 'community', communityPackages(release), SIZES.community),
  ]);
  return (await Promise.all(files)).flat();
}

async function indexFile(
  { branch, version }: AlpineRelease,
  repository: string,
  packages: readonly Package[],
  size: number,
): Promise<StaticFile> {
  const index = apkIndex(packages, `v${version}-strata-${repository}`, size);
  return {
    path: `alpine/v${branch}/${repository}/x86_64/APKINDEX.tar.gz`,
    contents: await gzipBytes(index),
  };
}
