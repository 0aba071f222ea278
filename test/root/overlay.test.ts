/**
 * Our overlay against the kernel's: the same random operations on both, the same results, errno,
 * merged tree and upper directory. Needs root, python3 and overlayfs; says so where it cannot run.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource, decode, encode, packTar, type TarHeader } from '../../src/base/index.ts';
import {
  isChar,
  isDir,
  isFile,
  isLink,
  O_APPEND,
  O_CREAT,
  O_EXCL,
  O_RDONLY,
  O_RDWR,
  O_TRUNC,
  O_WRONLY,
  S_IFIFO,
} from '../../src/posix/index.ts';
import {
  type Context,
  createLayerFs,
  createMemoryFs,
  createOverlay,
  type DirEntry,
  FileTree,
  indexLayer,
  type OpenFile,
  type Stat,
  type SyncFileSystem,
} from '../../src/vfs/index.ts';

const LONG = process.env['STRATA_LONG'] === '1';
const RUNS = Number(process.env['OVERLAY_RUNS'] ?? (LONG ? 3000 : 150));
const SEED = Number(process.env['OVERLAY_SEED'] ?? 20);
const SCRIPT = fileURLToPath(new URL('overlayfs.py', import.meta.url));
const LOWER_TIME = 1000n * 1_000_000_000n;

interface LayerNode {
  readonly kind: 'dir' | 'file' | 'symlink' | 'link' | 'whiteout';
  readonly path: string;
  readonly mode: number;
  readonly text: string;
  readonly opaque?: boolean;
}
type Op = readonly [string, ...(string | number | boolean)[]];
interface Case {
  readonly layers: readonly (readonly LayerNode[])[];
  readonly ops: readonly Op[];
}
interface Outcome {
  readonly results: unknown[];
  readonly merged: Record<string, string>;
  readonly upper: Record<string, string>;
}

// ---- the cases

const name = fc.constantFrom('a', 'b', 'c');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => `/${names.join('/')}`);

/** A layer that can be made: parents are directories, links lead to files. */
const layer = fc
  .array(
    fc.record({
      path,
      kind: fc.constantFrom<LayerNode['kind']>('dir', 'dir', 'file', 'file', 'symlink', 'link', 'whiteout'),
      mode: fc.constantFrom(0o755, 0o644, 0o700),
      text: fc.constantFrom('one', 'two longer', ''),
      opaque: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((wanted) => {
    const nodes = new Map<string, LayerNode>();
    for (const node of wanted) {
      if (nodes.has(node.path)) continue;
      const parts = node.path.split('/').slice(1);
      const parents = parts.slice(0, -1).map((_, i) => `/${parts.slice(0, i + 1).join('/')}`);
      if (parents.some((parent) => nodes.has(parent) && nodes.get(parent)!.kind !== 'dir')) continue;
      for (const parent of parents) {
        if (!nodes.has(parent)) nodes.set(parent, { kind: 'dir', path: parent, mode: 0o755, text: '' });
      }
      const file = [...nodes.values()].find((other) => other.kind === 'file');
      if (node.kind === 'link' && !file) continue;
      const text = node.kind === 'link' ? file!.path : node.kind === 'symlink' ? '/a' : node.text;
      nodes.set(node.path, { ...node, text, opaque: node.kind === 'dir' && node.opaque });
    }
    return [...nodes.values()];
  });

const op: fc.Arbitrary<Op> = fc.oneof(
  fc.tuple(fc.constant('write'), path, fc.constantFrom('x', 'yy'), fc.boolean()),
  fc.tuple(fc.constantFrom('touch', 'mkdir', 'rmdir', 'unlink', 'mkfifo'), path),
  fc.tuple(fc.constantFrom('rmdir', 'unlink', 'unlink', 'readdir', 'lstat'), path),
  fc.tuple(fc.constantFrom('rename', 'rename', 'link'), path, path),
  fc.tuple(fc.constant('symlink'), path, fc.constantFrom('b', '../c', 'nowhere')),
  fc.tuple(fc.constant('chmod'), path, fc.constantFrom(0o600, 0o755)),
  fc.tuple(fc.constant('chown'), path, fc.constantFrom(0, 7), fc.constantFrom(0, 8)),
  fc.tuple(fc.constant('utime'), path, fc.constant(500)),
  fc.tuple(fc.constant('truncate'), path, fc.constantFrom(0, 2, 20)),
  fc.tuple(fc.constantFrom('setxattr', 'removexattr'), path),
  fc.tuple(fc.constant('open'), path, fc.boolean()),
  fc.constantFrom<Op>(['readheld'], ['writeheld'], ['closeheld']),
);

const cases: fc.Arbitrary<Case> = fc.record({
  layers: fc.array(layer, { minLength: 1, maxLength: 3 }),
  ops: fc.array(op, { minLength: 1, maxLength: 30 }),
});

// ---- ours

function layerFs(nodes: readonly LayerNode[]): SyncFileSystem {
  const base = { uid: 0, gid: 0, mtime: LOWER_TIME };
  const entries: (TarHeader & { contents?: Uint8Array })[] = [
    { ...base, name: '.', type: 'directory', mode: 0o755 },
  ];
  for (const { kind, path: at, mode, text, opaque } of nodes) {
    const entry = { ...base, name: at.slice(1), mode };
    const slash = entry.name.lastIndexOf('/') + 1;
    if (kind === 'dir') entries.push({ ...entry, type: 'directory' });
    if (opaque) entries.push({ ...entry, name: `${entry.name}/.wh..wh..opq`, type: 'file' });
    if (kind === 'file') entries.push({ ...entry, type: 'file', contents: encode(text) });
    if (kind === 'symlink') entries.push({ ...entry, type: 'symlink', linkname: text });
    if (kind === 'link') entries.push({ ...entry, type: 'link', linkname: text.slice(1) });
    if (kind === 'whiteout') {
      const whiteout = `${entry.name.slice(0, slash)}.wh.${entry.name.slice(slash)}`;
      entries.push({ ...entry, name: whiteout, type: 'file' });
    }
  }
  const tar = packTar(entries);
  return createLayerFs(indexLayer(tar).index, () => bytesSource(tar));
}

const code = (error: unknown): string => {
  const found = (error as { code?: string }).code;
  if (!found) throw error;
  return found;
};

function contentsOf(fs: SyncFileSystem, ino: number): string {
  const file = fs.open(ino, O_RDONLY);
  const buffer = new Uint8Array(1000);
  const count = file.readAt(buffer, 0);
  file.close();
  return decode(buffer.subarray(0, count));
}

function describeNode(fs: SyncFileSystem, ino: number): string {
  const stat = fs.stat(ino);
  const seconds = stat.mtime / 1_000_000_000n;
  const isWhiteout = isChar(stat.mode) && stat.rdev === 0;
  const when = isWhiteout ? '-' : seconds < 1_000_000n ? seconds : 'now';
  let text = `0o${stat.mode.toString(8)} ${stat.uid}:${stat.gid} n${stat.nlink} ${when}`;
  if (isFile(stat.mode)) text += ` s${stat.size} ${contentsOf(fs, ino)}`;
  else if (isLink(stat.mode)) text += ` -> ${fs.readlink(ino)}`;
  else if (!isDir(stat.mode)) text += ` d${stat.rdev}`;
  const names = fs.listxattr(ino);
  if (names.includes('trusted.overlay.opaque')) text += ' opaque';
  const own = names.filter((each) => each.startsWith('user.'));
  return own.length ? `${text} ${own.join(',')}` : text;
}

function dump(fs: SyncFileSystem, ino = fs.root, at = '', found: Record<string, string> = {}): typeof found {
  found[at || '/'] = describeNode(fs, ino);
  if (isDir(fs.stat(ino).mode)) {
    for (const entry of fs.readdir(ino)) dump(fs, fs.lookup(ino, entry.name), `${at}/${entry.name}`, found);
  }
  return found;
}

interface Held {
  readonly file: OpenFile;
  readonly writable: boolean;
}

function perform(tree: FileTree, ctx: Context, [kind, ...args]: Op, held: Held[]): unknown {
  const at = args[0] as string;
  switch (kind) {
    case 'write': {
      const opened = tree.open(ctx, at, O_WRONLY | O_CREAT | (args[2] ? O_TRUNC : O_APPEND), 0o644);
      if (!('file' in opened)) return 'fifo';
      opened.file.writeAt(encode(args[1] as string), args[2] ? 0 : undefined);
      opened.file.close();
      return 'ok';
    }
    case 'touch': {
      const opened = tree.open(ctx, at, O_WRONLY | O_CREAT | O_EXCL, 0o600) as { file: OpenFile };
      opened.file.close();
      return 'ok';
    }
    case 'open': {
      if (((tree.stat(ctx, at) as Stat).mode & 0o170000) === S_IFIFO) return 'fifo';
      const opened = tree.open(ctx, at, args[1] ? O_RDWR : O_RDONLY);
      if (!('file' in opened)) return 'directory';
      held.push({ file: opened.file, writable: args[1] === true });
      return 'ok';
    }
    case 'readheld': {
      const buffer = new Uint8Array(100);
      const file = held.at(-1)?.file;
      return file ? decode(buffer.subarray(0, file.readAt(buffer, 0) as number)) : null;
    }
    case 'writeheld':
      if (!held.length) return null;
      // The descriptor refuses that, before any file system hears of it.
      if (!held.at(-1)!.writable) return 'EBADF';
      held.at(-1)!.file.writeAt(encode('HELD'), 1);
      return 'ok';
    case 'closeheld':
      held.pop()?.file.close();
      return 'ok';
    case 'readdir':
      return (tree.readdir(ctx, at) as readonly DirEntry[]).map((entry) => entry.name).sort();
    case 'lstat': {
      const node = tree.find(ctx, at, 'trailing') as { fs: SyncFileSystem; ino: number };
      return describeNode(node.fs, node.ino);
    }
    default:
      perform2(tree, ctx, kind, args);
      return 'ok';
  }
}

function perform2(tree: FileTree, ctx: Context, kind: string, args: readonly unknown[]): void {
  const at = args[0] as string;
  const time = BigInt(500) * 1_000_000_000n;
  const acts: Record<string, () => unknown> = {
    mkdir: () => tree.mkdir(ctx, at, 0o755),
    rmdir: () => tree.rmdir(ctx, at),
    unlink: () => tree.unlink(ctx, at),
    rename: () => tree.rename(ctx, at, args[1] as string),
    link: () => tree.link(ctx, at, args[1] as string),
    symlink: () => tree.symlink(ctx, args[1] as string, at),
    mkfifo: () => tree.mknod(ctx, at, S_IFIFO | 0o644, 0),
    chmod: () => tree.chmod(ctx, at, args[1] as number),
    chown: () => tree.chown(ctx, at, args[1] as number, args[2] as number),
    utime: () => tree.utimes(ctx, at, { atime: time, mtime: time }),
    truncate: () => tree.truncate(ctx, at, args[1] as number),
    setxattr: () => tree.setxattr(ctx, at, 'user.x', encode('1')),
    removexattr: () => tree.removexattr(ctx, at, 'user.x'),
  };
  acts[kind]!();
}

function ours({ layers, ops }: Case): Outcome {
  const upper = createMemoryFs({ root: { mode: 0o755 } });
  // The kernel's upper root is a fresh directory, too.
  const overlay = createOverlay({ lowers: layers.map(layerFs), upper });
  const tree = new FileTree(overlay);
  const ctx = tree.superuser();
  const held: Held[] = [];
  const results = ops.map((each) => {
    try {
      return perform(tree, ctx, each, held);
    } catch (error) {
      return code(error);
    }
  });
  for (const { file } of held) file.close();
  return { results, merged: dump(overlay), upper: dump(upper) };
}

// ---- the kernel's

function kernels(list: readonly Case[]): Outcome[] | string {
  if (process.getuid?.() !== 0) return 'needs root';
  const run = spawnSync('unshare', ['-m', 'python3', SCRIPT], {
    input: JSON.stringify(list),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (run.error) return `needs unshare and python3: ${run.error.message}`;
  if (run.status !== 0) return `no overlayfs here: ${run.stderr.trim().split('\n').at(-1)}`;
  return JSON.parse(run.stdout) as Outcome[];
}

const list = fc.sample(cases, { numRuns: RUNS, seed: SEED });
const answers = kernels(list);

describe('overlay against overlayfs', () => {
  if (typeof answers === 'string') {
    it.skip(`skipped: ${answers}`);
    return;
  }
  it(`behaves the same in ${RUNS} random sequences`, () => {
    for (const [i, each] of list.entries()) {
      const theirs = answers[i]!;
      const mine = ours(each);
      const at = mine.results.findIndex(
        (result, j) => JSON.stringify(result) !== JSON.stringify(theirs.results[j]),
      );
      const about = `case ${i}: ${JSON.stringify({ ...each, ops: at < 0 ? each.ops : each.ops.slice(0, at + 1) })}`;
      expect(mine.results, about).toEqual(theirs.results);
      expect(mine.merged, about).toEqual(theirs.merged);
      expect(mine.upper, about).toEqual(theirs.upper);
    }
  });
});
