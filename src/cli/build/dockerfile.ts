/**
 * Which Dockerfile and which `.dockerignore` a build uses, and how they travel in the context's tar.
 *
 * Where both are plain files of the context they travel as such. A Dockerfile from elsewhere (another
 * folder, a link, standard input) travels under a name of its own beside a copy of the ignore file
 * that also hides the two, so that no COPY sees them.
 *
 * @see docker/buildx build/opt.go, loadInputs; moby/buildkit frontend/dockerui
 */
import { concat, decode, encode, newId } from '../../base/index.ts';
import { createIgnoreMatcher, type IgnoreMatcher, readIgnoreFile } from '../../dockerfile/index.ts';
import type { Sys } from '../../kernel/index.ts';
import { isDir, isLink } from '../../posix/index.ts';
import { readFile } from '../files.ts';
import { absolute, buildFailure, fileWithin, lookAt, requireDirectory, splitPath } from './places.ts';

const IGNORE = '.dockerignore';

/** Leaves nothing of the folder. */
const NOTHING: IgnoreMatcher = { excludes: () => true, hasExceptions: false };

/** What the context's tar has to have beside what is wanted of the folder. */
export interface Definition {
  /** Path of the Dockerfile in the tar, or of where it would be. */
  readonly dockerfile: string;
  /** What messages call it. */
  readonly shownName: string;
  readonly matcher: IgnoreMatcher;
  readonly always: ReadonlySet<string>;
  readonly extra: readonly { readonly name: string; readonly contents: Uint8Array }[];
}

/** The Dockerfile that `-f` names, or the folder's own; it need not exist. @throws ECLI for a folder that does not */
export async function findDefinition(sys: Sys, root: string, file: string): Promise<Definition> {
  const { directory, name } = file === '' ? { directory: root, name: 'Dockerfile' } : splitPath(file);
  if (file !== '') await requireDirectory(sys, directory);
  const shownName = await actualCase(sys, directory, name);
  const inside = belowRoot(absolute(sys, root), absolute(sys, directory));
  await refuseDirectory(sys, directory, shownName);
  const found = await fileWithin(sys, directory, shownName);
  // The engine says that it is not there, by a name that leads nowhere in the context either.
  if (!found && !(await lookAt(sys, `${root}/${shownName}`, false))) return missing(shownName);
  const specific = await fileWithin(sys, directory, shownName + IGNORE);
  const general = await fileWithin(sys, root, IGNORE);
  const ignore = specific ?? general;
  const travelsAsIs =
    inside !== undefined &&
    (await isPlain(sys, root, inside)) &&
    (found === undefined || found.plain) &&
    (ignore === undefined || ignore.plain);
  const text = ignore && (await readFile(sys, ignore.path));
  if (!travelsAsIs) return hidden(sys, shownName, found && (await readFile(sys, found.path)), text);
  const dockerfile = inside + shownName;
  return {
    dockerfile,
    shownName,
    matcher: matcherOf(text),
    always: new Set([dockerfile, dockerfile + IGNORE, IGNORE]),
    extra: [],
  };
}

/** BuildKit reads it below a mount of its own. @throws ECLI */
async function refuseDirectory(sys: Sys, directory: string, name: string): Promise<void> {
  const stat = await lookAt(sys, `${directory}/${name}`, true);
  if (!stat || !isDir(stat.mode)) return;
  const mount = `/var/lib/docker/tmp/buildkit-mount${new DataView(sys.random(4).slice().buffer).getUint32(0)}`;
  const path = name === '.' || name === '..' ? mount : `${mount}/${name}`;
  throw buildFailure(`failed to solve: failed to read dockerfile: read ${path}: is a directory`);
}

/** A Dockerfile that is in no folder, over a folder or over none. */
export async function inlineDefinition(
  sys: Sys,
  root: string | undefined,
  contents: Uint8Array,
): Promise<Definition> {
  const ignore = root === undefined ? undefined : await fileWithin(sys, root, IGNORE);
  return hidden(sys, 'Dockerfile', contents, ignore && (await readFile(sys, ignore.path)));
}

function missing(name: string): Definition {
  return { dockerfile: name, shownName: name, matcher: NOTHING, always: new Set(), extra: [] };
}

function hidden(
  sys: Sys,
  shownName: string,
  contents: Uint8Array | undefined,
  ignore: Uint8Array | undefined,
): Definition {
  const dockerfile = `.dockerfile.${newId({ bytes: (length) => sys.random(length).slice() }).slice(0, 20)}`;
  const ownIgnore = concat([ignore ?? encode(''), encode(`\n${dockerfile}*\n`)]);
  return {
    dockerfile,
    shownName,
    matcher: matcherOf(ignore),
    always: new Set(),
    extra: [
      ...(contents ? [{ name: dockerfile, contents }] : []),
      { name: dockerfile + IGNORE, contents: ownIgnore },
    ],
  };
}

function matcherOf(ignore: Uint8Array | undefined): IgnoreMatcher {
  try {
    return createIgnoreMatcher(ignore ? readIgnoreFile(decode(ignore)) : []);
  } catch {
    // What is no pattern is the engine's to say: it needs the ignore file only.
    return NOTHING;
  }
}

/** `dockerfile` where the folder has that and no `Dockerfile`. */
async function actualCase(sys: Sys, directory: string, name: string): Promise<string> {
  if (name !== 'Dockerfile') return name;
  try {
    const names = (await sys.readdir(directory)).map((entry) => entry.name);
    return !names.includes('Dockerfile') && names.includes('dockerfile') ? 'dockerfile' : name;
  } catch {
    return name;
  }
}

/** `sub/` for a directory below the root, '' for the root itself, undefined elsewhere. */
function belowRoot(root: string, directory: string): string | undefined {
  if (directory === root) return '';
  const prefix = root === '/' ? root : `${root}/`;
  return directory.startsWith(prefix) ? `${directory.slice(prefix.length)}/` : undefined;
}

/** Whether no link is on the way to a directory of the context. */
async function isPlain(sys: Sys, root: string, inside: string): Promise<boolean> {
  const parts = inside.split('/').filter(Boolean);
  for (let count = 1; count <= parts.length; count++) {
    const entry = await sys.lstat(`${root}/${parts.slice(0, count).join('/')}`);
    if (isLink(entry.mode)) return false;
  }
  return true;
}
