/** Whether a container knows a user, in its own /etc/passwd and /etc/group. */
import { codeOf, messageOf } from '../base/index.ts';
import { errnoOf, O_RDONLY } from '../posix/index.ts';
import { findAccount } from '../sandbox/index.ts';
import { FileTree } from '../vfs/index.ts';
import { withFiles } from './container-files.ts';
import { failure, invalid } from './failure.ts';
import type { ContainerRecord } from './records.ts';
import type { Engine } from './types.ts';

/** Nobody's account file is larger. */
const LONGEST = 1 << 20;

/** @throws EINVALIDPARAMETER with dockerd's words where it does not */
export async function demandUser(engine: Engine, record: ContainerRecord, user: string): Promise<void> {
  await withFiles(engine, record, async ({ fs }) => {
    try {
      const tree = new FileTree(fs);
      findAccount(user, await readText(tree, '/etc/passwd'), await readText(tree, '/etc/group'));
    } catch (error) {
      throw codeOf(error) === 'EUSER' ? invalid(messageOf(error)) : error;
    }
  });
}

/**
 * Whom files belong to that are copied in for a user; undefined where nobody is said.
 *
 * @throws in dockerd's words where the container does not know the user
 */
export async function lookUpOwner(
  tree: FileTree,
  user: string,
): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (user === '') return undefined;
  try {
    const { uid, gid } = findAccount(
      user,
      await readText(tree, '/etc/passwd'),
      await readText(tree, '/etc/group'),
    ).credentials;
    return { uid, gid };
  } catch (error) {
    if (codeOf(error) !== 'EUSER') throw error;
    const why = messageOf(error).replace(/^unable to find (?:user|group) [^:]*: /, '');
    throw failure('ESYSTEM', `failed to look up user ${JSON.stringify(user)} in container: ${why}`);
  }
}

/** Empty where there is no such file. */
async function readText(tree: FileTree, path: string): Promise<string> {
  try {
    const opened = await tree.open(tree.superuser(0), path, O_RDONLY);
    if (!('file' in opened) || !opened.file) return '';
    const { file } = opened;
    const buffer = new Uint8Array(Math.min((await file.stat()).size, LONGEST));
    const count = await file.readAt(buffer, 0);
    await file.close();
    return new TextDecoder().decode(buffer.subarray(0, count));
  } catch (error) {
    if (errnoOf(error)) return '';
    throw error;
  }
}
