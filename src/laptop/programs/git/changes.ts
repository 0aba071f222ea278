/** What differs between two of git's three places: a commit, the index, the work tree. */
import type { WalkerEntry } from 'isomorphic-git';
import { readWhole } from '../io.ts';
import type { Session } from './session.ts';

/** A commit by its id, the index, or the files; undefined is nothing at all. */
export type Side = { readonly commit: string } | 'index' | 'files' | undefined;

export interface FileState {
  readonly oid: string;
  /** As git shows it: 100644, 100755, 120000. */
  readonly mode: string;
}

export interface FileChange {
  readonly path: string;
  readonly before: FileState | undefined;
  readonly after: FileState | undefined;
}

/** Changed files, sorted by path. Of the work tree only what the index knows counts: the rest is not there. */
export async function changesBetween(session: Session, before: Side, after: Side): Promise<FileChange[]> {
  const [left, right] = await Promise.all([statesOf(session, before), statesOf(session, after)]);
  return [...new Set([...left.keys(), ...right.keys()])]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => ({ path, before: left.get(path), after: right.get(path) }))
    .filter(({ before: a, after: b }) => a?.oid !== b?.oid || a?.mode !== b?.mode);
}

/** Files that moved without a change. */
export function renamesIn(changes: readonly FileChange[]): { readonly from: string; readonly to: string }[] {
  const gone = changes.filter(({ after }) => !after);
  const renames: { from: string; to: string }[] = [];
  for (const { path: to, before, after } of changes) {
    if (before || !after) continue;
    const at = gone.findIndex((each) => each.before!.oid === after.oid);
    if (at >= 0) renames.push({ from: gone.splice(at, 1)[0]!.path, to });
  }
  return renames;
}

/** All files of a side, by their paths. */
export async function statesOf(session: Session, side: Side): Promise<Map<string, FileState>> {
  const states = new Map<string, FileState>();
  if (side === undefined) return states;
  const { git, base } = session;
  const walker =
    side === 'index' ? git.STAGE() : side === 'files' ? git.WORKDIR() : git.TREE({ ref: side.commit });
  const tracked = side === 'files' ? await trackedPaths(session) : undefined;
  await git.walk({
    ...base,
    trees: [walker],
    async map(path, [entry]) {
      if (path === '.' || !entry) return path;
      // Folders in which nothing is tracked are not looked into.
      if (tracked && !tracked.has(path)) return null;
      if ((await entry.type()) === 'tree') return path;
      const oid = await entry.oid();
      if (oid) states.set(path, { oid, mode: await modeOf(session, entry, side, path) });
      return path;
    },
  });
  return states;
}

/** Tracked files with all the folders above them. */
async function trackedPaths({ git, base }: Session): Promise<Set<string>> {
  const paths = new Set<string>();
  for (const file of await git.listFiles(base)) {
    for (let at = file; at !== ''; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '')
      paths.add(at);
  }
  return paths;
}

async function modeOf(session: Session, entry: WalkerEntry, side: Side, path: string): Promise<string> {
  if (side === 'files') {
    const { mode } = await session.sys.lstat(`${session.top}/${path}`);
    if ((mode & 0o170000) === 0o120000) return '120000';
    return mode & 0o100 ? '100755' : '100644';
  }
  return (await entry.mode()).toString(8);
}

/** A file's contents on a side. */
export async function contentsOf(
  session: Session,
  side: Side,
  { path, before, after }: FileChange,
  which: 'before' | 'after',
): Promise<Uint8Array> {
  const state = which === 'before' ? before : after;
  if (!state) return new Uint8Array(0);
  if (side === 'files') {
    const full = `${session.top}/${path}`;
    if (state.mode === '120000') return new TextEncoder().encode(await session.sys.readlink(full));
    return readWhole(session.sys, full);
  }
  const { blob } = await session.git.readBlob({ ...session.base, oid: state.oid });
  return blob;
}
