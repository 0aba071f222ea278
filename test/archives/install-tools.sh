#!/bin/bash
# Brings what test/archives/foreign.test.ts asks to a Debian machine where one is root: skopeo, umoci, buildah and
# podman; two real engines, with crane and ctr in their system. What cannot be had is said in a line
# and missing later: the tests skip by name what needs it.
set -u
cd "$(dirname "$0")/../.."
skip() { echo "skip: $*"; }
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then skip "not root on Debian: no tools are installed"; exit 0; fi
export DEBIAN_FRONTEND=noninteractive
apt="apt-get -qq -o DPkg::Lock::Timeout=120"
$apt update >/dev/null 2>&1
for tool in skopeo umoci buildah podman zstd libarchive-tools; do
  $apt install -y --no-install-recommends $tool >/dev/null 2>&1 || skip "no $tool"
done
timeout 900 bash test/oracle/start-real-docker.sh >/dev/null 2>&1 || { skip "no real engine"; exit 0; }
root=${ORACLE_ROOT:-/tmp/oracle-${ORACLE_SUITE:-forky}}
[ -x "$root/usr/bin/crane" ] || chroot "$root" $apt install -y --no-install-recommends crane >/dev/null 2>&1 || skip "no crane"
timeout 300 bash test/oracle/start-containerd-store.sh >/dev/null 2>&1 || skip "no real engine with the containerd store"
exit 0
