/** trixie: facts recorded by scripts/record-debian.mjs; see there. */
import type { DebianFacts } from '../debian/facts.ts';

export const trixie: DebianFacts = {
  passwd: `
root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
bin:x:2:2:bin:/bin:/usr/sbin/nologin
sys:x:3:3:sys:/dev:/usr/sbin/nologin
sync:x:4:65534:sync:/bin:/bin/sync
games:x:5:60:games:/usr/games:/usr/sbin/nologin
man:x:6:12:man:/var/cache/man:/usr/sbin/nologin
lp:x:7:7:lp:/var/spool/lpd:/usr/sbin/nologin
mail:x:8:8:mail:/var/mail:/usr/sbin/nologin
news:x:9:9:news:/var/spool/news:/usr/sbin/nologin
uucp:x:10:10:uucp:/var/spool/uucp:/usr/sbin/nologin
proxy:x:13:13:proxy:/bin:/usr/sbin/nologin
www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
backup:x:34:34:backup:/var/backups:/usr/sbin/nologin
list:x:38:38:Mailing List Manager:/var/list:/usr/sbin/nologin
irc:x:39:39:ircd:/run/ircd:/usr/sbin/nologin
_apt:x:42:65534::/nonexistent:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
`,
  group: `
root:x:0:
daemon:x:1:
bin:x:2:
sys:x:3:
adm:x:4:
tty:x:5:
disk:x:6:
lp:x:7:
mail:x:8:
news:x:9:
uucp:x:10:
man:x:12:
proxy:x:13:
kmem:x:15:
dialout:x:20:
fax:x:21:
voice:x:22:
cdrom:x:24:
floppy:x:25:
tape:x:26:
sudo:x:27:
audio:x:29:
dip:x:30:
www-data:x:33:
backup:x:34:
operator:x:37:
list:x:38:
irc:x:39:
src:x:40:
shadow:x:42:
utmp:x:43:
video:x:44:
sasl:x:45:
plugdev:x:46:
staff:x:50:
games:x:60:
users:x:100:
nogroup:x:65534:
`,
  packages: `
apt 3.0.4 4481 admin required amd64 no no||base-passwd (>= 3.6.1) | adduser, sqv (>= 1.3.0), libapt-pkg7.0 (>= 3.0.4), debian-archive-keyring, libc6 (>= 2.38), libgcc-s1 (>= 3.0), libseccomp2 (>= 2.4.2), libssl3t64 (>= 3.0.0), libstdc++6 (>= 13.1), libsystemd0|commandline package manager
base-files 13.8+deb13u8 500 admin required amd64 yes foreign|awk||Debian base system miscellaneous files
base-passwd 3.6.7 272 admin required amd64 yes foreign||libc6 (>= 2.34), libdebconfclient0 (>= 0.145), libselinux1 (>= 3.1~)|Debian base system master password and group files
bash 5.2.37-2+b10 7196 shells required amd64 yes foreign|libc6 (>= 2.38), libtinfo6 (>= 6)|base-files (>= 2.1.12), debianutils (>= 5.6-0.1)|GNU Bourne Again SHell
bsdutils 1:2.41.5-0+deb13u1 401 utils required amd64 yes foreign|libc6 (>= 2.38), libsystemd0 (>= 254)||basic utilities from 4.4BSD-Lite
coreutils 9.7-3 18457 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libattr1 (>= 1:2.4.48), libc6 (>= 2.38), libcap2 (>= 1:2.10), libgmp10 (>= 2:6.3.0+dfsg), libselinux1 (>= 3.1~), libssl3t64 (>= 3.0.0), libsystemd0 (>= 254)||GNU core utilities
dash 0.5.12-12 207 shells required amd64 yes foreign|libc6 (>= 2.38)|debianutils (>= 5.6-0.1)|POSIX-compliant shell
debconf 1.5.91 497 admin required all no foreign|||Debian configuration management system
debian-archive-keyring 2025.1 302 misc important all no foreign|||OpenPGP archive certificates of the Debian archive
debianutils 5.23.2 225 utils required amd64 yes foreign|libc6 (>= 2.38)||Miscellaneous utilities specific to Debian
diffutils 1:3.10-4 1768 utils required amd64 yes no|libc6 (>= 2.38)||File comparison utilities
dpkg 1.22.22 6587 admin required amd64 yes foreign|libbz2-1.0, libc6 (>= 2.38), liblzma5 (>= 5.4.0), libmd0 (>= 0.0.0), libselinux1 (>= 3.1~), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.1.4)|tar (>= 1.28-1)|Debian package management system
findutils 4.10.0-3 2160 utils required amd64 yes foreign|libc6 (>= 2.38), libselinux1 (>= 3.1~)||utilities for finding files--find, xargs
gcc-14-base 14.2.0-19 112 libs optional amd64 no same|||GCC, the GNU Compiler Collection (base package)
grep 3.11-4 1266 utils required amd64 yes foreign|libc6 (>= 2.34), libpcre2-8-0 (>= 10.32)||GNU grep, egrep and fgrep
gzip 1.13-1+deb13u1 256 utils required amd64 yes no|libc6 (>= 2.38)||GNU compression utilities
hostname 3.25 50 admin required amd64 yes no|libc6 (>= 2.34)||utility to set/show the host name or domain name
init-system-helpers 1.69~deb13u1 133 admin required all yes foreign|||helper tools for all init systems
libacl1 2.3.2-2+b1 74 libs optional amd64 no same||libc6 (>= 2.38)|access control list - shared library
libapt-pkg7.0 3.0.4 3856 libs optional amd64 no same||libbz2-1.0, libc6 (>= 2.38), libgcc-s1 (>= 3.0), liblz4-1 (>= 0.0~r127), liblzma5 (>= 5.1.1alpha+20120614), libssl3t64 (>= 3.0.0), libstdc++6 (>= 14), libsystemd0 (>= 221), libudev1 (>= 183), libxxhash0 (>= 0.8), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.2.2.3)|package management runtime library
libattr1 1:2.5.2-3 60 libs optional amd64 no same||libc6 (>= 2.4)|extended attribute handling - shared library
libaudit-common 1:4.0.2-2+deb13u1 25 libs optional all no foreign|||Dynamic library for security auditing - common files
libaudit1 1:4.0.2-2+deb13u1 198 libs optional amd64 no same||libaudit-common (>= 1:4.0.2-2+deb13u1), libc6 (>= 2.38), libcap-ng0 (>= 0.7.9)|Dynamic library for security auditing
libblkid1 2.41.5-0+deb13u1 453 libs optional amd64 no same||libc6 (>= 2.38)|block device ID library
libbsd0 0.12.2-2 214 libs optional amd64 no same||libc6 (>= 2.38), libmd0 (>= 1.0.3-2)|utility functions from BSD systems - shared library
libbz2-1.0 1.0.8-6 96 libs optional amd64 no same||libc6 (>= 2.4)|high-quality block-sorting file compressor library - runtime
libc-bin 2.41-12+deb13u5 2123 libs required amd64 yes foreign||libc6 (>> 2.41), libc6 (<< 2.42)|GNU C Library: Binaries
libc6 2.41-12+deb13u5 13223 libs optional amd64 no same||libgcc-s1|GNU C Library: Shared libraries
libcap-ng0 0.8.5-4+b1 66 libs optional amd64 no same||libc6 (>= 2.38)|alternate POSIX capabilities library
libcap2 1:2.75-10+deb13u1+b3 92 libs optional amd64 no same||libc6 (>= 2.38)|POSIX 1003.1e capabilities (library)
libcrypt1 1:4.4.38-1 234 libs optional amd64 no same||libc6 (>= 2.38)|libcrypt shared library
libdb5.3t64 5.3.28+dfsg2-9 1854 libs optional amd64 no same||libc6 (>= 2.38)|Berkeley v5.3 Database Libraries [runtime]
libdebconfclient0 0.280 38 libs optional amd64 no same||libc6 (>= 2.38)|Debian Configuration Management System (C-implementation library)
libgcc-s1 14.2.0-19 197 libs optional amd64 no same||gcc-14-base (= 14.2.0-19), libc6 (>= 2.35)|GCC support library
libgmp10 2:6.3.0+dfsg-3 882 libs optional amd64 no same||libc6 (>= 2.38)|Multiprecision arithmetic library
libhogweed6t64 3.10.1-1 483 libs optional amd64 no same||libc6 (>= 2.14), libgmp10 (>= 2:6.3.0+dfsg), libnettle8t64|low level cryptographic library (public-key cryptos)
liblastlog2-2 2.41.5-0+deb13u1 75 libs optional amd64 no same||libc6 (>= 2.38), libsqlite3-0 (>= 3.5.9)|lastlog2 database shared library
liblz4-1 1.10.0-4 173 libs optional amd64 no same||libc6 (>= 2.14), libxxhash0 (>= 0.6.5)|Fast LZ compression algorithm library - runtime
liblzma5 5.8.1-1+deb13u2 435 libs optional amd64 no same||libc6 (>= 2.34)|XZ-format compression library
libmd0 1.1.0-2+b1 94 libs optional amd64 no same||libc6 (>= 2.33)|message digest functions from BSD systems - shared library
libmount1 2.41.5-0+deb13u1 565 libs optional amd64 no same||libblkid1 (= 2.41.5-0+deb13u1), libc6 (>= 2.38), libselinux1 (>= 3.1~)|device mounting library
libnettle8t64 3.10.1-1 560 libs optional amd64 no same||libc6 (>= 2.17)|low level cryptographic library (symmetric and one-way cryptos)
libpam-modules 1.7.0-5 923 admin required amd64 no same|libaudit1 (>= 1:2.2.1), libc6 (>= 2.38), libcrypt1 (>= 1:4.3.0), libdb5.3t64, libpam0g (>= 1.4.1), libselinux1 (>= 3.1~), libsystemd0 (>= 254), debconf (>= 0.5) | debconf-2.0, libpam-modules-bin (= 1.7.0-5)||Pluggable Authentication Modules for PAM
libpam-modules-bin 1.7.0-5 206 admin required amd64 no foreign||libaudit1 (>= 1:2.2.1), libc6 (>= 2.38), libcrypt1 (>= 1:4.3.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsystemd0 (>= 254)|Pluggable Authentication Modules for PAM - helper binaries
libpam-runtime 1.7.0-5 1028 admin required all no foreign||debconf (>= 0.5) | debconf-2.0, debconf (>= 1.5.19) | cdebconf, libpam-modules (>= 1.0.1-6)|Runtime support for the PAM library
libpam0g 1.7.0-5 194 libs optional amd64 no same||libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), debconf (>= 0.5) | debconf-2.0|Pluggable Authentication Modules library
libpcre2-8-0 10.46-1~deb13u3 774 libs optional amd64 no same||libc6 (>= 2.34)|New Perl Compatible Regular Expression Library- 8 bit runtime files
libseccomp2 2.6.0-2 201 libs optional amd64 no same||libc6 (>= 2.14)|high level interface to Linux seccomp filter
libselinux1 3.8.1-1 229 libs optional amd64 no same||libc6 (>= 2.38), libpcre2-8-0 (>= 10.22)|SELinux runtime shared libraries
libsemanage-common 3.8.1-1 21 libs optional all no foreign|||Common files for SELinux policy management libraries
libsemanage2 3.8.1-1 313 libs optional amd64 no same||libsemanage-common (>= 3.8.1-1), libaudit1 (>= 1:2.2.1), libbz2-1.0, libc6 (>= 2.38), libselinux1 (>= 3.8.1), libsepol2 (>= 3.8.1)|SELinux policy management library
libsepol2 3.8.1-1 835 libs optional amd64 no same||libc6 (>= 2.38)|SELinux library for manipulating binary security policies
libsmartcols1 2.41.5-0+deb13u1 377 libs optional amd64 no same||libc6 (>= 2.38)|smart column output alignment library
libsqlite3-0 3.46.1-7+deb13u2 1834 libs optional amd64 no same||libc6 (>= 2.38)|SQLite 3 shared library
libssl3t64 3.5.9-1~deb13u1 8125 libs optional amd64 no same||libc6 (>= 2.38), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.1.4), openssl-provider-legacy|Secure Sockets Layer toolkit - shared libraries
libstdc++6 14.2.0-19 3019 libs optional amd64 no same||gcc-14-base (= 14.2.0-19), libc6 (>= 2.38), libgcc-s1 (>= 4.3)|GNU Standard C++ Library v3
libsystemd0 257.13-1~deb13u1 1223 libs optional amd64 no same||libc6 (>= 2.39), libcap2 (>= 1:2.10)|systemd utility library
libtinfo6 6.5+20250216-2 569 libs optional amd64 no same||libc6 (>= 2.34)|shared low-level terminfo library for terminal handling
libudev1 257.13-1~deb13u1 357 libs optional amd64 no same||libc6 (>= 2.38), libcap2 (>= 1:2.10)|libudev shared library
libuuid1 2.41.5-0+deb13u1 98 libs optional amd64 no same||libc6 (>= 2.38)|Universally Unique ID library
libxxhash0 0.8.3-2 92 libs optional amd64 no same||libc6 (>= 2.14)|shared library for xxhash
libzstd1 1.5.7+dfsg-1 847 libs optional amd64 no same||libc6 (>= 2.34)|fast lossless compression algorithm
login 1:4.16.0-2+really2.41.5-0+deb13u1 287 admin required amd64 no foreign|login.defs (>= 1:4.16.0-1~)|libpam-modules, libpam-runtime, libaudit1 (>= 1:2.2.1), libc6 (>= 2.38), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1)|system login tools
login.defs 1:4.17.4-2 214 admin required all no foreign|||system user management configuration
mawk 1.3.4.20250131-1 292 interpreters required amd64 no foreign||libc6 (>= 2.38)|Pattern scanning and text processing language
mount 2.41.5-0+deb13u1 497 admin required amd64 no foreign|libblkid1 (= 2.41.5-0+deb13u1), libc6 (>= 2.38), libmount1 (= 2.41.5-0+deb13u1), libselinux1 (>= 3.1~), libsmartcols1 (= 2.41.5-0+deb13u1)||tools for mounting and manipulating filesystems
ncurses-base 6.5+20250216-2 389 misc required all yes foreign|||basic terminal type definitions
ncurses-bin 6.5+20250216-2 665 utils required amd64 yes foreign|libc6 (>= 2.34), libtinfo6 (>= 6.4+20230603)||terminal-related programs and man pages
openssl-provider-legacy 3.5.9-1~deb13u1 430 utils optional amd64 no foreign||libc6 (>= 2.14), libssl3t64 (>= 3.0.3)|Secure Sockets Layer toolkit - cryptographic utility
passwd 1:4.17.4-2 4758 admin required amd64 no foreign||base-passwd (>= 3.6.4), libpam-modules, login.defs, libacl1 (>= 2.2.23), libattr1 (>= 1:2.4.44), libaudit1 (>= 1:2.2.1), libbsd0 (>= 0.11.0), libc6 (>= 2.38), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsemanage2 (>= 2.0.32)|change and administer password and group data
perl-base 5.40.1-6+deb13u1 7815 perl required amd64 yes no|libc6 (>= 2.38), libcrypt1 (>= 1:4.1.0)||minimal Perl system
sed 4.9-2+deb13u1 991 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libc6 (>= 2.38), libselinux1 (>= 3.1~)||GNU stream editor for filtering/transforming text
sqv 1.3.0-3+b2 1855 utils optional amd64 no foreign||libc6 (>= 2.38), libgcc-s1 (>= 4.2), libgmp10 (>= 2:6.3.0+dfsg), libhogweed6t64, libnettle8t64 (>= 3.9~)|OpenPGP signature verification program from Sequoia
sysvinit-utils 3.14-4 104 admin required amd64 yes foreign||libc6 (>= 2.38)|System-V-like utilities
tar 1.35+dfsg-3.1 3085 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libc6 (>= 2.38), libselinux1 (>= 3.1~)||GNU version of the tar archiving utility
tzdata 2026f-0+deb13u1 1360 localization required all no foreign||debconf (>= 0.5) | debconf-2.0|time zone and daylight-saving time data
util-linux 2.41.5-0+deb13u1 4986 utils required amd64 yes foreign|libpam-modules, libpam-runtime, libblkid1 (= 2.41.5-0+deb13u1), libc6 (>= 2.41), libcap-ng0 (>= 0.7.9), libcrypt1 (>= 1:4.1.0), liblastlog2-2 (= 2.41.5-0+deb13u1), libmount1 (= 2.41.5-0+deb13u1), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsmartcols1 (= 2.41.5-0+deb13u1), libsystemd0, libtinfo6 (>= 6), libudev1 (>= 183), libuuid1 (= 2.41.5-0+deb13u1)||miscellaneous system utilities
zlib1g 1:1.3.dfsg+really1.3.1-1+deb13u1 172 libs optional amd64 no same||libc6 (>= 2.14)|compression library - runtime
`,
  relations: `
apt;apt-transport-https (= 3.0.4);ca-certificates;apt-doc, aptitude | synaptic | wajig, dpkg-dev (>= 1.17.2), gnupg | gnupg2 | gnupg1, powermgmt-base;apt-verify, libnettle8 (<< 3.9.1-2.2~);apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~), aptitude (<< 0.8.10);apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~)
base-files;base, usr-is-merged;;;;debian-security-support (<< 2019.04.25), initscripts (<< 2.88dsf-13.3), sendfile (<< 2.1b.20080616-5.2~);base, dpkg (<= 1.15.0), miscutils
base-passwd;;debconf (>= 0.5) | debconf-2.0;;;;base
bash;;bash-completion;bash-doc;;;
bsdutils;;bsdextrautils;;;;
debconf;debconf-2.0;apt (>= 2.9.11~) | apt-utils, debconf-i18n;debconf-doc, debconf-kde-helper, debconf-utils, libgtk3-perl, libnet-ldap-perl, libterm-readline-gnu-perl, perl, whiptail | dialog;debconf-tiny, whiptail-utf8 (<= 0.50.17-13);;debconf-tiny
debianutils;;;;;ifupdown (<< 0.8.36+nmu1), printer-driver-pnm2ppa (<< 1.13-12), x11-common (<< 1:7.7+23~);
diffutils;;;diffutils-doc, wdiff;;;diff
dpkg;;;apt, debsig-verify;;libapt-pkg5.0 (<< 1.7~b), lsb-base (<< 10.2019031300);
findutils;;;;;binstats (<< 1.08-8.1), guilt (<< 0.36-0.2), libpython3.4-minimal (<< 3.4.4-2), libpython3.5-minimal (<< 3.5.1-3), lsat (<< 0.9.7.1-2.1), mc (<< 3:4.8.11-1), switchconf (<< 0.0.9-2.1);
gcc-14-base;;;;;gnat (<< 7);
grep;rgrep;;;rgrep;;
gzip;;;less;zutils (<< 1.13-2~);;
hostname;;;;;nis (<< 3.17-30);nis (<< 3.17-30)
libapt-pkg7.0;libapt-pkg (= 3.0.4);apt (>= 3.0.4);;libnettle8 (<< 3.9.1-2.2~);appstream (<< 0.9.0-3~), apt (<< 1.6~), aptitude (<< 0.8.9), dpkg (<< 1.20.8), libapt-inst1.5 (<< 0.9.9~);
libc-bin;;manpages;;;dh-lua (<< 27+nmu1~);
libc6;;libidn2-0 (>= 2.0.5~);glibc-doc, debconf | debconf-2.0, libc-l10n, locales, libnss-nis, libnss-nisplus;;base-files (<< 13.3~), chrony (<< 4.2-3~), dhcpcd (<< 1:10.1.0-7~), fakechroot (<< 2.19-3.5), firefox (<< 91~), firefox-esr (<< 91~), gnumach-image-1.8-486 (<< 2:1.8+git20210923~), gnumach-image-1.8-486-dbg (<< 2:1.8+git20210923~), gnumach-image-1.8-xen-486 (<< 2:1.8+git20210923~), gnumach-image-1.8-xen-486-dbg (<< 2:1.8+git20210923~), hurd (<< 1:0.9.git20220301-2), libamdhip64-5 (<< 5.7.1-5+b1), libhiprtc-builtins5 (<< 5.7.1-5+b1), librccl1 (<< 5.4.3-3+b1), libswupdate0.1 (<< 2024.12.1+dfsg-1+b3), locales (<< 2.41), locales-all (<< 2.41), lua-swupdate (<< 2024.12.1+dfsg-1+b3), nscd (<< 2.41), pd-scaf (<< 1:0.14.1+darcs20180201-6+b4), postgresql-15-pllua (<< 1:2.0.12-4), postgresql-17-pllua (<< 1:2.0.12-3+b2), python3-iptables (<< 1.0.0-2), python3-mrgingham (<< 1.25-1), python3-onnxruntime (<< 1.20.1+dfsg-2~), sysvinit (<< 3.09-2~), sysvinit-core (<< 3.09-2~), tinydns (<< 1:1.05-14), uwsgi-plugin-pypy3 (<< 0.0.2+b1), valgrind (<< 1:3.19.0-1~);libc6-amd64
libcrypt1;;;;libpam0g (<< 1.4.0-10);;libc6 (<< 2.29-4)
libdb5.3t64;libdb5.3 (= 5.3.28+dfsg2-9);;;;libdb5.3 (<< 5.3.28+dfsg2-9);libdb5.3
libgcc-s1;libgcc1 (= 1:14.2.0-19);;;;;libgcc1 (<< 1:10)
libgmp10;;;;;postgresql-pgmp (<< 1.0.3-1);
libhogweed6t64;libhogweed6 (= 3.10.1-1);;;;libhogweed6 (<< 3.10.1-1);libhogweed6
liblz4-1;;;;;liblz4-1a;liblz4-1a
liblzma5;;;;;liblzma2 (<< 5.1.1alpha+20110809-3~);
libmount1;;;cryptsetup-bin;;;
libnettle8t64;libnettle8 (= 3.10.1-1);;;;libnettle8 (<< 3.10.1-1);libnettle8
libpam-modules;libpam-mkhomedir, libpam-motd, libpam-umask;;;libpam-mkhomedir, libpam-motd, libpam-umask;;libpam-umask, libpam0g-util
libpam-modules-bin;;;;;;libpam-modules (<< 1.5.2-5~)
libpam-runtime;;;;;libpam-modules (<< 1.7.0), libpam-modules-bin (<< 1.7.0);libpam-modules (<< 1.7.0), libpam-modules-bin (<< 1.7.0)
libpam0g;;;libpam-doc;;libpam0t64 (<< 1.5.3-5);libpam0g-util, libpam0t64 (<< 1.5.3-5)
libsqlite3-0;;;;;crowdsec (<< 1.4), python-migrate (<< 0.11.0-4~), python3-migrate (<< 0.11.0-4~);
libssl3t64;libssl3 (= 3.5.9-1~deb13u1);;;;freeradius (<< 3.2.7+dfsg-1+deb13u1), libssl3 (<< 3.5.9-1~deb13u1), openssh-client (<< 1:9.4p1), openssh-server (<< 1:9.4p1), python3-m2crypto (<< 0.38.0-4);libssl3
libstdc++6;;;;scim (<< 1.4.2-1);gcc-4.3 (<< 4.3.6-1), gcc-4.4 (<< 4.4.6-4), gcc-4.5 (<< 4.5.3-2);libstdc++6-14-dbg (<< 4.9.0-3)
libsystemd0;;libzstd1;libgcrypt20, liblz4-1, liblzma5;;;
libtinfo6;;;;;tmux (<< 3.3a-4);
libudev1;;;libidn2-0;;;
libuuid1;libuuid1t64 (= 2.41.5-0+deb13u1);;uuid-runtime;;libuuid1t64 (<< 2.41.5-0+deb13u1);libuuid1t64
login.defs;;;;;;login (<< 1:4.16.0-2~)
mawk;awk;;;;;
mount;;;nfs-common;;;
ncurses-base;ncurses-runtime;;;;cryptsetup-initramfs (<< 2:2.6.1), ncurses-term (<< 6.4+20230625), neovim (<< 0.6.0), vim-common (<< 2:9.0.1000-2);ncurses-term (<< 6.4+20230603)
openssl-provider-legacy;;;;;libssl3 (<< 3.3.1-5), libssl3t64 (<< 3.3.1-5);libssl3 (<< 3.3.1-5), libssl3t64 (<< 3.3.1-5)
passwd;;sensible-utils;;;;login (<< 1:4.16.0-2~)
perl-base;libfile-path-perl (= 2.18), libfile-temp-perl (= 0.2311), libio-socket-ip-perl (= 0.42), libscalar-list-utils-perl (= 1:1.63), libsocket-perl (= 2.038), libxsloader-perl (= 0.32), perlapi-5.40.0, perlapi-5.40.1;;perl, sensible-utils;defoma (<< 0.11.12), doc-base (<< 0.10.3), mono-gac (<< 2.10.8.1-3), safe-rm (<< 0.8), update-inetd (<< 4.41);amanda-common (<< 1:3.3.9-2), backuppc (<< 4.4.0-7~), bucardo (<< 5.5.0-1.1), debconf (<< 1.5.61), dh-haskell (<< 0.3), duck (<< 0.14.1), intltool (<< 0.51.0-4), kio-perldoc (<< 20.04.1-1), latexml (<< 0.8.4-2), libdevel-mat-dumper-perl (<< 0.42-3), libencode-arabic-perl (<< 14.2-2), libexception-class-perl (<< 1.42), libfile-path-perl (<< 2.18), libfile-spec-perl (<< 3.9100), libfile-temp-perl (<< 0.2311), libgnupg-interface-perl (<< 1.02-4), libio-socket-ip-perl (<< 0.42), liblexical-failure-perl (<< 0.001000), libmp3-tag-perl (<< 1.13-1.2), libnumber-format-perl (<< 1.76), libsbuild-perl (<< 0.67.0-1), libscalar-list-utils-perl (<< 1:1.63), libsocket-perl (<< 2.038), libur-perl (<< 0.470+ds-3), libxsloader-perl (<< 0.32), mailagent (<< 1:3.1-81-2), perl (<< 5.40.1~), perl-modules (<< 5.40.1~), pod2pdf (<< 0.42-5.1), slic3r (<< 1.2.9+dfsg-6.1), slic3r-prusa (<< 1.37.0+dfsg-1.1), texinfo (<< 6.1.0.dfsg.1-8);libfile-path-perl (<< 2.18), libfile-temp-perl (<< 0.2311), libio-socket-ip-perl (<< 0.42), libscalar-list-utils-perl (<< 1:1.63), libsocket-perl (<< 2.038), libxsloader-perl (<< 0.32), perl (<< 5.10.1-12), perl-modules (<< 5.20.1-3)
sysvinit-utils;lsb-base (= 11.1.0);;;lsb-base (<< 11.3~);;lsb-base
tar;;;bzip2, ncompress, xz-utils, tar-scripts, tar-doc;cpio (<= 2.4.2-38);dpkg-dev (<< 1.14.26);cpio (<< 2.4.2-39)
tzdata;tzdata-trixie;;;;tzdata-legacy (= 2023c-8), tzdata-legacy (= 2023c-9);tzdata-legacy (= 2023c-8), tzdata-legacy (= 2023c-9)
util-linux;hardlink;sensible-utils;dosfstools, kbd, util-linux-extra, util-linux-locales, wtmpdb;hardlink;;hardlink
zlib1g;libz1;;;zlib1 (<= 1:1.0.4-7);libxml2 (<< 2.7.6.dfsg-2), texlive-binaries (<< 2023.20230311.66589-8);
`,
  tree: `
D 755 boot dev etc etc/alternatives etc/apt etc/apt/apt.conf.d etc/apt/auth.conf.d etc/apt/keyrings
D 755 etc/apt/preferences.d etc/apt/trusted.gpg.d etc/cron.daily etc/default etc/dpkg etc/dpkg/dpkg.cfg.d
D 755 etc/dpkg/origins etc/kernel etc/kernel/postinst.d etc/ld.so.conf.d etc/logrotate.d etc/opt etc/pam.d
D 755 etc/profile.d etc/rc0.d etc/rc1.d etc/rc2.d etc/rc3.d etc/rc4.d etc/rc5.d etc/rc6.d etc/rcS.d
D 755 etc/security etc/security/limits.d etc/security/namespace.d etc/selinux etc/skel etc/systemd
D 755 etc/systemd/system etc/systemd/user etc/terminfo etc/update-motd.d home media mnt opt proc run srv sys
D 755 usr usr/bin usr/games usr/include usr/lib usr/lib/apt usr/lib/apt/methods usr/lib/apt/planners
D 755 usr/lib/apt/solvers usr/lib/dpkg usr/lib/dpkg/methods usr/lib/dpkg/methods/apt usr/lib/init
D 755 usr/lib/locale usr/lib/locale/C.utf8 usr/lib/lsb usr/lib/lsb/init-functions.d usr/lib/mime
D 755 usr/lib/mime/packages usr/lib/systemd usr/lib/systemd/system usr/lib/tmpfiles.d usr/lib/x86_64-linux-gnu
D 755 usr/lib/x86_64-linux-gnu/engines-3 usr/lib/x86_64-linux-gnu/gconv usr/lib/x86_64-linux-gnu/ossl-modules
D 755 usr/lib/x86_64-linux-gnu/perl-base usr/lib/x86_64-linux-gnu/security usr/lib64 usr/libexec
D 755 usr/libexec/coreutils usr/libexec/dpkg usr/local usr/local/bin usr/local/etc usr/local/games
D 755 usr/local/include usr/local/lib usr/local/libexec usr/local/sbin usr/local/share usr/local/share/man
D 755 usr/local/src usr/sbin usr/share usr/share/apt usr/share/base-files usr/share/base-passwd
D 755 usr/share/bash-completion usr/share/bug usr/share/common-licenses usr/share/debconf
D 755 usr/share/debianutils usr/share/dict usr/share/doc usr/share/doc/apt usr/share/doc/base-files
D 755 usr/share/doc/base-passwd usr/share/doc/bash usr/share/doc/bsdutils usr/share/doc/coreutils
D 755 usr/share/doc/dash usr/share/doc/debconf usr/share/doc/debian-archive-keyring usr/share/doc/debianutils
D 755 usr/share/doc/diffutils usr/share/doc/dpkg usr/share/doc/findutils usr/share/doc/gcc-14-base
D 755 usr/share/doc/grep usr/share/doc/gzip usr/share/doc/hostname usr/share/doc/init-system-helpers
D 755 usr/share/doc/libacl1 usr/share/doc/libapt-pkg7.0 usr/share/doc/libattr1 usr/share/doc/libaudit-common
D 755 usr/share/doc/libaudit1 usr/share/doc/libblkid1 usr/share/doc/libbsd0 usr/share/doc/libbz2-1.0
D 755 usr/share/doc/libc-bin usr/share/doc/libc6 usr/share/doc/libcap-ng0 usr/share/doc/libcap2
D 755 usr/share/doc/libcrypt1 usr/share/doc/libdb5.3t64 usr/share/doc/libdebconfclient0 usr/share/doc/libgmp10
D 755 usr/share/doc/libhogweed6t64 usr/share/doc/liblastlog2-2 usr/share/doc/liblz4-1 usr/share/doc/liblzma5
D 755 usr/share/doc/libmd0 usr/share/doc/libmount1 usr/share/doc/libnettle8t64 usr/share/doc/libpam-modules
D 755 usr/share/doc/libpam-modules-bin usr/share/doc/libpam-runtime usr/share/doc/libpam0g
D 755 usr/share/doc/libpcre2-8-0 usr/share/doc/libseccomp2 usr/share/doc/libselinux1
D 755 usr/share/doc/libsemanage-common usr/share/doc/libsemanage2 usr/share/doc/libsepol2
D 755 usr/share/doc/libsmartcols1 usr/share/doc/libsqlite3-0 usr/share/doc/libssl3t64
D 755 usr/share/doc/libsystemd0 usr/share/doc/libtinfo6 usr/share/doc/libudev1 usr/share/doc/libuuid1
D 755 usr/share/doc/libxxhash0 usr/share/doc/libzstd1 usr/share/doc/login usr/share/doc/login.defs
D 755 usr/share/doc/mawk usr/share/doc/mount usr/share/doc/ncurses-base usr/share/doc/ncurses-bin
D 755 usr/share/doc/openssl-provider-legacy usr/share/doc/passwd usr/share/doc/perl usr/share/doc/perl-base
D 755 usr/share/doc/sed usr/share/doc/sqv usr/share/doc/sysvinit-utils usr/share/doc/tar usr/share/doc/tzdata
D 755 usr/share/doc/util-linux usr/share/doc/zlib1g usr/share/doc-base usr/share/dpkg usr/share/dpkg/sh
D 755 usr/share/fish usr/share/fish/completions usr/share/gcc usr/share/gdb usr/share/keyrings
D 755 usr/share/libc-bin usr/share/lintian usr/share/menu usr/share/misc usr/share/pam usr/share/pam-configs
D 755 usr/share/perl5 usr/share/pixmaps usr/share/polkit-1 usr/share/tabset usr/share/terminfo
D 755 usr/share/terminfo/E usr/share/terminfo/a usr/share/terminfo/c usr/share/terminfo/d usr/share/terminfo/h
D 755 usr/share/terminfo/l usr/share/terminfo/m usr/share/terminfo/p usr/share/terminfo/r usr/share/terminfo/s
D 755 usr/share/terminfo/t usr/share/terminfo/v usr/share/terminfo/w usr/share/terminfo/x usr/share/util-linux
D 755 usr/share/util-linux/logcheck usr/share/util-linux/logcheck/ignore.d.server usr/share/zoneinfo
D 755 usr/share/zsh usr/share/zsh/vendor-completions usr/src var var/backups var/cache var/lib var/lib/apt
D 755 var/lib/dpkg var/lib/dpkg/alternatives var/lib/dpkg/info var/lib/dpkg/parts var/lib/dpkg/triggers
D 755 var/lib/dpkg/updates var/lib/misc var/lib/pam var/lib/systemd var/local var/log var/opt var/spool
D 700 root
D 1777 tmp var/tmp
D 2775 var/mail
L . bin=usr/bin lib=usr/lib lib64=usr/lib64 sbin=usr/sbin
S 644 etc/alternatives README=100
L etc/alternatives awk=/usr/bin/mawk nawk=/usr/bin/mawk pager=/bin/more rmt=/usr/sbin/rmt-tar
L etc/alternatives which=/usr/bin/which.debianutils
S 644 etc/apt/trusted.gpg.d debian-archive-bookworm-automatic.asc=11861
S 644 etc/apt/trusted.gpg.d debian-archive-bookworm-security-automatic.asc=11873
S 644 etc/apt/trusted.gpg.d debian-archive-bookworm-stable.asc=461 debian-archive-bullseye-automatic.asc=11861
S 644 etc/apt/trusted.gpg.d debian-archive-bullseye-security-automatic.asc=11873
S 644 etc/apt/trusted.gpg.d debian-archive-bullseye-stable.asc=3403 debian-archive-trixie-automatic.asc=11861
S 644 etc/apt/trusted.gpg.d debian-archive-trixie-security-automatic.asc=11873
S 644 etc/apt/trusted.gpg.d debian-archive-trixie-stable.asc=1384
S 644 etc bindresvport.blacklist=367 debconf.conf=2967 gai.conf=2584 ld.so.conf=34 libaudit.conf=191
S 644 etc login.defs=5939 pam.conf=552 subgid=0 subuid=0 xattr.conf=681
S 755 etc/cron.daily apt-compat=1478 dpkg=123
S 644 etc/default nss=1756 useradd=1117
S 644 etc/dpkg dpkg.cfg=446
S 644 etc/dpkg/origins debian=83
L etc/dpkg/origins default=debian
S 644 etc/ld.so.conf.d libc.conf=44 x86_64-linux-gnu.conf=100
L etc localtime=/usr/share/zoneinfo/Etc/UTC rmt=/usr/sbin/rmt
S 644 etc/logrotate.d alternatives=120 apt=173 dpkg=112
S 644 etc/pam.d chfn=384 chpasswd=92 chsh=581 common-account=1208 common-auth=1214 common-password=1620
S 644 etc/pam.d common-session=1180 common-session-noninteractive=1221 login=3974 newusers=92 other=520
S 644 etc/pam.d passwd=92 runuser=143 runuser-l=138 su=2259 su-l=137
S 644 etc/security access.conf=4671 faillock.conf=2234 group.conf=3635 limits.conf=2752 namespace.conf=1637
S 644 etc/security pam_env.conf=2971 pwhistory.conf=512 sepermit.conf=418 time.conf=2179
S 755 etc/security namespace.init=1971
S 600 etc/security opasswd=0
S 644 etc/selinux semanage.conf=2065
S 644 etc/skel .bash_logout=220
S 644 etc/terminfo README=212
P 755 usr/bin = [=55720 b2sum=63944 basenc=59816 bashbug=6944 chcon=80296 choom=55688 clear_console=14488
P 755 usr/bin = csplit=59848 deb-systemd-helper=24358 deb-systemd-invoke=7135 debconf=2870
P 755 usr/bin = debconf-apt-progress=11846 debconf-communicate=623 debconf-copydb=1718 debconf-escape=668
P 755 usr/bin = debconf-set-selections=3216 debconf-show=1825 diff3=72848 dir=158632 dircolors=55752
P 755 usr/bin = findmnt=102296 fmt=51624 getconf=26920 getent=35480 gzexe=6469 hardlink=63976 iconv=68032
P 755 usr/bin = infocmp=67904 ipcmk=35280 ischroot=14752 join=59880 ldd=5356 locale=46656 localedef=310328
P 755 usr/bin = lsblk=248208 lscpu=170384 lsipc=113032 lslocks=80696 lslogins=113032 lsmem=72072 lsns=92560
P 755 usr/bin = mcookie=39376 namei=39304 numfmt=68072 partx=137616 pathchk=43432 perl=3935376
P 755 usr/bin = perl5.40.1=3935376 pinky=59848 pldd=22904 pr=80392 prlimit=43928 ptx=63976 rename.ul=31112
P 755 usr/bin = rgrep=30 runcon=47528 savelog=10487 scriptlive=67976 sdiff=68704 setterm=47496 sha224sum=55752
P 755 usr/bin = sha384sum=55752 sqv=1870376 stdbuf=47528 tabs=18672 tempfile=14576 tic=96608 toe=22768
P 755 usr/bin = tput=30992 tset=30968 tzselect=21877 uclampset=72072 update-alternatives=59712 vdir=158632
P 755 usr/bin = wdctl=76168 whereis=31112 zcmp=1678 zdiff=6436 zdump=26840 zegrep=29 zfgrep=29 zforce=2076
P 755 usr/bin = zgrep=8199 zless=2434 zmore=1837 znew=4862
P 755 usr/bin apt apt=18752 apt-cache=92552 apt-cdrom=27016 apt-config=31040 apt-get=59784 apt-mark=63880
P 755 usr/bin busybox arch=43464 base32=47528 base64=47528 basename=43432 cat=47592 chgrp=76232 chmod=72136
P 755 usr/bin busybox chown=76232 chrt=72072 cksum=137672 clear=14584 cmp=56272 comm=47560 cp=149960 cut=55752
P 755 usr/bin busybox date=100808 dd=76272 df=109488 diff=163440 dirname=43432 dmesg=90840 du=113096
P 755 usr/bin busybox echo=43432 egrep=41 env=56144 expand=47560 expr=51624 factor=76232 fallocate=35208
P 755 usr/bin busybox false=43432 fgrep=41 find=233040 flock=35288 fold=47528 getopt=35208 grep=203152
P 755 usr/bin busybox groups=43432 gunzip=2335 gzip=102200 head=51656 hostid=43432 hostname=26776 id=51656
P 755 usr/bin busybox install=154096 ionice=35208 ipcrm=80264 ipcs=84360 link=43432 ln=76240 logger=60392
P 755 usr/bin busybox login=92552 logname=43432 ls=158632 mawk=170664 md5sum=55752 mkdir=88488 mkfifo=76200
P 755 usr/bin busybox mknod=84392 mktemp=47528 more=63888 mountpoint=18824 mv=149960 nice=43432 nl=51720
P 755 usr/bin busybox nohup=47528 nproc=47528 nsenter=88728 od=84424 paste=47560 printenv=43432 printf=68008
P 755 usr/bin busybox pwd=43432 readlink=55720 realpath=55752 renice=14720 rev=14728 rm=76232 rmdir=43432
P 755 usr/bin busybox run-parts=27392 script=80264 scriptreplay=47496 sed=130520 seq=47528 setarch=88736
P 755 usr/bin busybox setpriv=92560 setsid=14728 sha1sum=55752 sha256sum=55752 sha512sum=55752 shred=68040
P 755 usr/bin busybox shuf=63912 sleep=43432 sort=121552 split=72560 stat=104904 stty=76232 sum=51632
P 755 usr/bin busybox sync=43432 tac=47528 tail=80360 tar=458280 taskset=67976 tee=47560 test=47528
P 755 usr/bin busybox timeout=47984 touch=88520 tr=59816 true=43432 truncate=47528 tsort=59816 tty=43432
P 755 usr/bin busybox uname=43464 unexpand=47560 uniq=55752 unlink=43432 unshare=92792 users=51624 wall=47496
P 755 usr/bin busybox wc=68048 which.debianutils=1080 who=63944 whoami=43432 xargs=76232 yes=43432 zcat=1973
L usr/bin awk=/etc/alternatives/awk captoinfo=tic dnsdomainname=hostname domainname=hostname i386=setarch
L usr/bin infotocap=tic ld.so=../lib64/ld-linux-x86-64.so.2 linux32=setarch linux64=setarch
L usr/bin nawk=/etc/alternatives/nawk nisdomainname=hostname pager=/etc/alternatives/pager
L usr/bin pidof=../sbin/killall5 rbash=bash reset=tset sg=newgrp sh=dash uncompress=gunzip
L usr/bin which=/etc/alternatives/which x86_64=setarch ypdomainname=hostname
P 755 usr/bin bash bash=1298416
P 2755 usr/bin = chage=113848 expiry=31256
P 4755 usr/bin = chfn=70888 chsh=52936 gpasswd=88568 newgrp=18816
P 755 usr/bin dash dash=129736
P 755 usr/bin dpkg dpkg=326704 dpkg-deb=182816 dpkg-divert=162584 dpkg-maintscript-helper=21124
P 755 usr/bin dpkg dpkg-query=174864 dpkg-realpath=59728 dpkg-split=145904 dpkg-statoverride=88584
P 755 usr/bin dpkg dpkg-trigger=92672
P 4755 usr/bin busybox mount=72072 passwd=118168 su=84360 umount=55688
S 755 usr/lib/apt apt-extracttemplates=27016 apt-helper=43568 apt.systemd.daily=16325
S 644 usr/lib/apt/methods strata-stand-in=992720
L usr/lib/apt/planners dump=../solvers/dump
S 755 usr/lib/apt/solvers dump=22848
S 644 usr/lib/dpkg/methods/apt desc.apt=567 names=39
S 755 usr/lib/dpkg/methods/apt install=2861 setup=7751 update=1242
S 755 usr/lib/init init-d-script=7042
S 644 usr/lib/init vars.sh=1358
S 644 usr/lib/lsb init-functions=11329
S 644 usr/lib/lsb/init-functions.d 00-verbose=658
S 644 usr/lib/mime/packages tar=321 util-linux=90
S 644 usr/lib/tmpfiles.d libselinux1.conf=112 passwd.conf=239
S 644 usr/lib/x86_64-linux-gnu/engines-3 afalg.so=22832 loader_attic.so=51936 padlock.so=26688
S 644 usr/lib/x86_64-linux-gnu/gconv strata-stand-in=8070846
S 755 usr/lib/x86_64-linux-gnu ld-linux-x86-64.so.2=225672 libc.so.6=1995216
S 644 usr/lib/x86_64-linux-gnu libBrokenLocale.so.1=14552 libacl.so.1.1.2302=38832 libanl.so.1=14408
S 644 usr/lib/x86_64-linux-gnu libapt-pkg.so.7.0.0=2580592 libapt-private.so.0.0.0=781480
S 644 usr/lib/x86_64-linux-gnu libattr.so.1.1.2502=26544 libaudit.so.1.0.0=174008 libblkid.so.1.1.0=396256
S 644 usr/lib/x86_64-linux-gnu libbsd.so.0.12.2=84904 libbz2.so.1.0.4=74688 libc_malloc_debug.so.0=53904
S 644 usr/lib/x86_64-linux-gnu libcap-ng.so.0.0.0=30632 libcap.so.2.75=47288 libcrypt.so.1.1.0=206776
S 644 usr/lib/x86_64-linux-gnu libcrypto.so.3=6525504 libdb-5.3.so=1864304 libdebconfclient.so.0.0.0=14448
S 644 usr/lib/x86_64-linux-gnu libdl.so.2=14408 libdrop_ambient.so.0.0.0=14256 libgcc_s.so.1=182856
S 644 usr/lib/x86_64-linux-gnu libgmp.so.10.5.0=566080 libhogweed.so.6.10=305144 liblastlog2.so.2.0.0=18424
S 644 usr/lib/x86_64-linux-gnu liblz4.so.1.10.0=154096 liblzma.so.5.8.1=198832 libm.so.6=977112
S 644 usr/lib/x86_64-linux-gnu libmd.so.0.1.0=59472 libmemusage.so=18640 libmount.so.1.1.0=502512
S 644 usr/lib/x86_64-linux-gnu libmvec.so.1=1018072 libnettle.so.8.10=346216 libnsl.so.1=96472
S 644 usr/lib/x86_64-linux-gnu libnss_compat.so.2=43664 libnss_dns.so.2=14336 libnss_files.so.2=14336
S 644 usr/lib/x86_64-linux-gnu libnss_hesiod.so.2=26840 libpam.so.0.85.1=67584 libpam_misc.so.0.82.1=14432
S 644 usr/lib/x86_64-linux-gnu libpamc.so.0.82.1=18504 libpcprofile.so=14472 libpcre2-8.so.0.14.0=711216
S 644 usr/lib/x86_64-linux-gnu libpsx.so.2.75=18496 libpthread.so.0=14408 libresolv.so.2=59840
S 644 usr/lib/x86_64-linux-gnu librt.so.1=14552 libseccomp.so.2.6.0=182560 libselinux.so.1=202984
S 644 usr/lib/x86_64-linux-gnu libsemanage.so.2=288768 libsepol.so.2=825456 libsmartcols.so.1.1.0=313496
S 644 usr/lib/x86_64-linux-gnu libsqlite3.so.0.8.6=1571096 libssl.so.3=1109952 libstdc++.so.6.0.33=2497768
S 644 usr/lib/x86_64-linux-gnu libsystemd.so.0.40.0=1131784 libthread_db.so.1=47840 libtic.so.6.5=71768
S 644 usr/lib/x86_64-linux-gnu libtinfo.so.6.5=220464 libudev.so.1.7.10=280936 libutil.so.1=14408
S 644 usr/lib/x86_64-linux-gnu libuuid.so.1.3.0=39048 libxxhash.so.0.8.3=71592 libz.so.1.3.1=125376
S 644 usr/lib/x86_64-linux-gnu libzstd.so.1.5.7=825336
L usr/lib/x86_64-linux-gnu libacl.so.1=libacl.so.1.1.2302 libapt-pkg.so.7.0=libapt-pkg.so.7.0.0
L usr/lib/x86_64-linux-gnu libapt-private.so.0.0=libapt-private.so.0.0.0 libattr.so.1=libattr.so.1.1.2502
L usr/lib/x86_64-linux-gnu libaudit.so.1=libaudit.so.1.0.0 libblkid.so.1=libblkid.so.1.1.0
L usr/lib/x86_64-linux-gnu libbsd.so.0=libbsd.so.0.12.2 libbz2.so.1=libbz2.so.1.0.4
L usr/lib/x86_64-linux-gnu libbz2.so.1.0=libbz2.so.1.0.4 libcap-ng.so.0=libcap-ng.so.0.0.0
L usr/lib/x86_64-linux-gnu libcap.so.2=libcap.so.2.75 libcrypt.so.1=libcrypt.so.1.1.0
L usr/lib/x86_64-linux-gnu libdebconfclient.so.0=libdebconfclient.so.0.0.0
L usr/lib/x86_64-linux-gnu libdrop_ambient.so.0=libdrop_ambient.so.0.0.0 libgmp.so.10=libgmp.so.10.5.0
L usr/lib/x86_64-linux-gnu libhogweed.so.6=libhogweed.so.6.10 liblastlog2.so.2=liblastlog2.so.2.0.0
L usr/lib/x86_64-linux-gnu liblz4.so.1=liblz4.so.1.10.0 liblzma.so.5=liblzma.so.5.8.1
L usr/lib/x86_64-linux-gnu libmd.so.0=libmd.so.0.1.0 libmount.so.1=libmount.so.1.1.0
L usr/lib/x86_64-linux-gnu libnettle.so.8=libnettle.so.8.10 libpam.so.0=libpam.so.0.85.1
L usr/lib/x86_64-linux-gnu libpam_misc.so.0=libpam_misc.so.0.82.1 libpamc.so.0=libpamc.so.0.82.1
L usr/lib/x86_64-linux-gnu libpcre2-8.so.0=libpcre2-8.so.0.14.0 libpsx.so.2=libpsx.so.2.75
L usr/lib/x86_64-linux-gnu libseccomp.so.2=libseccomp.so.2.6.0 libsmartcols.so.1=libsmartcols.so.1.1.0
L usr/lib/x86_64-linux-gnu libsqlite3.so.0=libsqlite3.so.0.8.6 libstdc++.so.6=libstdc++.so.6.0.33
L usr/lib/x86_64-linux-gnu libsystemd.so.0=libsystemd.so.0.40.0 libtic.so.6=libtic.so.6.5
L usr/lib/x86_64-linux-gnu libtinfo.so.6=libtinfo.so.6.5 libudev.so.1=libudev.so.1.7.10
L usr/lib/x86_64-linux-gnu libuuid.so.1=libuuid.so.1.3.0 libxxhash.so.0=libxxhash.so.0.8.3
L usr/lib/x86_64-linux-gnu libz.so.1=libz.so.1.3.1 libzstd.so.1=libzstd.so.1.5.7
S 644 usr/lib/x86_64-linux-gnu/ossl-modules legacy.so=141224
S 644 usr/lib/x86_64-linux-gnu/perl-base strata-stand-in=3498108
S 644 usr/lib/x86_64-linux-gnu/security strata-stand-in=823872
L usr/lib64 ld-linux-x86-64.so.2=../lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
S 755 usr/libexec/coreutils libstdbuf.so=14328
S 755 usr/libexec/dpkg dpkg-db-backup=2546 dpkg-db-keeper=1568
L usr/local man=share/man
P 755 usr/sbin busybox add-shell=1053 blkdiscard=35208 blkid=141736 blockdev=96648 chpasswd=97368 chroot=51624
P 755 usr/sbin busybox findfs=14728 fsck=59784 fsfreeze=14728 fstrim=88456 killall5=26944 losetup=133664
P 755 usr/sbin busybox mkswap=137616 nologin=22912 pivot_root=14728 readprofile=35248 remove-shell=1111
P 755 usr/sbin busybox rtcwake=55688 start-stop-daemon=44464 sulogin=59792 swapoff=51584 swapon=59784
P 755 usr/sbin busybox switch_root=18824
P 755 usr/sbin = agetty=110152 blkzone=92552 chcpu=47496 chgpasswd=68016 chmem=72072 faillock=22776
P 755 usr/sbin = fstab-decode=14576 groupadd=105632 groupdel=93176 groupmod=105624 grpck=63928 grpconv=59672
P 755 usr/sbin = grpunconv=59672 iconvconfig=31128 installkernel=2711 invoke-rc.d=16517 isosize=35208
P 755 usr/sbin = ldattach=35208 ldconfig=988168 mkfs=14728 mkhomedir_helper=14600 newusers=109536
P 755 usr/sbin = pam-auth-update=21441 pam_getenv=2890 pam_namespace_helper=467 pam_timestamp_check=14584
P 755 usr/sbin = pwck=59784 pwconv=55560 pwhistory_helper=22776 pwunconv=55576 rmt-tar=64704 runuser=84360
P 755 usr/sbin = service=9215 shadowconfig=1983 swaplabel=18824 tarcat=936 unix_update=43256
P 755 usr/sbin = update-passwd=39416 update-rc.d=18147 update-shells=4066 useradd=159640 userdel=113728
P 755 usr/sbin = usermod=147192 vipw=74520 wipefs=51592 zic=63816 zramctl=137736
P 755 usr/sbin dpkg dpkg-preconfigure=4563 dpkg-reconfigure=4536
L usr/sbin getty=agetty rmt=/etc/alternatives/rmt vigr=vipw
P 2755 usr/sbin = unix_chkpwd=43256
S 644 usr/share/apt default-sequoia.config=541
S 644 usr/share/base-files dot.bashrc=607 dot.profile=132 dot.profile.md5sums=146 info.dir=781 motd=286
S 644 usr/share/base-files profile=828 profile.md5sums=697 staff-group-for-usr-local=772
S 644 usr/share/debconf confmodule=3716 confmodule.sh=2736 debconf.conf=414
S 755 usr/share/debconf fix_db.pl=2011 frontend=2515
S 644 usr/share/doc/apt copyright=8011
S 644 usr/share/doc/base-files copyright=1696
S 644 usr/share/doc/base-passwd copyright=798
S 644 usr/share/doc/bash copyright=9764
S 644 usr/share/doc/bsdutils copyright=30341
S 644 usr/share/doc/coreutils copyright=5572
S 644 usr/share/doc/dash copyright=3878
S 644 usr/share/doc/debconf copyright=2764
S 644 usr/share/doc/debian-archive-keyring copyright=1243
S 644 usr/share/doc/debianutils copyright=9062
S 644 usr/share/doc/diffutils copyright=16445
S 644 usr/share/doc/dpkg copyright=5661
S 644 usr/share/doc/findutils copyright=24411
S 644 usr/share/doc/gcc-14-base copyright=69004
S 644 usr/share/doc/grep copyright=1807
S 644 usr/share/doc/gzip copyright=2895
S 644 usr/share/doc/hostname copyright=1273
S 644 usr/share/doc/init-system-helpers copyright=3133
S 644 usr/share/doc/libacl1 copyright=2048
S 644 usr/share/doc/libapt-pkg7.0 copyright=8011
S 644 usr/share/doc/libattr1 copyright=1947
S 644 usr/share/doc/libaudit-common copyright=1596
S 644 usr/share/doc/libaudit1 copyright=1596
S 644 usr/share/doc/libblkid1 copyright=30341
S 644 usr/share/doc/libbsd0 copyright=22378
S 644 usr/share/doc/libbz2-1.0 copyright=2228
S 644 usr/share/doc/libc-bin copyright=51200
S 644 usr/share/doc/libc6 copyright=51200
S 644 usr/share/doc/libcap-ng0 copyright=1621
S 644 usr/share/doc/libcap2 copyright=4496
S 644 usr/share/doc/libcrypt1 copyright=6010
S 644 usr/share/doc/libdb5.3t64 copyright=17177
S 644 usr/share/doc/libdebconfclient0 copyright=5856
L usr/share/doc libgcc-s1=gcc-14-base libstdc++6=gcc-14-base
S 644 usr/share/doc/libgmp10 copyright=4153
S 644 usr/share/doc/libhogweed6t64 copyright=24407
S 644 usr/share/doc/liblastlog2-2 copyright=30341
S 644 usr/share/doc/liblz4-1 copyright=3737
S 644 usr/share/doc/liblzma5 copyright=11875
S 644 usr/share/doc/libmd0 copyright=8018
S 644 usr/share/doc/libmount1 copyright=30341
S 644 usr/share/doc/libnettle8t64 copyright=24407
S 644 usr/share/doc/libpam-modules copyright=9727
S 644 usr/share/doc/libpam-modules-bin copyright=9727
S 644 usr/share/doc/libpam-runtime copyright=9727
S 644 usr/share/doc/libpam0g copyright=9727
S 644 usr/share/doc/libpcre2-8-0 copyright=6627
S 644 usr/share/doc/libseccomp2 copyright=1429
S 644 usr/share/doc/libselinux1 copyright=1957
S 644 usr/share/doc/libsemanage-common copyright=1921
S 644 usr/share/doc/libsemanage2 copyright=1921
S 644 usr/share/doc/libsepol2 copyright=3750
S 644 usr/share/doc/libsmartcols1 copyright=30341
S 644 usr/share/doc/libsqlite3-0 copyright=1770
S 644 usr/share/doc/libssl3t64 copyright=2543
S 644 usr/share/doc/libsystemd0 copyright=12521
S 644 usr/share/doc/libtinfo6 copyright=4670
S 644 usr/share/doc/libudev1 copyright=12521
S 644 usr/share/doc/libuuid1 copyright=30341
S 644 usr/share/doc/libxxhash0 copyright=3213
S 644 usr/share/doc/libzstd1 copyright=5332
S 644 usr/share/doc/login copyright=30341
S 644 usr/share/doc/login.defs copyright=5869
S 644 usr/share/doc/mawk copyright=22806
S 644 usr/share/doc/mount copyright=30341
S 644 usr/share/doc/ncurses-base copyright=4670
S 644 usr/share/doc/ncurses-bin copyright=4670
S 644 usr/share/doc/openssl-provider-legacy copyright=2543
S 644 usr/share/doc/passwd copyright=5869
S 644 usr/share/doc/perl-base copyright=109644
S 644 usr/share/doc/sed copyright=8618
S 644 usr/share/doc/sqv copyright=957
S 644 usr/share/doc/sysvinit-utils copyright=5881
S 644 usr/share/doc/tar copyright=6560
S 644 usr/share/doc/tzdata copyright=375
S 644 usr/share/doc/util-linux copyright=30341
S 644 usr/share/doc/zlib1g copyright=2927
S 644 usr/share/doc-base base-passwd.users-and-groups=423 findutils.findutils=323
S 644 usr/share/dpkg abitable=352 cputable=2062 ostable=1880 tupletable=2729
S 644 usr/share/dpkg/sh dpkg-error.sh=3228
S 644 usr/share/fish/completions sqv.fish=876
S 644 usr/share/keyrings strata-stand-in=184472
S 644 usr/share/libc-bin nsswitch.conf=494
S 644 usr/share/menu bash=194 dash=108
S 644 usr/share/pam common-account=1175 common-account.md5sums=107 common-auth=1194 common-auth.md5sums=159
S 644 usr/share/pam common-password=1594 common-password.md5sums=357 common-session=1151
S 644 usr/share/pam common-session-noninteractive=1206 common-session-noninteractive.md5sums=46
S 644 usr/share/pam common-session.md5sums=174
S 644 usr/share/pam-configs mkhomedir=154 unix=672
S 644 usr/share/perl5 strata-stand-in=176065
S 644 usr/share/pixmaps debian-logo.png=1206
S 644 usr/share/polkit-1 strata-stand-in=4511
S 644 usr/share/tabset std=135 stdcrt=95 vt100=160 vt300=64
S 644 usr/share/terminfo/E Eterm=2224
L usr/share/terminfo/E Eterm-color=Eterm
S 644 usr/share/terminfo/a ansi=1481
S 644 usr/share/terminfo/c cons25=1502 cygwin=1518
S 644 usr/share/terminfo/d dumb=308
S 644 usr/share/terminfo/h hurd=1570
S 644 usr/share/terminfo/l linux=1740
S 644 usr/share/terminfo/m mach=635 mach-bold=669 mach-color=1113 mach-gnu=1073 mach-gnu-color=1339
S 644 usr/share/terminfo/p pcansi=1198
S 644 usr/share/terminfo/r rxvt=2234 rxvt-basic=2137 rxvt-unicode=2508 rxvt-unicode-256color=2534
L usr/share/terminfo/r rxvt-m=rxvt-basic
S 644 usr/share/terminfo/s screen=1607 screen-256color=1747 screen-256color-bce=1759 screen-bce=1619
S 644 usr/share/terminfo/s screen-s=1641 screen-w=1623 screen.xterm-256color=3681 sun=1004
S 644 usr/share/terminfo/t tmux=3316 tmux-256color=3458
S 644 usr/share/terminfo/v vt100=1282 vt102=1276 vt220=1391 vt52=839
S 644 usr/share/terminfo/w wsvt25=1595 wsvt25m=1605
S 644 usr/share/terminfo/x xterm=3977 xterm-256color=4071 xterm-color=1551 xterm-mono=1489 xterm-r5=1301
S 644 usr/share/terminfo/x xterm-r6=1491 xterm-vt220=2476 xterm-xfree86=2240
L usr/share/terminfo/x xterm-debian=xterm
S 644 usr/share/util-linux/logcheck/ignore.d.server util-linux=155
S 644 usr/share/zsh/vendor-completions _sqv=1745
S 644 var/lib/dpkg/alternatives awk=207 builtins.7.gz=83 pager=107 rmt=113 which=787
S 644 var/lib/dpkg arch-native=6
S 644 var/lib shells.state=84
L var lock=/run/lock run=/run
L var/spool mail=../mail
`,
  large: `
D 755 usr/share/info usr/share/locale usr/share/locale/de usr/share/locale/de/LC_MESSAGES
D 755 usr/share/locale/de/LC_TIME usr/share/locale/es usr/share/locale/es/LC_MESSAGES
D 755 usr/share/locale/es/LC_TIME usr/share/locale/fr usr/share/locale/fr/LC_MESSAGES
D 755 usr/share/locale/fr/LC_TIME usr/share/locale/it usr/share/locale/it/LC_MESSAGES
D 755 usr/share/locale/it/LC_TIME usr/share/locale/ja usr/share/locale/ja/LC_MESSAGES
D 755 usr/share/locale/ja/LC_TIME usr/share/locale/pt_BR usr/share/locale/pt_BR/LC_MESSAGES
D 755 usr/share/locale/pt_BR/LC_TIME usr/share/locale/ru usr/share/locale/ru/LC_MESSAGES
D 755 usr/share/locale/ru/LC_TIME usr/share/locale/zh_CN usr/share/locale/zh_CN/LC_MESSAGES
D 755 usr/share/locale/zh_CN/LC_TIME usr/share/man usr/share/man/man1 usr/share/man/man5 usr/share/man/man7
D 755 usr/share/man/man8
S 644 usr/share/doc/apt changelog.gz=32058
S 644 usr/share/doc/base-files changelog.gz=19165
S 644 usr/share/doc/base-passwd changelog.gz=2499
S 644 usr/share/doc/bash changelog.Debian.amd64.gz=244 changelog.Debian.gz=2454 changelog.gz=126824
S 644 usr/share/doc/bsdutils changelog.Debian.gz=13778 changelog.gz=113
S 644 usr/share/doc/coreutils changelog.Debian.gz=2014 changelog.gz=154902
S 644 usr/share/doc/dash changelog.Debian.gz=3198 changelog.gz=7388
S 644 usr/share/doc/debconf changelog.gz=3482
S 644 usr/share/doc/debian-archive-keyring changelog.gz=1195
S 644 usr/share/doc/debianutils changelog.gz=4807
S 644 usr/share/doc/diffutils changelog.Debian.gz=6523 changelog.gz=35479
S 644 usr/share/doc/dpkg changelog.gz=244559
S 644 usr/share/doc/findutils changelog.Debian.gz=2380 changelog.gz=191547
S 644 usr/share/doc/gcc-14-base changelog.Debian.gz=30907
S 644 usr/share/doc/grep changelog.Debian.gz=1836 changelog.gz=160783
S 644 usr/share/doc/gzip changelog.Debian.gz=1534 changelog.gz=39533
S 644 usr/share/doc/hostname changelog.gz=919
S 644 usr/share/doc/init-system-helpers changelog.gz=3552
S 644 usr/share/doc/libacl1 changelog.Debian.amd64.gz=224 changelog.Debian.gz=7925 changelog.gz=8296
S 644 usr/share/doc/libapt-pkg7.0 changelog.gz=32061
S 644 usr/share/doc/libattr1 changelog.Debian.gz=8404 changelog.gz=5039
S 644 usr/share/doc/libaudit-common changelog.Debian.gz=3566 changelog.gz=6238
S 644 usr/share/doc/libaudit1 changelog.Debian.gz=3564 changelog.gz=6238
S 644 usr/share/doc/libblkid1 changelog.Debian.gz=13776 changelog.gz=113
S 644 usr/share/doc/libbsd0 changelog.Debian.gz=8159 changelog.gz=84925
S 644 usr/share/doc/libbz2-1.0 changelog.Debian.gz=1463 changelog.gz=5624
S 644 usr/share/doc/libc-bin changelog.Debian.gz=38164 changelog.gz=153
S 644 usr/share/doc/libc6 changelog.Debian.gz=38161 changelog.gz=153
S 644 usr/share/doc/libcap-ng0 changelog.Debian.amd64.gz=233 changelog.Debian.gz=2183 changelog.gz=2650
S 644 usr/share/doc/libcap2 changelog.Debian.amd64.gz=250 changelog.Debian.gz=3892 changelog.gz=240
S 644 usr/share/doc/libcrypt1 changelog.Debian.gz=2516 changelog.gz=10336
S 644 usr/share/doc/libdb5.3t64 changelog.Debian.gz=1550
S 644 usr/share/doc/libdebconfclient0 changelog.gz=4510
S 644 usr/share/doc/libgmp10 changelog.Debian.gz=1764 changelog.gz=316684
S 644 usr/share/doc/libhogweed6t64 changelog.Debian.gz=2384 changelog.gz=133023
S 644 usr/share/doc/liblastlog2-2 changelog.Debian.gz=13778 changelog.gz=113
S 644 usr/share/doc/liblz4-1 changelog.Debian.gz=1292
S 644 usr/share/doc/liblzma5 changelog.Debian.gz=2539 changelog.gz=173193
S 644 usr/share/doc/libmd0 changelog.Debian.amd64.gz=229 changelog.Debian.gz=1394 changelog.gz=9589
S 644 usr/share/doc/libmount1 changelog.Debian.gz=13776 changelog.gz=113
S 644 usr/share/doc/libnettle8t64 changelog.Debian.gz=2384 changelog.gz=133023
S 644 usr/share/doc/libpam-modules changelog.Debian.gz=7442 changelog.gz=7383
S 644 usr/share/doc/libpam-modules-bin changelog.Debian.gz=7442 changelog.gz=7383
S 644 usr/share/doc/libpam-runtime changelog.Debian.gz=7441 changelog.gz=7383
S 644 usr/share/doc/libpam0g changelog.Debian.gz=7441 changelog.gz=7383
S 644 usr/share/doc/libpcre2-8-0 changelog.Debian.gz=1962 changelog.gz=54675
S 644 usr/share/doc/libseccomp2 changelog.Debian.gz=2576 changelog.gz=3998
S 644 usr/share/doc/libselinux1 changelog.Debian.gz=3109
S 644 usr/share/doc/libsemanage-common changelog.Debian.gz=1970
S 644 usr/share/doc/libsemanage2 changelog.Debian.gz=1969
S 644 usr/share/doc/libsepol2 changelog.Debian.gz=1834
S 644 usr/share/doc/libsmartcols1 changelog.Debian.gz=13776 changelog.gz=113
S 644 usr/share/doc/libsqlite3-0 changelog.Debian.gz=4570 changelog.gz=109555 changelog.html.gz=126237
S 644 usr/share/doc/libssl3t64 changelog.Debian.gz=7932 changelog.gz=277528
S 644 usr/share/doc/libsystemd0 changelog.Debian.gz=49263
S 644 usr/share/doc/libtinfo6 changelog.Debian.gz=6841 changelog.gz=247883
S 644 usr/share/doc/libudev1 changelog.Debian.gz=49266
S 644 usr/share/doc/libuuid1 changelog.Debian.gz=13776 changelog.gz=113
S 644 usr/share/doc/libxxhash0 changelog.Debian.gz=1694 changelog.gz=2676
S 644 usr/share/doc/libzstd1 changelog.Debian.gz=5498 changelog.gz=18222
S 644 usr/share/doc/login changelog.Debian.gz=13777 changelog.gz=113
S 644 usr/share/doc/login.defs changelog.Debian.gz=7380 changelog.gz=148368
S 644 usr/share/doc/mawk changelog.Debian.gz=2324 changelog.gz=17605
S 644 usr/share/doc/mount changelog.Debian.gz=13776 changelog.gz=113
S 644 usr/share/doc/ncurses-base changelog.Debian.gz=6839 changelog.gz=247883
S 644 usr/share/doc/ncurses-bin changelog.Debian.gz=6841 changelog.gz=247883
S 644 usr/share/doc/openssl-provider-legacy changelog.Debian.gz=7932 changelog.gz=277528
S 644 usr/share/doc/passwd changelog.Debian.gz=7380 changelog.gz=148368
S 644 usr/share/doc/perl-base changelog.Debian.gz=6712 changelog.gz=1264
S 644 usr/share/doc/sed changelog.Debian.gz=676 changelog.gz=43857
S 644 usr/share/doc/sqv changelog.Debian.amd64.gz=250 changelog.Debian.gz=1556
S 644 usr/share/doc/sysvinit-utils changelog.Debian.gz=8249
S 644 usr/share/doc/tar changelog.1.gz=63288 changelog.Debian.gz=1594 changelog.gz=167129
S 644 usr/share/doc/tzdata changelog.Debian.gz=8421 changelog.gz=87171
S 644 usr/share/doc/util-linux changelog.Debian.gz=13776 changelog.gz=113
S 644 usr/share/doc/zlib1g changelog.Debian.gz=1673 changelog.gz=29508
S 644 usr/share/info strata-stand-in=540978
S 644 usr/share/locale/de/LC_MESSAGES strata-stand-in=1028237
S 644 usr/share/locale/es/LC_MESSAGES strata-stand-in=838218
S 644 usr/share/locale/fr/LC_MESSAGES strata-stand-in=1138668
S 644 usr/share/locale/it/LC_MESSAGES strata-stand-in=619457
S 644 usr/share/locale/ja/LC_MESSAGES strata-stand-in=926773
S 644 usr/share/locale/pt_BR/LC_MESSAGES strata-stand-in=954465
S 644 usr/share/locale/ru/LC_MESSAGES strata-stand-in=1198632
S 644 usr/share/locale/zh_CN/LC_MESSAGES strata-stand-in=1009667
S 644 usr/share/man/man1 strata-stand-in=615532
S 644 usr/share/man/man5 strata-stand-in=144658
S 644 usr/share/man/man7 strata-stand-in=21762
S 644 usr/share/man/man8 strata-stand-in=309129
`,
  owners: `
usr/bin/chage=0:42
usr/bin/expiry=0:42
usr/sbin/unix_chkpwd=0:42
var/mail=0:8
`,
};
