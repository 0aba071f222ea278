#!/bin/sh
# npm run test:busybox: asks the real busybox anew, the applets beside ours and the shell for recordings
# that ours is then held against. Needs root on a Debian machine, as build-busybox.sh does.
set -eu
cd "$(dirname "$0")/../.."
[ -x /tmp/strata-busybox/busybox ] || sh test/posix/build-busybox.sh
node test/posix/applets/compare.mjs test/posix/applets/cases/*.txt
node test/posix/record.mjs
git diff --stat -- test/posix/sh/recorded
npm test --silent -- test/posix/sh
