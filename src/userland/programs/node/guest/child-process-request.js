/** What node:child_process is asked to run, and how it ended. */
import { codedError, invalidArgument } from './errors.js';
import { pathOf } from './fs-calls.js';
import { inspect } from './inspect.js';
import { process, signalName } from './process.js';

/** Bytes of output that are taken where nothing else is said. */
export const MOST_OUTPUT = 1024 * 1024;

function stdioOf(stdio = 'pipe') {
  const list = typeof stdio === 'string' ? [stdio, stdio, stdio] : [...stdio];
  while (list.length < 3) list.push('pipe');
  return list.map((what, fd) => {
    if (what === undefined || what === null) return fd < 3 ? 'pipe' : 'ignore';
    if (what === 'inherit') return String(fd);
    if (typeof what === 'number') return String(what);
    if (typeof what === 'object') return String(what.fd);
    if (what === 'pipe' || what === 'overlapped' || what === 'ignore')
      return what === 'ignore' ? what : 'pipe';
    throw codedError(
      TypeError,
      'ERR_INVALID_ARG_VALUE',
      `The argument 'stdio' is invalid. Received '${what}'`,
    );
  });
}

/** What runs: file, arguments, environment, directory, descriptors. */
export function requestOf(file, given, options) {
  if (typeof file !== 'string') throw invalidArgument('file', 'string', file);
  if (file === '')
    throw codedError(TypeError, 'ERR_INVALID_ARG_VALUE', "The argument 'file' cannot be empty. Received ''");
  let [path, args] = [file, given.map(String)];
  if (options.shell) {
    path = typeof options.shell === 'string' ? options.shell : '/bin/sh';
    args = ['-c', [file, ...given].join(' ')];
  }
  const env = {};
  for (const [name, value] of Object.entries(options.env ?? process.env))
    if (value !== undefined) env[name] = `${value}`;
  checkOptions(options);
  const directory = options.cwd === undefined ? process.cwd() : pathOf(options.cwd, 'options.cwd');
  return {
    path,
    args,
    list: [
      path,
      [options.argv0 ?? path, ...args],
      env,
      directory,
      stdioOf(options.stdio),
      Boolean(options.detached),
      options.uid ?? null,
      options.gid ?? null,
    ],
  };
}

function checkOptions(options) {
  for (const name of ['uid', 'gid']) {
    const id = options[name];
    if (id != null && id !== (id | 0)) throw invalidArgument(`options.${name}`, 'int32', id);
  }
  const most = options.maxBuffer;
  if (most != null && !(typeof most === 'number' && most >= 0))
    throw codedError(
      RangeError,
      'ERR_OUT_OF_RANGE',
      `The value of "options.maxBuffer" is out of range. It must be a positive number. Received ${inspect(most)}`,
    );
}

/** `(file)`, `(file, args)`, `(file, options)`, `(file, args, options)`. */
export function sorted(args, options) {
  return Array.isArray(args) ? [args, options ?? {}] : [[], args ?? options ?? {}];
}

/** A wait status as code and signal. */
export function endOf(status) {
  const signal = status & 0x7f;
  return signal ? { code: null, signal: signalName(signal) } : { code: (status >> 8) & 0xff, signal: null };
}
