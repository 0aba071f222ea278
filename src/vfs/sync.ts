/**
 * File systems that always answer at once: memory, layers and overlays of them.
 *
 * The same operations as `FileSystem`, with the promises taken out of the results.
 */
import { fail } from '../posix/index.ts';
import type { FileSystem, OpenFile } from './types.ts';

type Now<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => unknown
    ? (...args: A) => Exclude<ReturnType<T[K]>, Promise<unknown>>
    : T[K];
};

/** `sync`, `settle` and `statfs` may wait for a store, whatever the rest does. */
export type SyncOpenFile = Omit<Now<OpenFile>, 'sync'> & Pick<OpenFile, 'sync'>;

export type SyncFileSystem = Omit<Now<FileSystem>, 'open' | 'statfs' | 'settle' | 'sync'> &
  Pick<FileSystem, 'statfs' | 'settle' | 'sync'> & {
    open(ino: number, flags: number): SyncOpenFile;
  };

export const readonly = (): never => fail('EROFS');

/** What a file system that never changes answers to all that would change it. */
export const readonlyCalls = {
  create: readonly,
  mkdir: readonly,
  mknod: readonly,
  symlink: readonly,
  link: readonly,
  unlink: readonly,
  rmdir: readonly,
  rename: readonly,
  setattr: readonly,
  setxattr: readonly,
  removexattr: readonly,
} satisfies Partial<SyncFileSystem>;

/** Nanoseconds since the epoch of a clock in milliseconds, keeping its fractions. */
export function nanosOf(milliseconds: number): bigint {
  const whole = Math.floor(milliseconds);
  return BigInt(whole) * 1_000_000n + BigInt(Math.floor((milliseconds - whole) * 1e6));
}

/** Device numbers of mounted file systems, as the kernel hands out anonymous ones: each mount its own. */
let lastDev = 40;
export function nextDev(): number {
  return ++lastDev;
}
