/**
 * Finding argv[0] as runc does, with runc's words where it cannot be run.
 *
 * @see runc libcontainer; Go os/exec, LookPath
 */
import { StrataError } from '../base/index.ts';
import { errnoOf, isDir, isFile, X_OK } from '../posix/index.ts';
import type { Context, FileTree } from '../vfs/index.ts';

/**
 * Path of the file to run.
 * @throws StrataError ENOENT, EACCES
 */
export async function lookPath(
  tree: FileTree,
  context: Context,
  name: string,
  path: string,
): Promise<string> {
  if (name.includes('/')) {
    const refusal = await whyNot(tree, context, name);
    if (refusal) throw refusal;
    return name;
  }
  if (name !== '') {
    for (const folder of path.split(':')) {
      const candidate = `${folder || '.'}/${name}`;
      if (!(await whyNot(tree, context, candidate))) return candidate;
    }
  }
  throw new StrataError('ENOENT', `exec: "${name}": executable file not found in $PATH`);
}

async function whyNot(tree: FileTree, context: Context, path: string): Promise<StrataError | undefined> {
  const said = (code: string, words: string): StrataError =>
    new StrataError(code, `exec: "${path}": ${words}`);
  try {
    const stat = await tree.stat(context, path);
    if (isDir(stat.mode)) return said('EACCES', 'is a directory');
    if (!isFile(stat.mode)) return said('EACCES', 'permission denied');
    await tree.access(context, path, X_OK);
    return undefined;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    if (errno === 'EACCES') return said('EACCES', 'permission denied');
    return said('ENOENT', `stat ${path}: ${(error as Error).message.toLowerCase()}`);
  }
}
