/**
 * sh: a POSIX shell over the kernel's system calls, as busybox ash in containers and with bash's
 * most pasted additions on the laptop.
 *
 * Knows nothing of containers or of what programs there are: those are files.
 */
export { type BatchShell, createShell } from './batch.ts';
export type { DialectName } from './dialect.ts';
export type { CompletionHook } from './editor/complete.ts';
export type { Proposals } from './interactive.ts';
export { createShellMain } from './main.ts';
