/** free: how much memory there is, from /proc/meminfo. */
import { readSmallFile } from '../files.ts';
import { applet } from '../io.ts';
import { humanSize } from '../sizes.ts';

/** Kilobytes in a unit; `h` chooses one for each number. */
const UNITS: Readonly<Record<string, number>> = { b: 1 / 1024, k: 1, m: 1024, g: 1024 ** 2, h: 1 };

export const main = applet({
  usage: '[-bkmgh]',
  about: 'Display free and used memory',
  async run(io) {
    // Only the first letter of the first argument counts.
    const letter = io.args[0]?.startsWith('-') ? (io.args[0][1] ?? '') : 'k';
    const unit = UNITS[letter] ?? io.usage();
    const text = await readSmallFile(io.sys, '/proc/meminfo');
    if (text === undefined) return io.die("can't open '/proc/meminfo': No such file or directory");
    const field = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    const show = (kilobytes: number) =>
      letter === 'h' ? humanSize(kilobytes * 1024) : String(Math.floor(kilobytes / unit));
    const row = (label: string, values: readonly number[]) =>
      io.print(`${label}${values.map((value) => show(value).padStart(12)).join('')}\n`);
    const cached = field('Buffers') + field('Cached') + field('SReclaimable');
    const used = field('MemTotal') - field('MemFree') - cached;
    io.print('              total        used        free      shared  buff/cache   available\n');
    row('Mem:   ', [
      field('MemTotal'),
      used,
      field('MemFree'),
      field('Shmem'),
      cached,
      field('MemAvailable'),
    ]);
    row('Swap:  ', [field('SwapTotal'), field('SwapTotal') - field('SwapFree'), field('SwapFree')]);
    return 0;
  },
});
