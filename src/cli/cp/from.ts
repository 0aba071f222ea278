/** `docker cp CONTAINER:PATH …`: an archive from the engine, unpacked here or written out as it is. */
import { chunksOf } from '../../base/index.ts';
import { cleanPath } from '../../dockerfile/index.ts';
import type { Cli } from '../command.ts';
import { failure } from '../failure.ts';
import { unpack } from '../tar/unpack.ts';
import { checkOutputPath, localTarget, resolveLocal } from './local.ts';
import { rebased, routeOf, splitEntry } from './paths.ts';
import { startProgress } from './progress.ts';
import { archivePath, remoteStat, statIn } from './remote.ts';

export interface CopyOptions {
  readonly container: string;
  readonly source: string;
  readonly target: string;
  readonly follow: boolean;
  /** Owners in the container are looked up there. */
  readonly archive: boolean;
  readonly quiet: boolean;
}

/** @throws ECLI */
export async function copyFrom(cli: Cli, options: CopyOptions): Promise<void> {
  const { container, quiet } = options;
  const target = options.target === '-' ? '-' : resolveLocal(cli.sys, options.target);
  await checkOutputPath(cli.sys, target);
  const source = options.follow ? await followed(cli, options) : { path: options.source, name: '' };
  const response = await cli.engine.stream('GET', archivePath(container, source.path));
  const chunks = chunksOf(response.body);
  if (target === '-') {
    for await (const chunk of chunks) await cli.out(chunk);
    return;
  }
  const progress = startProgress(cli, quiet);
  try {
    const side = { ...source, exists: true, isFolder: statIn(response).isFolder };
    const route = routeOf(side, await localTarget(cli.sys, target));
    if (typeof route === 'string') throw failure(route);
    const own = splitEntry(source.path).entry;
    const rename = (entry: string): string =>
      route.rename(source.name === '' ? entry : entry.replace(own === '/' ? '' : own, () => source.name));
    await unpack(progress.counted(chunks), { sys: cli.sys, folder: route.folder, rename });
  } finally {
    response.body.cancel();
    await progress.report(target);
  }
}

/** Where a link in the container leads; the copy keeps the link's name. */
async function followed(
  cli: Cli,
  { container, source }: CopyOptions,
): Promise<{ readonly path: string; readonly name: string }> {
  const stat = await remoteStat(cli, container, source);
  if (!stat?.isLink) return { path: source, name: '' };
  const { linkTarget } = stat;
  const { folder } = splitEntry(source);
  return rebased(source, linkTarget.startsWith('/') ? linkTarget : cleanPath(`${folder}/${linkTarget}`));
}
