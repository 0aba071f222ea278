/** `--iidfile`: the file that a build's image ID goes to. */
import { encode, messageOf } from '../../base/index.ts';
import type { Sys } from '../../kernel/index.ts';
import { errnoOf } from '../../posix/index.ts';
import { failure } from '../failure.ts';
import { goErrno, writeFile } from '../files.ts';

/** Before the build: one that fails leaves no ID of a former one. @throws ECLI with `prefix` */
export async function removeImageId(sys: Sys, path: string, prefix: string): Promise<void> {
  try {
    await sys.unlink(path);
  } catch (error) {
    const errno = errnoOf(error) === 'EISDIR' ? await errnoOfRemoving(sys, path) : errnoOf(error);
    if (errno === undefined) throw error;
    if (errno !== 'ENOENT') {
      throw failure(`${prefix}removing image ID file: remove ${path}: ${goErrno(errno)}`);
    }
  }
}

/** Go's Remove takes an empty directory, too: `ENOENT` where it is gone now. */
async function errnoOfRemoving(sys: Sys, path: string): Promise<string | undefined> {
  try {
    await sys.rmdir(path);
    return 'ENOENT';
  } catch (error) {
    return errnoOf(error);
  }
}

/** @throws ECLI with `prefix` */
export async function writeImageId(sys: Sys, path: string, id: string, prefix: string): Promise<void> {
  try {
    await writeFile(sys, path, encode(id));
  } catch (error) {
    throw failure(`${prefix}${messageOf(error)}`);
  }
}
