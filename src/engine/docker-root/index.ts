/**
 * /var/lib/docker, as a file system that is made of the engine's state when it is looked at.
 *
 * What Docker's pages on storage drivers tell the reader to run there works: `ls`, `cat lower`, `du`,
 * `mount | grep overlay`. Volumes can be written to, the rest is read only.
 */
import { serveFs } from '../../vfs/index.ts';
import type { Engine } from '../types.ts';
import { containers } from './containers.ts';
import { createRootFs } from './file-system.ts';
import { imageStore } from './image.ts';
import { folder, type RootNode, text } from './nodes.ts';
import { overlay2, overlayMounts } from './overlay2.ts';

export interface DockerMount {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly options: string;
}

/** A port on it, by the remote file-system protocol. */
export function openDockerRoot(engine: Engine): MessagePort {
  const { port1, port2 } = new MessageChannel();
  serveFs(createRootFs(rootOf(engine)), port1);
  return port2;
}

/** Tells of the mounts of containers that run: at once, and whenever they change. */
export function watchDockerMounts(engine: Engine, tell: (mounts: readonly DockerMount[]) => void): void {
  let last = '';
  const look = (): void => {
    const mounts = overlayMounts(engine);
    const now = JSON.stringify(mounts);
    if (now === last) return;
    last = now;
    tell(mounts);
  };
  look();
  engine.state.changed.on(look);
}

function rootOf(engine: Engine): RootNode {
  const { startedAt } = engine;
  return folder(0o710, startedAt, () => ({
    containers: containers(engine),
    'engine-id': text(0o600, startedAt, () => engine.state.current().daemon.get('self')?.id ?? ''),
    image: imageStore(engine),
    overlay2: overlay2(engine),
    // Empty on a machine without plugins, further runtimes and a swarm.
    plugins: folder(0o700, startedAt, () => ({ tmp: folder(0o700, startedAt, () => ({})) })),
    runtimes: folder(0o700, startedAt, () => ({})),
    swarm: folder(0o700, startedAt, () => ({})),
    tmp: folder(0o700, startedAt, () => ({})),
    volumes: folder(0o701, startedAt, () =>
      Object.fromEntries(
        [...engine.state.current().volume.values()].map(({ name, created }) => [
          name,
          folder(0o701, created, () => ({
            _data: {
              kind: 'files' as const,
              id: `volume ${name} ${created}`,
              writable: true,
              open: () => engine.volumes.open(name),
            },
          })),
        ]),
      ),
    ),
  }));
}
