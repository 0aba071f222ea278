/**
 * The classic builder's context: as the client of before BuildKit finds and sends it.
 *
 * @see docker/cli cli/command/image/build/context.go
 */
import {
  type ByteSource,
  concat,
  decode,
  encode,
  messageOf,
  newId,
  packTar,
  sourceOf,
} from '../../base/index.ts';
import { createIgnoreMatcher, readIgnoreFile } from '../../dockerfile/index.ts';
import { readAll, type Sys } from '../../kernel/index.ts';
import { isDir } from '../../posix/index.ts';
import { realPath } from '../cp/local.ts';
import { failure } from '../failure.ts';
import { readFile } from '../files.ts';
import { isArchive, peekInput, restOfInput } from './input.ts';
import { packContext } from './pack.ts';
import { absolute, isUrl, lookAt } from './places.ts';

export interface ClassicContext {
  readonly body: ByteSource;
  /** Path of the Dockerfile in it. */
  readonly dockerfile: string;
}

const IGNORE = '.dockerignore';

/** @throws ECLI */
export async function openClassicContext(sys: Sys, place: string, file: string): Promise<ClassicContext> {
  if (place === '-') return fromInput(sys, file);
  if (isUrl(place) || /^(git:\/\/|github\.com\/|git@)/.test(place)) {
    throw failure(`docker: a build context by URL is not supported by Strata: ${place}`, 125);
  }
  const stat = await lookAt(sys, place, true);
  if (!stat) throw failure(`unable to prepare context: path ${JSON.stringify(place)} not found`);
  try {
    if (!isDir(stat.mode)) throw failure(`context must be a directory: ${absolute(sys, place)}`);
    return await fromFolder(sys, await realPath(sys, absolute(sys, place)), file);
  } catch (error) {
    throw failure(`unable to prepare context: ${messageOf(error)}`);
  }
}

/** A tar, or a Dockerfile without a context. */
async function fromInput(sys: Sys, file: string): Promise<ClassicContext> {
  if (file === '-') {
    throw failure("invalid argument: can't use stdin for both build context and dockerfile");
  }
  const start = await peekInput(sys);
  if (isArchive(start)) return { body: sourceOf(restOfInput(sys, start)), dockerfile: file };
  const contents = concat([start, await readAll(sys, 0)]);
  const header = { name: 'Dockerfile', type: 'file' as const, mode: 0o600, uid: 0, gid: 0, mtime: 0n };
  return { body: sourceOf([packTar([{ ...header, contents }])]), dockerfile: 'Dockerfile' };
}

async function fromFolder(sys: Sys, root: string, file: string): Promise<ClassicContext> {
  const ignore = await ignoreText(sys, root);
  if (file === '-') return besideFolder(sys, root, ignore, await readAll(sys, 0));
  const path = await findDockerfile(sys, root, file);
  const prefix = root === '/' ? root : `${root}/`;
  if (!path.startsWith(prefix)) return besideFolder(sys, root, ignore, await readFile(sys, path));
  const dockerfile = path.slice(prefix.length);
  const matcher = createIgnoreMatcher(readIgnoreFile(decode(ignore)));
  const always = new Set([IGNORE, dockerfile]);
  return { body: packContext({ sys, root, matcher, always, extra: [], classic: true }), dockerfile };
}

/** A Dockerfile from elsewhere goes under a name of its own, which the ignore file then names, too. */
function besideFolder(sys: Sys, root: string, ignore: Uint8Array, contents: Uint8Array): ClassicContext {
  const dockerfile = `.dockerfile.${newId({ bytes: (length) => sys.random(length).slice() }).slice(0, 20)}`;
  const matcher = createIgnoreMatcher(readIgnoreFile(decode(ignore)));
  const without = { ...matcher, excludes: (path: string) => path === IGNORE || matcher.excludes(path) };
  const extra = [
    { name: dockerfile, contents },
    { name: IGNORE, contents: concat([ignore, encode(`\n${dockerfile}\n`)]) },
  ];
  const body = packContext({ sys, root, matcher: without, always: new Set(), extra, classic: true });
  return { body, dockerfile };
}

async function ignoreText(sys: Sys, root: string): Promise<Uint8Array> {
  const stat = await lookAt(sys, `${root}/${IGNORE}`, true);
  return stat ? readFile(sys, `${root}/${IGNORE}`) : new Uint8Array(0);
}

/** Links followed, wherever they lead. @throws ECLI */
async function findDockerfile(sys: Sys, root: string, file: string): Promise<string> {
  let path = file === '' ? `${root}/Dockerfile` : absolute(sys, file);
  if (file === '' && !(await lookAt(sys, path, false)) && (await lookAt(sys, `${root}/dockerfile`, false))) {
    path = `${root}/dockerfile`;
  }
  try {
    return await realPath(sys, path);
  } catch (error) {
    throw failure(`unable to evaluate symlinks in Dockerfile path: ${messageOf(error)}`);
  }
}
