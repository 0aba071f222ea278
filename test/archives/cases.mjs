/**
 * Archives that are wrong, hostile or just unusual, as layers of an image: what `docker import` says of
 * each, and what files are there afterwards. `record.mjs` asks Docker, `layers.test.ts` asks us.
 */
import { base256, END, entry, pax } from './tar-bytes.mjs';

const tar = (...parts) => Buffer.concat([...parts, END]);
const dir = (name, more = {}) => entry({ name: `${name}/`, type: '5', ...more });
const file = (name, content = name, more = {}) => entry({ name, content, ...more });
const link = (name, target, more = {}) => entry({ name, type: '1', link: target, ...more });
const symlink = (name, target, more = {}) => entry({ name, type: '2', link: target, ...more });
const long = (length, part = 'abcdefghi') =>
  `${`${part}/`.repeat(Math.ceil(length / (part.length + 1))).slice(0, length - 1)}z`;
const gnuLong = (name, type = 'L') =>
  entry({ name: '././@LongLink', type, magic: 'ustar  \0', content: `${name}\0` });
const octal12 = (value) => `${value.toString(8).padStart(11, '0')}\0`;

/** @type {Readonly<Record<string, Buffer>>} */
export const CASES = {
  // ---- plain
  plain: tar(dir('d'), file('d/a', 'alpha'), symlink('d/l', 'a'), link('d/h', 'd/a')),
  'no end': Buffer.concat([file('a', 'x')]),
  'one zero block': Buffer.concat([file('a', 'x'), Buffer.alloc(512)]),
  'zero block between': Buffer.concat([file('a', 'x'), Buffer.alloc(512), file('b', 'y'), END]),
  'garbage behind the end': Buffer.concat([tar(file('a', 'x')), Buffer.from('garbage')]),
  empty: Buffer.alloc(0),
  'only the end': tar(),
  'parents that are not listed': tar(file('p/q/r', 'deep')),
  'dot names': tar(
    dir('.', { mode: 0o700, uid: 7 }),
    file('./a', 'x'),
    file('b/./c', 'y'),
    file('b//d', 'z'),
  ),
  'absolute names': tar(file('/abs/a', 'x')),
  'directory by its slash': tar(
    entry({ name: 'old/', type: '\0', magic: '' }),
    file('old/f', 'x', { type: '\0', magic: '' }),
  ),
  'v7 header': tar(entry({ name: 'v7', type: '\0', magic: '', content: 'seven' })),
  'odd modes': tar(
    file('s', '', { mode: 0o4755 }),
    file('g', '', { mode: 0o2755 }),
    dir('t', { mode: 0o1777 }),
    file('n', '', { mode: 0 }),
  ),
  owners: tar(
    file('o', '', { uid: 1000, gid: 100 }),
    file('p', '', { fields: [[108, base256(3_000_000, 8)]] }),
  ),
  devices: tar(
    entry({ name: 'null', type: '3', mode: 0o666, major: 1, minor: 3 }),
    entry({ name: 'sda', type: '4', mode: 0o660, major: 8, minor: 0 }),
    entry({ name: 'fifo', type: '6' }),
  ),
  times: tar(
    file('new', '', { mtime: 4_000_000_000 }),
    file('epoch', '', { mtime: 0 }),
    pax([['mtime', '1234567890.123456789']]),
    file('exact'),
    pax([['mtime', '-5.25']]),
    file('before'),
  ),
  // ---- names
  'ustar prefix': tar(file(long(90), 'x', { prefix: long(140) })),
  'gnu long name': tar(gnuLong(long(300)), file('short', 'x', { magic: 'ustar  \0' })),
  'gnu long link': tar(gnuLong(long(200), 'K'), symlink('l', 'short', { magic: 'ustar  \0' })),
  'pax path and linkpath': tar(
    pax([['path', long(250)]]),
    file('cut'),
    pax([['linkpath', long(200)]]),
    symlink('pl', 'cut'),
  ),
  'pax takes back': tar(
    pax([
      ['path', 'given'],
      ['path', ''],
    ]),
    file('own'),
  ),
  'name of 255': tar(pax([['path', 'n'.repeat(255)]]), file('x')),
  'name of 256': tar(pax([['path', 'n'.repeat(256)]]), file('x')),
  'path of 5000': tar(pax([['path', long(5000)]]), file('x')),
  'link of 5000': tar(pax([['linkpath', long(5000)]]), symlink('l', 'x')),
  'link to nothing at all': tar(symlink('l', '')),
  utf8: tar(pax([['path', 'grüße/日本.txt']]), file('x')),
  'latin-1': tar(
    entry({ name: Buffer.from([0x67, 0xfc, 0xdf, 0x65]), content: 'x' }),
    entry({ name: Buffer.from([0x67, 0xfd]), content: 'y' }),
  ),
  'newline in a name': tar(file('a\nb', 'x')),
  'empty name': tar(file('', 'x')),
  'global pax header': tar(
    pax(
      [
        ['path', 'global'],
        ['comment', 'abc'],
      ],
      'g',
    ),
    file('own'),
  ),
  // ---- out of the root
  'dot dot': tar(file('../../escape', 'x')),
  'dot dot within': tar(dir('a'), file('a/../b', 'x')),
  'through an absolute link': tar(symlink('l', '/etc'), file('l/f', 'x')),
  'through a relative link': tar(dir('d'), symlink('l', 'd'), file('l/f', 'x')),
  'through a link that leads out': tar(symlink('l', '../../../../tmp'), file('l/f', 'x')),
  'through a link to a link': tar(symlink('a', 'b'), symlink('b', '/c'), dir('c'), file('a/f', 'x')),
  'through a link that leads out from within': tar(
    dir('d'),
    symlink('d/l', '../../x'),
    file('d/l/sub/f', 'x'),
  ),
  'through an absolute link with dot dot': tar(symlink('l', '/../../etc'), file('l/f', 'x')),
  'through a link that goes up within': tar(dir('a'), symlink('a/l', '../b'), file('a/l/f', 'x')),
  'through a link to a file': tar(file('f', 'x'), symlink('l', 'f'), file('l/x', 'y')),
  'hard link through a link that leads out': tar(symlink('l', '../..'), link('h', 'l/etc/passwd')),
  'directory through a link that leads out': tar(symlink('l', '../..'), dir('l/d')),
  'link loop': tar(symlink('a', 'b'), symlink('b', 'a'), file('a/f', 'x')),
  'over a dangling link': tar(symlink('l', '/nowhere/f'), file('l', 'mine')),
  'hard link out': tar(link('h', '../../etc/passwd')),
  'hard link to an absolute name': tar(file('a', 'x'), link('h', '/a')),
  'hard link to nothing': tar(link('h', 'nothing')),
  'hard link to a directory': tar(dir('d'), link('h', 'd')),
  'hard link to itself': tar(file('a', 'x'), link('a', 'a')),
  'hard link to a symbolic link': tar(file('a', 'x'), symlink('s', 'a'), link('h', 's')),
  'hard link through a link': tar(symlink('l', '/etc'), link('h', 'l/passwd')),
  // ---- twice
  'file twice': tar(file('a', 'one'), file('a', 'two')),
  'directory twice': tar(dir('d', { mode: 0o700 }), file('d/f', 'x'), dir('d', { mode: 0o755 })),
  'directory over file': tar(file('x', '1'), dir('x'), file('x/y', '2')),
  'file over directory': tar(dir('x'), file('x/y', '1'), file('x', '2')),
  'file as a directory': tar(file('x', '1'), file('x/y', '2')),
  'link over directory': tar(dir('x'), file('x/y', '1'), symlink('x', 'z')),
  // ---- whiteouts
  'whiteout of what is there': tar(dir('d'), file('d/a', 'x'), file('d/.wh.a', '')),
  'whiteout of nothing': tar(dir('d'), file('d/.wh.none', '')),
  'opaque directory': tar(dir('d'), file('d/old', 'x'), file('d/.wh..wh..opq', ''), file('d/new', 'y')),
  'bare whiteout': tar(dir('d'), file('d/.wh.', '')),
  'whiteout of dot dot': tar(dir('d'), file('d/.wh...', '')),
  'aufs plumbing': tar(dir('.wh..wh.plnk'), file('.wh..wh.plnk/1.2', 'x'), file('.wh..wh.aufs', '')),
  'whiteout in the root': tar(file('.wh.x', '')),
  'opaque root': tar(file('.wh..wh..opq', '')),
  'whiteout through a link': tar(dir('d'), symlink('l', 'd'), file('l/.wh.x', '')),
  'whiteout in a directory that is not listed': tar(file('p/.wh.x', '')),
  'whiteout that is a directory': tar(dir('.wh.x')),
  // ---- attributes
  xattrs: tar(
    pax([
      ['SCHILY.xattr.user.colour', 'blue'],
      ['SCHILY.xattr.user.empty', ''],
    ]),
    file('x'),
  ),
  'xattr with zeros': tar(
    pax([
      [
        'SCHILY.xattr.security.capability',
        Buffer.from([1, 0, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      ],
    ]),
    file('cap'),
  ),
  'overlay attribute': tar(pax([['SCHILY.xattr.trusted.overlay.opaque', 'y']]), dir('d')),
  // ---- sparse
  'gnu sparse': tar(
    entry({
      name: 's',
      type: 'S',
      magic: 'ustar  \0',
      content: 'datadata',
      fields: [
        [386, octal12(4096)],
        [398, octal12(8)],
        [483, octal12(10_000)],
      ],
    }),
  ),
  'pax sparse 0.0': tar(
    pax([
      ['GNU.sparse.size', '10000'],
      ['GNU.sparse.numblocks', '2'],
      ['GNU.sparse.offset', '0'],
      ['GNU.sparse.numbytes', '4'],
      ['GNU.sparse.offset', '5000'],
      ['GNU.sparse.numbytes', '4'],
    ]),
    entry({ name: 's', content: 'headtail' }),
  ),
  'pax sparse 0.1': tar(
    pax([
      ['GNU.sparse.size', '10000'],
      ['GNU.sparse.numblocks', '2'],
      ['GNU.sparse.name', 'real'],
      ['GNU.sparse.map', '0,4,5000,4'],
    ]),
    entry({ name: 'GNUSparseFile.1/real', content: 'headtail' }),
  ),
  'pax sparse 1.0': tar(
    pax([
      ['GNU.sparse.major', '1'],
      ['GNU.sparse.minor', '0'],
      ['GNU.sparse.name', 'real'],
      ['GNU.sparse.realsize', '10000'],
    ]),
    entry({
      name: 'GNUSparseFile.1/real',
      content: Buffer.concat([Buffer.from('2\n0\n4\n5000\n4\n'.padEnd(512, '\0')), Buffer.from('headtail')]),
    }),
  ),
  'pax sparse, nothing but a hole': tar(
    pax([
      ['GNU.sparse.major', '1'],
      ['GNU.sparse.minor', '0'],
      ['GNU.sparse.name', 'hole'],
      ['GNU.sparse.realsize', '10000'],
    ]),
    entry({ name: 'GNUSparseFile.1/hole', content: Buffer.from('1\n10000\n0\n'.padEnd(512, '\0')) }),
  ),
  'sparse pieces that overlap': tar(
    pax([
      ['GNU.sparse.size', '100'],
      ['GNU.sparse.numblocks', '2'],
      ['GNU.sparse.map', '0,8,4,8'],
    ]),
    entry({ name: 's', content: '0123456789abcdef' }),
  ),
  'sparse piece past the end': tar(
    pax([
      ['GNU.sparse.size', '10'],
      ['GNU.sparse.numblocks', '1'],
      ['GNU.sparse.map', '8,8'],
    ]),
    entry({ name: 's', content: '01234567' }),
  ),
  'sparse map that does not end': tar(
    pax([
      ['GNU.sparse.major', '1'],
      ['GNU.sparse.minor', '0'],
      ['GNU.sparse.realsize', '10000'],
    ]),
    entry({ name: 's', content: Buffer.from('9\n'.padEnd(512, '1')) }),
  ),
  // ---- damaged
  noise: Buffer.from(Array.from({ length: 2048 }, (_, i) => (i * 7919 + 13) & 0xff)),
  'short noise': Buffer.from('this is no archive\n'),
  'wrong checksum': tar(file('a', 'x', { checksum: '000001\0 ' })),
  'second checksum wrong': tar(file('a', 'x'), file('b', 'y', { checksum: '000001\0 ' })),
  'ends in a header': file('a', 'x').subarray(0, 100),
  'ends in contents': file('a', 'x'.repeat(2000)).subarray(0, 1024),
  'ends in padding': file('a', 'x').subarray(0, 700),
  'ends behind a pax header': pax([['path', 'x']]),
  'size larger than the archive': tar(file('a', 'x', { size: 1_000_000 })),
  'size of exabytes': tar(file('a', 'x', { fields: [[124, base256(2n ** 62n, 12)]] })),
  'size below zero': tar(file('a', 'x', { fields: [[124, base256(-5n, 12)]] })),
  'size that is no number': tar(file('a', 'x', { fields: [[124, 'twelve bytes']] })),
  'pax record too long': tar(entry({ name: 'p', type: 'x', content: '99 path=x\n' }), file('a')),
  'pax record without equals': tar(entry({ name: 'p', type: 'x', content: '9 path x\n' }), file('a')),
  'pax header of megabytes': tar(
    entry({
      name: 'p',
      type: 'x',
      content: pax([['comment', 'c'.repeat(2_000_000)]]).subarray(512, 512 + 2_000_018),
    }),
    file('a'),
  ),
  'pax size': tar(pax([['size', '5']]), entry({ name: 'a', size: 0, content: 'fives' })),
  'pax size below zero': tar(pax([['size', '-5']]), file('a')),
  'pax name with a zero': tar(pax([['path', 'a\0b']]), file('x')),
  'unknown type': tar(file('a', 'x', { type: 'Z' })),
  'contiguous file': tar(file('a', 'x', { type: '7' })),
  'gnu volume label': tar(entry({ name: 'label', type: 'V', magic: 'ustar  \0' }), file('a', 'x')),
  'contents of a directory': tar(entry({ name: 'd/', type: '5', size: 5, content: '' }), file('a', 'x')),
  'contents of a link': tar(file('a', 'x'), link('h', 'a', { size: 700 }), file('b', 'y')),
};
