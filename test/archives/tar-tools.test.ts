/** Our tars as GNU tar, bsdtar and Python read them, and theirs as we do: in each format they write. */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bytesOf,
  bytesSource,
  digestSync,
  packTar,
  readTar,
  type TarEntry,
  type TarHeader,
} from '../../src/base/index.ts';
import { hasTool, pythonList, runTool } from './tools.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'strata-tools-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

type Written = TarHeader & { readonly contents?: Uint8Array };

/** A character for each byte. */
const binary = (text: string): string => Buffer.from(bytesOf(text)).toString('latin1');

/** Entries that each of the tools has a way to show: names of every length, all types. */
function sample(count: number): Written[] {
  const part = fc.oneof(
    fc.stringMatching(/^[a-z0-9_-]{1,12}$/),
    fc.constantFrom('grüße', '日本', '\udcfc\udcff', 'a b', "q'uote"),
    fc.integer({ min: 80, max: 150 }).map((length) => 'n'.repeat(length)),
  );
  const one = fc.record({
    path: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
    type: fc.constantFrom(
      'file' as const,
      'file' as const,
      'directory' as const,
      'symlink' as const,
      'char' as const,
      'fifo' as const,
    ),
    mode: fc.integer({ min: 0, max: 0o7777 }),
    uid: fc.oneof(fc.integer({ min: 0, max: 70_000 }), fc.constant(3_000_000)),
    gid: fc.oneof(fc.integer({ min: 0, max: 70_000 }), fc.constant(4_000_000)),
    mtime: fc.oneof(
      fc.bigInt({ min: 0n, max: 2n ** 32n }).map((seconds) => seconds * 1_000_000_000n),
      // Whole microseconds: Python has them as floating point.
      fc.bigInt({ min: 0n, max: 10n ** 15n }).map((micros) => micros * 1000n),
      fc.constant(10_000_000_000n * 1_000_000_000n),
    ),
    contents: fc.uint8Array({ maxLength: 3000 }),
    target: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
    minor: fc.integer({ min: 0, max: 255 }),
  });
  return fc.sample(one, { numRuns: count, seed: 1 }).map((each, i) => ({
    ...{ name: `${i}/${each.path}`, type: each.type, mode: each.mode },
    ...{ uid: each.uid, gid: each.gid, mtime: each.mtime },
    ...(each.type === 'file' ? { contents: each.contents } : {}),
    ...(each.type === 'symlink' ? { linkname: each.target } : {}),
    ...(each.type === 'char' ? { major: 5, minor: each.minor } : {}),
    ...(i % 7 === 0 ? { xattrs: new Map([['user.note', new Uint8Array([0, 10, 255])]]) } : {}),
  }));
}

describe('what we write', () => {
  const entries = sample(300);
  entries.push({
    ...entries.find(({ type }) => type === 'file')!,
    name: 'last',
    type: 'link',
    linkname: entries.find(({ type }) => type === 'file')!.name,
  } as Written);
  delete (entries.at(-1) as { contents?: unknown }).contents;
  const tar = packTar(entries);

  it.skipIf(!hasTool('python3'))('is read alike by Python (needs python3)', () => {
    const flags: Record<string, string> = {
      file: '0',
      link: '1',
      symlink: '2',
      char: '3',
      directory: '5',
      fifo: '6',
    };
    expect(pythonList(tar)).toEqual(
      entries.map((entry) => ({
        name: binary(entry.name),
        type: flags[entry.type],
        mode: entry.mode,
        uid: entry.uid,
        gid: entry.gid,
        size: entry.contents?.length ?? 0,
        mtime: Number(
          `${entry.mtime / 1_000_000_000n}.${String(entry.mtime % 1_000_000_000n).padStart(9, '0')}`,
        ),
        linkname: binary(entry.linkname ?? ''),
        major: entry.major ?? 0,
        minor: entry.minor ?? 0,
        xattrs: [...(entry.xattrs ?? new Map()).keys()],
      })),
    );
  });

  it.skipIf(!hasTool('tar'))('is listed alike by GNU tar (needs GNU tar)', () => {
    const rows = runTool(
      'tar',
      ['--list', '-v', '--numeric-owner', '--full-time', '--quoting-style=literal'],
      { input: tar },
    );
    expect(
      rows
        .toString('latin1')
        .trimEnd()
        .split('\n')
        .map((row) => row.replace(/ +/g, ' ')),
    ).toEqual(entries.map(gnuRow));
  });

  it.skipIf(!hasTool('bsdtar'))('holds the same for bsdtar (needs bsdtar)', () => {
    // It takes names in pax headers for UTF-8, and stops where they are not.
    const plain = entries.filter(({ name, linkname = '' }) => !/[\udc80-\udcff]/.test(name + linkname));
    const wanted = 'mtree:!all,type,mode,uid,gid,size,time,link,sha256';
    const listed = runTool('bsdtar', ['-cf', '-', '--format=mtree', `--options=${wanted}`, '@-'], {
      input: packTar(plain),
    });
    const found = new Map(mtreeRows(listed.toString('latin1')));
    for (const entry of plain) {
      const row = found.get(binary(entry.name));
      // What has no type is a file.
      expect({ name: entry.name, type: 'file', ...row }).toMatchObject({
        name: entry.name,
        ...mtreeOf(entry),
      });
    }
  });
});

function gnuRow(entry: Written): string {
  const letters: Record<string, string> = {
    file: '-',
    link: 'h',
    symlink: 'l',
    char: 'c',
    directory: 'd',
    fifo: 'p',
  };
  const name = binary(entry.name) + (entry.type === 'directory' ? '/' : '');
  const arrow =
    entry.type === 'symlink'
      ? ` -> ${binary(entry.linkname!)}`
      : entry.type === 'link'
        ? ` link to ${binary(entry.linkname!)}`
        : '';
  const size = entry.type === 'char' ? `${entry.major},${entry.minor}` : String(entry.contents?.length ?? 0);
  return `${letters[entry.type]}${modeText(entry.mode)} ${entry.uid}/${entry.gid} ${size} ${gnuTime(entry.mtime)} ${name}${arrow}`;
}

function modeText(mode: number): string {
  const triple = (bits: number, special: boolean, letter: string): string =>
    (bits & 4 ? 'r' : '-') +
    (bits & 2 ? 'w' : '-') +
    (special ? (bits & 1 ? letter : letter.toUpperCase()) : bits & 1 ? 'x' : '-');
  return (
    triple(mode >> 6, (mode & 0o4000) !== 0, 's') +
    triple(mode >> 3, (mode & 0o2000) !== 0, 's') +
    triple(mode, (mode & 0o1000) !== 0, 't')
  );
}

function gnuTime(nanos: bigint): string {
  const seconds = nanos / 1_000_000_000n;
  const fraction = String(nanos % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const whole = new Date(Number(seconds) * 1000).toISOString().replace('T', ' ').slice(0, 19);
  return fraction ? `${whole}.${fraction}` : whole;
}

/** Lines of mtree's format: a path and `key=value` words; continued lines end in a backslash. */
function* mtreeRows(text: string): Generator<[string, Record<string, string>], void, void> {
  const plain = (word: string): string =>
    word.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
  for (const line of text.replace(/ \\\n +/g, ' ').split('\n')) {
    if (!line.startsWith('./')) continue;
    const [name, ...words] = line.split(' ');
    yield [
      plain(name!.slice(2)),
      Object.fromEntries(
        words.map((word) => [word.slice(0, word.indexOf('=')), plain(word.slice(word.indexOf('=') + 1))]),
      ),
    ];
  }
}

function mtreeOf(entry: Written): Record<string, string> {
  const types: Record<string, string> = {
    file: 'file',
    link: 'file',
    symlink: 'link',
    char: 'char',
    directory: 'dir',
    fifo: 'fifo',
  };
  return {
    type: types[entry.type]!,
    mode: entry.mode.toString(8),
    uid: String(entry.uid),
    gid: String(entry.gid),
    time: `${entry.mtime / 1_000_000_000n}.${entry.mtime % 1_000_000_000n}`,
    ...(entry.type === 'file'
      ? { size: String(entry.contents!.length), sha256digest: digestSync(entry.contents!).slice(7) }
      : {}),
    ...(entry.type === 'symlink' ? { link: binary(entry.linkname!) } : {}),
  };
}

describe('what they write', () => {
  const tree = path.join(scratch, 'tree');
  beforeAll(() => {
    fs.mkdirSync(path.join(tree, 'd', 'n'.repeat(60), 'm'.repeat(60)), { recursive: true });
    fs.writeFileSync(path.join(tree, 'plain'), 'plain');
    fs.linkSync(path.join(tree, 'plain'), path.join(tree, 'hard'));
    fs.symlinkSync('plain', path.join(tree, 'soft'));
    fs.symlinkSync('t'.repeat(150), path.join(tree, 'long-target'));
    fs.writeFileSync(path.join(tree, 'd', 'n'.repeat(60), 'm'.repeat(60), 'deep'), 'deep');
    fs.writeFileSync(path.join(tree, 'f'.repeat(180)), 'long name');
    fs.writeFileSync(path.join(tree, 'grüße'), 'utf-8');
    fs.writeFileSync(Buffer.concat([Buffer.from(`${tree}/latin-`), Buffer.from([0xfc])]), 'latin-1');
    const sparse = fs.openSync(path.join(tree, 'sparse'), 'w');
    for (let i = 0; i < 40; i++) fs.writeSync(sparse, `piece ${i}`, i * 100_000);
    fs.ftruncateSync(sparse, 5_000_000);
    fs.closeSync(sparse);
    fs.utimesSync(path.join(tree, 'plain'), 1_234_567_890.125, 1_234_567_890.125);
    fs.chmodSync(path.join(tree, 'plain'), 0o4751);
  });

  const gnu = (...args: string[]): Buffer =>
    runTool('tar', ['-cf', '-', '-C', tree, '--sort=name', ...args, '.']);
  /** What each format cannot say. */
  const short = ['--exclude=d', `--exclude=${'f'.repeat(180)}`, '--exclude=long-target'];
  const gnuFormats: Record<string, () => Buffer> = {
    gnu: () => gnu('--format=gnu'),
    'gnu, sparse': () => gnu('--format=gnu', '-S'),
    oldgnu: () => gnu('--format=oldgnu'),
    pax: () => gnu('--format=posix', '--pax-option=delete=ctime,delete=atime'),
    'pax, sparse 0.0': () => gnu('--format=posix', '-S', '--sparse-version=0.0'),
    'pax, sparse 0.1': () => gnu('--format=posix', '-S', '--sparse-version=0.1'),
    'pax, sparse 1.0': () => gnu('--format=posix', '-S', '--sparse-version=1.0'),
    ustar: () => gnu('--format=ustar', ...short),
    v7: () => gnu('--format=v7', ...short),
  };
  it.skipIf(!hasTool('tar')).each(Object.keys(gnuFormats))('GNU tar, %s (needs GNU tar)', (format) => {
    compare(gnuFormats[format]!(), format);
  });

  const bsd = (...args: string[]): Buffer => runTool('bsdtar', ['-cf', '-', '-C', tree, ...args, '.']);
  const bsdFormats: Record<string, () => Buffer> = {
    pax: () => bsd('--format=pax'),
    restricted: () => bsd('--format=paxr'),
    gnutar: () => bsd('--format=gnutar'),
    ustar: () => bsd('--format=ustar', ...short),
  };
  it.skipIf(!hasTool('bsdtar')).each(Object.keys(bsdFormats))('bsdtar, %s (needs bsdtar)', (format) => {
    compare(bsdFormats[format]!(), format);
  });

  it.skipIf(!hasTool('python3')).each(['USTAR', 'GNU', 'PAX'])('Python, %s (needs python3)', (format) => {
    const script = `import sys, tarfile, os
os.chdir(sys.argv[1])
with tarfile.open(fileobj=sys.stdout.buffer, mode='w|', format=tarfile.${format}_FORMAT, errors='surrogateescape') as tar:
    skip = ('d', 'f' * 180, 'long-target') if '${format}' == 'USTAR' else ()
    tar.add('.', filter=lambda m: None if m.name.split('/')[-1] in skip else m)`;
    compare(runTool('python3', ['-c', script, tree]), format);
  });

  /** Each entry has to be what the disk has. */
  function compare(tar: Buffer, format: string): void {
    const found = new Map<string, TarEntry>();
    for (const entry of readTar(bytesSource(tar))) found.set(binary(entry.name).replace(/^\.\//, ''), entry);
    const all = fs.readdirSync(tree, { recursive: true, encoding: 'latin1' }) as string[];
    const isShort = /ustar|v7/i.test(format);
    const left = all.filter((name) => !isShort || !/^d(?:\/|$)|f{180}|long-target/.test(name));
    expect([...found.keys()].filter((name) => name !== '.').sort()).toEqual(left.sort());
    for (const name of left) checkEntry(tar, found, name);
  }

  function checkEntry(tar: Buffer, found: ReadonlyMap<string, TarEntry>, name: string): void {
    const entry = found.get(name)!;
    const place = Buffer.concat([Buffer.from(`${tree}/`), Buffer.from(name, 'latin1')]);
    const stat = fs.lstatSync(place, { bigint: true });
    expect([name, entry.mode, entry.uid, entry.gid]).toEqual([
      name,
      Number(stat.mode & 0o7777n),
      Number(stat.uid),
      Number(stat.gid),
    ]);
    expect(entry.mtime / 1_000_000_000n).toBe(stat.mtimeNs / 1_000_000_000n);
    if (stat.isSymbolicLink()) expect(entry.linkname).toBe(fs.readlinkSync(place, 'utf8'));
    else if (stat.isDirectory()) expect(entry.type).toBe('directory');
    else if (entry.type === 'link') expect(['./plain', './hard']).toContain(entry.linkname);
    else expect(digestSync(contentsOf(tar, entry))).toBe(digestSync(fs.readFileSync(place)));
  }
});

function contentsOf(tar: Buffer, entry: TarEntry): Uint8Array {
  const contents = new Uint8Array(entry.size);
  let stored = entry.offset;
  for (const { offset, length } of entry.sparse ?? [{ offset: 0, length: entry.size }]) {
    contents.set(tar.subarray(stored, stored + length), offset);
    stored += length;
  }
  return contents;
}
