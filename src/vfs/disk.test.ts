import { describe, expect, it } from 'vitest';
import { bytesSource, type Clock, encode, StrataError } from '../base/index.ts';
import { O_RDWR, S_IFCHR } from '../posix/index.ts';
import { type BlobHandle, type BlobRef, createMemoryBackend } from '../store/index.ts';
import { checkTree, type FileSystem, type MemoryFs, openDisk, settleWrite } from './index.ts';

const NODE = { mode: 0o644, uid: 1, gid: 2 };

/** A clock whose sleeps end when told. */
function handClock(): Clock & { tick(): Promise<void> } {
  const sleeping: (() => void)[] = [];
  return {
    now: () => 1000,
    monotonic: () => 0,
    sleep: () => new Promise((resolve) => sleeping.push(resolve)),
    async tick() {
      for (const wake of sleeping.splice(0)) wake();
      for (let i = 0; i < 20; i++) await Promise.resolve();
    },
  };
}

function opened(ref: BlobRef): BlobHandle {
  if (ref.kind !== 'bytes') throw new Error(ref.kind);
  return bytesSource(ref.bytes);
}

function fill(fs: MemoryFs, ino: number, bytes: number, at = 0): void {
  const file = fs.open(ino, O_RDWR);
  const piece = new Uint8Array(bytes).fill(7);
  file.writeAt(piece, at);
  file.close();
}

/** Everything that can be seen of a tree. */
async function picture(fs: FileSystem, ino = fs.root): Promise<unknown> {
  const { dev: _, ...stat } = await fs.stat(ino);
  const names = await fs.listxattr(ino);
  const xattrs = await Promise.all(names.map(async (name) => [name, [...(await fs.getxattr(ino, name))]]));
  if ((stat.mode & 0o170000) === 0o040000) {
    const entries: unknown[] = [];
    for (const entry of await fs.readdir(ino)) entries.push([entry.name, await picture(fs, entry.ino)]);
    return { stat, xattrs, entries };
  }
  if ((stat.mode & 0o170000) === 0o120000) return { stat, xattrs, target: await fs.readlink(ino) };
  if ((stat.mode & 0o170000) !== 0o100000) return { stat, xattrs };
  const file = await fs.open(ino, 0);
  const buffer = new Uint8Array(stat.size);
  await file.readAt(buffer, 0);
  await file.close();
  return { stat, xattrs, sum: buffer.reduce((a, b) => (a * 31 + b) % 1_000_003, 0) };
}

describe('disk', () => {
  it('gives back the same tree, inode numbers and all', async () => {
    const store = createMemoryBackend();
    let now = 1_700_000_000_123.5;
    const disk = await openDisk(store, { now: () => now++ });
    const { fs } = disk;
    const d = fs.mkdir(1, 'd', { mode: 0o755, uid: 0, gid: 0 });
    const small = fs.create(d, 'small', NODE);
    fill(fs, small, 10);
    fs.link(small, 1, 'hard');
    const big = fs.create(d, 'big', NODE);
    fill(fs, big, 200_000);
    const sparse = fs.create(d, 'sparse', NODE);
    fill(fs, sparse, 3, 1_000_000);
    fill(fs, sparse, 10_000, 5_000_000);
    fs.setattr(sparse, { size: 20_000_000 });
    // Units of 512 bytes: one page, and the four that the second piece lies in.
    expect(fs.stat(sparse).blocks).toBe(5 * 8);
    fill(fs, fs.create(d, 'cut', NODE), 100_000);
    fs.setattr(fs.lookup(d, 'cut'), { size: 5000 });
    expect(fs.stat(fs.lookup(d, 'cut')).blocks).toBe(16);
    fs.symlink(d, 'l', '../d', NODE);
    fs.mknod(d, 'null', { ...NODE, mode: S_IFCHR | 0o666 }, 259);
    fs.setxattr(small, 'user.x', encode('y'));
    fs.unlink(d, 'l');
    for (let i = 0; i < 200; i++) fs.create(d, `f${i}`, NODE);
    const gone = fs.create(d, 'gone', NODE);
    fs.open(gone, O_RDWR).writeAt(new Uint8Array(100_000), 0);
    fs.unlink(d, 'gone');
    await disk.close();
    const again = await openDisk(store);
    expect(await picture(again.fs)).toEqual(await picture(fs));
    expect(again.fs.nextIno).toBe(fs.nextIno);
    expect(again.fs.inodes.has(gone)).toBe(false);
    again.fs.unlink(again.fs.lookup(1, 'd'), 'big');
    await again.close();
    expect(await store.keys(`c/${big}/`)).toEqual([]);
    expect((await openDisk(store)).fs.inodes.size).toBe(again.fs.inodes.size);
  });

  it('writes one chunk for one changed byte, in one commit', async () => {
    const memory = createMemoryBackend();
    const commits: { puts: string[]; deletes: readonly string[] }[] = [];
    const store = {
      ...memory,
      commit: (puts: Parameters<typeof memory.commit>[0], deletes: readonly string[]) => {
        commits.push({ puts: puts.map((put) => put.key), deletes });
        return memory.commit(puts, deletes);
      },
    };
    const disk = await openDisk(store);
    const big = disk.fs.create(1, 'big', NODE);
    fill(disk.fs, big, 20 * 65536);
    await disk.flush();
    expect(commits[0]!.puts).toHaveLength(2 + 20);
    fill(disk.fs, big, 1, 5 * 65536 + 17);
    await disk.flush();
    expect(commits[1]).toEqual({ puts: ['meta', 'i/0', `c/${big}/5`], deletes: [] });
    disk.fs.setattr(big, { size: 65536 });
    await disk.flush();
    expect(commits[2]!.deletes).toHaveLength(19);
    await disk.flush();
    expect(commits).toHaveLength(3);
  });

  it('holds of large files only what was used last, and finds all of it', async () => {
    const store = createMemoryBackend();
    let reads = 0;
    const openBlob = (ref: BlobRef): BlobHandle => {
      reads++;
      return opened(ref);
    };
    let seed = 7;
    const upTo = (n: number): number => {
      // Park and Miller's minimal standard generator.
      seed = (seed * 48271) % 2147483647;
      return seed % n;
    };
    let disk = await openDisk(store, { clock: handClock(), openBlob });
    let ino = disk.fs.create(1, 'f', NODE);
    let expected = new Uint8Array(0);
    const write = (at: number, bytes: Uint8Array): void => {
      const file = disk.fs.open(ino, O_RDWR);
      file.writeAt(bytes, at);
      file.close();
      const grown = new Uint8Array(Math.max(expected.length, at + bytes.length));
      grown.set(expected);
      grown.set(bytes, at);
      expected = grown;
    };
    const truncate = (size: number): void => {
      disk.fs.setattr(ino, { size });
      const cut = new Uint8Array(size);
      cut.set(expected.subarray(0, size));
      expected = cut;
    };
    const check = (at: number, length: number): void => {
      const buffer = new Uint8Array(length);
      const file = disk.fs.open(ino, 0);
      const count = file.readAt(buffer, at);
      file.close();
      expect(Buffer.compare(buffer.subarray(0, count), expected.subarray(at, at + length))).toBe(0);
    };
    const noise = (length: number): Uint8Array => new Uint8Array(length).fill(1 + upTo(255));
    for (let at = 0; at < 24; at++) write(at * 1_000_000, noise(1_000_000));
    await disk.flush();
    for (let step = 0; step < 400; step++) {
      const kind = upTo(20);
      if (kind < 8) check(upTo(expected.length), 1 + upTo(300_000));
      else if (kind < 14) write(upTo(expected.length + 100_000), noise(1 + upTo(200_000)));
      else if (kind === 14) truncate(Math.max(0, expected.length - upTo(500_000)));
      else if (kind === 15) truncate(expected.length + upTo(200_000));
      else if (kind === 16) {
        await disk.close();
        disk = await openDisk(store, { clock: handClock(), openBlob });
        ino = disk.fs.lookup(1, 'f');
      } else await disk.flush();
      expect(disk.fs.stat(ino).size).toBe(expected.length);
    }
    expect(reads).toBeGreaterThan(500);
    check(0, expected.length);
    // Without a name it is still there, and gone with who has it open.
    await disk.flush();
    const file = disk.fs.open(ino, O_RDWR);
    disk.fs.unlink(1, 'f');
    await disk.flush();
    const buffer = new Uint8Array(expected.length);
    expect(file.readAt(buffer, 0)).toBe(expected.length);
    expect(Buffer.compare(buffer, expected)).toBe(0);
    expect((await store.keys('c/')).length).toBeGreaterThan(100);
    const crashed = await openDisk(store, { openBlob });
    expect(crashed.fs.readdir(1)).toEqual([]);
    file.close();
    await disk.flush();
    expect(await store.keys('c/')).toEqual([]);
  });

  it('takes away, after a crash, what only an open file had', async () => {
    const store = createMemoryBackend();
    const { fs, flush } = await openDisk(store, { clock: handClock(), openBlob: opened });
    const ino = fs.create(1, 'f', NODE);
    fill(fs, ino, 1_000_000);
    fs.open(ino, O_RDWR);
    fs.unlink(1, 'f');
    await flush();
    expect((await store.keys('c/')).length).toBe(16);
    const again = await openDisk(store, { clock: handClock(), openBlob: opened });
    again.fs.mkdir(1, 'd', NODE);
    await again.flush();
    expect(await store.keys('c/')).toEqual([]);
  });

  it('answers EIO where stored bytes cannot be read', async () => {
    const store = createMemoryBackend();
    const disk = await openDisk(store, { clock: handClock() });
    fill(disk.fs, disk.fs.create(1, 'f', NODE), 1_000_000);
    await disk.close();
    const openBlob = (): never => {
      throw new Error('gone');
    };
    const again = await openDisk(store, { clock: handClock(), openBlob });
    const file = again.fs.open(again.fs.lookup(1, 'f'), O_RDWR);
    expect(() => file.readAt(new Uint8Array(10), 0)).toThrow('I/O error');
    expect(checkTree(again.fs)).toBe('f cannot be read: I/O error');
    file.writeAt(new Uint8Array(65536), 65536);
    expect(file.readAt(new Uint8Array(10), 65536)).toBe(10);
  });

  it('writes by itself soon after a change, and keeps what could not be written', async () => {
    const memory = createMemoryBackend();
    let full = true;
    const store = {
      ...memory,
      commit: (puts: Parameters<typeof memory.commit>[0], deletes: readonly string[]) =>
        full ? Promise.reject(new StrataError('ENOSPC', 'full')) : memory.commit(puts, deletes),
    };
    const clock = handClock();
    const errors: unknown[] = [];
    const disk = await openDisk(store, { clock, onError: (error) => errors.push(error) });
    disk.fs.mkdir(1, 'd', NODE);
    fill(disk.fs, disk.fs.create(1, 'f', NODE), 100_000);
    await clock.tick();
    expect(errors).toHaveLength(1);
    await expect(disk.fs.sync()).rejects.toMatchObject({ code: 'ENOSPC' });
    full = false;
    await clock.tick();
    expect(await picture((await openDisk(memory)).fs)).toEqual(await picture(disk.fs));
  });

  it('takes away first, where the disk has no room for both', async () => {
    const memory = createMemoryBackend({ quota: 10_000_000 });
    const store = {
      ...memory,
      // As files are: what a commit brings is there before what it replaces is gone.
      async commit(puts: Parameters<typeof memory.commit>[0], deletes: readonly string[]) {
        const bytes = puts.reduce(
          (sum, { value }) => sum + (value instanceof Uint8Array ? value.length : 0),
          0,
        );
        if (bytes > (await memory.space()).free) throw new StrataError('ENOSPC', 'full');
        await memory.commit(puts, deletes);
      },
    };
    const disk = await openDisk(store, { clock: handClock() });
    const { fs } = disk;
    fill(fs, fs.create(1, 'old', NODE), 7_000_000);
    fill(fs, fs.create(1, 'kept', NODE), 200_000);
    await disk.flush();
    fill(fs, fs.create(1, 'new', NODE), 5_000_000);
    await expect(disk.flush()).rejects.toMatchObject({ code: 'ENOSPC' });
    fs.unlink(1, 'old');
    await disk.flush();
    expect(await picture((await openDisk(memory)).fs)).toEqual(await picture(fs));
    // What does not fit even so waits; the removal is done.
    fs.unlink(1, 'new');
    fill(fs, fs.create(1, 'large', NODE), 12_000_000);
    await expect(disk.flush()).rejects.toMatchObject({ code: 'ENOSPC' });
    expect((await memory.space()).free).toBeGreaterThan(9_500_000);
    expect((await openDisk(memory)).fs.readdir(1).map(({ name }) => name)).toEqual(['kept', 'large']);
    fs.setattr(fs.lookup(1, 'large'), { size: 1_000_000 });
    await disk.flush();
    expect(await picture((await openDisk(memory)).fs)).toEqual(await picture(fs));
  });

  it('keeps nothing of a write that a full disk could not take', async () => {
    const disk = await openDisk(createMemoryBackend({ quota: 1_000_000 }), { clock: handClock() });
    const { fs } = disk;
    const file = fs.open(fs.create(1, 'f', NODE), O_RDWR);
    const write = (bytes: number): unknown =>
      settleWrite(fs, file, file.writeAt(new Uint8Array(bytes).fill(1), undefined), bytes);
    expect(await write(500_000)).toBe(500_000);
    await expect(write(9_000_000)).rejects.toMatchObject({ code: 'ENOSPC' });
    for (let i = 0; i < 5; i++) await expect(write(600_000)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(file.stat().size).toBe(500_000);
    expect(await write(100_000)).toBe(600_000);
    await disk.flush();
  });

  it('lets who writes much wait, and hear that the disk is full; a removal makes room', async () => {
    const store = createMemoryBackend({ quota: 20_000_000 });
    const disk = await openDisk(store, { clock: handClock() });
    const { fs } = disk;
    const big = fs.create(1, 'big', NODE);
    fill(fs, big, 7_000_000);
    expect(fs.settle()).toBeUndefined();
    fill(fs, big, 7_000_000, 7_000_000);
    await fs.settle();
    expect((await store.space()).free).toBeLessThan(6_500_000);
    fill(fs, big, 9_000_000, 14_000_000);
    await expect(fs.settle()).rejects.toMatchObject({ code: 'ENOSPC', message: 'No space left on device' });
    // Until there is room, small writes hear it too.
    fill(fs, fs.create(1, 'small', NODE), 10);
    await expect(fs.settle()).rejects.toMatchObject({ code: 'ENOSPC' });
    expect((await openDisk(store)).fs.readdir(1).map(({ name }) => name)).toEqual(['big']);
    fs.unlink(1, 'big');
    await fs.settle();
    expect(fs.settle()).toBeUndefined();
    expect((await openDisk(store)).fs.readdir(1).map(({ name }) => name)).toEqual(['small']);
    const { blocks, free } = await fs.statfs();
    expect(blocks * 4096).toBeGreaterThan(19_990_000);
    expect(free * 4096).toBeGreaterThan(19_900_000);
  });
});
