/** Complaints of built-ins that busybox has as applets too: these speak with the applet's name, without a line. */
import type { Maybe } from '../base/index.ts';
import { type Shell, writeText } from './shell.ts';

/** What the shell's program was called: `sh` of `/bin/sh`, also while it runs a script. bash says what it is for itself. */
function appletName({ dialect, arg0, sys }: Shell): string {
  if (dialect.name === 'bash') return arg0;
  return (sys.argv[0] ?? 'sh').replace(/^-/, '').replace(/^.*\//, '') || 'sh';
}

/** Prints complaints, a line each. */
export function complainAsApplet(shell: Shell, ...messages: readonly string[]): Maybe<void> {
  const name = appletName(shell);
  return writeText(shell.sys, 2, messages.map((message) => `${name}: ${message}\n`).join(''));
}
