/** The root file system of a Debian-like image: what was recorded of it, and our texts. */
import { treeOf } from '../tree.ts';
import { type DebianTexts, debianContents } from './contents.ts';
import { type DebianFacts, ownersOf } from './facts.ts';

/** Folders that are made when packages are installed, or by us. */
const FOLDERS = `
D 755 usr/share/strata etc/apt/sources.list.d var/cache/apt var/cache/apt/archives var/log/apt
D 755 var/lib/apt/lists var/lib/apt/mirrors var/lib/apt/periodic
D 1777 run/lock
D 700 var/cache/apt/archives/partial var/lib/apt/lists/partial
`;

/** What Docker's images have beside the packages' own files. */
const FILES = `
f 644 etc/apt/apt.conf.d/01autoremove apt-autoremove
f 644 etc/apt/apt.conf.d/70debconf apt-debconf
f 644 etc/apt/apt.conf.d/docker-autoremove-suggests docker-autoremove
f 644 etc/apt/apt.conf.d/docker-clean docker-clean
f 644 etc/apt/apt.conf.d/docker-gzip-indexes docker-gzip-indexes
f 644 etc/apt/apt.conf.d/docker-no-languages docker-no-languages
f 644 etc/bash.bashrc bash-bashrc
f 644 etc/debian_version debian-version
f 644 etc/dpkg/dpkg.cfg.d/docker-apt-speedup docker-apt-speedup
f 644 etc/environment empty
f 644 etc/fstab fstab
f 644 etc/group group
f 640 etc/gshadow gshadow
f 644 etc/host.conf host-conf
f 644 etc/issue issue
f 644 etc/issue.net issue-net
f 644 etc/motd motd
f 644 etc/nsswitch.conf nsswitch
l etc/os-release ../usr/lib/os-release
f 644 etc/passwd passwd
f 644 etc/profile profile
f 640 etc/shadow shadow
f 644 etc/shells shells
f 644 etc/skel/.bashrc skel-bashrc
f 644 etc/skel/.profile root-profile
f 644 root/.bashrc root-bashrc
f 644 root/.profile root-profile
f 644 usr/lib/os-release os-release
f 644 usr/share/strata/README strata-note
d 755 usr/share/zoneinfo/Etc
s 644 usr/share/zoneinfo/Etc/UTC 114
l usr/share/zoneinfo/UTC Etc/UTC
f 644 var/lib/dpkg/info/base-files.list folders
f 644 var/lib/dpkg/status dpkg-status
f 644 var/lib/dpkg/triggers/ldconfig dpkg-triggers-ldconfig
`;

/** Files up to a page are as large as they are; an image is to stay below 20 MB. */
const PAGE = 4096;
const SHARE = 16;

export interface DebianRootfs {
  readonly facts: DebianFacts;
  readonly texts: DebianTexts;
  /** With manuals and translations. */
  readonly large: boolean;
  /** Further lines, and their contents. */
  readonly lines?: string;
  readonly contents?: Readonly<Record<string, string>>;
  /** RFC 3339. */
  readonly created: string;
}

/** As a tar: it is compressed when it becomes a layer. */
export function debianRootfs(rootfs: DebianRootfs): Uint8Array {
  const { facts, texts, large, lines = '', contents = {}, created } = rootfs;
  const all = `${facts.tree}\n${FOLDERS}\n${lines}\n${FILES}\n${large ? facts.large : ''}`;
  const tar = treeOf({
    lines: all,
    contents: { ...debianContents(facts, texts), ...contents, folders: foldersOf(all) },
    owners: ownersOf(facts),
    mtime: Math.floor(Date.parse(created) / 1000),
    shrink: (size) => (size <= PAGE ? size : Math.max(PAGE, Math.round(size / SHARE))),
  });
  return tar;
}

/**
 * What dpkg has as files of base-files: all folders, so that none goes with the last package that has something in it.
 * Whose the other files are was not recorded.
 */
function foldersOf(lines: string): string {
  const folders = lines.split('\n').flatMap((line) => {
    const [kind, , ...paths] = line.trim().split(/\s+/);
    if (kind === 'D' || kind === 'd')
      return paths.flatMap((path) => [
        `/${path}\n`,
        ...(/^usr\/lib\/[^/]+$/.test(path) ? [`/${path.slice(4)}\n`] : []),
      ]);
    // /bin and its like, where the folder is merged into /usr.
    return kind === 'L' && line.startsWith('L . ')
      ? paths.map((path) => `/${path.replace(/=.*/, '')}\n`)
      : [];
  });
  return `/.\n${[...new Set(folders)].sort().join('')}`;
}
