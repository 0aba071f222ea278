/** du, df, mount, umount: what file systems hold. */
import { isDir } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { applet, type Io } from '../io.ts';
import { parseCount, parseOptions } from '../options.ts';
import { joinPath } from '../paths.ts';
import { humanSize } from '../sizes.ts';

export const du = applet({
  usage: '[-abHLdclsxhmk] [FILE]...',
  about: 'Summarize disk space used for FILEs (or directories)',
  async run(io) {
    const options = parseOptions(io, 'aHkLsxd:lchmb', {
      long: { 'max-depth': 'd', summarize: 's', all: 'a', total: 'c', 'human-readable': 'h' },
    });
    const apparent = options.has('b');
    const depth = options.has('s') ? 0 : options.has('d') ? parseCount(io, options.value('d')!) : Infinity;
    const seen = new Set<string>();
    let failed = false;
    const show = (bytes: number, path: string) => {
      const unit = options.last('hmk') ?? 'k';
      const text = apparent
        ? String(bytes)
        : unit === 'h'
          ? humanSize(bytes)
          : String(Math.ceil(bytes / (unit === 'm' ? 1024 ** 2 : 1024)));
      io.print(`${text}\t${path}\n`);
    };
    const measure = async (path: string, level: number, device: number | undefined): Promise<number> => {
      let stat: Stat;
      try {
        const follow = options.has('L') || (options.has('H') && level === 0);
        stat = await (follow ? io.sys.stat(path) : io.sys.lstat(path));
      } catch (error) {
        io.warnErrno(path, error);
        failed = true;
        return 0;
      }
      if (device !== undefined && options.has('x') && stat.dev !== device) return 0;
      let bytes = apparent ? stat.size : stat.blocks * 512;
      if (isDir(stat.mode)) {
        try {
          for (const { name } of await io.sys.readdir(path))
            bytes += await measure(joinPath(path, name), level + 1, stat.dev);
        } catch (error) {
          io.warnErrno(path, error);
          failed = true;
        }
      } else {
        // A file with several names is counted once.
        const key = `${stat.dev}:${stat.ino}`;
        if (stat.nlink > 1 && !options.has('l')) {
          if (seen.has(key)) return 0;
          seen.add(key);
        }
        if (level > 0 && !options.has('a')) return bytes;
      }
      if (level <= depth) show(bytes, path);
      await io.pump();
      return bytes;
    };
    let total = 0;
    for (const path of options.operands.length ? options.operands : ['.'])
      total += await measure(path, 0, undefined);
    if (options.has('c')) show(total, 'total');
    return failed ? 1 : 0;
  },
});

interface MountRow {
  readonly source: string;
  readonly target: string;
  readonly type: string;
}

export const df = applet({
  usage: '[-PkmhTai] [-B SIZE] [-t TYPE] [FILESYSTEM]...',
  about: 'Print filesystem usage statistics',
  async run(io) {
    const options = parseOptions(io, 'kPTt:hmaiB:');
    const human = options.last('hmk') === 'h';
    const unit = options.has('B')
      ? parseCount(io, options.value('B')!) || 1024
      : options.last('hmk') === 'm'
        ? 1024 ** 2
        : 1024;
    const rows: MountRow[] = [];
    let status = 0;
    if (options.operands.length === 0) {
      const hidden = new Set(['proc', 'sysfs', 'devpts', 'mqueue', 'cgroup', 'cgroup2']);
      rows.push(...io.sys.mounts().filter(({ type }) => options.has('a') || !hidden.has(type)));
    }
    for (const path of options.operands) {
      try {
        rows.push(await io.sys.statfs(path));
      } catch {
        io.warn(`${path}: can't find mount point`);
        status = 1;
      }
    }
    const size = options.has('i')
      ? 'Inodes'
      : human
        ? 'Size'
        : unit === 1024
          ? options.has('P')
            ? '1024-blocks'
            : '1K-blocks'
          : unit === 1024 ** 2
            ? '1M-blocks'
            : `${unit}-blocks`;
    const percent = options.has('P') ? 'Capacity' : 'Use%';
    const type = (text: string) => (options.has('T') ? ` ${text.padEnd(10)}` : '');
    // The heading of the sizes takes what is left of the name's column.
    const wide = `${'Filesystem'.padEnd(20)}${type('Type')} `;
    const sizeWidth = options.has('P') ? 11 : 10;
    const figures = ([all, used, free]: readonly string[]) =>
      `${all!.padStart(10)} ${used!.padStart(9)} ${free!.padStart(9)}`;
    const heading = options.has('P')
      ? `${size.padEnd(sizeWidth)} ${'Used'.padStart(7)} Available`
      : figures([size, 'Used', 'Available']);
    io.print(`${wide}${heading} ${percent} Mounted on\n`);
    for (const row of rows) {
      if (options.has('t') && row.type !== options.value('t')) continue;
      const info = await io.sys.statfs(row.target);
      const inodes = options.has('i');
      const [all, free] = inodes ? [info.files, info.filesFree] : [info.blocks, info.free];
      if (all === 0 && options.operands.length === 0 && !options.has('a')) continue;
      const used = all - free;
      const show = (blocks: number) =>
        inodes
          ? String(blocks)
          : human
            ? humanSize(blocks * info.blockSize)
            : String(Math.floor((blocks * info.blockSize) / unit));
      const use = used + free === 0 ? 0 : Math.ceil((used * 100) / (used + free));
      const name =
        row.source.length > 20 && !options.has('P')
          ? `${row.source}\n${' '.repeat(20)}`
          : row.source.padEnd(20);
      io.print(
        `${name}${type(info.type)} ${figures([show(all), show(used), show(free)])} ${String(use).padStart(percent.length - 1)}% ${row.target}\n`,
      );
    }
    return status;
  },
});

export const mount = applet({
  usage: '[-a] [-t FSTYPE] [-o OPT] DEVICE NODE',
  about: 'Show mounted filesystems',
  run(io) {
    const { operands } = parseOptions(io, 'at:o:rwvnfF');
    if (operands.length === 1) return io.die(`can't find ${operands[0]} in /etc/fstab`);
    if (operands.length > 0) return denied(io, `mounting ${operands.join(' on ')} failed`);
    for (const { source, target, type, options } of io.sys.mounts())
      io.print(`${source} on ${target} type ${type} (${options})\n`);
    return 0;
  },
});

export const umount = applet({
  usage: '[-rlfd] FILESYSTEM|DIRECTORY',
  about: 'Unmount filesystems',
  run(io) {
    const { operands } = parseOptions(io, 'rlfdant:', { min: 1 });
    return denied(io, `can't unmount ${operands[0]}`);
  },
});

/** A container has no CAP_SYS_ADMIN, and neither has anyone here. */
function denied(io: Io, what: string): number {
  return io.die(`${what}: Operation not permitted`);
}
