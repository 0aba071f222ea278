/**
 * The init layer: what dockerd puts between a container's image and its thin layer, so that the
 * places where it mounts do not count as the container's changes.
 *
 * @see moby daemon/initlayer/setup_unix.go
 */
import { packTar } from '../base/index.ts';
import type { LayerRef } from '../vfs/index.ts';
import { indexLayer } from '../vfs/index.ts';

type Entry = readonly [name: string, type: 'directory' | 'file' | 'symlink', target?: string];

const CONTAINER: readonly Entry[] = [
  ['.dockerenv', 'file'],
  ['dev', 'directory'],
  ['dev/console', 'file'],
  ['dev/pts', 'directory'],
  ['dev/shm', 'directory'],
  ['etc', 'directory'],
  ['etc/hostname', 'file'],
  ['etc/hosts', 'file'],
  ['etc/mtab', 'symlink', '/proc/mounts'],
  ['etc/resolv.conf', 'file'],
  ['proc', 'directory'],
  ['sys', 'directory'],
];

let made: LayerRef | undefined;

export function containerInitLayer(): LayerRef {
  made ??= makeLayer();
  return made;
}

function makeLayer(): LayerRef {
  const tar = packTar(
    CONTAINER.map(([name, type, linkname]) => ({
      name,
      type,
      mode: type === 'symlink' ? 0o777 : 0o755,
      uid: 0,
      gid: 0,
      mtime: 0n,
      ...(linkname ? { linkname } : {}),
    })),
  );
  const { index, size } = indexLayer(tar);
  return {
    // Not stored, so no digest names it.
    diffId: 'sha256:',
    tar: { kind: 'bytes', bytes: tar, size: tar.length },
    index,
    size,
  };
}
