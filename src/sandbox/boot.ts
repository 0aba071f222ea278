/**
 * Boot: layers and an upper become an overlay, the overlay a file tree with Docker's mounts, and
 * that a kernel without processes.
 *
 * @see moby daemon/oci_linux.go; runc libcontainer/rootfs_linux.go
 */
import { type Clock, processorCount, type Random, StrataError } from '../base/index.ts';
import { cgroupMount, createKernel, type Kernel, type ProgramTable } from '../kernel/index.ts';
import { errnoOf, isDir, isFile, O_RDONLY, S_IFREG } from '../posix/index.ts';
import type { OpenBlob } from '../store/index.ts';
import {
  connectFs,
  createLayerFs,
  createMemoryFs,
  createOverlay,
  createTmpfs,
  type Disk,
  type DiskStore,
  type FileSystem,
  FileTree,
  type MemoryFs,
  type MountOptions,
  type Overlay,
  openDisk,
  STEP_QUOTA,
  type TraceEvent,
  tmpfsWords,
} from '../vfs/index.ts';
import type { WireSpec } from './protocol.ts';
import type { SandboxMount } from './types.ts';

export interface SandboxEnvironment {
  readonly openBlob: OpenBlob;
  readonly clock: Clock;
  readonly random: Random;
  /** The network, for sandboxes that have one. */
  readonly fetch?: typeof fetch;
  /** Built-in programs; busybox, the shell and all of userland where absent. */
  readonly programs?: ProgramTable;
}

/** A booted sandbox. */
export interface Machine {
  readonly kernel: Kernel;
  readonly tree: FileTree;
  readonly clock: Clock;
  readonly overlay: Overlay;
  /** The thin layer by itself. */
  readonly upper: MemoryFs;
  /** Where the upper is kept; absent where it is memory only. */
  readonly disk: Disk | undefined;
}

/** A mount whose file system is there. */
interface ReadyMount {
  readonly target: string;
  readonly fs: FileSystem;
  readonly options: MountOptions;
  /** Where it comes from on the host. */
  readonly from?: string;
}

/** What is told of a machine while it runs. */
interface BootHooks {
  readonly onTrace: (event: TraceEvent) => void;
  /** A process was killed because there was too much memory in use. */
  readonly onOom: () => void;
}

export async function boot(
  spec: WireSpec,
  environment: SandboxEnvironment,
  programs: ProgramTable,
  disk: DiskStore | undefined,
  { onTrace, onOom }: BootHooks,
): Promise<Machine> {
  const now = (): number => environment.clock.now();
  const opened =
    disk && (await openDisk(disk, { now, clock: environment.clock, openBlob: environment.openBlob }));
  const upper = opened?.fs ?? createMemoryFs({ now, quota: STEP_QUOTA });
  const layers = spec.layers.map(({ index, tar }) => createLayerFs(index, () => environment.openBlob(tar)));
  const below = createOverlay({ lowers: layers });
  const image = new FileTree(below);
  // The kernel comes later; until then nothing is written.
  let kernel: Kernel | undefined;
  const store = (bytes: number): void => kernel?.cgroup.store(bytes);
  const own = await Promise.all(spec.mounts.map((mount) => ready(mount, image, now, store)));
  const covered = new Set(own.map(({ target }) => target));
  // A build step's mount points are not its changes; a container's are.
  const hidden = disk ? [] : own;
  const points = await missingPoints(below, [...systemPoints, ...hidden]);
  const lowers = points ? [points, ...layers] : layers;
  let booted = false;
  const overlay = createOverlay({
    lowers,
    upper,
    onTrace: (event) => {
      if (booted) onTrace(event);
    },
  });
  const options = { source: 'overlay', options: 'relatime' };
  if (!disk) await touchFolders(overlay, below, hidden, now());
  // Mount points are made before the root becomes read-only.
  await makePoints(new FileTree(overlay), own);
  const tree = new FileTree(overlay, { ...options, readonly: spec.readonlyRoot ?? false });
  kernel = createKernel({
    tree,
    programs,
    clock: environment.clock,
    random: environment.random,
    hostname: spec.hostname,
    ...(spec.network && environment.fetch ? { fetch: environment.fetch } : {}),
    processors: processorCount(),
    limits: spec.limits ?? {},
    onOom,
  });
  const system = kernel.systemMounts();
  system.splice(system.findIndex(({ target }) => target === '/sys') + 1, 0, cgroupMount(kernel, now()));
  for (const { target, fs, options: how } of system) {
    if (covered.has(target)) continue;
    if (/^\/dev\//.test(target)) await makeFolders(tree, target);
    await tree.mount(fs, target, how);
  }
  for (const mount of own) {
    const { target } = mount;
    if (/^\/dev\//.test(target)) await makeFolders(tree, target);
    // A place inside of what was mounted before is made there, as runc makes it.
    else await makePoints(tree, [mount]);
    await mountOwn(tree, mount);
  }
  booted = true;
  return { kernel, tree, clock: environment.clock, overlay, upper, disk: opened };
}

/** @throws runc's words where one of source and target is a directory and the other is not */
async function mountOwn(tree: FileTree, { target, fs, options, from }: ReadyMount): Promise<void> {
  try {
    await tree.mount(fs, target, options);
  } catch (error) {
    if (errnoOf(error) !== 'ENOTDIR') throw error;
    const quoted = [from ?? fs.type, target].map((path) => JSON.stringify(path));
    throw new StrataError(
      'EINVAL',
      `error during container init: error mounting ${quoted[0]} to rootfs at ${quoted[1]}: mount src=${from ?? fs.type}, dst=${target}, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`,
      {},
      error,
    );
  }
}

async function ready(
  mount: SandboxMount,
  image: FileTree,
  now: () => number,
  store: (bytes: number) => void,
): Promise<ReadyMount> {
  const { target, readonly = false } = mount;
  if (mount.kind === 'remote') {
    const fs = await connectFs(mount.port);
    const there = new FileTree(fs);
    const { ino, stat } = await there.find(there.superuser(), mount.source);
    // A mount is of a file, not of its name: it stays what it is when another takes the name.
    if (isFile(stat.mode)) await fs.open(ino, O_RDONLY);
    const options = {
      source: mount.device,
      options: mount.options ?? 'relatime',
      readonly,
      root: ino,
    };
    return { target, fs, options, from: mount.source };
  }
  if (mount.kind === 'tmpfs') {
    const { flags = 'nosuid,nodev,noexec,relatime' } = mount;
    const tmpfs = { mode: await modeOf(image, target), ...mount.options };
    const options = {
      source: target === '/dev/shm' ? 'shm' : 'tmpfs',
      options: [flags, ...tmpfsWords(tmpfs)].join(','),
      readonly,
      nosuid: flags.includes('nosuid'),
      noexec: flags.includes('noexec'),
    };
    return { target, fs: createTmpfs(tmpfs, now, store), options };
  }
  const fs = createMemoryFs({ now, type: 'ext4' });
  const ino = fs.create(fs.root, 'file', { mode: S_IFREG | mount.mode, uid: 0, gid: 0 });
  const file = fs.open(ino, 1);
  file.writeAt(mount.content, 0);
  file.close();
  return { target, fs, options: { source: '/dev/vda1', options: 'relatime', readonly, root: ino } };
}

/** What a tmpfs takes over from the directory that it is mounted on, as runc has it. */
async function modeOf(image: FileTree, path: string): Promise<number> {
  if (!(await exists(image, path))) return 0o1777;
  return (await image.stat(image.superuser(), path)).mode & 0o7777;
}

/** Makes what is missing of mount points, as runc does: folders, and empty files for files. */
async function makePoints(tree: FileTree, mounts: readonly MountPoint[]): Promise<void> {
  const root = tree.superuser();
  for (const { target, fs, options } of mounts) {
    if (isVirtual(target) || (await exists(tree, target))) continue;
    await makeFolders(tree, target.slice(0, target.lastIndexOf('/')));
    const isFolder = !fs || isDir((await fs.stat(options?.root ?? fs.root)).mode);
    if (isFolder) await tree.mkdir(root, target, 0o755);
    else await tree.mknod(root, target, S_IFREG | 0o644, 0);
  }
}

type MountPoint = Pick<ReadyMount, 'target'> & Partial<ReadyMount>;

const systemPoints: readonly MountPoint[] = ['/proc', '/dev', '/sys'].map((target) => ({ target }));

/** Below /dev, /proc and /sys mount points are in what is mounted there. */
function isVirtual(target: string): boolean {
  return /^\/(dev|proc|sys)\//.test(target);
}

async function exists(tree: FileTree, path: string): Promise<boolean> {
  try {
    await tree.stat(tree.superuser(), path);
    return true;
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return false;
  }
}

/** mkdir -p */
export async function makeFolders(tree: FileTree, path: string): Promise<void> {
  let made = '';
  for (const name of path.split('/').filter(Boolean)) {
    made += `/${name}`;
    if (!(await exists(tree, made))) await tree.mkdir(tree.superuser(), made, 0o755);
  }
}

/**
 * A layer with the mount points that the layers below it lack, with their folders as they are;
 * undefined where nothing is missing.
 */
async function missingPoints(below: Overlay, mounts: readonly MountPoint[]): Promise<MemoryFs | undefined> {
  const upper = createMemoryFs();
  const overlay = createOverlay({ lowers: [below], upper });
  await makePoints(new FileTree(overlay), mounts);
  return upper.readdir(upper.root).length ? upper : undefined;
}

/**
 * A build step's missing mount points are made in its root and removed after it; what is left of that
 * is that the folder they were in is new, which shows in its layer.
 *
 * @see BuildKit executor/stubs.go, MountStubsCleaner
 */
async function touchFolders(
  overlay: Overlay,
  below: Overlay,
  mounts: readonly MountPoint[],
  now: number,
): Promise<void> {
  const tree = new FileTree(overlay);
  const was = new FileTree(below);
  const time = BigInt(Math.round(now * 1000)) * 1000n;
  for (const { target } of mounts) {
    if (isVirtual(target) || (await exists(was, target))) continue;
    let folder = target;
    do folder = folder.slice(0, folder.lastIndexOf('/'));
    while (folder !== '' && !(await exists(was, folder)));
    if (folder === '') continue;
    await tree.utimes(tree.superuser(), folder, { atime: time, mtime: time });
  }
}
