/**
 * apk's archives: gzip members one behind another (signature, control, data), each some entries of a tar.
 *
 * The platform's decompression takes one member only, so members are found by their magic and by
 * what decompresses.
 * @see apk-package(5), RFC 1952 section 2.2
 */
import { bytesSource, collect, gunzip, readTar, StrataError, type TarEntry } from '../../../base/index.ts';

export interface ArchiveFile {
  readonly entry: TarEntry;
  readonly contents: Uint8Array;
}

/** All entries of all members. @throws StrataError `EGZIP`, `ETAR` */
export async function readArchive(bytes: Uint8Array): Promise<ArchiveFile[]> {
  const files: ArchiveFile[] = [];
  for (let start = 0; start < bytes.length; ) {
    const { data, end } = await readMember(bytes, start);
    // Each member holds whole entries; only the last has the end of a tar.
    const source = bytesSource(data);
    for (const entry of readTar(source)) {
      files.push({ entry, contents: source.readSync(entry.offset, entry.size) });
    }
    start = end;
  }
  return files;
}

async function readMember(bytes: Uint8Array, start: number): Promise<{ data: Uint8Array; end: number }> {
  let failure: unknown = new StrataError('EGZIP', 'gzip: invalid data');
  // Most often there is only one member left; else the next one begins at some later magic.
  for (const end of [bytes.length, ...magics(bytes, start + 18)]) {
    try {
      return { data: await collect(gunzip([bytes.subarray(start, end)])), end };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function* magics(bytes: Uint8Array, from: number): Generator<number> {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8) yield at;
  }
}
