/**
 * What a COPY selects, as one digest: names, types, modes, owners, sizes, link targets, contents.
 *
 * No times: a touched file is the same file, as in BuildKit's content hash.
 */
import { createHasher, type Digest, digestOf, digestSync, StrataError } from '../../base/index.ts';
import { createIgnoreMatcher, type IgnoreMatcher } from '../../dockerfile/index.ts';
import { isDir, isFile, isLink } from '../../posix/index.ts';
import type { FileSystem, Ino } from '../../vfs/index.ts';
import type { CopyAction } from '../graph.ts';
import { matches } from './copy.ts';
import { child, type Found, lstat, readPieces, resolvePath } from './tree.ts';

/** Files up to this are hashed in one piece, which is faster. */
const WHOLE = 32 * 1024 * 1024;
/** So many smaller ones are hashed at once; larger ones alone. */
const AT_ONCE = 32;
const LARGE = 256 * 1024;

/** Digests of files that one build has hashed: several COPYs may read the same. Not kept for the next build. */
export type KnownDigests = Map<FileSystem, Map<Ino, Digest>>;

export interface Selection {
  readonly source: FileSystem;
  readonly action: CopyAction;
  readonly ownerless: boolean;
}

/** @throws StrataError ENOENT: `"/path": not found` */
export async function checksum(
  { source, action, ownerless }: Selection,
  known: KnownDigests,
): Promise<Digest> {
  const lines: Promise<string>[] = [];
  const exclude = createIgnoreMatcher(action.exclude);
  for (const path of await matches(source, action)) {
    const resolved = await resolvePath(source, path, action.follow);
    const found = await lstat(source, resolved);
    if (action.exclude.length > 0) await demandLinks(source, exclude, path);
    // With exclusions what is there is looked through, and what is not is no matter yet.
    if (!found && action.exclude.length > 0) continue;
    if (!found) throw new StrataError('ENOENT', `"${path}": not found`);
    const name = path.split('/').findLast(Boolean) ?? '';
    // The name of a directory whose contents are copied shows nowhere in the result.
    const shown = isDir(found.stat.mode) && action.contentsOnly ? '' : name;
    lines.push(Promise.resolve(`${shown}\0`));
    await add({ source, exclude, ownerless, lines, relative: '', isRoot: resolved === '/', known }, found);
  }
  return digestSync((await Promise.all(lines)).join('\n'));
}

/**
 * With exclusions BuildKit looks at the selected entries one by one, which for the whole source are
 * those at its top, and follows links among them.
 *
 * @throws StrataError ENOENT for one that leads nowhere
 */
async function demandLinks(source: FileSystem, exclude: IgnoreMatcher, path: string): Promise<void> {
  const isWhole = path.split('/').every((name) => name === '' || name === '.');
  const top = isWhole ? (await source.readdir(source.root)).map(({ name }) => name).sort() : [];
  const entries = isWhole ? top.filter((name) => !exclude.excludes(name)).map((name) => `/${name}`) : [path];
  for (const entry of entries) {
    const found = await lstat(source, await resolvePath(source, entry, false));
    if (!found || !isLink(found.stat.mode)) continue;
    if (!(await lstat(source, await resolvePath(source, entry)))) {
      throw new StrataError('ENOENT', `"${entry}": not found`);
    }
  }
}

interface Walk {
  readonly source: FileSystem;
  readonly exclude: IgnoreMatcher;
  readonly ownerless: boolean;
  /** In order; contents are hashed side by side. */
  readonly lines: Promise<string>[];
  readonly relative: string;
  /** The root of the source, which has no attributes of its own to give. */
  readonly isRoot: boolean;
  readonly known: KnownDigests;
}

async function add(walk: Walk, found: Found): Promise<void> {
  const { source, exclude, ownerless, lines, relative, isRoot } = walk;
  const { stat, ino } = found;
  const directory = isDir(stat.mode);
  const excluded = relative !== '' && exclude.excludes(relative);
  if (excluded && !(directory && exclude.hasExceptions)) return;
  if (!isRoot && !excluded) {
    const owner = ownerless ? '0:0' : `${stat.uid}:${stat.gid}`;
    const head = `${relative}\0${stat.mode.toString(8)} ${owner} ${stat.rdev}`;
    const line = contentOf(walk, found).then((content) => `${head} ${content}`);
    line.catch(() => {});
    lines.push(line);
    // Bounded: what is hashed at once is in memory.
    if (stat.size > LARGE) await line;
    else if (lines.length % AT_ONCE === 0) await Promise.all(lines.slice(-AT_ONCE));
  }
  if (!directory) return;
  const names = (await source.readdir(ino)).map(({ name }) => name).sort();
  for (const name of names) {
    const entry = await child(source, ino, name);
    const below = relative ? `${relative}/${name}` : name;
    if (entry) await add({ ...walk, relative: below, isRoot: false }, entry);
  }
}

async function contentOf({ source, known }: Walk, found: Found): Promise<string> {
  if (isLink(found.stat.mode)) return JSON.stringify(await source.readlink(found.ino));
  if (!isFile(found.stat.mode)) return '';
  let digests = known.get(source);
  if (!digests) known.set(source, (digests = new Map()));
  let digest = digests.get(found.ino);
  if (!digest) digests.set(found.ino, (digest = await hash(source, found)));
  return digest;
}

async function hash(source: FileSystem, found: Found): Promise<Digest> {
  if (found.stat.size <= WHOLE) {
    const bytes = new Uint8Array(found.stat.size);
    let at = 0;
    for await (const piece of readPieces(source, found)) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return digestOf(bytes.subarray(0, at));
  }
  const hasher = createHasher();
  for await (const piece of readPieces(source, found)) hasher.update(piece);
  return hasher.digest();
}
