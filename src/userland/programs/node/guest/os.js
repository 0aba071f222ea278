/** node:os: what the container is told of the machine. */
import { call } from './bridge.js';
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
  if (!entry)
    throw new Error('A system error occurred: uv_os_get_passwd returned ENOENT (no such file or directory)');
  return { uid, gid: Number(entry[3]), username: entry[0], homedir: entry[5], shell: entry[6] };
}

function homedir() {
  if (process.env.HOME !== undefined) return process.env.HOME;
  return userInfo().homedir;
}

export default {
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
  getPriority: () => 0,
  setPriority() {},
  constants: { signals: signalNumbers, errno: {}, priority: {} },
};
