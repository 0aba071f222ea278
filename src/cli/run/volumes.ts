/**
 * `-v`: binds and named volumes, and paths that get an anonymous volume.
 *
 * A single letter before a colon is a drive of Windows here too, as in the real client: `x:/data` is a
 * path in the container.
 *
 * @see docker/cli internal/volumespec
 */
import type { Cli } from '../command.ts';
import { failure } from '../failure.ts';

export interface Volumes {
  readonly binds: readonly string[];
  readonly anonymous: readonly string[];
}

/** @throws ECLI */
export function splitVolumes(cli: Cli, volumes: readonly string[]): Volumes {
  const binds: string[] = [];
  const anonymous: string[] = [];
  // Said twice is said once.
  for (const volume of new Set(volumes)) {
    if (hasSource(volume)) binds.push(absolute(cli, volume));
    else anonymous.push(volume);
  }
  return { binds, anonymous };
}

function hasSource(spec: string): boolean {
  if (spec === '') throw failure('invalid empty volume spec');
  if (spec.length <= 2) return false;
  const sections = sectionsOf(spec);
  if (sections.includes('')) throw failure(`invalid spec: ${spec}: empty section between colons`);
  if (sections.length > 3) throw failure(`invalid spec: ${spec}: too many colons`);
  return sections.length > 1;
}

function sectionsOf(spec: string): string[] {
  const sections: string[] = [];
  let section = '';
  for (const char of spec) {
    if (char !== ':' || /^\p{L}$/u.test(section)) section += char;
    else {
      sections.push(section);
      section = '';
    }
  }
  return [...sections, section];
}

/** A source that begins with a dot is relative to where we are. */
function absolute(cli: Cli, bind: string): string {
  const at = bind.indexOf(':');
  const source = bind.slice(0, at);
  return source.startsWith('.') ? joinPath(cli.sys.getcwd(), source) + bind.slice(at) : bind;
}

function joinPath(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
