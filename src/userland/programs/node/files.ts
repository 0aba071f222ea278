/** Operations on files and descriptors. Those of several calls are one here, so that they may wait as a whole. */
import { chain, concat } from '../../../base/index.ts';
import type { Fd, Sys } from '../../../kernel/index.ts';
import { errnoOf, fail, isDir, isLink, O_RDONLY } from '../../../posix/index.ts';
import type { Stat } from '../../../vfs/index.ts';
import type { Operation } from './operations.ts';
import { get, type Steps, walk } from './steps.ts';

const CHUNK = 65_536;
/** Links that a path may lead through; Linux's. */
const MOST_LINKS = 40;

/** Numbers, and times as texts of nanoseconds: JSON has no bigints. */
const numbersOf = (stat: Stat): readonly (number | string)[] => [
  ...[stat.dev, stat.mode, stat.nlink, stat.uid, stat.gid, stat.rdev, 4096, stat.ino, stat.size, stat.blocks],
  ...[stat.atime, stat.mtime, stat.ctime].map(String),
];

export const fileOperations: Readonly<Record<string, Operation>> = {
  'fs.open': ({ sys }, args) => sys.open(args.path(0), args.number(1), args.number(2)),
  'fs.close': ({ sys }, args) => sys.close(args.number(0)),
  'fs.read': ({ sys }, args) => walk(read(sys, args.number(0), args.number(1), args.optional(2))),
  'fs.write'(host, args) {
    const position = args.optional(1);
    return position === undefined
      ? host.output.write(args.number(0), args.bytes)
      : host.sys.pwrite(args.number(0), args.bytes, position);
  },
  'fs.readFile': ({ sys }, args) => walk(readFile(sys, args.path(0))),
  'fs.readAll': ({ sys }, args) => walk(readAll(sys, args.number(0))),
  'fs.writeFile': ({ sys }, args) =>
    walk(writeFile(sys, args.path(0), args.number(1), args.number(2), args.bytes)),
  'fs.copyFile': ({ sys }, args) => walk(copyFile(sys, args.path(0), args.path(1), args.number(2))),
  'fs.stat': ({ sys }, args) => chain(sys.stat(args.path(0)), numbersOf),
  'fs.lstat': ({ sys }, args) => chain(sys.lstat(args.path(0)), numbersOf),
  'fs.fstat': ({ sys }, args) => chain(sys.fstat(args.number(0)), numbersOf),
  'fs.readdir': ({ sys }, args) =>
    chain(sys.readdir(args.path(0)), (entries) =>
      entries.map(({ name, type }) => [name, type] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  'fs.readdirAll': ({ sys }, args) => walk(readAllBelow(sys, args.path(0), '')),
  'fs.readlink': ({ sys }, args) => sys.readlink(args.path(0)),
  'fs.realpath': ({ sys }, args) => walk(realPath(sys, args.path(0))),
  'fs.mkdir': ({ sys }, args) =>
    args.flag(2)
      ? walk(makeAll(sys, args.path(0), args.number(1)))
      : chain(sys.mkdir(args.path(0), args.number(1)), () => undefined),
  'fs.mkdtemp': ({ sys }, args) => walk(makeTemporary(sys, args.path(0))),
  'fs.rmdir': ({ sys }, args) => sys.rmdir(args.path(0)),
  'fs.rm': ({ sys }, args) => walk(removeAll(sys, args.path(0), args.flag(1), args.flag(2))),
  'fs.unlink': ({ sys }, args) => sys.unlink(args.path(0)),
  'fs.rename': ({ sys }, args) => sys.rename(args.path(0), args.path(1)),
  'fs.link': ({ sys }, args) => sys.link(args.path(0), args.path(1)),
  'fs.symlink': ({ sys }, args) => sys.symlink(args.path(0), args.path(1)),
  'fs.chmod': ({ sys }, args) => sys.chmod(args.path(0), args.number(1)),
  'fs.fchmod': ({ sys }, args) => sys.fchmod(args.number(0), args.number(1)),
  'fs.chown': ({ sys }, args) => sys.chown(args.path(0), args.number(1), args.number(2)),
  'fs.lchown': ({ sys }, args) => sys.lchown(args.path(0), args.number(1), args.number(2)),
  'fs.truncate': ({ sys }, args) => sys.truncate(args.path(0), args.number(1)),
  'fs.ftruncate': ({ sys }, args) => sys.ftruncate(args.number(0), args.number(1)),
  'fs.fsync': ({ sys }, args) => sys.fsync(args.number(0)),
  'fs.access': ({ sys }, args) => sys.access(args.path(0), args.number(1)),
  'fs.utimes': ({ sys }, args) =>
    sys.utimes(
      args.path(0),
      { atime: BigInt(args.text(1)), mtime: BigInt(args.text(2)) },
      { nofollow: args.flag(3) },
    ),
  'fs.futimes': ({ sys }, args) =>
    sys.futimes(args.number(0), { atime: BigInt(args.text(1)), mtime: BigInt(args.text(2)) }),
};

function* read(sys: Sys, fd: Fd, length: number, position: number | undefined): Steps<Uint8Array> {
  const buffer = new Uint8Array(Math.min(length, 64 * 1024 * 1024));
  const count = yield* get(position === undefined ? sys.read(fd, buffer) : sys.pread(fd, buffer, position));
  return buffer.subarray(0, count);
}

export function* readAll(sys: Sys, fd: Fd): Steps<Uint8Array> {
  const { size } = yield* get(sys.fstat(fd));
  const chunks: Uint8Array[] = [];
  for (;;) {
    const chunk = new Uint8Array(chunks.length === 0 && size > 0 ? size : CHUNK);
    const count = yield* get(sys.read(fd, chunk));
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
  }
  return chunks.length === 1 ? chunks[0]! : concat(chunks);
}

export function* readFile(sys: Sys, path: string): Steps<Uint8Array> {
  const fd = yield* get(sys.open(path, O_RDONLY));
  try {
    return yield* readAll(sys, fd);
  } finally {
    yield* get(sys.close(fd));
  }
}

function* writeFile(sys: Sys, path: string, flags: number, mode: number, data: Uint8Array): Steps<void> {
  const fd = yield* get(sys.open(path, flags, mode));
  try {
    for (let at = 0; at < data.length; ) at += yield* get(sys.write(fd, data.subarray(at)));
  } finally {
    yield* get(sys.close(fd));
  }
}

function* copyFile(sys: Sys, from: string, to: string, flags: number): Steps<void> {
  const { mode } = yield* get(sys.stat(from));
  if (isDir(mode)) fail('EISDIR');
  yield* writeFile(sys, to, flags, mode & 0o7777, yield* readFile(sys, from));
}

function* readAllBelow(sys: Sys, path: string, below: string): Steps<(readonly [string, number])[]> {
  const all: (readonly [string, number])[] = [];
  for (const { name, type } of yield* get(sys.readdir(path))) {
    all.push([below + name, type]);
    if (isDir(type)) all.push(...(yield* readAllBelow(sys, `${path}/${name}`, `${below}${name}/`)));
  }
  return all;
}

/** Each part looked at, links followed. @throws ENOENT, ENOTDIR, ELOOP */
export function* realPath(sys: Sys, path: string): Steps<string> {
  const todo = (path.startsWith('/') ? path : `${sys.getcwd()}/${path}`).split('/').reverse();
  let at = '';
  for (let links = 0; todo.length > 0; ) {
    const part = todo.pop();
    if (!part || part === '.') continue;
    if (part === '..') {
      at = at.slice(0, Math.max(at.lastIndexOf('/'), 0));
      continue;
    }
    const { mode } = yield* get(sys.lstat(`${at}/${part}`));
    if (!isLink(mode)) {
      at += `/${part}`;
      continue;
    }
    if (++links > MOST_LINKS) fail('ELOOP');
    const target = yield* get(sys.readlink(`${at}/${part}`));
    if (target.startsWith('/')) at = '';
    todo.push(...target.split('/').reverse());
  }
  return at || '/';
}

/** The first directory that was made, as Node answers. */
function* makeAll(sys: Sys, path: string, mode: number): Steps<string | undefined> {
  const missing: string[] = [];
  for (
    let at = path.startsWith('/') ? path : `${sys.getcwd()}/${path}`;
    ;
    at = at.replace(/\/+[^/]*\/*$/, '') || '/'
  ) {
    try {
      const { mode: found } = yield* get(sys.stat(at));
      if (!isDir(found)) fail(missing.length ? 'ENOTDIR' : 'EEXIST');
      break;
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT' || at === '/') throw error;
      missing.push(at);
    }
  }
  const first = missing.at(-1);
  for (const directory of missing.reverse()) yield* get(sys.mkdir(directory, mode));
  return first;
}

function* makeTemporary(sys: Sys, prefix: string): Steps<string> {
  const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  for (;;) {
    const path = prefix + [...sys.random(6)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
    try {
      yield* get(sys.mkdir(path, 0o700));
      return path;
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
}

function* removeAll(sys: Sys, path: string, recursive: boolean, force: boolean): Steps<void> {
  let isDirectory: boolean;
  try {
    isDirectory = isDir((yield* get(sys.lstat(path))).mode);
  } catch (error) {
    if (force && errnoOf(error) === 'ENOENT') return;
    throw error;
  }
  if (!isDirectory) return yield* get(sys.unlink(path));
  if (!recursive) fail('EISDIR');
  for (const { name } of yield* get(sys.readdir(path))) yield* removeAll(sys, `${path}/${name}`, true, force);
  yield* get(sys.rmdir(path));
}
