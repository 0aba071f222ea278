/** Packages of Alpine's main repository, as far as people ask for them; and what the image has. Versions are 3.22's. */
import { type Package, packagesOf } from './apk-index.ts';
import { type AlpineRelease, releasedLines } from './releases.ts';

/** What is installed in the alpine image of a release. */
export function installed(release: AlpineRelease): readonly Package[] {
  return packagesOf(releasedLines(INSTALLED, release));
}

const INSTALLED = `
alpine-baselayout 3.7.0-r0 8891 315392 | Alpine base dir structure and init scripts | https://git.alpinelinux.org/cgit/aports/tree/main/alpine-baselayout | GPL-2.0-only | alpine-baselayout-data=3.7.0-r0 /bin/sh | cmd:mkmntdirs=3.7.0-r0
alpine-baselayout-data 3.7.0-r0 10856 77824 | Alpine base dir structure and init scripts (data files) | https://git.alpinelinux.org/cgit/aports/tree/main/alpine-baselayout | GPL-2.0-only | |
alpine-keys 2.5-r0 13364 159744 | Public keys for Alpine Linux packages | https://alpinelinux.org | MIT | |
alpine-release 3.22.2-r0 2705 28672 | Alpine release data | https://alpinelinux.org | MIT | alpine-keys | alpine-base=3.22.2-r0
apk-tools 2.14.9-r3 56821 122880 | Alpine Package Keeper - package manager for alpine | https://gitlab.alpinelinux.org/alpine/apk-tools | GPL-2.0-only | musl>=1.2.3_git20230424 ca-certificates-bundle libapk2=2.14.9-r3 | cmd:apk=2.14.9-r3
busybox 1.37.0-r19 509600 946176 | Size optimized toolbox of many common UNIX utilities | https://busybox.net/ | GPL-2.0-only | so:libc.musl-x86_64.so.1 | cmd:busybox=1.37.0-r19
busybox-binsh 1.37.0-r19 1543 8192 | busybox ash /bin/sh | https://busybox.net/ | GPL-2.0-only | busybox=1.37.0-r19 | /bin/sh cmd:sh=1.37.0-r19
ca-certificates-bundle 20250911-r0 126880 233472 | Pre generated bundle of Mozilla certificates | https://www.mozilla.org/en-US/about/governance/policies/security-group/certs/ | MPL-2.0 AND MIT | | ca-certificates-cacert=20250911-r0
libapk2 2.14.9-r3 98437 212992 | Alpine Package Keeper - library | https://gitlab.alpinelinux.org/alpine/apk-tools | GPL-2.0-only | so:libc.musl-x86_64.so.1 so:libcrypto.so.3 so:libssl.so.3 so:libz.so.1 | so:libapk.so.2.14.9=2.14.9
libcrypto3 3.5.4-r0 1826330 4718592 | Crypto library from openssl | https://www.openssl.org/ | Apache-2.0 | so:libc.musl-x86_64.so.1 | so:libcrypto.so.3=3
libssl3 3.5.4-r0 365568 880640 | SSL shared libraries | https://www.openssl.org/ | Apache-2.0 | so:libc.musl-x86_64.so.1 so:libcrypto.so.3 | so:libssl.so.3=3
musl 1.2.5-r10 415168 671744 | the musl c library (libc) implementation | https://musl.libc.org/ | MIT | | so:libc.musl-x86_64.so.1=1
musl-utils 1.2.5-r10 37120 151552 | the musl c library (libc) implementation | https://musl.libc.org/ | MIT AND BSD-2-Clause AND GPL-2.0-or-later | scanelf so:libc.musl-x86_64.so.1 | cmd:getconf=1.2.5-r10 cmd:getent=1.2.5-r10 cmd:iconv=1.2.5-r10 cmd:ldconfig=1.2.5-r10 cmd:ldd=1.2.5-r10 libc-utils=1.2.5-r10
scanelf 1.3.8-r1 37479 94208 | Scan ELF binaries for stuff | https://wiki.gentoo.org/wiki/Hardened/PaX_Utilities | GPL-2.0-only | so:libc.musl-x86_64.so.1 | cmd:scanelf=1.3.8-r1
ssl_client 1.37.0-r19 5052 28672 | EXternal ssl_client for busybox wget | https://busybox.net/ | GPL-2.0-only | so:libc.musl-x86_64.so.1 so:libcrypto.so.3 so:libssl.so.3 | cmd:ssl_client=1.37.0-r19
zlib 1.3.1-r2 54720 110592 | A compression/decompression Library | https://zlib.net/ | Zlib | so:libc.musl-x86_64.so.1 | so:libz.so.1=1.3.1
`;

export function mainPackages(release: AlpineRelease): readonly Package[] {
  return [...installed(release), ...packagesOf(releasedLines(MAIN, release))].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

const MAIN = `
acl 2.3.2-r1 25412 65536 | Access control list utilities | https://savannah.nongnu.org/projects/acl | LGPL-2.1-or-later AND GPL-2.0-or-later | so:libc.musl-x86_64.so.1 | cmd:chacl=2.3.2-r1 cmd:getfacl=2.3.2-r1 cmd:setfacl=2.3.2-r1
bash 5.2.37-r0 477184 1335296 | The GNU Bourne Again shell | https://www.gnu.org/software/bash/bash.html | GPL-3.0-or-later | /bin/sh so:libc.musl-x86_64.so.1 so:libreadline.so.8 | cmd:bash=5.2.37-r0
bind-tools 9.20.15-r0 197632 503808 | The ISC DNS tools | https://www.isc.org/ | MPL-2.0 | so:libc.musl-x86_64.so.1 | cmd:dig=9.20.15-r0 cmd:host=9.20.15-r0 cmd:nslookup=9.20.15-r0
brotli-libs 1.1.0-r2 382976 782336 | Generic lossless compressor (libraries) | https://github.com/google/brotli | MIT | so:libc.musl-x86_64.so.1 | so:libbrotlidec.so.1=1.1.0
build-base 0.5-r3 1420 4096 | Meta package for build base | https://dev.alpinelinux.org/cgit | MIT | binutils file fortify-headers g++ gcc libc-dev make patch |
c-ares 1.34.6-r0 102400 233472 | Asynchronous DNS/names resolver library | https://c-ares.org/ | MIT | so:libc.musl-x86_64.so.1 | so:libcares.so.2=2.19.4
ca-certificates 20250911-r0 161792 696320 | Common CA certificates PEM files from Mozilla | https://www.mozilla.org/en-US/about/governance/policies/security-group/certs/ | MPL-2.0 AND MIT | /bin/sh so:libc.musl-x86_64.so.1 so:libcrypto.so.3 | cmd:update-ca-certificates=20250911-r0
coreutils 9.7-r1 523264 1101824 | The basic file, shell and text manipulation utilities | https://www.gnu.org/software/coreutils/ | GPL-3.0-or-later | coreutils-env coreutils-fmt coreutils-sha512sum so:libacl.so.1 so:libc.musl-x86_64.so.1 |
curl 8.14.1-r2 151552 290816 | URL retrieval utility and library | https://curl.se/ | curl | ca-certificates-bundle so:libc.musl-x86_64.so.1 so:libcurl.so.4 so:libz.so.1 | cmd:curl=8.14.1-r2
dropbear 2025.88-r1 172032 299008 | Small SSH 2 client/server designed for small memory environments | https://matt.ucc.asn.au/dropbear/dropbear.html | MIT | so:libc.musl-x86_64.so.1 so:libz.so.1 | cmd:dropbear=2025.88-r1
file 5.46-r2 12288 24576 | File type identification utility | https://www.darwinsys.com/file/ | BSD-2-Clause | so:libc.musl-x86_64.so.1 so:libmagic.so.1 | cmd:file=5.46-r2
findutils 4.10.0-r0 131072 249856 | GNU utilities for finding files | https://www.gnu.org/software/findutils/ | GPL-3.0-or-later | so:libc.musl-x86_64.so.1 | cmd:find=4.10.0-r0 cmd:xargs=4.10.0-r0
g++ 14.2.0-r6 15728640 51380224 | GNU C++ standard library and compiler | https://gcc.gnu.org | GPL-2.0-or-later | gcc=14.2.0-r6 libc-dev libstdc++-dev=14.2.0-r6 | cmd:g++=14.2.0-r6
gawk 5.3.2-r2 303104 684032 | GNU awk pattern-matching language | https://www.gnu.org/software/gawk/gawk.html | GPL-3.0-or-later | so:libc.musl-x86_64.so.1 | cmd:gawk=5.3.2-r2
gcc 14.2.0-r6 53477376 152043520 | The GNU Compiler Collection | https://gcc.gnu.org | GPL-2.0-or-later | binutils libgcc=14.2.0-r6 libgomp=14.2.0-r6 | cmd:cc=14.2.0-r6 cmd:gcc=14.2.0-r6
git 2.49.1-r0 3190784 7499776 | Distributed version control system | https://www.git-scm.com/ | GPL-2.0-or-later | git-init-template=2.49.1-r0 so:libc.musl-x86_64.so.1 so:libcurl.so.4 so:libexpat.so.1 so:libpcre2-8.so.0 so:libz.so.1 | cmd:git=2.49.1-r0
gnupg 2.4.8-r0 2270 4096 | GNU Privacy Guard 2 - meta package for full GnuPG suite | https://www.gnupg.org/ | GPL-3.0-or-later | gnupg-dirmngr gnupg-gpgconf gpg gpg-agent |
grep 3.12-r0 81920 167936 | Searches input files for lines containing a match to a specified pattern | https://www.gnu.org/software/grep/grep.html | GPL-3.0-or-later | so:libc.musl-x86_64.so.1 so:libpcre2-8.so.0 | cmd:grep=3.12-r0
iproute2 6.15.0-r0 1946 4096 | IP Routing Utilities | https://wiki.linuxfoundation.org/networking/iproute2 | GPL-2.0-or-later | iproute2-minimal iproute2-ss iproute2-tc |
iptables 1.8.11-r1 327680 946176 | Linux kernel firewall, NAT and packet mangling tools | https://www.netfilter.org/projects/iptables/index.html | GPL-2.0-or-later | so:libc.musl-x86_64.so.1 | cmd:iptables=1.8.11-r1
jq 1.8.1-r0 147456 335872 | A lightweight and flexible command-line JSON processor | https://jqlang.github.io/jq/ | MIT | so:libc.musl-x86_64.so.1 so:libonig.so.5 | cmd:jq=1.8.1-r0
less 678-r0 98304 200704 | File pager | https://www.greenwoodsoftware.com/less/ | GPL-3.0-or-later OR BSD-2-Clause | so:libc.musl-x86_64.so.1 so:libncursesw.so.6 | cmd:less=678-r0
libcurl 8.14.1-r2 311296 634880 | The multiprotocol file transfer library | https://curl.se/ | curl | so:libbrotlidec.so.1 so:libc.musl-x86_64.so.1 so:libcares.so.2 so:libcrypto.so.3 so:libidn2.so.0 so:libnghttp2.so.14 so:libpsl.so.5 so:libssl.so.3 so:libz.so.1 so:libzstd.so.1 | so:libcurl.so.4=4.8.0
libgcc 14.2.0-r6 86016 167936 | GNU C compiler runtime libraries | https://gcc.gnu.org | GPL-2.0-or-later | so:libc.musl-x86_64.so.1 | so:libgcc_s.so.1=1
libidn2 2.3.7-r0 81920 270336 | Encode/Decode library for internationalized domain names | https://www.gnu.org/software/libidn#libidn2 | GPL-2.0-or-later OR LGPL-3.0-or-later | so:libc.musl-x86_64.so.1 so:libunistring.so.5 | so:libidn2.so.0=0.4.0
libncursesw 6.5_p20250503-r0 143360 348160 | Console display library (libncursesw) | https://invisible-island.net/ncurses/ | X11 | ncurses-terminfo-base so:libc.musl-x86_64.so.1 | so:libncursesw.so.6=6.5
libpsl 0.21.5-r3 69632 86016 | C library for the Publix Suffix List | https://rockdaboot.github.io/libpsl/ | MIT | so:libc.musl-x86_64.so.1 so:libidn2.so.0 so:libunistring.so.5 | so:libpsl.so.5=5.3.5
libstdc++ 14.2.0-r6 811008 2760704 | GNU C++ standard runtime library | https://gcc.gnu.org | GPL-2.0-or-later | so:libc.musl-x86_64.so.1 so:libgcc_s.so.1 | so:libstdc++.so.6=6.0.33
libunistring 1.3-r0 774144 1900544 | Library for manipulating Unicode strings and C strings | https://www.gnu.org/software/libunistring/ | GPL-2.0-or-later OR LGPL-3.0-or-later | so:libc.musl-x86_64.so.1 | so:libunistring.so.5=5.2.0
linux-lts 6.12.51-r0 91226112 128974848 | Linux lts kernel | https://www.kernel.org | GPL-2.0-only | initramfs-generator |
logrotate 3.22.0-r0 40960 90112 | Tool to rotate logfiles | https://github.com/logrotate/logrotate | GPL-2.0-or-later | so:libc.musl-x86_64.so.1 | cmd:logrotate=3.22.0-r0
lua5.4 5.4.7-r0 114688 225280 | Powerful light-weight programming language | https://www.lua.org/ | MIT | so:libc.musl-x86_64.so.1 | cmd:lua5.4=5.4.7-r0
make 4.4.1-r3 126976 249856 | GNU make utility to maintain groups of programs | https://www.gnu.org/software/make | GPL-3.0-or-later | so:libc.musl-x86_64.so.1 | cmd:make=4.4.1-r3
mariadb 11.4.8-r0 3784704 19447808 | A fast SQL database server | https://www.mariadb.org/ | GPL-2.0-or-later | /bin/sh mariadb-common so:libc.musl-x86_64.so.1 so:libz.so.1 | cmd:mariadbd=11.4.8-r0
musl-dev 1.2.5-r10 1503232 10952704 | the musl c library (libc) implementation (development files) | https://musl.libc.org/ | MIT | musl=1.2.5-r10 pkgconfig | libc-dev=1.2.5-r10
nano 8.4-r0 311296 790528 | Enhanced clone of the Pico text editor | https://www.nano-editor.org | GPL-3.0-or-later | so:libc.musl-x86_64.so.1 so:libncursesw.so.6 | cmd:nano=8.4-r0
ncurses 6.5_p20250503-r0 61440 204800 | Console display library | https://invisible-island.net/ncurses/ | X11 | so:libc.musl-x86_64.so.1 so:libncursesw.so.6 | cmd:tput=6.5_p20250503-r0
ncurses-terminfo-base 6.5_p20250503-r0 20480 81920 | Descriptions of common terminals | https://invisible-island.net/ncurses/ | X11 | |
nghttp2-libs 1.65.0-r0 73728 163840 | Experimental HTTP/2 client, server and proxy (libraries) | https://nghttp2.org | MIT | so:libc.musl-x86_64.so.1 | so:libnghttp2.so.14=14.28.4
nginx 1.28.0-r3 638976 1581056 | HTTP and reverse proxy server (stable version) | https://www.nginx.org/ | BSD-2-Clause | /bin/sh so:libc.musl-x86_64.so.1 so:libcrypto.so.3 so:libpcre2-8.so.0 so:libssl.so.3 so:libz.so.1 | cmd:nginx=1.28.0-r3
nodejs 22.16.0-r2 13631488 48234496 | JavaScript runtime built on V8 engine - LTS version | https://nodejs.org/ | MIT | ca-certificates so:libc.musl-x86_64.so.1 so:libcrypto.so.3 so:libstdc++.so.6 | cmd:node=22.16.0-r2
oniguruma 6.9.10-r0 196608 569344 | a regular expressions library | https://github.com/kkos/oniguruma | BSD-2-Clause | so:libc.musl-x86_64.so.1 | so:libonig.so.5=5.5.0
openrc 0.62.6-r0 548864 1744896 | OpenRC manages the services, startup and shutdown of a host | https://github.com/OpenRC/openrc | BSD-2-Clause | /bin/sh so:libc.musl-x86_64.so.1 | cmd:openrc=0.62.6-r0
openssh-client 10.0_p1-r9 3056 4096 | OpenBSD's SSH client | https://www.openssh.com/portable.html | SSH-OpenSSH | openssh-client-default=10.0_p1-r9 |
openssl 3.5.4-r0 364544 901120 | Toolkit for Transport Layer Security (TLS) | https://www.openssl.org/ | Apache-2.0 | so:libc.musl-x86_64.so.1 so:libcrypto.so.3 so:libssl.so.3 | cmd:openssl=3.5.4-r0
perl 5.40.3-r0 14680064 38797312 | Larry Wall's Practical Extraction and Report Language | https://www.perl.org/ | Artistic-Perl OR GPL-1.0-or-later | so:libc.musl-x86_64.so.1 | cmd:perl=5.40.3-r0
postgresql17 17.6-r0 4030464 20123648 | A sophisticated object-relational DBMS, version 17 | https://www.postgresql.org/ | PostgreSQL | postgresql-common so:libc.musl-x86_64.so.1 so:libz.so.1 | cmd:postgres=17.6-r0
python3 3.12.12-r0 9437184 42991616 | High-level scripting language | https://www.python.org/ | PSF-2.0 | so:libc.musl-x86_64.so.1 so:libcrypto.so.3 so:libexpat.so.1 so:libz.so.1 | cmd:python3=3.12.12-r0 python3~3.12
readline 8.2.13-r1 131072 311296 | GNU readline library | https://tiswww.cwru.edu/php/chet/readline/rltop.html | GPL-3.0-or-later | so:libc.musl-x86_64.so.1 so:libncursesw.so.6 | so:libreadline.so.8=8.2
redis 8.0.4-r0 1294336 3653632 | Advanced key-value store | https://redis.io/ | RSALv2 OR SSPL-1.0 OR AGPL-3.0-only | /bin/sh so:libc.musl-x86_64.so.1 so:libssl.so.3 | cmd:redis-server=8.0.4-r0
rsync 3.4.1-r0 208896 385024 | File transfer program to keep remote files in sync | https://rsync.samba.org/ | GPL-3.0-or-later | so:libacl.so.1 so:libc.musl-x86_64.so.1 so:libz.so.1 | cmd:rsync=3.4.1-r0
ruby 3.4.4-r0 3457024 14155776 | An object-oriented language for quick and easy programming | https://www.ruby-lang.org/ | (Ruby OR BSD-2-Clause) AND MIT | ca-certificates so:libc.musl-x86_64.so.1 so:libz.so.1 | cmd:ruby=3.4.4-r0
sed 4.9-r2 81920 172032 | GNU stream editor | https://www.gnu.org/software/sed | GPL-3.0-or-later | so:libc.musl-x86_64.so.1 | cmd:sed=4.9-r2
sqlite 3.49.2-r1 471040 1130496 | C library that implements an SQL database engine | https://www.sqlite.org/ | blessing | so:libc.musl-x86_64.so.1 so:libsqlite3.so.0 | cmd:sqlite3=3.49.2-r1
strace 6.14-r0 741376 2101248 | Diagnostic, debugging and instructional userspace tracer | https://strace.io/ | BSD-3-Clause | so:libc.musl-x86_64.so.1 | cmd:strace=6.14-r0
sudo 1.9.17_p2-r0 937984 3026944 | Give certain users the ability to run some commands as root | https://www.sudo.ws/sudo/ | custom | so:libc.musl-x86_64.so.1 | cmd:sudo=1.9.17_p2-r0
tar 1.35-r3 238592 512000 | Utility used to store, backup, and transport files | https://www.gnu.org/software/tar/ | GPL-3.0-or-later | so:libacl.so.1 so:libc.musl-x86_64.so.1 | cmd:tar=1.35-r3
tmux 3.5a-r1 335872 753664 | Tool to control multiple terminals from a single terminal | https://tmux.github.io | ISC | ncurses-terminfo-base so:libc.musl-x86_64.so.1 so:libncursesw.so.6 | cmd:tmux=3.5a-r1
tzdata 2025b-r0 190464 3346432 | Timezone data | https://www.iana.org/time-zones | Public-Domain | |
util-linux 2.41-r9 2048 4096 | Random collection of Linux utilities | https://git.kernel.org/cgit/utils/util-linux/util-linux.git | GPL-3.0-or-later | dmesg findmnt hexdump losetup mount umount |
vim 9.1.1566-r0 1314816 3055616 | Improved vi-style text editor | https://www.vim.org/ | Vim | so:libc.musl-x86_64.so.1 so:libncursesw.so.6 xxd=9.1.1566-r0 | cmd:vim=9.1.1566-r0
wget 1.25.0-r1 221184 499712 | Network utility to retrieve files from the Web | https://www.gnu.org/software/wget/wget.html | GPL-3.0-or-later | so:libc.musl-x86_64.so.1 so:libssl.so.3 so:libz.so.1 | cmd:wget=1.25.0-r1
xz 5.8.1-r0 81920 184320 | Library and CLI tools for XZ and LZMA compressed files | https://xz.tukaani.org/xz-utils/ | 0BSD AND GPL-2.0-or-later | so:libc.musl-x86_64.so.1 so:liblzma.so.5 | cmd:xz=5.8.1-r0
zsh 5.9-r5 1236992 3239936 | Very advanced and programmable command interpreter (shell) | https://www.zsh.org/ | MIT-Modern-Variant AND GPL-3.0-only | /bin/sh so:libc.musl-x86_64.so.1 so:libncursesw.so.6 | cmd:zsh=5.9-r5
zstd 1.5.7-r0 217088 479232 | Zstandard - Fast real-time compression algorithm | https://www.zstd.net | BSD-3-Clause OR GPL-2.0-or-later | so:libc.musl-x86_64.so.1 | cmd:zstd=1.5.7-r0
zstd-libs 1.5.7-r0 319488 802816 | Zstandard - Fast real-time compression algorithm (libraries) | https://www.zstd.net | BSD-3-Clause OR GPL-2.0-or-later | so:libc.musl-x86_64.so.1 | so:libzstd.so.1=1.5.7
`;
