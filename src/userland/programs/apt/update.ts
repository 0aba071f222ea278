/**
 * apt-get update: Release files and indexes, held against their sums, into /var/lib/apt/lists.
 *
 * Signatures cannot be checked: a repository is taken where its source says that it is trusted, and refused otherwise.
 *
 * @see Debian wiki "RepositoryFormat", apt-secure(8)
 */
import { collect, decode, encode, gunzip, sha256, toHex } from '../../../base/index.ts';
import { bytesOfBinary } from '../../../posix/index.ts';
import { readSmallFile, statOf, writeFile } from '../../files.ts';
import { parseRecord } from '../dpkg/records.ts';
import { namesIn } from '../dpkg/settings.ts';
import { Acquire, type Fetched } from './acquire.ts';
import type { Config } from './config.ts';
import { lz4Frame, unlz4 } from './lz4.ts';
import { listName, type Source } from './sources.ts';
import { sayError, sayWarning, type Voice } from './words.ts';

export const LISTS = '/var/lib/apt/lists';
const ARCHITECTURE = 'amd64';
/** Bytes that a Release and an index are not larger than. */
const LARGEST_RELEASE = 4 * 1024 * 1024;
const LARGEST_INDEX = 256 * 1024 * 1024;

interface Wanted {
  readonly source: Source;
  readonly component: string;
  /** Below dists/SUITE, without its ending. */
  readonly path: string;
  readonly sums: ReadonlyMap<string, Sum>;
}

interface Sum {
  readonly sha256: string;
  readonly size: number;
}

export interface Outcome {
  /** Errors that end it, and failures that do not. */
  readonly errors: string[];
  readonly warnings: string[];
}

/** Fetches all; answers apt's status. */
export async function update(voice: Voice, config: Config, sources: readonly Source[]): Promise<number> {
  const outcome: Outcome = { errors: [], warnings: [] };
  const acquire = new Acquire(voice);
  await makeFolders(voice);
  const kept = new Set<string>(['lock', 'partial', 'auxfiles']);
  const indexes = await releases(voice, acquire, sources, outcome, kept);
  for (const wanted of indexes) await index(voice, acquire, wanted, config, outcome, kept);
  acquire.finish();
  if (outcome.errors.length === 0) {
    for (const name of await namesIn(voice.io, LISTS))
      if (!kept.has(name)) await voice.io.sys.unlink(`${LISTS}/${name}`);
  }
  if (voice.quiet < 2)
    voice.io.print(voice.quiet === 0 ? 'Reading package lists... Done\n' : 'Reading package lists...\n');
  await voice.io.flush();
  for (const text of outcome.warnings) sayWarning(voice, text);
  if (outcome.warnings.length > 0)
    sayWarning(
      voice,
      'Some index files failed to download. They have been ignored, or old ones used instead.',
    );
  for (const text of outcome.errors) sayError(voice, text);
  return outcome.errors.length > 0 ? 100 : 0;
}

async function makeFolders({ io }: Voice): Promise<void> {
  for (const [path, mode] of [
    [LISTS, 0o755],
    [`${LISTS}/partial`, 0o700],
    [`${LISTS}/auxfiles`, 0o755],
  ] as const)
    if (!(await statOf(io.sys, path))) await io.sys.mkdir(path, mode);
  if (!(await statOf(io.sys, `${LISTS}/lock`)))
    await writeFile(io.sys, `${LISTS}/lock`, new Uint8Array(0), 0o640);
}

const labelOf = ({ uri, suite }: Source, rest: string): string => `${uri} ${suite}${rest}`;
const urlOf = ({ uri, suite }: Source, path: string): string => `${uri}/dists/${suite}/${path}`;

/** In rounds over all sources, as apt's queue has them: InRelease, Release, Release.gpg. */
async function releases(
  voice: Voice,
  acquire: Acquire,
  sources: readonly Source[],
  outcome: Outcome,
  kept: Set<string>,
): Promise<Wanted[]> {
  const ask = (asked: readonly Source[], name: string, isOptional: boolean): Promise<Fetched[]> =>
    acquire.fetchAll(
      asked.map((source) => ({
        url: urlOf(source, name),
        label: labelOf(source, ` ${name}`),
        most: LARGEST_RELEASE,
      })),
      isOptional,
    );
  const fail = (source: Source, name: string, problem: string) =>
    outcome.warnings.push(`Failed to fetch ${urlOf(source, name)}  ${problem}`);
  const texts = new Map<Source, Uint8Array>();
  const later: Source[] = [];
  for (const [at, answer] of (await ask(sources, 'InRelease', true)).entries()) {
    const source = sources[at]!;
    if (answer.kind === 'got' && !isClearSigned(answer.bytes))
      outcome.errors.push(
        `Failed to fetch ${urlOf(source, 'InRelease')}  Clearsigned file isn't valid, got 'NOSPLIT' (does the network require authentication?)`,
      );
    else if (answer.kind === 'got') {
      if (source.trusted) texts.set(source, answer.bytes);
      else
        outcome.errors.push(
          `${labelOf(source, ' InRelease')}: checking signatures: not supported by Strata yet`,
        );
    } else if (answer.kind === 'missing') later.push(source);
    else fail(source, 'InRelease', answer.problem);
    // What could not be fetched stays as it was.
    if (answer.kind === 'failed') await keepOld(voice, source, kept);
  }
  const unsigned: Source[] = [];
  for (const [at, answer] of (await ask(later, 'Release', false)).entries()) {
    const source = later[at]!;
    if (answer.kind === 'got') {
      texts.set(source, answer.bytes);
      unsigned.push(source);
    } else if (answer.kind === 'missing')
      outcome.errors.push(`The repository '${labelOf(source, ' Release')}' does not have a Release file.`);
    else fail(source, 'Release', answer.problem);
  }
  for (const [at, answer] of (await ask(unsigned, 'Release.gpg', true)).entries()) {
    const source = unsigned[at]!;
    if (source.trusted) continue;
    texts.delete(source);
    outcome.errors.push(
      answer.kind === 'got'
        ? `${labelOf(source, ' Release.gpg')}: checking signatures: not supported by Strata yet`
        : `The repository '${labelOf(source, ' Release')}' is not signed.`,
    );
  }
  const wanted: Wanted[] = [];
  for (const source of sources) {
    const bytes = texts.get(source);
    if (!bytes) continue;
    const name = listName(source, later.includes(source) ? 'Release' : 'InRelease');
    await writeFile(voice.io.sys, `${LISTS}/${name}`, bytes, 0o644);
    kept.add(name);
    const sums = sumsOf(decode(bytes));
    for (const component of source.components)
      wanted.push({ source, component, path: `${component}/binary-${ARCHITECTURE}/Packages`, sums });
  }
  return wanted;
}

async function keepOld({ io }: Voice, source: Source, kept: Set<string>): Promise<void> {
  const prefix = listName(source, '');
  for (const name of await namesIn(io, LISTS)) if (name.startsWith(prefix)) kept.add(name);
}

const SIGNED = '-----BEGIN PGP SIGNED MESSAGE-----';

const isClearSigned = (bytes: Uint8Array): boolean => decode(bytes.subarray(0, SIGNED.length)) === SIGNED;

/** The part of a signed file that was signed, or all of it. */
export function releaseText(text: string): string {
  const found =
    /^-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:.+\r?\n)*\r?\n([\s\S]*?)\r?\n-----BEGIN PGP SIGNATURE-----/m.exec(
      text,
    );
  return found ? found[1]!.replace(/^- /gm, '') : text;
}

function sumsOf(text: string): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const line of (parseRecord(releaseText(text)).get('SHA256') ?? '').split('\n')) {
    const [hash, size, path] = line.trim().split(/\s+/);
    if (path !== undefined) sums.set(path, { sha256: hash!, size: Number(size) });
  }
  return sums;
}

async function index(
  voice: Voice,
  acquire: Acquire,
  { source, component, path, sums }: Wanted,
  config: Config,
  outcome: Outcome,
  kept: Set<string>,
): Promise<void> {
  const { io } = voice;
  const plain = sums.get(path);
  const packed = sums.get(`${path}.gz`);
  // An empty one is known without asking; one that is not listed is not there.
  if (plain?.size === 0 || (!plain && !packed)) return;
  const isCompressed = config.flag('Acquire::GzipIndexes', false);
  const name = `${listName(source, path)}${isCompressed ? '.lz4' : ''}`;
  kept.add(name);
  if (plain && (await isCurrent(voice, name, plain))) return;
  const [wanted, sum] = packed ? [`${path}.gz`, packed] : [path, plain!];
  const [answer] = await acquire.fetchAll([
    {
      url: urlOf(source, wanted),
      label: labelOf(source, `/${component} ${ARCHITECTURE} Packages`),
      ...{ most: Math.min(sum.size, LARGEST_INDEX), size: sum.size },
    },
  ]);
  const url = urlOf(source, wanted);
  if (answer?.kind !== 'got') {
    outcome.warnings.push(
      `Failed to fetch ${url}  ${answer?.kind === 'failed' ? answer.problem : '404  Not Found'}`,
    );
    return;
  }
  if (answer.bytes.length !== sum.size || toHex(sha256(answer.bytes)) !== sum.sha256) {
    outcome.errors.push(`Failed to fetch ${url}  Hash Sum mismatch`);
    return;
  }
  const bytes = wanted.endsWith('.gz') ? await unpacked(answer.bytes) : answer.bytes;
  const digest = encode(`${toHex(sha256(bytes))}\n`);
  if (plain && decode(digest).trim() !== plain.sha256) {
    outcome.errors.push(`Failed to fetch ${url}  Hash Sum mismatch`);
    return;
  }
  await writeFile(io.sys, `${LISTS}/${name}`, isCompressed ? lz4Frame(bytes) : bytes, 0o644);
}

/** Bounded: a few bytes may unpack to very many. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  let total = 0;
  async function* bounded() {
    for await (const piece of gunzip([bytes])) {
      total += piece.length;
      if (total > LARGEST_INDEX) throw new RangeError('index is too large');
      yield piece;
    }
  }
  return collect(bounded());
}

/** Whether the list that is there is what the new Release names: then it is not fetched again. */
async function isCurrent({ io }: Voice, name: string, sum: Sum): Promise<boolean> {
  const bytes = await readList(io, name);
  return bytes !== undefined && bytes.length === sum.size && toHex(sha256(bytes)) === sum.sha256;
}

/** A list's bytes, not compressed; undefined where it is not there. */
export async function readList(io: Voice['io'], name: string): Promise<Uint8Array | undefined> {
  const binary = await readSmallFile(io.sys, `${LISTS}/${name}`);
  if (binary === undefined) return undefined;
  const bytes = bytesOfBinary(binary);
  return name.endsWith('.lz4') ? unlz4(bytes, LARGEST_INDEX) : bytes;
}
