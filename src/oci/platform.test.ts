import { describe, expect, it } from 'vitest';
import { choosePlatform, type Descriptor, type Platform, platformText, runsOn } from './index.ts';

function platform(text: string): Platform {
  const [os = '', architecture = '', variant] = text.split('/');
  return { os, architecture, ...(variant ? { variant } : {}) };
}

function choose(wanted: string, ...offered: readonly string[]): string | undefined {
  const manifests = offered.map(
    (text): Descriptor => ({ mediaType: '', digest: 'sha256:0', size: 0, platform: platform(text) }),
  );
  const chosen = choosePlatform(manifests, platform(wanted));
  return chosen?.platform && platformText(chosen.platform);
}

describe('platforms', () => {
  it('are chosen exactly, or as what runs there as well', () => {
    expect(choose('linux/amd64', 'linux/arm64', 'linux/amd64')).toBe('linux/amd64');
    expect(choose('linux/amd64', 'linux/386')).toBe('linux/386');
    expect(choose('linux/amd64', 'windows/amd64', 'linux/s390x')).toBeUndefined();
    expect(choose('linux/arm64', 'linux/arm/v7', 'linux/arm64/v8')).toBe('linux/arm64/v8');
    expect(choose('linux/arm64', 'linux/arm/v5', 'linux/arm/v7')).toBe('linux/arm/v7');
    expect(choose('linux/arm/v6', 'linux/arm/v7', 'linux/arm/v5', 'linux/arm/v6')).toBe('linux/arm/v6');
    expect(choose('linux/arm/v6', 'linux/arm/v7')).toBeUndefined();
    expect(choose('linux/arm', 'linux/arm/v7')).toBe('linux/arm/v7');
    expect(choose('linux/amd64/v3', 'linux/amd64', 'linux/amd64/v2', 'linux/amd64/v4')).toBe(
      'linux/amd64/v2',
    );
  });

  it('have one name each', () => {
    expect(runsOn(platform('linux/x86_64'), platform('linux/amd64'))).toBe(true);
    expect(runsOn(platform('linux/aarch64/v8'), platform('linux/arm64'))).toBe(true);
    expect(runsOn(platform('linux/armhf'), platform('linux/arm/7'))).toBe(true);
    expect(runsOn(platform('linux/arm64'), platform('linux/amd64'))).toBe(false);
  });
});
