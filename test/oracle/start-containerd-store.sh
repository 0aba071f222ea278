#!/bin/bash
# A second real engine beside the first one, with the containerd image store: that one loads OCI layouts,
# and its BuildKit writes them. Needs what start-real-docker.sh needs, and shares its root folder.
# usage: start-containerd-store.sh [stop]; afterwards ORACLE_DIR=/tmp/oracle-containerd /tmp/oracle-containerd/rdocker
set -eu
export ORACLE_DIR=${ORACLE_CONTAINERD_DIR:-/tmp/oracle-containerd}
export DOCKERD_FLAGS="--feature containerd-snapshotter=true --storage-driver overlayfs --data-root /var/lib/docker-containerd"
exec bash "$(dirname "$0")/start-real-docker.sh" "$@"
