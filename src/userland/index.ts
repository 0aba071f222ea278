/**
 * userland: the programs. busybox's applets and what else the shipped images hold, a small file each
 * (or a few small ones together), found by a table and loaded by dynamic import when first run.
 *
 * Programs are `Main`s over the kernel's system calls. Knows nothing of containers and not of the
 * shell; what programs share with it is in posix.
 */
export { type Change as LineChange, diffLines } from './applets/diff-lines.ts';
export { programs } from './programs.ts';
export { applets } from './table.ts';
