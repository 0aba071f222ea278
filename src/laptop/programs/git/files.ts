/** The kernel's files as isomorphic-git wants a file system: promises, and errors with their codes. */
import { type Sys, writeAll } from '../../../kernel/index.ts';
import { isDir, isFile, isLink, O_CREAT, O_TRUNC, O_WRONLY, textOf } from '../../../posix/index.ts';
import type { Stat } from '../../../vfs/index.ts';
import { readWhole } from '../io.ts';

/** What isomorphic-git is told about a file. */
function describe(stat: Stat) {
  const milliseconds = (time: bigint) => Number(time / 1_000_000n);
  return {
    type: isDir(stat.mode) ? 'dir' : isLink(stat.mode) ? 'symlink' : 'file',
    mode: stat.mode,
    size: stat.size,
    ino: Number(stat.ino),
    dev: 0,
    uid: stat.uid,
    gid: stat.gid,
    mtimeMs: milliseconds(stat.mtime),
    ctimeMs: milliseconds(stat.ctime),
    isFile: () => isFile(stat.mode),
    isDirectory: () => isDir(stat.mode),
    isSymbolicLink: () => isLink(stat.mode),
  };
}

export async function writeBytes(
  sys: Sys,
  path: string,
  data: Uint8Array | string,
  mode = 0o666,
): Promise<void> {
  const fd = await sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
  try {
    await writeAll(sys, fd, typeof data === 'string' ? new TextEncoder().encode(data) : data);
  } finally {
    await sys.close(fd);
  }
}

type Encoding = string | { readonly encoding?: string; readonly mode?: number } | undefined;

/**
 * The files, and `idle`, which resolves when nothing is under way: the library leaves some of its work
 * unawaited when it gives up, and a program must not end in the middle of that.
 */
export function gitFiles(sys: Sys) {
  const running = new Set<Promise<unknown>>();
  const counted =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> => {
      const work = call(...args);
      running.add(work);
      const done = () => void running.delete(work);
      work.then(done, done);
      return work;
    };
  const calls = filesOf(sys);
  const promises = Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      counted(call as (...args: unknown[]) => Promise<unknown>),
    ]),
  );
  return {
    promises,
    async idle(): Promise<void> {
      while (running.size > 0) {
        await Promise.allSettled(running);
        // What waited for that may go on with more.
        await Promise.resolve();
      }
    },
  };
}

function filesOf(sys: Sys) {
  return {
    async readFile(path: string, options?: Encoding) {
      const bytes = await readWhole(sys, path);
      const encoding = typeof options === 'string' ? options : options?.encoding;
      return encoding === 'utf8' ? textOf(bytes) : bytes;
    },
    async writeFile(path: string, data: Uint8Array | string, options?: Encoding) {
      const mode = typeof options === 'object' ? options.mode : undefined;
      await writeBytes(sys, path, data, mode);
      if (mode !== undefined) await sys.chmod(path, mode & 0o777);
    },
    unlink: async (path: string) => sys.unlink(path),
    readdir: async (path: string) => (await sys.readdir(path)).map(({ name }) => name),
    mkdir: async (path: string, mode?: number) => sys.mkdir(path, typeof mode === 'number' ? mode : 0o777),
    rmdir: async (path: string) => sys.rmdir(path),
    stat: async (path: string) => describe(await sys.stat(path)),
    lstat: async (path: string) => describe(await sys.lstat(path)),
    readlink: async (path: string) => sys.readlink(path),
    symlink: async (target: string, path: string) => sys.symlink(target, path),
    chmod: async (path: string, mode: number) => sys.chmod(path, mode),
  };
}
