/** What the files of /proc itself say: the machine and its kernel. @see proc(5) */
import type { Random } from '../base/index.ts';
import { THREADS_MAX } from './cgroup.ts';
import type { Core } from './core.ts';
import type { Fixed } from './synthetic.ts';

export function systemFiles(core: Core): Fixed {
  const uptime = (): number => (core.clock.now() - core.booted) / 1000;
  const load = createLoad(core);
  const bootId = uuid(core.random);
  return {
    cpuinfo: () => cpuinfo(core),
    filesystems: () =>
      ['proc', 'sysfs', 'tmpfs', 'devpts', 'mqueue', 'overlay'].map((name) => `nodev\t${name}\n`).join(''),
    loadavg: () => {
      const all = core.table.all();
      const running = all.filter(({ state }) => state === 'R').length;
      return `${load()} ${running}/${all.length} ${core.table.lastPid}\n`;
    },
    meminfo: () => meminfo(core),
    mounts: { link: 'self/mounts' },
    stat: () => stat(core, uptime()),
    swaps: () => 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n',
    sys: {
      fs: { 'file-max': () => '1048576\n', protected_hardlinks: () => '1\n' },
      kernel: {
        hostname: () => `${core.hostname}\n`,
        osrelease: () => `${core.uname.release}\n`,
        ostype: () => `${core.uname.sysname}\n`,
        pid_max: () => '32768\n',
        random: {
          boot_id: () => `${bootId}\n`,
          entropy_avail: () => '256\n',
          poolsize: () => '256\n',
          uuid: () => `${uuid(core.random)}\n`,
        },
        'threads-max': () => `${THREADS_MAX}\n`,
        version: () => `${core.uname.version}\n`,
      },
    },
    uptime: () => {
      const total = uptime();
      const idle = Math.max(0, total * core.processors - cpuSeconds(core));
      return `${total.toFixed(2)} ${idle.toFixed(2)}\n`;
    },
    version: () => `${core.uname.sysname} version ${core.uname.release} ${core.uname.version}\n`,
  };
}

/** Version 4, as RFC 9562 section 5.4 has it. */
function uuid(random: Random): string {
  const bytes = random.bytes(16).slice();
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function cpuinfo(core: Core): string {
  const one = (index: number): string => `processor\t: ${index}\nmodel name\t: ${core.uname.machine}\n\n`;
  return Array.from({ length: core.processors }, (_, index) => one(index)).join('');
}

/** What tabs are told of memory is its size; none of it is known to be used. */
function meminfo(core: Core): string {
  const line = (name: string, bytes: number): string =>
    `${`${name}:`.padEnd(15)} ${String(Math.floor(bytes / 1024)).padStart(8)} kB\n`;
  return [
    line('MemTotal', core.memory),
    line('MemFree', core.memory),
    line('MemAvailable', core.memory),
    ...[
      'Buffers',
      'Cached',
      'SwapCached',
      'Active',
      'Inactive',
      'SwapTotal',
      'SwapFree',
      'Shmem',
      'SReclaimable',
    ].map((name) => line(name, 0)),
  ].join('');
}

function stat(core: Core, uptime: number): string {
  const busy = Math.floor(cpuSeconds(core) * 100);
  const idle = Math.max(0, Math.floor(uptime * 100 * core.processors) - busy);
  const cpu = `${busy} 0 0 ${idle} 0 0 0 0 0 0\n`;
  const running = core.table.all().filter(({ state }) => state === 'R').length;
  return (
    `cpu  ${cpu}cpu0 ${cpu}intr 0\nctxt 0\nbtime ${Math.floor(core.booted / 1000)}\n` +
    `processes ${core.table.lastPid}\nprocs_running ${running}\nprocs_blocked 0\n`
  );
}

/** Processor time of all that live and of all that were waited for. */
function cpuSeconds(core: Core): number {
  let ms = 0;
  for (const { cpu, childrenCpu } of core.table.all()) ms += cpu + childrenCpu;
  return ms / 1000;
}

/** Load averages over 1, 5 and 15 minutes, from the processor time used between looks. */
function createLoad(core: Core): () => string {
  const loads = [0, 0, 0];
  let seenAt = core.clock.monotonic();
  let seenCpu = 0;
  return () => {
    const elapsed = (core.clock.monotonic() - seenAt) / 1000;
    if (elapsed > 0.5) {
      const used = Math.max(0, cpuSeconds(core) - seenCpu) / elapsed;
      for (const [index, minutes] of [1, 5, 15].entries()) {
        const keep = Math.exp(-elapsed / (60 * minutes));
        loads[index] = loads[index]! * keep + used * (1 - keep);
      }
      seenAt = core.clock.monotonic();
      seenCpu = cpuSeconds(core);
    }
    return loads.map((load) => load.toFixed(2)).join(' ');
  };
}
