/** node:os: what the container is told of the machine. */
import { call } from './bridge.js';
import { errorNumbers } from './errno.js';
import { invalidArgument, unsupported, uvError } from './errors.js';
import { readFileSync } from './fs.js';
import { process, signalNumbers } from './process.js';

const uname = () => call('process.facts').uname;

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const kilobytes = (name) =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read('/proc/meminfo'))?.[1] ?? 0) * 1024;

function cpus() {
  const models = [...read('/proc/cpuinfo').matchAll(/^model name\s*:\s*(.*)$/gm)].map(([, model]) => model);
  return models.map((model) => ({ model, speed: 0, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } }));
}

function userInfo() {
  const uid = process.getuid();
  const entry = read('/etc/passwd')
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => Number(fields[2]) === uid && fields.length > 6);
  if (!entry) throw refused({ errno: -2, code: 'ENOENT', syscall: 'uv_os_get_passwd' });
  return { uid, gid: Number(entry[3]), username: entry[0], homedir: entry[5], shell: entry[6] };
}

const refused = (context) => uvError('ERR_SYSTEM_ERROR', 'A system error occurred', context);

/** All have the same, if they are there. */
function getPriority(pid = 0) {
  if (typeof pid !== 'number') throw invalidArgument('pid', 'number', pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') throw refused({ ...error, syscall: 'uv_os_getpriority' });
  }
  return 0;
}

function homedir() {
  if (process.env.HOME !== undefined) return process.env.HOME;
  return userInfo().homedir;
}

const PRIORITIES = Object.freeze({
  PRIORITY_LOW: 19,
  PRIORITY_BELOW_NORMAL: 10,
  PRIORITY_NORMAL: 0,
  PRIORITY_ABOVE_NORMAL: -7,
  PRIORITY_HIGH: -14,
  PRIORITY_HIGHEST: -20,
});
let constants;

const os = {
  EOL: '\n',
  devNull: '/dev/null',
  arch: () => process.arch,
  platform: () => process.platform,
  type: () => uname().sysname,
  release: () => uname().release,
  version: () => uname().version,
  machine: () => uname().machine,
  hostname: () => uname().nodename,
  endianness: () => 'LE',
  uptime: () => Number(read('/proc/uptime').split(' ')[0]),
  loadavg: () => read('/proc/loadavg').split(' ').slice(0, 3).map(Number),
  totalmem: () => kilobytes('MemTotal'),
  freemem: () => kilobytes('MemAvailable') || kilobytes('MemFree'),
  availableParallelism: () => Math.max(1, cpus().length),
  cpus,
  networkInterfaces: () => ({}),
  homedir,
  tmpdir: () => (process.env.TMPDIR || process.env.TMP || process.env.TEMP || '/tmp').replace(/(.)\/$/, '$1'),
  userInfo,
  getPriority,
  setPriority() {
    throw unsupported('os.setPriority is not available in Strata: all processes have one priority');
  },
  get constants() {
    constants ??= Object.freeze({ signals: signalNumbers, errno: errorNumbers(), priority: PRIORITIES });
    return constants;
  },
};

export default os;

/** What libuv says where there is no limit. */
const NONE = 2 ** 64;
const limit = () => {
  const text = read('/sys/fs/cgroup/memory.max').trim();
  return /^\d+$/.test(text) ? Number(text) : NONE;
};
// What the process may have is read where the machine's memory is.
Object.assign(process, {
  constrainedMemory: limit,
  availableMemory: () =>
    limit() === NONE ? os.freemem() : limit() - Number(read('/sys/fs/cgroup/memory.current')),
});
