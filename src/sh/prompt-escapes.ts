/**
 * The backslash escapes of PS1, as busybox and bash have them; \[ and \] become U+0001 and U+0002,
 * which the editor takes for "no width".
 */
import { loadTimes } from '../posix/index.ts';
import type { Shell } from './shell.ts';
import { type Step, wait } from './step.ts';
import { getVariable } from './variables.ts';

type Times = Awaited<ReturnType<typeof loadTimes>>;

export function* promptEscapes(shell: Shell, text: string): Step<string> {
  const times = /\\[tTA@d]/.test(text) ? yield* wait(loadTimes()) : undefined;
  return text.replace(/\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|([\s\S]))/g, (whole, octal, hex, letter) => {
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
    if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
    const format = FORMATS[letter as string];
    if (times && format) return timeText(shell, format, times);
    return escapes[letter as string]?.(shell) ?? whole;
  });
}

const FORMATS: Readonly<Record<string, string>> = {
  t: '%H:%M:%S',
  T: '%I:%M:%S',
  A: '%H:%M',
  '@': '%I:%M %p',
  d: '%a %b %d',
};

function timeText(shell: Shell, format: string, { calendarTime, parseTimeZone, strftime }: Times): string {
  const zone = parseTimeZone(getVariable(shell.variables, 'TZ'));
  return strftime(format, calendarTime(shell.sys.now() / 1000, zone));
}

const escapes: Readonly<Record<string, (shell: Shell) => string>> = {
  u: (shell) => getVariable(shell.variables, 'USER') ?? (shell.sys.credentials().euid === 0 ? 'root' : ''),
  h: (shell) => shell.sys.uname().nodename.split('.')[0]!,
  H: (shell) => shell.sys.uname().nodename,
  w: directory,
  W: (shell) => {
    const path = directory(shell);
    return path.slice(path.lastIndexOf('/') + 1) || path;
  },
  $: (shell) => (shell.sys.credentials().euid === 0 ? '#' : '$'),
  '!': (shell) => (shell.dialect.name === 'ash' ? '!' : String(shell.history.entries.length + 1)),
  j: ({ jobs }) => String(jobs.list.length),
  s: (shell) => shell.arg0.replace(/^-/, '').replace(/^.*\//, ''),
  v: ({ dialect }) => (dialect.name === 'ash' ? '1.37' : '5.2'),
  V: ({ dialect }) => (dialect.name === 'ash' ? '\\V' : '5.2.37'),
  '[': () => '\x01',
  ']': () => '\x02',
  n: () => '\n',
  r: () => '\r',
  e: () => '\x1b',
  E: () => '\x1b',
  a: () => '\x07',
  '\\': () => '\\',
};

/** The working directory, home as a tilde. */
function directory(shell: Shell): string {
  const cwd = getVariable(shell.variables, 'PWD') ?? shell.sys.getcwd();
  const home = getVariable(shell.variables, 'HOME');
  if (!home || home === '/') return cwd;
  return cwd === home ? '~' : cwd.startsWith(`${home}/`) ? `~${cwd.slice(home.length)}` : cwd;
}
