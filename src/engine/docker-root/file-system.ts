/**
 * Nodes as a file system: numbers for what was looked at, and within `files` nodes whatever their own
 * file system says, under numbers of ours.
 */
import { fail, O_ACCMODE, O_RDONLY, O_TRUNC, S_IFDIR, S_IFLNK, S_IFREG } from '../../posix/index.ts';
import {
  type DirEntry,
  type FileSystem,
  type Ino,
  nextDev,
  type OpenFile,
  type Stat,
} from '../../vfs/index.ts';
import type { RootNode } from './nodes.ts';

type Entry =
  | { readonly kind: 'node'; readonly node: RootNode; readonly path: string }
  | {
      readonly kind: 'inner';
      readonly fs: FileSystem;
      readonly ino: Ino;
      readonly id: string;
      readonly writable: boolean;
    };

const BLOCK = 4096;

/** The root directory has number 1. */
export function createRootFs(root: RootNode): FileSystem {
  const dev = nextDev();
  const entries = new Map<Ino, Entry>();
  const numbers = new Map<string, Ino>();
  const opened = new Map<string, Promise<FileSystem>>();

  const number = (key: string, entry: Entry): Ino => {
    const known = numbers.get(key);
    const ino = known ?? numbers.size + 1;
    numbers.set(key, ino);
    // The node may say something else than when it was last looked at.
    entries.set(ino, entry);
    return ino;
  };
  const entryOf = (ino: Ino): Entry => entries.get(ino) ?? fail('ENOENT');
  const inner = (from: Extract<Entry, { kind: 'inner' }>, ino: Ino): Ino =>
    number(`${from.id}:${ino}`, { ...from, ino });
  const enter = async (node: RootNode, path: string): Promise<Ino> => {
    if (node.kind !== 'files') return number(path, { kind: 'node', node, path });
    const { id, writable } = node;
    let opening = opened.get(id);
    if (!opening) {
      opening = node.open();
      opened.set(id, opening);
      opening.catch(() => opened.delete(id));
    }
    const fs = await opening;
    return number(`${id}:${fs.root}`, { kind: 'inner', fs, ino: fs.root, id, writable });
  };
  const listOf = async (entry: Extract<Entry, { kind: 'node' }>): Promise<ReadonlyMap<string, RootNode>> =>
    entry.node.kind === 'folder' ? entry.node.list() : fail('ENOTDIR');
  const changeable = (ino: Ino) => {
    const entry = entryOf(ino);
    if (entry.kind !== 'inner' || !entry.writable) return fail('EROFS');
    return entry;
  };
  number('/', { kind: 'node', node: root, path: '' });

  return {
    type: 'strata',
    dev,
    root: 1,
    async lookup(directory, name) {
      const entry = entryOf(directory);
      if (entry.kind === 'inner') return inner(entry, await entry.fs.lookup(entry.ino, name));
      const node = (await listOf(entry)).get(name) ?? fail('ENOENT');
      return enter(node, `${entry.path}/${name}`);
    },
    async stat(ino) {
      const entry = entryOf(ino);
      if (entry.kind === 'inner') return { ...(await entry.fs.stat(entry.ino)), dev, ino };
      return statOf(entry.node, ino, dev);
    },
    async readdir(directory) {
      const entry = entryOf(directory);
      if (entry.kind === 'inner') {
        return (await entry.fs.readdir(entry.ino)).map((child) => ({
          ...child,
          ino: inner(entry, child.ino),
        }));
      }
      const list: DirEntry[] = [];
      for (const [name, node] of await listOf(entry)) {
        list.push({ name, ino: await enter(node, `${entry.path}/${name}`), type: typeOf(node) });
      }
      return list;
    },
    readlink(ino) {
      const entry = entryOf(ino);
      if (entry.kind === 'inner') return entry.fs.readlink(entry.ino);
      return entry.node.kind === 'link' ? entry.node.target : fail('EINVAL');
    },
    async open(ino, flags) {
      const entry = entryOf(ino);
      const writes = (flags & O_ACCMODE) !== O_RDONLY || (flags & O_TRUNC) !== 0;
      if (entry.kind === 'inner') {
        if (writes && !entry.writable) fail('EROFS');
        return entry.fs.open(entry.ino, flags);
      }
      if (entry.node.kind !== 'text') return fail('EINVAL');
      if (writes) fail('EROFS');
      return openText(await entry.node.read(), () => statOf(entry.node, ino, dev));
    },
    async create(directory, name, node) {
      const at = changeable(directory);
      return inner(at, await at.fs.create(at.ino, name, node));
    },
    async mkdir(directory, name, node) {
      const at = changeable(directory);
      return inner(at, await at.fs.mkdir(at.ino, name, node));
    },
    async mknod(directory, name, node, rdev) {
      const at = changeable(directory);
      return inner(at, await at.fs.mknod(at.ino, name, node, rdev));
    },
    async symlink(directory, name, target, node) {
      const at = changeable(directory);
      return inner(at, await at.fs.symlink(at.ino, name, target, node));
    },
    link(ino, directory, name) {
      const at = changeable(directory);
      const from = changeable(ino);
      return from.fs === at.fs ? at.fs.link(from.ino, at.ino, name) : fail('EXDEV');
    },
    unlink(directory, name) {
      const at = changeable(directory);
      return at.fs.unlink(at.ino, name);
    },
    rmdir(directory, name) {
      const at = changeable(directory);
      return at.fs.rmdir(at.ino, name);
    },
    rename(from, name, to, newName) {
      const source = changeable(from);
      const target = changeable(to);
      return source.fs === target.fs
        ? source.fs.rename(source.ino, name, target.ino, newName)
        : fail('EXDEV');
    },
    setattr(ino, attributes) {
      const at = changeable(ino);
      return at.fs.setattr(at.ino, attributes);
    },
    getxattr(ino, name) {
      const entry = entryOf(ino);
      return entry.kind === 'inner' ? entry.fs.getxattr(entry.ino, name) : fail('ENODATA');
    },
    setxattr(ino, name, value) {
      const at = changeable(ino);
      return at.fs.setxattr(at.ino, name, value);
    },
    listxattr(ino) {
      const entry = entryOf(ino);
      return entry.kind === 'inner' ? entry.fs.listxattr(entry.ino) : [];
    },
    removexattr(ino, name) {
      const at = changeable(ino);
      return at.fs.removexattr(at.ino, name);
    },
    statfs: () => ({ blockSize: BLOCK, blocks: 0, free: 0, files: 0, filesFree: 0 }),
    sync: () => {},
  };
}

function typeOf(node: RootNode): number {
  if (node.kind === 'text') return S_IFREG;
  return node.kind === 'link' ? S_IFLNK : S_IFDIR;
}

async function statOf(node: RootNode, ino: Ino, dev: number): Promise<Stat> {
  // Every `files` node is a directory, whose own file system answers for it.
  if (node.kind === 'files') return fail('ENOENT');
  const time = BigInt(Math.floor(node.time)) * 1_000_000n;
  const size =
    node.kind === 'text' ? (await node.read()).length : node.kind === 'link' ? node.target.length : BLOCK;
  return {
    dev,
    ino,
    mode: typeOf(node) | node.mode,
    nlink: node.kind === 'folder' ? 2 : 1,
    uid: 0,
    gid: 0,
    rdev: 0,
    size,
    blocks: node.kind === 'link' ? 0 : Math.ceil(size / BLOCK) * 8,
    atime: time,
    mtime: time,
    ctime: time,
  };
}

function openText(content: Uint8Array, stat: () => Promise<Stat>): OpenFile {
  return {
    stat,
    readAt(buffer, position) {
      const part = content.subarray(position, position + buffer.length);
      buffer.set(part);
      return part.length;
    },
    writeAt: () => fail('EBADF'),
    truncate: () => fail('EBADF'),
    sync: () => {},
    close: () => {},
  };
}
