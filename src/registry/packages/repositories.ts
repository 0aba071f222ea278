/**
 * The static package repositories: Debian's and Ubuntu's (debian/repository.ts), and Alpine's,
 * `alpine/v<branch>/<repository>/x86_64/`, an index and the packages.
 *
 * Alpine's index names more packages than there are: what Strata has nothing to put into cannot be installed, and `apk` says
 * so. Files lie compressed once more than the real ones (see `siteFetch`).
 */
import { gzipBytes } from '../../base/index.ts';
import type { StaticFile } from '../layout.ts';
import { buildPackage } from './apk-file.ts';
import { apkIndex, type Package } from './apk-index.ts';
import { communityPackages } from './community.ts';
import { debianRepositories } from './debian/repository.ts';
import { mainPackages } from './main.ts';
import { type AlpineRelease, alpineReleases } from './releases.ts';

/** Bytes of the real indexes, about: what `apk update` leaves in /var/cache/apk. */
const SIZES = { main: 500_000, community: 1_900_000 };

/** The files that serve the repositories, below `packages/`. */
export async function packageRepositories(): Promise<StaticFile[]> {
  const files = alpineReleases.map(async (release) => [
    ...(await repositoryFiles(release, 'main', mainPackages(release), SIZES.main)),
    ...(await repositoryFiles(release, 'community', communityPackages(release), SIZES.community)),
  ]);
  return [...(await Promise.all(files)).flat(), ...(await debianRepositories())];
}

async function repositoryFiles(
  { branch, version }: AlpineRelease,
  repository: string,
  packages: readonly Package[],
  size: number,
): Promise<StaticFile[]> {
  const folder = `alpine/v${branch}/${repository}/x86_64`;
  const files: StaticFile[] = [];
  const listed: Package[] = [];
  for (const one of packages) {
    const built = await buildPackage(one);
    if (built) {
      const contents = await gzipBytes(built.contents);
      files.push({ path: `${folder}/${one.name}-${one.version}.apk`, contents });
      listed.push({ ...one, size: built.contents.length, checksum: built.checksum });
    } else listed.push(one);
  }
  const index = apkIndex(listed, `v${version}-strata-${repository}`, size);
  return [{ path: `${folder}/APKINDEX.tar.gz`, contents: await gzipBytes(index) }, ...files];
}
