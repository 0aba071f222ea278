/**
 * What `docker run` and `docker create` ask the engine for: flags to the body of
 * POST /containers/create.
 *
 * @see Engine API v1.51, ContainerCreate
 */
import type { Cli } from '../command.ts';
import { failure } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { parseBytes } from '../format/units.ts';
import { pairs, readEnvironment, readLabels } from './environment.ts';
import { exposedPorts } from './expose.ts';
import { parseMount } from './mount.ts';
import { creationFlags, resourceFlags } from './resources.ts';
import { parseRestart } from './restart.ts';
import { splitVolumes } from './volumes.ts';

export interface ContainerRequest {
  readonly Hostname: string;
  readonly User: string;
  readonly AttachStdin: boolean;
  readonly AttachStdout: boolean;
  readonly AttachStderr: boolean;
  readonly Tty: boolean;
  readonly OpenStdin: boolean;
  readonly StdinOnce: boolean;
  readonly Env: readonly string[];
  readonly Cmd: readonly string[] | null;
  readonly Image: string;
  readonly Labels: Readonly<Record<string, string>>;
  readonly HostConfig: { readonly AutoRemove: boolean; readonly [name: string]: unknown };
  readonly [name: string]: unknown;
}

/** @throws ECLI */
export async function containerRequest(
  cli: Cli,
  flags: FlagValues,
  [image, ...command]: readonly string[],
  detach: boolean,
): Promise<ContainerRequest> {
  const streams = flags.list('attach').map((name) => name.toLowerCase());
  const attached = (name: string): boolean => !detach && (streams.length === 0 || streams.includes(name));
  const stdin = flags.bool('interactive');
  const AttachStdin = !detach && (stdin || streams.includes('stdin'));
  const restart = parseRestart(flags.text('restart') ?? 'no');
  const autoRemove = flags.bool('rm');
  if (autoRemove && restart.Name !== 'no' && restart.Name !== '') {
    throw failure('conflicting options: cannot specify both --restart and --rm');
  }
  const { binds, anonymous } = splitVolumes(cli, flags.list('volume'));
  return {
    Hostname: flags.text('hostname') ?? '',
    Domainname: flags.text('domainname') ?? '',
    User: flags.text('user') ?? '',
    AttachStdin,
    AttachStdout: attached('stdout'),
    AttachStderr: attached('stderr'),
    ...exposedPorts(flags.list('expose')),
    Tty: flags.bool('tty'),
    OpenStdin: stdin,
    // Standard input of an attached client ends with that client.
    StdinOnce: stdin && AttachStdin,
    Env: await readEnvironment(cli, flags),
    Cmd: command.length > 0 ? command : null,
    ...(flags.bool('no-healthcheck') ? { Healthcheck: { Test: ['NONE'] } } : {}),
    Image: image!,
    Volumes: Object.fromEntries(anonymous.map((path) => [path, {}])),
    WorkingDir: flags.text('workdir') ?? '',
    Entrypoint: entrypointOf(flags),
    Labels: await readLabels(cli, flags),
    ...(flags.has('stop-signal') ? { StopSignal: flags.text('stop-signal') } : {}),
    ...(flags.has('stop-timeout') ? { StopTimeout: flags.number('stop-timeout') } : {}),
    HostConfig: {
      ...UNSET,
      Binds: binds.length > 0 ? binds : null,
      ContainerIDFile: flags.text('cidfile') ?? '',
      NetworkMode: flags.text('network') ?? 'default',
      RestartPolicy: restart,
      AutoRemove: autoRemove,
      VolumesFrom: flags.has('volumes-from') ? flags.list('volumes-from') : null,
      ReadonlyRootfs: flags.bool('read-only'),
      ...(flags.has('tmpfs') ? { Tmpfs: tmpfs(flags.list('tmpfs')) } : {}),
      ...(flags.has('mount') ? { Mounts: flags.list('mount').map(parseMount) } : {}),
      ...consoleSize(cli),
      ...resourceFlags(flags),
      ...creationFlags(flags),
      ...hostFlags(flags),
    },
  };
}

/** What the real client sends for flags that were not given: the engine shows some of it as it came. */
const UNSET = {
  LogConfig: { Type: '', Config: {} },
  PortBindings: {},
  ConsoleSize: [0, 0],
  Dns: [],
  DnsOptions: [],
  DnsSearch: [],
  BlkioWeightDevice: [],
  BlkioDeviceReadBps: [],
  BlkioDeviceWriteBps: [],
  BlkioDeviceReadIOps: [],
  BlkioDeviceWriteIOps: [],
  Devices: [],
  MemorySwappiness: -1,
  OomKillDisable: false,
  PidsLimit: 0,
  Ulimits: [],
};

/** Names and addresses, the log, groups and the like: what was asked for of them. */
function hostFlags(flags: FlagValues): Record<string, unknown> {
  const given = <T>(name: string, member: string, value: () => T) =>
    flags.has(name) ? { [member]: value() } : {};
  const options = [...flags.list('dns-option'), ...flags.list('dns-opt')];
  const log = { Type: flags.text('log-driver') ?? '', Config: pairs(flags.list('log-opt')) };
  if (log.Type === 'none' && flags.has('log-opt')) throw failure('invalid logging opts for driver none');
  return {
    ...given('add-host', 'ExtraHosts', () => flags.list('add-host').map(hostEntry)),
    ...given('dns', 'Dns', () => flags.list('dns')),
    ...given('dns-search', 'DnsSearch', () => flags.list('dns-search')),
    ...(options.length > 0 ? { DnsOptions: options } : {}),
    ...given('group-add', 'GroupAdd', () => flags.list('group-add')),
    ...given('init', 'Init', () => flags.bool('init')),
    ...given('shm-size', 'ShmSize', () => parseBytes(flags.text('shm-size')!)),
    ...given('volume-driver', 'VolumeDriver', () => flags.text('volume-driver')),
    ...(flags.has('log-driver') || flags.has('log-opt') ? { LogConfig: log } : {}),
  };
}

/** `NAME=ADDRESS` is sent as `NAME:ADDRESS`, which older engines know. */
function hostEntry(text: string): string {
  const at = text.search(/[:=]/);
  return `${text.slice(0, at)}:${text.slice(at + 1).replace(/^\[(.*)\]$/, '$1')}`;
}

function entrypointOf(flags: FlagValues): readonly string[] | null {
  const given = flags.text('entrypoint');
  // `--entrypoint ""` takes the image's away; absent leaves it.
  return given === undefined ? null : [given];
}

function consoleSize(cli: Cli): { ConsoleSize?: [number, number] } {
  if (!cli.sys.isatty(1)) return {};
  const { rows, columns } = cli.sys.getWindowSize(1);
  return { ConsoleSize: [rows, columns] };
}

function tmpfs(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf(':');
      return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}
