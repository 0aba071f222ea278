/**
 * posix: what shell, applets and kernel share and is pure: errno texts, modes, signals, patterns.
 *
 * No files, no processes, no I/O.
 */
export * from './errno.ts';
export * from './mode.ts';
export * from './signals.ts';
