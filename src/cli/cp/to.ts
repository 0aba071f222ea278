/** `docker cp … CONTAINER:PATH`: files of this machine, or a tar on standard input, to the engine. */
import { chunksOf, sourceOf, TAR_END, type TarHeader, tarHeader } from '../../base/index.ts';
import { cleanPath } from '../../dockerfile/index.ts';
import type { Sys } from '../../kernel/index.ts';
import { isDir } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import type { Cli } from '../command.ts';
import { failure } from '../failure.ts';
import { goErrno } from '../files.ts';
import { packFile, packFolder, streamed, type Walk, wholeSeconds } from '../tar/pack.ts';
import type { CopyOptions } from './from.ts';
import { localSource, resolveLocal } from './local.ts';
import { type Route, routeOf, type Side, splitEntry } from './paths.ts';
import { startProgress } from './progress.ts';
import { archivePath, remoteStat } from './remote.ts';

/** @throws ECLI */
export async function copyTo(cli: Cli, options: CopyOptions): Promise<void> {
  const source = options.source === '-' ? '-' : resolveLocal(cli.sys, options.source);
  const target = await remoteTarget(cli, options);
  if (source === '-') {
    if (!target.isFolder) {
      throw failure(`destination "${options.container}:${options.target}" must be a directory`);
    }
    return upload(cli, options, target.path, input(cli.sys));
  }
  const side = await localSource(cli.sys, source, options.follow);
  const route = routeOf(side, target);
  if (typeof route === 'string') throw failure(route);
  const progress = startProgress(cli, options.quiet);
  const chunks = chunksOf(streamed(archive(cli.sys, side, route)));
  try {
    await upload(cli, options, route.folder, progress.counted(chunks));
  } finally {
    await progress.report(`${options.container}:${target.path}`);
  }
}

/** A link at the destination is followed once, as Docker does. @throws ECLI for a device */
async function remoteTarget(cli: Cli, { container, target }: CopyOptions): Promise<Side> {
  let path = target;
  let stat = await remoteStat(cli, container, path);
  if (stat?.isLink) {
    const { linkTarget } = stat;
    path = linkTarget.startsWith('/') ? linkTarget : cleanPath(`${splitEntry(path).folder}/${linkTarget}`);
    stat = await remoteStat(cli, container, path);
  }
  if (stat?.isDevice) {
    throw failure(`destination "${container}:${target}" must be a directory or a regular file: got a device`);
  }
  return { path, exists: stat !== undefined, isFolder: stat?.isFolder ?? false };
}

async function upload(
  cli: Cli,
  { container, archive: ownersThere }: CopyOptions,
  folder: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const owners: Record<string, string> = ownersThere ? { copyUIDGID: 'true' } : {};
  const path = archivePath(container, folder, { noOverwriteDirNonDir: 'true', ...owners });
  const headers = { 'content-type': 'application/x-tar' };
  await cli.engine.call('PUT', path, { body: sourceOf(chunks), headers });
}

/** The entry itself and what is in it, named as at the destination. */
async function* archive(sys: Sys, side: Side, route: Route): AsyncGenerator<Uint8Array, void, void> {
  const { folder, entry } = splitEntry(side.path);
  const name = side.name || entry;
  const walk: Walk = {
    sys,
    root: side.isFolder && entry !== '.' ? `${folder === '/' ? '' : folder}/${entry}` : folder,
    seen: new Map(),
    excludes: () => false,
    mayHold: () => true,
    describe: (path, stat, type) =>
      headerOf(route.rename(side.isFolder ? `${name}/${path}` : name), stat, type),
    unreadable: (path, errno) => {
      throw failure(`open ${path}: ${goErrno(errno)}`);
    },
    unstatable: (path, errno) => failure(`lstat ${path}: ${goErrno(errno)}`),
    unlistable: (path, errno) => failure(`open ${path}: ${goErrno(errno)}`),
  };
  const stat = await sys.lstat(side.isFolder ? `${walk.root}/.` : side.path.replace(/(?<=.)\/+$/, ''));
  if (isDir(stat.mode)) {
    yield tarHeader(headerOf(route.rename(name), stat, 'directory'));
    yield* packFolder(walk);
  } else yield* packFile(walk, entry, stat);
  yield TAR_END;
}

/** Docker's archives have whole seconds, and owners as they are here. */
function headerOf(name: string, stat: Stat, type: TarHeader['type']): TarHeader {
  const mtime = wholeSeconds(stat.mtime);
  return { name, type, mode: stat.mode & 0o7777, uid: stat.uid, gid: stat.gid, mtime };
}

async function* input(sys: Sys): AsyncGenerator<Uint8Array, void, void> {
  for (;;) {
    const piece = new Uint8Array(64 * 1024);
    const count = await sys.read(0, piece);
    if (count === 0) return;
    yield piece.subarray(0, count);
  }
}
