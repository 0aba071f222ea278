import { describe, expect, it } from 'vitest';
import { bytesSource, decode, encode, packTar } from '../base/index.ts';
import { makedev, O_RDONLY, O_RDWR, O_TRUNC, S_IFCHR } from '../posix/index.ts';
import {
  createLayerFs,
  createMemoryFs,
  createOverlay,
  indexLayer,
  type Overlay,
  type TraceEvent,
} from './index.ts';
import type { SyncFileSystem } from './sync.ts';

const base = { mode: 0o644, uid: 0, gid: 0, mtime: 5_000_000_000n };
const dir = (name: string) => ({ ...base, name, type: 'directory' as const, mode: 0o755 });
const file = (name: string, text: string) => ({
  ...base,
  name,
  type: 'file' as const,
  contents: encode(text),
});

function layer(entries: Parameters<typeof packTar>[0]): SyncFileSystem {
  const tar = packTar(entries);
  return createLayerFs(indexLayer(tar).index, () => bytesSource(tar));
}

const NODE = { mode: 0o644, uid: 0, gid: 0 };
const lower = () =>
  layer([
    dir('d'),
    file('d/a', 'alpha'),
    { ...base, name: 'd/b', type: 'link', linkname: 'd/a' },
    dir('d/sub'),
    file('d/sub/x', 'x'),
    file('top', 'one'),
    { ...base, name: 'l', type: 'symlink', linkname: 'd/a', mode: 0o777 },
  ]);
const middle = () =>
  layer([
    dir('d'),
    file('d/.wh.sub', ''),
    file('d/c', 'gamma'),
    file('.wh.top', ''),
    dir('e'),
    file('e/f', 'f'),
  ]);

function mount(): { fs: Overlay; events: TraceEvent[] } {
  const events: TraceEvent[] = [];
  const fs = createOverlay({
    lowers: [middle(), lower()],
    upper: createMemoryFs({ now: () => 9000 }),
    onTrace: (event) => events.push(event),
  });
  return { fs, events };
}

function at(fs: SyncFileSystem, path: string): number {
  let ino = fs.root;
  for (const name of path.split('/').filter(Boolean)) ino = fs.lookup(ino, name);
  return ino;
}
const list = (fs: SyncFileSystem, path: string): string[] =>
  fs
    .readdir(at(fs, path))
    .map((entry) => entry.name)
    .sort();
function read(fs: SyncFileSystem, path: string): string {
  const open = fs.open(at(fs, path), O_RDONLY);
  const buffer = new Uint8Array(100);
  return decode(buffer.subarray(0, open.readAt(buffer, 0)));
}
const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'ok';
};

describe('overlay', () => {
  it('merges layers, with whiteouts between them', () => {
    const { fs } = mount();
    expect(list(fs, '/')).toEqual(['d', 'e', 'l']);
    expect(list(fs, '/d')).toEqual(['a', 'b', 'c']);
    expect(read(fs, '/d/a')).toBe('alpha');
    expect(fs.readlink(at(fs, '/l'))).toBe('d/a');
    expect(code(() => at(fs, '/top'))).toBe('ENOENT');
    expect(code(() => at(fs, '/d/sub'))).toBe('ENOENT');
    expect(fs.stat(at(fs, '/d')).nlink).toBe(1);
    expect(fs.stat(at(fs, '/e')).nlink).toBe(2);
    expect(fs.upper!.readdir(1)).toEqual([]);
  });

  it('copies up with parents and metadata before the first write, and breaks hard links', () => {
    const { fs, events } = mount();
    const a = at(fs, '/d/a');
    const before = fs.stat(a);
    expect(before.nlink).toBe(2);
    expect(fs.stat(at(fs, '/d/b')).ino).toBe(before.ino);
    const reader = fs.open(a, O_RDONLY);
    fs.setattr(a, { mode: 0o600 });
    expect(fs.stat(a)).toMatchObject({ ino: before.ino, mtime: before.mtime, nlink: 1, mode: 0o100600 });
    expect(fs.stat(at(fs, '/d/b'))).toMatchObject({ nlink: 2, mode: 0o100644 });
    expect(list(fs.upper!, '/')).toEqual(['d']);
    expect(fs.upper!.stat(at(fs.upper!, '/d')).mtime).toBe(5_000_000_000n);
    const writer = fs.open(a, O_RDWR);
    writer.writeAt(encode('!'), undefined);
    const buffer = new Uint8Array(10);
    expect(decode(buffer.subarray(0, reader.readAt(buffer, 0)))).toBe('alpha!');
    expect(read(fs, '/d/b')).toBe('alpha');
    writer.close();
    expect(events).toEqual([
      { kind: 'copy-up', path: '/d', bytes: 0, layer: 0 },
      { kind: 'copy-up', path: '/d/a', bytes: 5, layer: 1 },
      { kind: 'attributes', path: '/d/a' },
      { kind: 'write', path: '/d/a', bytes: 1 },
    ]);
  });

  it('copies nothing that is truncated', () => {
    const { fs, events } = mount();
    fs.open(at(fs, '/d/a'), O_RDWR | O_TRUNC).close();
    expect(events[1]).toEqual({ kind: 'copy-up', path: '/d/a', bytes: 0, layer: 1 });
    expect(fs.stat(at(fs, '/d/a')).size).toBe(0);
  });

  it('removes with whiteouts only where something would show', () => {
    const { fs } = mount();
    const d = at(fs, '/d');
    fs.unlink(d, 'a');
    fs.create(d, 'new', NODE);
    fs.unlink(d, 'new');
    expect(list(fs, '/d')).toEqual(['b', 'c']);
    const upper = fs.upper!;
    expect(list(upper, '/d')).toEqual(['a']);
    expect(upper.stat(at(upper, '/d/a'))).toMatchObject({ mode: S_IFCHR, rdev: 0 });
    expect(code(() => fs.rmdir(fs.root, 'd'))).toBe('ENOTEMPTY');
    fs.unlink(d, 'b');
    fs.unlink(d, 'c');
    fs.rmdir(fs.root, 'd');
    expect(upper.stat(at(upper, '/d')).mode).toBe(S_IFCHR);
    expect(code(() => at(fs, '/d'))).toBe('ENOENT');
  });

  it('makes a directory over a whiteout opaque', () => {
    const { fs } = mount();
    const e = at(fs, '/e');
    fs.unlink(e, 'f');
    fs.rmdir(fs.root, 'e');
    fs.mkdir(fs.root, 'e', { mode: 0o755, uid: 0, gid: 0 });
    expect(list(fs, '/e')).toEqual([]);
    const upper = fs.upper!;
    expect(decode(upper.getxattr(at(upper, '/e'), 'trusted.overlay.opaque'))).toBe('y');
    expect(code(() => fs.getxattr(at(fs, '/e'), 'trusted.overlay.opaque'))).toBe('ENOTSUP');
    expect(fs.listxattr(at(fs, '/e'))).toEqual([]);
    fs.mkdir(fs.root, 'plain', { mode: 0o755, uid: 0, gid: 0 });
    expect(upper.listxattr(at(upper, '/plain'))).toEqual([]);
  });

  it('refuses to rename what has something below, and marks what it moves', () => {
    const { fs } = mount();
    const { root } = fs;
    expect(code(() => fs.rename(root, 'd', root, 'z'))).toBe('EXDEV');
    expect(code(() => fs.rename(root, 'e', root, 'z'))).toBe('EXDEV');
    fs.rename(at(fs, '/d'), 'a', root, 'moved');
    expect(read(fs, '/moved')).toBe('alpha');
    expect(code(() => at(fs, '/d/a'))).toBe('ENOENT');
    expect(list(fs.upper!, '/d')).toEqual(['a']);
    fs.mkdir(root, 'n', { mode: 0o755, uid: 0, gid: 0 });
    fs.rename(root, 'n', root, 'm');
    expect(fs.upper!.listxattr(at(fs.upper!, '/m'))).toEqual(['trusted.overlay.opaque']);
    expect(code(() => fs.mknod(root, 'w', { mode: S_IFCHR, uid: 0, gid: 0 }, 0))).toBe('EPERM');
    expect(code(() => fs.mknod(root, 'null', { mode: S_IFCHR, uid: 0, gid: 0 }, makedev(1, 3)))).toBe('ok');
  });

  it('keeps open files that lose their name, above and below', () => {
    const { fs } = mount();
    const d = at(fs, '/d');
    const c = at(fs, '/d/c');
    const open = fs.open(c, O_RDONLY);
    fs.unlink(d, 'c');
    fs.setattr(c, { mode: 0o600 });
    const buffer = new Uint8Array(10);
    expect(decode(buffer.subarray(0, open.readAt(buffer, 0)))).toBe('gamma');
    open.close();
    expect(code(() => fs.stat(c))).toBe('ENOENT');
    expect(list(fs, '/d')).toEqual(['a', 'b']);
  });

  it('is read-only without an upper, and whole when the upper is full', () => {
    const plain = createOverlay({ lowers: [middle(), lower()] });
    expect(code(() => plain.unlink(plain.root, 'e'))).toBe('EISDIR');
    expect(code(() => plain.unlink(at(plain, '/d'), 'a'))).toBe('EROFS');
    expect(code(() => plain.create(plain.root, 'n', NODE))).toBe('EROFS');
    const full = createOverlay({ lowers: [lower()], upper: createMemoryFs({ quota: 800 }) });
    expect(code(() => full.open(at(full, '/d/a'), O_RDWR))).toBe('ENOSPC');
    expect(read(full, '/d/a')).toBe('alpha');
    expect(list(full, '/d')).toEqual(['a', 'b', 'sub']);
  });
});
