/** node:fs. What the functions are is in fs-calls.js; this makes their forms, and what has a form of its own. */
import { call, start, startPromise } from './bridge.js';
import { Buffer } from './buffer.js';
import { codedError, invalidArgument, unsupported } from './errors.js';
import { calls, pathOf } from './fs-calls.js';
import { constants } from './fs-constants.js';
import { Dirent, Stats } from './fs-stat.js';
import { nextTick } from './ticks.js';

/** Of what is a directory the error is of reading, not of opening. */
function refused(error, { directory, refused: change }) {
  if (directory && error.code === 'EISDIR') {
    const context = { message: `EISDIR: illegal operation on a directory, ${directory}`, errno: error.errno };
    const other = new Error(context.message);
    return Object.assign(other, { errno: error.errno, code: 'EISDIR', syscall: directory });
  }
  return change ? change(error) : error;
}

const answerOf = (request, value) => (request.answer ? request.answer(value) : value);

function now(describe) {
  return (...args) => {
    const request = describe(...args);
    let value;
    try {
      value = call(request.operation, request.args, request.bytes, request.context);
    } catch (error) {
      if (request.isMissing && error.code === 'ENOENT') return undefined;
      throw refused(error, request);
    }
    return answerOf(request, value);
  };
}

function later(describe) {
  return (...args) => {
    const callback = args.length > 1 ? args.pop() : undefined;
    if (typeof callback !== 'function') throw invalidArgument('cb', 'function', callback);
    const request = describe(...args);
    start(request.operation, request.args, request.bytes, request.context, (error, value) =>
      error
        ? callback(refused(error, request))
        : value === undefined && !request.answer
          ? callback(null)
          : callback(null, answerOf(request, value)),
    );
  };
}

export function promised(describe) {
  return async (...args) => {
    const request = describe(...args);
    try {
      return answerOf(
        request,
        await startPromise(request.operation, request.args, request.bytes, request.context),
      );
    } catch (error) {
      throw refused(error, request);
    }
  };
}

const fs = {};
for (const [name, describe] of Object.entries(calls)) {
  fs[`${name}Sync`] = now(describe);
  fs[name] = later(describe);
  for (const [key, value] of [
    [`${name}Sync`, fs[`${name}Sync`]],
    [name, fs[name]],
  ])
    Object.defineProperty(value, 'name', { value: key });
}

fs.existsSync = (path) => {
  try {
    fs.accessSync(path);
    return true;
  } catch {
    return false;
  }
};
fs.exists = (path, callback) => fs.access(path, (error) => callback(!error));

/** Forms of read and write: (fd, buffer, offset, length, position), or options. */
function span(buffer, offset, length, position) {
  const options = typeof offset === 'object' && offset !== null ? offset : { offset, length, position };
  const from = options.offset ?? 0;
  const size = options.length ?? buffer.byteLength - from;
  const at = options.position;
  return {
    from,
    size,
    at: typeof at === 'number' && at >= 0 ? at : typeof at === 'bigint' ? Number(at) : null,
  };
}

function readRequest(fd, buffer, offset, length, position) {
  const { from, size, at } = span(buffer, offset, length, position);
  const answer = (bytes) => {
    new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength).set(new Uint8Array(bytes), from);
    return bytes.byteLength;
  };
  return { operation: 'fs.read', args: [fd, size, at], context: { syscall: 'read' }, answer };
}

function writeRequest(fd, data, offset, length, position) {
  if (typeof data === 'string') {
    const bytes = Buffer.from(data, typeof length === 'string' ? length : 'utf8');
    return {
      operation: 'fs.write',
      args: [fd, typeof offset === 'number' ? offset : null],
      bytes,
      context: { syscall: 'write' },
    };
  }
  const { from, size, at } = span(data, offset, length, position);
  const bytes = new Uint8Array(data.buffer, data.byteOffset + from, size);
  return { operation: 'fs.write', args: [fd, at], bytes, context: { syscall: 'write' } };
}

export const transfers = { read: readRequest, write: writeRequest };
fs.readSync = now(readRequest);
fs.writeSync = now(writeRequest);
for (const [name, describe] of Object.entries(transfers)) {
  fs[name] = (...args) => {
    const callback = args.pop();
    if (name === 'read' && !ArrayBuffer.isView(args[1]))
      args.splice(1, 1, args[1]?.buffer ?? Buffer.alloc(16384), args[1]);
    later(describe)(...args, (error, count) => callback(error, count ?? 0, args[1]));
  };
}
fs.writevSync = (fd, buffers) => buffers.reduce((sum, one) => sum + fs.writeSync(fd, one), 0);

function copyAll(from, to, options = {}) {
  const stat = options.dereference ? fs.statSync(from) : fs.lstatSync(from);
  if (options.filter && !options.filter(from, to)) return;
  if (stat.isDirectory()) {
    if (!options.recursive) {
      const error = new Error(
        `Recursive option not enabled, cannot copy a directory: cp returned EISDIR (${from} is a directory (not copied)) ${from}`,
      );
      throw Object.assign(error, { code: 'ERR_FS_EISDIR', errno: 21, syscall: 'cp', path: from });
    }
    fs.mkdirSync(to, { recursive: true });
    for (const name of fs.readdirSync(from)) copyAll(`${from}/${name}`, `${to}/${name}`, options);
  } else if (stat.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(from), to);
  else if (options.force === false && fs.existsSync(to)) {
    if (options.errorOnExist)
      throw Object.assign(
        new Error(`Target already exists: cp returned EEXIST (${to} already exists) ${to}`),
        { code: 'ERR_FS_CP_EEXIST' },
      );
  } else fs.copyFileSync(from, to);
}

fs.cpSync = (from, to, options) => copyAll(pathOf(from), pathOf(to), options);
fs.cp = (from, to, ...rest) => {
  const callback = rest.pop();
  nextTick(() => {
    try {
      fs.cpSync(from, to, rest[0]);
    } catch (error) {
      callback(error);
      return;
    }
    callback(null);
  });
};
fs.realpathSync.native = fs.realpathSync;
fs.realpath.native = fs.realpath;

/** A directory that is read entry by entry. */
class Dir {
  #entries;
  #at = 0;
  constructor(path, entries) {
    this.path = path;
    this.#entries = entries;
  }
  #open() {
    if (!this.#entries) throw codedError(Error, 'ERR_DIR_CLOSED', 'Directory handle was closed');
    return this.#entries;
  }
  readSync() {
    return this.#open()[this.#at++] ?? null;
  }
  read(callback) {
    return answered(callback, () => this.readSync());
  }
  closeSync() {
    this.#open();
    this.#entries = undefined;
  }
  close(callback) {
    return answered(callback, () => this.closeSync());
  }
  async *[Symbol.asyncIterator]() {
    try {
      for (let entry = this.readSync(); entry; entry = this.readSync()) yield entry;
    } finally {
      this.closeSync();
    }
  }
}

/** With a callback, or as a promise. */
function answered(callback, run) {
  if (callback === undefined) return new Promise((resolve) => resolve(run()));
  const value = run();
  nextTick(() => callback(null, value));
  return undefined;
}

/** An answer of readdir's as a directory, and what is wrong as opendir's. */
function openDirectory(path, read) {
  try {
    return new Dir(path, read());
  } catch (error) {
    if (error.syscall !== 'scandir') throw error;
    error.message = error.message.replace(', scandir', ', opendir');
    error.stack = error.stack.replace(', scandir', ', opendir');
    throw Object.assign(error, { syscall: 'opendir' });
  }
}
fs.opendirSync = (path) => openDirectory(pathOf(path), () => fs.readdirSync(path, { withFileTypes: true }));
fs.opendir = (path, ...rest) => {
  const callback = rest.pop();
  if (typeof callback !== 'function') throw invalidArgument('callback', 'function', callback);
  const from = pathOf(path);
  nextTick(() => {
    let directory;
    try {
      directory = fs.opendirSync(from);
    } catch (error) {
      callback(error);
      return;
    }
    callback(null, directory);
  });
};

const unwatched = () => {
  throw unsupported('fs.watch is not available in Strata: the kernel has no inotify');
};
Object.assign(fs, {
  constants,
  Stats,
  Dirent,
  Dir,
  watch: unwatched,
  watchFile: unwatched,
  unwatchFile() {},
  F_OK: constants.F_OK,
  R_OK: constants.R_OK,
  W_OK: constants.W_OK,
  X_OK: constants.X_OK,
});

export const { readFileSync } = fs;
export default fs;
