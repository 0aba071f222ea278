/** COPY, ADD and WORKDIR: changes made in this thread over an overlay, whose upper becomes the layer. */

import { messageOf, StrataError } from '../../base/index.ts';
import { errnoOf } from '../../posix/index.ts';
import type { FileSystem, LayerRef } from '../../vfs/index.ts';
import type { CopyAction, CopyOperation, MkdirOperation } from '../graph.ts';
import { snapshotId } from '../snapshot-id.ts';
import { mountUpper } from '../stack.ts';
import { copy } from './copy.ts';
import type { Job } from './job.ts';
import { findOwner, ROOT } from './owner.ts';
import { mkdirAll, resolvePath } from './tree.ts';

export async function runMkdir({ path, owner }: MkdirOperation, job: Job): Promise<LayerRef> {
  return change(job, job.below, async (fs) => {
    const who = owner ? await findOwner(job.below.length > 0 ? fs : undefined, owner) : ROOT;
    await mkdirAll(fs, await resolvePath(fs, path), 0o755, who);
  });
}

export async function runCopy(
  { actions }: CopyOperation,
  job: Job,
  sourceOf: (action: CopyAction) => { fs: FileSystem; ownerless: boolean },
): Promise<LayerRef> {
  const { below } = job;
  // Where BuildKit has the snapshot mounted; a first one is not an overlay.
  const targetPath = `/var/lib/docker/overlay2/${snapshotId()}/${below.length > 0 ? 'merged' : 'diff'}`;
  return change(job, below, async (target) => {
    for (const action of actions) {
      job.signal.throwIfAborted();
      const { fs: source, ownerless } = sourceOf(action);
      const owner = action.owner
        ? await findOwner(below.length > 0 ? target : undefined, action.owner)
        : undefined;
      await copy({ action, source, target, targetPath, owner, ownerless });
    }
  });
}

async function change(
  { host }: Job,
  below: readonly LayerRef[],
  act: (fs: FileSystem) => Promise<void>,
): Promise<LayerRef> {
  const upper = mountUpper(below, host.openBlob);
  try {
    await act(upper.fs);
  } catch (error) {
    throw inGoWords(error);
  }
  return host.layers.add(upper.tar());
}

/** Go's texts for errno, which BuildKit's file operations print: lower case. */
function inGoWords(error: unknown): unknown {
  const errno = errnoOf(error);
  const path = (error as { data?: { path?: unknown } }).data?.path;
  if (!errno || (error instanceof StrataError && error.name !== 'PosixError')) return error;
  const text = messageOf(error).toLowerCase();
  return new StrataError(errno, typeof path === 'string' ? `${path}: ${text}` : text, {}, error);
}
