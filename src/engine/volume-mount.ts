/**
 * A volume as a container mounts it: the volume's own files, or what its options say.
 *
 * A volume that is a tmpfs has contents as long as a container runs that mounts it.
 */
import { errnoOf, isLink } from '../posix/index.ts';
import { connectFs, type FileSystem, FileTree, type Ino, serveFs, tmpfsWords } from '../vfs/index.ts';
import type { MountPoint } from './docker-types.ts';
import { failure } from './failure.ts';
import type { ContainerRecord } from './records.ts';
import type { Engine } from './types.ts';
import { volumeSource } from './volume-options.ts';

export interface VolumeFiles {
  readonly fs: FileSystem;
  readonly root: Ino;
  readonly path: string;
  readonly readonly: boolean;
  /** As /proc/mounts has it. */
  readonly device: string;
  readonly options: string;
  /** Gives back a connection that was made for it. */
  close(): void;
}

const LOCAL = { path: '/', readonly: false, device: '/dev/vda1', options: 'relatime', close: () => {} };

/** @throws dockerd's words where it cannot be mounted */
export async function volumeFiles(engine: Engine, name: string): Promise<VolumeFiles> {
  const record = engine.state.current().volume.get(name);
  const source = record && (await volumeSource(engine, record));
  if (!source) {
    const fs = await engine.volumes.open(name);
    return { ...LOCAL, fs, root: fs.root };
  }
  if (source.kind === 'tmpfs') {
    const fs = engine.volumes.shared(name, source.open);
    const { flags, options, readonly } = source.mount;
    const words = [flags, ...tmpfsWords(options)].join(',');
    return { ...LOCAL, fs, root: fs.root, readonly, device: 'tmpfs', options: words };
  }
  const port = await engine.host.hostFs!();
  const fs = await connectFs(port);
  const tree = new FileTree(fs);
  const { ino } = await tree.find(tree.superuser(), source.path);
  return {
    ...LOCAL,
    fs,
    root: ino,
    path: source.path,
    readonly: source.readonly,
    close: () => port.close(),
  };
}

/** A mount of a sandbox on a volume, or on a folder of it. @throws dockerd's words where it cannot be mounted */
export async function mountVolume(engine: Engine, point: MountPoint, subpath: string) {
  const files = await volumeFiles(engine, point.Name!);
  if (subpath) await demandSubpath(files, point, subpath);
  let port: MessagePort;
  if (files.path === '/') {
    const { port1, port2 } = new MessageChannel();
    serveFs(files.fs, port1);
    port = port2;
  } else {
    files.close();
    port = await engine.host.hostFs!();
  }
  return {
    kind: 'remote' as const,
    target: point.Destination,
    port,
    source: subpath ? `${files.path.replace(/\/$/, '')}/${subpath}` : files.path,
    readonly: !point.RW || files.readonly,
    device: files.device,
    options: files.options,
  };
}

async function demandSubpath({ fs, path }: VolumeFiles, point: MountPoint, subpath: string): Promise<void> {
  const tree = new FileTree(fs);
  const place = `${point.Source}/${subpath}`;
  try {
    await demandWithin(tree, `${path}/${subpath}`, () =>
      failure(
        'ESYSTEM',
        `path concatenation escapes the base directory, base: ${point.Source}, subpath: ${subpath}`,
      ),
    );
    await tree.find(tree.superuser(), `${path}/${subpath}`);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    throw failure('ESYSTEM', `cannot access path ${place}: lstat ${place}: no such file or directory`);
  }
}

/** A link to an absolute path leads out of the volume, whatever is there. */
async function demandWithin(tree: FileTree, path: string, escaped: () => Error): Promise<void> {
  let at = '';
  for (const name of path.split('/').filter(Boolean)) {
    at += `/${name}`;
    const { mode } = await tree.lstat(tree.superuser(), at);
    if (isLink(mode) && (await tree.readlink(tree.superuser(), at)).startsWith('/')) throw escaped();
  }
}

/** Forgets what only running containers kept: called when one of them has ended. */
export function releaseVolumes(engine: Engine, ended: ContainerRecord): void {
  const records = engine.state.current().container;
  const inUse = new Set(
    [...engine.running.values()]
      .filter(({ id, run }) => run && id !== ended.id)
      .flatMap(({ id }) => records.get(id)?.mounts ?? [])
      .map(({ Name }) => Name),
  );
  for (const { Type, Name } of ended.mounts) {
    if (Type === 'volume' && Name && !inUse.has(Name)) engine.volumes.dropShared(Name);
  }
}
