/** The releases of Alpine that Strata ships, and what their packages' versions are where they differ. */

export interface AlpineRelease {
  /** `3.22` */
  readonly branch: string;
  /** `3.22.2` */
  readonly version: string;
  /** Versions other than those in `main.ts`, which are the newest release's. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Packages that are built from one source have one version. */
function shared(busybox: string, apk: string, musl: string, openssl: string): Record<string, string> {
  const together = {
    [busybox]: ['busybox', 'busybox-binsh', 'ssl_client'],
    [apk]: ['apk-tools', 'libapk2'],
    [musl]: ['musl', 'musl-utils', 'musl-dev'],
    [openssl]: ['libcrypto3', 'libssl3', 'openssl'],
  };
  return Object.fromEntries(
    Object.entries(together).flatMap(([version, names]) => names.map((name) => [name, version])),
  );
}

export const alpineReleases: readonly AlpineRelease[] = [
  {
    branch: '3.20',
    version: '3.20.8',
    versions: {
      ...shared('1.36.1-r31', '2.14.4-r1', '1.2.5-r3', '3.3.5-r0'),
      'alpine-baselayout': '3.6.5-r0',
      'alpine-baselayout-data': '3.6.5-r0',
      'alpine-keys': '2.4-r1',
      'alpine-release': '3.20.8-r0',
      bash: '5.2.26-r0',
      git: '2.45.4-r0',
      nodejs: '20.15.1-r0',
      scanelf: '1.3.7-r2',
      zlib: '1.3.1-r1',
    },
  },
  {
    branch: '3.21',
    version: '3.21.5',
    versions: {
      ...shared('1.37.0-r14', '2.14.6-r3', '1.2.5-r10', '3.3.5-r0'),
      'alpine-baselayout': '3.6.8-r1',
      'alpine-baselayout-data': '3.6.8-r1',
      'alpine-release': '3.21.5-r0',
      git: '2.47.3-r0',
      nodejs: '22.15.1-r0',
    },
  },
  { branch: '3.22', version: '3.22.2', versions: {} },
];

/** A release's form of a list of packages: whatever mentions a version mentions its own. */
export function releasedLines(lines: string, { versions }: AlpineRelease): string {
  return lines
    .split('\n')
    .map((line) => {
      const [name = '', newest = ''] = line.split(' ');
      const version = versions[name];
      return version ? line.replaceAll(newest, version) : line;
    })
    .join('\n');
}
