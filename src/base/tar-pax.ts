/** Pax extended headers: `length key=value\n` records. */
import { concat, decode, encode } from './bytes.ts';
import { StrataError } from './errors.ts';

/** Values are bytes, since extended attributes are no text. */
export type PaxRecords = Map<string, Uint8Array>;

/** @throws StrataError `ETAR` */
export function parsePax(contents: Uint8Array): PaxRecords {
  const records: PaxRecords = new Map();
  let at = 0;
  while (at < contents.length && contents[at] !== 0) {
    const space = contents.indexOf(0x20, at);
    const length = space < 0 ? Number.NaN : Number(decode(contents.subarray(at, space)));
    const end = at + length;
    if (
      !Number.isSafeInteger(length) ||
      end > contents.length ||
      end <= space + 1 ||
      contents[end - 1] !== 0x0a
    ) {
      throw new StrataError('ETAR', 'archive/tar: invalid pax header');
    }
    const equals = contents.indexOf(0x3d, space);
    if (equals < 0 || equals >= end) throw new StrataError('ETAR', 'archive/tar: invalid pax header');
    const key = decode(contents.subarray(space + 1, equals));
    const value = contents.slice(equals + 1, end - 1);
    // An empty value takes a global record back.
    if (value.length) records.set(key, value);
    else records.delete(key);
    at = end;
  }
  return records;
}

/** Records sorted by key, each with the length that counts itself. */
export function formatPax(records: PaxRecords): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for (const key of [...records.keys()].sort()) {
    const body = concat([encode(` ${key}=`), records.get(key)!, encode('\n')]);
    let length = body.length + String(body.length).length;
    if (body.length + String(length).length !== length) length = body.length + String(length).length;
    parts.push(encode(String(length)), body);
  }
  return concat(parts);
}
