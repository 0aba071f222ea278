import { describe, expect, it } from 'vitest';
import { decode, encode } from '../base/index.ts';
import {
  makedev,
  O_CREAT,
  O_EXCL,
  O_NOFOLLOW,
  O_RDONLY,
  O_RDWR,
  O_TRUNC,
  S_IFCHR,
  S_IFIFO,
} from '../posix/index.ts';
import { type Context, FileTree, type OpenFile } from './index.ts';
import { createMemoryFs } from './memory.ts';

function setup(): { tree: FileTree; ctx: Context; user: Context } {
  const tree = new FileTree(createMemoryFs({ now: () => 1000 }));
  const ctx = tree.superuser();
  const user = { ...ctx, cred: { uid: 1000, gid: 1000, groups: [1000] } };
  return { tree, ctx, user };
}

function write(tree: FileTree, ctx: Context, path: string, text: string, mode = 0o666): void {
  const opened = tree.open(ctx, path, O_RDWR | O_CREAT | O_TRUNC, mode) as { file: OpenFile };
  opened.file.writeAt(encode(text), 0);
  opened.file.close();
}

function read(tree: FileTree, ctx: Context, path: string): string {
  const opened = tree.open(ctx, path, O_RDONLY) as { file: OpenFile };
  const buffer = new Uint8Array(1000);
  const length = opened.file.readAt(buffer, 0) as number;
  opened.file.close();
  return decode(buffer.subarray(0, length));
}

const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'ok';
};

describe('path walk', () => {
  it('follows links, also absolute and dangling ones, within the root', () => {
    const { tree, ctx } = setup();
    tree.mkdir(ctx, '/a');
    tree.symlink(ctx, '/a', '/l');
    tree.symlink(ctx, '../../x', '/a/up');
    write(tree, ctx, '/l/up', 'hi');
    expect(read(tree, ctx, '/x')).toBe('hi');
    expect(tree.readlink(ctx, '/l/up')).toBe('../../x');
    expect(code(() => tree.open(ctx, '/a/up', O_RDONLY | O_NOFOLLOW))).toBe('ELOOP');
    expect(code(() => tree.open(ctx, '/a/up', O_RDWR | O_CREAT | O_EXCL))).toBe('EEXIST');
  });

  it('gives up after forty links', () => {
    const { tree, ctx } = setup();
    tree.symlink(ctx, 'b', '/a');
    tree.symlink(ctx, 'a', '/b');
    expect(code(() => tree.stat(ctx, '/a'))).toBe('ELOOP');
    write(tree, ctx, '/l0', '');
    for (let i = 0; i < 40; i++) tree.symlink(ctx, `l${i}`, `/l${i + 1}`);
    expect(code(() => tree.stat(ctx, '/l40'))).toBe('ok');
    tree.symlink(ctx, 'l40', '/l41');
    expect(code(() => tree.stat(ctx, '/l41'))).toBe('ELOOP');
  });

  it('takes slashes at the end as Linux does', () => {
    const { tree, ctx } = setup();
    write(tree, ctx, '/f', '');
    tree.mkdir(ctx, '/d/');
    tree.symlink(ctx, 'd', '/l');
    expect(code(() => tree.stat(ctx, '/f/'))).toBe('ENOTDIR');
    expect(code(() => tree.open(ctx, '/new/', O_RDWR | O_CREAT))).toBe('EISDIR');
    expect(code(() => tree.unlink(ctx, '/l/'))).toBe('ENOTDIR');
    expect(code(() => tree.rmdir(ctx, '/l'))).toBe('ENOTDIR');
    expect((tree.lstat(ctx, '/l/') as { mode: number }).mode & 0o040000).toBe(0o040000);
    expect(code(() => tree.rmdir(ctx, '/d/.'))).toBe('EINVAL');
    expect(code(() => tree.rmdir(ctx, '/d/..'))).toBe('ENOTEMPTY');
    expect(code(() => tree.mkdir(ctx, '/'))).toBe('EEXIST');
    expect(code(() => tree.rmdir(ctx, '/'))).toBe('EBUSY');
    expect(code(() => tree.stat(ctx, ''))).toBe('ENOENT');
    expect(code(() => tree.stat(ctx, `/${'x'.repeat(256)}`))).toBe('ENAMETOOLONG');
    expect(code(() => tree.stat(ctx, '/x'.repeat(2048)))).toBe('ENAMETOOLONG');
  });

  it('cannot leave a chroot', () => {
    const { tree, ctx } = setup();
    tree.mkdir(ctx, '/jail');
    write(tree, ctx, '/secret', 's');
    tree.symlink(ctx, '/secret', '/jail/abs');
    tree.symlink(ctx, '../../../secret', '/jail/rel');
    const root = tree.directory(ctx, '/jail') as Context['root'];
    const jailed = { ...ctx, root, cwd: root };
    for (const path of ['/secret', '../secret', '/../secret', '/abs', '/rel', '../../jail/../secret']) {
      expect(code(() => tree.stat(jailed, path))).toBe('ENOENT');
    }
    expect(tree.getcwd(jailed)).toBe('/');
  });

  it('keeps the working directory through renames and removal', () => {
    const { tree, ctx } = setup();
    tree.mkdir(ctx, '/a');
    tree.mkdir(ctx, '/a/b');
    const inside = { ...ctx, cwd: tree.directory(ctx, '/a/b') as Context['cwd'] };
    tree.rename(ctx, '/a', '/z');
    expect(tree.getcwd(inside)).toBe('/z/b');
    tree.mkdir(ctx, '/q');
    tree.rename(ctx, '/z/b', '/q/c');
    expect(tree.getcwd(inside)).toBe('/q/c');
    expect((tree.find(inside, '..') as { name: string }).name).toBe('q');
    tree.rmdir(ctx, '/q/c');
    expect(code(() => tree.getcwd(inside))).toBe('ENOENT');
    expect(code(() => tree.open(inside, 'f', O_CREAT | O_RDWR))).toBe('ENOENT');
  });
});

describe('mounts', () => {
  it('are crossed both ways, hold files as well, and are busy', () => {
    const { tree, ctx } = setup();
    tree.mkdir(ctx, '/mnt');
    write(tree, ctx, '/hosts', 'below');
    const other = createMemoryFs();
    tree.mount(other, '/mnt', { source: 'vol' });
    write(tree, ctx, '/mnt/f', 'in');
    expect(other.readdir(other.root)).toHaveLength(1);
    const cwd = tree.directory(ctx, '/mnt') as Context['cwd'];
    expect(read(tree, { ...ctx, cwd }, '../mnt/f')).toBe('in');
    expect(tree.getcwd({ ...ctx, cwd })).toBe('/mnt');
    expect(code(() => tree.rename(ctx, '/hosts', '/mnt/hosts'))).toBe('EXDEV');
    expect(code(() => tree.link(ctx, '/hosts', '/mnt/hosts'))).toBe('EXDEV');
    expect(code(() => tree.rmdir(ctx, '/mnt'))).toBe('EBUSY');
    expect(code(() => tree.mount(other, '/hosts'))).toBe('ENOTDIR');
    tree.mount(other, '/hosts', { root: other.lookup(other.root, 'f'), readonly: true });
    expect(read(tree, ctx, '/hosts')).toBe('in');
    expect(code(() => tree.open(ctx, '/hosts', O_RDWR))).toBe('EROFS');
    expect(code(() => tree.unlink(ctx, '/hosts'))).toBe('EBUSY');
    expect(tree.mounts().map((mount) => `${mount.source} ${mount.target} ${mount.options}`)).toEqual([
      'tmpfs / rw',
      'vol /mnt rw',
      'tmpfs /hosts ro',
    ]);
    tree.unmount('/hosts');
    expect(read(tree, ctx, '/hosts')).toBe('below');
  });

  it('of read-only kind refuse every change', () => {
    const { tree, ctx } = setup();
    const fs = createMemoryFs();
    fs.create(fs.root, 'f', { mode: 0o666, uid: 0, gid: 0 });
    tree.mkdir(ctx, '/ro');
    tree.mount(fs, '/ro', { readonly: true });
    const acts = [
      () => tree.mkdir(ctx, '/ro/d'),
      () => tree.unlink(ctx, '/ro/f'),
      () => tree.rename(ctx, '/ro/f', '/ro/g'),
      () => tree.chmod(ctx, '/ro/f', 0),
      () => tree.chown(ctx, '/ro/f', 1, 1),
      () => tree.truncate(ctx, '/ro/f', 0),
      () => tree.symlink(ctx, 'x', '/ro/s'),
      () => tree.link(ctx, '/ro/f', '/ro/g'),
      () => tree.open(ctx, '/ro/f', O_RDWR),
      () => tree.open(ctx, '/ro/n', O_RDWR | O_CREAT),
      () => tree.access(ctx, '/ro/f', 2),
    ];
    for (const act of acts) expect(code(act)).toBe('EROFS');
    expect(code(() => tree.mkdir(ctx, '/ro/f'))).toBe('EEXIST');
  });
});

describe('permissions', () => {
  it('hold for all but root', () => {
    const { tree, ctx, user } = setup();
    write(tree, ctx, '/secret', 's', 0o600);
    tree.mkdir(ctx, '/closed', 0o700);
    write(tree, ctx, '/closed/f', '');
    expect(code(() => tree.open(user, '/secret', O_RDONLY))).toBe('EACCES');
    expect(code(() => tree.stat(user, '/closed/f'))).toBe('EACCES');
    expect(code(() => tree.readdir(user, '/closed'))).toBe('EACCES');
    expect(code(() => tree.directory(user, '/closed'))).toBe('EACCES');
    expect(code(() => tree.mkdir(user, '/new'))).toBe('EACCES');
    expect(code(() => tree.chmod(user, '/secret', 0o777))).toBe('EPERM');
    expect(code(() => tree.chown(user, '/secret', 1000, 1000))).toBe('EPERM');
    expect(code(() => tree.access(ctx, '/secret', 1))).toBe('EACCES');
    expect(code(() => tree.open(ctx, '/secret', O_RDWR))).toBe('ok');
  });

  it('keep others from removing in a sticky directory, and hand the group down', () => {
    const { tree, ctx, user } = setup();
    tree.mkdir(ctx, '/tmp');
    tree.chmod(ctx, '/tmp', 0o1777);
    write(tree, ctx, '/tmp/roots', '');
    write(tree, user, '/tmp/mine', '');
    expect(code(() => tree.unlink(user, '/tmp/roots'))).toBe('EPERM');
    expect(code(() => tree.rename(user, '/tmp/mine', '/tmp/roots'))).toBe('EPERM');
    expect(code(() => tree.unlink(user, '/tmp/mine'))).toBe('ok');
    tree.mkdir(ctx, '/g');
    tree.chown(ctx, '/g', 1000, 50);
    tree.chmod(ctx, '/g', 0o2775);
    tree.mkdir(user, '/g/sub');
    expect(tree.stat(ctx, '/g/sub')).toMatchObject({ gid: 50, mode: 0o042755 });
    write(tree, user, '/g/f', '');
    expect(tree.stat(ctx, '/g/f')).toMatchObject({ gid: 50, uid: 1000, mode: 0o100644 });
  });

  it('take set-id bits away with the owner', () => {
    const { tree, ctx } = setup();
    write(tree, ctx, '/su', '', 0o777);
    tree.chmod(ctx, '/su', 0o6755);
    tree.chown(ctx, '/su', 5, -1);
    expect(tree.stat(ctx, '/su')).toMatchObject({ uid: 5, gid: 0, mode: 0o100755 });
  });
});

describe('open', () => {
  it('names what is no regular file', () => {
    const { tree, ctx } = setup();
    tree.mknod(ctx, '/null', S_IFCHR | 0o666, makedev(1, 3));
    tree.mknod(ctx, '/fifo', S_IFIFO | 0o600, 0);
    expect(tree.open(ctx, '/null', O_RDWR)).toMatchObject({ kind: 'char', rdev: makedev(1, 3) });
    expect(tree.open(ctx, '/fifo', O_RDONLY)).toMatchObject({ kind: 'fifo' });
    expect(tree.open(ctx, '/', O_RDONLY)).toMatchObject({ kind: 'directory' });
    expect(code(() => tree.open(ctx, '/', O_RDWR))).toBe('EISDIR');
  });

  it('lets a file live while it is open', () => {
    const { tree, ctx } = setup();
    write(tree, ctx, '/f', 'still');
    const { file } = tree.open(ctx, '/f', O_RDWR) as { file: OpenFile };
    tree.unlink(ctx, '/f');
    const buffer = new Uint8Array(5);
    expect(file.readAt(buffer, 0)).toBe(5);
    expect(file.stat()).toMatchObject({ nlink: 0, size: 5 });
    file.writeAt(encode('!'), undefined);
    expect(file.stat()).toMatchObject({ size: 6 });
    file.close();
  });
});
