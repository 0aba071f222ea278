/** The applets by name. Their loaders come with the first that is run: the list of names alone is in front of the prompt. */
import type { ProgramLoader } from '../kernel/index.ts';

const NAMES = `[ add-shell addgroup adduser arch arping awk base32 base64 basename bc cal cat chgrp chmod chown
  chpasswd chroot cksum clear cmp comm cp crc32 cut date dc dd delgroup deluser df diff dirname
  dnsdomainname dos2unix du echo egrep env expand expr factor fallocate false fgrep find fold free
  fsync getopt grep groups gunzip gzip hd head hexdump hostid hostname id ifconfig install ip ipcalc
  kill killall less link ln ls md5sum mkdir mkfifo mknod mktemp more mount mountpoint mv nc netstat
  nice nl nohup nologin nproc nslookup od passwd paste patch pgrep pidof ping ping6 pkill printenv
  printf ps pstree pwd pwdx readlink realpath remove-shell renice reset rev rm rmdir route run-parts
  sed seq setsid sha1sum sha256sum sha512sum shuf sleep sort split stat strings stty su sum sync tac
  tail tar tee test time timeout top touch tr traceroute traceroute6 tree true truncate tsort tty
  ttysize umount uname unexpand uniq unix2dos unlink unzip uptime usleep uudecode uuencode vi watch wc
  wget which whoami whois xargs xxd yes zcat`;

const late =
  (name: string): ProgramLoader =>
  async () =>
    (await import('./loaders.ts')).loaders[name]!();

/** busybox's applets; which of them the shell has built in is the shell's business. */
export const applets: Readonly<Record<string, ProgramLoader>> = {
  ...Object.fromEntries(NAMES.split(/\s+/).map((name) => [name, late(name)])),
  // A login greets with it: that is not to wait for all the others.
  cat: async () => (await import('./applets/cat.ts')).main,
};
