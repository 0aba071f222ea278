/**
 * Networks: the three that every engine has. Records only: containers have no sockets yet, and what
 * would need more is refused.
 */
import { wasStarted } from './containers.ts';
import type { CreateContainerRequest, EndpointSettings, Network } from './docker-types.ts';
import { failure, invalid, notFound } from './failure.ts';
import { acceptOnly, anyOf, type FilterSet, matchesLabels } from './filters.ts';
import type { ContainerRecord } from './records.ts';
import { rfc3339Nano } from './time.ts';
import type { Engine } from './types.ts';

export const NETWORKS: readonly string[] = ['bridge', 'host', 'none'];

const BRIDGE_OPTIONS = {
  'com.docker.network.bridge.default_bridge': 'true',
  'com.docker.network.bridge.enable_icc': 'true',
  'com.docker.network.bridge.enable_ip_masquerade': 'true',
  'com.docker.network.bridge.host_binding_ipv4': '0.0.0.0',
  'com.docker.network.bridge.name': 'docker0',
  'com.docker.network.driver.mtu': '1500',
};

/** @throws EINVALIDPARAMETER where an address is asked for: none of these networks gives out chosen ones */
export function checkAddresses({
  EndpointsConfig,
}: NonNullable<CreateContainerRequest['NetworkingConfig']>): void {
  for (const [network, endpoint] of Object.entries(EndpointsConfig ?? {})) {
    const asked = endpoint?.IPAMConfig as { IPv4Address?: string; IPv6Address?: string } | null | undefined;
    const name = network === 'default' ? 'bridge' : network;
    if (!(asked?.IPv4Address || asked?.IPv6Address) || !NETWORKS.includes(name)) continue;
    throw invalid(
      [
        `invalid config for network ${name}: invalid endpoint settings:`,
        'user specified IP address is supported on user defined networks only',
        'user specified IP address is supported only when connecting to networks with user configured subnets',
      ].join('\n* '),
    );
  }
}

export function listNetworks(engine: Engine, filters: FilterSet): Network[] {
  acceptOnly(filters, ['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type']);
  for (const type of filters.get('type') ?? []) {
    if (type !== 'builtin' && type !== 'custom') throw failure('ESYSTEM', `invalid filter: 'type'='${type}'`);
  }
  return allNetworks(engine).filter(
    (network) =>
      anyOf(filters, 'name', (name) => network.Name.includes(name)) &&
      anyOf(filters, 'id', (id) => network.Id.includes(id)) &&
      anyOf(filters, 'driver', (driver) => network.Driver === driver) &&
      anyOf(filters, 'type', (type) => type === 'builtin') &&
      anyOf(filters, 'dangling', (value) => value === 'false' || value === '0') &&
      anyOf(filters, 'scope', (scope) => network.Scope === scope) &&
      matchesLabels(filters, network.Labels),
  );
}

export function inspectNetwork(engine: Engine, name: string): Network {
  const all = allNetworks(engine);
  const found =
    all.find((network) => network.Name === name || network.Id === name) ??
    all.find((network) => name !== '' && network.Id.startsWith(name));
  if (!found) throw notFound(`network ${name} not found`);
  return found;
}

/** What a container shows of its one network. */
export function endpointOf(engine: Engine, container: ContainerRecord): Record<string, EndpointSettings> {
  const name = container.hostConfig.NetworkMode ?? 'bridge';
  return {
    [name]: {
      IPAMConfig: null,
      Links: null,
      Aliases: null,
      MacAddress: '',
      DriverOpts: null,
      GwPriority: 0,
      NetworkID: wasStarted(container) ? (networkIds(engine)[name as 'bridge'] ?? '') : '',
      EndpointID: '',
      Gateway: '',
      IPAddress: '',
      IPPrefixLen: 0,
      IPv6Gateway: '',
      GlobalIPv6Address: '',
      GlobalIPv6PrefixLen: 0,
      DNSNames: null,
    },
  };
}

/** The network that a container is on. */
export function networkOf(
  engine: Engine,
  container: ContainerRecord,
): { readonly id: string; readonly name: string; readonly type: string } {
  const name = container.hostConfig.NetworkMode ?? 'bridge';
  const id = networkIds(engine)[name as 'bridge'] ?? '';
  return { id, name, type: name === 'none' ? 'null' : name };
}

function networkIds(engine: Engine): { bridge: string; host: string; none: string } {
  return engine.state.current().daemon.get('self')?.networks ?? { bridge: '', host: '', none: '' };
}

function allNetworks(engine: Engine): Network[] {
  const ids = networkIds(engine);
  const created = rfc3339Nano(engine.state.current().daemon.get('self')?.created ?? 0);
  const network = (
    name: 'bridge' | 'host' | 'none',
    driver: string,
    config: Network['IPAM']['Config'],
    options: Record<string, string> = {},
  ): Network => ({
    Name: name,
    Id: ids[name],
    Created: created,
    Scope: 'local',
    Driver: driver,
    EnableIPv4: true,
    EnableIPv6: false,
    IPAM: { Driver: 'default', Options: null, Config: config },
    Internal: false,
    Attachable: false,
    Ingress: false,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Containers: {},
    Options: options,
    Labels: {},
  });
  return [
    network('bridge', 'bridge', [{ Subnet: '172.17.0.0/16', Gateway: '172.17.0.1' }], BRIDGE_OPTIONS),
    network('host', 'host', null),
    network('none', 'null', null),
  ];
}
