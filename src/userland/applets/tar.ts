/** tar: archives made, listed and unpacked (`src/userland/tar`). */

import { gzip } from '../../base/index.ts';
import { writeAll } from '../../kernel/index.ts';
import { O_CREAT, O_TRUNC, O_WRONLY } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { openStream } from '../tar/byte-stream.ts';
import { createArchive } from '../tar/create.ts';
import { readArchive } from '../tar/extract.ts';
import { readRules } from '../tar/rules.ts';

const LONG = {
  create: 'c',
  extract: 'x',
  get: 'x',
  list: 't',
  file: 'f',
  directory: 'C',
  verbose: 'v',
  gzip: 'z',
  gunzip: 'z',
  bzip2: 'j',
  xz: 'J',
  'auto-compress': 'a',
  'to-stdout': 'O',
  'keep-old': 'k',
  touch: 'm',
  dereference: 'h',
  'same-permissions': 'p',
  'no-same-permissions': '!nomode',
  'no-same-owner': 'o',
  'numeric-owner': '!numeric',
  'no-recursion': '!flat',
  'strip-components': '!strip:',
  exclude: '!exclude:',
  'exclude-from': 'X',
  'files-from': 'T',
  overwrite: '!overwrite',
  version: '!version',
};

export const main = applet({
  usage: 'c|x|t [-ZzJjahmvokO] [-f TARFILE] [-C DIR] [-T FILE] [-X FILE] [LONGOPT]... [FILE]...',
  about: 'Create, extract, or list files from a tar file',
  async run(io) {
    // The first word is a bundle of options, dash or not.
    const [first, ...others] = io.args;
    const args = first !== undefined && !first.startsWith('-') ? [`-${first}`, ...others] : io.args;
    const options = parseOptions({ ...io, args }, 'cxtvOkomphzjJaf:C:T:X:', { long: LONG });
    if (options.has('!version')) {
      io.print('tar (busybox) 1.37.0\n');
      return 0;
    }
    const action = options.last('cxt');
    if (!action) return io.usage();
    const rules = await readRules(io, options);
    if (action === 'c') {
      if (rules.names.length === 0) io.die('empty archive');
      return create(io, options, rules);
    }
    const path = options.value('f') ?? '-';
    const reader = await io
      .openInput(path)
      .catch((error: unknown) => io.dieErrno(`can't open '${path}'`, error));
    await enter(io, options);
    try {
      return await readArchive(io, await openStream(reader), rules, action === 't');
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EGZIP') throw error;
      return io.die('corrupted data');
    }
  },
});

async function enter(io: Io, options: Options): Promise<void> {
  const directory = options.value('C');
  if (directory === undefined) return;
  try {
    await io.sys.chdir(directory);
  } catch (error) {
    io.dieErrno(`can't change directory to '${directory}'`, error);
  }
}

async function create(
  io: Io,
  options: Options,
  rules: Awaited<ReturnType<typeof readRules>>,
): Promise<number> {
  const path = options.value('f') ?? '-';
  const packer = packerOf(options, path);
  // What packs bzip2 and xz is no part of busybox, or is not here.
  if (packer && packer !== 'gzip') io.die(`can't execute '${packer}': No such file or directory`);
  const toStdout = path === '-';
  let fd = 1;
  if (!toStdout) {
    try {
      fd = await io.sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
    } catch (error) {
      io.dieErrno(`can't open '${path}'`, error);
    }
  }
  const archive = toStdout ? undefined : await io.sys.fstat(fd);
  await enter(io, options);
  const put = async (bytes: Uint8Array) => writeAll(io.sys, fd, bytes);
  let well: boolean;
  if (packer) {
    const pipe = new TransformStream<Uint8Array, Uint8Array>();
    const writer = pipe.writable.getWriter();
    const packing = (async () => {
      for await (const chunk of gzip(drain(pipe.readable))) await put(chunk);
    })();
    well = await createArchive(io, rules, (bytes) => writer.write(bytes.slice()), { archive, toStdout });
    await writer.close();
    await packing;
  } else well = await createArchive(io, rules, put, { archive, toStdout });
  if (!toStdout) await io.sys.close(fd);
  if (!well) io.die('error exit delayed from previous errors');
  return 0;
}

async function* drain(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

function packerOf(options: Options, path: string): string | undefined {
  if (options.has('z')) return 'gzip';
  if (options.has('j')) return 'bzip2';
  if (options.has('J')) return 'xz';
  if (!options.has('a')) return undefined;
  if (/\.t?gz$/.test(path)) return 'gzip';
  return /\.t?bz2?$/.test(path) ? 'bzip2' : /\.t?xz$/.test(path) ? 'xz' : undefined;
}
