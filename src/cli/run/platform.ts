/** `--platform`: checks what was given and puts it as the API wants it. */
import type { Platform } from '../../oci/index.ts';
import { failure } from '../failure.ts';

const ARCHITECTURES: Readonly<Record<string, readonly [string, string?]>> = {
  x86_64: ['amd64'],
  'x86-64': ['amd64'],
  aarch64: ['arm64'],
  armhf: ['arm', 'v7'],
  armel: ['arm', 'v6'],
  i386: ['386'],
};

/** @throws ECLI where the text is no platform. */
export function parsePlatform(text: string): Platform {
  const parts = text.split('/');
  if (parts.length > 3 || parts.some((part) => !/^[A-Za-z0-9_.-]+$/.test(part))) {
    throw failure(
      `error parsing specified platform: "${text}": cannot parse platform specifier: invalid argument`,
    );
  }
  const [first, second, variant] = parts as [string, string?, string?];
  const os = second === undefined && first.toLowerCase() !== 'linux' ? 'linux' : first.toLowerCase();
  const named = second ?? (os === first.toLowerCase() ? 'amd64' : first);
  const [architecture, implied] = ARCHITECTURES[named.toLowerCase()] ?? [named.toLowerCase()];
  const chosen = variant ?? implied;
  return { os, architecture, ...(chosen === undefined ? {} : { variant: chosen }) };
}

/** As a query parameter, in JSON; undefined where none was given. */
export function platformQuery(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : JSON.stringify(parsePlatform(text));
}
