/**
 * Alpine's package index: records of one-letter fields, in an archive.
 *
 * @see wiki.alpinelinux.org, "Apk spec", "APKINDEX Format"
 */

import { encode, packTar, sha1, toBase64 } from '../../base/index.ts';
import { storedGzip } from './stored-gzip.ts';

export interface Package {
  readonly name: string;
  readonly version: string;
  /** Bytes of the package file, and of what it installs. */
  readonly size: number;
  readonly installed: number;
  readonly description: string;
  readonly url: string;
  readonly license: string;
  readonly depends: string;
  readonly provides: string;
  /** Of its control segment; absent where the package itself is not there. */
  readonly checksum?: string;
}

/** Seconds since the epoch: when Alpine 3.22.2 was built; all packages and archives carry it. */
export const BUILT = 1759920000;

/**
 * Packages from lines `name version size installed | description | url | license | depends | provides`.
 */
export function packagesOf(lines: string): Package[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [head = '', description = '', url = '', license = '', depends = '', provides = ''] = line
        .split('|')
        .map((part) => part.trim());
      const [name = '', version = '', size = '', installed = ''] = head.split(/\s+/);
      return {
        name,
        version,
        size: Number(size),
        installed: Number(installed),
        description,
        url,
        license,
        depends,
        provides,
      };
    });
}

function recordOf(one: Package): string {
  const fields: [string, string | number][] = [
    // Of what cannot be had, a sum of what its control segment would say.
    ['C', one.checksum ?? `Q1${toBase64(sha1(encode(`${one.name}-${one.version}`)))}`],
    ['P', one.name],
    ['V', one.version],
    ['A', 'x86_64'],
    ['S', one.size],
    ['I', one.installed],
    ['T', one.description],
    ['U', one.url],
    ['L', one.license],
    ['o', one.name],
    ['m', 'Natanael Copa <ncopa@alpinelinux.org>'],
    ['t', BUILT],
    ['D', one.depends],
    ['p', one.provides],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([letter, value]) => `${letter}:${value}\n`)
    .join('');
}

/** `/lib/apk/db/installed` for packages, without their lists of files. */
export function installedDatabase(packages: readonly Package[]): string {
  return packages.map((one) => `${recordOf(one)}\n`).join('');
}

/** An APKINDEX.tar.gz, not compressed but stored, and padded to `size` bytes as the real one's order. */
export function apkIndex(
  packages: readonly Package[],
  description: string,
  size: number,
): Uint8Array<ArrayBuffer> {
  const base = { type: 'file' as const, mode: 0o644, uid: 0, gid: 0, mtime: BigInt(BUILT) * 1_000_000_000n };
  const records = packages.map((one) => `${recordOf(one)}\n`).join('');
  const entries = (padding: number) => [
    { ...base, name: 'DESCRIPTION', contents: encode(description) },
    { ...base, name: 'APKINDEX', contents: encode(records) },
    { ...base, name: 'PADDING', contents: new Uint8Array(padding) },
  ];
  const bare = packTar(entries(0)).length;
  return storedGzip(packTar(entries(Math.max(0, size - bare))));
}
