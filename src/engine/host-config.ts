/**
 * HostConfig: Docker's defaults around what was asked, and what Strata cannot give.
 *
 * What has no effect is refused.
 */
import { checkCapabilities } from './capabilities.ts';
import type { HostConfig } from './docker-types.ts';
import { invalid, notImplemented } from './failure.ts';
import { adaptResources, checkResources, isDiscarded } from './resources.ts';

/** All members in the order in which `inspect` shows them. */
const DEFAULTS: HostConfig = {
  Binds: null,
  ContainerIDFile: '',
  LogConfig: { Type: 'json-file', Config: {} },
  NetworkMode: 'bridge',
  PortBindings: null,
  RestartPolicy: { Name: 'no', MaximumRetryCount: 0 },
  AutoRemove: false,
  VolumeDriver: '',
  VolumesFrom: null,
  ConsoleSize: [0, 0],
  CapAdd: null,
  CapDrop: null,
  CgroupnsMode: 'host',
  Dns: null,
  DnsOptions: null,
  DnsSearch: null,
  ExtraHosts: null,
  GroupAdd: null,
  IpcMode: 'private',
  Cgroup: '',
  Links: null,
  OomScoreAdj: 0,
  PidMode: '',
  Privileged: false,
  PublishAllPorts: false,
  ReadonlyRootfs: false,
  SecurityOpt: null,
  UTSMode: '',
  UsernsMode: '',
  ShmSize: 67108864,
  Runtime: 'runc',
  Isolation: '',
  CpuShares: 0,
  Memory: 0,
  NanoCpus: 0,
  CgroupParent: '',
  BlkioWeight: 0,
  BlkioWeightDevice: null,
  BlkioDeviceReadBps: null,
  BlkioDeviceWriteBps: null,
  BlkioDeviceReadIOps: null,
  BlkioDeviceWriteIOps: null,
  CpuPeriod: 0,
  CpuQuota: 0,
  CpuRealtimePeriod: 0,
  CpuRealtimeRuntime: 0,
  CpusetCpus: '',
  CpusetMems: '',
  Devices: null,
  DeviceCgroupRules: null,
  DeviceRequests: null,
  MemoryReservation: 0,
  MemorySwap: 0,
  MemorySwappiness: null,
  OomKillDisable: false,
  PidsLimit: null,
  Ulimits: null,
  CpuCount: 0,
  CpuPercent: 0,
  IOMaximumIOps: 0,
  IOMaximumBandwidth: 0,
  MaskedPaths: [
    '/proc/asound',
    '/proc/acpi',
    '/proc/interrupts',
    '/proc/kcore',
    '/proc/keys',
    '/proc/latency_stats',
    '/proc/timer_list',
    '/proc/timer_stats',
    '/proc/sched_debug',
    '/proc/scsi',
    '/sys/firmware',
    '/sys/devices/virtual/powercap',
  ],
  ReadonlyPaths: ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'],
};

/** Members that are shown only where they were given. */
const OPTIONAL = ['Mounts', 'Tmpfs', 'Init', 'StorageOpt', 'Sysctls', 'Annotations', 'KernelMemoryTCP'];

/** What was asked, completed; unset members keep their defaults, and so does what is discarded. @throws what dockerd refuses */
export function completeHostConfig(asked: HostConfig): HostConfig {
  const complete: Record<string, unknown> = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS)) {
    const value = asked[name];
    if (isDiscarded(name)) continue;
    if (value !== undefined && value !== null && value !== '' && value !== 0) complete[name] = value;
  }
  for (const name of OPTIONAL) {
    const value = asked[name];
    if (value !== undefined && value !== null) complete[name] = value;
  }
  adaptResources(complete);
  if (complete['NetworkMode'] === 'default') complete['NetworkMode'] = 'bridge';
  const logging = complete['LogConfig'] as HostConfig['LogConfig'];
  complete['LogConfig'] = { Type: logging?.Type || 'json-file', Config: logging?.Config ?? {} };
  complete['RestartPolicy'] = restartPolicy(asked);
  return complete as HostConfig;
}

/** @throws what dockerd refuses */
export function restartPolicy(asked: HostConfig): NonNullable<HostConfig['RestartPolicy']> {
  const name = asked.RestartPolicy?.Name || 'no';
  const retries = asked.RestartPolicy?.MaximumRetryCount ?? 0;
  if (!['no', 'always', 'unless-stopped', 'on-failure'].includes(name)) {
    throw invalid(
      `invalid restart policy: unknown policy '${name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`,
    );
  }
  if (retries !== 0 && name !== 'on-failure') {
    throw invalid("invalid restart policy: maximum retry count can only be used with 'on-failure'");
  }
  if (retries < 0) throw invalid('invalid restart policy: maximum retry count cannot be negative');
  if (asked.AutoRemove && name !== 'no') {
    throw invalid("can't create 'AutoRemove' container with restart policy");
  }
  return { Name: name, MaximumRetryCount: retries };
}

/** @throws 501 with one line for what Strata does not do */
export function refuseUnsupported(config: HostConfig): void {
  const listed = (name: string): boolean => {
    const value = config[name];
    return Array.isArray(value) ? value.length > 0 : !!value && Object.keys(value as object).length > 0;
  };
  const refuse = (what: string): never => {
    throw notImplemented(`${what}: not supported by Strata`);
  };
  if (Object.values(config.PortBindings ?? {}).length > 0 || config.PublishAllPorts) {
    refuse('publishing ports (containers have no network yet)');
  }
  const network = config.NetworkMode ?? 'bridge';
  if (network.startsWith('container:')) refuse('sharing the network of another container');
  if (listed('Devices') || listed('DeviceRequests')) refuse('devices of the host');
  if (listed('Links')) refuse('links');
  if (listed('Sysctls')) refuse('sysctls');
  if (listed('StorageOpt')) refuse('storage options');
  if (config['PidMode']) refuse(`--pid ${String(config['PidMode'])}`);
  if (config['UTSMode'] && config['UTSMode'] !== 'private') refuse(`--uts ${String(config['UTSMode'])}`);
  const ipc = String(config['IpcMode']);
  if (ipc === 'host' || ipc.startsWith('container:')) refuse(`--ipc ${ipc}`);
  if (!['private', 'none', 'shareable', ''].includes(ipc) && ipc !== 'host') {
    throw invalid(`invalid IPC mode: ${ipc}`);
  }
  const isolation = String(config['Isolation'] || 'default');
  if (isolation !== 'default') {
    throw invalid(`invalid isolation (${isolation}): linux only supports 'default'`);
  }
  checkCapabilities(config);
  if (config['Runtime'] !== 'runc') {
    throw invalid(`unknown or invalid runtime name: ${String(config['Runtime'])}`);
  }
  checkLogging(config.LogConfig ?? { Type: 'none', Config: {} }, refuse);
  const score = Number(config['OomScoreAdj'] ?? 0);
  if (score < -1000 || score > 1000) {
    throw invalid(`Invalid value ${score}, range for oom score adj is [-1000, 1000]`);
  }
}

/** What the json-file driver may be told; it obeys none of it, since a log is kept whole. */
const LOG_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  'json-file': [
    ...['max-file', 'max-size', 'compress', 'labels', 'labels-regex', 'env', 'env-regex', 'tag'],
    ...['mode', 'max-buffer-size'],
  ],
  local: ['max-file', 'max-size', 'compress', 'mode', 'max-buffer-size'],
};

const FOREIGN_DRIVERS = ['awslogs', 'fluentd', 'gcplogs', 'gelf', 'journald', 'splunk', 'syslog'];

function checkLogging(
  { Type, Config }: NonNullable<HostConfig['LogConfig']>,
  refuse: (what: string) => never,
): void {
  if (FOREIGN_DRIVERS.includes(Type)) refuse(`the logging driver ${Type}`);
  if (Type !== 'none' && !Object.hasOwn(LOG_OPTIONS, Type)) {
    throw invalid(`error looking up logging plugin ${Type}: plugin "${Type}" not found`);
  }
  for (const option of Object.keys(Config ?? {})) {
    if (LOG_OPTIONS[Type]?.includes(option)) continue;
    throw invalid(`unknown log opt '${option}' for ${Type} log driver`);
  }
}

/** Warnings for limits that were asked for, and for options of the log. @throws where one is out of range */
export function limitWarnings(asked: HostConfig): string[] {
  const limits = checkResources(asked);
  const log = Object.keys(asked.LogConfig?.Config ?? {});
  return log.length ? [...limits, `Log options have no effect in Strata: ${log.sort().join(', ')}`] : limits;
}
