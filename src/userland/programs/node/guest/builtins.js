/** The built-in modules by name, each made when it is asked for. `module` adds itself (modules.js). */
import { assert } from './assert.js';
import buffer from './buffer.js';
import childProcess from './child-process.js';
import { Console } from './console.js';
import crypto from './crypto.js';
import diagnosticsChannel from './diagnostics-channel.js';
import { EventEmitter } from './events.js';
import fs from './fs.js';
import fsPromises from './fs-promises.js';
import os from './os.js';
import path from './path.js';
import { classes } from './performance.js';
import { process } from './process.js';
import querystring from './querystring.js';
import readline from './readline.js';
import { isTerminal, TerminalInput, TerminalOutput } from './standard-streams.js';
import { Stream } from './stream.js';
import streamConsumers from './stream-consumers.js';
import stringDecoder from './string-decoder.js';
import timers from './timers.js';
import url from './url.js';
import util from './util.js';
import vm from './vm.js';
import './fs-streams.js';

export const builtins = {
  assert: () => assert,
  'assert/strict': () => assert.strict,
  buffer: () => buffer,
  child_process: () => childProcess,
  console: () => Object.assign(globalThis.console, { Console }),
  constants: () => ({
    ...os.constants.errno,
    ...os.constants.priority,
    ...os.constants.signals,
    ...fs.constants,
  }),
  crypto: () => crypto,
  diagnostics_channel: () => diagnosticsChannel,
  events: () => EventEmitter,
  fs: () => fs,
  'fs/promises': () => fsPromises,
  os: () => os,
  path: () => path,
  'path/posix': () => path,
  perf_hooks: () => ({ ...classes, performance: globalThis.performance }),
  process: () => process,
  querystring: () => querystring,
  readline: () => readline,
  'readline/promises': () => readline.promises,
  stream: () => Stream,
  'stream/consumers': () => streamConsumers,
  'stream/promises': () => Stream.promises,
  string_decoder: () => stringDecoder,
  sys: () => util,
  timers: () => timers,
  'timers/promises': () => timers.promises,
  tty: () => ({
    isatty: (fd) => Number.isInteger(fd) && fd >= 0 && isTerminal(fd),
    ReadStream: TerminalInput,
    WriteStream: TerminalOutput,
  }),
  url: () => url,
  util: () => util,
  'util/types': () => util.types,
  vm: () => vm,
};

/** Those of Node that are not here too: asking for them says why. */
const LACKING = [
  'async_hooks',
  'cluster',
  'dgram',
  'dns',
  'dns/promises',
  'domain',
  'http',
  'http2',
  'https',
  'inspector',
  'inspector/promises',
  'net',
  'punycode',
  'repl',
  'sqlite',
  'stream/web',
  'tls',
  'trace_events',
  'v8',
  'wasi',
  'worker_threads',
  'zlib',
];

export const builtinNames = [...Object.keys(builtins), 'module', ...LACKING].sort();

export function isBuiltin(name) {
  const bare = name.replace(/^node:/, '');
  return Object.hasOwn(builtins, bare) || LACKING.includes(bare);
}
