/** What stands in the text files of Debian-like images, as far as programs or people look at it. */
import { type DebianFacts, dpkgStatus, rowsOf } from './facts.ts';

export interface DebianTexts {
  /** `Debian GNU/Linux`, `Ubuntu`. */
  readonly product: string;
  /** Members of os-release, a line each. */
  readonly osRelease: string;
  /** /etc/debian_version. */
  readonly debianVersion: string;
  /** `12`, `24.04`: for the login banner. */
  readonly version: string;
  readonly maintainer: string;
  /** Members of a deb822 source: address, suites, components. */
  readonly sources: readonly AptSource[];
  /** Where the real image comes from. */
  readonly real: string;
}

interface AptSource {
  readonly uri: string;
  readonly suites: string;
  readonly components: string;
}

/** Contents by the names that the trees give them. */
export function debianContents(facts: DebianFacts, texts: DebianTexts): Record<string, string> {
  const { product, version, real } = texts;
  return {
    empty: '',
    'bash-bashrc': BASH_BASHRC,
    'debian-version': `${texts.debianVersion}\n`,
    'docker-apt-speedup':
      '# No sync after each file: a build step is kept whole or not at all.\nforce-unsafe-io\n',
    'docker-autoremove': 'Apt::AutoRemove::SuggestsImportant "false";\n',
    'docker-clean': DOCKER_CLEAN,
    'docker-gzip-indexes': 'Acquire::GzipIndexes "true";\nAcquire::CompressionTypes::Order:: "gz";\n',
    'docker-no-languages': 'Acquire::Languages "none";\n',
    'apt-autoremove': APT_AUTOREMOVE,
    'apt-debconf': APT_DEBCONF,
    'dpkg-status': dpkgStatus(facts, texts.maintainer),
    'dpkg-triggers-ldconfig': 'libc-bin\n',
    fstab: '# UNCONFIGURED FSTAB FOR BASE SYSTEM\n',
    group: `${facts.group.trim()}\n`,
    gshadow: rowsOf(facts.group)
      .map((row) => `${row.split(':')[0]}:*::\n`)
      .join(''),
    'host-conf': 'multi on\n',
    issue: `${product} ${version} \\n \\l\n\n`,
    'issue-net': `${product} ${version}\n`,
    motd: `This is ${product}, as Strata ships it: see /usr/share/strata/README.\n`,
    nsswitch:
      'passwd:         files\ngroup:          files\nshadow:         files\ngshadow:        files\n\n' +
      'hosts:          files dns\nnetworks:       files\n\nservices:       db files\nprotocols:      db files\n',
    'os-release': `${texts.osRelease.trim()}\n`,
    passwd: `${facts.passwd.trim()}\n`,
    profile: PROFILE,
    'root-bashrc': ROOT_BASHRC,
    'root-profile': ROOT_PROFILE,
    shadow: rowsOf(facts.passwd)
      .map((row) => `${row.split(':')[0]}:*:20000:0:99999:7:::\n`)
      .join(''),
    shells:
      '# /etc/shells: valid login shells\n/bin/sh\n/usr/bin/sh\n/bin/bash\n/usr/bin/bash\n/bin/rbash\n/bin/dash\n',
    'skel-bashrc': SKEL_BASHRC,
    sources: texts.sources.map(sourceOf).join('\n'),
    'strata-note': note(product, version, real),
  };
}

/**
 * The real images say `Signed-By`. Strata's repositories are not signed (packages/debian/repository.ts), and apt refuses
 * such a one unless it is told to trust it.
 */
function sourceOf({ uri, suites, components }: AptSource): string {
  return `Types: deb\nURIs: ${uri}\nSuites: ${suites}\nComponents: ${components}\nTrusted: yes\n`;
}

/** Interactive shells that are no login shells. */
const BASH_BASHRC = `# System-wide settings of interactive bash shells.
[ -z "$PS1" ] && return
if [ -z "\${debian_chroot:-}" ] && [ -r /etc/debian_chroot ]; then
    debian_chroot=$(cat /etc/debian_chroot)
fi
PS1='\${debian_chroot:+($debian_chroot)}\\u@\\h:\\w\\$ '
`;

const PROFILE = `# System-wide settings of login shells.
if [ "$(id -u)" -eq 0 ]; then
  PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
else
  PATH="/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games"
fi
export PATH
if [ "\${PS1-}" ]; then
  if [ "\${BASH-}" ] && [ "$BASH" != "/bin/sh" ]; then
    if [ -f /etc/bash.bashrc ]; then
      . /etc/bash.bashrc
    fi
  elif [ "$(id -u)" -eq 0 ]; then
    PS1='# '
  else
    PS1='$ '
  fi
fi
if [ -d /etc/profile.d ]; then
  for i in /etc/profile.d/*.sh; do
    if [ -r $i ]; then
      . $i
    fi
  done
  unset i
fi
`;

const ROOT_BASHRC = `# ~/.bashrc: settings of root's interactive bash shells.
# PS1 is set in /etc/bash.bashrc. Some that people like:
# export LS_OPTIONS='--color=auto'
# alias ls='ls $LS_OPTIONS'
# alias ll='ls $LS_OPTIONS -l'
`;

const ROOT_PROFILE = `# ~/.profile: settings of login shells.
if [ "$BASH" ]; then
  if [ -f ~/.bashrc ]; then
    . ~/.bashrc
  fi
fi
mesg n 2> /dev/null || true
`;

const SKEL_BASHRC = `# ~/.bashrc: settings of interactive bash shells.
case $- in
    *i*) ;;
      *) return;;
esac
HISTSIZE=1000
PS1='\${debian_chroot:+($debian_chroot)}\\u@\\h:\\w\\$ '
alias ll='ls -alF'
alias la='ls -A'
alias l='ls -CF'
`;

/** What is not to be removed because nothing needs it, and what leaves its dependencies wanted. */
const APT_AUTOREMOVE = `APT
{
  NeverAutoRemove { "^firmware-linux.*"; "^linux-firmware$"; };
  Never-MarkAuto-Sections { "metapackages"; "tasks"; };
  Move-Autobit-Sections { "oldlibs"; };
};
`;

/** A program that apt runs before it installs: debconf's. */
const APT_DEBCONF = `// Packages' questions are asked before they are installed.
DPkg::Pre-Install-Pkgs {"/usr/sbin/dpkg-preconfigure --apt || true";};
`;

const DOCKER_CLEAN = `# Packages that were installed need not lie in the image a second time.
DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/*.bin || true"; };
APT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/*.bin || true"; };
Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";
`;

function note(product: string, version: string, real: string): string {
  return `These files were written for Strata, a container engine in a browser tab.

They lie where ${product} ${version} has them. Programs that Strata runs (bash, dash,
ls, cat and their like, which are BusyBox's applets here, apt, dpkg) are as large
as the real ones. Libraries, manuals and programs that it does not run are
stand-ins, a sixteenth of the real size, so that the image stays small:
what runs them is told so. For the real thing: ${real} on a real engine.
`;
}
