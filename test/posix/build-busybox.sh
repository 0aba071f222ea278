#!/bin/sh
# Builds the busybox that the recordings here come from: 1.37 with musl and about Alpine's configuration.
#
#   sh test/posix/build-busybox.sh [DIR]        default /tmp/strata-busybox; the program is DIR/busybox
#
# The oracle's own busybox is Debian's: linked with glibc (other messages, no UTF-8 in a chroot) and without
# what Alpine switches on (find -delete, comm, nohup, pgrep, adduser, …). Sources come from Debian, trixie;
# needs root on a Debian machine, gcc, and installs musl-tools. The source is never looked into: it is a
# black box to ask.
set -eu
dir=${1:-/tmp/strata-busybox}
mirror=$(grep -hoE 'https?://[^ ]*/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  grep -v snapshot | head -1 | tr -d ' ')
mkdir -p "$dir/apt/lists/partial" "$dir/apt/cache/archives/partial" "$dir/include"
cd "$dir"
apt-get install -y -qq --no-install-recommends musl-tools linux-libc-dev bzip2 make gcc >/dev/null
echo "deb-src $mirror trixie main" >apt/sources.list
from_trixie="-o Dir::Etc::sourcelist=$dir/apt/sources.list -o Dir::Etc::sourceparts=/dev/null
  -o Dir::State::lists=$dir/apt/lists -o Dir::Cache=$dir/apt/cache -o APT::Sandbox::User=root
  -o Acquire::AllowInsecureRepositories=true"
apt-get -qq $from_trixie update
apt-get -qq $from_trixie source --download-only --allow-unauthenticated busybox
tar xjf busybox_1.37.*.orig.tar.bz2
for headers in linux asm-generic mtd; do ln -sfn /usr/include/$headers include/$headers; done
ln -sfn /usr/include/"$(gcc -dumpmachine)"/asm include/asm
cd busybox-1.37.*/

make -s defconfig >/dev/null 2>&1
configure() {
  value=$1
  shift
  for name; do sed -i -E "s/^(# )?CONFIG_$name(=.*| is not set)\$/CONFIG_$name=$value/" .config; done
}
# What Alpine leaves out of the default configuration, and `tc`, which newer kernel headers break.
configure n PIE FEATURE_UTMP FEATURE_WTMP FEATURE_GZIP_LONG_OPTIONS FEATURE_TAR_TO_COMMAND FEATURE_DATE_NANO \
  LOGNAME WHO W USERS FEATURE_WC_LARGE FEATURE_SPLIT_FANCY FEATURE_VI_REGEX_SEARCH CHRT TASKSET \
  FEATURE_PS_WIDE FEATURE_PS_LONG FEATURE_SHOW_THREADS SULOGIN TC SCRIPT SCRIPTREPLAY LAST RUNLEVEL CHAT \
  MAKEDEVS MAN RX AR UNCOMPRESS XZ RPM RPM2CPIO DPKG DPKG_DEB START_STOP_DAEMON FEATURE_TOP_DECIMALS FTPGET \
  FTPPUT TELNET TELNETD TFTP TFTPD HTTPD HUSH USE_BB_PWD_GRP USE_BB_SHADOW CTTYHACK FEATURE_SH_STANDALONE \
  FEATURE_SH_NOFORK FEATURE_PREFER_APPLETS FEATURE_CLEAN_UP FEATURE_SUID FEATURE_DD_THIRD_STATUS_LINE
configure y STATIC USE_BB_CRYPT LOCALE_SUPPORT UNICODE_SUPPORT UNICODE_USING_LOCALE UNICODE_COMBINING_WCHARS \
  UNICODE_WIDE_WCHARS UNICODE_PRESERVE_BROKEN FEATURE_CHECK_NAMES
configure '"Linux"' UNAME_OSNAME
configure '"sha512"' FEATURE_DEFAULT_PASSWD_ALGO
configure 1114111 LAST_SUPPORTED_WCHAR
configure 256000 LAST_ID
# As Alpine patches it: a system user's shell.
sed -i 's#/bin/false#/sbin/nologin#' loginutils/adduser.c
yes '' | make -s CC=musl-gcc oldconfig >/dev/null 2>&1
make -s -j"$(nproc)" CC="musl-gcc -idirafter $dir/include" >"$dir/make.log" 2>&1 || {
  tail -5 "$dir/make.log"
  exit 1
}
cp busybox "$dir/busybox"
"$dir/busybox" | head -1
