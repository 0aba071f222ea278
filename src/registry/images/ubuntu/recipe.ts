/** ubuntu: jammy and noble, with the rows of history that Canonical's classic builds leave. */
import { digestSync, hexOf } from '../../../base/index.ts';
import type { HistoryEntry } from '../../../oci/index.ts';
import type { DebianTexts } from '../debian/contents.ts';
import type { DebianFacts } from '../debian/facts.ts';
import { debianRootfs } from '../debian/rootfs.ts';
import type { Recipe } from '../recipes.ts';
import { jammy } from './jammy.ts';
import { noble } from './noble.ts';

const ARCHIVE = 'rootfs.tar';
/** Names Strata's own host, since the packages behind it are Strata's. */
const MIRROR = 'http://archive.strata.test/ubuntu/';

interface Release {
  readonly codename: string;
  /** `Noble Numbat` */
  readonly animal: string;
  /** `24.04`, and `24.04.3`. */
  readonly version: string;
  readonly point: string;
  readonly debianVersion: string;
  readonly facts: DebianFacts;
  readonly created: string;
  readonly tags: readonly string[];
  readonly lines: string;
  readonly contents: Readonly<Record<string, string>>;
}

const releases: readonly Release[] = [
  {
    codename: 'jammy',
    animal: 'Jammy Jellyfish',
    version: '22.04',
    point: '22.04.5',
    debianVersion: 'bookworm/sid',
    facts: jammy,
    created: '2025-10-13T17:06:45.123456789Z',
    tags: ['22.04', 'jammy', 'jammy-20251013'],
    lines: 'f 644 etc/apt/sources.list list',
    contents: { list: oldSources('jammy') },
  },
  {
    codename: 'noble',
    animal: 'Noble Numbat',
    version: '24.04',
    point: '24.04.3',
    debianVersion: 'trixie/sid',
    facts: withUser(noble),
    created: '2025-10-13T17:41:09.987654321Z',
    tags: ['24.04', 'noble', 'noble-20251013', 'latest'],
    lines: `f 644 etc/apt/sources.list.d/ubuntu.sources sources
d 750 home/ubuntu
f 644 home/ubuntu/.bashrc skel-bashrc
f 644 home/ubuntu/.profile root-profile`,
    contents: {},
  },
];

export const ubuntu: readonly Recipe[] = releases.map(recipeOf);

function recipeOf(release: Release): Recipe {
  const { created, facts, contents } = release;
  // Without tzdata, there is still the zone that clocks are in.
  const lines = `D 755 usr/share/zoneinfo\nf 644 etc/lsb-release lsb\n${release.lines}`;
  const { version, codename } = release;
  const lsb = `DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=${version}\nDISTRIB_CODENAME=${codename}\nDISTRIB_DESCRIPTION="Ubuntu ${release.point} LTS"\n`;
  return {
    name: 'library/ubuntu',
    tags: release.tags,
    created,
    dockerfile: `FROM scratch
ADD ${ARCHIVE} /
LABEL org.opencontainers.image.ref.name=ubuntu org.opencontainers.image.version=${version}
CMD ["/bin/bash"]
`,
    history: historyOf(release),
    async context() {
      const archive = debianRootfs({
        facts,
        texts: textsOf(release),
        large: false,
        created,
        lines,
        contents: { ...contents, lsb },
      });
      return [{ path: ARCHIVE, mode: 0o644, contents: archive }];
    },
  };
}

/** Rows as the classic builder writes them; the ADD bears the digest of what was added. */
function historyOf({ version, created, codename }: Release): HistoryEntry[] {
  const row = (text: string): HistoryEntry => ({
    created,
    created_by: `/bin/sh -c #(nop) ${text}`,
    empty_layer: true,
  });
  const { empty_layer: _, ...add } = row(`ADD file:${hexOf(digestSync(`ubuntu ${codename}`))} in / `);
  return [
    row(' ARG RELEASE'),
    row(' ARG LAUNCHPAD_BUILD_ARCH'),
    row(' LABEL org.opencontainers.image.ref.name=ubuntu'),
    row(` LABEL org.opencontainers.image.version=${version}`),
    add,
    row(' CMD ["/bin/bash"]'),
  ];
}

/** Since 23.10 there is a user whom one can be. */
function withUser(facts: DebianFacts): DebianFacts {
  return {
    ...facts,
    passwd: `${facts.passwd.trim()}\nubuntu:x:1000:1000:Ubuntu:/home/ubuntu:/bin/bash\n`,
    group: `${facts.group.trim()}\nubuntu:x:1000:\n`,
    owners: `${facts.owners.trim()}
home/ubuntu=1000:1000
home/ubuntu/.bashrc=1000:1000
home/ubuntu/.profile=1000:1000`,
  };
}

function oldSources(codename: string): string {
  const suites = ['', '-updates', '-backports', '-security'];
  return suites
    .map((suite) => `deb [trusted=yes] ${MIRROR} ${codename}${suite} main restricted universe multiverse\n`)
    .join('');
}

function textsOf({ codename, animal, version, point, debianVersion }: Release): DebianTexts {
  const source = (suites: string) => ({
    uri: MIRROR,
    suites,
    components: 'main restricted universe multiverse',
  });
  return {
    product: 'Ubuntu',
    version: `${point} LTS`,
    debianVersion,
    osRelease: `PRETTY_NAME="Ubuntu ${point} LTS"
NAME="Ubuntu"
VERSION_ID="${version}"
VERSION="${point} LTS (${animal})"
VERSION_CODENAME=${codename}
ID=ubuntu
ID_LIKE=debian
HOME_URL="https://www.ubuntu.com/"
SUPPORT_URL="https://help.ubuntu.com/"
BUG_REPORT_URL="https://bugs.launchpad.net/ubuntu/"
PRIVACY_POLICY_URL="https://www.ubuntu.com/legal/terms-and-policies/privacy-policy"
UBUNTU_CODENAME=${codename}${codename === 'noble' ? '\nLOGO=ubuntu-logo' : ''}`,
    maintainer: 'Strata <strata@archive.strata.test>',
    sources: [
      source(`${codename} ${codename}-updates ${codename}-backports`),
      source(`${codename}-security`),
    ],
    real: 'docker.io/library/ubuntu',
  };
}
