/** noble: facts recorded by scripts/record-debian.mjs; see there. */
import type { DebianFacts } from '../debian/facts.ts';

export const noble: DebianFacts = {
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
apt 2.7.14build2 4103 admin required amd64 no no||base-passwd (>= 3.6.1) | adduser, gpgv, libapt-pkg6.0t64 (>= 2.7.14build2), ubuntu-keyring, libc6 (>= 2.38), libgcc-s1 (>= 3.3.1), libgnutls30t64 (>= 3.8.1), libseccomp2 (>= 2.4.2), libstdc++6 (>= 13.1), libsystemd0|commandline package manager
base-files 13ubuntu10 426 admin required amd64 yes foreign|awk|libc6 (>= 2.34), libcrypt1 (>= 1:4.4.10-10ubuntu3)|Debian base system miscellaneous files
base-passwd 3.6.3build1 254 admin required amd64 yes foreign||libc6 (>= 2.34), libdebconfclient0 (>= 0.145), libselinux1 (>= 3.1~)|Debian base system master password and group files
bash 5.2.21-2ubuntu4 1900 shells required amd64 yes foreign|libc6 (>= 2.38), libtinfo6 (>= 6)|base-files (>= 2.1.12), debianutils (>= 5.6-0.1)|GNU Bourne Again SHell
bsdutils 1:2.39.3-9ubuntu6 288 utils required amd64 yes foreign|libc6 (>= 2.38), libsystemd0||basic utilities from 4.4BSD-Lite
coreutils 9.4-3ubuntu6 6944 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libattr1 (>= 1:2.4.48), libc6 (>= 2.38), libgmp10 (>= 2:6.3.0+dfsg), libselinux1 (>= 3.1~), libssl3t64 (>= 3.0.0)||GNU core utilities
dash 0.5.12-6ubuntu5 187 shells required amd64 yes foreign|libc6 (>= 2.38)|debianutils (>= 5.6-0.1), dpkg (>= 1.19.1)|POSIX-compliant shell
debconf 1.5.86ubuntu1 493 admin required all no foreign|||Debian configuration management system
debianutils 5.17build1 224 utils required amd64 yes foreign|libc6 (>= 2.38)||Miscellaneous utilities specific to Debian
diffutils 1:3.10-1build1 452 utils required amd64 yes no|libc6 (>= 2.38)||File comparison utilities
dpkg 1.22.6ubuntu6 6237 admin required amd64 yes foreign|libbz2-1.0, libc6 (>= 2.38), liblzma5 (>= 5.4.0), libmd0 (>= 0.0.0), libselinux1 (>= 3.1~), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.1.4)|tar (>= 1.28-1)|Debian package management system
e2fsprogs 1.47.0-2.4~exp1ubuntu4 1504 admin required amd64 no foreign|libblkid1 (>= 2.36), libc6 (>= 2.38), libcom-err2 (>= 1.43.9), libext2fs2t64 (= 1.47.0-2.4~exp1ubuntu4), libss2 (>= 1.38), libuuid1 (>= 2.16)|logsave|ext2/ext3/ext4 file system utilities
findutils 4.9.0-5build1 552 utils required amd64 yes foreign|libc6 (>= 2.38), libselinux1 (>= 3.1~)||utilities for finding files--find, xargs
gcc-14-base 14-20240412-0ubuntu1 110 libs required amd64 no same|||GCC, the GNU Compiler Collection (base package)
gpgv 2.4.4-2ubuntu17 337 utils important amd64 no foreign||libassuan0 (>= 2.5.0), libbz2-1.0, libc6 (>= 2.38), libgcrypt20 (>= 1.10.0), libgpg-error0 (>= 1.46), libnpth0t64 (>= 0.90), zlib1g (>= 1:1.1.4)|GNU privacy guard - signature verification tool
grep 3.11-4build1 344 utils required amd64 yes foreign|libc6 (>= 2.38), libpcre2-8-0 (>= 10.32)||GNU grep, egrep and fgrep
gzip 1.12-1ubuntu3 244 utils required amd64 yes no|libc6 (>= 2.38)|dpkg (>= 1.15.4) | install-info|GNU compression utilities
hostname 3.23+nmu2ubuntu2 46 admin required amd64 yes no|libc6 (>= 2.34)||utility to set/show the host name or domain name
init-system-helpers 1.66ubuntu1 130 admin required all yes foreign|||helper tools for all init systems
libacl1 2.3.2-1build1 74 libs required amd64 no same||libc6 (>= 2.38)|access control list - shared library
libapt-pkg6.0t64 2.7.14build2 3244 libs optional amd64 no same||libbz2-1.0, libc6 (>= 2.38), libgcc-s1 (>= 3.3.1), libgcrypt20 (>= 1.10.0), liblz4-1 (>= 0.0~r127), liblzma5 (>= 5.1.1alpha+20120614), libstdc++6 (>= 13.1), libsystemd0 (>= 221), libudev1 (>= 183), libxxhash0 (>= 0.7.1), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.2.2.3)|package management runtime library
libassuan0 2.5.6-1build1 100 libs optional amd64 no same||libc6 (>= 2.38), libgpg-error0 (>= 1.33)|IPC library for the GnuPG components
libattr1 1:2.5.2-1build1 60 libs required amd64 no same||libc6 (>= 2.4)|extended attribute handling - shared library
libaudit-common 1:3.1.2-2.1build1 17 libs required all no foreign|||Dynamic library for security auditing - common files
libaudit1 1:3.1.2-2.1build1 151 libs required amd64 no same||libaudit-common (>= 1:3.1.2-2.1build1), libc6 (>= 2.38), libcap-ng0 (>= 0.7.9)|Dynamic library for security auditing
libblkid1 2.39.3-9ubuntu6 289 libs required amd64 no same||libc6 (>= 2.38)|block device ID library
libbz2-1.0 1.0.8-5.1 95 libs required amd64 no same||libc6 (>= 2.4)|high-quality block-sorting file compressor library - runtime
libc-bin 2.39-0ubuntu8 2182 libs required amd64 yes foreign||libc6 (>> 2.39), libc6 (<< 2.40)|GNU C Library: Binaries
libc6 2.39-0ubuntu8 13430 libs required amd64 no same||libgcc-s1|GNU C Library: Shared libraries
libcap-ng0 0.8.4-2build2 60 libs required amd64 no same||libc6 (>= 2.38)|alternate POSIX capabilities library
libcap2 1:2.66-5ubuntu2 97 libs required amd64 no same||libc6 (>= 2.38)|POSIX 1003.1e capabilities (library)
libcom-err2 1.47.0-2.4~exp1ubuntu4 57 libs required amd64 no same||libc6 (>= 2.38)|common error description library
libcrypt1 1:4.4.36-4build1 226 libs required amd64 no same||libc6 (>= 2.38)|libcrypt shared library
libdebconfclient0 0.271ubuntu3 38 libs required amd64 no same||libc6 (>= 2.38)|Debian Configuration Management System (C-implementation library)
libext2fs2t64 1.47.0-2.4~exp1ubuntu4 538 libs required amd64 no same||libc6 (>= 2.38)|ext2/ext3/ext4 file system libraries
libffi8 3.4.6-1build1 72 libs optional amd64 no same||libc6 (>= 2.34)|Foreign Function Interface library runtime
libgcc-s1 14-20240412-0ubuntu1 197 libs required amd64 no same||gcc-14-base (= 14-20240412-0ubuntu1), libc6 (>= 2.35)|GCC support library
libgcrypt20 1.10.3-2build1 1396 libs required amd64 no same||libc6 (>= 2.38), libgpg-error0 (>= 1.27)|LGPL Crypto library - runtime library
libgmp10 2:6.3.0+dfsg-2ubuntu6 543 libs required amd64 no same||libc6 (>= 2.38)|Multiprecision arithmetic library
libgnutls30t64 3.8.3-1.1ubuntu3 2348 libs optional amd64 no same||libc6 (>= 2.38), libgmp10 (>= 2:6.3.0+dfsg), libhogweed6t64 (>= 3.6), libidn2-0 (>= 2.0.0), libnettle8t64 (>= 3.9~), libp11-kit0 (>= 0.25.1), libtasn1-6 (>= 4.14), libunistring5 (>= 1.1)|GNU TLS library - main runtime library
libgpg-error0 1.47-3build2 185 libs required amd64 no same||libc6 (>= 2.38)|GnuPG development runtime library
libhogweed6t64 3.9.1-2.2build1 337 libs optional amd64 no same||libc6 (>= 2.14), libgmp10 (>= 2:6.3.0+dfsg), libnettle8t64|low level cryptographic library (public-key cryptos)
libidn2-0 2.3.7-2build1 224 libs optional amd64 no same||libc6 (>= 2.14), libunistring5 (>= 1.1)|Internationalized domain names (IDNA2008/TR46) library
liblz4-1 1.9.4-1build1 155 libs required amd64 no same||libc6 (>= 2.14)|Fast LZ compression algorithm library - runtime
liblzma5 5.6.1+really5.4.5-1 378 libs required amd64 no same||libc6 (>= 2.34)|XZ-format compression library
libmd0 1.1.0-2build1 79 libs required amd64 no same||libc6 (>= 2.33)|message digest functions from BSD systems - shared library
libmount1 2.39.3-9ubuntu6 367 libs required amd64 no same||libblkid1 (>= 2.17.2), libc6 (>= 2.38), libselinux1 (>= 3.1~)|device mounting library
libncursesw6 6.4+20240113-1ubuntu2 422 libs required amd64 no same||libtinfo6 (= 6.4+20240113-1ubuntu2), libc6 (>= 2.34)|shared libraries for terminal handling (wide character support)
libnettle8t64 3.9.1-2.2build1 424 libs optional amd64 no same||libc6 (>= 2.17)|low level cryptographic library (symmetric and one-way cryptos)
libnpth0t64 1.6-3.1build1 42 libs optional amd64 no same||libc6 (>= 2.34)|replacement for GNU Pth using system threads
libp11-kit0 0.25.3-4ubuntu2 1712 libs optional amd64 no same||libc6 (>= 2.38), libffi8 (>= 3.4)|library for loading and coordinating access to PKCS#11 modules - runtime
libpam-modules 1.5.3-5ubuntu5 1123 admin required amd64 no same|libaudit1 (>= 1:2.2.1), libc6 (>= 2.38), libcrypt1 (>= 1:4.3.0), libpam0g (>= 1.4.1), libselinux1 (>= 3.1~), libsystemd0, debconf (>= 0.5) | debconf-2.0, libpam-modules-bin (= 1.5.3-5ubuntu5)||Pluggable Authentication Modules for PAM
libpam-modules-bin 1.5.3-5ubuntu5 269 admin required amd64 no foreign||libaudit1 (>= 1:2.2.1), libc6 (>= 2.38), libcrypt1 (>= 1:4.3.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsystemd0 (>= 254)|Pluggable Authentication Modules for PAM - helper binaries
libpam-runtime 1.5.3-5ubuntu5 276 admin required all no foreign||debconf (>= 0.5) | debconf-2.0, debconf (>= 1.5.19) | cdebconf, libpam-modules (>= 1.0.1-6)|Runtime support for the PAM library
libpam0g 1.5.3-5ubuntu5 208 libs required amd64 no same||libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), debconf (>= 0.5) | debconf-2.0|Pluggable Authentication Modules library
libpcre2-8-0 10.42-4ubuntu2 635 libs required amd64 no same||libc6 (>= 2.34)|New Perl Compatible Regular Expression Library- 8 bit runtime files
libproc2-0 2:4.0.4-4ubuntu3 235 libs required amd64 no same||libc6 (>= 2.38), libsystemd0 (>= 209)|library for accessing process information from /proc
libseccomp2 2.5.5-1ubuntu3 143 libs optional amd64 no same||libc6 (>= 2.4)|high level interface to Linux seccomp filter
libselinux1 3.5-2ubuntu2 200 libs required amd64 no same||libc6 (>= 2.38), libpcre2-8-0 (>= 10.22)|SELinux runtime shared libraries
libsemanage-common 3.5-1build5 26 libs required all no foreign|||Common files for SELinux policy management libraries
libsemanage2 3.5-1build5 288 libs required amd64 no same||libsemanage-common (>= 3.5-1build5), libaudit1 (>= 1:2.2.1), libbz2-1.0, libc6 (>= 2.38), libselinux1 (>= 3.5), libsepol2 (>= 3.5)|SELinux policy management library
libsepol2 3.5-2build1 751 libs required amd64 no same||libc6 (>= 2.38)|SELinux library for manipulating binary security policies
libsmartcols1 2.39.3-9ubuntu6 171 libs required amd64 no same||libc6 (>= 2.38)|smart column output alignment library
libss2 1.47.0-2.4~exp1ubuntu4 69 libs required amd64 no same||libcom-err2, libc6 (>= 2.34)|command-line interface parsing library
libssl3t64 3.0.13-0ubuntu3 6607 libs required amd64 no same||libc6 (>= 2.38)|Secure Sockets Layer toolkit - shared libraries
libstdc++6 14-20240412-0ubuntu1 3110 libs optional amd64 no same||gcc-14-base (= 14-20240412-0ubuntu1), libc6 (>= 2.38), libgcc-s1 (>= 4.3)|GNU Standard C++ Library v3
libsystemd0 255.4-1ubuntu8 1025 libs required amd64 no same||libc6 (>= 2.38), libcap2 (>= 1:2.10), libgcrypt20 (>= 1.10.0), liblz4-1 (>= 0.0~r122), liblzma5 (>= 5.1.1alpha+20120614), libzstd1 (>= 1.5.5)|systemd utility library
libtasn1-6 4.19.0-3build1 121 libs optional amd64 no same||libc6 (>= 2.38)|Manage ASN.1 structures (runtime)
libtinfo6 6.4+20240113-1ubuntu2 556 libs required amd64 no same||libc6 (>= 2.34)|shared low-level terminfo library for terminal handling
libudev1 255.4-1ubuntu8 314 libs required amd64 no same||libc6 (>= 2.38), libcap2 (>= 1:2.10)|libudev shared library
libunistring5 1.1-2build1 1757 libs optional amd64 no same||libc6 (>= 2.34)|Unicode string library for C
libuuid1 2.39.3-9ubuntu6 84 libs required amd64 no same||libc6 (>= 2.38)|Universally Unique ID library
libxxhash0 0.8.2-2build1 90 libs optional amd64 no same||libc6 (>= 2.14)|shared library for xxhash
libzstd1 1.5.5+dfsg2-2build1 761 libs required amd64 no same||libc6 (>= 2.34)|fast lossless compression algorithm
login 1:4.13+dfsg1-4ubuntu3 884 admin required amd64 yes foreign|libaudit1 (>= 1:2.2.1), libc6 (>= 2.38), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libpam-runtime, libpam-modules||system login tools
logsave 1.47.0-2.4~exp1ubuntu4 51 admin required amd64 no foreign||libc6 (>= 2.34)|save the output of a command in a log file
mawk 1.3.4.20240123-1build1 273 utils required amd64 no foreign||libc6 (>= 2.38)|Pattern scanning and text processing language
mount 2.39.3-9ubuntu6 348 admin required amd64 no foreign|libblkid1 (>= 2.17.2), libc6 (>= 2.38), libmount1 (>= 2.39.1), libselinux1 (>= 3.1~), libsmartcols1 (>= 2.33)||tools for mounting and manipulating filesystems
ncurses-base 6.4+20240113-1ubuntu2 384 utils required all yes foreign|||basic terminal type definitions
ncurses-bin 6.4+20240113-1ubuntu2 647 utils required amd64 yes foreign|libc6 (>= 2.34), libtinfo6 (>= 6.4+20230603)||terminal-related programs and man pages
passwd 1:4.13+dfsg1-4ubuntu3 2419 admin required amd64 no foreign||libaudit1 (>= 1:2.2.1), libc6 (>= 2.38), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsemanage2 (>= 2.0.32), libpam-modules|change and administer password and group data
perl-base 5.38.2-3.2build2 7913 perl required amd64 yes no|libc6 (>= 2.38), libcrypt1 (>= 1:4.1.0), dpkg (>= 1.17.17)||minimal Perl system
procps 2:4.0.4-4ubuntu3 1796 admin required amd64 no foreign||libc6 (>= 2.38), libncursesw6 (>= 6), libproc2-0 (>= 2:4.0.4), libsystemd0 (>= 254), libtinfo6 (>= 6), init-system-helpers (>= 1.29~)|/proc file system utilities
sed 4.9-2build1 340 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libc6 (>= 2.38), libselinux1 (>= 3.1~)||GNU stream editor for filtering/transforming text
sensible-utils 0.0.22 63 utils required all no foreign|||Utilities for sensible alternative selection
sysvinit-utils 3.08-6ubuntu3 107 admin required amd64 yes foreign||libc6 (>= 2.38)|System-V-like utilities
tar 1.35+dfsg-3build1 708 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libc6 (>= 2.38), libselinux1 (>= 3.1~)||GNU version of the tar archiving utility
ubuntu-keyring 2023.11.28.1 29 misc important all no foreign|||GnuPG keys of the Ubuntu archive
util-linux 2.39.3-9ubuntu6 3438 utils required amd64 yes foreign|libblkid1 (>= 2.37.2), libc6 (>= 2.38), libcap-ng0 (>= 0.7.9), libcrypt1 (>= 1:4.1.0), libmount1 (>= 2.39.1), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsmartcols1 (>= 2.38), libsystemd0, libtinfo6 (>= 6), libudev1 (>= 183), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)||miscellaneous system utilities
zlib1g 1:1.3.dfsg-3.1ubuntu2 162 libs required amd64 no same||libc6 (>= 2.14)|compression library - runtime
`,
  relations: `
apt;apt-transport-https (= 2.7.14build2);ca-certificates;apt-doc, aptitude | synaptic | wajig, dpkg-dev (>= 1.17.2), gnupg | gnupg2 | gnupg1, powermgmt-base;apt-verify, libnettle8 (<< 3.9.1-2.2~);apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~), aptitude (<< 0.8.10);apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~)
base-files;base, usr-is-merged;;;;debian-security-support (<< 2019.04.25), initscripts (<< 2.88dsf-13.3), sendfile (<< 2.1b.20080616-5.2~), ubuntu-server (<< 1.453);base, dpkg (<= 1.15.0), miscutils
base-passwd;;debconf (>= 0.5) | debconf-2.0;;;;base
bash;;bash-completion;bash-doc;;;
bsdutils;;bsdextrautils;;;;
coreutils;;;;;usrmerge (<< 39);
debconf;debconf-2.0;apt-utils, debconf-i18n;debconf-doc, debconf-kde-helper, debconf-utils, libgtk3-perl, libnet-ldap-perl, libterm-readline-gnu-perl, perl, whiptail | dialog;debconf-tiny, whiptail-utf8 (<= 0.50.17-13);;debconf-tiny
debianutils;;;;;ifupdown (<< 0.8.36+nmu1), printer-driver-pnm2ppa (<< 1.13-12), x11-common (<< 1:7.7+23~);
diffutils;;;diffutils-doc, wdiff;;;diff
dpkg;;;apt, debsig-verify;;libapt-pkg5.0 (<< 1.7~b), lsb-base (<< 10.2019031300);
e2fsprogs;;e2fsprogs-l10n;gpart, parted, fuse2fs, e2fsck-static;;;
findutils;;;;;binstats (<< 1.08-8.1), guilt (<< 0.36-0.2), libpython3.4-minimal (<< 3.4.4-2), libpython3.5-minimal (<< 3.5.1-3), lsat (<< 0.9.7.1-2.1), mc (<< 3:4.8.11-1), switchconf (<< 0.0.9-2.1);
gcc-14-base;;;;;gnat (<< 7);
gpgv;;;gnupg;;python-debian (<< 0.1.29);
grep;rgrep;;;rgrep;;
gzip;;;less;zutils (<< 1.12-3.1~);;
hostname;;;;;nis (<< 3.17-30);nis (<< 3.17-30)
libapt-pkg6.0t64;libapt-pkg (= 2.7.14build2), libapt-pkg6.0 (= 2.7.14build2);apt (>= 2.7.14build2);;libnettle8 (<< 3.9.1-2.2~);appstream (<< 0.9.0-3~), apt (<< 1.6~), aptitude (<< 0.8.9), dpkg (<< 1.20.8), libapt-inst1.5 (<< 0.9.9~), libapt-pkg6.0 (<< 2.7.14build2);libapt-pkg6.0
libc-bin;;;manpages;;dh-lua (<< 27+nmu1~);
libc6;;libidn2-0 (>= 2.0.5~);glibc-doc, debconf | debconf-2.0, locales, libnss-nis, libnss-nisplus;;chrony (<< 4.2-3~), cyrus-imapd (<< 3.6.1-2ubuntu1), fakechroot (<< 2.19-3.5), firefox (<< 91~), firefox-esr (<< 91~), gnumach-image-1.8-486 (<< 2:1.8+git20210923~), gnumach-image-1.8-486-dbg (<< 2:1.8+git20210923~), gnumach-image-1.8-xen-486 (<< 2:1.8+git20210923~), gnumach-image-1.8-xen-486-dbg (<< 2:1.8+git20210923~), hurd (<< 1:0.9.git20220301-2), locales (<< 2.39), locales-all (<< 2.39), nscd (<< 2.39), python3-iptables (<< 1.0.0-2), scipy (<< 1.10.1-10build1), tinydns (<< 1:1.05-14), valgrind (<< 1:3.19.0-1~);libc6-amd64
libcom-err2;libcom-err2t64 (= 1.47.0-2.4~exp1ubuntu4), libcomerr2 (= 1.47.0-2.4~exp1ubuntu4);;;;libcom-err2t64 (<< 1.47.0-2.4~exp1), libcomerr2 (<< 1.43.9-1~);libcom-err2t64, libcomerr2 (<< 1.43.9-1~)
libcrypt1;;;;libpam0g (<< 1.4.0-10);;libc6 (<< 2.29-4)
libext2fs2t64;e2fslibs (= 1.47.0-2.4~exp1ubuntu4), libext2fs2 (= 1.47.0-2.4~exp1ubuntu4);;;;e2fslibs (<< 1.43.9-1~), libext2fs2 (<< 1.47.0-2.4~exp1ubuntu4);e2fslibs (<< 1.43.9-1~), libext2fs2
libffi8;libffi8ubuntu1 (= 3.4.6-1build1);;;;libffi8ubuntu1 (<< 3.4.2-1);libffi8ubuntu1 (<< 3.4.2-1)
libgcc-s1;libgcc1 (= 1:14-20240412-0ubuntu1);;;;;libgcc1 (<< 1:10)
libgcrypt20;;;rng-tools;;;
libgmp10;;;;;postgresql-pgmp (<< 1.0.3-1);
libgnutls30t64;libgnutls30 (= 3.8.3-1.1ubuntu3);;gnutls-bin;;libgnutls30 (<< 3.8.3-1.1ubuntu3);libgnutls30
libgpg-error0;;libgpg-error-l10n;;;;
libhogweed6t64;libhogweed6 (= 3.9.1-2.2build1);;;;libhogweed6 (<< 3.9.1-2.2build1);libhogweed6
liblz4-1;;;;;liblz4-1a;liblz4-1a
liblzma5;;;;;liblzma2 (<< 5.1.1alpha+20110809-3~);
libmount1;;;cryptsetup-bin;;;
libncursesw6;;libgpm2;;;;
libnettle8t64;libnettle8 (= 3.9.1-2.2build1);;;;libnettle8 (<< 3.9.1-2.2build1);libnettle8
libnpth0t64;libnpth0 (= 1.6-3.1build1);;;;libnpth0 (<< 1.6-3.1build1);libnpth0
libpam-modules;libpam-mkhomedir, libpam-motd, libpam-umask;;;libpam-mkhomedir, libpam-motd, libpam-umask;;libpam-umask, libpam0g-util
libpam-modules-bin;;;;;;libpam-modules (<< 1.5.2-5~)
libpam-runtime;;;;libpam0g-util;;libpam0g-dev, libpam0g-util
libpam0g;;;libpam-doc;;libpam0t64 (<< 1.5.3-5);libpam0g-util, libpam0t64 (<< 1.5.3-5)
libproc2-0;;;;;;procps (<< 1:3.3.2-1)
libss2;libss2t64 (= 1.47.0-2.4~exp1ubuntu4);;;;libss2t64 (<< 1.47.0-2.4~exp1);e2fsprogs (<< 1.34-1), libss2t64
libssl3t64;libssl3 (= 3.0.13-0ubuntu3);;;;libssl3 (<< 3.0.13-0ubuntu3);libssl3
libstdc++6;;;;scim (<< 1.4.2-1);gcc-4.3 (<< 4.3.6-1), gcc-4.4 (<< 4.4.6-4), gcc-4.5 (<< 4.5.3-2);libstdc++6-14-dbg (<< 4.9.0-3)
libtinfo6;;;;;tmux (<< 3.3a-4);
libuuid1;libuuid1t64 (= 2.39.3-9ubuntu6);uuid-runtime;;;libuuid1t64 (<< 2.39.3-9ubuntu6);libuuid1t64
login;;;;python-4suite (<< 0.99cvs20060405-1);;
logsave;;;;;e2fsprogs (<< 1.45.3-1);e2fsprogs (<< 1.45.3-1)
mawk;awk;;;;;
mount;;;nfs-common;;;
ncurses-base;ncurses-runtime;;;;cryptsetup-initramfs (<< 2:2.6.1), ncurses-term (<< 6.4+20230625), neovim (<< 0.6.0), vim-common (<< 2:9.0.1000-2);ncurses-term (<< 6.4+20230603)
passwd;;sensible-utils;;;;
perl-base;libfile-path-perl (= 2.18), libfile-temp-perl (= 0.2311), libio-socket-ip-perl (= 0.41), libscalar-list-utils-perl (= 1:1.63), libsocket-perl (= 2.036), libxsloader-perl (= 0.32), perlapi-5.38.2;;perl, sensible-utils;defoma (<< 0.11.12), doc-base (<< 0.10.3), mono-gac (<< 2.10.8.1-3), safe-rm (<< 0.8), update-inetd (<< 4.41);amanda-common (<< 1:3.3.9-2), backuppc (<< 4.4.0-7~), bucardo (<< 5.5.0-1.1), debconf (<< 1.5.61), dh-haskell (<< 0.3), duck (<< 0.14.1), intltool (<< 0.51.0-4), kio-perldoc (<< 20.04.1-1), latexml (<< 0.8.4-2), libdevel-mat-dumper-perl (<< 0.42-3), libencode-arabic-perl (<< 14.2-2), libexception-class-perl (<< 1.42), libfile-path-perl (<< 2.18), libfile-spec-perl (<< 3.8800), libfile-temp-perl (<< 0.2311), libgnupg-interface-perl (<< 1.02-4), libio-socket-ip-perl (<< 0.41), liblexical-failure-perl (<< 0.001000), libmp3-tag-perl (<< 1.13-1.2), libnumber-format-perl (<< 1.76), libsbuild-perl (<< 0.67.0-1), libscalar-list-utils-perl (<< 1:1.63), libsocket-perl (<< 2.036), libxsloader-perl (<< 0.32), mailagent (<< 1:3.1-81-2), perl (<< 5.38.2~), perl-modules (<< 5.38.2~), pod2pdf (<< 0.42-5.1), slic3r (<< 1.2.9+dfsg-6.1), slic3r-prusa (<< 1.37.0+dfsg-1.1), texinfo (<< 6.1.0.dfsg.1-8);libfile-path-perl (<< 2.18), libfile-temp-perl (<< 0.2311), libio-socket-ip-perl (<< 0.41), libscalar-list-utils-perl (<< 1:1.63), libsocket-perl (<< 2.036), libxsloader-perl (<< 0.32), perl (<< 5.10.1-12), perl-modules (<< 5.20.1-3)
procps;watch;psmisc;;;guymager (<= 0.5.9-1), manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2), open-vm-tools (<= 2011.12.20-562307-1);manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2)
sysvinit-utils;lsb-base (= 11.1.0);;;lsb-base (<< 11.3~);;lsb-base
tar;;;bzip2, ncompress, xz-utils, tar-scripts, tar-doc;cpio (<= 2.4.2-38);dpkg-dev (<< 1.14.26);cpio (<< 2.4.2-39)
ubuntu-keyring;;;;;ubuntu-cloudimage-keyring (<< 2018.02.05);ubuntu-cloudimage-keyring (<< 2018.02.05)
util-linux;hardlink;sensible-utils;dosfstools, kbd, util-linux-extra, util-linux-locales;hardlink;;hardlink
zlib1g;libz1;;;zlib1 (<= 1:1.0.4-7);libxml2 (<< 2.7.6.dfsg-2), texlive-binaries (<< 2023.20230311.66589-8);
`,
  tree: `
D 755 boot dev etc etc/alternatives etc/apt etc/apt/apt.conf.d etc/apt/auth.conf.d etc/apt/keyrings
D 755 etc/apt/preferences.d etc/apt/trusted.gpg.d etc/cron.d etc/cron.daily etc/default etc/dpkg
D 755 etc/dpkg/dpkg.cfg.d etc/dpkg/origins etc/gnutls etc/init.d etc/kernel etc/kernel/postinst.d
D 755 etc/ld.so.conf.d etc/logrotate.d etc/opt etc/pam.d etc/profile.d etc/rc0.d etc/rc1.d etc/rc2.d etc/rc3.d
D 755 etc/rc4.d etc/rc5.d etc/rc6.d etc/rcS.d etc/security etc/security/limits.d etc/security/namespace.d
D 755 etc/selinux etc/skel etc/sysctl.d etc/systemd etc/systemd/system etc/systemd/user etc/terminfo
D 755 etc/update-motd.d home media mnt opt proc run srv sys usr usr/bin usr/games usr/include usr/lib
D 755 usr/lib/apt usr/lib/apt/methods usr/lib/apt/planners usr/lib/apt/solvers usr/lib/dpkg
D 755 usr/lib/dpkg/methods usr/lib/dpkg/methods/apt usr/lib/init usr/lib/locale usr/lib/locale/C.utf8
D 755 usr/lib/lsb usr/lib/lsb/init-functions.d usr/lib/mime usr/lib/mime/packages usr/lib/sysctl.d
D 755 usr/lib/systemd usr/lib/systemd/system usr/lib/tmpfiles.d usr/lib/udev usr/lib/udev/rules.d
D 755 usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/e2fsprogs usr/lib/x86_64-linux-gnu/engines-3
D 755 usr/lib/x86_64-linux-gnu/gconv usr/lib/x86_64-linux-gnu/ossl-modules usr/lib/x86_64-linux-gnu/perl-base
D 755 usr/lib/x86_64-linux-gnu/security usr/lib64 usr/libexec usr/libexec/coreutils usr/libexec/dpkg usr/local
D 755 usr/local/bin usr/local/etc usr/local/games usr/local/include usr/local/lib usr/local/sbin
D 755 usr/local/share usr/local/share/man usr/local/src usr/sbin usr/share usr/share/apport
D 755 usr/share/apport/package-hooks usr/share/base-files usr/share/base-passwd usr/share/bash-completion
D 755 usr/share/bug usr/share/common-licenses usr/share/debconf usr/share/debianutils usr/share/dict
D 755 usr/share/doc usr/share/doc/apt usr/share/doc/base-files usr/share/doc/base-passwd usr/share/doc/bash
D 755 usr/share/doc/bsdutils usr/share/doc/coreutils usr/share/doc/dash usr/share/doc/debconf
D 755 usr/share/doc/debianutils usr/share/doc/diffutils usr/share/doc/dpkg usr/share/doc/e2fsprogs
D 755 usr/share/doc/findutils usr/share/doc/gcc-14-base usr/share/doc/gpgv usr/share/doc/grep
D 755 usr/share/doc/gzip usr/share/doc/hostname usr/share/doc/init-system-helpers usr/share/doc/libacl1
D 755 usr/share/doc/libapt-pkg6.0t64 usr/share/doc/libassuan0 usr/share/doc/libattr1
D 755 usr/share/doc/libaudit-common usr/share/doc/libaudit1 usr/share/doc/libblkid1 usr/share/doc/libbz2-1.0
D 755 usr/share/doc/libc-bin usr/share/doc/libc6 usr/share/doc/libcap-ng0 usr/share/doc/libcap2
D 755 usr/share/doc/libcom-err2 usr/share/doc/libcrypt1 usr/share/doc/libdebconfclient0
D 755 usr/share/doc/libext2fs2t64 usr/share/doc/libffi8 usr/share/doc/libgcrypt20 usr/share/doc/libgmp10
D 755 usr/share/doc/libgnutls30t64 usr/share/doc/libgpg-error0 usr/share/doc/libhogweed6t64
D 755 usr/share/doc/libidn2-0 usr/share/doc/liblz4-1 usr/share/doc/liblzma5 usr/share/doc/libmd0
D 755 usr/share/doc/libmount1 usr/share/doc/libnettle8t64 usr/share/doc/libnpth0t64 usr/share/doc/libp11-kit0
D 755 usr/share/doc/libpam-modules usr/share/doc/libpam-modules-bin usr/share/doc/libpam-runtime
D 755 usr/share/doc/libpam0g usr/share/doc/libpcre2-8-0 usr/share/doc/libproc2-0 usr/share/doc/libseccomp2
D 755 usr/share/doc/libselinux1 usr/share/doc/libsemanage-common usr/share/doc/libsemanage2
D 755 usr/share/doc/libsepol2 usr/share/doc/libsmartcols1 usr/share/doc/libss2 usr/share/doc/libssl3
D 755 usr/share/doc/libssl3t64 usr/share/doc/libsystemd0 usr/share/doc/libtasn1-6 usr/share/doc/libtinfo6
D 755 usr/share/doc/libudev1 usr/share/doc/libunistring5 usr/share/doc/libuuid1 usr/share/doc/libxxhash0
D 755 usr/share/doc/libzstd1 usr/share/doc/login usr/share/doc/logsave usr/share/doc/mawk usr/share/doc/mount
D 755 usr/share/doc/ncurses-base usr/share/doc/ncurses-bin usr/share/doc/passwd usr/share/doc/perl
D 755 usr/share/doc/perl-base usr/share/doc/procps usr/share/doc/sed usr/share/doc/sensible-utils
D 755 usr/share/doc/sysvinit-utils usr/share/doc/tar usr/share/doc/ubuntu-keyring usr/share/doc/util-linux
D 755 usr/share/doc/zlib1g usr/share/doc-base usr/share/dpkg usr/share/dpkg/sh usr/share/gcc usr/share/gdb
D 755 usr/share/keyrings usr/share/libc-bin usr/share/libgcrypt20 usr/share/lintian usr/share/menu
D 755 usr/share/misc usr/share/pam usr/share/pam-configs usr/share/perl5 usr/share/pixmaps usr/share/polkit-1
D 755 usr/share/sensible-utils usr/share/sensible-utils/bin usr/share/tabset usr/share/terminfo
D 755 usr/share/terminfo/E usr/share/terminfo/a usr/share/terminfo/c usr/share/terminfo/d usr/share/terminfo/h
D 755 usr/share/terminfo/l usr/share/terminfo/m usr/share/terminfo/p usr/share/terminfo/r usr/share/terminfo/s
D 755 usr/share/terminfo/t usr/share/terminfo/v usr/share/terminfo/w usr/share/terminfo/x usr/share/util-linux
D 755 usr/share/util-linux/logcheck usr/share/util-linux/logcheck/ignore.d.server usr/src var var/backups
D 755 var/cache var/lib var/lib/apt var/lib/dpkg var/lib/dpkg/alternatives var/lib/dpkg/info
D 755 var/lib/dpkg/parts var/lib/dpkg/triggers var/lib/dpkg/updates var/lib/misc var/lib/pam var/lib/systemd
D 755 var/log var/opt var/spool
D 700 root
D 1777 tmp var/tmp
D 2775 var/local var/mail
L . bin=usr/bin lib=usr/lib lib64=usr/lib64 sbin=usr/sbin
S 644 etc/alternatives README=100
L etc/alternatives awk=/usr/bin/mawk nawk=/usr/bin/mawk pager=/bin/more rmt=/usr/sbin/rmt-tar
L etc/alternatives which=/usr/bin/which.debianutils
S 644 etc/apt/trusted.gpg.d ubuntu-keyring-2012-cdimage.gpg=1165 ubuntu-keyring-2018-archive.gpg=1167
S 644 etc bindresvport.blacklist=367 debconf.conf=2967 e2scrub.conf=685 gai.conf=2584 ld.so.conf=34
S 644 etc libaudit.conf=191 login.defs=12345 mke2fs.conf=744 networks=91 pam.conf=552 subgid=0 subuid=0
S 644 etc sysctl.conf=2209 xattr.conf=681
S 644 etc/cron.d e2scrub_all=201
S 755 etc/cron.daily apt-compat=1478 dpkg=123
S 644 etc/default useradd=1117
S 644 etc/dpkg dpkg.cfg=446
S 644 etc/dpkg/origins debian=83 ubuntu=114
L etc/dpkg/origins default=ubuntu
S 644 etc/gnutls config=119
S 755 etc/init.d procps=959
S 644 etc/ld.so.conf.d libc.conf=44 x86_64-linux-gnu.conf=100
L etc localtime=/usr/share/zoneinfo/UTC rmt=/usr/sbin/rmt
S 644 etc/logrotate.d alternatives=120 apt=173 dpkg=112
S 644 etc/pam.d chfn=384 chpasswd=92 chsh=581 common-account=1208 common-auth=1214 common-password=1620
S 644 etc/pam.d common-session=1394 common-session-noninteractive=1435 login=4118 newusers=92 other=520
S 644 etc/pam.d passwd=92 runuser=143 runuser-l=138 su=2259 su-l=137
S 644 etc/profile.d 01-locale-fix.sh=96
S 644 etc/security access.conf=4564 faillock.conf=2234 group.conf=3635 limits.conf=2752 namespace.conf=1637
S 644 etc/security pam_env.conf=2971 pwhistory.conf=517 sepermit.conf=418 time.conf=2179
S 755 etc/security namespace.init=1015
S 600 etc/security opasswd=0
S 644 etc/selinux semanage.conf=2065
S 644 etc/skel .bash_logout=220
S 644 etc/sysctl.d 10-console-messages.conf=77 10-ipv6-privacy.conf=490 10-kernel-hardening.conf=1229
S 644 etc/sysctl.d 10-magic-sysrq.conf=1184 10-map-count.conf=164 10-network-security.conf=158
S 644 etc/sysctl.d 10-ptrace.conf=1292 10-zeropage.conf=506 README.sysctl=798
S 644 etc/terminfo README=212
P 755 usr/bin = [=55744 addpart=14720 b2sum=55816 basenc=47624 bashbug=6988 chcon=59912 choom=22912
P 755 usr/bin = clear_console=14568 csplit=51720 deb-systemd-helper=24358 deb-systemd-invoke=7135 debconf=2870
P 755 usr/bin = debconf-apt-progress=11846 debconf-communicate=623 debconf-copydb=1718 debconf-escape=668
P 755 usr/bin = debconf-set-selections=3216 debconf-show=1825 delpart=14720 diff3=59920 dir=142312
P 755 usr/bin = dircolors=47632 faillog=23168 findmnt=69280 fmt=39432 getconf=26992 getent=39648 gpgv=310416
P 755 usr/bin = gzexe=6447 hardlink=47600 iconv=68072 infocmp=67968 ipcmk=22984 ischroot=14824 join=51760
P 755 usr/bin = lastlog=28456 ldd=5380 locale=50824 locale-check=14488 localedef=326752 lsblk=149896
P 755 usr/bin = lscpu=113032 lsipc=51584 lslocks=31504 lslogins=51584 lsmem=39296 lsns=43400 mcookie=27080
P 755 usr/bin = namei=22912 numfmt=59944 partx=63880 pathchk=35336 perl=4019312 perl5.38.2=4019312
P 755 usr/bin = pidwait=35296 pinky=39336 pldd=22976 pr=72272 prlimit=27536 ptx=55848 rename.ul=22912
P 755 usr/bin = resizepart=22912 rgrep=30 runcon=35336 savelog=10487 scriptlive=43392 sdiff=51600
P 755 usr/bin = select-editor=2450 sensible-browser=1583 sensible-editor=1556 sensible-pager=921
P 755 usr/bin = sensible-terminal=1176 setterm=35200 sha224sum=39336 sha384sum=39336 skill=27048 slabtop=22976
P 755 usr/bin = stdbuf=51720 tabs=18744 tempfile=14648 tic=92584 tload=22928 toe=22840 tput=26968 tset=26944
P 755 usr/bin = tzselect=15376 uclampset=31104 uncompress=2346 update-alternatives=59784 utmpdump=22912
P 755 usr/bin = vdir=142312 vmstat=39712 wdctl=35224 whereis=31576 zcmp=1678 zdiff=6460 zdump=31008 zegrep=29
P 755 usr/bin = zfgrep=29 zforce=2081 zgrep=8103 zless=2206 zmore=1842 znew=4577
P 755 usr/bin apt apt=18824 apt-cache=88544 apt-cdrom=27104 apt-config=31120 apt-get=51680 apt-key=28664
P 755 usr/bin apt apt-mark=55776
P 755 usr/bin busybox arch=35336 base32=39432 base64=39432 basename=35336 cat=39384 chattr=14656 chgrp=59912
P 755 usr/bin busybox chmod=55816 chown=59912 chrt=31104 cksum=104984 clear=14656 cmp=43408 comm=39440
P 755 usr/bin busybox cp=141848 cut=39432 date=109064 dd=72232 df=89168 diff=137776 dirname=35208 dmesg=70288
P 755 usr/bin busybox du=100872 echo=35208 egrep=41 env=48072 expand=35360 expr=43432 factor=64008
P 755 usr/bin busybox fallocate=27008 false=26936 fgrep=41 find=204264 flock=23024 fold=35336 free=27008
P 755 usr/bin busybox getopt=22912 grep=186824 groups=35336 gunzip=2346 gzip=93424 head=43528 hostid=35336
P 755 usr/bin busybox hostname=22760 id=39432 install=145944 ionice=18816 ipcrm=18816 ipcs=39296 kill=22912
P 755 usr/bin busybox last=35200 link=35336 ln=55816 logger=39904 login=53056 logname=35336 ls=142312
P 755 usr/bin busybox lsattr=14656 mawk=170768 md5sum=39336 mesg=14720 mkdir=76296 mkfifo=43528 mknod=43528
P 755 usr/bin busybox mktemp=35336 more=47496 mountpoint=18816 mv=137752 nice=35336 nl=39528 nohup=35240
P 755 usr/bin busybox nproc=35336 nsenter=31336 od=72200 paste=39336 pgrep=35296 pmap=35224 printenv=35208
P 755 usr/bin busybox printf=55744 ps=146424 pwd=35336 pwdx=14720 readlink=43432 realpath=43432 renice=14720
P 755 usr/bin busybox rev=14720 rm=59912 rmdir=47528 run-parts=27464 script=55680 scriptreplay=35200
P 755 usr/bin busybox sed=113224 seq=51720 setarch=27288 setpriv=39304 setsid=14720 sha1sum=39336
P 755 usr/bin busybox sha256sum=39336 sha512sum=39336 shred=55816 shuf=47624 sleep=35336 sort=105272
P 755 usr/bin busybox split=56256 stat=88592 stty=80408 sum=35240 sync=35240 tac=39336 tail=64032 tar=432048
P 755 usr/bin busybox taskset=31104 tee=39432 test=47552 timeout=39880 top=134864 touch=96776 tr=47624
P 755 usr/bin busybox true=26936 truncate=39432 tsort=47624 tty=35336 uname=35336 unexpand=39456 uniq=39432
P 755 usr/bin busybox unlink=35336 unshare=43624 uptime=14720 users=35336 w=27008 wall=22912 watch=31584
P 755 usr/bin busybox wc=55824 which.debianutils=1080 who=59928 whoami=35336 xargs=63912 yes=35208 zcat=1984
L usr/bin awk=/etc/alternatives/awk captoinfo=tic dnsdomainname=hostname domainname=hostname i386=setarch
L usr/bin infotocap=tic lastb=last ld.so=../lib64/ld-linux-x86-64.so.2 linux32=setarch linux64=setarch
L usr/bin md5sum.textutils=md5sum nawk=/etc/alternatives/nawk nisdomainname=hostname
L usr/bin pager=/etc/alternatives/pager pidof=../sbin/killall5 pkill=pgrep rbash=bash reset=tset sg=newgrp
L usr/bin sh=dash snice=skill which=/etc/alternatives/which x86_64=setarch ypdomainname=hostname
P 755 usr/bin bash bash=1446024
P 2755 usr/bin = chage=72184 expiry=27152
P 4755 usr/bin = chfn=72792 chsh=44760 gpasswd=76248 newgrp=40664
P 755 usr/bin dash dash=129784
P 755 usr/bin dpkg dpkg=318176 dpkg-deb=146000 dpkg-divert=121416 dpkg-maintscript-helper=21205
P 755 usr/bin dpkg dpkg-query=137792 dpkg-realpath=4185 dpkg-split=100896 dpkg-statoverride=51592
P 755 usr/bin dpkg dpkg-trigger=43552
P 4755 usr/bin busybox mount=51584 passwd=64152 su=55680 umount=39296
S 755 usr/lib/apt apt-helper=43656 apt.systemd.daily=16325
S 644 usr/lib/apt/methods strata-stand-in=942816
L usr/lib/apt/planners dump=../solvers/dump
S 755 usr/lib/apt/solvers dump=22920
S 644 usr/lib/dpkg/methods/apt desc.apt=567 names=39
S 755 usr/lib/dpkg/methods/apt install=2861 setup=7753 update=1242
S 755 usr/lib/init init-d-script=6774
S 644 usr/lib/init vars.sh=1212
S 644 usr/lib/lsb init-functions=11329
S 644 usr/lib/lsb/init-functions.d 00-verbose=658 50-ubuntu-logging=3752
S 644 usr/lib/mime/packages sensible-utils=97 tar=321 util-linux=90
S 644 usr/lib/sysctl.d 99-protect-links.conf=372
S 644 usr/lib/tmpfiles.d libselinux1.conf=112 passwd.conf=239
S 644 usr/lib/udev/rules.d 96-e2scrub.rules=171
S 755 usr/lib/x86_64-linux-gnu/e2fsprogs e2scrub_all_cron=1978 e2scrub_fail=822
S 644 usr/lib/x86_64-linux-gnu/engines-3 afalg.so=22976 loader_attic.so=56192 padlock.so=26848
S 644 usr/lib/x86_64-linux-gnu/gconv strata-stand-in=8199222
S 755 usr/lib/x86_64-linux-gnu ld-linux-x86-64.so.2=236616 libc.so.6=2125328
S 644 usr/lib/x86_64-linux-gnu libBrokenLocale.so.1=14624 libacl.so.1.1.2302=38984 libanl.so.1=14408
S 644 usr/lib/x86_64-linux-gnu libapt-pkg.so.6.0.0=2003400 libapt-private.so.0.0.0=424336
S 644 usr/lib/x86_64-linux-gnu libassuan.so.0.8.6=80176 libattr.so.1.1.2502=26696 libaudit.so.1.0.0=133200
S 644 usr/lib/x86_64-linux-gnu libblkid.so.1.1.0=236592 libbz2.so.1.0.4=78944 libc_malloc_debug.so.0=60744
S 644 usr/lib/x86_64-linux-gnu libcap-ng.so.0.0.0=26848 libcap.so.2.66=51536 libcom_err.so.2.1=18504
S 644 usr/lib/x86_64-linux-gnu libcrypt.so.1.1.0=198664 libcrypto.so.3=5305304 libdebconfclient.so.0.0.0=14528
S 644 usr/lib/x86_64-linux-gnu libdl.so.2=14408 libdrop_ambient.so.0.0.0=14416 libe2p.so.2.3=45168
S 644 usr/lib/x86_64-linux-gnu libext2fs.so.2.4=434536 libffi.so.8.1.4=47672 libformw.so.6.4=77328
S 644 usr/lib/x86_64-linux-gnu libgcc_s.so.1=182944 libgcrypt.so.20.4.3=1340976 libgmp.so.10.5.0=534896
S 644 usr/lib/x86_64-linux-gnu libgnutls.so.30.37.1=2053536 libgpg-error.so.0.34.0=149760
S 644 usr/lib/x86_64-linux-gnu libhogweed.so.6.8=288920 libidn2.so.0.4.0=133192 liblz4.so.1.9.4=137440
S 644 usr/lib/x86_64-linux-gnu liblzma.so.5.4.5=202904 libm.so.6=952616 libmd.so.0.1.0=55536
S 644 usr/lib/x86_64-linux-gnu libmemusage.so=18712 libmenuw.so.6.4=43576 libmount.so.1.1.0=309960
S 644 usr/lib/x86_64-linux-gnu libmvec.so.1=1018144 libncursesw.so.6.4=239848 libnettle.so.8.8=342280
S 644 usr/lib/x86_64-linux-gnu libnpth.so.0.1.2=23040 libnsl.so.1=100640 libnss_compat.so.2=43736
S 644 usr/lib/x86_64-linux-gnu libnss_dns.so.2=14336 libnss_files.so.2=14336 libnss_hesiod.so.2=26912
S 644 usr/lib/x86_64-linux-gnu libp11-kit.so.0.3.1=1714008 libpam.so.0.85.1=67888 libpam_misc.so.0.82.1=22776
S 644 usr/lib/x86_64-linux-gnu libpamc.so.0.82.1=22752 libpanelw.so.6.4=22688 libpcprofile.so=14544
S 644 usr/lib/x86_64-linux-gnu libpcre2-8.so.0.11.2=625344 libproc2.so.0.0.2=203400 libpsx.so.2.66=22744
S 644 usr/lib/x86_64-linux-gnu libpthread.so.0=14408 libresolv.so.2=68104 librt.so.1=14624
S 644 usr/lib/x86_64-linux-gnu libseccomp.so.2.5.5=125360 libselinux.so.1=174472 libsemanage.so.2=262288
S 644 usr/lib/x86_64-linux-gnu libsepol.so.2=739760 libsmartcols.so.1.1.0=112792 libss.so.2.0=30800
S 644 usr/lib/x86_64-linux-gnu libssl.so.3=696512 libstdc++.so.6.0.33=2592144 libsystemd.so.0.38.0=910592
S 644 usr/lib/x86_64-linux-gnu libtasn1.so.6.6.3=88216 libthread_db.so.1=47912 libtic.so.6.4=76088
S 644 usr/lib/x86_64-linux-gnu libtinfo.so.6.4=208328 libudev.so.1.7.8=207288 libunistring.so.5.0.0=1755312
S 644 usr/lib/x86_64-linux-gnu libutil.so.1=14408 libuuid.so.1.3.0=35032 libxxhash.so.0.8.2=71752
S 644 usr/lib/x86_64-linux-gnu libz.so.1.3=113000 libzstd.so.1.5.5=755864
L usr/lib/x86_64-linux-gnu libacl.so.1=libacl.so.1.1.2302 libapt-pkg.so.6.0=libapt-pkg.so.6.0.0
L usr/lib/x86_64-linux-gnu libapt-private.so.0.0=libapt-private.so.0.0.0 libassuan.so.0=libassuan.so.0.8.6
L usr/lib/x86_64-linux-gnu libattr.so.1=libattr.so.1.1.2502 libaudit.so.1=libaudit.so.1.0.0
L usr/lib/x86_64-linux-gnu libblkid.so.1=libblkid.so.1.1.0 libbz2.so.1=libbz2.so.1.0.4
L usr/lib/x86_64-linux-gnu libbz2.so.1.0=libbz2.so.1.0.4 libcap-ng.so.0=libcap-ng.so.0.0.0
L usr/lib/x86_64-linux-gnu libcap.so.2=libcap.so.2.66 libcom_err.so.2=libcom_err.so.2.1
L usr/lib/x86_64-linux-gnu libcrypt.so.1=libcrypt.so.1.1.0 libdebconfclient.so.0=libdebconfclient.so.0.0.0
L usr/lib/x86_64-linux-gnu libdrop_ambient.so.0=libdrop_ambient.so.0.0.0 libe2p.so.2=libe2p.so.2.3
L usr/lib/x86_64-linux-gnu libext2fs.so.2=libext2fs.so.2.4 libffi.so.8=libffi.so.8.1.4
L usr/lib/x86_64-linux-gnu libformw.so.6=libformw.so.6.4 libgcrypt.so.20=libgcrypt.so.20.4.3
L usr/lib/x86_64-linux-gnu libgmp.so.10=libgmp.so.10.5.0 libgnutls.so.30=libgnutls.so.30.37.1
L usr/lib/x86_64-linux-gnu libgpg-error.so.0=libgpg-error.so.0.34.0 libhogweed.so.6=libhogweed.so.6.8
L usr/lib/x86_64-linux-gnu libidn2.so.0=libidn2.so.0.4.0 liblz4.so.1=liblz4.so.1.9.4
L usr/lib/x86_64-linux-gnu liblzma.so.5=liblzma.so.5.4.5 libmd.so.0=libmd.so.0.1.0
L usr/lib/x86_64-linux-gnu libmenuw.so.6=libmenuw.so.6.4 libmount.so.1=libmount.so.1.1.0
L usr/lib/x86_64-linux-gnu libncursesw.so.6=libncursesw.so.6.4 libnettle.so.8=libnettle.so.8.8
L usr/lib/x86_64-linux-gnu libnpth.so.0=libnpth.so.0.1.2 libp11-kit.so.0=libp11-kit.so.0.3.1
L usr/lib/x86_64-linux-gnu libpam.so.0=libpam.so.0.85.1 libpam_misc.so.0=libpam_misc.so.0.82.1
L usr/lib/x86_64-linux-gnu libpamc.so.0=libpamc.so.0.82.1 libpanelw.so.6=libpanelw.so.6.4
L usr/lib/x86_64-linux-gnu libpcre2-8.so.0=libpcre2-8.so.0.11.2 libproc2.so.0=libproc2.so.0.0.2
L usr/lib/x86_64-linux-gnu libpsx.so.2=libpsx.so.2.66 libseccomp.so.2=libseccomp.so.2.5.5
L usr/lib/x86_64-linux-gnu libsmartcols.so.1=libsmartcols.so.1.1.0 libss.so.2=libss.so.2.0
L usr/lib/x86_64-linux-gnu libstdc++.so.6=libstdc++.so.6.0.33 libsystemd.so.0=libsystemd.so.0.38.0
L usr/lib/x86_64-linux-gnu libtasn1.so.6=libtasn1.so.6.6.3 libtic.so.6=libtic.so.6.4
L usr/lib/x86_64-linux-gnu libtinfo.so.6=libtinfo.so.6.4 libudev.so.1=libudev.so.1.7.8
L usr/lib/x86_64-linux-gnu libunistring.so.5=libunistring.so.5.0.0 libuuid.so.1=libuuid.so.1.3.0
L usr/lib/x86_64-linux-gnu libxxhash.so.0=libxxhash.so.0.8.2 libz.so.1=libz.so.1.3
L usr/lib/x86_64-linux-gnu libzstd.so.1=libzstd.so.1.5.5
S 644 usr/lib/x86_64-linux-gnu/ossl-modules legacy.so=129256
S 644 usr/lib/x86_64-linux-gnu/perl-base strata-stand-in=3517872
S 644 usr/lib/x86_64-linux-gnu/security strata-stand-in=881592
L usr/lib64 ld-linux-x86-64.so.2=../lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
S 755 usr/libexec/coreutils libstdbuf.so=14632
S 755 usr/libexec/dpkg dpkg-db-backup=2586 dpkg-db-keeper=1603
L usr/local man=share/man
P 755 usr/sbin busybox add-shell=1053 blkdiscard=22912 blkid=55720 blockdev=35200 chpasswd=55736 chroot=39432
P 755 usr/sbin busybox findfs=14720 fsck=43440 fsck.minix=55712 fsfreeze=14720 fstrim=43392 killall5=26856
P 755 usr/sbin busybox losetup=76304 mke2fs=133752 mkfs.minix=43408 mkswap=51592 nologin=14640
P 755 usr/sbin busybox pivot_root=14720 readprofile=22944 remove-shell=1111 rtcwake=35200
P 755 usr/sbin busybox start-stop-daemon=48632 sulogin=43392 swapoff=22912 swapon=43392 switch_root=22912
P 755 usr/sbin busybox sysctl=31112
P 755 usr/sbin = agetty=60992 badblocks=35144 blkzone=35200 chcpu=31104 chgpasswd=59720 chmem=35200 cppw=49608
P 755 usr/sbin = ctrlaltdel=14720 debugfs=231288 dumpe2fs=35136 e2freefrag=18744 e2fsck=373080 e2image=43328
P 755 usr/sbin = e2scrub=7294 e2scrub_all=5394 e2undo=22840 e4crypt=31104 e4defrag=35128 faillock=22848
P 755 usr/sbin = filefrag=18760 fsck.cramfs=31168 fstab-decode=14648 groupadd=72840 groupdel=64424
P 755 usr/sbin = groupmems=59744 groupmod=72744 grpck=59720 grpconv=51368 grpunconv=51368 iconvconfig=35296
P 755 usr/sbin = installkernel=2659 invoke-rc.d=16517 isosize=14720 ldattach=27008 ldconfig=387
P 755 usr/sbin = ldconfig.real=1051280 logsave=14496 mkfs=14720 mkfs.bfs=22912 mkfs.cramfs=35144
P 755 usr/sbin = mkhomedir_helper=22872 mklost+found=14648 newusers=89048 pam-auth-update=21465
P 755 usr/sbin = pam_extrausers_update=35136 pam_getenv=2890 pam_namespace_helper=467
P 755 usr/sbin = pam_timestamp_check=14656 pwck=55592 pwconv=47272 pwhistory_helper=22848 pwunconv=47272
P 755 usr/sbin = resize2fs=71992 rmt-tar=56024 runuser=55680 service=9104 shadowconfig=2273 swaplabel=18816
P 755 usr/sbin = tarcat=936 tune2fs=113216 unix_update=35136 update-passwd=35392 update-rc.d=18147
P 755 usr/sbin = update-shells=3984 useradd=143232 userdel=93192 usermod=130712 vipw=62144 wipefs=39296
P 755 usr/sbin = zic=67984 zramctl=55824
L usr/sbin cpgr=cppw e2label=tune2fs e2mmpstatus=dumpe2fs fsck.ext2=e2fsck fsck.ext3=e2fsck fsck.ext4=e2fsck
L usr/sbin getty=agetty mkfs.ext2=mke2fs mkfs.ext3=mke2fs mkfs.ext4=mke2fs rmt=/etc/alternatives/rmt vigr=vipw
P 755 usr/sbin dpkg dpkg-preconfigure=4356 dpkg-reconfigure=4536
P 2755 usr/sbin = pam_extrausers_chkpwd=26944 unix_chkpwd=31040
S 644 usr/share/apport/package-hooks source_shadow.py=720
S 644 usr/share/base-files dot.bashrc=3106 dot.profile=161 dot.profile.md5sums=72 info.dir=771 motd=286
S 644 usr/share/base-files networks=91 profile=582 profile.md5sums=396 staff-group-for-usr-local=772
S 644 usr/share/debconf confmodule=2651 confmodule.sh=2736 debconf.conf=414
S 755 usr/share/debconf fix_db.pl=2011 frontend=2515
S 644 usr/share/doc/apt copyright=7668
S 644 usr/share/doc/base-files copyright=1208
S 644 usr/share/doc/base-passwd copyright=798
S 644 usr/share/doc/bash copyright=9764
S 644 usr/share/doc/bsdutils copyright=23160
S 644 usr/share/doc/coreutils copyright=5551
S 644 usr/share/doc/dash copyright=3878
S 644 usr/share/doc/debconf copyright=2764
S 644 usr/share/doc/debianutils copyright=9062
S 644 usr/share/doc/diffutils copyright=16445
S 644 usr/share/doc/dpkg copyright=5661
S 644 usr/share/doc/e2fsprogs copyright=15209
S 644 usr/share/doc/findutils copyright=24779
S 644 usr/share/doc/gcc-14-base copyright=69004
S 644 usr/share/doc/gpgv copyright=12624
S 644 usr/share/doc/grep copyright=1807
S 644 usr/share/doc/gzip copyright=2895
S 644 usr/share/doc/hostname copyright=1273
S 644 usr/share/doc/init-system-helpers copyright=3133
S 644 usr/share/doc/libacl1 copyright=2048
S 644 usr/share/doc/libapt-pkg6.0t64 copyright=7668
S 644 usr/share/doc/libassuan0 copyright=3373
S 644 usr/share/doc/libattr1 copyright=1947
S 644 usr/share/doc/libaudit-common copyright=1596
S 644 usr/share/doc/libaudit1 copyright=1596
S 644 usr/share/doc/libblkid1 copyright=23160
S 644 usr/share/doc/libbz2-1.0 copyright=2228
S 644 usr/share/doc/libc-bin copyright=26462
S 644 usr/share/doc/libc6 copyright=26462
S 644 usr/share/doc/libcap-ng0 copyright=1621
S 644 usr/share/doc/libcap2 copyright=4631
S 644 usr/share/doc/libcom-err2 copyright=15209
S 644 usr/share/doc/libcrypt1 copyright=6010
S 644 usr/share/doc/libdebconfclient0 copyright=5856
S 644 usr/share/doc/libext2fs2t64 copyright=15209
S 644 usr/share/doc/libffi8 copyright=10165
L usr/share/doc libgcc-s1=gcc-14-base libncursesw6=libtinfo6 libstdc++6=gcc-14-base
S 644 usr/share/doc/libgcrypt20 copyright=24896
S 644 usr/share/doc/libgmp10 copyright=4153
S 644 usr/share/doc/libgnutls30t64 copyright=54039
S 644 usr/share/doc/libgpg-error0 copyright=4903
S 644 usr/share/doc/libhogweed6t64 copyright=24280
S 644 usr/share/doc/libidn2-0 copyright=5348
S 644 usr/share/doc/liblz4-1 copyright=3275
S 644 usr/share/doc/liblzma5 copyright=15465
S 644 usr/share/doc/libmd0 copyright=8018
S 644 usr/share/doc/libmount1 copyright=23160
S 644 usr/share/doc/libnettle8t64 copyright=24280
S 644 usr/share/doc/libnpth0t64 copyright=1164
S 644 usr/share/doc/libp11-kit0 copyright=15380
S 644 usr/share/doc/libpam-modules copyright=9477
S 644 usr/share/doc/libpam-modules-bin copyright=9477
S 644 usr/share/doc/libpam-runtime copyright=9477
S 644 usr/share/doc/libpam0g copyright=9477
S 644 usr/share/doc/libpcre2-8-0 copyright=6626
S 644 usr/share/doc/libproc2-0 copyright=3974
S 644 usr/share/doc/libseccomp2 copyright=1429
S 644 usr/share/doc/libselinux1 copyright=1957
S 644 usr/share/doc/libsemanage-common copyright=1921
S 644 usr/share/doc/libsemanage2 copyright=1921
S 644 usr/share/doc/libsepol2 copyright=3750
S 644 usr/share/doc/libsmartcols1 copyright=23160
S 644 usr/share/doc/libss2 copyright=15209
S 644 usr/share/doc/libssl3t64 copyright=2543
S 644 usr/share/doc/libsystemd0 copyright=12776
S 644 usr/share/doc/libtasn1-6 copyright=3451
S 644 usr/share/doc/libtinfo6 copyright=4670
S 644 usr/share/doc/libudev1 copyright=12776
S 644 usr/share/doc/libunistring5 copyright=6564
S 644 usr/share/doc/libuuid1 copyright=23160
S 644 usr/share/doc/libxxhash0 copyright=3213
S 644 usr/share/doc/libzstd1 copyright=5389
S 644 usr/share/doc/login copyright=7044
S 644 usr/share/doc/logsave copyright=15209
S 644 usr/share/doc/mawk copyright=22806
S 644 usr/share/doc/mount copyright=23160
S 644 usr/share/doc/ncurses-base copyright=4670
S 644 usr/share/doc/ncurses-bin copyright=4670
S 644 usr/share/doc/passwd copyright=7044
S 644 usr/share/doc/perl-base copyright=108292
S 644 usr/share/doc/procps copyright=3974
S 644 usr/share/doc/sed copyright=8618
S 644 usr/share/doc/sensible-utils copyright=6752
S 644 usr/share/doc/sysvinit-utils copyright=5881
S 644 usr/share/doc/tar copyright=6560
S 644 usr/share/doc/ubuntu-keyring copyright=1242
S 644 usr/share/doc/util-linux copyright=23160
S 644 usr/share/doc/zlib1g copyright=2927
S 644 usr/share/doc-base base-passwd.users-and-groups=423 findutils.findutils=323
S 644 usr/share dot.bashrc=3106 dot.profile=161 dot.profile.md5sums=72 info.dir=771 motd=284 networks=91
S 644 usr/share profile=582 profile.md5sums=396 staff-group-for-usr-local=772
S 644 usr/share/dpkg abitable=352 cputable=2062 ostable=1880 tupletable=2729
S 644 usr/share/dpkg/sh dpkg-error.sh=2173
S 644 usr/share/keyrings strata-stand-in=8469
S 644 usr/share/libc-bin nsswitch.conf=494
S 755 usr/share/libgcrypt20 clean-up-unmanaged-libraries=5493
S 644 usr/share/menu bash=194 dash=108
S 644 usr/share/pam common-account=1175 common-account.md5sums=107 common-auth=1194 common-auth.md5sums=159
S 644 usr/share/pam common-password=1594 common-password.md5sums=357 common-session=1365
S 644 usr/share/pam common-session-noninteractive=1420 common-session-noninteractive.md5sums=46
S 644 usr/share/pam common-session.md5sums=174
S 644 usr/share/pam-configs mkhomedir=154 unix=672
S 644 usr/share/perl5 strata-stand-in=176065
S 644 usr/share/pixmaps debian-logo.png=1206 ubuntu-logo-text-dark.png=4642 ubuntu-logo-text.png=5278
S 644 usr/share/pixmaps ubuntu-logo.svg=890
S 644 usr/share/polkit-1 strata-stand-in=4263
S 755 usr/share/sensible-utils/bin gettext=63 realpath=2273
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
S 644 usr/share/terminfo/r rxvt=2234 rxvt-basic=2145 rxvt-unicode=2508 rxvt-unicode-256color=2534
L usr/share/terminfo/r rxvt-m=rxvt-basic
S 644 usr/share/terminfo/s screen=1607 screen-256color=1747 screen-256color-bce=1759 screen-bce=1619
S 644 usr/share/terminfo/s screen-s=1641 screen-w=1623 screen.xterm-256color=3681 sun=1004
S 644 usr/share/terminfo/t tmux=3316 tmux-256color=3458
S 644 usr/share/terminfo/v vt100=1282 vt102=1276 vt220=1391 vt52=839
S 644 usr/share/terminfo/w wsvt25=1597 wsvt25m=1607
S 644 usr/share/terminfo/x xterm=3991 xterm-256color=4071 xterm-color=1551 xterm-mono=1489 xterm-r5=1301
S 644 usr/share/terminfo/x xterm-r6=1491 xterm-vt220=2476 xterm-xfree86=2240
L usr/share/terminfo/x xterm-debian=xterm
S 644 usr/share/util-linux/logcheck/ignore.d.server util-linux=155
S 644 var/lib/dpkg/alternatives awk=207 builtins.7.gz=83 pager=107 rmt=113 which=787
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
D 755 usr/share/locale/zh_CN/LC_TIME usr/share/man usr/share/man/man1 usr/share/man/man3 usr/share/man/man5
D 755 usr/share/man/man7 usr/share/man/man8
S 644 usr/share/doc/base-files changelog.gz=1294
S 644 usr/share/doc/base-passwd changelog.gz=2331
S 644 usr/share/doc/bash changelog.Debian.gz=2343
S 644 usr/share/doc/bsdutils changelog.Debian.gz=13340
S 644 usr/share/doc/coreutils changelog.Debian.gz=3074
S 644 usr/share/doc/dash changelog.Debian.gz=2814
S 644 usr/share/doc/debconf changelog.gz=3184
S 644 usr/share/doc/debianutils changelog.gz=4259
S 644 usr/share/doc/diffutils changelog.Debian.gz=1190
S 644 usr/share/doc/dpkg changelog.gz=3789
S 644 usr/share/doc/findutils changelog.Debian.gz=1867
S 644 usr/share/doc/gcc-14-base changelog.Debian.gz=28738
S 644 usr/share/doc/gpgv changelog.Debian.gz=6189
S 644 usr/share/doc/grep changelog.Debian.gz=1927
S 644 usr/share/doc/gzip changelog.Debian.gz=2186
S 644 usr/share/doc/hostname changelog.gz=945
S 644 usr/share/doc/init-system-helpers changelog.gz=3310
S 644 usr/share/doc/libacl1 changelog.Debian.gz=1143
S 644 usr/share/doc/libapt-pkg6.0t64 changelog.gz=18965
S 644 usr/share/doc/libassuan0 changelog.Debian.gz=1810
S 644 usr/share/doc/libattr1 changelog.Debian.gz=1598
S 644 usr/share/doc/libaudit-common changelog.Debian.gz=2893
S 644 usr/share/doc/libaudit1 changelog.Debian.gz=2890
S 644 usr/share/doc/libblkid1 changelog.Debian.gz=13339
S 644 usr/share/doc/libbz2-1.0 changelog.Debian.gz=1368
S 644 usr/share/doc/libc6 changelog.Debian.gz=39587
S 644 usr/share/doc/libcap-ng0 changelog.Debian.gz=2058
S 644 usr/share/doc/libcap2 changelog.Debian.gz=2909
S 644 usr/share/doc/libcom-err2 changelog.Debian.gz=10902
S 644 usr/share/doc/libcrypt1 changelog.Debian.gz=2475
S 644 usr/share/doc/libdebconfclient0 changelog.gz=4841
S 644 usr/share/doc/libext2fs2t64 changelog.Debian.gz=10902
S 644 usr/share/doc/libffi8 changelog.Debian.gz=1564
S 644 usr/share/doc/libgcrypt20 changelog.Debian.gz=4102
S 644 usr/share/doc/libgmp10 changelog.Debian.gz=2675
S 644 usr/share/doc/libgnutls30t64 changelog.Debian.gz=9373
S 644 usr/share/doc/libgpg-error0 changelog.Debian.gz=2125
S 644 usr/share/doc/libidn2-0 changelog.Debian.gz=1934
S 644 usr/share/doc/liblz4-1 changelog.Debian.gz=864
S 644 usr/share/doc/liblzma5 changelog.Debian.gz=1994
S 644 usr/share/doc/libmd0 changelog.Debian.gz=1021
S 644 usr/share/doc/libnettle8t64 changelog.Debian.gz=2330
S 644 usr/share/doc/libnpth0t64 changelog.Debian.gz=660
S 644 usr/share/doc/libp11-kit0 changelog.Debian.gz=3178
S 644 usr/share/doc/libpam0g changelog.Debian.gz=9210
S 644 usr/share/doc/libpcre2-8-0 changelog.Debian.gz=1594
S 644 usr/share/doc/libproc2-0 changelog.Debian.gz=5510
S 644 usr/share/doc/libseccomp2 changelog.Debian.gz=4100
S 644 usr/share/doc/libselinux1 changelog.Debian.gz=2444
S 644 usr/share/doc/libsemanage-common changelog.Debian.gz=1940
S 644 usr/share/doc/libsemanage2 changelog.Debian.gz=1938
S 644 usr/share/doc/libsepol2 changelog.Debian.gz=1662
S 644 usr/share/doc/libsmartcols1 changelog.Debian.gz=13339
S 644 usr/share/doc/libssl3t64 changelog.Debian.gz=10608
S 644 usr/share/doc/libsystemd0 changelog.Debian.gz=80926
S 644 usr/share/doc/libtasn1-6 changelog.Debian.gz=1951
S 644 usr/share/doc/libtinfo6 changelog.Debian.gz=6480
S 644 usr/share/doc/libudev1 changelog.Debian.gz=80928
S 644 usr/share/doc/libunistring5 changelog.Debian.gz=1579
S 644 usr/share/doc/libuuid1 changelog.Debian.gz=13342
S 644 usr/share/doc/libxxhash0 changelog.Debian.gz=1564
S 644 usr/share/doc/libzstd1 changelog.Debian.gz=4926
S 644 usr/share/doc/login changelog.Debian.gz=6319
S 644 usr/share/doc/logsave changelog.Debian.gz=10898
S 644 usr/share/doc/mawk changelog.Debian.gz=1918
S 644 usr/share/doc/ncurses-base changelog.Debian.gz=6479
S 644 usr/share/doc/passwd changelog.Debian.gz=6319
S 644 usr/share/doc/perl-base changelog.Debian.gz=5260
S 644 usr/share/doc/sed changelog.Debian.gz=646
S 644 usr/share/doc/sensible-utils changelog.gz=2398
S 644 usr/share/doc/sysvinit-utils changelog.Debian.gz=8033
S 644 usr/share/doc/tar changelog.Debian.gz=1609
S 644 usr/share/doc/ubuntu-keyring changelog.gz=872
S 644 usr/share/doc/zlib1g changelog.Debian.gz=4053
S 644 usr/share/info strata-stand-in=537431
S 644 usr/share/locale/de/LC_MESSAGES strata-stand-in=262466
S 644 usr/share/locale/es/LC_MESSAGES strata-stand-in=211748
S 644 usr/share/locale/fr/LC_MESSAGES strata-stand-in=269167
S 644 usr/share/locale/it/LC_MESSAGES strata-stand-in=214811
S 644 usr/share/locale/ja/LC_MESSAGES strata-stand-in=224521
S 644 usr/share/locale/pt_BR/LC_MESSAGES strata-stand-in=88496
S 644 usr/share/locale/ru/LC_MESSAGES strata-stand-in=333402
S 644 usr/share/locale/zh_CN/LC_MESSAGES strata-stand-in=238026
S 644 usr/share/man/man1 strata-stand-in=687269
S 644 usr/share/man/man3 strata-stand-in=7721
S 644 usr/share/man/man5 strata-stand-in=167182
S 644 usr/share/man/man7 strata-stand-in=21608
S 644 usr/share/man/man8 strata-stand-in=377405
`,
  owners: `
usr/bin/chage=0:42
usr/bin/expiry=0:42
usr/sbin/pam_extrausers_chkpwd=0:42
usr/sbin/unix_chkpwd=0:42
var/local=0:50
var/mail=0:8
`,
};
