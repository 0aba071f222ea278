/**
 * What a zip archive says that it holds: its central directory, entry by entry.
 *
 * Numbers come from strangers: all are checked against the archive's size before they are used.
 * @see PKWARE APPNOTE.TXT, 4.3
 */
import { textOf } from '../../posix/index.ts';

/** Bytes that can be read anywhere. */
export interface ZipSource {
  readonly size: number;
  /** Fewer bytes than asked for only at the end. */
  read(at: number, length: number): Promise<Uint8Array>;
}

export interface ZipEntry {
  /** As the archive has it; a directory ends with a slash. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Mode with its type where a Unix made the entry, else undefined. */
  readonly mode: number | undefined;
  /** Milliseconds since the epoch, as UTC. */
  readonly modified: number;
  /** Where the entry's own header begins. */
  readonly header: number;
}

/** What makes an archive unreadable, in busybox's words. */
export class ZipProblem extends Error {}

const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const UNIX = 3;

export async function readDirectory(source: ZipSource): Promise<ZipEntry[]> {
  const end = await findEnd(source);
  const count = end.getUint16(10, true);
  const size = end.getUint32(12, true);
  const start = end.getUint32(16, true);
  if (count === 0xffff || start === 0xffffffff) throw new ZipProblem('zip64 is not supported');
  if (start + size > source.size) throw new ZipProblem('short read');
  const bytes = await source.read(start, size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new ZipProblem('short read');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new ZipProblem('short read');
    entries.push({
      name: textOf(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      mode: view.getUint8(at + 5) === UNIX ? view.getUint32(at + 38, true) >>> 16 : undefined,
      modified: timeOf(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
      header: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** The record at the end; a comment of up to 64 KB may stand behind it. */
async function findEnd(source: ZipSource): Promise<DataView> {
  const reach = Math.min(source.size, END_SIZE + 0xffff);
  const tail = await source.read(source.size - reach, reach);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    if (view.getUint32(at, true) === 0x06054b50) {
      return new DataView(tail.buffer, tail.byteOffset + at, tail.length - at);
    }
  }
  throw new ZipProblem('short read');
}

/** MS-DOS's date and time, taken as UTC: an archive does not say where it was made. */
function timeOf(date: number, time: number): number {
  return Date.UTC(
    1980 + (date >> 9),
    Math.max(0, ((date >> 5) & 15) - 1),
    Math.max(1, date & 31),
    time >> 11,
    (time >> 5) & 63,
    (time & 31) * 2,
  );
}

/** Where an entry's contents begin. */
export async function contentsOf(source: ZipSource, { header, packed }: ZipEntry): Promise<number> {
  const bytes = await source.read(header, LOCAL_SIZE);
  if (bytes.length < LOCAL_SIZE) throw new ZipProblem('short read');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const magic = view.getUint32(0, true);
  if (magic !== 0x04034b50) {
    throw new ZipProblem(`invalid zip magic ${magic.toString(16).toUpperCase().padStart(8, '0')}`);
  }
  const at = header + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
  if (at + packed > source.size) throw new ZipProblem('short read');
  return at;
}
