/** `docker info`: GET /info in words. */
import { messageOf } from '../../base/index.ts';
import type { Verb } from '../command.ts';
import { failure } from '../failure.ts';
import { bytesSize } from '../format/units.ts';
import { typed } from '../inspect/typed.ts';
import { compile, type MapValue, StructValue } from '../template/index.ts';
import { CLIENT, printTemplate } from './version.ts';

interface Info {
  readonly Containers: number;
  readonly ContainersRunning: number;
  readonly ContainersPaused: number;
  readonly ContainersStopped: number;
  readonly Images: number;
  readonly ServerVersion: string;
  readonly Driver: string;
  readonly DriverStatus: readonly (readonly [string, string])[] | null;
  readonly LoggingDriver: string;
  readonly CgroupDriver: string;
  readonly CgroupVersion: string;
  readonly Plugins: { readonly [kind: string]: readonly string[] | null };
  readonly Swarm?: { readonly LocalNodeState?: string };
  readonly Runtimes?: Readonly<Record<string, unknown>> | null;
  readonly DefaultRuntime?: string;
  readonly InitBinary?: string;
  readonly ContainerdCommit?: { readonly ID: string };
  readonly RuncCommit?: { readonly ID: string };
  readonly InitCommit?: { readonly ID: string };
  readonly SecurityOptions?: readonly string[] | null;
  readonly KernelVersion: string;
  readonly OperatingSystem: string;
  readonly OSType: string;
  readonly Architecture: string;
  readonly NCPU: number;
  readonly MemTotal: number;
  readonly Name: string;
  readonly ID: string;
  readonly DockerRootDir: string;
  readonly Debug: boolean;
  readonly ExperimentalBuild: boolean;
  readonly LiveRestoreEnabled: boolean;
  readonly Labels?: readonly string[] | null;
  readonly RegistryConfig?: {
    readonly InsecureRegistryCIDRs?: readonly string[] | null;
    readonly Mirrors?: readonly string[] | null;
  } | null;
  readonly FirewallBackend?: { readonly Driver: string } | null;
  readonly Warnings?: readonly string[] | null;
}

export const info: Verb = async (cli, flags) => {
  const format = flags.text('format');
  const server = await cli.engine.call<Info>('GET', '/info');
  if (format !== undefined && format !== '') {
    const client = {
      Debug: cli.debug,
      Context: 'default',
      Version: CLIENT.version,
      Plugins: [],
      Warnings: null,
    };
    const render = compiled(format === 'json' ? '{{json .}}' : format);
    const { Plugins, Swarm } = server as unknown as Record<string, MapValue>;
    const members = Object.entries({
      ...server,
      ...(Plugins ? { Plugins: typed(Plugins, 'system.PluginsInfo') } : {}),
      ...(Swarm ? { Swarm: typed(Swarm, 'swarm.Info') } : {}),
      ClientInfo: client,
    } as unknown as MapValue);
    const fields = Object.fromEntries(members.map(([name, value]) => [name, () => value]));
    const data = new StructValue('system.dockerInfo', fields, [], members);
    await printTemplate(cli, () => render(data));
    return 0;
  }
  await cli.out(`${clientText(cli.debug)}\n${serverText(server)}\n`);
  for (const warning of server.Warnings ?? []) await cli.err(`${warning}\n`);
  return 0;
};

function compiled(format: string): ReturnType<typeof compile> {
  try {
    return compile(format);
  } catch (error) {
    throw failure(`template parsing error: ${messageOf(error)}`, 64);
  }
}

function clientText(debug: boolean): string {
  return `Client:\n Version:    ${CLIENT.version}\n Context:    default\n Debug Mode: ${debug}\n`;
}

function serverText(info: Info): string {
  return `${[
    'Server:',
    ` Containers: ${info.Containers}`,
    `  Running: ${info.ContainersRunning}`,
    `  Paused: ${info.ContainersPaused}`,
    `  Stopped: ${info.ContainersStopped}`,
    ` Images: ${info.Images}`,
    ` Server Version: ${info.ServerVersion}`,
    ` Storage Driver: ${info.Driver}`,
    ...(info.DriverStatus ?? []).map(([name, value]) => `  ${name}: ${value}`),
    ` Logging Driver: ${info.LoggingDriver}`,
    ` Cgroup Driver: ${info.CgroupDriver}`,
    ` Cgroup Version: ${info.CgroupVersion}`,
    ' Plugins:',
    `  Volume: ${(info.Plugins['Volume'] ?? []).join(' ')}`,
    `  Network: ${(info.Plugins['Network'] ?? []).join(' ')}`,
    `  Log: ${(info.Plugins['Log'] ?? []).join(' ')}`,
    ` Swarm: ${info.Swarm?.LocalNodeState ?? 'inactive'}`,
    ...runtimeLines(info),
    ...securityLines(info),
    ` Kernel Version: ${info.KernelVersion}`,
    ` Operating System: ${info.OperatingSystem}`,
    ` OSType: ${info.OSType}`,
    ` Architecture: ${info.Architecture}`,
    ` CPUs: ${info.NCPU}`,
    ` Total Memory: ${bytesSize(info.MemTotal)}`,
    ` Name: ${info.Name}`,
    ` ID: ${info.ID}`,
    ` Docker Root Dir: ${info.DockerRootDir}`,
    ` Debug Mode: ${info.Debug}`,
    ...(info.Labels?.length ? [' Labels:', ...info.Labels.map((label) => `  ${label}`)] : []),
    ` Experimental: ${info.ExperimentalBuild}`,
    ...registryLines(info),
    ` Live Restore Enabled: ${info.LiveRestoreEnabled}`,
    ...(info.FirewallBackend ? [` Firewall Backend: ${info.FirewallBackend.Driver}`] : []),
  ].join('\n')}\n`;
}

function runtimeLines(info: Info): string[] {
  if (!info.Runtimes || Object.keys(info.Runtimes).length === 0) return [];
  return [
    ` Runtimes: ${Object.keys(info.Runtimes).sort().join(' ')}`,
    ` Default Runtime: ${info.DefaultRuntime ?? ''}`,
    ` Init Binary: ${info.InitBinary ?? ''}`,
    ` containerd version: ${info.ContainerdCommit?.ID ?? ''}`,
    ` runc version: ${info.RuncCommit?.ID ?? ''}`,
    ` init version: ${info.InitCommit?.ID ?? ''}`,
  ];
}

function securityLines(info: Info): string[] {
  if (!info.SecurityOptions?.length) return [];
  const lines = [' Security Options:'];
  for (const option of info.SecurityOptions) {
    const fields = new Map(option.split(',').map((field) => field.split('=') as [string, string]));
    lines.push(`  ${fields.get('name') ?? option}`);
    const profile = fields.get('profile');
    if (profile !== undefined) lines.push(`   Profile: ${profile}`);
  }
  return lines;
}

function registryLines(info: Info): string[] {
  const { InsecureRegistryCIDRs, Mirrors } = info.RegistryConfig ?? {};
  const lines: string[] = [];
  if (InsecureRegistryCIDRs?.length)
    lines.push(' Insecure Registries:', ...InsecureRegistryCIDRs.map((each) => `  ${each}`));
  if (Mirrors?.length) lines.push(' Registry Mirrors:', ...Mirrors.map((each) => `  ${each}`));
  return lines;
}
