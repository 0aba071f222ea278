/** `GET /containers/{id}/json`. */
import { upperSizeOf } from './container-files.ts';
import { liveOf } from './container-live.ts';
import { findContainer, wasStarted } from './containers.ts';
import type { ContainerInspect, ContainerState } from './docker-types.ts';
import { containerOverlayData } from './graph-driver.ts';
import { stackSize } from './images.ts';
import { endpointOf } from './networks.ts';
import type { ContainerRecord } from './records.ts';
import { rfc3339Nano } from './time.ts';
import type { Engine } from './types.ts';

export async function inspectContainer(
  engine: Engine,
  name: string,
  options: { size: boolean },
): Promise<ContainerInspect> {
  const record = findContainer(engine, name);
  const fileOf = (name: string): string =>
    wasStarted(record) ? `/var/lib/docker/containers/${record.id}/${name}` : '';
  const execs = [...engine.execs.values()].filter(
    (exec) => exec.container === record.id && exec.started && exec.exitCode === undefined,
  );
  const sizes = options.size ? await sizesOf(engine, record) : {};
  return {
    Id: record.id,
    Created: rfc3339Nano(record.created),
    Path: record.path,
    Args: record.args,
    State: stateOf(engine, record),
    Image: record.image,
    ResolvConfPath: fileOf('resolv.conf'),
    HostnamePath: fileOf('hostname'),
    HostsPath: fileOf('hosts'),
    LogPath: fileOf(`${record.id}-json.log`),
    Name: `/${record.name}`,
    RestartCount: record.restartCount,
    Driver: 'overlay2',
    Platform: 'linux',
    MountLabel: '',
    ProcessLabel: '',
    AppArmorProfile: '',
    ExecIDs: execs.length ? execs.map((exec) => exec.id) : null,
    HostConfig: record.hostConfig,
    GraphDriver: containerOverlayData(record.id, record.layers),
    ...sizes,
    Mounts: record.mounts,
    Config: record.config,
    NetworkSettings: {
      Bridge: '',
      SandboxID: '',
      SandboxKey: '',
      Ports: {},
      HairpinMode: false,
      LinkLocalIPv6Address: '',
      LinkLocalIPv6PrefixLen: 0,
      SecondaryIPAddresses: null,
      SecondaryIPv6Addresses: null,
      EndpointID: '',
      Gateway: '',
      GlobalIPv6Address: '',
      GlobalIPv6PrefixLen: 0,
      IPAddress: '',
      IPPrefixLen: 0,
      IPv6Gateway: '',
      MacAddress: '',
      Networks: endpointOf(engine, record),
    },
  };
}

function stateOf(engine: Engine, record: ContainerRecord): ContainerState {
  const { status, exitCode, error, startedAt, finishedAt, oomKilled = false } = record.state;
  return {
    Status: status,
    Running: status === 'running' || status === 'paused' || status === 'restarting',
    Paused: status === 'paused',
    Restarting: status === 'restarting',
    OOMKilled: oomKilled,
    Dead: status === 'dead',
    Pid: liveOf(engine, record.id).run?.process.pid ?? 0,
    ExitCode: exitCode,
    Error: error,
    StartedAt: rfc3339Nano(startedAt),
    FinishedAt: rfc3339Nano(finishedAt),
  };
}

export async function sizesOf(
  engine: Engine,
  record: ContainerRecord,
): Promise<{ SizeRw: number; SizeRootFs: number }> {
  const SizeRw = await upperSizeOf(engine, record);
  return { SizeRw, SizeRootFs: stackSize(engine.state.current(), record.layers) + SizeRw };
}
