/**
 * A container's files as `docker cp` sees them: its root with volumes, binds and the files that
 * dockerd writes mounted upon it, whether it runs or not.
 *
 * @see moby daemon/container_operations_unix.go (mountVolumes)
 */
import { errnoOf } from '../posix/index.ts';
import { connectFs, createMemoryFs, type FileSystem, FileTree, type Ino, treeTar } from '../vfs/index.ts';
import { systemFiles } from './container-spec.ts';
import { wasStarted } from './containers.ts';
import type { MountPoint } from './docker-types.ts';
import type { ContainerRecord } from './records.ts';
import type { Engine } from './types.ts';
import { volumeFiles } from './volume-mount.ts';

interface Mounted {
  readonly target: string;
  readonly fs: FileSystem;
  readonly root: Ino;
}

export interface ContainerView {
  readonly tree: FileTree;
  /** A tar of what is at a path, with what is mounted below it. */
  tar(from: { readonly fs: FileSystem; readonly ino: Ino; readonly path: string }, name: string): TarPieces;
  close(): void;
}

type TarPieces = AsyncGenerator<Uint8Array, void, void>;

/** @param fs the container's root */
export async function viewOf(
  engine: Engine,
  record: ContainerRecord,
  fs: FileSystem,
): Promise<ContainerView> {
  const tree = new FileTree(fs);
  const mounts: Mounted[] = [];
  const closers: (() => void)[] = [];
  const mount = async (target: string, found: Omit<Mounted, 'target'>, readonly: boolean): Promise<void> => {
    try {
      await tree.mount(found.fs, target, { root: found.root, readonly });
      mounts.push({ target, ...found });
    } catch (error) {
      // A place for it is made by the first start.
      if (!errnoOf(error)) throw error;
    }
  };
  for (const point of [...record.mounts].sort((a, b) => (a.Destination < b.Destination ? -1 : 1))) {
    const found = await sourceOf(engine, point, closers);
    if (found) await mount(point.Destination, found, !point.RW);
  }
  for (const { target, content, mode } of wasStarted(record) ? systemFiles(record) : []) {
    const file = createMemoryFs();
    const root = file.create(file.root, 'file', { mode, uid: 0, gid: 0 });
    const opened = file.open(root, 1);
    opened.writeAt(content, 0);
    opened.close();
    await mount(target, { fs: file, root }, false);
  }
  return {
    tree,
    tar: (from, name) => tarWithMounts(from, name, mounts),
    close: () => closers.forEach((close) => void close()),
  };
}

async function sourceOf(
  engine: Engine,
  { Type, Name, Source }: MountPoint,
  closers: (() => void)[],
): Promise<Omit<Mounted, 'target'> | undefined> {
  if (Type === 'volume' && Name) {
    const files = await volumeFiles(engine, Name);
    closers.push(files.close);
    return files;
  }
  if (Type !== 'bind' || !engine.host.hostFs) return undefined;
  const port = await engine.host.hostFs();
  closers.push(() => port.close());
  const fs = await connectFs(port);
  const tree = new FileTree(fs);
  try {
    return { fs, root: (await tree.find(tree.superuser(), Source)).ino };
  } catch {
    return undefined;
  }
}

const join = (name: string, below: string): string => (name.endsWith('/') ? name : `${name}/`) + below;

async function* tarWithMounts(
  from: { readonly fs: FileSystem; readonly ino: Ino; readonly path: string },
  name: string,
  mounts: readonly Mounted[],
): TarPieces {
  const prefix = from.path === '/' ? '/' : `${from.path}/`;
  const below = mounts
    .filter(({ target, fs }) => target.startsWith(prefix) && fs !== from.fs)
    .map((mounted) => ({ ...mounted, path: join(name, mounted.target.slice(prefix.length)) }));
  const include = (path: string): boolean => !below.some((each) => each.path === path);
  const parts = [
    { fs: from.fs, options: { from: from.ino, name, include } },
    ...below.map(({ fs, root, path }) => ({ fs, options: { from: root, name: path, include } })),
  ];
  for (const [i, { fs, options }] of parts.entries()) {
    let held: Uint8Array | undefined;
    for await (const piece of treeTar(fs, options)) {
      if (held) yield held;
      held = piece;
    }
    // The last piece is what ends an archive; there is one for all parts.
    if (held && i === parts.length - 1) yield held;
  }
}
