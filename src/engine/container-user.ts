/** Whether a container knows a user, in its own /etc/passwd and /etc/group. */
import { codeOf, messageOf } from '../base/index.ts';
import { errnoOf, O_RDONLY } from '../posix/index.ts';
import { findAccount } from '../sandbox/index.ts';
import { type FileSystem, FileTree } from '../vfs/index.ts';
import { withFiles } from './container-files.ts';
import { invalid } from './failure.ts';
import type { ContainerRecord } from './records.ts';
import type { Engine } from './types.ts';

/** Nobody's account file is larger. */
const LONGEST = 1 << 20;

/** @throws EINVALIDPARAMETER with dockerd's words where it does not */
export async function demandUser(engine: Engine, record: ContainerRecord, user: string): Promise<void> {
  await withFiles(engine, record, async ({ fs }) => {
    try {
      findAccount(user, await readText(fs, '/etc/passwd'), await readText(fs, '/etc/group'));
    } catch (error) {
      throw codeOf(error) === 'EUSER' ? invalid(messageOf(error)) : error;
    }
  });
}

/** Empty where there is no such file. */
async function readText(fs: FileSystem, path: string): Promise<string> {
  const tree = new FileTree(fs);
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
