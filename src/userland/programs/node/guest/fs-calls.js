/**
 * node:fs, described: for each function how its arguments become an operation of the host's and what the
 * answer is made of. fs.js makes the three forms of each: at once, with a callback, as a promise.
 */
import { Buffer } from './buffer.js';
import { codedError, invalidArgument, uvError } from './errors.js';
import { constants } from './fs-constants.js';
import { Dirent, Stats } from './fs-stat.js';
import { resolve } from './path.js';

const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND } = constants;
const FLAGS = {
  r: O_RDONLY,
  rs: O_RDONLY,
  'r+': O_RDWR,
  'rs+': O_RDWR,
  w: O_WRONLY | O_CREAT | O_TRUNC,
  wx: O_WRONLY | O_CREAT | O_TRUNC | O_EXCL,
  'w+': O_RDWR | O_CREAT | O_TRUNC,
  'wx+': O_RDWR | O_CREAT | O_TRUNC | O_EXCL,
  a: O_WRONLY | O_CREAT | O_APPEND,
  ax: O_WRONLY | O_CREAT | O_APPEND | O_EXCL,
  'a+': O_RDWR | O_CREAT | O_APPEND,
  'ax+': O_RDWR | O_CREAT | O_APPEND | O_EXCL,
};

function flagsOf(flags = 'r') {
  if (typeof flags === 'number') return flags;
  if (FLAGS[flags] === undefined)
    throw codedError(
      TypeError,
      'ERR_INVALID_ARG_VALUE',
      `The argument 'flags' is invalid. Received '${flags}'`,
    );
  return FLAGS[flags];
}

function modeOf(mode, standard) {
  if (mode === undefined || mode === null) return standard;
  return typeof mode === 'string' ? Number.parseInt(mode, 8) : mode;
}

export function pathOf(path, name = 'path') {
  if (path instanceof URL) {
    if (path.protocol !== 'file:')
      throw codedError(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
    return decodeURIComponent(path.pathname);
  }
  if (path instanceof Uint8Array) return Buffer.from(path).toString();
  if (typeof path !== 'string') throw invalidArgument(name, ['string', 'Buffer', 'URL'], path);
  if (path.includes('\0'))
    throw codedError(
      TypeError,
      'ERR_INVALID_ARG_VALUE',
      `The argument '${name}' must be a string, Uint8Array, or URL without null bytes. Received ${JSON.stringify(path).replaceAll('"', "'").replaceAll('\\u0000', '\\x00')}`,
    );
  return path;
}

const fdOf = (fd) => {
  if (typeof fd !== 'number') throw invalidArgument('fd', 'number', fd);
  return fd;
};
const encodingOf = (options) => (typeof options === 'string' ? options : options?.encoding);

function bytesFor(data, encoding) {
  if (typeof data === 'string') return Buffer.from(data, encoding ?? 'utf8');
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw invalidArgument('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
}

const text = (answer, options) => {
  const buffer = Buffer.from(answer);
  const encoding = encodingOf(options);
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
};

const simple =
  (operation, syscall) =>
  (path, ...rest) => ({
    operation,
    args: [pathOf(path), ...rest],
    context: { syscall, path: pathOf(path) },
  });
const between = (operation, syscall) => (from, to) => ({
  operation,
  args: [pathOf(from, 'oldPath'), pathOf(to, 'newPath')],
  context: { syscall, path: pathOf(from, 'oldPath'), dest: pathOf(to, 'newPath') },
});
const onFd =
  (operation, syscall) =>
  (fd, ...rest) => ({ operation, args: [fdOf(fd), ...rest], context: { syscall } });

const timeOf = (time) => {
  const seconds = time instanceof Date ? time.getTime() / 1000 : Number(time);
  return String(BigInt(Math.round(seconds * 1000)) * 1_000_000n);
};

function write(path, data, options, flag) {
  const bytes = bytesFor(data, encodingOf(options));
  if (typeof path === 'number')
    return {
      operation: 'fs.write',
      args: [path],
      bytes,
      context: { syscall: 'write' },
      answer: () => undefined,
    };
  const args = [pathOf(path), flagsOf(options?.flag ?? flag), modeOf(options?.mode, 0o666)];
  return { operation: 'fs.writeFile', args, bytes, context: { syscall: 'open', path: pathOf(path) } };
}

const stat = (operation, syscall) => (path, options) => ({
  operation,
  args: [operation === 'fs.fstat' ? fdOf(path) : pathOf(path)],
  context: operation === 'fs.fstat' ? { syscall } : { syscall, path: pathOf(path) },
  answer: (numbers) => new Stats(numbers, options?.bigint),
  isMissing: options?.throwIfNoEntry === false,
});

export const calls = {
  readFile(path, options) {
    const answer = (bytes) => text(bytes, options);
    if (typeof path === 'number')
      return { operation: 'fs.readAll', args: [path], context: { syscall: 'read' }, answer };
    return {
      operation: 'fs.readFile',
      args: [pathOf(path)],
      context: { syscall: 'open', path: pathOf(path) },
      answer,
      directory: 'read',
    };
  },
  writeFile: (path, data, options) => write(path, data, options, 'w'),
  appendFile: (path, data, options) => write(path, data, options, 'a'),
  copyFile: (from, to, mode = 0) => ({
    operation: 'fs.copyFile',
    args: [pathOf(from, 'src'), pathOf(to, 'dest'), O_WRONLY | O_CREAT | (mode & 1 ? O_EXCL : O_TRUNC)],
    context: { syscall: 'copyfile', path: pathOf(from, 'src'), dest: pathOf(to, 'dest') },
  }),
  stat: stat('fs.stat', 'stat'),
  lstat: stat('fs.lstat', 'lstat'),
  fstat: stat('fs.fstat', 'fstat'),
  readdir: (path, options) => ({
    operation: options?.recursive ? 'fs.readdirAll' : 'fs.readdir',
    args: [pathOf(path)],
    context: { syscall: 'scandir', path: pathOf(path) },
    answer: (entries) =>
      entries.map(([name, type]) => (options?.withFileTypes ? new Dirent(name, type, pathOf(path)) : name)),
  }),
  readlink: (path) => simple('fs.readlink', 'readlink')(path),
  realpath: (path) => simple('fs.realpath', 'realpath')(resolve(pathOf(path))),
  mkdir: (path, options) => ({
    operation: 'fs.mkdir',
    args: [
      pathOf(path),
      modeOf(typeof options === 'object' ? options?.mode : options, 0o777),
      Boolean(options?.recursive),
    ],
    context: { syscall: 'mkdir', path: pathOf(path) },
  }),
  mkdtemp: (prefix) => ({
    operation: 'fs.mkdtemp',
    args: [pathOf(prefix, 'prefix')],
    context: { syscall: 'mkdtemp', path: `${prefix}XXXXXX` },
  }),
  rmdir: (path, options) =>
    options?.recursive ? calls.rm(path, options) : simple('fs.rmdir', 'rmdir')(path),
  rm: (path, options) => ({
    operation: 'fs.rm',
    args: [pathOf(path), Boolean(options?.recursive), Boolean(options?.force)],
    context: { syscall: 'rm', path: pathOf(path) },
    refused: (error) =>
      error.code === 'EISDIR'
        ? directoryError(path)
        : error.code === 'ENOENT'
          ? lstatError(error, path)
          : error,
  }),
  unlink: (path) => simple('fs.unlink', 'unlink')(path),
  rename: between('fs.rename', 'rename'),
  link: between('fs.link', 'link'),
  symlink: (target, path) => ({
    operation: 'fs.symlink',
    args: [pathOf(target, 'target'), pathOf(path)],
    context: { syscall: 'symlink', path: pathOf(target, 'target'), dest: pathOf(path) },
  }),
  chmod: (path, mode) => simple('fs.chmod', 'chmod')(path, modeOf(mode)),
  fchmod: (fd, mode) => onFd('fs.fchmod', 'fchmod')(fd, modeOf(mode)),
  chown: simple('fs.chown', 'chown'),
  lchown: simple('fs.lchown', 'lchown'),
  truncate: (path, size = 0) => simple('fs.truncate', 'open')(path, size),
  ftruncate: (fd, size = 0) => onFd('fs.ftruncate', 'ftruncate')(fd, size),
  fsync: (fd) => onFd('fs.fsync', 'fsync')(fd),
  fdatasync: (fd) => onFd('fs.fsync', 'fdatasync')(fd),
  access: (path, mode = 0) => simple('fs.access', 'access')(path, mode),
  utimes: (path, accessed, modified) =>
    simple('fs.utimes', 'utime')(path, timeOf(accessed), timeOf(modified), false),
  lutimes: (path, accessed, modified) =>
    simple('fs.utimes', 'lutime')(path, timeOf(accessed), timeOf(modified), true),
  futimes: (fd, accessed, modified) => onFd('fs.futimes', 'futime')(fd, timeOf(accessed), timeOf(modified)),
  open: (path, flags, mode) => ({
    operation: 'fs.open',
    args: [pathOf(path), flagsOf(flags ?? 'r'), modeOf(mode, 0o666)],
    context: { syscall: 'open', path: pathOf(path) },
  }),
  close: (fd) => onFd('fs.close', 'close')(fd),
};

function directoryError(path) {
  const context = { errno: 21, code: 'EISDIR', syscall: 'rm', path, info: 'is a directory' };
  return Object.assign(uvError('ERR_FS_EISDIR', 'Path is a directory', context), { path });
}

function lstatError(error, path) {
  error.message = `ENOENT: no such file or directory, lstat '${path}'`;
  error.stack = error.stack.replace(/, rm '/, ", lstat '");
  error.syscall = 'lstat';
  return error;
}
