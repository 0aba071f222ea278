/** `--expose`: ports and ranges of them. @see docker/go-connections nat */
import { failure } from '../failure.ts';

/** @throws ECLI */
export function exposedPorts(ports: readonly string[]): { ExposedPorts?: Record<string, object> } {
  if (ports.length === 0) return {};
  const found: Record<string, object> = {};
  for (const given of ports) {
    if (given.includes(':')) throw failure(`invalid port format for --expose: ${given}`);
    const slash = given.indexOf('/');
    const protocol = (slash < 0 ? '' : given.slice(slash + 1)) || 'tcp';
    const [first, last] = rangeOf(slash < 0 ? given : given.slice(0, slash), given);
    for (let port = first; port <= last; port++) found[`${port}/${protocol}`] = {};
  }
  return { ExposedPorts: found };
}

function rangeOf(text: string, given: string): [number, number] {
  const bad = (why: string): Error => failure(`invalid range format for --expose: ${given}, error: ${why}`);
  if (text === '') throw bad('empty string specified for ports.');
  const dash = text.indexOf('-');
  const [first, last] = (dash < 0 ? [text, text] : [text.slice(0, dash), text.slice(dash + 1)]).map(
    (part) => {
      const quoted = JSON.stringify(part);
      if (!/^\d+$/.test(part)) throw bad(`strconv.ParseUint: parsing ${quoted}: invalid syntax`);
      if (Number(part) > 65535) throw bad(`strconv.ParseUint: parsing ${quoted}: value out of range`);
      return Number(part);
    },
  ) as [number, number];
  if (last < first) throw bad(`Invalid range specified for the Port: ${text}`);
  return [first, last];
}
