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
# shapes.json: one answer of each kind; only names and types of members are compared.
id=$(api -X POST -H 'Content-Type: application/json' -d '{"Image":"alpine","Cmd":["true"],"Volumes":{"/d":{}}}' \
  http://localhost/v1.51/containers/create | sed 's/.*"Id":"\([0-9a-f]*\)".*/\1/')
python3 - "$id" > "$here/shapes.json" <<'END'
import json, subprocess, sys
def get(path):
    out = subprocess.run(['curl', '-s', '--unix-socket', '/tmp/oracle/run/docker.sock', 'http://localhost/v1.51' + path],
                         capture_output=True, text=True).stdout
    return json.loads(out)
id = sys.argv[1]
shapes = {
    'container': get(f'/containers/{id}/json'),
    'containers': get(f"/containers/json?all=1&limit=1")[0],
    'image': get('/images/alpine/json'),
    'images': get('/images/json')[0],
    'history': get('/images/alpine/history')[0],
    'volumes': get('/volumes')['Volumes'][0],
    'network': get('/networks/bridge'),
    'version': get('/version'),
}
json.dump(shapes, sys.stdout, indent=1)
END
api -X DELETE "http://localhost/v1.51/containers/$id?v=1"
