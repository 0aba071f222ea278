/** Whether a destination is a directory, as cp, mv, ln and install ask. */
import { isDir } from '../../posix/index.ts';
import { statOf } from '../files.ts';
import type { Io } from '../io.ts';

export async function statIsDirectory(io: Io, path: string): Promise<boolean> {
  const stat = await statOf(io.sys, path);
  return stat !== undefined && isDir(stat.mode);
}
