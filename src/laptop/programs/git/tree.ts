/** Brings index and files to a commit, with git's care for what would be lost. */
import { errnoOf } from '../../../posix/index.ts';
import { changesBetween, contentsOf, type FileChange, type Side } from './changes.ts';
import { writeBytes } from './files.ts';
import { GitProblem, type Session } from './session.ts';

/** Makes a file as one side of a change has it; undefined takes it away. */
export async function writeFile(
  session: Session,
  change: FileChange,
  side: Side,
  which: 'before' | 'after',
): Promise<void> {
  const { sys } = session;
  const full = `${session.top}/${change.path}`;
  const state = change[which];
  if (!state) {
    await removeFile(session, change.path);
    return;
  }
  const bytes = await contentsOf(session, side, change, which);
  await makeFolders(session, change.path);
  try {
    await sys.unlink(full);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
  if (state.mode === '120000') await sys.symlink(new TextDecoder().decode(bytes), full);
  else await writeBytes(sys, full, bytes, state.mode === '100755' ? 0o777 : 0o666);
}

async function makeFolders({ sys, top }: Session, path: string): Promise<void> {
  const parts = path.split('/').slice(0, -1);
  for (let i = 1; i <= parts.length; i++) {
    try {
      await sys.mkdir(`${top}/${parts.slice(0, i).join('/')}`, 0o777);
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** Takes a file away, and the folders that are empty then. */
export async function removeFile({ sys, top }: Session, path: string): Promise<void> {
  try {
    await sys.unlink(`${top}/${path}`);
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      await sys.rmdir(`${top}/${path.slice(0, at)}`);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

/** Puts one side of a change into the index. */
export async function stage(
  { git, base }: Session,
  { path, before, after }: FileChange,
  which: 'before' | 'after',
): Promise<void> {
  const state = which === 'before' ? before : after;
  if (!state) await git.remove({ ...base, filepath: path });
  else
    await git.updateIndex({
      ...base,
      filepath: path,
      oid: state.oid,
      mode: Number.parseInt(state.mode, 8),
      add: true,
    });
}

/** Makes index and files a commit's, whatever they were; of what no side knows nothing is taken away. */
export async function forceTo(session: Session, target: string): Promise<void> {
  const side: Side = { commit: target };
  for (const change of await changesBetween(session, side, 'index')) {
    await writeFile(session, change, side, 'before');
    await stage(session, change, 'before');
  }
  for (const change of await changesBetween(session, side, 'files'))
    await writeFile(session, change, side, 'before');
}

/**
 * Goes from HEAD to another commit as `git checkout` does: what differs between them is written, changes of
 * one's own stay, and where they would be lost nothing is done.
 *
 * @throws GitProblem that names the files in the way
 */
export async function moveTo(session: Session, target: string, what: 'checkout' | 'merge'): Promise<void> {
  const head = await session.head();
  const from: Side = head === undefined ? undefined : { commit: head };
  const changes = await changesBetween(session, from, { commit: target });
  await refuseLoss(session, from, changes, what);
  for (const change of changes) {
    await writeFile(session, change, { commit: target }, 'after');
    await stage(session, change, 'after');
  }
}

async function refuseLoss(
  session: Session,
  from: Side,
  changes: readonly FileChange[],
  what: string,
): Promise<void> {
  const touched = new Set(changes.map(({ path }) => path));
  const own = [
    ...(await changesBetween(session, from, 'index')),
    ...(await changesBetween(session, 'index', 'files')),
  ]
    .map(({ path }) => path)
    .filter((path) => touched.has(path));
  const list = (paths: readonly string[]) =>
    [...new Set(paths)]
      .sort()
      .map((path) => `\t${path}\n`)
      .join('');
  const next = what === 'merge' ? 'merge' : 'switch branches';
  if (own.length > 0)
    throw new GitProblem(
      `error: Your local changes to the following files would be overwritten by ${what}:\n${list(own)}Please commit your changes or stash them before you ${next}.\nAborting`,
      1,
    );
  const inTheWay: string[] = [];
  for (const { path, before, after } of changes) {
    if (before || !after) continue;
    const there = await session.lstat(path);
    if (there) inTheWay.push(path);
  }
  if (inTheWay.length > 0)
    throw new GitProblem(
      `error: The following untracked working tree files would be overwritten by ${what}:\n${list(inTheWay)}Please move or remove them before you ${next}.\nAborting`,
      1,
    );
}
