/**
 * Reading `.deb` files: ar members `debian-binary`, `control.tar*`, `data.tar*`.
 * @see deb(5), ar(5)
 */
import {
  bytesSource,
  decode,
  decompress,
  StrataError,
  type StreamedEntry,
  tarEntries,
} from '../../../base/index.ts';
import { bytesOfBinary, errnoOf, O_RDONLY, strerror } from '../../../posix/index.ts';
import { createGauge } from '../../gauge.ts';
import { binaryOfBytes, type Io } from '../../io.ts';

/** Control files of one package, all together, are no larger. */
const LARGEST_CONTROL = 8 * 1024 * 1024;
const AR_MAGIC = '!<arch>\n';
const AR_HEADER = 60;

/** What is wrong with an archive, in dpkg-deb's words behind `dpkg-deb: error: `. */
export class BadArchive {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

export interface ControlFile {
  readonly name: string;
  readonly mode: number;
  readonly contents: Uint8Array;
}

export interface Deb {
  readonly path: string;
  readonly size: number;
  /** Format version, `2.0`. */
  readonly format: string;
  /** Bytes of the compressed control member. */
  readonly controlSize: number;
  /** By name without `./`; folders are left out. */
  readonly control: ReadonlyMap<string, ControlFile>;
  data(): AsyncGenerator<StreamedEntry, void, void>;
  /** Bytes of the data member, not compressed: a tar. */
  tar(): AsyncGenerator<Uint8Array, void, void>;
}

/** @throws errnos, BadArchive */
export async function openDeb(io: Io, path: string): Promise<Deb> {
  const bytes = await readWhole(io, path);
  const members = membersOf(bytes, path);
  const format = decode(members.get('debian-binary') ?? new Uint8Array(0)).trim();
  const controlName = [...members.keys()].find((name) => name.startsWith('control.tar'));
  const dataName = [...members.keys()].find((name) => name.startsWith('data.tar'));
  if (!format || !controlName || !dataName) throw new BadArchive(`'${path}' is not a Debian format archive`);
  if (!/^2\./.test(format))
    throw new BadArchive(`archive '${path}' uses unknown format version ${format}; get a newer dpkg-deb`);
  const control = members.get(controlName)!;
  const tar = () => decompress(bytesSource(members.get(dataName)!));
  return {
    ...{ path, size: bytes.length, format, controlSize: control.length },
    control: await readControl(control),
    data: () => tarEntries(tar()),
    tar,
  };
}

async function readWhole(io: Io, path: string): Promise<Uint8Array> {
  const fd = await io.sys.open(path, O_RDONLY);
  // It is held while it is unpacked; the kernel may have an objection.
  const gauge = createGauge(io.sys);
  try {
    const { size } = await io.sys.fstat(fd);
    gauge(Number(size));
    const bytes = new Uint8Array(Number(size));
    let at = 0;
    while (at < bytes.length) {
      const count = await io.sys.read(fd, bytes.subarray(at));
      if (count === 0) break;
      at += count;
    }
    return bytes.subarray(0, at);
  } finally {
    gauge(0);
    await io.sys.close(fd);
  }
}

function membersOf(bytes: Uint8Array, path: string): Map<string, Uint8Array> {
  const members = new Map<string, Uint8Array>();
  const text = (from: number, to: number) => binaryOfBytes(bytes.subarray(from, to));
  if (text(0, AR_MAGIC.length) !== AR_MAGIC) throw new BadArchive(`'${path}' is not a Debian format archive`);
  for (let at = AR_MAGIC.length; at + AR_HEADER <= bytes.length; ) {
    const size = Number(text(at + 48, at + 58).trim());
    if (text(at + 58, at + 60) !== '`\n' || !Number.isInteger(size) || size < 0)
      throw new BadArchive(`archive '${path}' is corrupt: bad magic at end of a member's header`);
    const start = at + AR_HEADER;
    if (start + size > bytes.length)
      throw new BadArchive(`unexpected end of file in archive member in ${path}`);
    const name = text(at, at + 16)
      .trim()
      .replace(/\/$/, '');
    members.set(name, bytes.subarray(start, start + size));
    at = start + size + (size % 2);
  }
  return members;
}

async function readControl(member: Uint8Array): Promise<Map<string, ControlFile>> {
  const files = new Map<string, ControlFile>();
  let total = 0;
  for await (const { entry, contents } of tarEntries(decompress(bytesSource(member)))) {
    const name = entry.name.replace(/^\.\//, '');
    if (entry.type !== 'file' || name.includes('/')) continue;
    total += entry.size;
    if (total > LARGEST_CONTROL) throw new BadArchive('control archive is larger than Strata reads');
    const parts: Uint8Array[] = [];
    for await (const part of contents()) parts.push(part.slice());
    const bytes = bytesOfBinary(parts.map(binaryOfBytes).join(''));
    files.set(name, { name, mode: entry.mode & 0o7777, contents: bytes });
  }
  if (!files.has('control')) throw new BadArchive("control archive has no 'control' file");
  return files;
}

/** What an error of reading an archive says, or undefined for what is none. */
export function archiveProblem(error: unknown): string | undefined {
  if (error instanceof BadArchive) return error.message;
  if (error instanceof StrataError) return error.message;
  const code = errnoOf(error);
  return code ? strerror(code) : undefined;
}
