/**
 * File systems whose contents are made when they are looked at: /proc, /sys, /dev/pts.
 *
 * The owner says what an inode is; here that becomes a `FileSystem` that nobody can change from
 * outside but by the writes that a file itself takes.
 */
import { decode, encode } from '../base/index.ts';
import { fail, O_ACCMODE, O_RDONLY, S_IFCHR, S_IFDIR, S_IFLNK, S_IFREG } from '../posix/index.ts';
import type { DirEntry, FileSystem, Ino, MagicTarget, OpenFile, Stat } from '../vfs/index.ts';

interface Common {
  /** Permission bits. */
  readonly mode: number;
  readonly uid?: number;
  readonly gid?: number;
}

export type SyntheticNode =
  | (Common & {
      readonly kind: 'directory';
      list(): readonly DirEntry[];
      lookup(name: string): Ino | undefined;
    })
  | (Common & { readonly kind: 'file'; read(): string; write?(text: string): void })
  | (Common & { readonly kind: 'link'; target(): string; jump?(): MagicTarget | undefined })
  | (Common & { readonly kind: 'device'; readonly rdev: number });

export interface SyntheticOptions {
  readonly type: string;
  readonly dev: number;
  readonly root: Ino;
  /** What an inode is now; undefined where it is gone. */
  node(ino: Ino): SyntheticNode | undefined;
  /** Nanoseconds since the epoch, for all times. */
  now(): bigint;
}

const types = { directory: S_IFDIR, file: S_IFREG, link: S_IFLNK, device: S_IFCHR } as const;

function typeOf(node: SyntheticNode): number {
  return types[node.kind];
}

export function createSyntheticFs(options: SyntheticOptions): FileSystem {
  const nodeOf = (ino: Ino): SyntheticNode => options.node(ino) ?? fail('ENOENT');
  const directoryOf = (ino: Ino) => {
    const node = nodeOf(ino);
    return node.kind === 'directory' ? node : fail('ENOTDIR');
  };
  const stat = (ino: Ino): Stat => statOf(nodeOf(ino), ino, options);
  const refuse = (): never => fail('EPERM');
  // proc's lookup has no entries that are not there, which a new one would take the place of.
  const refuseNew = (): never => fail(options.type === 'proc' ? 'ENOENT' : 'EPERM');
  return {
    type: options.type,
    dev: options.dev,
    root: options.root,
    lookup: (directory, name) => directoryOf(directory).lookup(name) ?? fail('ENOENT'),
    stat,
    readdir: (directory) => directoryOf(directory).list(),
    readlink(ino) {
      const node = nodeOf(ino);
      return node.kind === 'link' ? node.target() : fail('EINVAL');
    },
    jump(ino) {
      const node = nodeOf(ino);
      return node.kind === 'link' ? node.jump?.() : undefined;
    },
    open: (ino, flags) => openFile(nodeOf(ino), flags, () => stat(ino)),
    create: refuseNew,
    mkdir: refuseNew,
    mknod: refuseNew,
    symlink: refuseNew,
    link: refuse,
    unlink: refuse,
    rmdir: refuse,
    rename: refuseNew,
    // Truncating is what `>` does before it writes; the rest is nobody's to change.
    setattr(_ino, attributes) {
      if (Object.keys(attributes).some((name) => name !== 'size')) refuse();
    },
    getxattr: () => fail('ENODATA'),
    setxattr: () => fail('ENOTSUP'),
    listxattr: () => [],
    removexattr: () => fail('ENOTSUP'),
    statfs: () => ({ blockSize: 4096, blocks: 0, free: 0, files: 0, filesFree: 0 }),
    sync: () => {},
  };
}

function openFile(node: SyntheticNode, flags: number, stat: () => Stat): OpenFile {
  if (node.kind !== 'file') return fail('EINVAL');
  if ((flags & O_ACCMODE) !== O_RDONLY && !node.write) fail('EACCES');
  let content: Uint8Array | undefined;
  return {
    stat,
    readAt(buffer, position) {
      // Made at the first read, and again when somebody begins anew: `top` seeks back to 0.
      if (!content || position === 0) content = encode(node.read());
      const part = content.subarray(position, position + buffer.length);
      buffer.set(part);
      return part.length;
    },
    writeAt(data, position) {
      (node.write ?? fail('EACCES'))(decode(data));
      return (position ?? 0) + data.length;
    },
    truncate: () => {},
    sync: () => {},
    close: () => {},
  };
}

function statOf(node: SyntheticNode, ino: Ino, { dev, now }: SyntheticOptions): Stat {
  const time = now();
  return {
    dev,
    ino,
    mode: types[node.kind] | node.mode,
    nlink: node.kind === 'directory' ? 2 : 1,
    uid: node.uid ?? 0,
    gid: node.gid ?? 0,
    rdev: node.kind === 'device' ? node.rdev : 0,
    size: 0,
    blocks: 0,
    atime: time,
    mtime: time,
    ctime: time,
  };
}

/** A directory with fixed entries: text made on demand, further directories, or a link's target. */
export interface Fixed {
  readonly [name: string]: Fixed | (() => string) | { readonly link: string };
}

/** The nodes of a fixed tree, numbered from `first` on, which is its root. */
export function fixedNodes(tree: Fixed, first: Ino): Map<Ino, SyntheticNode> {
  const nodes = new Map<Ino, SyntheticNode>();
  let next = first;
  const add = (item: Fixed[string]): Ino => {
    const ino = next++;
    if (typeof item === 'function') nodes.set(ino, { kind: 'file', mode: 0o444, read: item });
    else if (typeof item.link === 'string') {
      const target = item.link;
      nodes.set(ino, { kind: 'link', mode: 0o777, target: () => target });
    } else {
      const entries = new Map(Object.entries(item as Fixed).map(([name, child]) => [name, add(child)]));
      nodes.set(ino, {
        kind: 'directory',
        mode: 0o555,
        list: () =>
          [...entries].map(([name, child]) => ({ name, ino: child, type: typeOf(nodes.get(child)!) })),
        lookup: (name) => entries.get(name),
      });
    }
    return ino;
  };
  add(tree);
  return nodes;
}
