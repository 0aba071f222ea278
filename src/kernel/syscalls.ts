/**
 * All system calls: makes a process's `Sys` out of the tables of calls.
 *
 * The methods stand once on a prototype, so that a fork makes one small object.
 */
import type { Core } from './core.ts';
import { descriptorCalls } from './descriptor-calls.ts';
import { fileCalls } from './file-calls.ts';
import { type AnyCall, Caller, type Calls, gated, immediately, type Methods } from './gate.ts';
import { identityCalls } from './identity-calls.ts';
import type { Process, Run } from './process.ts';
import { processCalls } from './process-calls.ts';
import { socketCalls } from './socket-calls.ts';
import type { Sys } from './sys.ts';
import { terminalCalls } from './terminal-calls.ts';
import { worldCalls } from './world-calls.ts';

/** Calls whose result is there at once by their type, so that they can neither wait nor yield. */
const immediate: ReadonlySet<string> = new Set<keyof Methods>([
  'pipe',
  'dup',
  'getCloexec',
  'setCloexec',
  'getFlags',
  'setFlags',
  'fds',
  'pollable',
  'readAt',
  'mounts',
  'getcwd',
  'umask',
  'getppid',
  'credentials',
  'setuid',
  'setgid',
  'setgroups',
  'getpgid',
  'setpgid',
  'getsid',
  'setsid',
  'uname',
  'sethostname',
  'fork',
  'kill',
  'exit',
  'sigaction',
  'sigmask',
  'takeSignal',
  'atRelease',
  'stayPut',
  'hold',
  'getrlimit',
  'setrlimit',
  'processes',
  'times',
  'getsockname',
  'getpeername',
  'isatty',
  'ttyname',
  'tcgetattr',
  'tcsetattr',
  'tcgetpgrp',
  'tcsetpgrp',
  'getWindowSize',
  'setWindowSize',
  'now',
  'monotonic',
  'random',
  'service',
]);

export function createSys(core: Core, process: Process, run: Run): Caller & Sys {
  return new Caller(core, process, run) as Caller & Sys;
}

const all: Record<string, unknown> = {
  ...descriptorCalls,
  ...fileCalls,
  ...identityCalls,
  ...processCalls,
  ...socketCalls,
  ...terminalCalls,
  ...worldCalls,
} satisfies Calls<keyof Methods>;

for (const [name, call] of Object.entries(all)) {
  Object.defineProperty(Caller.prototype, name, {
    value: immediate.has(name) ? immediately(call as AnyCall) : gated(call as AnyCall),
  });
}
