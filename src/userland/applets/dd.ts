/** dd: copies blocks. */
import { writeAll } from '../../kernel/index.ts';
import { errnoOf, isFile, O_APPEND, O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';

const SUFFIXES: Readonly<Record<string, number>> = {
  '': 1,
  c: 1,
  w: 2,
  b: 512,
  k: 1024,
  K: 1024,
  kB: 1000,
  kD: 1000,
  M: 1024 ** 2,
  MB: 1e6,
  MD: 1e6,
  G: 1024 ** 3,
  GB: 1e9,
  GD: 1e9,
};

const KEYS = ['if', 'of', 'ibs', 'obs', 'bs', 'count', 'skip', 'seek', 'conv', 'status', 'iflag', 'oflag'];
const WORDS: Readonly<Record<string, readonly string[]>> = {
  conv: ['notrunc', 'noerror', 'sync', 'fsync', 'swab'],
  iflag: ['skip_bytes', 'count_bytes', 'fullblock', 'direct'],
  oflag: ['seek_bytes', 'append', 'direct'],
  status: ['none', 'noxfer'],
};
/** A block that is larger is a mistake or an attack: it is held in memory. */
const LARGEST = 256 * 1024 ** 2;

export const main = applet({
  usage:
    '[if=FILE] [of=FILE] [ibs=N obs=N/bs=N] [count=N] [skip=N] [seek=N]\n\t[conv=notrunc|noerror|sync|fsync] [iflag=skip_bytes|count_bytes|fullblock] [oflag=seek_bytes|append]',
  about: 'Copy a file with converting and formatting',
  async run(io) {
    const given = readOperands(io);
    const size = (name: string, otherwise: number) =>
      given.has(name) ? parseBytes(io, given.get(name)!) : otherwise;
    const words = (name: string) => new Set((given.get(name) ?? '').split(',').filter(Boolean));
    const [conv, iflag, oflag, status] = [words('conv'), words('iflag'), words('oflag'), given.get('status')];
    const [block, outBlock] = [size('ibs', 512), size('obs', 512)];
    for (const bytes of [block, outBlock]) {
      if (bytes < 1 || bytes > LARGEST) io.die(`number ${bytes} is not in 1..${LARGEST} range`);
    }
    const count = given.has('count') ? size('count', 0) : Infinity;
    const { sys } = io;
    const [source, target] = [given.get('if'), given.get('of')];
    const input = source === undefined ? 0 : await opened(io, source, () => sys.open(source, O_RDONLY));
    const seek = size('seek', 0) * (oflag.has('seek_bytes') ? 1 : outBlock);
    const flags =
      O_WRONLY |
      O_CREAT |
      (oflag.has('append') ? O_APPEND : 0) |
      (seek === 0 && !conv.has('notrunc') ? O_TRUNC : 0);
    const output = target === undefined ? 1 : await opened(io, target, () => sys.open(target, flags, 0o666));
    if (seek > 0) {
      if (isFile((await sys.fstat(output)).mode) && !conv.has('notrunc')) await sys.ftruncate(output, seek);
      await sys.lseek(output, seek, 'set');
    }
    const skip = size('skip', 0) * (iflag.has('skip_bytes') ? 1 : block);
    await skipInput(io, input, skip, block);
    const totals = { fullIn: 0, partIn: 0, fullOut: 0, partOut: 0, bytes: 0 };
    const bytesLimit = iflag.has('count_bytes') ? count : count * block;
    let failed = false;
    const write = async (bytes: Uint8Array): Promise<boolean> => {
      try {
        await writeAll(sys, output, bytes);
      } catch (error) {
        io.warnErrno(`error writing '${target ?? 'standard output'}'`, error);
        return false;
      }
      if (bytes.length === outBlock) totals.fullOut++;
      else totals.partOut++;
      return true;
    };
    // Of one size, each block goes out as it came in; else blocks are made anew (POSIX, dd).
    const blocks = outBlock === block ? { put: write, end: async () => true } : reblocked(outBlock, write);
    sys.hold(block + (outBlock === block ? 0 : outBlock));
    const buffer = new Uint8Array(block);
    while (totals.bytes < bytesLimit && (iflag.has('count_bytes') || totals.fullIn + totals.partIn < count)) {
      const want = Math.min(block, iflag.has('count_bytes') ? bytesLimit - totals.bytes : block);
      let length = 0;
      try {
        do {
          const n = await sys.read(input, buffer.subarray(length, want));
          if (n === 0) break;
          length += n;
        } while (iflag.has('fullblock') && length < want);
      } catch (error) {
        io.warnErrno(source ?? 'standard input', error);
        failed = true;
        if (!conv.has('noerror')) break;
      }
      if (length === 0 && !failed) break;
      if (length === block) totals.fullIn++;
      else totals.partIn++;
      if (conv.has('sync') && length < block) {
        buffer.fill(0, length);
        length = block;
      }
      if (conv.has('swab'))
        for (let i = 0; i + 1 < length; i += 2) [buffer[i], buffer[i + 1]] = [buffer[i + 1]!, buffer[i]!];
      totals.bytes += length;
      if (!(await blocks.put(buffer.subarray(0, length)))) {
        failed = true;
        break;
      }
      await sys.breathe();
    }
    if (!(await blocks.end())) failed = true;
    if (conv.has('fsync')) await sys.fsync(output);
    if (output !== 1) await sys.close(output);
    if (status !== 'none') report(io, totals);
    return failed ? 1 : 0;
  },
});

/** Writes in blocks of one size whatever the sizes that come; what is left over at the end. */
function reblocked(size: number, write: (bytes: Uint8Array) => Promise<boolean>) {
  const held = new Uint8Array(size);
  let length = 0;
  return {
    async put(bytes: Uint8Array): Promise<boolean> {
      for (let at = 0; at < bytes.length; ) {
        const taken = Math.min(size - length, bytes.length - at);
        held.set(bytes.subarray(at, at + taken), length);
        at += taken;
        length += taken;
        if (length < size) continue;
        length = 0;
        if (!(await write(held))) return false;
      }
      return true;
    },
    async end(): Promise<boolean> {
      const rest = held.subarray(0, length);
      length = 0;
      return rest.length === 0 || write(rest);
    },
  };
}

async function opened<T>(io: Io, path: string, open: () => T | Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    return io.dieErrno(`can't open '${path}'`, error);
  }
}

function readOperands(io: Io): Map<string, string> {
  const given = new Map<string, string>();
  for (const argument of io.args) {
    if (argument === '--') continue;
    const [, key = '', value = ''] = /^([a-z]+)=(.*)$/s.exec(argument) ?? [];
    if (!KEYS.includes(key)) io.usage();
    for (const word of Object.hasOwn(WORDS, key) ? value.split(',') : []) {
      if (!WORDS[key]!.includes(word)) io.die(`invalid argument '${word}' to '${key}'`);
    }
    // bs= stands for both; what comes last holds.
    for (const name of key === 'bs' ? ['ibs', 'obs'] : [key]) given.set(name, value);
  }
  return given;
}

function parseBytes(io: Io, text: string): number {
  const found = /^(\d+)([A-Za-z]*)$/.exec(text);
  const factor = found && Object.hasOwn(SUFFIXES, found[2]!) ? SUFFIXES[found[2]!] : undefined;
  return factor === undefined ? io.die(`invalid number '${text}'`) : Number(found![1]) * factor;
}

async function skipInput(io: Io, fd: number, bytes: number, block: number): Promise<void> {
  if (bytes === 0) return;
  try {
    await io.sys.lseek(fd, bytes, 'cur');
  } catch (error) {
    if (errnoOf(error) !== 'ESPIPE') throw error;
    const buffer = new Uint8Array(Math.min(block, 65_536));
    for (let left = bytes; left > 0; ) {
      const n = await io.sys.read(fd, buffer.subarray(0, Math.min(left, buffer.length)));
      if (n === 0) return;
      left -= n;
    }
  }
}

function report(
  io: Io,
  totals: { fullIn: number; partIn: number; fullOut: number; partOut: number; bytes: number },
): void {
  io.printError(
    `${totals.fullIn}+${totals.partIn} records in\n${totals.fullOut}+${totals.partOut} records out\n`,
  );
}
