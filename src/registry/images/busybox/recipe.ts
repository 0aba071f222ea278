/** busybox 1.37: one program under all its names, as hard links, which is how the real image has them. */
import { gzipBytes } from '../../../base/index.ts';
import type { Recipe } from '../recipes.ts';
import { treeOf } from '../tree.ts';

const ARCHIVE = 'busybox.tar.gz';
const CREATED = '2024-09-26T21:31:42Z';

const APPLETS = `
[[ acpid add-shell addgroup adduser adjtimex ar arch arp arping ascii ash awk base32 base64 basename bc beep
blkdiscard blkid blockdev bootchartd brctl bunzip2 busybox bzcat bzip2 cal cat chat chattr chgrp chmod chown
chpasswd chpst chroot chrt chvt cksum clear cmp comm conspy cp cpio crc32 crond crontab cryptpw cttyhack cut date
dc dd deallocvt delgroup deluser depmod devmem df dhcprelay diff dirname dmesg dnsd dnsdomainname dos2unix dpkg
dpkg-deb du dumpkmap dumpleases echo ed egrep eject env envdir envuidgid ether-wake expand expr factor fakeidentd
fallocate false fatattr fbset fbsplash fdflush fdformat fdisk fgconsole fgrep find findfs flock fold free freeramdisk
fsck fsck.minix fsfreeze fstrim fsync ftpd ftpget ftpput fuser getfattr getopt getty grep groups gunzip gzip halt hd
hdparm head hexdump hexedit hostid hostname httpd hush hwclock i2cdetect i2cdump i2cget i2cset i2ctransfer id
ifconfig ifdown ifenslave ifplugd ifup inetd init insmod install ionice iostat ip ipaddr ipcalc ipcrm ipcs iplink
ipneigh iproute iprule iptunnel kbd_mode kill killall killall5 klogd last less link linux32 linux64 linuxrc ln
loadfont loadkmap logger login logname logread losetup lpd lpq lpr ls lsattr lsmod lsof lspci lsscsi lsusb lzcat
lzma lzop makedevs makemime man md5sum mdev mesg microcom mim mkdir mkdosfs mke2fs mkfifo mkfs.ext2 mkfs.minix
mkfs.vfat mknod mkpasswd mkswap mktemp modinfo modprobe more mount mountpoint mpstat mt mv nameif nanddump nandwrite
nbd-client nc netstat nice nl nmeter nohup nologin nproc nsenter nslookup ntpd od openvt partprobe passwd paste patch
pgrep pidof ping ping6 pipe_progress pivot_root pkill pmap popmaildir poweroff powertop printenv printf ps pscan
pstree pwd pwdx raidautorun rdate rdev readahead readlink readprofile realpath reboot reformime remove-shell renice
reset resize resume rev rm rmdir rmmod route rpm rpm2cpio rtcwake run-init run-parts runlevel runsv runsvdir rx script
scriptreplay sed seedrng sendmail seq setarch setconsole setfattr setfont setkeycodes setlogcons setpriv setserial
setsid setuidgid sh sha1sum sha256sum sha3sum sha512sum showkey shred shuf slattach sleep smemcap softlimit sort split
ssl_client start-stop-daemon stat strings stty su sulogin sum sv svc svlogd svok swapoff swapon switch_root sync
sysctl syslogd tac tail tar taskset tc tcpsvd tee telnet telnetd test tftp tftpd time timeout top touch tr traceroute
traceroute6 tree true truncate ts tsort tty ttysize tunctl ubiattach ubidetach ubimkvol ubirename ubirmvol ubirsvol
ubiupdatevol udhcpc udhcpc6 udhcpd udpsvd uevent umount uname unexpand uniq unix2dos unlink unlzma unshare unxz unzip
uptime users usleep uudecode uuencode vconfig vi vlock volname w wall watch watchdog wc wget which who whoami whois
xargs xxd xz xzcat yes zcat zcip
`;

function lines(): string {
  const links = APPLETS.trim().split(/\s+/);
  return `
d 755 bin
p 755 bin/[ busybox 1119800
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

function contents(): Record<string, string> {
  return {
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

export const busybox: Recipe = {
  name: 'library/busybox',
  tags: ['latest', '1', '1.37', '1.37.0'],
  created: CREATED,
  dockerfile: `FROM scratch\nADD ${ARCHIVE} /\nCMD ["sh"]\n`,
  async context() {
    const tar = treeOf({ lines: lines(), contents: contents(), mtime: Date.parse(CREATED) / 1000 });
    return [{ path: ARCHIVE, mode: 0o644, contents: await gzipBytes(tar) }];
  },
};
