/**
 * `.deb` files: an ar archive of debian-binary, control.tar.gz, data.tar.gz.
 *
 * @see deb(5), deb-control(5), deb-md5sums(5), deb-conffiles(5), deb-triggers(5)
 */
import {
  bytesSource,
  concat,
  encode,
  gzipBytes,
  md5,
  packTar,
  readTar,
  type TarHeader,
  toHex,
} from '../../../base/index.ts';
import { treeOf } from '../../images/tree.ts';
import { BUILT } from '../apk-index.ts';
import type { DebPackage } from './packages.ts';
import { debScripts, debTexts } from './scripts.ts';

/** A built package: its bytes, and its record without what the archive adds. */
export interface DebFile {
  readonly contents: Uint8Array<ArrayBuffer>;
  readonly record: string;
}

type Entry = TarHeader & { readonly contents: Uint8Array };

/** Files up to a page are as large as they are, others a sixteenth, as in the images. */
const PAGE = 4096;
const SHARE = 16;
const MTIME = BigInt(BUILT) * 1_000_000_000n;
const MAINTAINER = 'Strata <strata@deb.strata.test>';

export async function buildDeb(one: DebPackage): Promise<DebFile> {
  const entries = entriesOf(one);
  const record = recordOf(one, installedSize(entries));
  const control: Entry[] = [directory('./'), text('./control', record)];
  if (one.conffiles.length) control.push(text('./conffiles', lines(one.conffiles)));
  const files = entries.filter(({ type }) => type === 'file');
  const sums = files
    .filter(({ name }) => !one.conffiles.includes(name.slice(1)))
    .map(({ name, contents }) => `${toHex(md5(contents))}  ${name.slice(2)}`);
  control.push(text('./md5sums', lines(sums)));
  for (const [name, script] of Object.entries(debScripts[one.name] ?? {}))
    control.push(text(`./${name}`, script.replaceAll('BIN', binOf(entries)), 0o755));
  if (one.triggers.length) control.push(text('./triggers', lines(one.triggers)));
  const contents = concat([
    encode('!<arch>\n'),
    member('debian-binary', encode('2.0\n')),
    member('control.tar.gz', await gzipBytes(packTar(control))),
    member('data.tar.gz', await gzipBytes(packTar(entries))),
  ]);
  return { contents, record };
}

/** As `dpkg-deb` packs them: each name behind `./`, the root first. */
function entriesOf(one: DebPackage): Entry[] {
  const tar = treeOf({
    ...{ lines: one.tree, contents: {}, mtime: BUILT, version: one.version },
    shrink: (size) => (size <= PAGE ? size : Math.max(PAGE, Math.round(size / SHARE))),
  });
  const source = bytesSource(tar);
  const entries = [...readTar(source)].map(({ name, type, mode, linkname, offset, size }) => ({
    ...{ ...common, name: `./${name}`, type: type as TarHeader['type'], mode, linkname },
    contents: ownText(name) ?? source.readSync(offset, size),
  }));
  return [directory('./'), ...entries];
}

/** Where its first program is. */
function binOf(entries: readonly Entry[]): string {
  const program = entries.find(({ name, type }) => type === 'file' && /^\.\/(?:usr\/)?s?bin\//.test(name));
  return program ? program.name.slice(1).replace(/\/[^/]*$/, '') : '/usr/bin';
}

function ownText(path: string): Uint8Array | undefined {
  return Object.hasOwn(debTexts, path) ? encode(debTexts[path]!) : undefined;
}

const common = { uid: 0, gid: 0, mtime: MTIME };

function directory(name: string): Entry {
  return { ...common, name, type: 'directory', mode: 0o755, contents: new Uint8Array(0) };
}

function text(name: string, contents: string, mode = 0o644): Entry {
  return { ...common, name, type: 'file', mode, contents: encode(contents) };
}

const lines = (words: readonly string[]): string => words.map((word) => `${word}\n`).join('');

/** KiB as dpkg-gencontrol counts them: files rounded up, all else one. */
function installedSize(entries: readonly Entry[]): number {
  return entries.reduce(
    (sum, { type, contents }) => sum + (type === 'file' ? Math.ceil(contents.length / 1024) : 1),
    0,
  );
}

/** Fields in the order that dpkg-gencontrol writes them. */
const BEFORE_SIZE = ['Package', 'Source', 'Version', 'Architecture', 'Essential'];
const AFTER_SIZE = [
  ...['Pre-Depends', 'Depends', 'Recommends', 'Suggests', 'Conflicts', 'Breaks', 'Replaces', 'Provides'],
  ...['Section', 'Priority', 'Multi-Arch', 'Homepage', 'Description'],
];

function recordOf({ fields }: DebPackage, size: number): string {
  const rows = (names: readonly string[]) =>
    names.filter((name) => fields.has(name)).map((name) => `${name}: ${fields.get(name)}\n`);
  return [
    ...rows(BEFORE_SIZE),
    `Maintainer: ${MAINTAINER}\nInstalled-Size: ${size}\n`,
    ...rows(AFTER_SIZE),
  ].join('');
}

/** @see ar(5) */
function member(name: string, contents: Uint8Array): Uint8Array {
  const head = `${name.padEnd(16)}${String(BUILT).padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(contents.length).padEnd(10)}\`\n`;
  return concat([encode(head), contents, encode(contents.length % 2 ? '\n' : '')]);
}
