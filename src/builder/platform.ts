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

const ARCHITECTURE_NAMES: ReadonlySet<string> = new Set([
  ...['386', 'amd64', 'arm', 'arm64', 'loong64', 'mips', 'mipsle', 'mips64', 'mips64le', 'ppc', 'ppc64'],
  ...['ppc64le', 'riscv', 'riscv64', 's390', 's390x', 'sparc', 'sparc64', 'wasm'],
]);

const OS = '^([A-Za-z0-9_-]+)(?:\\(([A-Za-z0-9_.%-]*)((?:\\+[A-Za-z0-9_.%-]+)*)\\))?$';
const COMPONENT = '^[A-Za-z0-9_.-]+$';

export function parsePlatform(text: string, written: string, lines: Lines): Platform {
  // BuildKit locates this one twice, and its client prints the excerpt twice.
  return platformFrom(
    text,
    (why) =>
      new StrataError('EDOCKERFILE', `failed to parse platform ${written}: ${why}`, {
        lines: [lines, lines],
      }),
  );
}

/** `linux/arm/v7`, `linux`, `arm64`. @throws what is made of the words @see containerd's platforms.Parse */
export function platformFrom(text: string, failed: (why: string) => Error): Platform {
  const wrong = (why: string): Error => failed(`${why}: invalid argument`);
  if (text.includes('*')) throw wrong(`${quote(text)}: wildcards not yet supported`);
  const parts = text.split('/');
  checkParts(text, parts, wrong);
  if (parts.length > 3) throw wrong(`${quote(text)}: cannot parse platform specifier`);
  const [first = '', second, variant] = parts.map((part) => part.toLowerCase().replace(/\(.*/, ''));
  if (second !== undefined || OS_NAMES.has(first)) return normal(first, second ?? 'amd64', variant);
  const platform = normal('linux', first, undefined);
  if (ARCHITECTURE_NAMES.has(platform.architecture)) return platform;
  throw wrong(`${quote(text)}: unknown operating system or architecture`);
}

function checkParts(text: string, parts: readonly string[], wrong: (why: string) => Error): void {
  for (const [i, part] of parts.slice(0, 4).entries()) {
    if (new RegExp(i === 0 ? OS : COMPONENT).test(part)) continue;
    const what = i === 0 ? 'OS component' : 'component';
    const rule = i === 0 ? 'OSAndVersion specifier' : 'platform specifier';
    const pattern = quote(i === 0 ? OS : COMPONENT);
    throw wrong(
      `${quote(part)} is an invalid ${what} of ${quote(text)}: ${rule} component must match ${pattern}`,
    );
  }
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
