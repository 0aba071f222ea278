/** Pax extended headers: `length key=value\n` records. */
import { concat, decode, encode } from './bytes.ts';
import { malformed } from './tar-field.ts';

/** Values are bytes, since extended attributes are no text. An empty one takes what the header says. */
export type PaxRecords = Map<string, Uint8Array>;

/** GNU's first version of sparse files has a pair of records for each piece of data. */
const SPARSE_OFFSET = 'GNU.sparse.offset';
const SPARSE_LENGTH = 'GNU.sparse.numbytes';
/** Its second version has them all in one. */
export const SPARSE_MAP = 'GNU.sparse.map';
/** Records that have no zeros in them. */
const NAMES: readonly string[] = ['path', 'linkpath', 'uname', 'gname'];

/** Pairs of sparse pieces become one map. @throws StrataError `ETAR` */
export function parsePax(contents: Uint8Array): PaxRecords {
  const records: PaxRecords = new Map();
  const map: string[] = [];
  for (const [key, value] of paxRecords(contents)) {
    if (key === SPARSE_OFFSET || key === SPARSE_LENGTH) {
      if ((map.length % 2 === 0) !== (key === SPARSE_OFFSET)) throw malformed();
      map.push(decode(value));
    } else records.set(key, value);
  }
  if (map.length) records.set(SPARSE_MAP, encode(map.join(',')));
  return records;
}

function* paxRecords(contents: Uint8Array): Generator<[key: string, value: Uint8Array], void, void> {
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
      throw malformed();
    }
    const equals = contents.indexOf(0x3d, space);
    if (equals < 0 || equals >= end) throw malformed();
    const key = decode(contents.subarray(space + 1, equals));
    const value = contents.slice(equals + 1, end - 1);
    if (NAMES.includes(key) && value.includes(0)) throw malformed();
    yield [key, value];
    at = end;
  }
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
