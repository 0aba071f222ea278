/** Package files: fetched into /var/cache/apt/archives, held against the index. */
import { sha256, toHex } from '../../../base/index.ts';
import { bytesOfBinary } from '../../../posix/index.ts';
import { readSmallFile, statOf, writeFile } from '../../files.ts';
import { Acquire } from './acquire.ts';
import type { Cache, Version } from './cache.ts';
import { sayError, type Voice } from './words.ts';

export const ARCHIVES = '/var/cache/apt/archives';

/** As apt names them: an epoch's colon is `%3a`. */
export function archiveName({ name, version, fields }: Version): string {
  const quoted = version.replace(/[:_%]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `${name}_${quoted}_${fields.get('Architecture') ?? ''}.deb`;
}

export const archiveSize = ({ fields }: Version): number => Number(fields.get('Size')) || 0;

/** Whether the archive is there already, whole. */
export async function isFetched({ io }: Cache, version: Version): Promise<boolean> {
  const path = `${ARCHIVES}/${archiveName(version)}`;
  const stat = await statOf(io.sys, path);
  if (!stat || Number(stat.size) !== archiveSize(version)) return false;
  const binary = await readSmallFile(io.sys, path);
  return binary !== undefined && isWhole(version, bytesOfBinary(binary));
}

function isWhole({ fields }: Version, bytes: Uint8Array): boolean {
  const sum = fields.get('SHA256');
  return sum !== undefined && toHex(sha256(bytes)) === sum;
}

/** Fetches them into a folder; false where one could not be had, and it was said why. */
export async function fetchArchives(
  voice: Voice,
  versions: readonly Version[],
  folder: string,
  nameOf: (version: Version) => string,
  between?: () => Promise<void>,
): Promise<boolean> {
  if (folder === ARCHIVES) await makeFolders(voice);
  const acquire = new Acquire(voice);
  const problems: string[] = [];
  const items = versions.map((version) => {
    const { name, fields, origins } = version;
    const { source, component } = origins[0]!;
    return {
      url: `${source.uri}/${fields.get('Filename') ?? ''}`,
      label: `${source.uri} ${source.suite}/${component} amd64 ${name} ${fields.get('Architecture')} ${version.version}`,
      ...{ most: archiveSize(version), size: archiveSize(version) },
    };
  });
  for (const [at, answer] of (await acquire.fetchAll(items)).entries()) {
    const version = versions[at]!;
    const { url } = items[at]!;
    if (answer.kind !== 'got')
      problems.push(
        `Failed to fetch ${url}  ${answer.kind === 'missing' ? '404  Not Found' : answer.problem}`,
      );
    else if (!isWhole(version, answer.bytes)) problems.push(`Failed to fetch ${url}  Hash Sum mismatch`);
    else await writeFile(voice.io.sys, `${folder}/${nameOf(version)}`, answer.bytes, 0o644);
  }
  if (problems.length === 0) await between?.();
  acquire.finish();
  await voice.io.flush();
  for (const text of problems) sayError(voice, text);
  return problems.length === 0;
}

async function makeFolders({ io }: Voice): Promise<void> {
  for (const [path, mode] of [
    ['/var/cache/apt', 0o755],
    [ARCHIVES, 0o755],
    [`${ARCHIVES}/partial`, 0o700],
  ] as const)
    if (!(await statOf(io.sys, path))) await io.sys.mkdir(path, mode);
  if (!(await statOf(io.sys, `${ARCHIVES}/lock`)))
    await writeFile(io.sys, `${ARCHIVES}/lock`, new Uint8Array(0), 0o640);
}
