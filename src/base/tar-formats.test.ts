/** Each form of tar that is read, header by header as bytes: what its fields say, and what is refused. */
import { describe, expect, it } from 'vitest';
import {
  bytesSource,
  collect,
  concat,
  decode,
  encode,
  readTar,
  TAR_END,
  type TarEntry,
  tarEntries,
  wholeContents,
} from './index.ts';

interface Fields {
  readonly name?: string;
  readonly flag?: string;
  readonly content?: string | Uint8Array;
  /** Bytes at their places, over all else but the checksum. */
  readonly at?: Readonly<Record<number, string | readonly number[]>>;
  readonly magic?: 'ustar' | 'gnu' | 'none';
  readonly signed?: boolean;
  readonly size?: number;
}

const bytesFrom = (value: string | readonly number[] | Uint8Array): Uint8Array =>
  typeof value === 'string' ? encode(value) : Uint8Array.from(value);

/** A header and its contents, written by nothing of ours. */
function member({
  name = 'f',
  flag = '0',
  content = '',
  at = {},
  magic = 'ustar',
  signed,
  size,
}: Fields): Uint8Array {
  const body = bytesFrom(content);
  const block = new Uint8Array(512 + Math.ceil(body.length / 512) * 512);
  const put = (where: number, value: string | readonly number[]): void => block.set(bytesFrom(value), where);
  put(0, name);
  put(100, '0000644\0');
  put(108, '0000001\0');
  put(116, '0000002\0');
  put(124, `${(size ?? body.length).toString(8).padStart(11, '0')}\0`);
  put(136, '00000000012\0');
  put(156, flag);
  if (magic === 'ustar') put(257, 'ustar\x0000');
  if (magic === 'gnu') put(257, 'ustar  \0');
  for (const [where, value] of Object.entries(at)) put(Number(where), value);
  if (!at[148]) {
    put(148, '        ');
    const sum = block
      .subarray(0, 512)
      .reduce((total, byte) => total + (signed && byte > 127 ? byte - 256 : byte), 0);
    put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  }
  block.set(body, 512);
  return block;
}

/** A pax header of records. */
function pax(records: Readonly<Record<string, string>>, flag = 'x'): Uint8Array {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`;
    for (let length = rest.length; ; length++) {
      if (String(length).length + encode(rest).length === length) return `${length}${rest}`;
    }
  });
  return member({ name: 'PaxHeaders/f', flag, content: lines.join('') });
}

const archive = (...parts: readonly Uint8Array[]): Uint8Array => concat([...parts, TAR_END]);

interface Read extends Partial<TarEntry> {
  readonly text: string;
}

/** Both readers have to agree. */
async function read(...parts: readonly Uint8Array[]): Promise<Read[]> {
  const bytes = archive(...parts);
  const whole = [...readTar(bytesSource(bytes))];
  const streamed: Read[] = [];
  for await (const { entry, contents } of tarEntries([bytes.subarray(0, 700), bytes.subarray(700)])) {
    const text = decode(await collect(wholeContents(entry, contents())));
    streamed.push({ ...entry, text });
  }
  expect(streamed.map(({ text: _, ...entry }) => entry)).toEqual(whole);
  return streamed;
}

const only = async (...parts: readonly Uint8Array[]): Promise<Read> => {
  const entries = await read(...parts);
  expect(entries).toHaveLength(1);
  return entries[0]!;
};

const refusal = (...parts: readonly Uint8Array[]): Promise<string> =>
  read(...parts).then(
    () => 'read',
    (error: Error) => error.message,
  );

describe('headers', () => {
  it('ustar: all fields, and a prefix', async () => {
    const entry = await only(
      member({ name: 'b', content: 'hello', at: { 100: '0006755\0', 345: 'a/long/prefix' } }),
    );
    expect(entry).toMatchObject({ name: 'a/long/prefix/b', type: 'file', mode: 0o6755, uid: 1, gid: 2 });
    expect(entry).toMatchObject({ size: 5, mtime: 10n * 1_000_000_000n, text: 'hello' });
  });
  it('what was there before ustar: no magic, no prefix, folders by their slash', async () => {
    const more = { magic: 'none', at: { 345: 'not a prefix' } } as const;
    expect(await only(member({ name: 'old', flag: '\0', content: 'x', ...more }))).toMatchObject({
      name: 'old',
    });
    expect(await only(member({ name: 'dir/', flag: '\0', ...more }))).toMatchObject({
      name: 'dir',
      type: 'directory',
    });
  });
  it("GNU's, whose times are where ustar has the prefix", async () => {
    expect(await only(member({ magic: 'gnu', at: { 345: '00000000001\0' } }))).toMatchObject({ name: 'f' });
  });
  it('types, links and devices', async () => {
    const entries = await read(
      member({ flag: '1', at: { 157: 'target' }, size: 7 }),
      member({ flag: '2', at: { 157: '../t' } }),
      member({ flag: '3', at: { 329: '0000005\0', 337: '0000007\0' } }),
      member({ flag: '4', at: { 329: '0000010\0', 337: '0000001\0' } }),
      member({ name: 'd/', flag: '5', at: { 329: '0000005\0' } }),
      member({ flag: '6' }),
      member({ flag: 'Z', content: 'skipped' }),
    );
    expect(entries.map(({ type, linkname, major, minor }) => [type, linkname, major, minor])).toEqual([
      ['link', 'target', 0, 0],
      ['symlink', '../t', 0, 0],
      ['char', '', 5, 7],
      ['block', '', 8, 1],
      ['directory', '', 0, 0],
      ['fifo', '', 0, 0],
      ['other', '', 0, 0],
    ]);
  });
  it('numbers with spaces, without zeros, empty, and in base 256', async () => {
    const field = {
      108: '   12 \0\0',
      116: '\0\0\0\0\0\0\0\0',
      124: [0x80, ...Array<number>(10).fill(0), 3],
    };
    expect(await only(member({ content: 'abc', at: field }))).toMatchObject({ uid: 10, gid: 0, size: 3 });
    const before = { 136: Array<number>(12).fill(0xff) };
    expect(await only(member({ at: before }))).toMatchObject({ mtime: -1_000_000_000n });
  });
  it('checksums of signed bytes, as old programs made them', async () => {
    expect(await only(member({ name: 'é', signed: true }))).toMatchObject({ name: 'é' });
  });
});

describe('what stands before an entry', () => {
  it("GNU's long names", async () => {
    const [name, link] = ['n'.repeat(300), 'l'.repeat(200)];
    const entry = await only(
      member({ name: '././@LongLink', flag: 'L', content: `${name}\0`, magic: 'gnu' }),
      member({ name: '././@LongLink', flag: 'K', content: `${link}\0`, magic: 'gnu' }),
      member({ name: name.slice(0, 100), flag: '2', at: { 157: link.slice(0, 100) }, magic: 'gnu' }),
    );
    expect(entry).toMatchObject({ name, linkname: link });
  });
  it('pax records, for one entry', async () => {
    const [first, second] = await read(
      pax({
        path: 'grüße/x',
        linkpath: 'l',
        uid: '4000000000',
        gid: '7',
        mtime: '12.5',
        'SCHILY.xattr.user.a': 'v=1',
        comment: 'no matter',
      }),
      member({}),
      member({ name: 'g' }),
    );
    expect(first).toMatchObject({ name: 'grüße/x', uid: 4_000_000_000, gid: 7, mtime: 12_500_000_000n });
    expect([...first!.xattrs!].map(([key, value]) => [key, decode(value)])).toEqual([['user.a', 'v=1']]);
    expect(second).toMatchObject({ name: 'g', uid: 1, linkname: '' });
    expect(second!.xattrs!.size).toBe(0);
  });
  it('a pax size over the one in the header, and times before the epoch', async () => {
    const entry = await only(pax({ size: '5', mtime: '-1.25' }), member({ content: 'hello', size: 0 }));
    expect(entry).toMatchObject({ size: 5, text: 'hello', mtime: -1_250_000_000n });
  });
  it('an empty pax record takes what the header says', async () => {
    expect(await only(pax({ path: '', uid: '' }), member({ name: 'kept' }))).toMatchObject({
      name: 'kept',
      uid: 1,
    });
  });
  it('global pax headers are of no account', async () => {
    expect(await read(pax({ path: 'global', uid: '9' }, 'g'), member({ name: 'own' }))).toMatchObject([
      { name: 'own', uid: 1 },
    ]);
  });
});

describe('sparse files', () => {
  const data = 'abcdefgh';
  const whole = `${'\0'.repeat(600)}abcd${'\0'.repeat(96)}efgh${'\0'.repeat(300)}`;
  const checked = async (...parts: readonly Uint8Array[]): Promise<void> => {
    const entry = await only(...parts);
    expect(entry).toMatchObject({ name: 'sparse', size: 1004, text: whole });
  };
  const octal = (value: number): string => `${value.toString(8).padStart(11, '0')}\0`;
  it('in the old form, in the header', () =>
    checked(
      member({
        name: 'sparse',
        flag: 'S',
        magic: 'gnu',
        content: data,
        at: { 386: octal(600) + octal(4) + octal(700) + octal(4), 483: octal(1004) },
      }),
    ));
  it('in pax 0.0: a pair of records for each piece', () =>
    checked(
      member({
        name: 'PaxHeaders/f',
        flag: 'x',
        content: [
          ['GNU.sparse.size', '1004'],
          ['GNU.sparse.numblocks', '2'],
          ['GNU.sparse.major', '0'],
          ['GNU.sparse.minor', '0'],
          ['GNU.sparse.offset', '600'],
          ['GNU.sparse.numbytes', '4'],
          ['GNU.sparse.offset', '700'],
          ['GNU.sparse.numbytes', '4'],
        ]
          .map(([key, value]) => {
            const rest = ` ${key}=${value}\n`;
            return `${rest.length + 2}${rest}`;
          })
          .join(''),
      }),
      member({ name: 'sparse', content: data }),
    ));
  it('in pax 0.1: a map, and the name beside it', () =>
    checked(
      pax({
        'GNU.sparse.name': 'sparse',
        'GNU.sparse.size': '1004',
        'GNU.sparse.numblocks': '2',
        'GNU.sparse.map': '600,4,700,4',
      }),
      member({ name: 'GNUSparseFile.1/sparse', content: data }),
    ));
  it('in pax 1.0: a map before the contents', () =>
    checked(
      pax({
        'GNU.sparse.name': 'sparse',
        'GNU.sparse.realsize': '1004',
        'GNU.sparse.major': '1',
        'GNU.sparse.minor': '0',
      }),
      member({ content: `${'2\n600\n4\n700\n4\n'.padEnd(512, '\0')}${data}` }),
    ));
  it('that are nothing but a hole', async () => {
    const entry = await only(
      pax({ 'GNU.sparse.size': '100', 'GNU.sparse.numblocks': '1', 'GNU.sparse.map': '100,0' }),
      member({ name: 'hole' }),
    );
    expect(entry).toMatchObject({ size: 100, text: '\0'.repeat(100) });
  });
  it.each([
    ['pieces out of order', '700,4,600,4', '2'],
    ['pieces over each other', '600,4,602,4', '2'],
    ['a piece behind the end', '600,4,1003,4', '2'],
    ['less than is stored', '600,4', '1'],
    ['another number of pieces', '600,4,700,4', '3'],
    ['no numbers', '600,x,700,4', '2'],
    ['numbers that no file has', '600,4,99999999999999999,4', '2'],
  ])('%s: refused', async (_, map, count) => {
    const records = { 'GNU.sparse.size': '1004', 'GNU.sparse.numblocks': count, 'GNU.sparse.map': map };
    expect(await refusal(pax(records), member({ content: data }))).toBe('archive/tar: invalid tar header');
  });
});

describe('refused', () => {
  const INVALID = 'archive/tar: invalid tar header';
  it.each<[string, Uint8Array[]]>([
    ['a wrong checksum', [member({ at: { 148: '0000001\0' } })]],
    ['a checksum that is none', [member({ at: { 148: 'zzzzzz\0 ' } })]],
    ['a number that is none', [member({ at: { 108: '00x0001\0' } })]],
    ['an eight', [member({ at: { 116: '0000008\0' } })]],
    ['a size below zero', [member({ at: { 124: Array<number>(12).fill(0xff) } })]],
    ['a size of exabytes', [member({ at: { 124: [0x80, 0, 0, 0x7f, ...Array<number>(8).fill(0xff)] } })]],
    ['a pax record without a length', [member({ flag: 'x', content: 'path=x\n' }), member({})]],
    ['a pax record that ends early', [member({ flag: 'x', content: '99 path=x\n' }), member({})]],
    ['a pax record without a line end', [member({ flag: 'x', content: '8 path=xx' }), member({})]],
    ['a pax record without an equals sign', [member({ flag: 'x', content: '7 path\n' }), member({})]],
    ['a pax name with a zero in it', [pax({ path: 'a\0b' }), member({})]],
    ['a pax number that is none', [pax({ uid: '1x' }), member({})]],
    ['a pax size below zero', [pax({ size: '-1' }), member({})]],
    ['a pax time that is none', [pax({ mtime: '1.2.3' }), member({})]],
  ])('%s', async (_, parts) => {
    expect(await refusal(...parts)).toBe(INVALID);
  });
  it('contents that are not there', async () => {
    const bytes = member({ content: 'x'.repeat(600) }).subarray(0, 900);
    await expect(collect(drained(bytes))).rejects.toThrow('unexpected EOF');
    expect(() => [...readTar(bytesSource(bytes))]).toThrow('unexpected EOF');
  });
  it('names and records of more than a megabyte, before they are read', async () => {
    for (const flag of ['x', 'L', 'K']) {
      expect(await refusal(member({ flag, size: 3 * 1024 * 1024 }))).not.toBe('read');
    }
  });
});

async function* drained(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  for await (const { contents } of tarEntries([bytes])) yield* contents();
}
