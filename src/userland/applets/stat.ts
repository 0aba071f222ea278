/** stat: what the kernel knows of a file. */
import {
  calendarTime,
  isBlock,
  isChar,
  isDir,
  isFifo,
  isFile,
  isLink,
  majorOf,
  minorOf,
  parseTimeZone,
  strftime,
} from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { type Accounts, readAccounts } from '../accounts.ts';
import { applet, type Io } from '../io.ts';
import { modeText } from '../modes.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-ltf] [-c FMT] FILE...',
  about: 'Display file (default) or filesystem status',
  async run(io) {
    const options = parseOptions(io, 'ltfLc:', { min: 1, long: { format: 'c', dereference: 'L' } });
    const accounts = await readAccounts(io.sys);
    const format = options.value('c');
    let status = 0;
    for (const path of options.operands) {
      try {
        if (options.has('f')) {
          io.print(await fileSystem(io, path, format, options.has('t')));
          continue;
        }
        const stat = await (options.has('L') ? io.sys.stat(path) : io.sys.lstat(path));
        const link = isLink(stat.mode) ? await io.sys.readlink(path) : undefined;
        const view: View = { io, path, stat, link, accounts };
        if (format !== undefined) io.print(`${expand(format, view)}\n`);
        else if (options.has('t'))
          io.print(`${expand('%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %o', view)}\n`);
        else io.print(report(view));
      } catch (error) {
        io.warnErrno(
          options.has('f') ? `can't read file system information for '${path}'` : `can't stat '${path}'`,
          error,
        );
        status = 1;
      }
    }
    return status;
  },
});

interface View {
  readonly io: Io;
  readonly path: string;
  readonly stat: Stat;
  readonly link: string | undefined;
  readonly accounts: Accounts;
}

function typeText({ mode, size }: Stat): string {
  if (isFile(mode)) return size === 0 ? 'regular empty file' : 'regular file';
  if (isDir(mode)) return 'directory';
  if (isLink(mode)) return 'symbolic link';
  if (isChar(mode)) return 'character special file';
  if (isBlock(mode)) return 'block special file';
  return isFifo(mode) ? 'fifo' : 'socket';
}

function timeText(view: View, time: bigint): string {
  const zone = parseTimeZone(view.io.sys.env['TZ']);
  const seconds = Number(time / 1_000_000_000n);
  return strftime('%Y-%m-%d %H:%M:%S.%N %z', calendarTime(seconds, zone, Number(time % 1_000_000_000n)));
}

const octal = (mode: number) => (mode & 0o7777).toString(8);
const hex = (value: number) => value.toString(16);
const seconds = (time: bigint) => String(time / 1_000_000_000n);

const FIELDS: Readonly<Record<string, (view: View) => string | number>> = {
  n: ({ path }) => path,
  N: ({ path, link }) => (link === undefined ? path : `'${path}' -> '${link}'`),
  d: ({ stat }) => stat.dev,
  D: ({ stat }) => hex(stat.dev),
  i: ({ stat }) => stat.ino,
  a: ({ stat }) => octal(stat.mode),
  A: ({ stat }) => modeText(stat.mode),
  f: ({ stat }) => hex(stat.mode),
  F: ({ stat }) => typeText(stat),
  h: ({ stat }) => stat.nlink,
  u: ({ stat }) => stat.uid,
  U: ({ stat, accounts }) => accounts.userName(stat.uid),
  g: ({ stat }) => stat.gid,
  G: ({ stat, accounts }) => accounts.groupName(stat.gid),
  t: ({ stat }) => hex(majorOf(stat.rdev)),
  T: ({ stat }) => hex(minorOf(stat.rdev)),
  s: ({ stat }) => stat.size,
  B: () => 512,
  b: ({ stat }) => stat.blocks,
  o: () => 4096,
  x: (view) => timeText(view, view.stat.atime),
  X: ({ stat }) => seconds(stat.atime),
  y: (view) => timeText(view, view.stat.mtime),
  Y: ({ stat }) => seconds(stat.mtime),
  z: (view) => timeText(view, view.stat.ctime),
  Z: ({ stat }) => seconds(stat.ctime),
};

function expand(format: string, view: View): string {
  return format.replace(
    /%(-?)(0?)(\d*)(.)/g,
    (whole, left: string, zero: string, width: string, letter: string) => {
      if (letter === '%') return '%';
      const field = Object.hasOwn(FIELDS, letter) ? FIELDS[letter]!(view) : undefined;
      if (field === undefined) return whole;
      const text = String(field);
      return left
        ? text.padEnd(Number(width))
        : text.padStart(Number(width), zero && typeof field === 'number' ? '0' : ' ');
    },
  );
}

function report(view: View): string {
  const { path, stat, link, accounts } = view;
  const device = isChar(stat.mode) || isBlock(stat.mode);
  const who = (id: number, name: string) => `(${String(id).padStart(5)}/${name.padStart(8)})`;
  return [
    link === undefined ? `  File: ${path}` : `  File: '${path}' -> '${link}'`,
    `  Size: ${String(stat.size).padEnd(10)}\tBlocks: ${String(stat.blocks).padEnd(10)} IO Block: 4096   ${typeText(stat)}`,
    `Device: ${hex(stat.dev)}h/${stat.dev}d\tInode: ${String(stat.ino).padEnd(10)}  Links: ${
      device
        ? `${String(stat.nlink).padEnd(5)} Device type: ${hex(majorOf(stat.rdev))},${hex(minorOf(stat.rdev))}`
        : stat.nlink
    }`,
    `Access: (${octal(stat.mode).padStart(4, '0')}/${modeText(stat.mode)})  Uid: ${who(stat.uid, accounts.userName(stat.uid))}   Gid: ${who(stat.gid, accounts.groupName(stat.gid))}`,
    `Access: ${timeText(view, stat.atime)}`,
    `Modify: ${timeText(view, stat.mtime)}`,
    `Change: ${timeText(view, stat.ctime)}`,
    '',
  ].join('\n');
}

async function fileSystem(io: Io, path: string, format: string | undefined, terse: boolean): Promise<string> {
  const info = await io.sys.statfs(path);
  const fields: Record<string, string | number> = {
    n: path,
    i: 0,
    l: 255,
    t: 0,
    T: info.type,
    b: info.blocks,
    f: info.free,
    a: info.free,
    s: info.blockSize,
    S: info.blockSize,
    c: info.files,
    d: info.filesFree,
  };
  const text = format ?? (terse ? '%n %i %l %t %s %S %b %f %a %c %d' : undefined);
  if (text !== undefined) {
    return `${text.replace(/%(.)/g, (whole, letter: string) => (letter === '%' ? '%' : String(Object.hasOwn(fields, letter) ? fields[letter] : whole)))}\n`;
  }
  return (
    `  File: "${path}"\n    ID: ${String(0).padEnd(8)} Namelen: 255     Type: ${info.type}\n` +
    `Block size: ${String(info.blockSize).padEnd(10)}\n` +
    `Blocks: Total: ${String(info.blocks).padEnd(10)} Free: ${String(info.free).padEnd(10)} Available: ${info.free}\n` +
    `Inodes: Total: ${String(info.files).padEnd(10)} Free: ${info.filesFree}\n`
  );
}
