/**
 * posix: what shell, applets and kernel share and is pure: errno texts, modes, signals, bytes in
 * text, keys and widths of terminals, patterns, and the programs that are both built-in and applet (echo, printf, test).
 *
 * No files, no processes, no I/O.
 */

export { bytesOf, textOf } from '../base/index.ts';
export * from './clone.ts';
export * from './echo.ts';
export * from './errno.ts';
export { expandEscapes } from './escapes.ts';
export * from './keys.ts';
export * from './kill-signals.ts';
export { loadPrintf, loadTimes } from './late.ts';
export * from './mode.ts';
export * from './pattern.ts';
export * from './poll.ts';
export * from './printf.ts';
export * from './regex.ts';
export * from './sigaction.ts';
export * from './signals.ts';
export * from './strftime.ts';
export * from './termios.ts';
export * from './test-expression.ts';
export * from './text.ts';
export * from './timezone.ts';
export * from './width.ts';
