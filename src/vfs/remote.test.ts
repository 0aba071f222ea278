import { expect, it } from 'vitest';
import { decode, encode } from '../base/index.ts';
import { O_CREAT, O_RDONLY, O_RDWR } from '../posix/index.ts';
import { connectFs, createMemoryFs, FileTree, type OpenFile, serveFs } from './index.ts';

it('is a file system at the other end of a port', async () => {
  const own = createMemoryFs();
  const { port1, port2 } = new MessageChannel();
  serveFs(own, port1);
  const fs = await connectFs(port2);
  try {
    const tree = new FileTree(fs, { source: 'laptop' });
    const ctx = tree.superuser();
    await tree.mkdir(ctx, '/d');
    const opened = (await tree.open(ctx, '/d/f', O_RDWR | O_CREAT)) as { file: OpenFile };
    const data = encode('hello world');
    expect(await opened.file.writeAt(data, undefined)).toBe(11);
    expect(data.length).toBe(11);
    const buffer = new Uint8Array(5);
    expect(await opened.file.readAt(buffer, 0)).toBe(5);
    expect(await opened.file.readAt(buffer, 5)).toBe(5);
    expect(decode(buffer)).toBe(' worl');
    await tree.symlink(ctx, 'd/f', '/l');
    expect(await tree.stat(ctx, '/l')).toMatchObject({ size: 11, dev: fs.dev });
    await expect(tree.rmdir(ctx, '/d')).rejects.toMatchObject({ name: 'PosixError', code: 'ENOTEMPTY' });
    await expect(tree.open(ctx, '/nope', O_RDONLY)).rejects.toMatchObject({ code: 'ENOENT' });
    await tree.unlink(ctx, '/d/f');
    expect(await opened.file.stat()).toMatchObject({ nlink: 0 });
    await opened.file.close();
    expect(own.inodes.size).toBe(3);
  } finally {
    port1.close();
    port2.close();
  }
});
