/** bookworm: facts recorded by scripts/record-debian.mjs; see there. */
import type { DebianFacts } from '../debian/facts.ts';

export const bookworm: DebianFacts = {
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
adduser 3.134 686 admin important all no foreign||passwd|add and remove users and groups
apt 2.6.1 4232 admin required amd64 no no||adduser, gpgv | gpgv2 | gpgv1, libapt-pkg6.0 (>= 2.6.1), debian-archive-keyring, libc6 (>= 2.34), libgcc-s1 (>= 3.0), libgnutls30 (>= 3.7.5), libseccomp2 (>= 2.4.2), libstdc++6 (>= 11), libsystemd0|commandline package manager
base-files 12.4+deb12u15 341 admin required amd64 yes foreign|awk||Debian base system miscellaneous files
base-passwd 3.6.1 247 admin required amd64 yes foreign||libc6 (>= 2.34), libdebconfclient0 (>= 0.145), libselinux1 (>= 3.1~)|Debian base system master password and group files
bash 5.2.15-2+b13 7164 shells required amd64 yes foreign|libc6 (>= 2.36), libtinfo6 (>= 6)|base-files (>= 2.1.12), debianutils (>= 5.6-0.1)|GNU Bourne Again SHell
bsdutils 1:2.38.1-5+deb12u3 355 utils required amd64 yes foreign|libc6 (>= 2.34), libsystemd0||basic utilities from 4.4BSD-Lite
coreutils 9.1-1 18062 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libattr1 (>= 1:2.4.44), libc6 (>= 2.34), libgmp10 (>= 2:6.2.1+dfsg1), libselinux1 (>= 3.1~)||GNU core utilities
dash 0.5.12-2 191 shells required amd64 yes foreign|libc6 (>= 2.34)|debianutils (>= 5.6-0.1), dpkg (>= 1.19.1)|POSIX-compliant shell
debconf 1.5.82 491 admin required all no foreign|||Debian configuration management system
debian-archive-keyring 2023.3+deb12u2 293 misc important all no foreign|||GnuPG archive keys of the Debian archive
debianutils 5.7-0.5~deb12u1 243 utils required amd64 yes foreign|libc6 (>= 2.34)||Miscellaneous utilities specific to Debian
diffutils 1:3.8-4 1598 utils required amd64 yes no|libc6 (>= 2.34)||File comparison utilities
dpkg 1.21.23 6409 admin required amd64 yes foreign|libbz2-1.0, libc6 (>= 2.34), liblzma5 (>= 5.4.0), libmd0 (>= 0.0.0), libselinux1 (>= 3.1~), libzstd1 (>= 1.5.2), zlib1g (>= 1:1.1.4)|tar (>= 1.28-1)|Debian package management system
e2fsprogs 1.47.0-2+b2 1497 admin required amd64 no foreign|libblkid1 (>= 2.36), libc6 (>= 2.34), libcom-err2 (>= 1.43.9), libext2fs2 (= 1.47.0-2+b2), libss2 (>= 1.38), libuuid1 (>= 2.16)|logsave|ext2/ext3/ext4 file system utilities
findutils 4.9.0-4 1746 utils required amd64 yes foreign|libc6 (>= 2.34), libselinux1 (>= 3.1~)||utilities for finding files--find, xargs
gcc-12-base 12.2.0-14+deb12u1 100 libs optional amd64 no same|||GCC, the GNU Compiler Collection (base package)
gpgv 2.2.40-1.1+deb12u2 918 utils important amd64 no foreign||libbz2-1.0, libc6 (>= 2.34), libgcrypt20 (>= 1.10.0), libgpg-error0 (>= 1.42), zlib1g (>= 1:1.1.4)|GNU privacy guard - signature verification tool
grep 3.8-5 1245 utils required amd64 yes foreign|libc6 (>= 2.34), libpcre2-8-0 (>= 10.32)|dpkg (>= 1.15.4) | install-info|GNU grep, egrep and fgrep
gzip 1.12-1 252 utils required amd64 yes no|libc6 (>= 2.33)|dpkg (>= 1.15.4) | install-info|GNU compression utilities
hostname 3.23+nmu1 46 admin required amd64 yes no|libc6 (>= 2.34)||utility to set/show the host name or domain name
init-system-helpers 1.65.2+deb12u1 133 admin required all yes foreign||usrmerge | usr-is-merged|helper tools for all init systems
libacl1 2.3.1-3 73 libs optional amd64 no same||libc6 (>= 2.33)|access control list - shared library
libapt-pkg6.0 2.6.1 3297 libs optional amd64 no same||libbz2-1.0, libc6 (>= 2.34), libgcc-s1 (>= 3.0), libgcrypt20 (>= 1.10.0), liblz4-1 (>= 0.0~r127), liblzma5 (>= 5.1.1alpha+20120614), libstdc++6 (>= 11), libsystemd0 (>= 221), libudev1 (>= 183), libxxhash0 (>= 0.7.1), libzstd1 (>= 1.5.2), zlib1g (>= 1:1.2.2.3)|package management runtime library
libattr1 1:2.5.1-4 59 libs optional amd64 no same||libc6 (>= 2.4)|extended attribute handling - shared library
libaudit-common 1:3.0.9-1 22 libs optional all no foreign|||Dynamic library for security auditing - common files
libaudit1 1:3.0.9-1 150 libs optional amd64 no same||libaudit-common (>= 1:3.0.9-1), libc6 (>= 2.33), libcap-ng0 (>= 0.7.9)|Dynamic library for security auditing
libblkid1 2.38.1-5+deb12u3 398 libs optional amd64 no same||libc6 (>= 2.33)|block device ID library
libbz2-1.0 1.0.8-5+b1 106 libs optional amd64 no same||libc6 (>= 2.4)|high-quality block-sorting file compressor library - runtime
libc-bin 2.36-9+deb12u14 2042 libs required amd64 yes foreign||libc6 (>> 2.36), libc6 (<< 2.37)|GNU C Library: Binaries
libc6 2.36-9+deb12u14 13001 libs optional amd64 no same||libgcc-s1|GNU C Library: Shared libraries
libcap-ng0 0.8.3-1+b3 65 libs optional amd64 no same||libc6 (>= 2.33)|alternate POSIX capabilities library
libcap2 1:2.66-4+deb12u3+b1 95 libs optional amd64 no same||libc6 (>= 2.34)|POSIX 1003.1e capabilities (library)
libcom-err2 1.47.0-2+b2 55 libs optional amd64 no same||libc6 (>= 2.17)|common error description library
libcrypt1 1:4.4.33-2 233 libs optional amd64 no same||libc6 (>= 2.36)|libcrypt shared library
libdb5.3 5.3.28+dfsg2-1 1833 libs optional amd64 no same||libc6 (>= 2.34)|Berkeley v5.3 Database Libraries [runtime]
libdebconfclient0 0.270 37 libs optional amd64 no same||libc6 (>= 2.4)|Debian Configuration Management System (C-implementation library)
libext2fs2 1.47.0-2+b2 535 libs optional amd64 no same||libc6 (>= 2.34)|ext2/ext3/ext4 file system libraries
libffi8 3.4.4-1 68 libs optional amd64 no same||libc6 (>= 2.34)|Foreign Function Interface library runtime
libgcc-s1 12.2.0-14+deb12u1 140 libs optional amd64 no same||gcc-12-base (= 12.2.0-14+deb12u1), libc6 (>= 2.35)|GCC support library
libgcrypt20 1.10.1-3+deb12u1 1592 libs optional amd64 no same||libc6 (>= 2.34), libgpg-error0 (>= 1.27)|LGPL Crypto library - runtime library
libgmp10 2:6.2.1+dfsg1-1.1 855 libs optional amd64 no same||libc6 (>= 2.14)|Multiprecision arithmetic library
libgnutls30 3.7.9-2+deb12u7 3396 libs optional amd64 no same||libc6 (>= 2.34), libgmp10 (>= 2:6.2.1+dfsg1), libhogweed6 (>= 3.6), libidn2-0 (>= 2.0.0), libnettle8 (>= 3.7~), libp11-kit0 (>= 0.23.18.1), libtasn1-6 (>= 4.14), libunistring2 (>= 0.9.7)|GNU TLS library - main runtime library
libgpg-error0 1.46-1 192 libs optional amd64 no same||libc6 (>= 2.34)|GnuPG development runtime library
libhogweed6 3.8.1-2 463 libs optional amd64 no same||libc6 (>= 2.14), libgmp10 (>= 2:6.2.1+dfsg1), libnettle8|low level cryptographic library (public-key cryptos)
libidn2-0 2.3.3-1+b1 439 libs optional amd64 no same||libc6 (>= 2.14), libunistring2 (>= 0.9.7)|Internationalized domain names (IDNA2008/TR46) library
liblz4-1 1.9.4-1 169 libs optional amd64 no same||libc6 (>= 2.14)|Fast LZ compression algorithm library - runtime
liblzma5 5.4.1-1+deb12u1 333 libs optional amd64 no same||libc6 (>= 2.34)|XZ-format compression library
libmd0 1.0.4-2 79 libs optional amd64 no same||libc6 (>= 2.33)|message digest functions from BSD systems - shared library
libmount1 2.38.1-5+deb12u3 454 libs optional amd64 no same||libblkid1 (>= 2.17.2), libc6 (>= 2.34), libselinux1 (>= 3.1~)|device mounting library
libnettle8 3.8.1-2 520 libs optional amd64 no same||libc6 (>= 2.17)|low level cryptographic library (symmetric and one-way cryptos)
libp11-kit0 0.24.1-2 1408 libs optional amd64 no same||libc6 (>= 2.34), libffi8 (>= 3.4)|library for loading and coordinating access to PKCS#11 modules - runtime
libpam-modules 1.5.2-6+deb12u2 1031 admin required amd64 no same|libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.3.0), libdb5.3, libpam0g (>= 1.4.1), libselinux1 (>= 3.1~), debconf (>= 0.5) | debconf-2.0, libpam-modules-bin (= 1.5.2-6+deb12u2)||Pluggable Authentication Modules for PAM
libpam-modules-bin 1.5.2-6+deb12u2 227 admin required amd64 no foreign||libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.3.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~)|Pluggable Authentication Modules for PAM - helper binaries
libpam-runtime 1.5.2-6+deb12u2 876 admin required all no foreign||debconf (>= 0.5) | debconf-2.0, debconf (>= 1.5.19) | cdebconf, libpam-modules (>= 1.0.1-6)|Runtime support for the PAM library
libpam0g 1.5.2-6+deb12u2 215 libs optional amd64 no same||libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), debconf (>= 0.5) | debconf-2.0|Pluggable Authentication Modules library
libpcre2-8-0 10.42-1 685 libs optional amd64 no same||libc6 (>= 2.34)|New Perl Compatible Regular Expression Library- 8 bit runtime files
libseccomp2 2.5.4-1+deb12u1 148 libs optional amd64 no same||libc6 (>= 2.4)|high level interface to Linux seccomp filter
libselinux1 3.4-1+b6 199 libs optional amd64 no same||libc6 (>= 2.34), libpcre2-8-0 (>= 10.22)|SELinux runtime shared libraries
libsemanage-common 3.4-1 37 libs optional all no foreign|||Common files for SELinux policy management libraries
libsemanage2 3.4-1+b5 297 libs optional amd64 no same||libsemanage-common (>= 3.4-1), libaudit1 (>= 1:2.2.1), libbz2-1.0, libc6 (>= 2.34), libselinux1 (>= 3.4), libsepol2 (>= 3.4)|SELinux policy management library
libsepol2 3.4-2.1 775 libs optional amd64 no same||libc6 (>= 2.33)|SELinux library for manipulating binary security policies
libsmartcols1 2.38.1-5+deb12u3 289 libs optional amd64 no same||libc6 (>= 2.33)|smart column output alignment library
libss2 1.47.0-2+b2 71 libs optional amd64 no same||libcom-err2, libc6 (>= 2.34)|command-line interface parsing library
libstdc++6 12.2.0-14+deb12u1 2686 libs optional amd64 no same||gcc-12-base (= 12.2.0-14+deb12u1), libc6 (>= 2.36), libgcc-s1 (>= 4.2)|GNU Standard C++ Library v3
libsystemd0 252.39-1~deb12u2 909 libs optional amd64 no same||libc6 (>= 2.34), libcap2 (>= 1:2.10), libgcrypt20 (>= 1.10.0), liblz4-1 (>= 0.0~r122), liblzma5 (>= 5.1.1alpha+20120614), libzstd1 (>= 1.5.2)|systemd utility library
libtasn1-6 4.19.0-2+deb12u1 116 libs optional amd64 no same||libc6 (>= 2.14)|Manage ASN.1 structures (runtime)
libtinfo6 6.4-4 541 libs optional amd64 no same||libc6 (>= 2.34)|shared low-level terminfo library for terminal handling
libudev1 252.39-1~deb12u2 240 libs optional amd64 no same||libc6 (>= 2.34)|libudev shared library
libunistring2 1.0-2 1807 libs optional amd64 no same||libc6 (>= 2.34)|Unicode string library for C
libuuid1 2.38.1-5+deb12u3 79 libs optional amd64 no same||libc6 (>= 2.25)|Universally Unique ID library
libxxhash0 0.8.1-1 99 libs optional amd64 no same||libc6 (>= 2.14)|shared library for xxhash
libzstd1 1.5.4+dfsg2-5 785 libs optional amd64 no same||libc6 (>= 2.34)|fast lossless compression algorithm
login 1:4.13+dfsg1-1+deb12u2 2550 admin required amd64 yes foreign|libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libpam-runtime, libpam-modules||system login tools
logsave 1.47.0-2+b2 50 admin optional amd64 no foreign||libc6 (>= 2.34)|save the output of a command in a log file
mawk 1.3.4.20200120-3.1 263 interpreters required amd64 no foreign||libc6 (>= 2.29)|Pattern scanning and text processing language
mount 2.38.1-5+deb12u3 393 admin required amd64 no foreign|libblkid1 (>= 2.17.2), libc6 (>= 2.34), libmount1 (>= 2.38), libselinux1 (>= 3.1~), libsmartcols1 (>= 2.33)||tools for mounting and manipulating filesystems
ncurses-base 6.4-4 379 misc required all yes foreign|||basic terminal type definitions
ncurses-bin 6.4-4 636 utils required amd64 yes foreign|libc6 (>= 2.34), libtinfo6 (>= 6.3)||terminal-related programs and man pages
passwd 1:4.13+dfsg1-1+deb12u2 2827 admin required amd64 no foreign||libaudit1 (>= 1:2.2.1), libc6 (>= 2.36), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsemanage2 (>= 2.0.32), libpam-modules|change and administer password and group data
perl-base 5.36.0-7+deb12u3 7639 perl required amd64 yes no|libc6 (>= 2.35), libcrypt1 (>= 1:4.1.0), dpkg (>= 1.17.17)||minimal Perl system
sed 4.9-1+deb12u1 987 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~)||GNU stream editor for filtering/transforming text
sysvinit-utils 3.06-4 100 admin required amd64 yes foreign||libc6 (>= 2.34)|System-V-like utilities
tar 1.34+dfsg-1.2+deb12u1 3144 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~)||GNU version of the tar archiving utility
tzdata 2026b-0+deb12u1 2573 localization required all no foreign||debconf (>= 0.5) | debconf-2.0|time zone and daylight-saving time data
usr-is-merged 37~deb12u1 13 oldlibs optional all no foreign|||Transitional package to assert a merged-/usr system
util-linux 2.38.1-5+deb12u3 4978 utils required amd64 yes foreign|libblkid1 (>= 2.37.2), libc6 (>= 2.34), libcap-ng0 (>= 0.7.9), libcrypt1 (>= 1:4.1.0), libmount1 (>= 2.38), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsmartcols1 (>= 2.38), libsystemd0, libtinfo6 (>= 6), libudev1 (>= 183), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)|util-linux-extra|miscellaneous system utilities
util-linux-extra 2.38.1-5+deb12u3 366 utils standard amd64 no foreign||libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libsmartcols1 (>= 2.38)|interactive login tools
zlib1g 1:1.2.13.dfsg-1 168 libs optional amd64 no same||libc6 (>= 2.14)|compression library - runtime
`,
  relations: `
adduser;;;liblocale-gettext-perl, perl, cron, quota;;;
apt;apt-transport-https (= 2.6.1);ca-certificates;apt-doc, aptitude | synaptic | wajig, dpkg-dev (>= 1.17.2), gnupg | gnupg2 | gnupg1, powermgmt-base;;apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~), aptitude (<< 0.8.10);apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~)
base-files;base;;;;debian-security-support (<< 2019.04.25), initscripts (<< 2.88dsf-13.3), sendfile (<< 2.1b.20080616-5.2~);base, dpkg (<= 1.15.0), miscutils
base-passwd;;debconf (>= 0.5) | debconf-2.0;;;;base
bash;;bash-completion (>= 20060301-0);bash-doc;bash-completion (<< 20060301-0);;bash-completion (<< 20060301-0), bash-doc (<= 2.05-1)
bsdutils;;bsdextrautils;;;;
debconf;debconf-2.0;apt-utils, debconf-i18n;debconf-doc, debconf-kde-helper, debconf-utils, libgtk3-perl, libnet-ldap-perl, libterm-readline-gnu-perl, perl, whiptail | dialog;debconf-tiny, whiptail-utf8 (<= 0.50.17-13);;debconf-tiny
debianutils;;;;;ifupdown (<< 0.8.36+nmu1), printer-driver-pnm2ppa (<< 1.13-12), x11-common (<< 1:7.7+23~);
diffutils;;;diffutils-doc, wdiff;;;diff
dpkg;;;apt, debsig-verify;;libapt-pkg5.0 (<< 1.7~b), lsb-base (<< 10.2019031300);
e2fsprogs;;e2fsprogs-l10n;gpart, parted, fuse2fs, e2fsck-static;;;
findutils;;;;;binstats (<< 1.08-8.1), guilt (<< 0.36-0.2), libpython3.4-minimal (<< 3.4.4-2), libpython3.5-minimal (<< 3.5.1-3), lsat (<< 0.9.7.1-2.1), mc (<< 3:4.8.11-1), switchconf (<< 0.0.9-2.1);
gcc-12-base;;;;;gnat (<< 7);
gpgv;;;gnupg;;gnupg2 (<< 2.0.21-2), gpgv2 (<< 2.1.11-7+exp1), python-debian (<< 0.1.29);gnupg2 (<< 2.0.21-2), gpgv2 (<< 2.1.11-7+exp1)
grep;rgrep;;;rgrep;;
gzip;;;less;;;
hostname;;;;;nis (<< 3.17-30);nis (<< 3.17-30)
libapt-pkg6.0;libapt-pkg (= 2.6.1);apt (>= 2.6.1);;;appstream (<< 0.9.0-3~), apt (<< 1.6~), aptitude (<< 0.8.9), dpkg (<< 1.20.8), libapt-inst1.5 (<< 0.9.9~);
libc-bin;;manpages;;;dh-lua (<< 27+nmu1~);
libc6;;libidn2-0 (>= 2.0.5~);glibc-doc, debconf | debconf-2.0, libc-l10n, locales, libnss-nis, libnss-nisplus;;aide (<< 0.17.3-4+b3), busybox (<< 1.30.1-6), chrony (<< 4.2-3~), fakechroot (<< 2.19-3.5), firefox (<< 91~), firefox-esr (<< 91~), gnumach-image-1.8-486 (<< 2:1.8+git20210923~), gnumach-image-1.8-486-dbg (<< 2:1.8+git20210923~), gnumach-image-1.8-xen-486 (<< 2:1.8+git20210923~), gnumach-image-1.8-xen-486-dbg (<< 2:1.8+git20210923~), hurd (<< 1:0.9.git20220301-2), ioquake3 (<< 1.36+u20200211.f2c61c1~dfsg-2~), iraf-fitsutil (<< 2018.07.06-4), libgegl-0.4-0 (<< 0.4.18), libtirpc1 (<< 0.2.3), locales (<< 2.36), locales-all (<< 2.36), macs (<< 2.2.7.1-3~), nocache (<< 1.1-1~), nscd (<< 2.36), openarena (<< 0.8.8+dfsg-4~), openssh-server (<< 1:8.1p1-5), python3-iptables (<< 1.0.0-2), r-cran-later (<< 0.7.5+dfsg-2), tinydns (<< 1:1.05-14), valgrind (<< 1:3.19.0-1~), wcc (<< 0.0.2+dfsg-3);libc6-amd64
libcom-err2;libcomerr2 (= 1.47.0-2+b2);;;;libcomerr2 (<< 1.43.9-1~);libcomerr2 (<< 1.43.9-1~)
libcrypt1;;;;libpam0g (<< 1.4.0-10);;libc6 (<< 2.29-4)
libext2fs2;e2fslibs (= 1.47.0-2+b2);;;;e2fslibs (<< 1.43.9-1~);e2fslibs (<< 1.43.9-1~)
libffi8;libffi8ubuntu1 (= 3.4.4-1);;;;libffi8ubuntu1 (<< 3.4.2-1);libffi8ubuntu1 (<< 3.4.2-1)
libgcc-s1;libgcc1 (= 1:12.2.0-14+deb12u1);;;;;libgcc1 (<< 1:10)
libgcrypt20;;;rng-tools;;;
libgmp10;;;;;libmath-gmp-perl (<< 2.20-1), libmath-prime-util-gmp-perl (<< 0.51-2), postgresql-pgmp (<< 1.0.3-1);
libgnutls30;;;gnutls-bin;;;
libgpg-error0;;libgpg-error-l10n;;;;
liblz4-1;;;;;liblz4-1a;liblz4-1a
liblzma5;;;;;liblzma2 (<< 5.1.1alpha+20110809-3~);
libmount1;;;cryptsetup-bin;;;
libpam-modules;libpam-mkhomedir, libpam-motd, libpam-umask;;;libpam-mkhomedir, libpam-motd, libpam-umask;;libpam-umask, libpam0g-util
libpam-modules-bin;;;;;;libpam-modules (<< 1.5.2-5~)
libpam-runtime;;;;libpam0g-util;;libpam0g-dev, libpam0g-util
libpam0g;;;libpam-doc;;;libpam0g-util
libsemanage2;;;;;policycoreutils (<< 3.0);
libss2;;;;;;e2fsprogs (<< 1.34-1)
libstdc++6;;;;scim (<< 1.4.2-1);gcc-4.3 (<< 4.3.6-1), gcc-4.4 (<< 4.4.6-4), gcc-4.5 (<< 4.5.3-2);libstdc++6-12-dbg (<< 4.9.0-3)
libuuid1;;uuid-runtime;;;;
login;;;;python-4suite (<< 0.99cvs20060405-1);;
logsave;;;;;e2fsprogs (<< 1.45.3-1);e2fsprogs (<< 1.45.3-1)
mawk;awk;;;;;
mount;;;nfs-common;;;
ncurses-base;ncurses-runtime;;;;bash-static (<< 4.4.18-1.1), libmono-corlib4.5-cil (<< 4.6.2.7+dfsg-2), libslang2 (<< 2.3.1a-3), libtinfo5 (<< 6.1), libunibilium0 (<< 2), libunibilium4 (<< 2.0.0-3), neovim (<< 0.6.0), vim-common (<< 2:9.0.1000-2), zsh-static (<< 5.4.2-4);
passwd;;sensible-utils;;;;
perl-base;libfile-path-perl (= 2.18), libfile-temp-perl (= 0.2311), libio-socket-ip-perl (= 0.41), libscalar-list-utils-perl (= 1:1.62), libsocket-perl (= 2.033), libxsloader-perl (= 0.31), perlapi-5.36.0;;perl, sensible-utils;defoma (<< 0.11.12), doc-base (<< 0.10.3), mono-gac (<< 2.10.8.1-3), safe-rm (<< 0.8), update-inetd (<< 4.41);amanda-common (<< 1:3.3.9-2), backuppc (<< 4.4.0-7~), bucardo (<< 5.5.0-1.1), debconf (<< 1.5.61), dh-haskell (<< 0.3), duck (<< 0.14.1), intltool (<< 0.51.0-4), kio-perldoc (<< 20.04.1-1), latexml (<< 0.8.4-2), libdevel-mat-dumper-perl (<< 0.42-3), libencode-arabic-perl (<< 14.2-2), libexception-class-perl (<< 1.42), libfile-path-perl (<< 2.18), libfile-spec-perl (<< 3.8400), libfile-temp-perl (<< 0.2311), libio-socket-ip-perl (<< 0.41), libmp3-tag-perl (<< 1.13-1.2), libsbuild-perl (<< 0.67.0-1), libscalar-list-utils-perl (<< 1:1.62), libsocket-perl (<< 2.033), libxsloader-perl (<< 0.31), mailagent (<< 1:3.1-81-2), perl (<< 5.36.0~), perl-modules (<< 5.36.0~), pod2pdf (<< 0.42-5.1), slic3r (<< 1.2.9+dfsg-6.1), slic3r-prusa (<< 1.37.0+dfsg-1.1), texinfo (<< 6.1.0.dfsg.1-8);libfile-path-perl (<< 2.18), libfile-temp-perl (<< 0.2311), libio-socket-ip-perl (<< 0.41), libscalar-list-utils-perl (<< 1:1.62), libsocket-perl (<< 2.033), libxsloader-perl (<< 0.31), perl (<< 5.10.1-12), perl-modules (<< 5.20.1-3)
sysvinit-utils;lsb-base (= 11.1.0);;;lsb-base (<< 11.3~);;lsb-base
tar;;;bzip2, ncompress, xz-utils, tar-scripts, tar-doc;cpio (<= 2.4.2-38);dpkg-dev (<< 1.14.26);cpio (<< 2.4.2-39)
tzdata;tzdata-bookworm;;;;;
usr-is-merged;;;;acl (<< 2.2.52-3~), arptables (<< 0.0.4+snapshot20181021-1~), coreutils (<< 8.24-1~), cruft (<< 0.9.44~), cryptsetup (<< 2:1.7.0-1~), davfs2 (<< 1.5.2-1.2~), debianutils (<< 4.5~), dhcpcd (<< 1:5~), ebtables (<< 2.0.10.4+snapshot20181205-1~), elvis-tiny (<< 1.4-24~), kbd (<< 2.0.4-4~), ksh (<< 93u+20120801-3.1~), less (<< 481-2~), libbrlapi-dev (<< 5.3.1-1~), libc0.1 (<< 2.35-4), libc0.3 (<< 2.35-4), libc6 (<< 2.35-4), libc6.1 (<< 2.35-4), libdm0-dev, libjson-c-dev (<< 0.12.1-1.1~), libparted1.8-10 (<< 1.8.8.git.2008.03.24-11.2~), libpng12-0 (<< 1.2.54-6~), libusb-0.1-4 (<< 2:0.1.12-28~), lustre-utils (<< 1.8.5+dfsg-3.2~), mksh (<< 52b-1~), molly-guard (<< 0.7.1+exp1~), musl-dev (<< 1.1.9-1.1~), nano (<< 2.3.99pre3-1~), open-iscsi (<< 2.0.873+git0.3b4b4500-13~), open-vm-tools (<< 2:10.0.5-3227872-2~), policycoreutils (<< 2.4-4~), safe-rm (<< 0.12-6~), tcsh (<< 6.18.01-4~), vsearch (<< 1.9.5-2~), xfsdump (<< 3.1.6+nmu1~), xfslibs-dev (<< 4.9.0+nmu1~), yp-tools (<< 3.3-5~), zsh (<< 5.2-4~);cruft-ng (<< 0.4.4~), initramfs-tools (<< 0.121~);
util-linux;hardlink;sensible-utils;dosfstools, kbd, util-linux-locales;hardlink;;hardlink
util-linux-extra;;;;;util-linux (<< 2.38~);util-linux (<< 2.38~)
zlib1g;libz1;;;zlib1 (<= 1:1.0.4-7);libxml2 (<< 2.7.6.dfsg-2), texlive-binaries (<< 2009-12);
`,
  tree: `
D 755 boot dev etc etc/alternatives etc/apt etc/apt/apt.conf.d etc/apt/auth.conf.d etc/apt/keyrings
D 755 etc/apt/preferences.d etc/apt/trusted.gpg.d etc/cron.d etc/cron.daily etc/default etc/dpkg
D 755 etc/dpkg/dpkg.cfg.d etc/dpkg/origins etc/init.d etc/kernel etc/kernel/postinst.d etc/ld.so.conf.d
D 755 etc/logrotate.d etc/opt etc/pam.d etc/profile.d etc/rc0.d etc/rc1.d etc/rc2.d etc/rc3.d etc/rc4.d
D 755 etc/rc5.d etc/rc6.d etc/rcS.d etc/security etc/security/limits.d etc/security/namespace.d etc/selinux
D 755 etc/skel etc/systemd etc/systemd/system etc/systemd/user etc/terminfo etc/update-motd.d home media mnt
D 755 opt proc run srv sys usr usr/bin usr/games usr/include usr/lib usr/lib/apt usr/lib/apt/methods
D 755 usr/lib/apt/planners usr/lib/apt/solvers usr/lib/dpkg usr/lib/dpkg/methods usr/lib/dpkg/methods/apt
D 755 usr/lib/init usr/lib/locale usr/lib/locale/C.utf8 usr/lib/lsb usr/lib/lsb/init-functions.d usr/lib/mime
D 755 usr/lib/mime/packages usr/lib/systemd usr/lib/systemd/system usr/lib/terminfo usr/lib/tmpfiles.d
D 755 usr/lib/udev usr/lib/udev/rules.d usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/e2fsprogs
D 755 usr/lib/x86_64-linux-gnu/gconv usr/lib/x86_64-linux-gnu/perl-base usr/lib/x86_64-linux-gnu/security
D 755 usr/lib64 usr/libexec usr/libexec/coreutils usr/libexec/dpkg usr/local usr/local/bin usr/local/etc
D 755 usr/local/games usr/local/include usr/local/lib usr/local/sbin usr/local/share usr/local/share/man
D 755 usr/local/src usr/sbin usr/share usr/share/base-files usr/share/base-passwd usr/share/bash-completion
D 755 usr/share/bug usr/share/common-licenses usr/share/debconf usr/share/debianutils usr/share/dict
D 755 usr/share/doc usr/share/doc/adduser usr/share/doc/apt usr/share/doc/base-files usr/share/doc/base-passwd
D 755 usr/share/doc/bash usr/share/doc/bsdutils usr/share/doc/coreutils usr/share/doc/dash
D 755 usr/share/doc/debconf usr/share/doc/debian-archive-keyring usr/share/doc/debianutils
D 755 usr/share/doc/diffutils usr/share/doc/dpkg usr/share/doc/e2fsprogs usr/share/doc/findutils
D 755 usr/share/doc/gcc-12-base usr/share/doc/gpgv usr/share/doc/grep usr/share/doc/gzip
D 755 usr/share/doc/hostname usr/share/doc/init-system-helpers usr/share/doc/libacl1
D 755 usr/share/doc/libapt-pkg6.0 usr/share/doc/libattr1 usr/share/doc/libaudit-common usr/share/doc/libaudit1
D 755 usr/share/doc/libblkid1 usr/share/doc/libbz2-1.0 usr/share/doc/libc-bin usr/share/doc/libc6
D 755 usr/share/doc/libcap-ng0 usr/share/doc/libcap2 usr/share/doc/libcom-err2 usr/share/doc/libcrypt1
D 755 usr/share/doc/libdb5.3 usr/share/doc/libdebconfclient0 usr/share/doc/libext2fs2 usr/share/doc/libffi8
D 755 usr/share/doc/libgcrypt20 usr/share/doc/libgmp10 usr/share/doc/libgnutls30 usr/share/doc/libgpg-error0
D 755 usr/share/doc/libhogweed6 usr/share/doc/libidn2-0 usr/share/doc/liblz4-1 usr/share/doc/liblzma5
D 755 usr/share/doc/libmd0 usr/share/doc/libmount1 usr/share/doc/libnettle8 usr/share/doc/libp11-kit0
D 755 usr/share/doc/libpam-modules usr/share/doc/libpam-modules-bin usr/share/doc/libpam-runtime
D 755 usr/share/doc/libpam0g usr/share/doc/libpcre2-8-0 usr/share/doc/libseccomp2 usr/share/doc/libselinux1
D 755 usr/share/doc/libsemanage-common usr/share/doc/libsemanage2 usr/share/doc/libsepol2
D 755 usr/share/doc/libsmartcols1 usr/share/doc/libss2 usr/share/doc/libsystemd0 usr/share/doc/libtasn1-6
D 755 usr/share/doc/libtinfo6 usr/share/doc/libudev1 usr/share/doc/libunistring2 usr/share/doc/libuuid1
D 755 usr/share/doc/libxxhash0 usr/share/doc/libzstd1 usr/share/doc/login usr/share/doc/logsave
D 755 usr/share/doc/mawk usr/share/doc/mount usr/share/doc/ncurses-base usr/share/doc/ncurses-bin
D 755 usr/share/doc/passwd usr/share/doc/perl usr/share/doc/perl-base usr/share/doc/sed
D 755 usr/share/doc/sysvinit-utils usr/share/doc/tar usr/share/doc/tzdata usr/share/doc/usr-is-merged
D 755 usr/share/doc/util-linux usr/share/doc/util-linux-extra usr/share/doc/zlib1g usr/share/doc-base
D 755 usr/share/dpkg usr/share/dpkg/sh usr/share/gcc usr/share/gdb usr/share/keyrings usr/share/libc-bin
D 755 usr/share/libgcrypt20 usr/share/lintian usr/share/menu usr/share/misc usr/share/pam
D 755 usr/share/pam-configs usr/share/perl5 usr/share/pixmaps usr/share/polkit-1 usr/share/tabset
D 755 usr/share/terminfo usr/share/util-linux usr/share/util-linux/logcheck
D 755 usr/share/util-linux/logcheck/ignore.d.server usr/share/zoneinfo usr/src var var/backups var/cache
D 755 var/lib var/lib/apt var/lib/dpkg var/lib/dpkg/alternatives var/lib/dpkg/info var/lib/dpkg/parts
D 755 var/lib/dpkg/triggers var/lib/dpkg/updates var/lib/misc var/lib/pam var/lib/systemd var/log var/opt
D 755 var/spool
D 700 root
D 1777 tmp var/tmp
D 2775 var/local var/mail
L . bin=usr/bin lib=usr/lib lib64=usr/lib64 sbin=usr/sbin
S 644 etc adduser.conf=3040 bindresvport.blacklist=367 debconf.conf=2969 deluser.conf=1706 e2scrub.conf=685
S 644 etc gai.conf=2584 ld.so.conf=34 libaudit.conf=191 login.defs=12569 mke2fs.conf=782 pam.conf=552 subgid=0
S 644 etc subuid=0 timezone=8 xattr.conf=681
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
S 644 etc/cron.d e2scrub_all=201
S 755 etc/cron.daily apt-compat=1478 dpkg=123
S 644 etc/default hwclock=81 nss=1756 useradd=1117
S 644 etc/dpkg dpkg.cfg=446
S 644 etc/dpkg/origins debian=83
L etc/dpkg/origins default=debian
S 755 etc/init.d hwclock.sh=1748
S 644 etc/ld.so.conf.d libc.conf=44 x86_64-linux-gnu.conf=100
L etc localtime=/usr/share/zoneinfo/Etc/UTC rmt=/usr/sbin/rmt
S 644 etc/logrotate.d alternatives=120 apt=173 dpkg=112
S 644 etc/pam.d chfn=384 chpasswd=92 chsh=581 common-account=1208 common-auth=1214 common-password=1620
S 644 etc/pam.d common-session=1113 common-session-noninteractive=1154 login=4126 newusers=92 other=520
S 644 etc/pam.d passwd=92 runuser=143 runuser-l=138 su=2259 su-l=137
S 644 etc/security access.conf=4564 faillock.conf=2234 group.conf=3635 limits.conf=2752 namespace.conf=1637
S 644 etc/security pam_env.conf=2971 sepermit.conf=418 time.conf=2179
S 755 etc/security namespace.init=1016
S 600 etc/security opasswd=0
S 644 etc/selinux semanage.conf=2065
S 644 etc/skel .bash_logout=220
S 644 etc/terminfo README=212
P 755 usr/bin = [=68496 addpart=31040 b2sum=60400 basenc=56208 bashbug=6865 chcon=68720 choom=55616
P 755 usr/bin = clear_console=14488 csplit=122032 deb-systemd-helper=24358 deb-systemd-invoke=6241
P 755 usr/bin = debconf=2859 debconf-apt-progress=11541 debconf-communicate=608 debconf-copydb=1719
P 755 usr/bin = debconf-escape=647 debconf-set-selections=2995 debconf-show=1827 delpart=31040 diff3=68752
P 755 usr/bin = dir=151344 dircolors=52144 faillog=23072 fincore=35184 findmnt=85600 fmt=48016 getconf=27136
P 755 usr/bin = getent=36320 gpgv=474112 gzexe=6447 hardlink=51600 iconv=64648 infocmp=63808 ipcmk=35200
P 755 usr/bin = ischroot=14664 join=56304 lastlog=32512 ldd=5407 locale=47272 localedef=298912 lsblk=207168
P 755 usr/bin = lscpu=129344 lsfd=123192 lsipc=100672 lsirq=35312 lslocks=72400 lslogins=96576 lsmem=67904
P 755 usr/bin = lsns=84288 mcookie=35200 namei=35136 numfmt=68624 partx=121152 pathchk=43888 perl=3804464
P 755 usr/bin = perl5.36.0=3804464 pinky=48176 pldd=23232 pr=81008 prlimit=39760 ptx=138480 rename.ul=22840
P 755 usr/bin = resizepart=72000 rgrep=30 runcon=43984 savelog=10487 scriptlive=55608 sdiff=56400
P 755 usr/bin = setterm=47424 sha224sum=60368 sha384sum=64464 stdbuf=60336 tabs=18672 tempfile=14520 tic=92512
P 755 usr/bin = toe=22768 tput=26896 tset=30968 tzselect=15352 uclampset=63808 uncompress=2346
P 755 usr/bin = update-alternatives=59712 utmpdump=31032 vdir=151344 wdctl=72024 whereis=31504 zcmp=1678
P 755 usr/bin = zdiff=6460 zdump=23064 zegrep=29 zfgrep=29 zforce=2081 zgrep=8103 zless=2206 zmore=1842
P 755 usr/bin = znew=4577
P 755 usr/bin apt apt=18752 apt-cache=88456 apt-cdrom=22920 apt-config=26944 apt-get=51592 apt-key=27972
P 755 usr/bin apt apt-mark=59784
P 755 usr/bin busybox arch=43888 base32=48016 base64=48016 basename=43856 cat=44016 chattr=14584 chgrp=68656
P 755 usr/bin busybox chmod=64496 chown=72752 chrt=67904 cksum=142384 clear=14584 cmp=52176 comm=48048
P 755 usr/bin busybox cp=151152 cut=48112 date=121904 dd=89240 df=102200 diff=155216 dirname=39760 dmesg=88656
P 755 usr/bin busybox du=175440 echo=43856 egrep=41 env=48536 expand=43952 expr=117808 factor=85200
P 755 usr/bin busybox fallocate=35136 false=35664 fgrep=41 find=224848 flock=35216 fold=43920 getopt=35136
P 755 usr/bin busybox grep=203152 groups=43920 gunzip=2346 gzip=98136 head=48080 hostid=39760 hostname=22680
P 755 usr/bin busybox id=48144 install=159544 ionice=35136 ipcrm=35136 ipcs=76096 last=51520 link=39760
P 755 usr/bin busybox ln=72824 logger=56216 login=53024 logname=39760 ls=151344 lsattr=14584 mawk=158376
P 755 usr/bin busybox md5sum=52176 mesg=18744 mkdir=97552 mkfifo=68784 mknod=72912 mktemp=43952 more=59712
P 755 usr/bin busybox mountpoint=18744 mv=142968 nice=43888 nl=113776 nohup=43920 nproc=43920 nsenter=35368
P 755 usr/bin busybox od=80912 paste=43920 printenv=35664 printf=64432 pwd=43952 readlink=52112 realpath=52144
P 755 usr/bin busybox renice=14648 rev=14648 rm=72752 rmdir=56240 run-parts=27560 script=71992
P 755 usr/bin busybox scriptreplay=47416 sed=126424 seq=60336 setarch=27216 setpriv=80192 setsid=14648
P 755 usr/bin busybox sha1sum=56272 sha256sum=60368 sha512sum=64464 shred=64656 shuf=60400 sleep=43888
P 755 usr/bin busybox sort=118456 split=60984 stat=97488 stty=85008 sum=52184 sync=39824 tac=113712 tail=76944
P 755 usr/bin busybox tar=531984 taskset=63808 tee=43984 test=60304 timeout=48632 touch=109616 tr=56208
P 755 usr/bin busybox true=35664 truncate=43920 tsort=56208 tty=35696 uname=43888 unexpand=43952 uniq=48080
P 755 usr/bin busybox unlink=39760 unshare=84520 users=39824 wall=39224 wc=52280 which.debianutils=946
P 755 usr/bin busybox who=60432 whoami=39792 xargs=72136 yes=39760 zcat=1984
L usr/bin awk=/etc/alternatives/awk captoinfo=tic dnsdomainname=hostname domainname=hostname i386=setarch
L usr/bin infotocap=tic lastb=last ld.so=/lib64/ld-linux-x86-64.so.2 linux32=setarch linux64=setarch
L usr/bin md5sum.textutils=md5sum nawk=/etc/alternatives/nawk nisdomainname=hostname
L usr/bin pager=/etc/alternatives/pager pidof=/sbin/killall5 rbash=bash reset=tset sg=newgrp sh=dash
L usr/bin which=/etc/alternatives/which x86_64=setarch ypdomainname=hostname
P 755 usr/bin bash bash=1265648
P 2755 usr/bin = chage=80376 expiry=31184
P 4755 usr/bin = chfn=62672 chsh=52880 gpasswd=88496 newgrp=48896
P 755 usr/bin dash dash=125640
P 755 usr/bin dpkg dpkg=318096 dpkg-deb=170512 dpkg-divert=158264 dpkg-maintscript-helper=21206
P 755 usr/bin dpkg dpkg-query=162384 dpkg-realpath=4186 dpkg-split=129520 dpkg-statoverride=63824
P 755 usr/bin dpkg dpkg-trigger=88560
P 4755 usr/bin busybox mount=59704 passwd=68248 su=72000 umount=35128
S 755 usr/lib/apt apt-helper=39472 apt.systemd.daily=16325
S 644 usr/lib/apt/methods strata-stand-in=999360
L usr/lib/apt/planners dump=../solvers/dump
S 755 usr/lib/apt/solvers dump=22848
S 644 usr/lib/dpkg/methods/apt desc.apt=567 names=39
S 755 usr/lib/dpkg/methods/apt install=2861 setup=7753 update=1242
S 755 usr/lib/init init-d-script=6774
S 644 usr/lib/init vars.sh=1212
S 644 usr/lib/lsb init-functions=11329
S 644 usr/lib/lsb/init-functions.d 00-verbose=658
S 644 usr/lib/mime/packages tar=321 util-linux=90
S 644 usr/lib/terminfo strata-stand-in=74291
S 644 usr/lib/tmpfiles.d passwd.conf=239
S 755 usr/lib/udev hwclock-set=252
S 644 usr/lib/udev/rules.d 85-hwclock.rules=208 96-e2scrub.rules=171
S 755 usr/lib/x86_64-linux-gnu/e2fsprogs e2scrub_all_cron=1978 e2scrub_fail=822
S 644 usr/lib/x86_64-linux-gnu/gconv strata-stand-in=8086702
S 755 usr/lib/x86_64-linux-gnu ld-linux-x86-64.so.2=215000 libc.so.6=1926232
S 644 usr/lib/x86_64-linux-gnu libBrokenLocale.so.1=14640 libacl.so.1.1.2301=38832 libanl.so.1=14480
S 644 usr/lib/x86_64-linux-gnu libapt-pkg.so.6.0.0=2067760 libapt-private.so.0.0.0=497904
S 644 usr/lib/x86_64-linux-gnu libattr.so.1.1.2501=26544 libaudit.so.1.0.0=128952 libblkid.so.1.1.0=355328
S 644 usr/lib/x86_64-linux-gnu libbz2.so.1.0.4=74688 libc_malloc_debug.so.0=50200 libcap-ng.so.0.0.0=30704
S 644 usr/lib/x86_64-linux-gnu libcap.so.2.66=47128 libcom_err.so.2.1=18344 libcrypt.so.1.1.0=206776
S 644 usr/lib/x86_64-linux-gnu libdb-5.3.so=1843792 libdebconfclient.so.0.0.0=14376 libdl.so.2=14480
S 644 usr/lib/x86_64-linux-gnu libdrop_ambient.so.0.0.0=14256 libe2p.so.2.3=45008 libext2fs.so.2.4=438608
S 644 usr/lib/x86_64-linux-gnu libffi.so.8.1.2=43480 libgcc_s.so.1=125312 libgcrypt.so.20.4.1=1332480
S 644 usr/lib/x86_64-linux-gnu libgmp.so.10.4.1=529216 libgnutls.so.30.34.3=2209528
S 644 usr/lib/x86_64-linux-gnu libgpg-error.so.0.33.1=157768 libhogweed.so.6.6=292856 libidn2.so.0.3.8=198776
S 644 usr/lib/x86_64-linux-gnu liblz4.so.1.9.4=149952 liblzma.so.5.4.1=190456 libm.so.6=911904
S 644 usr/lib/x86_64-linux-gnu libmd.so.0.0.5=47312 libmemusage.so=18880 libmount.so.1.1.0=404096
S 644 usr/lib/x86_64-linux-gnu libmvec.so.1=1019408 libnettle.so.8.6=317544 libnsl.so.1=93248
S 644 usr/lib/x86_64-linux-gnu libnss_compat.so.2=39896 libnss_dns.so.2=14400 libnss_files.so.2=14400
S 644 usr/lib/x86_64-linux-gnu libnss_hesiod.so.2=27136 libp11-kit.so.0.3.0=1261376 libpam.so.0.85.1=67584
S 644 usr/lib/x86_64-linux-gnu libpam_misc.so.0.82.1=14432 libpamc.so.0.82.1=18504 libpcprofile.so=14592
S 644 usr/lib/x86_64-linux-gnu libpcre2-8.so.0.11.2=629384 libpsx.so.2.66=22592 libpthread.so.0=14480
S 644 usr/lib/x86_64-linux-gnu libresolv.so.2=60328 librt.so.1=14640 libseccomp.so.2.5.4=129312
S 644 usr/lib/x86_64-linux-gnu libselinux.so.1=174312 libsemanage.so.2=270424 libsepol.so.2=764192
S 644 usr/lib/x86_64-linux-gnu libsmartcols.so.1.1.0=239744 libss.so.2.0=34736 libstdc++.so.6.0.30=2190440
S 644 usr/lib/x86_64-linux-gnu libsystemd.so.0.35.0=844736 libtasn1.so.6.6.3=83968 libthread_db.so.1=35752
S 644 usr/lib/x86_64-linux-gnu libtic.so.6.4=71840 libtinfo.so.6.4=204088 libudev.so.1.7.5=182544
S 644 usr/lib/x86_64-linux-gnu libunistring.so.2.2.0=1792040 libutil.so.1=14480 libuuid.so.1.3.0=34872
S 644 usr/lib/x86_64-linux-gnu libxxhash.so.0.8.1=80008 libz.so.1.2.13=121280 libzstd.so.1.5.4=763816
L usr/lib/x86_64-linux-gnu libacl.so.1=libacl.so.1.1.2301 libapt-pkg.so.6.0=libapt-pkg.so.6.0.0
L usr/lib/x86_64-linux-gnu libapt-private.so.0.0=libapt-private.so.0.0.0 libattr.so.1=libattr.so.1.1.2501
L usr/lib/x86_64-linux-gnu libaudit.so.1=libaudit.so.1.0.0 libblkid.so.1=libblkid.so.1.1.0
L usr/lib/x86_64-linux-gnu libbz2.so.1=libbz2.so.1.0.4 libbz2.so.1.0=libbz2.so.1.0.4
L usr/lib/x86_64-linux-gnu libcap-ng.so.0=libcap-ng.so.0.0.0 libcap.so.2=libcap.so.2.66
L usr/lib/x86_64-linux-gnu libcom_err.so.2=libcom_err.so.2.1 libcrypt.so.1=libcrypt.so.1.1.0
L usr/lib/x86_64-linux-gnu libdebconfclient.so.0=libdebconfclient.so.0.0.0
L usr/lib/x86_64-linux-gnu libdrop_ambient.so.0=libdrop_ambient.so.0.0.0 libe2p.so.2=libe2p.so.2.3
L usr/lib/x86_64-linux-gnu libext2fs.so.2=libext2fs.so.2.4 libffi.so.8=libffi.so.8.1.2
L usr/lib/x86_64-linux-gnu libgcrypt.so.20=libgcrypt.so.20.4.1 libgmp.so.10=libgmp.so.10.4.1
L usr/lib/x86_64-linux-gnu libgnutls.so.30=libgnutls.so.30.34.3 libgpg-error.so.0=libgpg-error.so.0.33.1
L usr/lib/x86_64-linux-gnu libhogweed.so.6=libhogweed.so.6.6 libidn2.so.0=libidn2.so.0.3.8
L usr/lib/x86_64-linux-gnu liblz4.so.1=liblz4.so.1.9.4 liblzma.so.5=liblzma.so.5.4.1 libmd.so.0=libmd.so.0.0.5
L usr/lib/x86_64-linux-gnu libmount.so.1=libmount.so.1.1.0 libnettle.so.8=libnettle.so.8.6
L usr/lib/x86_64-linux-gnu libp11-kit.so.0=libp11-kit.so.0.3.0 libpam.so.0=libpam.so.0.85.1
L usr/lib/x86_64-linux-gnu libpam_misc.so.0=libpam_misc.so.0.82.1 libpamc.so.0=libpamc.so.0.82.1
L usr/lib/x86_64-linux-gnu libpcre2-8.so.0=libpcre2-8.so.0.11.2 libpsx.so.2=libpsx.so.2.66
L usr/lib/x86_64-linux-gnu libseccomp.so.2=libseccomp.so.2.5.4 libsmartcols.so.1=libsmartcols.so.1.1.0
L usr/lib/x86_64-linux-gnu libss.so.2=libss.so.2.0 libstdc++.so.6=libstdc++.so.6.0.30
L usr/lib/x86_64-linux-gnu libsystemd.so.0=libsystemd.so.0.35.0 libtasn1.so.6=libtasn1.so.6.6.3
L usr/lib/x86_64-linux-gnu libtic.so.6=libtic.so.6.4 libtinfo.so.6=libtinfo.so.6.4
L usr/lib/x86_64-linux-gnu libudev.so.1=libudev.so.1.7.5 libunistring.so.2=libunistring.so.2.2.0
L usr/lib/x86_64-linux-gnu libuuid.so.1=libuuid.so.1.3.0 libxxhash.so.0=libxxhash.so.0.8.1
L usr/lib/x86_64-linux-gnu libz.so.1=libz.so.1.2.13 libzstd.so.1=libzstd.so.1.5.4
S 644 usr/lib/x86_64-linux-gnu/perl-base strata-stand-in=3448019
S 644 usr/lib/x86_64-linux-gnu/security strata-stand-in=799128
L usr/lib64 ld-linux-x86-64.so.2=/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
S 755 usr/libexec/coreutils libstdbuf.so=14480
S 755 usr/libexec/dpkg dpkg-db-backup=2569
L usr/local man=share/man
P 755 usr/sbin busybox add-shell=1053 adduser=48382 blkdiscard=35136 blkid=125280 blockdev=80192
P 755 usr/sbin busybox chpasswd=63856 chroot=48112 deluser=16727 findfs=14648 fsck=55664 fsck.minix=125272
P 755 usr/sbin busybox fsfreeze=14648 fstrim=76096 hwclock=88512 killall5=26944 losetup=117168 mke2fs=141904
P 755 usr/sbin busybox mkfs.minix=112968 mkswap=117056 nologin=14568 pivot_root=14648 readprofile=35168
P 755 usr/sbin busybox remove-shell=1111 rtcwake=47424 start-stop-daemon=44464 sulogin=55616 swapoff=22840
P 755 usr/sbin busybox swapon=51512 switch_root=18744
L usr/sbin addgroup=adduser cpgr=cppw delgroup=deluser e2label=tune2fs e2mmpstatus=dumpe2fs fsck.ext2=e2fsck
L usr/sbin fsck.ext3=e2fsck fsck.ext4=e2fsck getty=agetty mkfs.ext2=mke2fs mkfs.ext3=mke2fs mkfs.ext4=mke2fs
L usr/sbin rmt=/etc/alternatives/rmt vigr=vipw
P 755 usr/sbin = agetty=69112 badblocks=35072 blkzone=80192 chcpu=47416 chgpasswd=67880 chmem=67904 cppw=61880
P 755 usr/sbin = ctrlaltdel=39224 debugfs=239440 dumpe2fs=31040 e2freefrag=14648 e2fsck=356624 e2image=55760
P 755 usr/sbin = e2scrub=7294 e2scrub_all=5394 e2undo=22840 e4crypt=26936 e4defrag=30960 faillock=14584
P 755 usr/sbin = filefrag=18696 fsck.cramfs=43384 fstab-decode=14576 groupadd=101416 groupdel=88936
P 755 usr/sbin = groupmems=67920 groupmod=101384 grpck=67888 grpconv=59536 grpunconv=59536 iconvconfig=31584
P 755 usr/sbin = installkernel=2659 invoke-rc.d=16517 isosize=31040 ldattach=35136 ldconfig=982880
P 755 usr/sbin = logsave=14424 mkfs=14648 mkfs.bfs=35136 mkfs.cramfs=43256 mkhomedir_helper=22800
P 755 usr/sbin = mklost+found=14576 newusers=105392 pam-auth-update=21288 pam_getenv=2890
P 755 usr/sbin = pam_namespace_helper=467 pam_timestamp_check=14584 pwck=59656 pwconv=55432
P 755 usr/sbin = pwhistory_helper=18680 pwunconv=55472 resize2fs=63800 rmt-tar=60432 runuser=72000
P 755 usr/sbin = service=9107 shadowconfig=2273 swaplabel=18744 tarcat=936 tune2fs=117264 unix_update=39160
P 755 usr/sbin = update-passwd=39416 update-rc.d=17742 update-shells=3984 useradd=159536 userdel=113608
P 755 usr/sbin = usermod=147056 vipw=74384 wipefs=47424 zic=60136 zramctl=117168
P 755 usr/sbin dpkg dpkg-fsys-usrunmess=17401 dpkg-preconfigure=3925 dpkg-reconfigure=4485
P 2755 usr/sbin = unix_chkpwd=39160
S 644 usr/share/base-files dot.bashrc=571 dot.profile=161 dot.profile.md5sums=72 info.dir=781 motd=286
S 644 usr/share/base-files profile=769 profile.md5sums=651 staff-group-for-usr-local=772
S 644 usr/share/debconf confmodule=2707 confmodule.sh=2875 debconf.conf=414
S 755 usr/share/debconf fix_db.pl=2004 frontend=2494
S 644 usr/share/doc/adduser copyright=12432
S 644 usr/share/doc/apt copyright=7668
S 644 usr/share/doc/base-files copyright=1208
S 644 usr/share/doc/base-passwd copyright=798
S 644 usr/share/doc/bash copyright=9764
S 644 usr/share/doc/bsdutils copyright=23237
S 644 usr/share/doc/coreutils copyright=5552
S 644 usr/share/doc/dash copyright=3878
S 644 usr/share/doc/debconf copyright=2764
S 644 usr/share/doc/debian-archive-keyring copyright=1243
S 644 usr/share/doc/debianutils copyright=9055
S 644 usr/share/doc/diffutils copyright=16112
S 644 usr/share/doc/dpkg copyright=7943
S 644 usr/share/doc/e2fsprogs copyright=15209
S 644 usr/share/doc/findutils copyright=24782
S 644 usr/share/doc/gcc-12-base copyright=68194
S 644 usr/share/doc/gpgv copyright=10555
S 644 usr/share/doc/grep copyright=1807
S 644 usr/share/doc/gzip copyright=2895
S 644 usr/share/doc/hostname copyright=1273
S 644 usr/share/doc/init-system-helpers copyright=3133
S 644 usr/share/doc/libacl1 copyright=2048
S 644 usr/share/doc/libapt-pkg6.0 copyright=7668
S 644 usr/share/doc/libattr1 copyright=1947
S 644 usr/share/doc/libaudit-common copyright=1596
S 644 usr/share/doc/libaudit1 copyright=1596
S 644 usr/share/doc/libblkid1 copyright=23237
S 644 usr/share/doc/libbz2-1.0 copyright=2228
S 644 usr/share/doc/libc-bin copyright=25467
S 644 usr/share/doc/libc6 copyright=25467
S 644 usr/share/doc/libcap-ng0 copyright=2035
S 644 usr/share/doc/libcap2 copyright=4631
S 644 usr/share/doc/libcom-err2 copyright=15209
S 644 usr/share/doc/libcrypt1 copyright=6010
S 644 usr/share/doc/libdb5.3 copyright=17177
S 644 usr/share/doc/libdebconfclient0 copyright=5856
S 644 usr/share/doc/libext2fs2 copyright=15209
S 644 usr/share/doc/libffi8 copyright=10165
L usr/share/doc libgcc-s1=gcc-12-base libstdc++6=gcc-12-base
S 644 usr/share/doc/libgcrypt20 copyright=24896
S 644 usr/share/doc/libgmp10 copyright=4153
S 644 usr/share/doc/libgnutls30 copyright=51588
S 644 usr/share/doc/libgpg-error0 copyright=4903
S 644 usr/share/doc/libhogweed6 copyright=24923
S 644 usr/share/doc/libidn2-0 copyright=5348
S 644 usr/share/doc/liblz4-1 copyright=3275
S 644 usr/share/doc/liblzma5 copyright=15465
S 644 usr/share/doc/libmd0 copyright=8018
S 644 usr/share/doc/libmount1 copyright=23237
S 644 usr/share/doc/libnettle8 copyright=24923
S 644 usr/share/doc/libp11-kit0 copyright=8646
S 644 usr/share/doc/libpam-modules copyright=9477
S 644 usr/share/doc/libpam-modules-bin copyright=9477
S 644 usr/share/doc/libpam-runtime copyright=9477
S 644 usr/share/doc/libpam0g copyright=9477
S 644 usr/share/doc/libpcre2-8-0 copyright=6626
S 644 usr/share/doc/libseccomp2 copyright=1429
S 644 usr/share/doc/libselinux1 copyright=3131
S 644 usr/share/doc/libsemanage-common copyright=1830
S 644 usr/share/doc/libsemanage2 copyright=1830
S 644 usr/share/doc/libsepol2 copyright=3750
S 644 usr/share/doc/libsmartcols1 copyright=23237
S 644 usr/share/doc/libss2 copyright=15209
S 644 usr/share/doc/libsystemd0 copyright=12776
S 644 usr/share/doc/libtasn1-6 copyright=3451
S 644 usr/share/doc/libtinfo6 copyright=4670
S 644 usr/share/doc/libudev1 copyright=12776
S 644 usr/share/doc/libunistring2 copyright=6068
S 644 usr/share/doc/libuuid1 copyright=23237
S 644 usr/share/doc/libxxhash0 copyright=2579
S 644 usr/share/doc/libzstd1 copyright=5389
S 644 usr/share/doc/login copyright=7044
S 644 usr/share/doc/logsave copyright=15209
S 644 usr/share/doc/mawk copyright=22591
S 644 usr/share/doc/mount copyright=23237
S 644 usr/share/doc/ncurses-base copyright=4670
S 644 usr/share/doc/ncurses-bin copyright=4670
S 644 usr/share/doc/passwd copyright=7044
S 644 usr/share/doc/perl-base copyright=109772
S 644 usr/share/doc/sed copyright=8618
S 644 usr/share/doc/sysvinit-utils copyright=4689
S 644 usr/share/doc/tar copyright=3798
S 644 usr/share/doc/tzdata copyright=375
S 644 usr/share/doc/usr-is-merged copyright=987
S 644 usr/share/doc/util-linux copyright=23237
S 644 usr/share/doc/util-linux-extra copyright=23237
S 644 usr/share/doc/zlib1g copyright=2927
S 644 usr/share/doc-base base-passwd.users-and-groups=423 findutils.findutils=323
S 644 usr/share/dpkg abitable=362 cputable=2152 ostable=2111 tupletable=2249
S 644 usr/share/dpkg/sh dpkg-error.sh=2173
S 644 usr/share/keyrings strata-stand-in=184472
S 644 usr/share/libc-bin nsswitch.conf=494
S 755 usr/share/libgcrypt20 clean-up-unmanaged-libraries=5493
S 644 usr/share/menu bash=194 dash=108
S 644 usr/share/pam common-account=1175 common-account.md5sums=107 common-auth=1194 common-auth.md5sums=159
S 644 usr/share/pam common-password=1594 common-password.md5sums=357 common-session=1084
S 644 usr/share/pam common-session-noninteractive=1139 common-session-noninteractive.md5sums=46
S 644 usr/share/pam common-session.md5sums=174
S 644 usr/share/pam-configs mkhomedir=154 unix=672
S 644 usr/share/perl5 strata-stand-in=184583
S 644 usr/share/pixmaps debian-logo.png=1678
S 644 usr/share/polkit-1 strata-stand-in=4024
S 644 usr/share/tabset std=135 stdcrt=95 vt100=160 vt300=64
S 644 usr/share/util-linux/logcheck/ignore.d.server util-linux=155
S 644 var/lib/dpkg/alternatives awk=207 builtins.7.gz=83 pager=107 rmt=113 which=787
S 644 var/lib shells.state=94
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
S 644 usr/share/doc/adduser changelog.gz=5498
S 644 usr/share/doc/apt changelog.gz=15973
S 644 usr/share/doc/base-files changelog.gz=18277
S 644 usr/share/doc/base-passwd changelog.gz=12259
S 644 usr/share/doc/bash changelog.Debian.amd64.gz=246 changelog.Debian.gz=1366 changelog.gz=126824
S 644 usr/share/doc/bsdutils changelog.Debian.gz=7945 changelog.gz=113
S 644 usr/share/doc/coreutils changelog.Debian.gz=15293 changelog.gz=101079
S 644 usr/share/doc/dash changelog.Debian.gz=1967 changelog.gz=7388
S 644 usr/share/doc/debconf changelog.gz=1978
S 644 usr/share/doc/debian-archive-keyring changelog.gz=936
S 644 usr/share/doc/debianutils changelog.Debian.gz=17992 changelog.gz=467
S 644 usr/share/doc/diffutils changelog.Debian.gz=1026 changelog.gz=29371
S 644 usr/share/doc/dpkg changelog.gz=232193
S 644 usr/share/doc/e2fsprogs changelog.Debian.amd64.gz=237 changelog.Debian.gz=8782
S 644 usr/share/doc/findutils changelog.Debian.gz=1478 changelog.gz=181105
S 644 usr/share/doc/gcc-12-base changelog.Debian.gz=19732
S 644 usr/share/doc/gpgv changelog.Debian.gz=3082 changelog.gz=436225
S 644 usr/share/doc/grep changelog.Debian.gz=1314 changelog.gz=156182
S 644 usr/share/doc/gzip changelog.Debian.gz=9078 changelog.gz=36418
S 644 usr/share/doc/hostname changelog.gz=624
S 644 usr/share/doc/init-system-helpers changelog.gz=2962
S 644 usr/share/doc/libacl1 changelog.Debian.gz=7507 changelog.gz=8296
S 644 usr/share/doc/libapt-pkg6.0 changelog.gz=15974
S 644 usr/share/doc/libattr1 changelog.Debian.gz=7712 changelog.gz=5039
S 644 usr/share/doc/libaudit-common changelog.Debian.gz=2467 changelog.gz=5040
S 644 usr/share/doc/libaudit1 changelog.Debian.gz=2464 changelog.gz=5040
S 644 usr/share/doc/libblkid1 changelog.Debian.gz=7943 changelog.gz=113
S 644 usr/share/doc/libbz2-1.0 changelog.Debian.amd64.gz=240 changelog.Debian.gz=10422 changelog.gz=5624
S 644 usr/share/doc/libc-bin changelog.Debian.gz=28754 changelog.gz=153
S 644 usr/share/doc/libc6 changelog.Debian.gz=28751 changelog.gz=153
S 644 usr/share/doc/libcap-ng0 changelog.Debian.amd64.gz=229 changelog.Debian.gz=1572 changelog.gz=2489
S 644 usr/share/doc/libcap2 changelog.Debian.amd64.gz=251 changelog.Debian.gz=2557 changelog.gz=240
S 644 usr/share/doc/libcom-err2 changelog.Debian.amd64.gz=237 changelog.Debian.gz=8786
S 644 usr/share/doc/libcrypt1 changelog.Debian.gz=2173 changelog.gz=9959
S 644 usr/share/doc/libdb5.3 changelog.Debian.gz=676
S 644 usr/share/doc/libdebconfclient0 changelog.gz=3850
S 644 usr/share/doc/libext2fs2 changelog.Debian.amd64.gz=237 changelog.Debian.gz=8783
S 644 usr/share/doc/libffi8 changelog.Debian.gz=1258
S 644 usr/share/doc/libgcrypt20 changelog.Debian.gz=3884 changelog.gz=209598
S 644 usr/share/doc/libgmp10 changelog.Debian.gz=14571 changelog.gz=313047
S 644 usr/share/doc/libgnutls30 changelog.Debian.gz=8302 changelog.gz=360714
S 644 usr/share/doc/libgpg-error0 changelog.Debian.gz=1753 changelog.gz=9612
S 644 usr/share/doc/libhogweed6 changelog.Debian.gz=7172 changelog.gz=122690
S 644 usr/share/doc/libidn2-0 changelog.Debian.amd64.gz=237 changelog.Debian.gz=4162 changelog.gz=19114
S 644 usr/share/doc/liblz4-1 changelog.Debian.gz=2799
S 644 usr/share/doc/liblzma5 changelog.Debian.gz=1759 changelog.gz=88441
S 644 usr/share/doc/libmd0 changelog.Debian.gz=1166 changelog.gz=7670
S 644 usr/share/doc/libmount1 changelog.Debian.gz=7943 changelog.gz=113
S 644 usr/share/doc/libnettle8 changelog.Debian.gz=7172 changelog.gz=122690
S 644 usr/share/doc/libp11-kit0 changelog.Debian.gz=1884 changelog.gz=149305
S 644 usr/share/doc/libpam-modules changelog.Debian.gz=4829 changelog.gz=31073
S 644 usr/share/doc/libpam-modules-bin changelog.Debian.gz=4829 changelog.gz=31073
S 644 usr/share/doc/libpam-runtime changelog.Debian.gz=4829 changelog.gz=31073
S 644 usr/share/doc/libpam0g changelog.Debian.gz=4829 changelog.gz=31073
S 644 usr/share/doc/libpcre2-8-0 changelog.Debian.gz=1292 changelog.gz=47006
S 644 usr/share/doc/libseccomp2 changelog.Debian.gz=1904 changelog.gz=3492
S 644 usr/share/doc/libselinux1 changelog.Debian.amd64.gz=237 changelog.Debian.gz=1632
S 644 usr/share/doc/libsemanage-common changelog.Debian.gz=13297
S 644 usr/share/doc/libsemanage2 changelog.Debian.amd64.gz=229 changelog.Debian.gz=1474
S 644 usr/share/doc/libsepol2 changelog.Debian.gz=1350
S 644 usr/share/doc/libsmartcols1 changelog.Debian.gz=7943 changelog.gz=113
S 644 usr/share/doc/libss2 changelog.Debian.amd64.gz=237 changelog.Debian.gz=8783
S 644 usr/share/doc/libsystemd0 changelog.Debian.gz=28804
S 644 usr/share/doc/libtasn1-6 changelog.Debian.gz=1823 changelog.gz=8570
S 644 usr/share/doc/libtinfo6 changelog.Debian.gz=4249 changelog.gz=238533
S 644 usr/share/doc/libudev1 changelog.Debian.gz=28807
S 644 usr/share/doc/libunistring2 changelog.Debian.gz=2895 changelog.gz=12427
S 644 usr/share/doc/libuuid1 changelog.Debian.gz=7944 changelog.gz=113
S 644 usr/share/doc/libxxhash0 changelog.Debian.gz=1328 changelog.gz=2039
S 644 usr/share/doc/libzstd1 changelog.Debian.gz=4380 changelog.gz=16421
S 644 usr/share/doc/login changelog.Debian.gz=3732 changelog.gz=148367
S 644 usr/share/doc/logsave changelog.Debian.amd64.gz=237 changelog.Debian.gz=8782
S 644 usr/share/doc/mawk changelog.Debian.gz=5584 changelog.gz=12908
S 644 usr/share/doc/mount changelog.Debian.gz=7943 changelog.gz=113
S 644 usr/share/doc/ncurses-base changelog.Debian.gz=4249 changelog.gz=238533
S 644 usr/share/doc/ncurses-bin changelog.Debian.gz=4250 changelog.gz=238533
S 644 usr/share/doc/passwd changelog.Debian.gz=3732 changelog.gz=148367
S 644 usr/share/doc/perl-base changelog.Debian.gz=4238 changelog.gz=1264
S 644 usr/share/doc/sed changelog.Debian.gz=567 changelog.gz=43857
S 644 usr/share/doc/sysvinit-utils changelog.Debian.gz=5944
S 644 usr/share/doc/tar changelog.1.gz=63284 changelog.Debian.gz=856 changelog.gz=156356
S 644 usr/share/doc/tzdata changelog.Debian.gz=6266 changelog.gz=83345
S 644 usr/share/doc/usr-is-merged changelog.gz=2434
S 644 usr/share/doc/util-linux changelog.Debian.gz=7943 changelog.gz=113
S 644 usr/share/doc/util-linux-extra changelog.Debian.gz=7944 changelog.gz=113
S 644 usr/share/doc/zlib1g changelog.Debian.gz=1044 changelog.gz=29091
S 644 usr/share/info strata-stand-in=531391
S 644 usr/share/locale/de/LC_MESSAGES strata-stand-in=1082662
S 644 usr/share/locale/es/LC_MESSAGES strata-stand-in=906152
S 644 usr/share/locale/fr/LC_MESSAGES strata-stand-in=1183236
S 644 usr/share/locale/it/LC_MESSAGES strata-stand-in=688275
S 644 usr/share/locale/ja/LC_MESSAGES strata-stand-in=949021
S 644 usr/share/locale/pt_BR/LC_MESSAGES strata-stand-in=868398
S 644 usr/share/locale/ru/LC_MESSAGES strata-stand-in=1248460
S 644 usr/share/locale/zh_CN/LC_MESSAGES strata-stand-in=1037087
S 644 usr/share/man/man1 strata-stand-in=621721
S 644 usr/share/man/man5 strata-stand-in=166970
S 644 usr/share/man/man7 strata-stand-in=13712
S 644 usr/share/man/man8 strata-stand-in=391064
`,
  owners: `
usr/bin/chage=0:42
usr/bin/expiry=0:42
usr/sbin/unix_chkpwd=0:42
var/local=0:50
var/mail=0:8
`,
};
