/**
 * Files of built-in programs: a small header that names program and ABI, then padding.
 *
 * The file's digest depends on the header and its size only and never on our code; `argv[0]`
 * chooses the applet of a multi-call program. The first byte is ELF's, the rest is not, so tools
 * that look for text or for ELF see neither.
 */
import { concat, decode, encode } from '../base/index.ts';

export const PROGRAM_ABI = 1;
const MAGIC = '\x7fSTRATA\n';

/**
 * Contents of an executable for built-in program `name`, zero-padded to `size` bytes. `version` is what the
 * program says of itself, where that is its package's.
 */
export function programFile(name: string, size = 0, version?: string): Uint8Array {
  const more = version === undefined ? '' : `version: ${version}\n`;
  const header = encode(`${MAGIC}program: ${name}\nabi: ${PROGRAM_ABI}\n${more}\0`);
  return size > header.length ? concat([header, new Uint8Array(size - header.length)]) : header;
}

/** A file in the place of one that there is no program for: its path, a sentence, zeros up to `size` bytes. */
export function standInFile(path: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const sentence = "Strata's programs need no libraries; this file has the size of the real one.";
  bytes.set(encode(`${MAGIC}stand-in: ${path}\n${sentence}\n\0`).subarray(0, size));
  return bytes;
}

/** Whether a file's first bytes say that it is one of those. */
export function isStandIn(head: Uint8Array): boolean {
  return decode(head.subarray(0, MAGIC.length + 10)) === `${MAGIC}stand-in: `;
}

/** What a file's first bytes say (256 are enough), or undefined where it is no such file. */
export function parseProgramFile(
  head: Uint8Array,
): { name: string; abi: number; version: string | undefined } | undefined {
  if (decode(head.subarray(0, MAGIC.length)) !== MAGIC) return undefined;
  const text = decode(head.subarray(MAGIC.length, 256)).split('\0')[0] ?? '';
  const name = /^program: (\S+)$/m.exec(text)?.[1];
  const abi = /^abi: (\d+)$/m.exec(text)?.[1];
  const version = /^version: (\S+)$/m.exec(text)?.[1];
  return name && abi ? { name, abi: Number(abi), version } : undefined;
}
