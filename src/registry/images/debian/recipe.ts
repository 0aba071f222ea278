/** debian: bookworm and trixie, large and slim, with the one row of history that debuerreotype leaves. */
import type { Recipe } from '../recipes.ts';
import { bookworm } from './bookworm.ts';
import type { DebianTexts } from './contents.ts';
import type { DebianFacts } from './facts.ts';
import { debianRootfs } from './rootfs.ts';
import { trixie } from './trixie.ts';

const ARCHIVE = 'rootfs.tar';
/** Names Strata's own host, since the packages behind it are Strata's. */
const MIRROR = 'http://deb.strata.test';

interface Release {
  readonly codename: string;
  /** `12`, and `12.15`. */
  readonly major: string;
  readonly version: string;
  readonly facts: DebianFacts;
  readonly created: string;
  readonly debuerreotype: string;
  /** Tags that move to the newest release. */
  readonly moving: readonly string[];
}

const releases: readonly Release[] = [
  {
    codename: 'bookworm',
    major: '12',
    version: '12.15',
    facts: bookworm,
    created: '2026-11-09T00:00:00Z',
    debuerreotype: '0.16',
    moving: ['oldstable'],
  },
  {
    codename: 'trixie',
    major: '13',
    version: '13.8',
    facts: trixie,
    created: '2026-11-09T00:00:00Z',
    debuerreotype: '0.16',
    moving: ['stable', 'latest'],
  },
];

export const debian: readonly Recipe[] = releases.flatMap((release) => [
  recipeOf(release, true),
  recipeOf(release, false),
]);

function recipeOf(release: Release, large: boolean): Recipe {
  const { codename, major, version, created, debuerreotype, facts } = release;
  const seconds = Date.parse(created) / 1000;
  const date = created.slice(0, 10).replaceAll('-', '');
  const names = [codename, `${codename}-${date}`, version, major, ...release.moving];
  return {
    name: 'library/debian',
    tags: large
      ? names
      : names
          .filter((name) => name !== 'latest')
          .map((name) => (name.endsWith(date) ? `${codename}-${date}-slim` : `${name}-slim`)),
    created,
    dockerfile: `FROM scratch\nADD ${ARCHIVE} /\nCMD ["bash"]\n`,
    history: [
      {
        created,
        created_by: `# debian.sh --arch 'amd64' out/ '${codename}' '@${seconds}'`,
        comment: `debuerreotype ${debuerreotype}`,
      },
    ],
    async context() {
      const contents = debianRootfs({
        facts,
        texts: textsOf(release),
        large,
        created,
        lines: `f 644 etc/apt/sources.list.d/debian.sources sources\n${large ? '' : 'f 644 etc/dpkg/dpkg.cfg.d/docker docker-slim'}`,
        contents: { 'docker-slim': SLIM },
      });
      return [{ path: ARCHIVE, mode: 0o644, contents }];
    },
  };
}

const SLIM = `# What the slim image leaves away.
path-exclude /usr/share/doc/*
path-include /usr/share/doc/*/copyright
path-exclude /usr/share/info/*
path-exclude /usr/share/locale/*
path-exclude /usr/share/man/*
`;

function textsOf({ codename, major, version }: Release): DebianTexts {
  const full = major === '12' ? '' : `DEBIAN_VERSION_FULL=${version}\n`;
  const source = (path: string, suites: string) => ({
    uri: `${MIRROR}/${path}`,
    suites,
    components: 'main',
  });
  return {
    product: 'Debian GNU/Linux',
    version: major,
    debianVersion: version,
    osRelease: `PRETTY_NAME="Debian GNU/Linux ${major} (${codename})"
NAME="Debian GNU/Linux"
VERSION_ID="${major}"
VERSION="${major} (${codename})"
VERSION_CODENAME=${codename}
${full}ID=debian
HOME_URL="https://www.debian.org/"
SUPPORT_URL="https://www.debian.org/support"
BUG_REPORT_URL="https://bugs.debian.org/"`,
    maintainer: 'Strata <strata@deb.strata.test>',
    sources: [
      source('debian', `${codename} ${codename}-updates`),
      source('debian-security', `${codename}-security`),
    ],
    real: 'docker.io/library/debian',
  };
}
