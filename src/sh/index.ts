/**
 * sh: a POSIX shell over the kernel's system calls: busybox ash, which is the core, and bash, which is the
 * core and what bash/ adds to it once it is loaded.
 *
 * Knows nothing of containers or of what programs there are: those are files.
 */
export { type BatchShell, createShell } from './batch.ts';
export type { DialectName } from './dialect.ts';
export type { CompletionHook } from './editor/complete.ts';
export type { Proposals } from './interactive.ts';
export { createShellMain } from './main.ts';
