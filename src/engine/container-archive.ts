/**
 * `docker cp` and `docker export`: a container's files as tars, both ways.
 *
 * @see moby daemon/archive_unix.go, daemon/export.go
 */
import { type ByteSource, createPipe, pour, StrataError, sourceOf } from '../base/index.ts';
import {
  errnoOf,
  isBlock,
  isChar,
  isDir,
  isFifo,
  isLink,
  S_IFMT,
  S_IFSOCK,
  S_ISGID,
  S_ISUID,
  S_ISVTX,
} from '../posix/index.ts';
import type { Staged } from '../store/index.ts';
import { type Context, type FileTree, type Node, treeTar, unpackTar } from '../vfs/index.ts';
import { withFiles } from './container-files.ts';
import { lookUpOwner } from './container-user.ts';
import { type ContainerView, viewOf } from './container-view.ts';
import { findContainer, logContainer, noteContainer } from './containers.ts';
import { failure, invalid, notFound } from './failure.ts';
import { plainChunks } from './image-archive/index.ts';
import type { ContainerRecord } from './records.ts';
import { rfc3339Nano } from './time.ts';
import type { Engine } from './types.ts';

/** The X-Docker-Container-Path-Stat header, before base64. */
export interface PathStat {
  readonly name: string;
  readonly size: number;
  /** Go's os.FileMode. */
  readonly mode: number;
  readonly mtime: string;
  readonly linkTarget: string;
}

export async function statPath(engine: Engine, name: string, path: string): Promise<PathStat> {
  const record = findContainer(engine, name);
  return withView(engine, record, async ({ tree }) =>
    pathStat(tree, await locate(tree, name, path), shownName(path)),
  );
}

/** A tar of what is at a path, under its own name. It has to be read to its end or cancelled. */
export async function readArchive(
  engine: Engine,
  name: string,
  path: string,
): Promise<{ readonly stat: PathStat; readonly tar: ByteSource }> {
  const record = findContainer(engine, name);
  const pipe = createPipe();
  const stat = await new Promise<PathStat>((resolve, reject) => {
    // The container's files are lent until the tar has been read.
    withView(engine, record, async ({ tree, tar }) => {
      const node = await locate(tree, name, path);
      const shown = shownName(path);
      resolve(await pathStat(tree, node, shown));
      const from = { fs: node.fs, ino: node.ino, path: tree.pathOf(node) ?? '/' };
      await pour(tar(from, shown), pipe.sink).catch(() => {});
    }).catch((error: unknown) => {
      pipe.sink.fail(error instanceof Error ? error : new Error(String(error)));
      reject(error);
    });
  });
  logContainer(engine, record, 'archive-path');
  return { stat, tar: pipe.source };
}

export interface WriteArchiveOptions {
  /** A directory never takes the place of something else, nor the other way round. */
  readonly noOverwriteDirNonDir: boolean;
  /** All files belong to the container's user. */
  readonly copyUIDGID: boolean;
}

/** Unpacks a tar into a directory of the container. */
export async function writeArchive(
  engine: Engine,
  name: string,
  path: string,
  body: ByteSource | Uint8Array,
  options: WriteArchiveOptions,
): Promise<void> {
  const record = findContainer(engine, name);
  await withView(engine, record, async ({ tree }) => {
    const node = await locate(tree, name, path, true);
    if (!isDir(node.stat.mode)) throw invalid('extraction point is not a directory');
    refuseReadonly(record, node);
    const owner = options.copyUIDGID ? await lookUpOwner(tree, record.config.User ?? '') : undefined;
    const stages = new Set<Staged>();
    try {
      const source = body instanceof Uint8Array ? sourceOf([body]) : body;
      await unpackTar(await plainChunks(engine, source, stages), node.fs, {
        into: node.ino,
        keepRoot: true,
        where: path,
        replace: !options.noOverwriteDirNonDir,
        ...(owner ? { owner } : {}),
      });
    } catch (error) {
      // dockerd takes any file that an archive misses for the container's path.
      const missing = error instanceof StrataError && error.data['errno'] === 'ENOENT';
      throw missing ? notFound(`Could not find the file ${path} in container ${name}`) : error;
    } finally {
      await Promise.all([...stages].map((staged) => staged.discard()));
    }
  });
  if (record.state.status !== 'running') await forgetSize(engine, record.id);
  logContainer(engine, record, 'extract-to-dir');
}

/** Lends a container's files with all that is mounted upon them. */
function withView<R>(
  engine: Engine,
  record: ContainerRecord,
  task: (view: ContainerView) => Promise<R>,
): Promise<R> {
  return withFiles(engine, record, async ({ fs }) => {
    const view = await viewOf(engine, record, fs);
    try {
      return await task(view);
    } finally {
      view.close();
    }
  });
}

function refuseReadonly(record: ContainerRecord, { mount }: Node): void {
  if (mount.at) {
    if (mount.readonly) throw failure('EFORBIDDEN', 'mounted volume is marked read-only');
  } else if (record.hostConfig.ReadonlyRootfs) {
    throw failure('EFORBIDDEN', 'container rootfs is marked read-only');
  }
}

/** A thin layer that was written to from outside is measured again when somebody asks. */
async function forgetSize(engine: Engine, id: string): Promise<void> {
  await noteContainer(engine, id, () => ({ upperSize: undefined }) as never);
}

/** All of a container's files, without volumes. */
export async function exportContainer(engine: Engine, name: string): Promise<ByteSource> {
  const record = findContainer(engine, name);
  const pipe = createPipe();
  await new Promise<void>((resolve, reject) => {
    withFiles(engine, record, ({ fs }) => {
      resolve();
      return pour(treeTar(fs), pipe.sink).catch(() => {});
    }).catch((error: unknown) => {
      pipe.sink.fail(error instanceof Error ? error : new Error(String(error)));
      reject(error);
    });
  });
  logContainer(engine, record, 'export');
  return pipe.source;
}

async function locate(tree: FileTree, container: string, path: string, follow = false): Promise<Node> {
  const absolute = path.startsWith('/') ? path : `/${path}`;
  try {
    return await tree.find(tree.superuser(), absolute, follow ? 'always' : 'trailing');
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOTDIR') throw failure('ESYSTEM', `lstat ${absolute}: not a directory`);
    if (code === 'ENOENT') {
      throw notFound(`Could not find the file ${path} in container ${container}`);
    }
    throw error;
  }
}

/** What a path ends in, as it is written: a link that was followed keeps its name. */
function shownName(path: string): string {
  if (/(?:^|\/)\.$/.test(path)) return '.';
  return path.split('/').reduce<string[]>(stepped, []).at(-1) ?? '/';
}

/** Go's filepath.Clean, a component at a time. */
function stepped(names: string[], name: string): string[] {
  if (name === '..') names.pop();
  else if (name !== '' && name !== '.') names.push(name);
  return names;
}

async function pathStat(tree: FileTree, node: Node, name: string): Promise<PathStat> {
  const { stat } = node;
  return {
    name,
    size: stat.size,
    mode: goMode(stat.mode),
    mtime: rfc3339Nano(Number(stat.mtime) / 1e6),
    linkTarget: isLink(stat.mode) ? await resolveInScope(tree, tree.pathOf(node) ?? '/') : '',
  };
}

/** As many as dockerd follows. */
const MOST_LINKS = 255;

/**
 * Where a path leads when all links are followed, with the container's root for the root; what is missing
 * is taken as it is.
 *
 * @see moby/sys symlink, FollowSymlinkInScope
 */
async function resolveInScope(tree: FileTree, path: string): Promise<string> {
  const root = tree.superuser();
  const pending = path.split('/').reverse();
  let names: string[] = [];
  for (let links = 0; pending.length > 0; ) {
    const step = stepped([...names], pending.pop()!);
    const at = `/${step.join('/')}`;
    const target = step.length > names.length ? await targetOf(tree, root, at) : undefined;
    if (target === undefined) {
      names = step;
      continue;
    }
    if (++links > MOST_LINKS) throw failure('ESYSTEM', `evalSymlinksInScope: too many links in ${path}`);
    if (target.startsWith('/')) names = [];
    pending.push(...target.split('/').reverse());
  }
  return `/${names.join('/')}`;
}

async function targetOf(tree: FileTree, root: Context, path: string): Promise<string | undefined> {
  try {
    return await tree.readlink(root, path);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

/** @see Go's io/fs.FileMode */
function goMode(mode: number): number {
  let bits = mode & 0o777;
  if (isDir(mode)) bits += 2 ** 31;
  if (isLink(mode)) bits += 2 ** 27;
  if (isBlock(mode) || isChar(mode)) bits += 2 ** 26;
  if (isFifo(mode)) bits += 2 ** 25;
  if ((mode & S_IFMT) === S_IFSOCK) bits += 2 ** 24;
  if (mode & S_ISUID) bits += 2 ** 23;
  if (mode & S_ISGID) bits += 2 ** 22;
  if (isChar(mode)) bits += 2 ** 21;
  if (mode & S_ISVTX) bits += 2 ** 20;
  return bits;
}
