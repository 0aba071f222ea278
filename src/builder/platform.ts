/** Platforms as builds write them, and the arguments that name them. */
import { StrataError } from '../base/index.ts';
import { type Lines, quote } from '../dockerfile/index.ts';
import type { Platform } from '../oci/index.ts';
import type { BuildRequest } from './types.ts';

export function platformText({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant ? [variant] : [])].join('/');
}

const ARCHITECTURES: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  i386: '386',
  armhf: 'arm',
  armel: 'arm',
};

const OS_NAMES: ReadonlySet<string> = new Set(['linux', 'windows', 'darwin', 'freebsd', 'macos']);

/** `linux/arm/v7`, `linux`, `arm64`. @see containerd's platforms.Parse */
export function parsePlatform(text: string, written: string, lines: Lines): Platform {
  const parts = text.toLowerCase().split('/');
  // BuildKit locates this one twice, and its client prints the excerpt twice.
  const wrong = (why: string): Error =>
    new StrataError('EDOCKERFILE', `failed to parse platform ${written}: ${why}: invalid argument`, {
      lines: [lines, lines],
    });
  if (parts.length > 3) throw wrong(`${quote(text)}: cannot parse platform specifier`);
  for (const part of parts) {
    if (/^[a-z0-9_.-]+$/.test(part)) continue;
    const pattern = '^[A-Za-z0-9_.-]+$';
    throw wrong(
      `${quote(part)} is an invalid component of ${quote(text)}: platform specifier component must match ${quote(pattern)}`,
    );
  }
  const [first = '', second, variant] = parts;
  if (second === undefined && !OS_NAMES.has(first)) return normal('linux', first, undefined);
  return normal(first, second ?? 'amd64', variant);
}

function normal(os: string, architecture: string, variant: string | undefined): Platform {
  const known = Object.hasOwn(ARCHITECTURES, architecture) ? ARCHITECTURES[architecture]! : architecture;
  // arm64's v8 is the only one and goes without saying.
  const kept = known === 'arm64' && variant === 'v8' ? undefined : variant;
  return { os: os === 'macos' ? 'darwin' : os, architecture: known, ...(kept ? { variant: kept } : {}) };
}

/** Arguments that every Dockerfile may use in FROM; the caller's build arguments win. */
export function predefinedArgs(request: BuildRequest, lastStage: string): Map<string, string> {
  const { platform, buildArgs } = request;
  const own: [string, string][] = [
    ['BUILDPLATFORM', platformText(platform)],
    ['BUILDOS', platform.os],
    ['BUILDOSVERSION', ''],
    ['BUILDARCH', platform.architecture],
    ['BUILDVARIANT', platform.variant ?? ''],
    ['TARGETPLATFORM', platformText(platform)],
    ['TARGETOS', platform.os],
    ['TARGETOSVERSION', ''],
    ['TARGETARCH', platform.architecture],
    ['TARGETVARIANT', platform.variant ?? ''],
    ['TARGETSTAGE', (request.target ?? lastStage) || 'default'],
  ];
  return new Map(own.map(([key, value]) => [key, Object.hasOwn(buildArgs, key) ? buildArgs[key]! : value]));
}
