/** `docker port`: the ports in GET /containers/{id}/json. */
import type { Verb } from '../command.ts';
import { segment } from '../engine.ts';
import { failure } from '../failure.ts';

type Ports = Readonly<
  Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[] | null>
>;

export const port: Verb = async (cli, _flags, [container, wanted]) => {
  const path = `/containers/${segment(container!)}/json`;
  const { NetworkSettings } = await cli.engine.call<{ NetworkSettings: { Ports: Ports | null } }>(
    'GET',
    path,
  );
  const ports = NetworkSettings.Ports ?? {};
  const address = ({ HostIp, HostPort }: { HostIp: string; HostPort: string }): string =>
    `${HostIp.includes(':') ? `[${HostIp}]` : HostIp}:${HostPort}`;
  if (wanted !== undefined) {
    const [number, protocol = 'tcp'] = wanted.split('/') as [string, string?];
    if (!/^\d+$/.test(number))
      throw failure(
        `Error: invalid port (${number}): strconv.ParseUint: parsing ${JSON.stringify(number)}: invalid syntax`,
      );
    const bound = ports[`${number}/${protocol}`];
    if (!bound) throw failure(`Error: No public port '${wanted}' published for ${container}`);
    await cli.out(bound.map((each) => `${address(each)}\n`).join(''));
    return 0;
  }
  const lines = Object.entries(ports).flatMap(([inside, bound]) =>
    (bound ?? []).map((each) => `${inside} -> ${address(each)}\n`),
  );
  await cli.out(lines.join(''));
  return 0;
};
