/**
 * `--volumes-from CONTAINER[:ro]`: the mounts of another container.
 *
 * @see moby daemon/volumes.go (registerMountPoints), volume/mounts/volume_unix.go (ParseVolumesFrom)
 */
import { readBindMode } from './bind-mode.ts';
import { lookUpContainer } from './containers.ts';
import type { MountPoint } from './docker-types.ts';
import { invalid, notFound } from './failure.ts';
import type { State } from './state.ts';

/** @throws dockerd's words for what names no container, or asks for it in a way that is none */
export function mountsFrom(state: State, specs: readonly string[]): MountPoint[] {
  return specs.flatMap((spec) => {
    if (spec === '') throw invalid('volumes-from specification cannot be an empty string');
    const colon = spec.indexOf(':');
    const [name, mode] = colon < 0 ? [spec, 'rw'] : [spec.slice(0, colon), spec.slice(colon + 1)];
    const asked = readBindMode(mode);
    if (!asked || asked.propagation || asked.nocopy) throw invalid(`invalid mode: ${mode}`);
    return sourceOf(state, name).map((point) => {
      // dockerd takes a mount without a source for a volume's, and finds none.
      if (point.Type === 'tmpfs') throw notFound('get : no such volume');
      return { ...point, Mode: '', RW: point.RW && asked.writable };
    });
  });
}

function sourceOf(state: State, name: string): readonly MountPoint[] {
  if (name === '') throw invalid('invalid name or ID supplied: ""');
  const found = lookUpContainer(state, name);
  if (!found) throw invalid(`No such container: ${name}`);
  return found.mounts;
}
