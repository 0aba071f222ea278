/** What a copy or an unpacking works on, and the directory it goes to. */
import type { FileSystem } from '../../vfs/index.ts';
import type { CopyAction } from '../graph.ts';
import { mkdirAll, type Owner, resolvePath } from './tree.ts';

const DIRECTORY_MODE = 0o755;

export interface CopyJob {
  readonly action: CopyAction;
  readonly source: FileSystem;
  readonly target: FileSystem;
  /** From `--chown`; else sources keep theirs, or are root's. */
  readonly owner: Owner | undefined;
  /** Where errors say that the target is. */
  readonly targetPath: string;
  /** The source is what a client sent: its owners mean nothing here. */
  readonly ownerless: boolean;
}

/** The directory that unpacked archives go to, or that a copy needs to be there. */
export async function prepareDestination(job: CopyJob, path: string): Promise<string> {
  const { target, action } = job;
  // A mode in words changes what is copied, and there is nothing yet to change.
  const mode = /^[0-7]+$/.test(action.mode) ? Number.parseInt(action.mode, 8) & 0o777 : DIRECTORY_MODE;
  const resolved = await resolvePath(target, path);
  await mkdirAll(target, resolved, mode, job.owner ?? { uid: 0, gid: 0 });
  return resolved;
}
