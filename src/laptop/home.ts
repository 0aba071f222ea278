/** Files of the learner's, from outside: the editor panel, batch mode's `write`. */
import { errnoOf, O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY } from '../posix/index.ts';
import type { Context, FileTree } from '../vfs/index.ts';
import { credentials, HOME } from './system-files.ts';

/** @throws PosixError ENOENT, EACCES, EISDIR */
export async function readHomeFile(tree: FileTree, path: string): Promise<Uint8Array> {
  const opened = await tree.open(await learner(tree), path, O_RDONLY);
  if (opened.kind !== 'file') return new Uint8Array(0);
  try {
    const { size } = await opened.file.stat();
    const bytes = new Uint8Array(size);
    return bytes.subarray(0, await opened.file.readAt(bytes, 0));
  } finally {
    await opened.file.close();
  }
}

/** Makes missing folders. @throws PosixError EACCES, EISDIR, ENOSPC */
export async function writeHomeFile(
  tree: FileTree,
  path: string,
  content: Uint8Array,
  mode?: number,
): Promise<void> {
  const who = await learner(tree);
  await makeFolders(tree, who, path);
  const opened = await tree.open(who, path, O_WRONLY | O_CREAT | O_TRUNC);
  if (opened.kind !== 'file') return;
  try {
    await opened.file.writeAt(content, 0);
  } finally {
    await opened.file.close();
  }
  if (mode !== undefined) await tree.chmod(who, path, mode);
}

async function learner(tree: FileTree): Promise<Context> {
  const root = tree.superuser();
  return { ...root, cred: credentials, cwd: await tree.directory(root, HOME) };
}

async function makeFolders(tree: FileTree, who: Context, path: string): Promise<void> {
  for (let slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
    try {
      await tree.mkdir(who, path.slice(0, slash), 0o777);
    } catch (error) {
      // There already, or in the way of no one: what follows says what is wrong.
      if (errnoOf(error) === undefined) throw error;
    }
  }
}
