/**
 * Which manifest of an index is for a platform: the same or one that it runs as well, best first.
 *
 * @see containerd platforms: database.go (normalize), compare.go (platformVector)
 */
import type { Descriptor, Platform } from './types.ts';

/** The manifest for a platform; undefined where there is none. */
export function choosePlatform(manifests: readonly Descriptor[], wanted: Platform): Descriptor | undefined {
  const accepted = acceptedBy(normalized(wanted)).map(textOf);
  const ranked = manifests
    // One without a platform is for everyone.
    .map((manifest) => ({ manifest, rank: manifest.platform ? rankOf(manifest.platform, accepted) : 0 }))
    .filter(({ rank }) => rank >= 0);
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked[0]?.manifest;
}

/** Whether what is made for one platform runs on another. */
export function runsOn(made: Platform, platform: Platform): boolean {
  return rankOf(made, acceptedBy(normalized(platform)).map(textOf)) >= 0;
}

/** `linux/arm64`, with the variant where there is one. */
export function platformText({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter(Boolean).join('/');
}

function rankOf(platform: Platform, accepted: readonly string[]): number {
  return accepted.indexOf(textOf(normalized(platform)));
}

function textOf({ os, architecture, variant }: Platform): string {
  return `${os}/${architecture}/${variant ?? ''}`;
}

const ARCHITECTURES: Readonly<Record<string, string>> = {
  i386: '386',
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
};

/** One name for each platform. */
function normalized(platform: Platform): Platform {
  const os = platform.os.toLowerCase();
  const written = platform.architecture.toLowerCase();
  const variant = platform.variant?.toLowerCase() ?? '';
  const known = ARCHITECTURES[written] ?? written;
  if (known === 'amd64') return withVariant(os, known, variant === 'v1' ? '' : variant);
  if (known === 'arm64') return withVariant(os, known, variant === 'v8' || variant === '8' ? '' : variant);
  if (known === 'armhf') return withVariant(os, 'arm', 'v7');
  if (known === 'armel') return withVariant(os, 'arm', 'v6');
  if (known === 'arm') return withVariant(os, known, /^\d+$/.test(variant) ? `v${variant}` : variant || 'v7');
  return withVariant(os, known, variant);
}

function withVariant(os: string, architecture: string, variant: string): Platform {
  return { os, architecture, ...(variant ? { variant } : {}) };
}

/** What runs where this one does, best first. */
function acceptedBy(platform: Platform): Platform[] {
  const { os, architecture, variant = '' } = platform;
  const level = Number(variant.slice(1));
  switch (architecture) {
    case 'amd64':
      return [...downTo(platform, level, 2), withVariant(os, 'amd64', ''), withVariant(os, '386', '')];
    case 'arm':
      return downTo(platform, level, 5);
    case 'arm64':
      return [platform, withVariant(os, 'arm64', ''), ...downTo(withVariant(os, 'arm', 'v8'), 8, 5)];
    default:
      return [platform];
  }
}

function downTo({ os, architecture }: Platform, from: number, to: number): Platform[] {
  const levels: Platform[] = [];
  for (let level = from; level >= to; level--) levels.push(withVariant(os, architecture, `v${level}`));
  return levels;
}
