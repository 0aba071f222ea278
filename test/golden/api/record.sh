#!/bin/sh
# Records what a real engine (the oracle, /work/shared/oracle) answers: run by hand, from anywhere.
# build-trace.jsonl: the body of POST /build?version=2 for the Dockerfile below, unedited.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
api() { curl -s --unix-socket /tmp/oracle/run/docker.sock "$@"; }
work=$(mktemp -d /tmp/engine-record.XXXXXX)
trap 'rm -rf "$work"' EXIT
cat > "$work/Dockerfile" <<'END'
FROM alpine
maintainer someone
RUN echo hello; echo err >&2
COPY . /app
RUN exit 3
END
tar -C "$work" -cf "$work.tar" .
api -X POST -H 'Content-Type: application/x-tar' --data-binary "@$work.tar" \
  'http://localhost/v1.51/build?version=2&nocache=1' > "$here/build-trace.jsonl"
rm "$work.tar"
