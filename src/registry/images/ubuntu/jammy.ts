/** jammy: facts recorded by scripts/record-debian.mjs; see there. */
import type { DebianFacts } from '../debian/facts.ts';

export const jammy: DebianFacts = {
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
gnats:x:41:41:Gnats Bug-Reporting System (admin):/var/lib/gnats:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
_apt:x:100:65534::/nonexistent:/usr/sbin/nologin
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
gnats:x:41:
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
adduser 3.118ubuntu5 608 admin important all no foreign||passwd, debconf (>= 0.5) | debconf-2.0|add and remove users and groups
apt 2.4.5 4156 admin important amd64 no no||adduser, gpgv | gpgv2 | gpgv1, libapt-pkg6.0 (>= 2.4.5), ubuntu-keyring, libc6 (>= 2.34), libgcc-s1 (>= 3.3.1), libgnutls30 (>= 3.7.0), libseccomp2 (>= 2.4.2), libstdc++6 (>= 11), libsystemd0|commandline package manager
base-files 12ubuntu4 394 admin required amd64 yes foreign|awk|libc6 (>= 2.34), libcrypt1 (>= 1:4.4.10-10ubuntu3)|Debian base system miscellaneous files
base-passwd 3.5.52build1 243 admin required amd64 yes foreign||libc6 (>= 2.34), libdebconfclient0 (>= 0.145)|Debian base system master password and group files
bash 5.1-6ubuntu1 1864 shells required amd64 yes foreign|libc6 (>= 2.34), libtinfo6 (>= 6)|base-files (>= 2.1.12), debianutils (>= 2.15)|GNU Bourne Again SHell
bsdutils 1:2.37.2-4ubuntu3 334 utils required amd64 yes foreign|libc6 (>= 2.34), libsystemd0||basic utilities from 4.4BSD-Lite
coreutils 8.32-4.1ubuntu1 7112 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libattr1 (>= 1:2.4.44), libc6 (>= 2.34), libgmp10 (>= 2:6.2.1+dfsg), libselinux1 (>= 3.1~)||GNU core utilities
dash 0.5.11+git20210903+057cd650a4ed-3build1 214 shells required amd64 yes foreign|libc6 (>= 2.34)|debianutils (>= 2.15), dpkg (>= 1.19.1), debconf (>= 0.5) | debconf-2.0|POSIX-compliant shell
debconf 1.5.79ubuntu1 512 admin required all no foreign|perl-base (>= 5.20.1-3~)||Debian configuration management system
debianutils 5.5-1ubuntu2 243 utils required amd64 yes foreign|libc6 (>= 2.34)||Miscellaneous utilities specific to Debian
diffutils 1:3.8-0ubuntu2 424 utils required amd64 yes no|libc6 (>= 2.34)||File comparison utilities
dpkg 1.21.1ubuntu2 6733 admin required amd64 yes foreign|libbz2-1.0, libc6 (>= 2.34), liblzma5 (>= 5.2.2), libselinux1 (>= 3.1~), libzstd1 (>= 1.4.0), zlib1g (>= 1:1.1.4)|tar (>= 1.28-1)|Debian package management system
e2fsprogs 1.46.5-2ubuntu1 1516 admin required amd64 no foreign|libblkid1 (>= 2.36), libc6 (>= 2.34), libcom-err2 (>= 1.43.9), libext2fs2 (= 1.46.5-2ubuntu1), libss2 (>= 1.38), libuuid1 (>= 2.16)|logsave|ext2/ext3/ext4 file system utilities
findutils 4.8.0-1ubuntu3 620 utils required amd64 yes foreign|libc6 (>= 2.34), libselinux1 (>= 3.1~)||utilities for finding files--find, xargs
gcc-12-base 12-20220319-1ubuntu1 266 libs required amd64 no same|||GCC, the GNU Compiler Collection (base package)
gpgv 2.2.27-3ubuntu2 324 utils important amd64 no foreign||libbz2-1.0, libc6 (>= 2.34), libgcrypt20 (>= 1.9.0), libgpg-error0 (>= 1.42), zlib1g (>= 1:1.1.4)|GNU privacy guard - signature verification tool
grep 3.7-1build1 496 utils required amd64 yes foreign|libc6 (>= 2.34), libpcre3|dpkg (>= 1.15.4) | install-info|GNU grep, egrep and fgrep
gzip 1.10-4ubuntu4 244 utils required amd64 yes no|libc6 (>= 2.34)|dpkg (>= 1.15.4) | install-info|GNU compression utilities
hostname 3.23ubuntu2 51 admin required amd64 yes no|libc6 (>= 2.34)||utility to set/show the host name or domain name
init-system-helpers 1.62 133 admin required all yes foreign||perl-base (>= 5.20.1-3)|helper tools for all init systems
libacl1 2.3.1-1 67 libs required amd64 no same||libc6 (>= 2.33)|access control list - shared library
libapt-pkg6.0 2.4.5 3173 libs optional amd64 no same||libbz2-1.0, libc6 (>= 2.34), libgcc-s1 (>= 3.3.1), libgcrypt20 (>= 1.9.0), liblz4-1 (>= 0.0~r127), liblzma5 (>= 5.1.1alpha+20120614), libstdc++6 (>= 11), libsystemd0 (>= 221), libudev1 (>= 183), libxxhash0 (>= 0.7.1), libzstd1 (>= 1.4.0), zlib1g (>= 1:1.2.2.3)|package management runtime library
libattr1 1:2.5.1-1build1 57 libs required amd64 no same||libc6 (>= 2.4)|extended attribute handling - shared library
libaudit-common 1:3.0.7-1build1 23 libs required all no foreign|||Dynamic library for security auditing - common files
libaudit1 1:3.0.7-1build1 156 libs required amd64 no same||libaudit-common (>= 1:3.0.7-1build1), libc6 (>= 2.33), libcap-ng0 (>= 0.7.9)|Dynamic library for security auditing
libblkid1 2.37.2-4ubuntu3 323 libs required amd64 no same||libc6 (>= 2.33)|block device ID library
libbz2-1.0 1.0.8-5build1 100 libs required amd64 no same||libc6 (>= 2.4)|high-quality block-sorting file compressor library - runtime
libc-bin 2.35-0ubuntu3 2537 libs required amd64 yes foreign||libc6 (>> 2.35), libc6 (<< 2.36)|GNU C Library: Binaries
libc6 2.35-0ubuntu3 13592 libs required amd64 no same||libgcc-s1, libcrypt1 (>= 1:4.4.10-10ubuntu4)|GNU C Library: Shared libraries
libcap-ng0 0.7.9-2.2build3 45 libs required amd64 no same||libc6 (>= 2.33)|An alternate POSIX capabilities library
libcap2 1:2.44-1build3 65 libs required amd64 no same||libc6 (>= 2.33)|POSIX 1003.1e capabilities (library)
libcom-err2 1.46.5-2ubuntu1 101 libs required amd64 no same||libc6 (>= 2.17)|common error description library
libcrypt1 1:4.4.27-1 225 libs required amd64 no same||libc6 (>= 2.25)|libcrypt shared library
libdb5.3 5.3.28+dfsg1-0.8ubuntu3 1750 libs required amd64 no same||libc6 (>= 2.34)|Berkeley v5.3 Database Libraries [runtime]
libdebconfclient0 0.261ubuntu1 79 libs required amd64 no same||libc6 (>= 2.4)|Debian Configuration Management System (C-implementation library)
libext2fs2 1.46.5-2ubuntu1 574 libs required amd64 no same||libc6 (>= 2.34)|ext2/ext3/ext4 file system libraries
libffi8 3.4.2-4 69 libs optional amd64 no same||libc6 (>= 2.27)|Foreign Function Interface library runtime
libgcc-s1 12-20220319-1ubuntu1 140 libs required amd64 no same||gcc-12-base (= 12-20220319-1ubuntu1), libc6 (>= 2.35)|GCC support library
libgcrypt20 1.9.4-3ubuntu3 1354 libs required amd64 no same||libc6 (>= 2.33), libgpg-error0 (>= 1.27)|LGPL Crypto library - runtime library
libgmp10 2:6.2.1+dfsg-3ubuntu1 544 libs required amd64 no same||libc6 (>= 2.14)|Multiprecision arithmetic library
libgnutls30 3.7.3-4ubuntu1 2284 libs optional amd64 no same||libc6 (>= 2.34), libgmp10 (>= 2:6.2.1+dfsg), libhogweed6 (>= 3.6), libidn2-0 (>= 2.0.0), libnettle8 (>= 3.7~), libp11-kit0 (>= 0.23.18.1), libtasn1-6 (>= 4.14), libunistring2 (>= 0.9.7)|GNU TLS library - main runtime library
libgpg-error0 1.43-3 189 libs required amd64 no same||libc6 (>= 2.34)|GnuPG development runtime library
libgssapi-krb5-2 1.19.2-2 455 libs required amd64 no same||libc6 (>= 2.33), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.16), libkrb5-3 (= 1.19.2-2), libkrb5support0 (>= 1.15~beta1)|MIT Kerberos runtime libraries - krb5 GSS-API Mechanism
libhogweed6 3.7.3-1build2 336 libs optional amd64 no same||libc6 (>= 2.14), libgmp10 (>= 2:6.2.1+dfsg), libnettle8|low level cryptographic library (public-key cryptos)
libidn2-0 2.3.2-2build1 220 libs optional amd64 no same||libc6 (>= 2.14), libunistring2 (>= 0.9.7)|Internationalized domain names (IDNA2008/TR46) library
libk5crypto3 1.19.2-2 292 libs required amd64 no same||libc6 (>= 2.33), libkrb5support0 (>= 1.16)|MIT Kerberos runtime libraries - Crypto Library
libkeyutils1 1.6.1-2ubuntu3 47 misc required amd64 no same||libc6 (>= 2.14)|Linux Key Management Utilities (library)
libkrb5-3 1.19.2-2 1052 libs required amd64 no same||libc6 (>= 2.34), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.15~beta1), libkeyutils1 (>= 1.5.9), libkrb5support0 (= 1.19.2-2), libssl3 (>= 3.0.0~~alpha1)|MIT Kerberos runtime libraries
libkrb5support0 1.19.2-2 164 libs required amd64 no same||libc6 (>= 2.34)|MIT Kerberos runtime libraries - Support library
liblz4-1 1.9.3-2build2 145 libs required amd64 no same||libc6 (>= 2.14)|Fast LZ compression algorithm library - runtime
liblzma5 5.2.5-2ubuntu1 290 libs required amd64 no same||libc6 (>= 2.34)|XZ-format compression library
libmount1 2.37.2-4ubuntu3 382 libs required amd64 no same||libblkid1 (>= 2.17.2), libc6 (>= 2.34), libselinux1 (>= 3.1~)|device mounting library
libncurses6 6.3-2 329 libs required amd64 no same||libtinfo6 (= 6.3-2), libc6 (>= 2.34)|shared libraries for terminal handling
libncursesw6 6.3-2 422 libs required amd64 no same||libtinfo6 (= 6.3-2), libc6 (>= 2.34)|shared libraries for terminal handling (wide character support)
libnettle8 3.7.3-1build2 356 libs optional amd64 no same||libc6 (>= 2.17)|low level cryptographic library (symmetric and one-way cryptos)
libnsl2 1.3.0-2build2 123 libs required amd64 no same||libc6 (>= 2.33), libtirpc3 (>= 1.0.2)|Public client interface for NIS(YP) and NIS+
libp11-kit0 0.24.0-6build1 1292 libs optional amd64 no same||libc6 (>= 2.34), libffi8 (>= 3.4)|library for loading and coordinating access to PKCS#11 modules - runtime
libpam-modules 1.4.0-11ubuntu2 1138 admin required amd64 no same|libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.3.0), libdb5.3, libnsl2 (>= 1.0), libpam0g (>= 1.3.2), libselinux1 (>= 3.1~), libtirpc3 (>= 1.0.2), debconf (>= 0.5) | debconf-2.0, libpam-modules-bin (= 1.4.0-11ubuntu2)||Pluggable Authentication Modules for PAM
libpam-modules-bin 1.4.0-11ubuntu2 248 admin required amd64 no foreign||libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.3.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~)|Pluggable Authentication Modules for PAM - helper binaries
libpam-runtime 1.4.0-11ubuntu2 312 admin required all no foreign||debconf (>= 0.5) | debconf-2.0, debconf (>= 1.5.19) | cdebconf, libpam-modules (>= 1.0.1-6)|Runtime support for the PAM library
libpam0g 1.4.0-11ubuntu2 235 libs required amd64 no same||libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), debconf (>= 0.5) | debconf-2.0|Pluggable Authentication Modules library
libpcre2-8-0 10.39-3build1 621 libs required amd64 no same||libc6 (>= 2.14)|New Perl Compatible Regular Expression Library- 8 bit runtime files
libpcre3 2:8.39-13build5 683 libs required amd64 no same||libc6 (>= 2.14)|Old Perl 5 Compatible Regular Expression Library - runtime files
libprocps8 2:3.3.17-6ubuntu2 131 libs required amd64 no same||libc6 (>= 2.34), libsystemd0 (>= 209)|library for accessing process information from /proc
libseccomp2 2.5.3-2ubuntu2 145 libs optional amd64 no same||libc6 (>= 2.4)|high level interface to Linux seccomp filter
libselinux1 3.3-1build2 207 libs required amd64 no same||libc6 (>= 2.34), libpcre2-8-0 (>= 10.22)|SELinux runtime shared libraries
libsemanage-common 3.3-1build2 37 libs required all no foreign|||Common files for SELinux policy management libraries
libsemanage2 3.3-1build2 300 libs required amd64 no same||libsemanage-common (>= 3.3-1build2), libaudit1 (>= 1:2.2.1), libbz2-1.0, libc6 (>= 2.33), libselinux1 (>= 3.3), libsepol2 (>= 3.3)|SELinux policy management library
libsepol2 3.3-1build1 735 libs required amd64 no same||libc6 (>= 2.33)|SELinux library for manipulating binary security policies
libsmartcols1 2.37.2-4ubuntu3 209 libs required amd64 no same||libc6 (>= 2.14)|smart column output alignment library
libss2 1.46.5-2ubuntu1 113 libs required amd64 no same||libcom-err2, libc6 (>= 2.34)|command-line interface parsing library
libssl3 3.0.2-0ubuntu1 5822 libs required amd64 no same||libc6 (>= 2.34), debconf (>= 0.5) | debconf-2.0|Secure Sockets Layer toolkit - shared libraries
libstdc++6 12-20220319-1ubuntu1 2750 libs optional amd64 no same||gcc-12-base (= 12-20220319-1ubuntu1), libc6 (>= 2.34), libgcc-s1 (>= 4.2)|GNU Standard C++ Library v3
libsystemd0 249.11-0ubuntu3 992 libs required amd64 no same|libc6 (>= 2.34), libcap2 (>= 1:2.24-9~), libgcrypt20 (>= 1.9.0), liblz4-1 (>= 0.0~r122), liblzma5 (>= 5.1.1alpha+20120614), libzstd1 (>= 1.4.0)||systemd utility library
libtasn1-6 4.18.0-4build1 133 libs optional amd64 no same||libc6 (>= 2.14)|Manage ASN.1 structures (runtime)
libtinfo6 6.3-2 558 libs required amd64 no same||libc6 (>= 2.33)|shared low-level terminfo library for terminal handling
libtirpc-common 1.3.2-2build1 32 libs required all no foreign|||transport-independent RPC library - common files
libtirpc3 1.3.2-2build1 215 libs required amd64 no same||libc6 (>= 2.34), libgssapi-krb5-2 (>= 1.17), libtirpc-common (>= 1.3.2-2build1)|transport-independent RPC library
libudev1 249.11-0ubuntu3 344 libs required amd64 no same||libc6 (>= 2.34)|libudev shared library
libunistring2 1.0-1 1746 libs optional amd64 no same||libc6 (>= 2.34)|Unicode string library for C
libuuid1 2.37.2-4ubuntu3 134 libs required amd64 no same||libc6 (>= 2.25)|Universally Unique ID library
libxxhash0 0.8.1-1 97 libs optional amd64 no same||libc6 (>= 2.14)|shared library for xxhash
libzstd1 1.4.8+dfsg-3build1 846 libs required amd64 no same||libc6 (>= 2.14)|fast lossless compression algorithm
login 1:4.8.1-2ubuntu2 888 admin required amd64 yes foreign|libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libpam-runtime, libpam-modules||system login tools
logsave 1.46.5-2ubuntu1 97 admin required amd64 no foreign||libc6 (>= 2.34)|save the output of a command in a log file
lsb-base 11.1.0ubuntu4 58 misc required all no foreign|||Linux Standard Base init script functionality
mawk 1.3.4.20200120-3 229 utils required amd64 no foreign||libc6 (>= 2.34)|Pattern scanning and text processing language
mount 2.37.2-4ubuntu3 389 admin required amd64 no foreign|libblkid1 (>= 2.17.2), libc6 (>= 2.34), libmount1 (>= 2.37.2), libselinux1 (>= 3.1~), libsmartcols1 (>= 2.33)||tools for mounting and manipulating filesystems
ncurses-base 6.3-2 393 utils required all yes foreign|||basic terminal type definitions
ncurses-bin 6.3-2 646 utils required amd64 yes foreign|libc6 (>= 2.34), libtinfo6 (>= 6.3)||terminal-related programs and man pages
passwd 1:4.8.1-2ubuntu2 2321 admin required amd64 no foreign||libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsemanage2 (>= 2.0.3), libpam-modules|change and administer password and group data
perl-base 5.34.0-3ubuntu1 7775 perl required amd64 yes no|libc6 (>= 2.35), libcrypt1 (>= 1:4.1.0), dpkg (>= 1.17.17)||minimal Perl system
procps 2:3.3.17-6ubuntu2 1388 admin required amd64 no foreign||libc6 (>= 2.34), libncurses6 (>= 6), libncursesw6 (>= 6), libprocps8 (>= 2:3.3.16-1), libtinfo6 (>= 6), lsb-base (>= 3.0-10), init-system-helpers (>= 1.29~)|/proc file system utilities
sed 4.8-1ubuntu2 328 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~)||GNU stream editor for filtering/transforming text
sensible-utils 0.0.17 59 utils required all no foreign|||Utilities for sensible alternative selection
sysvinit-utils 3.01-1ubuntu1 83 admin required amd64 yes foreign||lsb-base (>= 11.0.0~), libc6 (>= 2.34)|System-V-like utilities
tar 1.34+dfsg-1build3 956 utils required amd64 yes foreign|libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~)||GNU version of the tar archiving utility
ubuntu-keyring 2021.03.26 41 misc important all no foreign|||GnuPG keys of the Ubuntu archive
usrmerge 25ubuntu2 200 admin required all no foreign||perl-base (>= 5.32.1-3)|Convert the system to the merged /usr directories scheme
util-linux 2.37.2-4ubuntu3 3399 utils required amd64 yes foreign|libaudit1 (>= 1:2.2.1), libblkid1 (>= 2.37.2), libc6 (>= 2.34), libcap-ng0 (>= 0.7.9), libcrypt1 (>= 1:4.1.0), libmount1 (>= 2.37.2), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsmartcols1 (>= 2.34), libsystemd0, libtinfo6 (>= 6), libudev1 (>= 183), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)||miscellaneous system utilities
zlib1g 1:1.2.11.dfsg-2ubuntu9 164 libs required amd64 no same||libc6 (>= 2.14)|compression library - runtime
`,
  relations: `
adduser;;;liblocale-gettext-perl, perl, ecryptfs-utils (>= 67-1);;;
apt;apt-transport-https (= 2.4.5);ca-certificates;apt-doc, aptitude | synaptic | wajig, dpkg-dev (>= 1.17.2), gnupg | gnupg2 | gnupg1, powermgmt-base;;apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~), aptitude (<< 0.8.10);apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~)
base-files;base;;;;debian-security-support (<< 2019.04.25), initscripts (<< 2.88dsf-13.3), sendfile (<< 2.1b.20080616-5.2~), ubuntu-server (<< 1.453);base, dpkg (<= 1.15.0), miscutils
base-passwd;;debconf (>= 0.5) | debconf-2.0;;;;base
bash;;bash-completion (>= 20060301-0);bash-doc;bash-completion (<< 20060301-0);;bash-completion (<< 20060301-0), bash-doc (<= 2.05-1)
bsdutils;;bsdextrautils;;;;
debconf;debconf-2.0;apt-utils (>= 0.5.1), debconf-i18n;debconf-doc, debconf-utils, whiptail | dialog, libterm-readline-gnu-perl, libgtk3-perl, libnet-ldap-perl, perl, debconf-kde-helper (>= 0.1+git20110702);apt (<< 0.3.12.1), cdebconf (<< 0.96), debconf-tiny, debconf-utils (<< 1.3.22), dialog (<< 0.9b-20020814-1), menu (<= 2.1.3-1), whiptail (<< 0.51.4-11), whiptail-utf8 (<= 0.50.17-13);apt-listchanges (<< 3.14), ubiquity (<< 17.10.2), update-notifier-common (<< 3.187~);debconf-tiny
debianutils;;;;;ifupdown (<< 0.8.36+nmu1), printer-driver-pnm2ppa (<< 1.13-12), x11-common (<< 1:7.7+23~);
diffutils;;;diffutils-doc, wdiff;;;diff
dpkg;;;apt, debsig-verify;;libapt-pkg5.0 (<< 1.7~b), lsb-base (<< 10.2019031300);
e2fsprogs;;e2fsprogs-l10n;gpart, parted, fuse2fs, e2fsck-static;;;
findutils;;;mlocate | locate;;binstats (<< 1.08-8.1), guilt (<< 0.36-0.2), libpython3.4-minimal (<< 3.4.4-2), libpython3.5-minimal (<< 3.5.1-3), lsat (<< 0.9.7.1-2.1), mc (<< 3:4.8.11-1), switchconf (<< 0.0.9-2.1);
gcc-12-base;;;;;gnat (<< 7);
gpgv;;;gnupg;;gnupg2 (<< 2.0.21-2), gpgv2 (<< 2.1.11-7+exp1), python-debian (<< 0.1.29);gnupg2 (<< 2.0.21-2), gpgv2 (<< 2.1.11-7+exp1)
grep;rgrep;;libpcre3 (>= 7.7);rgrep;;
gzip;;;less;;;
hostname;;;;;nis (<< 3.17-30);nis (<< 3.17-30)
init-system-helpers;;;;file-rc (<< 0.8.17~);;
libapt-pkg6.0;libapt-pkg (= 2.4.5);apt (>= 2.4.5);;;appstream (<< 0.9.0-3~), apt (<< 1.6~), aptitude (<< 0.8.9), dpkg (<< 1.20.8), libapt-inst1.5 (<< 0.9.9~);
libc-bin;;;manpages;;;
libc6;;libidn2-0 (>= 2.0.5~), libnss-nis, libnss-nisplus;glibc-doc, debconf | debconf-2.0, locales;;busybox (<< 1.30.1-6), fakeroot (<< 1.25.3-1.1ubuntu2~), hurd (<< 1:0.9.git20170910-1), ioquake3 (<< 1.36+u20200211.f2c61c1~dfsg-2~), iraf-fitsutil (<< 2018.07.06-4), libgegl-0.4-0 (<< 0.4.18), libtirpc1 (<< 0.2.3), locales (<< 2.35), locales-all (<< 2.35), macs (<< 2.2.7.1-3~), nocache (<< 1.1-1~), nscd (<< 2.35), openarena (<< 0.8.8+dfsg-4~), openssh-server (<< 1:8.2p1-4), r-cran-later (<< 0.7.5+dfsg-2), wcc (<< 0.0.2+dfsg-3);libc6-amd64
libcom-err2;libcomerr2 (= 1.46.5-2ubuntu1);;;;libcomerr2 (<< 1.43.9-1~);libcomerr2 (<< 1.43.9-1~)
libcrypt1;;;;libpam0g (<< 1.4.0-10);;libc6 (<< 2.29-4)
libext2fs2;e2fslibs (= 1.46.5-2ubuntu1);;;;e2fslibs (<< 1.43.9-1~);e2fslibs (<< 1.43.9-1~)
libffi8;libffi8ubuntu1 (= 3.4.2-4);;;;libffi8ubuntu1 (<< 3.4.2-1);libffi8ubuntu1 (<< 3.4.2-1)
libgcc-s1;libgcc1 (= 1:12-20220319-1ubuntu1);;;;;libgcc1 (<< 1:10)
libgcrypt20;;;rng-tools;;;
libgmp10;;;;;libmath-gmp-perl (<< 2.20-1), libmath-prime-util-gmp-perl (<< 0.51-2), postgresql-pgmp (<< 1.0.3-1);
libgnutls30;;;gnutls-bin;;;
libgpg-error0;;libgpg-error-l10n;;;;
libgssapi-krb5-2;;;krb5-doc, krb5-user;;moonshot-gss-eap (<= 1.0);
libk5crypto3;;;krb5-doc, krb5-user;;libgssapi-krb5-2 (<= 1.18~), libkrb5-3 (<= 1.18~);
libkrb5-3;;krb5-locales;krb5-doc, krb5-user;;libapache2-mod-auth-kerb (<= 5.4-2.4), libsmbclient (<= 2:3.6.1-2), sssd (<= 1.2.1-4.3);
libkrb5support0;;;;;libgssapi-krb5-2 (<< 1.13~alpha1-1), libk5crypto3 (<< 1.16), libkadm5clnt-mit9 (<< 1.13~alpha1-1), libkadm5srv-mit9 (<< 1.13~alpha1-1), libkdb5-8 (<< 1.16);
liblz4-1;;;;;liblz4-1a;liblz4-1a
liblzma5;;;;;liblzma2 (<< 5.1.1alpha+20110809-3~);
libmount1;;;cryptsetup-bin;;;
libncurses6;;libgpm2;;;cowdancer (<< 0.89~);
libncursesw6;;libgpm2;;;;
libp11-kit0;;;;;opencryptoki (<= 3.6.1+dfsg-1);
libpam-modules;libpam-mkhomedir, libpam-motd, libpam-umask;;;libpam-mkhomedir, libpam-motd, libpam-umask;;libpam-umask, libpam0g-util
libpam-modules-bin;;;;;;libpam-modules (<< 1.1.3-8)
libpam-runtime;;;;libpam0g-util;;libpam0g-dev, libpam0g-util
libpam0g;;;libpam-doc;;;libpam0g-util
libpcre3;;;;libpcre3-dev (<= 4.3-3);approx (<< 4.4-1~), cduce (<< 0.5.3-2~), cmigrep (<< 1.5-7~), galax (<< 1.1-7~), libpcre-ocaml (<< 6.0.1~), liquidsoap (<< 0.9.2-3~), ocsigen (<< 1.3.3-1~);
libprocps8;;;;;;procps (<< 1:3.3.2-1)
libsemanage2;;;;;policycoreutils (<< 3.0);
libss2;;;;;;e2fsprogs (<< 1.34-1)
libstdc++6;;;;scim (<< 1.4.2-1);gcc-4.3 (<< 4.3.6-1), gcc-4.4 (<< 4.4.6-4), gcc-4.5 (<< 4.5.3-2);libstdc++6-12-dbg (<< 4.9.0-3)
libtirpc-common;;;;;libtirpc1, libtirpc3 (<< 1.1.4-0.1~);libtirpc1, libtirpc3 (<< 1.1.4-0.1~)
libtirpc3;;;;;nfs-common (<< 1:1.2.8-7), nfs-kernel-server (<< 1:1.2.8-7);
libuuid1;;uuid-runtime;;;;
login;;;;python-4suite (<< 0.99cvs20060405-1);util-linux (<< 2.32-0.2~);
logsave;;;;;e2fsprogs (<< 1.45.3-1);e2fsprogs (<< 1.45.3-1)
mawk;awk;;;;;
mount;;;nfs-common;;;
ncurses-base;ncurses-runtime;;;;bash-static (<< 4.4.18-1.1), libmono-corlib4.5-cil (<< 4.6.2.7+dfsg-2), libslang2 (<< 2.3.1a-3), libtinfo5 (<< 6.1), libunibilium0 (<< 2), libunibilium4 (<< 2.0.0-3), neovim (<< 0.6.0), zsh-static (<< 5.4.2-4);
passwd;;sensible-utils;;;;
perl-base;libfile-path-perl (= 2.18), libfile-temp-perl (= 0.2311), libio-socket-ip-perl (= 0.41), libscalar-list-utils-perl (= 1:1.55), libsocket-perl (= 2.031), libxsloader-perl (= 0.30), perlapi-5.34.0;;perl, sensible-utils;defoma (<< 0.11.12), doc-base (<< 0.10.3), mono-gac (<< 2.10.8.1-3), safe-rm (<< 0.8), update-inetd (<< 4.41);amanda-common (<< 1:3.3.9-2), backuppc (<< 3.3.1-2), bucardo (<< 5.5.0-1.1), debconf (<< 1.5.61), dh-haskell (<< 0.3), intltool (<< 0.51.0-4), kio-perldoc (<< 20.04.1-1), latexml (<< 0.8.4-2), libdevel-mat-dumper-perl (<< 0.42-3), libencode-arabic-perl (<< 14.2-2), libexception-class-perl (<< 1.42), libfile-path-perl (<< 2.18), libfile-spec-perl (<< 3.8000), libfile-temp-perl (<< 0.2311), libio-socket-ip-perl (<< 0.41), libmp3-tag-perl (<< 1.13-1.2), libsbuild-perl (<< 0.67.0-1), libscalar-list-utils-perl (<< 1:1.55), libsocket-perl (<< 2.031), libxsloader-perl (<< 0.30), mailagent (<< 1:3.1-81-2), perl (<< 5.34.0~), perl-modules (<< 5.34.0~), pod2pdf (<< 0.42-5.1), slic3r (<< 1.2.9+dfsg-6.1), slic3r-prusa (<< 1.37.0+dfsg-1.1), texinfo (<< 6.1.0.dfsg.1-8);libfile-path-perl (<< 2.18), libfile-temp-perl (<< 0.2311), libio-socket-ip-perl (<< 0.41), libscalar-list-utils-perl (<< 1:1.55), libsocket-perl (<< 2.031), libxsloader-perl (<< 0.30), perl (<< 5.10.1-12), perl-modules (<< 5.20.1-3)
procps;watch;psmisc;;;guymager (<= 0.5.9-1), manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2), open-vm-tools (<= 2011.12.20-562307-1);manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2)
sensible-utils;;;;;;debianutils (<= 2.32.3), manpages-pl (<= 20060617-3~)
tar;;;bzip2, ncompress, xz-utils, tar-scripts, tar-doc;cpio (<= 2.4.2-38);dpkg-dev (<< 1.14.26);cpio (<< 2.4.2-39)
ubuntu-keyring;;;;;ubuntu-cloudimage-keyring (<< 2018.02.05);ubuntu-cloudimage-keyring (<< 2018.02.05)
usrmerge;;;;acl (<< 2.2.52-3~), arptables (<< 0.0.4+snapshot20181021-1~), coreutils (<< 8.24-1~), cryptsetup (<< 2:1.7.0-1~), davfs2 (<< 1.5.2-1.2~), debianutils (<< 4.5~), ebtables (<< 2.0.10.4+snapshot20181205-1~), elvis-tiny (<< 1.4-24~), kbd (<< 2.0.3-1~), ksh (<< 93u+20120801-3.1~), less (<< 481-2~), libbrlapi-dev (<< 5.3.1-1~), libdm0-dev, libjson-c-dev (<< 0.12.1-1.1~), libpng12-0 (<< 1.2.54-4~), libusb-0.1-4 (<< 2:0.1.12-28~), mksh (<< 52b-1~), molly-guard (<< 0.7.1+exp1~), musl-dev (<< 1.1.9-1.1~), nano (<< 2.3.99pre3-1~), open-iscsi (<< 2.0.873+git0.3b4b4500-13~), open-vm-tools (<< 2:10.0.5-3227872-2~), policycoreutils (<< 2.4-4~), safe-rm (<< 0.12-6~), tcsh (<< 6.18.01-4~), vsearch (<< 1.9.5-2~), xfsdump (<< 3.1.6+nmu1~), xfslibs-dev (<< 4.9.0+nmu1~), yp-tools (<< 3.3-5~), zsh (<< 5.2-4~);cruft-ng (<< 0.4.4~), initramfs-tools (<< 0.121~);
util-linux;hardlink;;dosfstools, kbd, util-linux-locales;hardlink;;hardlink
zlib1g;libz1;;;zlib1 (<= 1:1.0.4-7);libxml2 (<< 2.7.6.dfsg-2), texlive-binaries (<< 2009-12);
`,
  tree: `
D 755 boot dev etc etc/alternatives etc/apt etc/apt/apt.conf.d etc/apt/auth.conf.d etc/apt/keyrings
D 755 etc/apt/preferences.d etc/apt/trusted.gpg.d etc/cron.d etc/cron.daily etc/default etc/dpkg
D 755 etc/dpkg/dpkg.cfg.d etc/dpkg/origins etc/gss etc/gss/mech.d etc/init.d etc/kernel etc/kernel/postinst.d
D 755 etc/ld.so.conf.d etc/logrotate.d etc/opt etc/pam.d etc/profile.d etc/rc0.d etc/rc1.d etc/rc2.d etc/rc3.d
D 755 etc/rc4.d etc/rc5.d etc/rc6.d etc/rcS.d etc/security etc/security/limits.d etc/security/namespace.d
D 755 etc/selinux etc/skel etc/sysctl.d etc/systemd etc/systemd/system etc/systemd/user etc/terminfo
D 755 etc/update-motd.d home media mnt opt proc run srv sys usr usr/bin usr/games usr/include usr/lib
D 755 usr/lib/apt usr/lib/apt/methods usr/lib/apt/planners usr/lib/apt/solvers usr/lib/dpkg
D 755 usr/lib/dpkg/methods usr/lib/dpkg/methods/apt usr/lib/init usr/lib/locale usr/lib/locale/C.utf8
D 755 usr/lib/lsb usr/lib/lsb/init-functions.d usr/lib/mime usr/lib/mime/packages usr/lib/sysctl.d
D 755 usr/lib/systemd usr/lib/systemd/system usr/lib/terminfo usr/lib/tmpfiles.d usr/lib/udev
D 755 usr/lib/udev/rules.d usr/lib/usrmerge usr/lib/usrmerge/lib usr/lib/usrmerge/lib/File
D 755 usr/lib/usrmerge/lib/File/Find usr/lib/usrmerge/lib/Number usr/lib/usrmerge/lib/Text
D 755 usr/lib/usrmerge/lib/Tie usr/lib/usrmerge/lib/autodie usr/lib/usrmerge/lib/autodie/Scope
D 755 usr/lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu/audit usr/lib/x86_64-linux-gnu/e2fsprogs
D 755 usr/lib/x86_64-linux-gnu/engines-3 usr/lib/x86_64-linux-gnu/gconv usr/lib/x86_64-linux-gnu/krb5
D 755 usr/lib/x86_64-linux-gnu/krb5/plugins usr/lib/x86_64-linux-gnu/krb5/plugins/libkrb5
D 755 usr/lib/x86_64-linux-gnu/krb5/plugins/preauth usr/lib/x86_64-linux-gnu/ossl-modules
D 755 usr/lib/x86_64-linux-gnu/perl-base usr/lib/x86_64-linux-gnu/security usr/lib64 usr/libexec
D 755 usr/libexec/coreutils usr/libexec/dpkg usr/local usr/local/bin usr/local/etc usr/local/games
D 755 usr/local/include usr/local/lib usr/local/sbin usr/local/share usr/local/share/man usr/local/src
D 755 usr/sbin usr/share usr/share/adduser usr/share/apport usr/share/apport/package-hooks
D 755 usr/share/base-files usr/share/base-passwd usr/share/bash-completion usr/share/bug
D 755 usr/share/common-licenses usr/share/debconf usr/share/debianutils usr/share/dict usr/share/doc
D 755 usr/share/doc/adduser usr/share/doc/apt usr/share/doc/base-files usr/share/doc/base-passwd
D 755 usr/share/doc/bash usr/share/doc/bsdutils usr/share/doc/coreutils usr/share/doc/dash
D 755 usr/share/doc/debconf usr/share/doc/debianutils usr/share/doc/diffutils usr/share/doc/dpkg
D 755 usr/share/doc/e2fsprogs usr/share/doc/findutils usr/share/doc/gcc-12-base usr/share/doc/gpgv
D 755 usr/share/doc/grep usr/share/doc/gzip usr/share/doc/hostname usr/share/doc/init-system-helpers
D 755 usr/share/doc/libacl1 usr/share/doc/libapt-pkg6.0 usr/share/doc/libattr1 usr/share/doc/libaudit-common
D 755 usr/share/doc/libaudit1 usr/share/doc/libblkid1 usr/share/doc/libbz2-1.0 usr/share/doc/libc-bin
D 755 usr/share/doc/libc6 usr/share/doc/libcap-ng0 usr/share/doc/libcap2 usr/share/doc/libcom-err2
D 755 usr/share/doc/libcrypt1 usr/share/doc/libdb5.3 usr/share/doc/libdebconfclient0 usr/share/doc/libext2fs2
D 755 usr/share/doc/libffi8 usr/share/doc/libgcrypt20 usr/share/doc/libgmp10 usr/share/doc/libgnutls30
D 755 usr/share/doc/libgpg-error0 usr/share/doc/libgssapi-krb5-2 usr/share/doc/libhogweed6
D 755 usr/share/doc/libidn2-0 usr/share/doc/libk5crypto3 usr/share/doc/libkeyutils1 usr/share/doc/libkrb5-3
D 755 usr/share/doc/libkrb5support0 usr/share/doc/liblz4-1 usr/share/doc/liblzma5 usr/share/doc/libmount1
D 755 usr/share/doc/libnettle8 usr/share/doc/libnsl2 usr/share/doc/libp11-kit0 usr/share/doc/libpam-modules
D 755 usr/share/doc/libpam-modules-bin usr/share/doc/libpam-runtime usr/share/doc/libpam0g
D 755 usr/share/doc/libpcre2-8-0 usr/share/doc/libpcre3 usr/share/doc/libprocps8 usr/share/doc/libseccomp2
D 755 usr/share/doc/libselinux1 usr/share/doc/libsemanage-common usr/share/doc/libsemanage2
D 755 usr/share/doc/libsepol2 usr/share/doc/libsmartcols1 usr/share/doc/libss2 usr/share/doc/libssl3
D 755 usr/share/doc/libsystemd0 usr/share/doc/libtasn1-6 usr/share/doc/libtinfo6 usr/share/doc/libtirpc-common
D 755 usr/share/doc/libtirpc3 usr/share/doc/libudev1 usr/share/doc/libunistring2 usr/share/doc/libuuid1
D 755 usr/share/doc/libxxhash0 usr/share/doc/libzstd1 usr/share/doc/login usr/share/doc/logsave
D 755 usr/share/doc/lsb-base usr/share/doc/mawk usr/share/doc/mount usr/share/doc/ncurses-base
D 755 usr/share/doc/ncurses-bin usr/share/doc/passwd usr/share/doc/perl usr/share/doc/perl-base
D 755 usr/share/doc/procps usr/share/doc/sed usr/share/doc/sensible-utils usr/share/doc/sysvinit-utils
D 755 usr/share/doc/tar usr/share/doc/ubuntu-keyring usr/share/doc/usrmerge usr/share/doc/util-linux
D 755 usr/share/doc/zlib1g usr/share/doc-base usr/share/dpkg usr/share/dpkg/sh usr/share/gcc usr/share/gdb
D 755 usr/share/keyrings usr/share/libc-bin usr/share/lintian usr/share/menu usr/share/misc usr/share/pam
D 755 usr/share/pam-configs usr/share/perl5 usr/share/pixmaps usr/share/polkit-1 usr/share/sensible-utils
D 755 usr/share/sensible-utils/bin usr/share/tabset usr/share/terminfo usr/src var var/backups var/cache
D 755 var/lib var/lib/apt var/lib/dpkg var/lib/dpkg/alternatives var/lib/dpkg/info var/lib/dpkg/parts
D 755 var/lib/dpkg/triggers var/lib/dpkg/updates var/lib/misc var/lib/pam var/lib/systemd var/log var/opt
D 755 var/spool
D 700 root
D 1777 tmp var/tmp
D 2775 var/local var/mail
L . bin=usr/bin lib=usr/lib lib64=usr/lib64 sbin=usr/sbin
S 644 etc adduser.conf=3028 bindresvport.blacklist=367 debconf.conf=2969 deluser.conf=604 e2scrub.conf=685
S 644 etc gai.conf=2584 ld.so.conf=34 libaudit.conf=191 login.defs=10734 mke2fs.conf=744 netconfig=767
S 644 etc networks=91 pam.conf=552 subgid=0 subuid=0 sysctl.conf=2355 xattr.conf=681
S 644 etc/alternatives README=100
L etc/alternatives awk=/usr/bin/mawk nawk=/usr/bin/mawk pager=/bin/more rmt=/usr/sbin/rmt-tar
L etc/alternatives which=/usr/bin/which.debianutils
S 644 etc/apt/trusted.gpg.d ubuntu-keyring-2012-cdimage.gpg=2794 ubuntu-keyring-2018-archive.gpg=1733
S 644 etc/cron.d e2scrub_all=201
S 755 etc/cron.daily apt-compat=1478 dpkg=123
S 644 etc/default useradd=1118
S 644 etc/dpkg dpkg.cfg=446
S 644 etc/dpkg/origins debian=83 ubuntu=114
L etc/dpkg/origins default=ubuntu
S 755 etc/init.d hwclock.sh=1748 procps=959
S 644 etc/ld.so.conf.d libc.conf=44 x86_64-linux-gnu.conf=100
L etc localtime=/usr/share/zoneinfo/UTC rmt=/usr/sbin/rmt
S 644 etc/logrotate.d alternatives=120 apt=173 dpkg=112
S 644 etc/pam.d chfn=384 chpasswd=92 chsh=581 common-account=1208 common-auth=1214 common-password=1620
S 644 etc/pam.d common-session=1394 common-session-noninteractive=1435 login=4126 newusers=92 other=520
S 644 etc/pam.d passwd=92 runuser=143 runuser-l=138 su=2259 su-l=137
S 644 etc/profile.d 01-locale-fix.sh=96
S 644 etc/security access.conf=4564 faillock.conf=2234 group.conf=3635 limits.conf=2161 namespace.conf=1637
S 644 etc/security pam_env.conf=2971 sepermit.conf=419 time.conf=2179
S 755 etc/security namespace.init=1016
S 600 etc/security opasswd=0
S 644 etc/selinux semanage.conf=2041
S 644 etc/skel .bash_logout=220
S 644 etc/sysctl.d 10-console-messages.conf=77 10-ipv6-privacy.conf=490 10-kernel-hardening.conf=1229
S 644 etc/sysctl.d 10-magic-sysrq.conf=1184 10-network-security.conf=158 10-ptrace.conf=1292
S 644 etc/sysctl.d 10-zeropage.conf=506 README.sysctl=798
S 644 etc/terminfo README=212
P 755 usr/bin = [=51632 addpart=14712 b2sum=51720 basenc=47616 bashbug=6818 chcon=59904 choom=22904
P 755 usr/bin = clear_console=14568 csplit=109056 deb-systemd-helper=21394 deb-systemd-invoke=6156
P 755 usr/bin = debconf=2859 debconf-apt-progress=11541 debconf-communicate=608 debconf-copydb=1719
P 755 usr/bin = debconf-escape=647 debconf-set-selections=2995 debconf-show=1827 delpart=14712 diff3=55824
P 755 usr/bin = dir=138208 dircolors=39432 faillog=23136 fincore=22952 findmnt=65128 fmt=39424 getconf=35112
P 755 usr/bin = getent=39576 gpgv=277544 gzexe=6447 hardlink=35248 iconv=68000 infocmp=63872 ipcmk=22976
P 755 usr/bin = ischroot=14536 join=47656 lastlog=28288 ldd=5441 locale=58944 locale-check=14488
P 755 usr/bin = localedef=334808 lsblk=125312 lscpu=100728 lsipc=51576 lslocks=31432 lslogins=51576
P 755 usr/bin = lsmem=39288 lsns=39296 mcookie=27072 namei=22904 numfmt=55840 partx=59776 pathchk=35328
P 755 usr/bin = perl=3806264 perl5.34.0=3806264 pidwait=30968 pinky=35232 pldd=22904 pr=68168 prlimit=27528
P 755 usr/bin = ptx=129584 resizepart=22904 rgrep=30 runcon=35328 savelog=10487 scriptlive=43384 sdiff=47504
P 755 usr/bin = select-editor=2450 sensible-browser=1290 sensible-editor=1269 sensible-pager=565 setterm=35192
P 755 usr/bin = sha224sum=51616 sha384sum=55712 skill=30952 slabtop=22768 stdbuf=43520 tabs=18744
P 755 usr/bin = tempfile=14360 tic=88488 tload=18680 toe=22840 tput=26968 tset=26944 tzselect=15376
P 755 usr/bin = uclampset=27000 uncompress=2346 update-alternatives=59640 utmpdump=22904 vdir=138208
P 755 usr/bin = vmstat=39160 wdctl=31120 whereis=31560 zcmp=1678 zdiff=5898 zdump=26840 zegrep=29 zfgrep=29
P 755 usr/bin = zforce=2081 zgrep=8103 zless=2206 zmore=1842 znew=4577
P 755 usr/bin apt apt=18824 apt-cache=84448 apt-cdrom=27104 apt-config=27024 apt-get=51680 apt-key=28173
P 755 usr/bin apt apt-mark=51680
P 755 usr/bin busybox arch=31232 base32=35328 base64=35328 basename=35328 cat=35280 chattr=14656 chgrp=55808
P 755 usr/bin busybox chmod=55808 chown=59904 chrt=27000 cksum=35232 clear=14656 cmp=43408 comm=35336
P 755 usr/bin busybox cp=141824 cut=39424 date=104960 dd=68112 df=85064 diff=133680 dirname=31104 dmesg=72296
P 755 usr/bin busybox du=150016 echo=35120 egrep=28 env=43968 expand=35352 expr=108960 factor=72192
P 755 usr/bin busybox fallocate=22904 false=26928 fgrep=28 find=282088 flock=23016 fold=35328 free=26864
P 755 usr/bin busybox getopt=22904 grep=182728 groups=35328 gunzip=2346 gzip=97520 head=43520 hostid=31232
P 755 usr/bin busybox hostname=22760 id=39424 install=145936 ionice=18808 ipcrm=18808 ipcs=39288 kill=30952
P 755 usr/bin busybox last=35192 link=31232 ln=59904 logger=35800 login=52976 logname=31232 ls=138208
P 755 usr/bin busybox lsattr=14656 mawk=158504 md5sum=43424 mesg=14712 mkdir=68096 mkfifo=39424 mknod=43520
P 755 usr/bin busybox mktemp=39424 more=43392 mountpoint=18808 mv=137744 nice=35328 nl=100928 nohup=35232
P 755 usr/bin busybox nproc=35328 nsenter=27232 od=68096 paste=35232 pgrep=30968 pmap=35064 printenv=31104
P 755 usr/bin busybox printf=51632 ps=141776 pwd=35328 pwdx=14568 readlink=39328 realpath=39328 renice=14712
P 755 usr/bin busybox rev=14712 rm=59904 rmdir=43424 run-parts=27176 script=51576 scriptreplay=35192
P 755 usr/bin busybox sed=113224 seq=47616 setarch=27280 setpriv=39296 setsid=14712 sha1sum=43424
P 755 usr/bin busybox sha256sum=51616 sha512sum=55712 shred=51712 shuf=47616 sleep=35328 sort=101168
P 755 usr/bin busybox split=52184 stat=80392 stty=76288 sum=35232 sync=35232 tac=104864 tail=68120 tar=517952
P 755 usr/bin busybox taskset=22904 tee=35328 test=43440 timeout=39872 top=133184 touch=92672 tr=47616
P 755 usr/bin busybox true=26928 truncate=35328 tsort=47616 tty=31232 uname=35328 unexpand=35352 uniq=43520
P 755 usr/bin busybox unlink=31232 unshare=31328 uptime=14568 users=35328 w=22760 watch=27240 wc=43432
P 755 usr/bin busybox which.debianutils=946 who=51728 whoami=31232 xargs=63912 yes=31104 zcat=1984
L usr/bin awk=/etc/alternatives/awk captoinfo=tic dnsdomainname=hostname domainname=hostname i386=setarch
L usr/bin infotocap=tic lastb=last linux32=setarch linux64=setarch md5sum.textutils=md5sum
L usr/bin nawk=/etc/alternatives/nawk nisdomainname=hostname pager=/etc/alternatives/pager
L usr/bin pidof=/sbin/killall5 pkill=pgrep rbash=bash reset=tset sg=newgrp sh=dash snice=skill
L usr/bin which=/etc/alternatives/which x86_64=setarch ypdomainname=hostname
P 755 usr/bin bash bash=1396520
P 2755 usr/bin = chage=72184 expiry=23136
P 4755 usr/bin = chfn=72712 chsh=44808 gpasswd=72072 newgrp=40496
P 755 usr/bin dash dash=125688
P 755 usr/bin dpkg dpkg=318144 dpkg-deb=137720 dpkg-divert=121336 dpkg-maintscript-helper=21209
P 755 usr/bin dpkg dpkg-query=141848 dpkg-realpath=4189 dpkg-split=100872 dpkg-statoverride=47368
P 755 usr/bin dpkg dpkg-trigger=43424
P 4755 usr/bin busybox mount=47480 passwd=59976 su=55672 umount=35192
P 2755 usr/bin busybox wall=22904
S 755 usr/lib/apt apt-helper=39560 apt.systemd.daily=16325
S 644 usr/lib/apt/methods strata-stand-in=897760
L usr/lib/apt/planners dump=../solvers/dump
S 755 usr/lib/apt/solvers dump=22920
S 644 usr/lib/dpkg/methods/apt desc.apt=567 names=39
S 755 usr/lib/dpkg/methods/apt install=2861 setup=7728 update=1242
S 755 usr/lib/init init-d-script=6768
S 644 usr/lib/init vars.sh=1212
S 644 usr/lib/lsb init-functions=11526
S 644 usr/lib/lsb/init-functions.d 00-verbose=646 50-ubuntu-logging=3447
S 644 usr/lib/mime/packages sensible-utils=97 tar=321 util-linux=90
S 644 usr/lib/sysctl.d 99-protect-links.conf=372
S 644 usr/lib/terminfo strata-stand-in=73748
S 644 usr/lib/tmpfiles.d passwd.conf=239
S 755 usr/lib/udev hwclock-set=252
S 644 usr/lib/udev/rules.d 96-e2scrub.rules=171
S 755 usr/lib/usrmerge convert-etc-shells=1091 convert-usrmerge=14442
S 644 usr/lib/usrmerge/lib Fatal.pm=59021 autodie.pm=12526 if.pm=3611
S 644 usr/lib/usrmerge/lib/File/Find Rule.pm=20668
S 644 usr/lib/usrmerge/lib/File Find.pm=33091
S 644 usr/lib/usrmerge/lib/Number Compare.pm=2398
S 644 usr/lib/usrmerge/lib/Text Glob.pm=4969
S 644 usr/lib/usrmerge/lib/Tie RefHash.pm=6237
S 644 usr/lib/usrmerge/lib/autodie/Scope Guard.pm=1396 GuardStack.pm=3424
S 644 usr/lib/usrmerge/lib/autodie Util.pm=7743
S 644 usr/lib/x86_64-linux-gnu/audit sotruss-lib.so=14712
S 755 usr/lib/x86_64-linux-gnu/e2fsprogs e2scrub_all_cron=1978 e2scrub_fail=822
S 644 usr/lib/x86_64-linux-gnu/engines-3 afalg.so=23000 loader_attic.so=52088 padlock.so=26840
S 644 usr/lib/x86_64-linux-gnu/gconv strata-stand-in=8088088
S 644 usr/lib/x86_64-linux-gnu/krb5/plugins/preauth spake.so=89880
S 755 usr/lib/x86_64-linux-gnu ld-linux-x86-64.so.2=240936
S 644 usr/lib/x86_64-linux-gnu libBrokenLocale.so.1=14664 libacl.so.1.1.2301=34888 libanl.so.1=14432
S 644 usr/lib/x86_64-linux-gnu libapt-pkg.so.6.0.0=1834432 libapt-private.so.0.0.0=412048
S 644 usr/lib/x86_64-linux-gnu libattr.so.1.1.2501=26696 libaudit.so.1.0.0=133200 libblkid.so.1.1.0=220192
S 644 usr/lib/x86_64-linux-gnu libbz2.so.1.0.4=74848 libc.so.6=2216304 libc_malloc_debug.so.0=56704
S 644 usr/lib/x86_64-linux-gnu libcap-ng.so.0.0.0=27072 libcap.so.2.44=39024 libcom_err.so.2.1=18504
S 644 usr/lib/x86_64-linux-gnu libcrypt.so.1.1.0=198664 libcrypto.so.3=4447536 libdb-5.3.so=1760880
S 644 usr/lib/x86_64-linux-gnu libdebconfclient.so.0.0.0=18720 libdl.so.2=14432 libe2p.so.2.3=45136
S 644 usr/lib/x86_64-linux-gnu libext2fs.so.2.4=430440 libffi.so.8.1.0=47688 libform.so.6.3=73168
S 644 usr/lib/x86_64-linux-gnu libformw.so.6.3=77296 libgcc_s.so.1=125488 libgcrypt.so.20.3.4=1296312
S 644 usr/lib/x86_64-linux-gnu libgmp.so.10.4.1=526896 libgnutls.so.30.31.0=2000320
S 644 usr/lib/x86_64-linux-gnu libgpg-error.so.0.32.1=149760 libgssapi_krb5.so.2.2=338712
S 644 usr/lib/x86_64-linux-gnu libhogweed.so.6.4=289800 libidn2.so.0.3.7=129096 libk5crypto.so.3.1=182928
S 644 usr/lib/x86_64-linux-gnu libkeyutils.so.1.9=22600 libkrb5.so.3.3=828000 libkrb5support.so.0.1=52080
S 644 usr/lib/x86_64-linux-gnu liblz4.so.1.9.3=125152 liblzma.so.5.2.5=170456 libm.so.6=940560
S 644 usr/lib/x86_64-linux-gnu libmemusage.so=18904 libmenu.so.6.3=39480 libmenuw.so.6.3=43576
S 644 usr/lib/x86_64-linux-gnu libmount.so.1.1.0=273056 libmvec.so.1=1031720 libncurses.so.6.3=157776
S 644 usr/lib/x86_64-linux-gnu libncursesw.so.6.3=239696 libnettle.so.8.4=281000 libnsl.so.1=101464
S 644 usr/lib/x86_64-linux-gnu libnsl.so.2.0.1=93280 libnss_compat.so.2=44024 libnss_dns.so.2=14352
S 644 usr/lib/x86_64-linux-gnu libnss_files.so.2=14352 libnss_hesiod.so.2=27160 libp11-kit.so.0.3.0=1285888
S 644 usr/lib/x86_64-linux-gnu libpam.so.0.85.1=67736 libpam_misc.so.0.82.1=18528 libpamc.so.0.82.1=18504
S 644 usr/lib/x86_64-linux-gnu libpanel.so.6.3=22688 libpanelw.so.6.3=22688 libpcprofile.so=14616
S 644 usr/lib/x86_64-linux-gnu libpcre.so.3.13.3=477296 libpcre2-8.so.0.10.4=613064
S 644 usr/lib/x86_64-linux-gnu libpcreposix.so.3.13.3=14408 libprocps.so.8.0.3=80080 libpthread.so.0=21448
S 644 usr/lib/x86_64-linux-gnu libresolv.so.2=68552 librt.so.1=14664 libseccomp.so.2.5.3=125360
S 644 usr/lib/x86_64-linux-gnu libselinux.so.1=166280 libsemanage.so.2=262288 libsepol.so.2=715208
S 644 usr/lib/x86_64-linux-gnu libsmartcols.so.1.1.0=100488 libss.so.2.0=30800 libssl.so.3=667864
S 644 usr/lib/x86_64-linux-gnu libstdc++.so.6.0.30=2260320 libsystemd.so.0.32.0=807936 libtasn1.so.6.6.2=92312
S 644 usr/lib/x86_64-linux-gnu libthread_db.so.1=39952 libtic.so.6.3=71992 libtinfo.so.6.3=200136
S 644 usr/lib/x86_64-linux-gnu libtirpc.so.3.0.0=178816 libudev.so.1.7.2=166240 libunistring.so.2.2.0=1743016
S 644 usr/lib/x86_64-linux-gnu libutil.so.1=14432 libuuid.so.1.3.0=30920 libxxhash.so.0.8.1=80080
S 644 usr/lib/x86_64-linux-gnu libz.so.1.2.11=108936 libzstd.so.1.4.8=841808
L usr/lib/x86_64-linux-gnu libacl.so.1=libacl.so.1.1.2301 libapt-pkg.so.6.0=libapt-pkg.so.6.0.0
L usr/lib/x86_64-linux-gnu libapt-private.so.0.0=libapt-private.so.0.0.0 libattr.so.1=libattr.so.1.1.2501
L usr/lib/x86_64-linux-gnu libaudit.so.1=libaudit.so.1.0.0 libblkid.so.1=libblkid.so.1.1.0
L usr/lib/x86_64-linux-gnu libbz2.so.1=libbz2.so.1.0.4 libbz2.so.1.0=libbz2.so.1.0.4
L usr/lib/x86_64-linux-gnu libcap-ng.so.0=libcap-ng.so.0.0.0 libcap.so.2=libcap.so.2.44
L usr/lib/x86_64-linux-gnu libcom_err.so.2=libcom_err.so.2.1 libcrypt.so.1=libcrypt.so.1.1.0
L usr/lib/x86_64-linux-gnu libdebconfclient.so.0=libdebconfclient.so.0.0.0 libe2p.so.2=libe2p.so.2.3
L usr/lib/x86_64-linux-gnu libext2fs.so.2=libext2fs.so.2.4 libffi.so.8=libffi.so.8.1.0
L usr/lib/x86_64-linux-gnu libform.so.6=libform.so.6.3 libformw.so.6=libformw.so.6.3
L usr/lib/x86_64-linux-gnu libgcrypt.so.20=libgcrypt.so.20.3.4 libgmp.so.10=libgmp.so.10.4.1
L usr/lib/x86_64-linux-gnu libgnutls.so.30=libgnutls.so.30.31.0 libgpg-error.so.0=libgpg-error.so.0.32.1
L usr/lib/x86_64-linux-gnu libgssapi_krb5.so.2=libgssapi_krb5.so.2.2 libhogweed.so.6=libhogweed.so.6.4
L usr/lib/x86_64-linux-gnu libidn2.so.0=libidn2.so.0.3.7 libk5crypto.so.3=libk5crypto.so.3.1
L usr/lib/x86_64-linux-gnu libkeyutils.so.1=libkeyutils.so.1.9 libkrb5.so.3=libkrb5.so.3.3
L usr/lib/x86_64-linux-gnu libkrb5support.so.0=libkrb5support.so.0.1 liblz4.so.1=liblz4.so.1.9.3
L usr/lib/x86_64-linux-gnu liblzma.so.5=liblzma.so.5.2.5 libmenu.so.6=libmenu.so.6.3
L usr/lib/x86_64-linux-gnu libmenuw.so.6=libmenuw.so.6.3 libmount.so.1=libmount.so.1.1.0
L usr/lib/x86_64-linux-gnu libncurses.so.6=libncurses.so.6.3 libncursesw.so.6=libncursesw.so.6.3
L usr/lib/x86_64-linux-gnu libnettle.so.8=libnettle.so.8.4 libnsl.so.2=libnsl.so.2.0.1
L usr/lib/x86_64-linux-gnu libp11-kit.so.0=libp11-kit.so.0.3.0 libpam.so.0=libpam.so.0.85.1
L usr/lib/x86_64-linux-gnu libpam_misc.so.0=libpam_misc.so.0.82.1 libpamc.so.0=libpamc.so.0.82.1
L usr/lib/x86_64-linux-gnu libpanel.so.6=libpanel.so.6.3 libpanelw.so.6=libpanelw.so.6.3
L usr/lib/x86_64-linux-gnu libpcre.so.3=libpcre.so.3.13.3 libpcre2-8.so.0=libpcre2-8.so.0.10.4
L usr/lib/x86_64-linux-gnu libpcreposix.so.3=libpcreposix.so.3.13.3 libprocps.so.8=libprocps.so.8.0.3
L usr/lib/x86_64-linux-gnu libseccomp.so.2=libseccomp.so.2.5.3 libsmartcols.so.1=libsmartcols.so.1.1.0
L usr/lib/x86_64-linux-gnu libss.so.2=libss.so.2.0 libstdc++.so.6=libstdc++.so.6.0.30
L usr/lib/x86_64-linux-gnu libsystemd.so.0=libsystemd.so.0.32.0 libtasn1.so.6=libtasn1.so.6.6.2
L usr/lib/x86_64-linux-gnu libtic.so.6=libtic.so.6.3 libtinfo.so.6=libtinfo.so.6.3
L usr/lib/x86_64-linux-gnu libtirpc.so.3=libtirpc.so.3.0.0 libudev.so.1=libudev.so.1.7.2
L usr/lib/x86_64-linux-gnu libunistring.so.2=libunistring.so.2.2.0 libuuid.so.1=libuuid.so.1.3.0
L usr/lib/x86_64-linux-gnu libxxhash.so.0=libxxhash.so.0.8.1 libz.so.1=libz.so.1.2.11
L usr/lib/x86_64-linux-gnu libzstd.so.1=libzstd.so.1.4.8
S 644 usr/lib/x86_64-linux-gnu/ossl-modules legacy.so=104672
S 644 usr/lib/x86_64-linux-gnu/perl-base strata-stand-in=3529670
S 644 usr/lib/x86_64-linux-gnu/security strata-stand-in=886848
L usr/lib64 ld-linux-x86-64.so.2=/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
S 755 usr/libexec/coreutils libstdbuf.so=14720
S 755 usr/libexec/dpkg dpkg-db-backup=2196
L usr/local man=share/man
P 755 usr/sbin busybox add-shell=1051 adduser=38247 blkdiscard=22904 blkid=51616 blockdev=31096 chpasswd=55464
P 755 usr/sbin busybox chroot=39424 deluser=16495 findfs=14712 fsck=43432 fsck.minix=55704 fsfreeze=14712
P 755 usr/sbin busybox fstrim=43384 hwclock=51704 killall5=31112 losetup=72200 mke2fs=133752 mkfs.minix=43400
P 755 usr/sbin busybox mkswap=47488 nologin=14640 pivot_root=14712 readprofile=22936 remove-shell=1099
P 755 usr/sbin busybox rtcwake=35192 start-stop-daemon=48488 sulogin=43384 swapoff=22904 swapon=43384
P 755 usr/sbin busybox switch_root=18808 sysctl=30960
L usr/sbin addgroup=adduser cpgr=cppw delgroup=deluser e2label=tune2fs e2mmpstatus=dumpe2fs fsck.ext2=e2fsck
L usr/sbin fsck.ext3=e2fsck fsck.ext4=e2fsck getty=agetty mkfs.ext2=mke2fs mkfs.ext3=mke2fs mkfs.ext4=mke2fs
L usr/sbin rmt=/etc/alternatives/rmt vigr=vipw
P 755 usr/sbin = agetty=56888 badblocks=35144 blkzone=35192 chcpu=31096 chgpasswd=59528 chmem=35192 cppw=49448
P 755 usr/sbin = ctrlaltdel=14712 debugfs=235320 dumpe2fs=31040 e2freefrag=14648 e2fsck=360280 e2image=43328
P 755 usr/sbin = e2scrub=7296 e2scrub_all=5395 e2undo=22840 e4crypt=31104 e4defrag=31032 faillock=14488
P 755 usr/sbin = filefrag=18760 fsck.cramfs=31160 fstab-decode=18744 groupadd=68520 groupdel=64232
P 755 usr/sbin = groupmems=55488 groupmod=68424 grpck=59528 grpconv=51208 grpunconv=51208 iconvconfig=31128
P 755 usr/sbin = installkernel=2659 invoke-rc.d=16507 isosize=14712 ldattach=27000 ldconfig=387
P 755 usr/sbin = ldconfig.real=1213960 logsave=14496 mkfs=14712 mkfs.bfs=22904 mkfs.cramfs=35128
P 755 usr/sbin = mkhomedir_helper=22704 mklost+found=14648 newusers=76520 pam-auth-update=20992
P 755 usr/sbin = pam_extrausers_update=30872 pam_getenv=2890 pam_timestamp_check=14488 pwck=51336 pwconv=47112
P 755 usr/sbin = pwunconv=43016 resize2fs=67896 rmt-tar=59976 runuser=55672 service=9097 shadowconfig=885
P 755 usr/sbin = swaplabel=22904 tarcat=936 tune2fs=105016 unix_update=30872 update-passwd=35392
P 755 usr/sbin = update-rc.d=17324 update-shells=3806 useradd=126624 userdel=88936 usermod=126424 vipw=57888
P 755 usr/sbin = wipefs=39288 zic=63816 zramctl=55816
P 755 usr/sbin dpkg dpkg-preconfigure=3663 dpkg-reconfigure=4485
P 2755 usr/sbin = pam_extrausers_chkpwd=22680 unix_chkpwd=26776
S 644 usr/share/adduser adduser.conf=3028
S 644 usr/share/apport/package-hooks source_shadow.py=720
S 644 usr/share/base-files dot.bashrc=3106 dot.profile=161 dot.profile.md5sums=72 info.dir=771 motd=286
S 644 usr/share/base-files networks=91 profile=582 profile.md5sums=396 staff-group-for-usr-local=772
S 644 usr/share/debconf confmodule=2691 confmodule.sh=2875 debconf.conf=414
S 755 usr/share/debconf fix_db.pl=2004 frontend=2494
S 644 usr/share/doc/adduser copyright=1995
S 644 usr/share/doc/apt copyright=1029
S 644 usr/share/doc/base-files copyright=1228
S 644 usr/share/doc/base-passwd copyright=798
S 644 usr/share/doc/bash copyright=10231
S 644 usr/share/doc/bsdutils copyright=23045
S 644 usr/share/doc/coreutils copyright=12531
S 644 usr/share/doc/dash copyright=8545
S 644 usr/share/doc/debconf copyright=2764
S 644 usr/share/doc/debianutils copyright=8019
S 644 usr/share/doc/diffutils copyright=1840
S 644 usr/share/doc/dpkg copyright=8412
S 644 usr/share/doc/e2fsprogs copyright=3594
S 644 usr/share/doc/findutils copyright=2974
S 644 usr/share/doc/gcc-12-base copyright=68194
S 644 usr/share/doc/gpgv copyright=10555
S 644 usr/share/doc/grep copyright=1807
S 644 usr/share/doc/gzip copyright=2895
S 644 usr/share/doc/hostname copyright=1146
S 644 usr/share/doc/init-system-helpers copyright=3020
S 644 usr/share/doc/libacl1 copyright=2048
S 644 usr/share/doc/libapt-pkg6.0 copyright=1029
S 644 usr/share/doc/libattr1 copyright=1947
S 644 usr/share/doc/libaudit-common copyright=1596
S 644 usr/share/doc/libaudit1 copyright=1596
S 644 usr/share/doc/libblkid1 copyright=23045
S 644 usr/share/doc/libbz2-1.0 copyright=2228
S 644 usr/share/doc/libc-bin copyright=26462
S 644 usr/share/doc/libc6 copyright=26462
S 644 usr/share/doc/libcap-ng0 copyright=1407
S 644 usr/share/doc/libcap2 copyright=4631
S 644 usr/share/doc/libcom-err2 copyright=1154
S 644 usr/share/doc/libcrypt1 copyright=6010
S 644 usr/share/doc/libdb5.3 copyright=7517
S 644 usr/share/doc/libdebconfclient0 copyright=1978
S 644 usr/share/doc/libext2fs2 copyright=3594
S 644 usr/share/doc/libffi8 copyright=3440
L usr/share/doc libgcc-s1=gcc-12-base libncurses6=libtinfo6 libncursesw6=libtinfo6 libstdc++6=gcc-12-base
S 644 usr/share/doc/libgcrypt20 copyright=24424
S 644 usr/share/doc/libgmp10 copyright=2019
S 644 usr/share/doc/libgnutls30 copyright=49592
S 644 usr/share/doc/libgpg-error0 copyright=5009
S 644 usr/share/doc/libgssapi-krb5-2 copyright=61825
S 644 usr/share/doc/libhogweed6 copyright=20902
S 644 usr/share/doc/libidn2-0 copyright=5348
S 644 usr/share/doc/libk5crypto3 copyright=61825
S 644 usr/share/doc/libkeyutils1 copyright=2104
S 644 usr/share/doc/libkrb5-3 copyright=61825
S 644 usr/share/doc/libkrb5support0 copyright=61825
S 644 usr/share/doc/liblz4-1 copyright=3574
S 644 usr/share/doc/liblzma5 copyright=15465
S 644 usr/share/doc/libmount1 copyright=23045
S 644 usr/share/doc/libnettle8 copyright=20902
S 644 usr/share/doc/libnsl2 copyright=13646
S 644 usr/share/doc/libp11-kit0 copyright=8646
S 644 usr/share/doc/libpam-modules copyright=3176
S 644 usr/share/doc/libpam-modules-bin copyright=3176
S 644 usr/share/doc/libpam-runtime copyright=3176
S 644 usr/share/doc/libpam0g copyright=3176
S 644 usr/share/doc/libpcre2-8-0 copyright=3123
S 644 usr/share/doc/libpcre3 copyright=2765
S 644 usr/share/doc/libprocps8 copyright=3949
S 644 usr/share/doc/libseccomp2 copyright=1429
S 644 usr/share/doc/libselinux1 copyright=3131
S 644 usr/share/doc/libsemanage-common copyright=1830
S 644 usr/share/doc/libsemanage2 copyright=1830
S 644 usr/share/doc/libsepol2 copyright=2073
S 644 usr/share/doc/libsmartcols1 copyright=23045
S 644 usr/share/doc/libss2 copyright=1163
S 644 usr/share/doc/libssl3 copyright=2543
S 644 usr/share/doc/libsystemd0 copyright=10893
S 644 usr/share/doc/libtasn1-6 copyright=3451
S 644 usr/share/doc/libtinfo6 copyright=4670
S 644 usr/share/doc/libtirpc-common copyright=12942
S 644 usr/share/doc/libtirpc3 copyright=12942
S 644 usr/share/doc/libudev1 copyright=10893
S 644 usr/share/doc/libunistring2 copyright=6068
S 644 usr/share/doc/libuuid1 copyright=23045
S 644 usr/share/doc/libxxhash0 copyright=2579
S 644 usr/share/doc/libzstd1 copyright=5268
S 644 usr/share/doc/login copyright=5153
S 644 usr/share/doc/logsave copyright=3594
S 644 usr/share/doc/lsb-base copyright=2649
S 644 usr/share/doc/mawk copyright=1475
S 644 usr/share/doc/mount copyright=23045
S 644 usr/share/doc/ncurses-base copyright=4670
S 644 usr/share/doc/ncurses-bin copyright=4670
S 644 usr/share/doc/passwd copyright=5153
S 644 usr/share/doc/perl-base copyright=109504
S 644 usr/share/doc/procps copyright=3949
S 644 usr/share/doc/sed copyright=849
S 644 usr/share/doc/sensible-utils copyright=5427
S 644 usr/share/doc/sysvinit-utils copyright=2267
S 644 usr/share/doc/tar copyright=1488
S 644 usr/share/doc/ubuntu-keyring copyright=1242
S 644 usr/share/doc/usrmerge copyright=205
S 644 usr/share/doc/util-linux copyright=23045
S 644 usr/share/doc/zlib1g copyright=2920
S 644 usr/share/doc-base base-passwd.users-and-groups=423 findutils.findutils=323
S 644 usr/share/dpkg abitable=362 cputable=2108 ostable=2111 tupletable=2249
S 644 usr/share/dpkg/sh dpkg-error.sh=2173
S 644 usr/share/keyrings strata-stand-in=18362
S 644 usr/share/libc-bin nsswitch.conf=494
S 644 usr/share/menu bash=194 dash=108 procps=158
S 644 usr/share/pam common-account=1175 common-account.md5sums=107 common-auth=1194 common-auth.md5sums=159
S 644 usr/share/pam common-password=1594 common-password.md5sums=357 common-session=1365
S 644 usr/share/pam common-session-noninteractive=1420 common-session-noninteractive.md5sums=46
S 644 usr/share/pam common-session.md5sums=174
S 644 usr/share/pam-configs mkhomedir=154 unix=672
S 644 usr/share/perl5 strata-stand-in=181281
S 644 usr/share/pixmaps debian-logo.png=1483
S 644 usr/share/polkit-1 strata-stand-in=2723
S 755 usr/share/sensible-utils/bin gettext=63
S 644 usr/share/tabset std=135 stdcrt=95 vt100=160 vt300=64
S 644 var/lib/dpkg/alternatives awk=207 builtins.7.gz=83 pager=107 rmt=113 which=787
S 644 var/lib shells.state=0
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
S 644 usr/share/doc/adduser changelog.gz=1864
S 644 usr/share/doc/base-files changelog.gz=1472
S 644 usr/share/doc/base-passwd changelog.gz=1490
S 644 usr/share/doc/bash changelog.Debian.gz=797
S 644 usr/share/doc/bsdutils changelog.Debian.gz=2778
S 644 usr/share/doc/coreutils changelog.Debian.gz=1487
S 644 usr/share/doc/dash changelog.Debian.gz=807
S 644 usr/share/doc/debconf changelog.gz=1362
S 644 usr/share/doc/debianutils changelog.Debian.gz=17641 changelog.gz=467
S 644 usr/share/doc/diffutils changelog.Debian.gz=1114
S 644 usr/share/doc/dpkg changelog.Debian.gz=6821
S 644 usr/share/doc/findutils changelog.Debian.gz=1114
S 644 usr/share/doc/gcc-12-base changelog.Debian.gz=788
S 644 usr/share/doc/gpgv changelog.Debian.gz=1734
S 644 usr/share/doc/grep changelog.Debian.gz=1839
S 644 usr/share/doc/gzip changelog.Debian.gz=1460
S 644 usr/share/doc/hostname changelog.gz=1240
S 644 usr/share/doc/init-system-helpers changelog.gz=2805
S 644 usr/share/doc/libacl1 changelog.Debian.gz=1405
S 644 usr/share/doc/libapt-pkg6.0 changelog.gz=2136
S 644 usr/share/doc/libattr1 changelog.Debian.gz=3518
S 644 usr/share/doc/libaudit-common changelog.Debian.gz=1910
S 644 usr/share/doc/libaudit1 changelog.Debian.gz=1908
S 644 usr/share/doc/libblkid1 changelog.Debian.gz=2776
S 644 usr/share/doc/libbz2-1.0 changelog.Debian.gz=2512
S 644 usr/share/doc/libc6 changelog.Debian.gz=3439
S 644 usr/share/doc/libcap-ng0 changelog.Debian.gz=1070
S 644 usr/share/doc/libcap2 changelog.Debian.gz=942
S 644 usr/share/doc/libcom-err2 changelog.Debian.gz=2748
S 644 usr/share/doc/libcrypt1 changelog.Debian.gz=893
S 644 usr/share/doc/libdb5.3 changelog.Debian.gz=1049
S 644 usr/share/doc/libdebconfclient0 changelog.gz=1846
S 644 usr/share/doc/libext2fs2 changelog.Debian.gz=2744
S 644 usr/share/doc/libffi8 changelog.Debian.gz=711
S 644 usr/share/doc/libgcrypt20 changelog.Debian.gz=1123
S 644 usr/share/doc/libgmp10 changelog.Debian.gz=1116
S 644 usr/share/doc/libgnutls30 changelog.Debian.gz=1097
S 644 usr/share/doc/libgpg-error0 changelog.Debian.gz=1211
S 644 usr/share/doc/libidn2-0 changelog.Debian.gz=1274
S 644 usr/share/doc/libkeyutils1 changelog.Debian.gz=1586
S 644 usr/share/doc/libkrb5support0 changelog.Debian.gz=1440
S 644 usr/share/doc/liblz4-1 changelog.Debian.gz=1049
S 644 usr/share/doc/liblzma5 changelog.Debian.gz=1744
S 644 usr/share/doc/libnettle8 changelog.Debian.gz=1082
S 644 usr/share/doc/libnsl2 changelog.Debian.gz=499
S 644 usr/share/doc/libp11-kit0 changelog.Debian.gz=1293
S 644 usr/share/doc/libpam0g changelog.Debian.gz=3333
S 644 usr/share/doc/libpcre2-8-0 changelog.Debian.gz=865
S 644 usr/share/doc/libpcre3 changelog.Debian.gz=721
S 644 usr/share/doc/libprocps8 changelog.Debian.gz=2020
S 644 usr/share/doc/libseccomp2 changelog.Debian.gz=891
S 644 usr/share/doc/libselinux1 changelog.Debian.gz=1574
S 644 usr/share/doc/libsemanage-common changelog.Debian.gz=1730
S 644 usr/share/doc/libsemanage2 changelog.Debian.gz=1731
S 644 usr/share/doc/libsepol2 changelog.Debian.gz=1593
S 644 usr/share/doc/libsmartcols1 changelog.Debian.gz=2778
S 644 usr/share/doc/libssl3 changelog.Debian.gz=1786
S 644 usr/share/doc/libsystemd0 changelog.Debian.gz=3410
S 644 usr/share/doc/libtasn1-6 changelog.Debian.gz=1025
S 644 usr/share/doc/libtinfo6 changelog.Debian.gz=2223
S 644 usr/share/doc/libtirpc-common changelog.Debian.gz=1109
S 644 usr/share/doc/libtirpc3 changelog.Debian.gz=1109
S 644 usr/share/doc/libudev1 changelog.Debian.gz=3410
S 644 usr/share/doc/libunistring2 changelog.Debian.gz=1278
S 644 usr/share/doc/libuuid1 changelog.Debian.gz=2779
S 644 usr/share/doc/libxxhash0 changelog.Debian.gz=1202
S 644 usr/share/doc/libzstd1 changelog.Debian.gz=1892
S 644 usr/share/doc/login changelog.Debian.gz=1980
S 644 usr/share/doc/logsave changelog.Debian.gz=2745
S 644 usr/share/doc/lsb-base changelog.gz=1205
S 644 usr/share/doc/mawk changelog.Debian.gz=2091
S 644 usr/share/doc/ncurses-base changelog.Debian.gz=2223
S 644 usr/share/doc/passwd changelog.Debian.gz=1980
S 644 usr/share/doc/perl-base changelog.Debian.gz=1254
S 644 usr/share/doc/sed changelog.Debian.gz=930
S 644 usr/share/doc/sensible-utils changelog.gz=2524
S 644 usr/share/doc/tar changelog.Debian.gz=999
S 644 usr/share/doc/ubuntu-keyring changelog.gz=975
S 644 usr/share/doc/usrmerge changelog.gz=1062
S 644 usr/share/doc/zlib1g changelog.Debian.gz=1580
S 644 usr/share/info strata-stand-in=521524
S 644 usr/share/locale/de/LC_MESSAGES strata-stand-in=260015
S 644 usr/share/locale/es/LC_MESSAGES strata-stand-in=217092
S 644 usr/share/locale/fr/LC_MESSAGES strata-stand-in=216347
S 644 usr/share/locale/it/LC_MESSAGES strata-stand-in=219713
S 644 usr/share/locale/ja/LC_MESSAGES strata-stand-in=227161
S 644 usr/share/locale/pt_BR/LC_MESSAGES strata-stand-in=88760
S 644 usr/share/locale/ru/LC_MESSAGES strata-stand-in=265184
S 644 usr/share/locale/zh_CN/LC_MESSAGES strata-stand-in=214310
S 644 usr/share/man/man1 strata-stand-in=678396
S 644 usr/share/man/man3 strata-stand-in=46137
S 644 usr/share/man/man5 strata-stand-in=167977
S 644 usr/share/man/man7 strata-stand-in=13542
S 644 usr/share/man/man8 strata-stand-in=383870
`,
  owners: `
usr/bin/chage=0:42
usr/bin/expiry=0:42
usr/bin/wall=0:5
usr/sbin/pam_extrausers_chkpwd=0:42
usr/sbin/unix_chkpwd=0:42
var/local=0:50
var/mail=0:8
`,
};
