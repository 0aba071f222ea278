import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, encode, packTar, readTar, type TarHeader } from '../base/index.ts';
import { O_RDWR, S_IFSOCK } from '../posix/index.ts';
import {
  changes,
  createLayerFs,
  createMemoryFs,
  createOverlay,
  indexLayer,
  layerTar,
  type Overlay,
  treeTar,
  unpackTar,
  upperSize,
} from './index.ts';
import type { SyncFileSystem } from './sync.ts';

const base = { mode: 0o644, uid: 0, gid: 0, mtime: 5_000_000_000n };
const DIR = { mode: 0o755, uid: 0, gid: 0 };
const FILE = { mode: 0o644, uid: 0, gid: 0 };

function layerOf(tar: Uint8Array): SyncFileSystem {
  return createLayerFs(indexLayer(tar).index, () => bytesSource(tar));
}

function lower(): SyncFileSystem {
  const entries: (TarHeader & { contents?: Uint8Array })[] = [
    { ...base, name: 'd', type: 'directory', mode: 0o755 },
    { ...base, name: 'd/a', type: 'file', contents: encode('alpha') },
    { ...base, name: 'd/sub', type: 'directory', mode: 0o755 },
    { ...base, name: 'd/sub/x', type: 'file', contents: encode('x') },
    { ...base, name: 'e', type: 'directory', mode: 0o755 },
    { ...base, name: 'e/f', type: 'file', contents: encode('f') },
    { ...base, name: 'g', type: 'file', contents: encode('g') },
  ];
  return layerOf(packTar(entries));
}

function overlay(lowers: SyncFileSystem[] = [lower()]): Overlay {
  return createOverlay({ lowers, upper: createMemoryFs({ now: () => 9_000_500 }) });
}

function write(fs: SyncFileSystem, ino: number, text: string): void {
  const file = fs.open(ino, O_RDWR);
  file.writeAt(encode(text), 0);
  file.close();
}

const at = (fs: SyncFileSystem, path: string): number =>
  path.split('/').reduce((ino, name) => (name ? fs.lookup(ino, name) : ino), fs.root);

function sample(): Overlay {
  const fs = overlay();
  write(fs, at(fs, 'd/a'), 'ALPHA');
  fs.unlink(at(fs, 'd/sub'), 'x');
  fs.unlink(at(fs, 'e'), 'f');
  fs.rmdir(fs.root, 'e');
  fs.mkdir(fs.root, 'e', DIR);
  const n = fs.create(fs.root, 'new', FILE);
  write(fs, n, 'new!');
  fs.link(n, fs.root, 'new2');
  fs.symlink(fs.root, 'link', 'new', FILE);
  fs.mknod(fs.root, 'sock', { ...FILE, mode: S_IFSOCK | 0o600 }, 0);
  fs.setattr(at(fs, 'g'), { mode: 0o600 });
  fs.setattr(at(fs, 'g'), { mode: 0o644 });
  return fs;
}

describe('layer tar', () => {
  it('is the raw upper, as moby writes it', async () => {
    const tar = await collect(layerTar(sample()));
    const lines = [...readTar(bytesSource(tar))].map(
      (entry) =>
        `${entry.type} ${entry.mode.toString(8)} ${entry.name} ${entry.size} ${entry.mtime / 1_000_000_000n}`,
    );
    expect(lines).toEqual([
      'directory 755 d 0 5',
      'file 644 d/a 5 9000',
      'directory 755 d/sub 0 9000',
      'file 600 d/sub/.wh.x 0 9000',
      'directory 755 e 0 9000',
      'file 755 e/.wh..wh..opq 0 0',
      'file 644 g 1 5',
      'symlink 777 link 0 9000',
      'file 644 new 4 9000',
      'link 644 new2 0 9000',
    ]);
    expect(await collect(layerTar(sample()))).toEqual(tar);
    expect(upperSize(sample())).toBe(5 + 1 + 4 + 3);
    expect(indexLayer(tar).size).toBe(5 + 1 + 4 + 3);
  });

  it('applied to the lower layers is the merged tree', async () => {
    const merged = sample();
    const again = createOverlay({ lowers: [layerOf(await collect(layerTar(merged))), lower()] });
    // A socket is in no layer.
    merged.unlink(merged.root, 'sock');
    expect(await collect(treeTar(again))).toEqual(await collect(treeTar(merged)));
  });
});

describe('docker diff', () => {
  it('compares stat data', () => {
    expect(changes(sample()).map((change) => `${change.kind} ${change.path}`)).toEqual([
      'C /d',
      'C /d/a',
      'C /d/sub',
      'D /d/sub/x',
      'C /e',
      'D /e/f',
      'A /link',
      'A /new',
      'A /new2',
      'A /sock',
    ]);
    expect(changes(overlay([]))).toEqual([]);
  });

  it('shows a directory that became a file as one change', () => {
    const fs = overlay();
    fs.unlink(at(fs, 'e'), 'f');
    fs.rmdir(fs.root, 'e');
    fs.create(fs.root, 'e', FILE);
    expect(changes(fs)).toEqual([{ kind: 'C', path: '/e' }]);
  });
});

describe('unpacking', () => {
  const unpack = async (entries: (TarHeader & { contents?: Uint8Array })[]) => {
    const fs = createMemoryFs();
    const outside = fs.mkdir(fs.root, 'out', DIR);
    const into = fs.mkdir(fs.root, 'in', DIR);
    await unpackTar([packTar(entries)], fs, { into });
    return { fs, outside, into };
  };

  it('cannot be led out', async () => {
    const file: TarHeader & { contents: Uint8Array } = {
      ...base,
      name: 'x',
      type: 'file',
      contents: encode('!'),
    };
    await expect(unpack([{ ...file, name: '../out/x' }])).rejects.toMatchObject({ code: 'ETAR' });
    await expect(unpack([{ ...file, name: 'a/../../out/x' }])).rejects.toMatchObject({ code: 'ETAR' });
    const climbing = { ...base, name: 'l', type: 'symlink', linkname: '../out' } as const;
    await expect(unpack([climbing, { ...file, name: 'l/x' }])).rejects.toThrow(
      'statat l: path escapes from parent',
    );
    const { fs, outside, into } = await unpack([
      climbing,
      { ...base, name: 'abs', type: 'symlink', linkname: '/' },
      { ...file, name: 'abs/y' },
      { ...file, name: '/top' },
    ]);
    expect(fs.readdir(outside)).toEqual([]);
    expect(fs.readdir(into).map((entry) => entry.name)).toEqual(['l', 'abs', 'y', 'top']);
    await expect(unpack([{ ...base, name: 'h', type: 'link', linkname: '../out' }])).rejects.toMatchObject({
      code: 'ETAR',
    });
  });

  it('takes the last of several entries of a name, and refuses what ends early', async () => {
    const { fs, into } = await unpack([
      { ...base, name: 'x', type: 'directory', mode: 0o700 },
      { ...base, name: 'x/y', type: 'file', contents: encode('1') },
      { ...base, name: 'x', type: 'file', contents: encode('two') },
    ]);
    expect(fs.stat(fs.lookup(into, 'x')).size).toBe(3);
    const tar = packTar([{ ...base, name: 'x', type: 'file', contents: new Uint8Array(5000) }]);
    await expect(unpackTar([tar.subarray(0, 3000)], createMemoryFs())).rejects.toMatchObject({
      code: 'ETAR',
    });
    expect(() => indexLayer(tar.subarray(0, 3000))).toThrow('unexpected EOF');
    expect(() => indexLayer(new Uint8Array(2000).fill(65))).toThrow('invalid tar header');
  });

  it('keeps every kind of entry through tar and back', async () => {
    const name = fc.stringMatching(/^[a-zé]{1,120}$/);
    const entry = fc.record({
      name,
      type: fc.constantFrom('file', 'directory', 'symlink', 'char', 'fifo'),
      mode: fc.integer({ min: 0, max: 0o7777 }),
      uid: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      mtime: fc.bigInt({ min: 0n, max: 4_000_000_000_000_000_000n }),
      text: fc.string({ maxLength: 2000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(entry, { selector: (one) => one.name, maxLength: 8 }), async (list) => {
        const entries = list.map((one) => ({
          ...base,
          name: one.name,
          type: one.type as 'file',
          mode: one.mode,
          uid: one.uid,
          mtime: one.mtime,
          ...(one.type === 'file' ? { contents: encode(one.text) } : {}),
          ...(one.type === 'symlink' ? { linkname: `${one.text}x`.replaceAll('\0', '') } : {}),
          ...(one.type === 'char' ? { major: 5, minor: 300 } : {}),
          ...(one.text.length % 2 ? { xattrs: new Map([['user.a', encode(one.text)]]) } : {}),
        }));
        const tar = packTar(entries);
        const fs = createMemoryFs();
        // In odd pieces, as a network brings them.
        const pieces: Uint8Array[] = [];
        for (let i = 0; i < tar.length; i += 700) pieces.push(tar.subarray(i, i + 700));
        await unpackTar(pieces, fs);
        const out = await collect(treeTar(fs, { precise: true }));
        expect(out).toEqual(await collect(treeTar(layerOf(tar), { precise: true })));
      }),
      { numRuns: 60 },
    );
  });
});
