/** `docker network create`, `connect`, `disconnect`, `rm`: what changes networks. */
import { messageOf, StrataError } from '../../base/index.ts';
import type { Verb } from '../command.ts';
import { segment } from '../engine.ts';
import { failure, isNotFound } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { pairs } from '../run/environment.ts';

export const createNetwork: Verb = async (cli, flags, [name]) => {
  const { Id } = await cli.engine.call<{ Id: string }>('POST', '/networks/create', {
    json: {
      Name: name,
      Driver: flags.text('driver') ?? 'bridge',
      Scope: flags.text('scope') ?? '',
      Internal: flags.bool('internal'),
      Attachable: flags.bool('attachable'),
      ...(flags.has('ipv4') ? { EnableIPv4: flags.bool('ipv4') } : {}),
      ...(flags.has('ipv6') ? { EnableIPv6: flags.bool('ipv6') } : {}),
      IPAM: { Driver: 'default', Options: {}, Config: addressesOf(flags) },
      Options: pairs(flags.list('opt')),
      Labels: pairs(flags.list('label')),
    },
  });
  await cli.out(`${Id}\n`);
  return 0;
};

interface Addresses {
  readonly Subnet?: string;
  readonly Gateway?: string;
  readonly IPRange?: string;
}

/** One range of addresses. @throws ECLI for several, which would have to be matched with each other */
function addressesOf(flags: FlagValues): Addresses[] {
  const one = (name: string): string | undefined => {
    const values = flags.list(name).flatMap((text) => text.split(','));
    if (values.length > 1) throw failure(`docker: more than one --${name} is not supported by Strata`, 125);
    return values[0];
  };
  const [Subnet, Gateway, IPRange] = [one('subnet'), one('gateway'), one('ip-range')];
  if (Subnet === undefined) {
    if (IPRange === undefined && Gateway === undefined) return [];
    throw failure('every ip-range or gateway must have a corresponding subnet');
  }
  return [{ Subnet, ...(Gateway ? { Gateway } : {}), ...(IPRange ? { IPRange } : {}) }];
}

export const connectNetwork: Verb = async (cli, flags, [network, container]) => {
  const list = (name: string): readonly string[] | null => (flags.has(name) ? flags.list(name) : null);
  const local = flags.list('link-local-ip').flatMap((text) => text.split(','));
  await cli.engine.call('POST', `/networks/${segment(network!, 'network')}/connect`, {
    json: {
      Container: container,
      EndpointConfig: {
        IPAMConfig: {
          IPv4Address: flags.text('ip') ?? '',
          IPv6Address: flags.text('ip6') ?? '',
          LinkLocalIPs: local,
        },
        Links: list('link'),
        Aliases: flags.has('alias') ? flags.list('alias').flatMap((text) => text.split(',')) : null,
        DriverOpts: pairs(flags.list('driver-opt').flatMap((text) => text.split(','))),
        GwPriority: flags.number('gw-priority') ?? 0,
      },
    },
  });
  return 0;
};

export const disconnectNetwork: Verb = async (cli, flags, [network, container]) => {
  const json = { Container: container, Force: flags.bool('force') };
  await cli.engine.call('POST', `/networks/${segment(network!, 'network')}/disconnect`, { json });
  return 0;
};

export const removeNetworks: Verb = async (cli, flags, names) => {
  let status = 0;
  for (const name of names) {
    try {
      await cli.engine.call('DELETE', `/networks/${segment(name, 'network')}`);
      await cli.out(`${name}\n`);
    } catch (error) {
      if (!(error instanceof StrataError)) throw error;
      if (flags.bool('force') && isNotFound(error)) continue;
      await cli.err(`${messageOf(error)}\n`);
      status = 1;
    }
  }
  // Docker lets the exit status itself be printed here, as an error.
  if (status !== 0) throw failure(`exit status ${status}`, status);
  return 0;
};
