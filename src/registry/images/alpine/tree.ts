/**
 * Alpine's files: where the real ones are, about as large. Sizes are of alpine 3.22.2, x86_64.
 *
 * The applets' links are those that Alpine's busybox package makes.
 */
export const alpineTree = `
d 755 bin
p 755 bin/busybox busybox 808712
a /bin/busybox bin arch ash base64 bbconfig cat chattr chgrp chmod chown cp date dd df dmesg
a /bin/busybox bin dnsdomainname dumpkmap echo egrep false fatattr fdflush fgrep fsync getopt grep
a /bin/busybox bin gunzip gzip hostname ionice iostat ipcalc kbd_mode kill link linux32 linux64 ln
a /bin/busybox bin login ls lsattr lzop makemime mkdir mknod mktemp more mount mountpoint mpstat mv
a /bin/busybox bin netstat nice pidof ping ping6 pipe_progress printenv ps pwd reformime rev rm rmdir
a /bin/busybox bin run-parts sed setpriv setserial sh sleep stat stty su sync tar touch true umount
a /bin/busybox bin uname usleep watch zcat
d 755 dev
d 755 etc
f 644 etc/alpine-release alpine-release
d 755 etc/apk
f 644 etc/apk/arch apk-arch
d 755 etc/apk/keys
s 644 etc/apk/keys/alpine-devel@lists.alpinelinux.org-4a6a0840.rsa.pub 451
s 644 etc/apk/keys/alpine-devel@lists.alpinelinux.org-5261cecb.rsa.pub 451
s 644 etc/apk/keys/alpine-devel@lists.alpinelinux.org-6165ee59.rsa.pub 800
d 755 etc/apk/protected_paths.d
f 644 etc/apk/repositories apk-repositories
f 644 etc/apk/world apk-world
d 755 etc/busybox-paths.d
f 644 etc/busybox-paths.d/busybox busybox-paths
d 755 etc/crontabs
f 600 etc/crontabs/root crontab
f 644 etc/fstab fstab
f 644 etc/group group
f 644 etc/hostname hostname
f 644 etc/hosts hosts
f 644 etc/inittab inittab
f 644 etc/issue issue
d 755 etc/logrotate.d
d 755 etc/modprobe.d
f 644 etc/modules modules
d 755 etc/modules-load.d
f 644 etc/motd motd
l etc/mtab ../proc/mounts
d 755 etc/network
d 755 etc/network/if-down.d
d 755 etc/network/if-post-down.d
d 755 etc/network/if-post-up.d
d 755 etc/network/if-pre-down.d
d 755 etc/network/if-pre-up.d
d 755 etc/network/if-up.d
f 644 etc/nsswitch.conf nsswitch
d 755 etc/opt
l etc/os-release ../usr/lib/os-release
f 644 etc/passwd passwd
d 755 etc/periodic
d 755 etc/periodic/15min
d 755 etc/periodic/daily
d 755 etc/periodic/hourly
d 755 etc/periodic/monthly
d 755 etc/periodic/weekly
f 644 etc/profile profile
d 755 etc/profile.d
f 644 etc/profile.d/20locale.sh profile-locale
f 644 etc/profile.d/color_prompt.sh.disabled profile-colour
f 644 etc/protocols protocols
d 755 etc/secfixes.d
f 644 etc/secfixes.d/alpine secfixes
f 600 etc/securetty securetty
f 644 etc/services services
f 640 etc/shadow shadow
f 644 etc/shells shells
d 755 etc/ssl
l etc/ssl/cert.pem certs/ca-certificates.crt
d 755 etc/ssl/certs
s 644 etc/ssl/certs/ca-certificates.crt 230218
l etc/ssl1.1 ssl
d 755 etc/sysctl.d
f 644 etc/sysctl.conf sysctl
d 755 etc/udhcpc
d 755 home
d 755 lib
d 755 lib/apk
d 755 lib/apk/db
f 644 lib/apk/db/installed apk-installed
f 600 lib/apk/db/lock empty
s 644 lib/apk/db/scripts.tar 25088
f 644 lib/apk/db/triggers apk-triggers
d 755 lib/apk/exec
d 755 lib/firmware
s 755 lib/ld-musl-x86_64.so.1 662072
s 755 lib/libapk.so.2.14.9 202536
l lib/libc.musl-x86_64.so.1 ld-musl-x86_64.so.1
d 755 lib/modules-load.d
d 755 lib/sysctl.d
d 755 media
d 755 media/cdrom
d 755 media/floppy
d 755 media/usb
d 755 mnt
d 755 opt
d 555 proc
d 700 root
d 755 run
d 755 run/lock
d 755 sbin
a /bin/busybox sbin acpid adjtimex arp blkid blockdev depmod fbsplash fdisk findfs fsck fstrim getty
a /bin/busybox sbin halt hwclock ifconfig ifdown ifenslave ifup init inotifyd insmod ip ipaddr iplink
a /bin/busybox sbin ipneigh iproute iprule iptunnel klogd loadkmap logread losetup lsmod mdev mkdosfs
a /bin/busybox sbin mkfs.vfat mkswap modinfo modprobe nameif nologin pivot_root poweroff raidautorun
a /bin/busybox sbin reboot rmmod route setconsole slattach swapoff swapon switch_root sysctl syslogd
a /bin/busybox sbin tunctl udhcpc vconfig watchdog zcip
p 755 sbin/apk apk 74344
s 755 sbin/ldconfig 393
d 755 srv
d 755 sys
d 1777 tmp
d 755 usr
d 755 usr/bin
a /bin/busybox usr/bin [ [[ awk basename bc beep blkdiscard bunzip2 bzcat bzip2 cal chvt cksum clear
a /bin/busybox usr/bin cmp comm cpio crontab cryptpw cut dc deallocvt diff dirname dos2unix du eject
a /bin/busybox usr/bin env expand expr factor fallocate find flock fold free fuser groups hd head
a /bin/busybox usr/bin hexdump hostid id install ipcrm ipcs killall last less logger lsof lsusb lzcat
a /bin/busybox usr/bin lzma lzopcat md5sum mesg microcom mkfifo mkpasswd nc nl nmeter nohup nproc
a /bin/busybox usr/bin nsenter nslookup od openvt passwd paste pgrep pkill pmap printf pscan pstree
a /bin/busybox usr/bin pwdx readlink realpath renice reset resize seq setkeycodes setsid sha1sum
a /bin/busybox usr/bin sha256sum sha3sum sha512sum showkey shred shuf sort split strings sum tac tail
a /bin/busybox usr/bin tee test time timeout top tr traceroute traceroute6 tree truncate tty ttysize
a /bin/busybox usr/bin udhcpc6 unexpand uniq unix2dos unlink unlzma unlzop unshare unxz unzip uptime
a /bin/busybox usr/bin uudecode uuencode vi vlock volname wc wget which who whoami whois xargs xxd
a /bin/busybox usr/bin xzcat yes
s 755 usr/bin/getconf 34872
s 755 usr/bin/getent 48600
s 755 usr/bin/iconv 22392
s 755 usr/bin/ldd 52
s 755 usr/bin/scanelf 79376
s 755 usr/bin/ssl_client 14256
d 755 usr/lib
s 755 usr/lib/libcrypto.so.3 4521984
s 755 usr/lib/libssl.so.3 853096
l usr/lib/libz.so.1 libz.so.1.3.1
s 755 usr/lib/libz.so.1.3.1 98392
d 755 usr/lib/engines-3
d 755 usr/lib/modules-load.d
d 755 usr/lib/ossl-modules
f 644 usr/lib/os-release os-release
d 755 usr/local
d 755 usr/local/bin
d 755 usr/local/lib
d 755 usr/local/share
d 755 usr/sbin
a /bin/busybox usr/sbin add-shell addgroup adduser arping brctl chpasswd chroot crond delgroup deluser
a /bin/busybox usr/sbin ether-wake fbset killall5 loadfont nanddump nandwrite nbd-client ntpd partprobe
a /bin/busybox usr/sbin rdate rdev readahead readprofile remove-shell rfkill sendmail setfont setlogcons
d 755 usr/share
d 755 usr/share/apk
d 755 usr/share/apk/keys
d 755 usr/share/man
d 755 usr/share/misc
d 755 usr/share/strata
f 644 usr/share/strata/README strata-note
d 755 usr/share/udhcpc
d 755 var
d 755 var/cache
d 755 var/cache/apk
d 755 var/cache/misc
d 555 var/empty
d 755 var/lib
d 755 var/lib/misc
d 755 var/lib/udhcpd
d 755 var/local
l var/lock ../run/lock
d 755 var/log
d 755 var/mail
d 755 var/opt
l var/run ../run
d 755 var/spool
d 755 var/spool/cron
l var/spool/cron/crontabs ../../../etc/crontabs
l var/spool/mail ../mail
d 1777 var/tmp
`;
