/** Variables that bash computes, and those that it sets when it begins. */
import type { Shell } from '../shell.ts';
import { getVariable, markVariable, putVariable, setVariable } from '../variables.ts';
import { optionWords } from './option-names.ts';
import { type Frame, framesOf } from './state.ts';
import type { Dynamic } from './traits.ts';
import { assignList, putRecord } from './values.ts';

const MACHINE = 'x86_64-pc-linux-gnu';
export const VERSION = '5.2.37(1)-release';

/** The generator of Park and Miller, as bash has it. */
function nextRandom(shell: Shell): number {
  const { bashState: state } = shell;
  let current = state.random;
  if (current === undefined) {
    const [a = 1, b = 0, c = 0] = shell.sys.random(3);
    current = (a << 16) | (b << 8) | c;
  }
  let value = 0;
  const previous = state.lastRandom;
  do {
    const seed: number = current || 123459876;
    const high = Math.trunc(seed / 127773);
    const next: number = 16807 * (seed - 127773 * high) - 2836 * high;
    current = next < 0 ? next + 0x7fffffff : next;
    value = ((current >>> 16) ^ (current & 0xffff)) & 0x7fff;
  } while (value === previous);
  state.random = current;
  state.lastRandom = value;
  return value;
}

const dynamics: Readonly<Record<string, Dynamic>> = {
  LINENO: { get: (shell) => String(shell.line), set: () => {} },
  RANDOM: {
    get: (shell) => String(nextRandom(shell)),
    set: (shell, value) =>
      void Object.assign(shell.bashState, { random: Number(value) >>> 0 || 0, lastRandom: -1 }),
  },
  SRANDOM: {
    get: ({ sys }) => {
      const [a = 0, b = 0, c = 0, d = 0] = sys.random(4);
      return String(((a << 24) | (b << 16) | (c << 8) | d) >>> 0);
    },
  },
  SECONDS: {
    get: ({ sys, bashState }) => String(Math.floor((sys.monotonic() - bashState.secondsFrom) / 1000)),
    set: ({ sys, bashState }, value) => {
      bashState.secondsFrom = sys.monotonic() - (Number.parseInt(value, 10) || 0) * 1000;
    },
  },
  EPOCHSECONDS: { get: ({ sys }) => String(Math.floor(sys.now() / 1000)), set: () => {} },
  EPOCHREALTIME: { get: ({ sys }) => (sys.now() / 1000).toFixed(6), set: () => {} },
  BASHPID: { get: ({ sys }) => String(sys.pid) },
  BASH_SUBSHELL: { get: ({ bashState }) => String(bashState.depth), set: () => {} },
  BASH_COMMAND: { get: ({ bashState }) => bashState.command, set: () => {} },
  BASH_ARGV0: { get: ({ arg0 }) => arg0, set: (shell, value) => void (shell.arg0 = value) },
  _: { get: ({ bashState }) => bashState.lastArgument, set: () => {} },
  FUNCNAME: { list: functionNames },
  BASH_SOURCE: {
    list: ({ bashState, arg0, options }) =>
      sources(framesOf(bashState), options.command || options.stdin ? undefined : arg0),
  },
  BASH_LINENO: {
    list: ({ bashState, options }) => callLines(framesOf(bashState), !options.command && !options.stdin),
  },
  PIPESTATUS: { list: ({ bashState }) => bashState.pipeStatus.map(String) },
  DIRSTACK: {
    list: (shell) => [
      shownDirectory(shell, getVariable(shell.variables, 'PWD') ?? '/'),
      ...shell.bashState.directories.map((each) => shownDirectory(shell, each)),
    ],
    // Only what is on the stack changes: no more is put there, and the first is where the shell is.
    set: ({ bashState }, value, index) => {
      bashState.directories = bashState.directories.map((each, place) =>
        place + 1 === index ? value : each,
      );
    },
  },
  GROUPS: {
    list: ({ sys }) =>
      sys.credentials().groups.length
        ? sys.credentials().groups.map(String)
        : [String(sys.credentials().gid)],
  },
  SHELLOPTS: { get: (shell) => optionWords(shell) },
  BASHOPTS: { get: ({ bashState }) => [...bashState.shopt].sort().join(':') },
};

function functionNames({ bashState, functionDepth, options }: Shell): string[] {
  const frames = framesOf(bashState);
  if (frames.length === 0 || (functionDepth === 0 && frames.every(({ name }) => name !== 'source')))
    return [];
  return options.command || options.stdin
    ? frames.map(({ name }) => name)
    : [...frames.map(({ name }) => name), 'main'];
}

function sources(frames: readonly Frame[], script: string | undefined): string[] {
  const list = frames.map(({ source }) => source);
  return script === undefined ? list : [...list, script];
}

function callLines(frames: readonly Frame[], script: boolean): string[] {
  const list = frames.map(({ line }) => String(line));
  return script ? [...list, '0'] : list;
}

/** Home as a tilde. */
export function shownDirectory(shell: Shell, path: string): string {
  const home = getVariable(shell.variables, 'HOME');
  if (!home || home === '/') return path;
  return path === home ? '~' : path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

/** The variables that a bash begins with. */
export function setVariables(shell: Shell): void {
  const { variables, sys } = shell;
  const { uid, euid } = sys.credentials();
  for (const [name, dynamic] of Object.entries(dynamics))
    putRecord(shell, name, {
      value: undefined,
      exported: false,
      traits: { dynamic, ...(INTEGERS.has(name) ? { integer: true } : {}) },
    });
  for (const name of ['SHELLOPTS', 'BASHOPTS']) markVariable(variables, name, { readonly: true });
  const set = (name: string, value: string): void => {
    if (getVariable(variables, name) === undefined) setVariable(variables, name, value);
  };
  putVariable(variables, 'BASH_VERSION', undefined);
  set('BASH', '/bin/bash');
  set('BASH_VERSION', VERSION);
  set('HOSTNAME', sys.uname().nodename);
  set('HOSTTYPE', 'x86_64');
  set('MACHTYPE', MACHINE);
  set('OSTYPE', 'linux-gnu');
  set('OPTERR', '1');
  for (const [name, value] of [
    ['UID', uid],
    ['EUID', euid],
    ['PPID', sys.getppid()],
  ] as const)
    putRecord(shell, name, {
      value: String(value),
      readonly: true,
      exported: false,
      traits: { integer: true },
    });
  assignList(
    shell,
    'BASH_VERSINFO',
    ['5', '2', '37', '1', 'release', MACHINE].map((value) => ({ value })),
    false,
  );
  markVariable(variables, 'BASH_VERSINFO', { readonly: true });
  if (shell.interactive) {
    set('HISTSIZE', '500');
    set('HISTFILESIZE', '500');
    set('MAILCHECK', '60');
  }
}

const INTEGERS = new Set(['RANDOM', 'SRANDOM', 'SECONDS', 'LINENO', 'BASHPID', 'EPOCHSECONDS']);

/** `~+`, `~-`, `~1`: places of the directory stack. */
export function tilde(shell: Shell, text: string): string | undefined {
  const { variables, bashState } = shell;
  if (text === '+') return getVariable(variables, 'PWD');
  if (text === '-') return getVariable(variables, 'OLDPWD');
  const match = /^([-+]?)(\d+)$/.exec(text);
  if (!match) return undefined;
  const stack = [getVariable(variables, 'PWD') ?? '/', ...bashState.directories];
  return stack[match[1] === '-' ? stack.length - 1 - Number(match[2]) : Number(match[2])];
}
