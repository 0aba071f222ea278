/**
 * tmpfs as the kernel mounts it: bounded by pages and inodes, and what of its options is shown.
 *
 * @see Linux Documentation/filesystems/tmpfs.rst; mm/shmem.c (shmem_parse_one, shmem_show_options)
 */
import { S_IFDIR } from '../posix/index.ts';
import { createMemoryFs, type MemoryFs } from './memory.ts';

export interface TmpfsOptions {
  /** Bytes; half of the memory where absent. */
  readonly size?: number;
  /** Files and directories, the root among them. */
  readonly inodes?: number;
  /** The root's permissions; 1777 where absent. */
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * The memory of machines as their kernel tells it and bounds it: a worker that has more goes down with all
 * that is in it. Bytes.
 */
export const MEMORY = 1024 ** 3;

/** Bytes that one step of a build may write, since that is memory: an archive can claim any number. */
export const STEP_QUOTA = 512 * 1024 ** 2;

const PAGE = 4096;
const MODE = 0o1777;

/** `onCharge` is told of the memory that its files take. */
export function createTmpfs(
  options: TmpfsOptions,
  now: () => number,
  onCharge?: (bytes: number) => void,
): MemoryFs {
  const { size = MEMORY / 2, inodes = MEMORY / 2 / PAGE, mode = MODE, uid = 0, gid = 0 } = options;
  // Zero is no limit.
  return createMemoryFs({
    now,
    paged: true,
    ...(onCharge ? { onCharge } : {}),
    root: { mode: S_IFDIR | mode, uid, gid },
    ...(size > 0 ? { quota: Math.ceil(size / PAGE) * PAGE } : {}),
    ...(inodes > 0 ? { inodes } : {}),
  });
}

/** What /proc/mounts shows of them: what is not the default. */
export function tmpfsWords({ size, inodes, mode, uid, gid }: TmpfsOptions): string[] {
  const words: string[] = [];
  if (size !== undefined && size !== MEMORY / 2)
    words.push(`size=${(Math.ceil(size / PAGE) * PAGE) / 1024}k`);
  if (inodes !== undefined) words.push(`nr_inodes=${inodes}`);
  if (mode !== undefined && mode !== MODE) words.push(`mode=${mode.toString(8).padStart(3, '0')}`);
  if (uid) words.push(`uid=${uid}`);
  if (gid) words.push(`gid=${gid}`);
  return words;
}
