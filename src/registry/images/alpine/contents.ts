/** What stands in Alpine's text files, as far as programs or people look at it. */
import { installedDatabase } from '../../packages/apk-index.ts';
import { installed } from '../../packages/main.ts';
import type { AlpineRelease } from '../../packages/releases.ts';

/** Files and directories that are not root's. */
export const alpineOwners: Readonly<Record<string, { uid: number; gid: number }>> = {
  'etc/shadow': { uid: 0, gid: 42 },
};

const accounts: readonly (readonly [string, number, number, string, string])[] = [
  ['root', 0, 0, '/root', '/bin/sh'],
  ['bin', 1, 1, '/bin', '/sbin/nologin'],
  ['daemon', 2, 2, '/sbin', '/sbin/nologin'],
  ['lp', 4, 7, '/var/spool/lpd', '/sbin/nologin'],
  ['sync', 5, 0, '/sbin', '/bin/sync'],
  ['shutdown', 6, 0, '/sbin', '/sbin/shutdown'],
  ['halt', 7, 0, '/sbin', '/sbin/halt'],
  ['mail', 8, 12, '/var/mail', '/sbin/nologin'],
  ['news', 9, 13, '/usr/lib/news', '/sbin/nologin'],
  ['uucp', 10, 14, '/var/spool/uucppublic', '/sbin/nologin'],
  ['cron', 16, 16, '/var/spool/cron', '/sbin/nologin'],
  ['ftp', 21, 21, '/var/lib/ftp', '/sbin/nologin'],
  ['sshd', 22, 22, '/dev/null', '/sbin/nologin'],
  ['games', 35, 35, '/usr/games', '/sbin/nologin'],
  ['ntp', 123, 123, '/var/empty', '/sbin/nologin'],
  ['guest', 405, 100, '/dev/null', '/sbin/nologin'],
  ['nobody', 65534, 65534, '/', '/sbin/nologin'],
];

const groups =
  'root:0:root bin:1:root,bin,daemon daemon:2:root,bin,daemon sys:3:root,bin adm:4:root,daemon tty:5: ' +
  'disk:6:root lp:7:lp kmem:9: wheel:10:root floppy:11:root mail:12:mail news:13:news uucp:14:uucp cron:16:cron ' +
  'audio:18: cdrom:19: dialout:20:root ftp:21: sshd:22: input:23: tape:26:root video:27:root netdev:28: kvm:34:kvm ' +
  'games:35: shadow:42: www-data:82: users:100:games ntp:123: abuild:300: utmp:406: ping:999: nogroup:65533: ' +
  'nobody:65534:';

/** Contents by the names that `tree.ts` gives them. */
export function alpineContents(release: AlpineRelease): Record<string, string> {
  const { branch, version } = release;
  const repository = `https://dl-cdn.alpinelinux.org/alpine/v${branch}`;
  return {
    empty: '',
    'alpine-release': `${version}\n`,
    'apk-arch': 'x86_64\n',
    'apk-repositories': `${repository}/main\n${repository}/community\n`,
    'apk-world':
      'alpine-baselayout\nalpine-keys\nalpine-release\napk-tools\nbusybox\nlibc-utils\nmusl-utils\n',
    'apk-installed': installedDatabase(installed(release)),
    'apk-triggers': 'Q1Xu2bG5B8IzELHmbXGqHHbZ5qRYs= /bin /usr/bin /sbin /usr/sbin /lib/modules/*\n',
    'busybox-paths': '/bin\n/sbin\n/usr/bin\n/usr/sbin\n',
    crontab: crontab(),
    fstab: '/dev/cdrom\t/media/cdrom\tiso9660\tnoauto,ro 0 0\n/dev/usbdisk\t/media/usb\tvfat\tnoauto\t0 0\n',
    group: `${groups
      .split(' ')
      .map((group) => group.replace(':', ':x:'))
      .join('\n')}\n`,
    hostname: 'localhost\n',
    hosts: '127.0.0.1\tlocalhost localhost.localdomain\n::1\t\tlocalhost localhost.localdomain\n',
    inittab: '::sysinit:/sbin/openrc sysinit\n::wait:/sbin/openrc default\n::ctrlaltdel:/sbin/reboot\n',
    issue: `Alpine Linux ${branch}\nKernel \\r on \\m (\\l)\n\n`,
    modules: 'af_packet\nipv6\n',
    motd: 'This is Alpine, as Strata ships it: see /usr/share/strata/README.\n',
    nsswitch: 'hosts: files dns\nservices: files\nprotocols: files\n',
    'os-release': osRelease(release),
    passwd: accounts
      .map(([name, uid, gid, home, shell]) => `${name}:x:${uid}:${gid}:${name}:${home}:${shell}\n`)
      .join(''),
    profile: profile(),
    'profile-locale': 'export CHARSET="UTF-8"\nexport LANG="C.UTF-8"\nexport LC_COLLATE="C"\n',
    'profile-colour': "PS1='\\[\\033[1;32m\\]\\u@\\h\\[\\033[0m\\]:\\[\\033[1;34m\\]\\w\\[\\033[0m\\]\\$ '\n",
    protocols:
      'ip\t0\tIP\nicmp\t1\tICMP\ntcp\t6\tTCP\nudp\t17\tUDP\nipv6\t41\tIPv6\nipv6-icmp\t58\tIPv6-ICMP\n',
    secfixes: `https://secdb.alpinelinux.org/v${branch}/main.json\nhttps://secdb.alpinelinux.org/v${branch}/community.json\n`,
    securetty: `console\n${Array.from({ length: 11 }, (_, i) => `tty${i + 1}\n`).join('')}`,
    services: services(),
    shadow: accounts.map(([name]) => `${name}:${name === 'root' ? '*' : '!'}::0:::::\n`).join(''),
    shells: '# valid login shells\n/bin/sh\n/bin/ash\n',
    sysctl: '# content of this file will override /etc/sysctl.d/*\n',
    'strata-note': note(branch),
  };
}

function osRelease({ branch, version }: AlpineRelease): string {
  return `NAME="Alpine Linux"
ID=alpine
VERSION_ID=${version}
PRETTY_NAME="Alpine Linux v${branch}"
HOME_URL="https://alpinelinux.org/"
BUG_REPORT_URL="https://gitlab.alpinelinux.org/alpine/aports/-/issues"
`;
}

function profile(): string {
  return `export PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
export PAGER=less
umask 022

for script in /etc/profile.d/*.sh; do
\tif [ -r "$script" ]; then
\t\t. "$script"
\tfi
done
unset script
`;
}

function crontab(): string {
  const lines = [
    ['*/15\t*\t*\t*\t*', '15min'],
    ['0\t*\t*\t*\t*', 'hourly'],
    ['0\t2\t*\t*\t*', 'daily'],
    ['0\t3\t*\t*\t6', 'weekly'],
    ['0\t5\t1\t*\t*', 'monthly'],
  ];
  return lines.map(([when, folder]) => `${when}\trun-parts /etc/periodic/${folder}\n`).join('');
}

function services(): string {
  const known =
    'ftp:21 ssh:22 telnet:23 smtp:25 domain:53 http:80 pop3:110 ntp:123 imap2:143 https:443 imaps:993 mysql:3306 postgresql:5432 http-alt:8080';
  return known
    .split(' ')
    .map((entry) => entry.split(':'))
    .map(([name, port]) => `${name}\t\t${port}/tcp\n`)
    .join('');
}

function note(branch: string): string {
  return `These files were written for Strata, a container engine in a browser tab.

They lie where Alpine Linux ${branch} has them and are about as large, so that
layers, sizes and paths are true. /bin/busybox and /sbin/apk name programs that
are built into Strata. Libraries and certificates are stand-ins of the right
size. For the real thing: docker.io/library/alpine on a real engine.
`;
}
