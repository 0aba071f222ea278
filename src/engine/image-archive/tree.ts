/**
 * An archive's files as a tree, in which paths are followed as dockerd follows them in the folder that
 * it unpacks archives into: links lead within it, and what leads out is refused.
 *
 * @see moby pkg/symlink (evalSymlinksInScope), image/tarexport/load.go (safePath)
 */
import { decode, type TarEntry, type TarSource } from '../../base/index.ts';
import type { Staged } from '../../store/index.ts';
import {
  cleanTarName,
  type Flow,
  linkTarget,
  placeOf,
  refuseUnknown,
  run,
  type Unpacked,
} from '../../vfs/index.ts';
import { failure } from '../failure.ts';

/** Documents such as manifests and configs; more is an attack or a mistake. Bytes. */
const LARGEST_DOCUMENT = 4 * 1024 * 1024;
/** Entries, and directories that they imply: a name of 4 kB may imply two thousand. */
const MOST_NODES = 100_000;
/** Components of a path, those of links with them. */
const MOST_STEPS = 255;

export interface ArchiveFile {
  readonly source: TarSource;
  /** Absent where it is in memory. */
  readonly staged?: Staged;
}

type Node =
  | { readonly kind: 'directory'; readonly children: Map<string, Node> }
  | { readonly kind: 'file'; readonly file: ArchiveFile }
  | { readonly kind: 'link'; readonly target: string }
  /** A device or a pipe. */
  | { readonly kind: 'other' };
type Directory = Extract<Node, { kind: 'directory' }>;

export interface ArchiveTree {
  /** Puts an entry where it belongs; `file` is what one of type file holds. @throws as dockerd unpacks */
  add(entry: TarEntry, file?: ArchiveFile): void;
  has(path: string): boolean;
  /** @throws in dockerd's words where it is no file */
  file(path: string): ArchiveFile;
  /** A document's text. @throws where it is no file, or too large */
  text(path: string): string;
  /** Names of the root's directories, sorted. */
  directories(): string[];
}

/** `where` is the path that dockerd would have unpacked into. */
export function createArchiveTree(where: string): ArchiveTree {
  const root: Directory = { kind: 'directory', children: new Map() };
  let nodes = 0;
  const counted = (node: Node): Node => {
    if (++nodes > MOST_NODES) throw failure('ESYSTEM', `archive has more than ${MOST_NODES} files`);
    return node;
  };
  const unpacked: Unpacked<Node> = {
    where,
    root,
    child: (directory, name) => (directory as Directory).children.get(name),
    isDirectory: ({ kind }) => kind === 'directory',
    target: (node) => (node.kind === 'link' ? node.target : undefined),
    imply(directory, name) {
      const made = counted({ kind: 'directory', children: new Map() });
      (directory as Directory).children.set(name, made);
      return made;
    },
  };
  function* place(entry: TarEntry, file?: ArchiveFile): Flow<void> {
    refuseUnknown(entry);
    const names = cleanTarName(entry.name);
    if (names.length === 0) return;
    const { directory, name } = yield* placeOf(unpacked, names, entry);
    const { children } = directory as Directory;
    // What is in the way goes first, even where it is what a hard link is to.
    if (entry.type !== 'directory' || children.get(name)?.kind !== 'directory') children.delete(name);
    if (entry.type === 'link') children.set(name, yield* linkTarget(unpacked, names, entry));
    else if (!children.has(name)) children.set(name, counted(nodeOf(entry, file)));
  }

  const found = (path: string): { readonly node: Node | undefined; readonly path: string } => {
    const names = follow(root, where, path);
    return { node: nodeAt(root, names), path: [where, ...names].join('/') };
  };
  const file = (path: string): ArchiveFile => {
    const { node, path: real } = found(path);
    if (!node) throw failure('ESYSTEM', `open ${real}: no such file or directory`);
    if (node.kind === 'directory') throw failure('ESYSTEM', `read ${real}: is a directory`);
    if (node.kind !== 'file') throw failure('ESYSTEM', `${path}: not a regular file`);
    return node.file;
  };
  return {
    add: (entry, held) => void run(place(entry, held)),
    has: (path) => found(path).node !== undefined,
    file,
    text(path) {
      const { source } = file(path);
      if (source.size > LARGEST_DOCUMENT) {
        throw failure('ESYSTEM', `${path}: more than ${LARGEST_DOCUMENT} bytes: refused`);
      }
      return decode(source.readSync(0, source.size));
    },
    directories: () =>
      [...root.children]
        .filter(([, { kind }]) => kind === 'directory')
        .map(([name]) => name)
        .sort(),
  };
}

function nodeOf(entry: TarEntry, file: ArchiveFile | undefined): Node {
  if (entry.type === 'directory') return { kind: 'directory', children: new Map() };
  if (entry.type === 'symlink') return { kind: 'link', target: entry.linkname };
  return file ? { kind: 'file', file } : { kind: 'other' };
}

function nodeAt(root: Node, names: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const name of names) node = node?.kind === 'directory' ? node.children.get(name) : undefined;
  return node;
}

/** The names below the root that a path leads to; those that are missing are taken as they are. */
function follow(root: Directory, where: string, path: string): string[] {
  const whole = cleaned(`${where}/${path}`);
  const base = cleaned(where);
  if (!base.every((name, i) => whole[i] === name)) {
    throw failure('ESYSTEM', `evalSymlinksInScope: /${whole.join('/')} is not in ${where}`);
  }
  const pending = whole.slice(base.length).reverse();
  let names: string[] = [];
  for (let step = 0; pending.length > 0; step++) {
    if (step > MOST_STEPS) {
      throw failure('ESYSTEM', `evalSymlinksInScope: too many links in /${whole.join('/')}`);
    }
    const name = pending.pop()!;
    if (name === '..') {
      names.pop();
      continue;
    }
    const directory = nodeAt(root, names);
    if (directory && directory.kind !== 'directory') {
      throw failure('ESYSTEM', `lstat ${[where, ...names, name].join('/')}: not a directory`);
    }
    const node = directory?.children.get(name);
    if (node?.kind !== 'link') {
      names.push(name);
      continue;
    }
    if (node.target.startsWith('/')) names = [];
    pending.push(...parts(node.target).reverse());
  }
  return names;
}

/** Go's filepath.Clean of an absolute path. */
function cleaned(path: string): string[] {
  const names: string[] = [];
  for (const part of parts(path)) {
    if (part === '..') names.pop();
    else names.push(part);
  }
  return names;
}

function parts(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
