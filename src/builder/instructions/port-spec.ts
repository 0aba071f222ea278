/**
 * Ports as EXPOSE may have them: `80`, `8000-8002/udp`, and with addresses and ports of a host, which
 * mean nothing here but are checked.
 *
 * @see docker/go-connections nat, ParsePortSpec, whose errors it has
 */
import { fault, quote } from '../../dockerfile/index.ts';

/** Whether a port of a container comes with an address or a port of a host. */
export function hasHost(text: string): boolean {
  const { address, host, container } = split(text);
  return container !== '' && (address !== '' || host !== '');
}

function split(text: string): { address: string; host: string; container: string } {
  const parts = text.split(':');
  return {
    container: parts.at(-1)!,
    host: parts.at(-2) ?? '',
    address: parts
      .slice(0, -2)
      .join(':')
      .replace(/^\[(.*)\]$/, '$1'),
  };
}

/** `80/tcp`, a range taken apart. @throws StrataError */
export function parsePortSpec(text: string): string[] {
  const { address, host, container } = split(text);
  const slash = container.indexOf('/');
  const range = slash < 0 ? container : container.slice(0, slash);
  const protocol = (slash < 0 ? '' : container.slice(slash + 1)).toLowerCase() || 'tcp';
  if (address !== '' && !isAddress(address)) throw fault(`invalid IP address: ${address}`);
  if (range === '') throw fault(`invalid port: ${quote(text)}: no port specified`);
  if (!['tcp', 'udp', 'sctp'].includes(protocol)) {
    throw fault(`invalid port: ${quote(text)}: invalid proto: ${protocol}`);
  }
  const [first, last] = parseRange(range, 'containerPort');
  if (host !== '') {
    const [firstHost, lastHost] = parseRange(host, 'hostPort');
    if (last !== first && lastHost - firstHost !== last - first) {
      throw fault(`invalid ranges specified for container and host Ports: ${range} and ${host}`);
    }
  }
  return Array.from({ length: last - first + 1 }, (_, i) => `${first + i}/${protocol}`);
}

function parseRange(text: string, what: string): [first: number, last: number] {
  const numbers = /^(\d+)(?:-(\d+))?$/.exec(text);
  const first = Number(numbers?.[1]);
  const last = Number(numbers?.[2] ?? numbers?.[1]);
  if (!numbers || first > 65535 || last > 65535 || last < first) throw fault(`invalid ${what}: ${text}`);
  return [first, last];
}

function isAddress(text: string): boolean {
  if (text.includes(':')) return /^[0-9a-fA-F:.]+$/.test(text);
  const bytes = text.split('.');
  return bytes.length === 4 && bytes.every((byte) => /^(0|[1-9]\d{0,2})$/.test(byte) && Number(byte) < 256);
}
