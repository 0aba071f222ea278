/** gzip, gunzip, zcat: over the platform's own streams (base/gzip.ts). */

import { gzip as compress, gunzip as decompress } from '../../base/index.ts';
import { writeAll } from '../../kernel/index.ts';
import { O_CREAT, O_EXCL, O_TRUNC, O_WRONLY } from '../../posix/index.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';

const SPEC = 'cdfktvqn123456789';
const LONG = { stdout: 'c', decompress: 'd', force: 'f', keep: 'k', test: 't', verbose: 'v', quiet: 'q' };

const program = (unpack: boolean, toStdout: boolean) =>
  applet({
    usage: '[-cfkdt] [FILE]...',
    about: unpack ? 'Decompress FILEs (or stdin)' : 'Compress FILEs (or stdin)',
    async run(io) {
      const options = parseOptions(io, SPEC, { long: LONG });
      let status = 0;
      for (const path of options.operands.length ? options.operands : ['-']) {
        try {
          if (
            !(await one(
              io,
              options,
              path,
              unpack || options.has('d') || options.has('t'),
              toStdout || options.has('c'),
            ))
          )
            status = 1;
        } catch (error) {
          if ((error as { code?: unknown }).code !== 'EGZIP') throw error;
          io.warn(io.name === 'zcat' ? 'no gzip/bzip2/xz magic' : 'invalid magic');
          status = 1;
        }
      }
      return status;
    },
  });

export const gzip = program(false, false);
export const gunzip = program(true, false);
export const zcat = program(true, true);

async function* chunksOf(reader: Reader): AsyncGenerator<Uint8Array> {
  for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) yield chunk.slice();
}

async function one(
  io: Io,
  options: Options,
  path: string,
  unpack: boolean,
  toStdout: boolean,
): Promise<boolean> {
  const target = unpack
    ? path.replace(/\.t?gz$/, (suffix) => (suffix === '.tgz' ? '.tar' : ''))
    : `${path}.gz`;
  let reader: Reader;
  try {
    reader = await io.openInput(path);
  } catch (error) {
    io.warnErrno(path, error);
    return false;
  }
  if (unpack && target === path && path !== '-' && !toStdout && !options.has('t')) {
    await reader.close();
    io.warn(`${path}: unknown suffix - ignored`);
    return false;
  }
  try {
    const chunks = (unpack ? decompress : compress)(chunksOf(reader));
    if (options.has('t')) {
      for await (const _ of chunks) await io.sys.breathe();
      return true;
    }
    if (path === '-' || toStdout) {
      for await (const chunk of chunks) await io.write(chunk);
      return true;
    }
    const stat = await io.sys.fstat(reader.fd);
    let fd: number;
    try {
      fd = await io.sys.open(
        target,
        O_WRONLY | O_CREAT | (options.has('f') ? O_TRUNC : O_EXCL),
        stat.mode & 0o777,
      );
    } catch (error) {
      io.warnErrno(`can't open '${target}'`, error);
      return false;
    }
    try {
      for await (const chunk of chunks) await writeAll(io.sys, fd, chunk);
    } catch (error) {
      await io.sys.unlink(target);
      throw error;
    } finally {
      await io.sys.close(fd);
    }
    await io.sys.utimes(target, { atime: stat.atime, mtime: stat.mtime });
    if (!options.has('k')) await io.sys.unlink(path);
    return true;
  } finally {
    await reader.close();
  }
}
