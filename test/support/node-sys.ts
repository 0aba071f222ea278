/**
 * A `Sys` over Node's own descriptors and files, enough for the `docker` program, so that it can be
 * run on this machine and held against the real client.
 *
 * No processes, no mounts: calls that the program does not make are missing and throw.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as tty from 'node:tty';
import { ProcessExit, type Sys } from '../../src/kernel/index.ts';
import {
  defaultTermios,
  ICANON,
  majorOf,
  minorOf,
  PosixError,
  S_IFBLK,
  S_IFCHR,
  S_IFDIR,
  S_IFLNK,
  S_IFMT,
  S_IFREG,
  signalName,
} from '../../src/posix/index.ts';

export interface NodeSysOptions {
  readonly argv: readonly string[];
  readonly env: Record<string, string>;
  readonly cwd: string;
  /** The name that the program sees for `cwd`, so that what it prints does not depend on where it runs. */
  readonly shownCwd?: string;
  /** In place of this process's own descriptors and clock. */
  readonly stdio?: { readonly input: Uint8Array; write(fd: number, data: Uint8Array): void };
  readonly now?: number;
}

function wrap<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw code?.startsWith('E') ? new PosixError(code as 'ENOENT') : error;
  }
}

function statOf(stat: fs.BigIntStats): object {
  return {
    dev: Number(stat.dev),
    ino: Number(stat.ino),
    mode: Number(stat.mode),
    nlink: Number(stat.nlink),
    uid: Number(stat.uid),
    gid: Number(stat.gid),
    rdev: Number(stat.rdev),
    size: Number(stat.size),
    blocks: Number(stat.blocks),
    atime: stat.atimeNs,
    mtime: stat.mtimeNs,
    ctime: stat.ctimeNs,
  };
}

function nodeWords(path: string, mode: number, device: number): string[] {
  const type = { [S_IFCHR]: 'c', [S_IFBLK]: 'b' }[mode & S_IFMT] ?? 'p';
  const numbers = type === 'p' ? [] : [String(majorOf(device)), String(minorOf(device))];
  return ['-m', (mode & 0o777).toString(8), path, type, ...numbers];
}

const secondsOf = (nanos: bigint | undefined): number => Number((nanos ?? 0n) / 1000n) / 1e6;

const absolute = (cwd: string, path: string): string => (path.startsWith('/') ? path : `${cwd}/${path}`);

export function createNodeSys({ argv, env, cwd, shownCwd = cwd, stdio, now }: NodeSysOptions): Sys {
  let pendingRead: Promise<number> | undefined;
  const stdin: Buffer[] = [];
  let stdinEnded = false;
  let wake = (): void => {};
  let listening = false;
  const listen = (): void => {
    if (listening) return;
    listening = true;
    process.stdin.on('data', (chunk: Buffer) => {
      stdin.push(chunk);
      wake();
    });
    process.stdin.on('end', () => {
      stdinEnded = true;
      wake();
    });
  };
  const readStdin = async (buffer: Uint8Array): Promise<number> => {
    listen();
    while (stdin.length === 0 && !stdinEnded) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const chunk = stdin.shift();
    if (!chunk) return 0;
    const count = Math.min(chunk.length, buffer.length);
    buffer.set(chunk.subarray(0, count));
    if (count < chunk.length) stdin.unshift(chunk.subarray(count));
    return count;
  };
  if (stdio) {
    listening = true;
    stdinEnded = true;
    if (stdio.input.length > 0) stdin.push(Buffer.from(stdio.input));
  }
  const handlers = new Map<number, () => void>();
  const at = (path: string): string => {
    if (path === '') throw new PosixError('ENOENT');
    const whole = absolute(shownCwd, path);
    return whole === shownCwd || whole.startsWith(`${shownCwd}/`)
      ? cwd + whole.slice(shownCwd.length)
      : whole;
  };
  const calls: Partial<Sys> = {
    pid: process.pid,
    argv,
    env,
    open: (path, flags, mode) => wrap(() => fs.openSync(at(path), flags, mode)),
    close: (fd) => wrap(() => fs.closeSync(fd)),
    read: (fd, buffer) => {
      if (fd !== 0) return wrap(() => fs.readSync(fd, buffer));
      pendingRead = readStdin(buffer);
      return pendingRead;
    },
    write: (fd, data) => {
      if (stdio && fd < 3) {
        stdio.write(fd, data);
        return data.length;
      }
      for (;;) {
        try {
          return fs.writeSync(fd, data);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'EAGAIN') continue;
          throw error;
        }
      }
    },
    stat: (path) => wrap(() => statOf(fs.statSync(at(path), { bigint: true }))) as ReturnType<Sys['stat']>,
    lstat: (path) => wrap(() => statOf(fs.lstatSync(at(path), { bigint: true }))) as ReturnType<Sys['stat']>,
    readdir: (path) =>
      wrap(() =>
        fs.readdirSync(at(path), { withFileTypes: true }).map((entry) => ({
          name: entry.name,
          ino: 0,
          type: entry.isDirectory() ? S_IFDIR : entry.isSymbolicLink() ? S_IFLNK : S_IFREG,
        })),
      ),
    readlink: (path) => wrap(() => fs.readlinkSync(at(path))),
    unlink: (path) => wrap(() => fs.unlinkSync(at(path))),
    rename: (from, to) => wrap(() => fs.renameSync(at(from), at(to))),
    rmdir: (path) => wrap(() => fs.rmdirSync(at(path))),
    mkdir: (path, mode) => wrap(() => void fs.mkdirSync(at(path), { mode: mode ?? 0o777 })),
    link: (from, to) => wrap(() => fs.linkSync(at(from), at(to))),
    symlink: (target, path) => wrap(() => fs.symlinkSync(target, at(path))),
    chmod: (path, mode) => wrap(() => fs.chmodSync(at(path), mode)),
    // Node makes no device files and no FIFOs, but by another program.
    mknod: (path, mode, device) => void execFileSync('mknod', nodeWords(at(path), mode, Number(device))),
    utimes: (path, { atime, mtime }) =>
      wrap(() => fs.lutimesSync(at(path), secondsOf(atime), secondsOf(mtime))),
    // Node knows no extended attributes.
    listxattr: () => [],
    getcwd: () => shownCwd,
    sigaction: (signal, disposition) => {
      if (stdio) return 'default';
      const name = `SIG${signalName(signal)}` as NodeJS.Signals;
      const before = handlers.get(signal);
      if (before) process.off(name, before);
      handlers.delete(signal);
      if (typeof disposition === 'object') {
        const { handler } = disposition;
        if (typeof handler !== 'function') throw new Error('not a function');
        const listener = (): void => handler(signal);
        try {
          process.on(name, listener);
          handlers.set(signal, listener);
        } catch {
          // Node has no listeners for some signals.
        }
      }
      return before ? { handler: before } : 'default';
    },
    exit: (code) => {
      throw new ProcessExit((code & 0xff) << 8);
    },
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    breathe: () => undefined,
    isatty: (fd) => !stdio && tty.isatty(fd),
    tcgetattr: () => defaultTermios,
    tcsetattr: (_fd, termios) => {
      const flag = termios.lflag & ICANON ? ['sane'] : ['raw', '-echo'];
      execFileSync('stty', flag, { stdio: 'inherit' });
    },
    getWindowSize: () => ({ rows: process.stdout.rows ?? 24, columns: process.stdout.columns ?? 80 }),
    now: () => now ?? Date.now(),
    monotonic: () => performance.now(),
    random: (length) => randomBytes(length),
  };
  return calls as Sys;
}
