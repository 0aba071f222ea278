/** busybox: one program under all its names, as hard links, which is how the real image has them. */
import { gzipBytes } from '../../../base/index.ts';
import type { Recipe } from '../recipes.ts';
import { treeOf } from '../tree.ts';
import { APPLETS } from './applets.ts';

const ARCHIVE = 'busybox.tar.gz';

/** Applets that came with 1.37. */
const NEWER = ['getfattr'];

function lines(version: string, size: number): string {
  const links = APPLETS.trim()
    .split(/\s+/)
    .filter((name) => version !== '1.36.1' || !NEWER.includes(name));
  return `
d 755 bin
p 755 bin/[ busybox ${size}
${links.map((name) => `h bin/${name} bin/[`).join('\n')}
s 755 bin/getconf 34928
d 755 dev
d 755 etc
f 644 etc/group group
s 644 etc/localtime 114
d 755 etc/network
d 755 etc/network/if-down.d
d 755 etc/network/if-post-down.d
d 755 etc/network/if-pre-up.d
d 755 etc/network/if-up.d
f 644 etc/nsswitch.conf nsswitch
f 644 etc/passwd passwd
f 600 etc/shadow shadow
d 755 home
d 755 lib
s 755 lib/ld-linux-x86-64.so.2 225600
s 755 lib/libc.so.6 1922136
s 644 lib/libm.so.6 907784
s 644 lib/libnss_compat.so.2 47544
s 644 lib/libnss_dns.so.2 14480
s 644 lib/libnss_files.so.2 14480
s 644 lib/libnss_hesiod.so.2 27016
s 644 lib/libpthread.so.0 14480
s 644 lib/libresolv.so.2 60328
l lib64 lib
d 700 root
d 1777 tmp
d 755 usr
d 755 usr/bin
l usr/bin/env ../../bin/env
d 755 usr/sbin
d 755 usr/share
d 755 usr/share/strata
f 644 usr/share/strata/README note
d 755 var
d 755 var/spool
d 755 var/spool/mail
d 755 var/www
`;
}

const ACCOUNTS: readonly (readonly [string, number, number, string, string])[] = [
  ['root', 0, 0, '/root', '/bin/sh'],
  ['daemon', 1, 1, '/usr/sbin', '/bin/false'],
  ['bin', 2, 2, '/bin', '/bin/false'],
  ['sys', 3, 3, '/dev', '/bin/false'],
  ['sync', 4, 100, '/bin', '/bin/sync'],
  ['mail', 8, 8, '/var/spool/mail', '/bin/false'],
  ['www-data', 33, 33, '/var/www', '/bin/false'],
  ['operator', 37, 37, '/var', '/bin/false'],
  ['nobody', 65534, 65534, '/home', '/bin/false'],
];

const GROUPS =
  'root:0 daemon:1 bin:2 sys:3 adm:4 tty:5 disk:6 lp:7 mail:8 kmem:9 wheel:10 cdrom:11 dialout:18 floppy:19 video:28 audio:29 tape:32 www-data:33 operator:37 utmp:43 plugdev:46 staff:50 lock:54 netdev:82 users:100 nobody:65534';

function contents(version: string): Record<string, string> {
  return {
    note: `BusyBox ${version} as Strata ships it: /bin/[ and its other names run programs that are built into\nStrata, and libraries are stand-ins of the right size.\n`,
    passwd: ACCOUNTS.map(
      ([name, uid, gid, home, shell]) => `${name}:x:${uid}:${gid}:${name}:${home}:${shell}\n`,
    ).join(''),
    group: GROUPS.split(' ')
      .map((entry) => `${entry.replace(':', ':x:')}:\n`)
      .join(''),
    shadow: ACCOUNTS.map(([name]) => `${name}:${name === 'root' ? '' : '*'}:10933:0:99999:7:::\n`).join(''),
    nsswitch: 'hosts: files dns\n',
  };
}

interface Release {
  readonly version: string;
  readonly tags: readonly string[];
  readonly created: string;
  /** What the real image's one row of history says. */
  readonly made: string;
  /** Bytes of the program. */
  readonly size: number;
}

const releases: readonly Release[] = [
  {
    version: '1.37.0',
    tags: ['latest', 'unstable', '1', '1.37', '1.37.0'],
    created: '2024-09-26T21:31:42Z',
    made: 'BusyBox 1.37.0 (glibc), Debian 13',
    size: 1119800,
  },
  {
    version: '1.36.1',
    tags: ['stable', '1.36', '1.36.1'],
    created: '2024-09-26T21:31:42Z',
    made: 'BusyBox 1.36.1 (glibc), Debian 13',
    size: 1131168,
  },
];

export const busybox: readonly Recipe[] = releases.map(({ version, tags, created, made, size }) => ({
  name: 'library/busybox',
  tags,
  created,
  dockerfile: `FROM scratch\nADD ${ARCHIVE} /\nCMD ["sh"]\n`,
  history: [{ created, created_by: made }],
  async context() {
    const tar = treeOf({
      lines: lines(version, size),
      contents: contents(version),
      mtime: Date.parse(created) / 1000,
    });
    return [{ path: ARCHIVE, mode: 0o644, contents: await gzipBytes(tar) }];
  },
}));
