/**
 * Options of the `local` driver: a volume that is a tmpfs, or a directory of the host.
 *
 * @see moby volume/local/local_unix.go (setOpts, mount)
 */
import { errnoOf } from '../posix/index.ts';
import { createTmpfs, type FileSystem } from '../vfs/index.ts';
import { failure, invalid } from './failure.ts';
import { hostPathExists } from './host-files.ts';
import type { VolumeRecord } from './records.ts';
import { type TmpfsMount, volumeTmpfs } from './tmpfs-options.ts';
import type { Engine } from './types.ts';

const KNOWN = ['type', 'o', 'device', 'size'];

/** @throws dockerd's words for options that make no volume */
export function checkVolumeOptions(name: string, options: Readonly<Record<string, string>>): void {
  const names = Object.keys(options);
  if (names.length === 0) return;
  const bad = (why: string): Error => invalid(`create ${name}: ${why}`);
  const unknown = names.find((each) => !KNOWN.includes(each));
  if (unknown !== undefined) throw bad(`invalid option: ${JSON.stringify(unknown)}`);
  const { size } = options;
  if (size !== undefined) {
    const match = /^(\d+(?:\.\d+)?)\s?[kmgtp]?i?b?$/i.exec(size);
    if (!match) throw bad(`invalid size: '${size}'`);
    if (Number(match[1]) > 0) throw bad('quota size requested but no quota support');
    if (names.length === 1) return;
  }
  for (const wanted of ['device', 'type']) {
    if (!Object.hasOwn(options, wanted)) throw bad(`missing required option: ${JSON.stringify(wanted)}`);
  }
}

/** Where a volume's files are, if they are not the volume's own. */
export type VolumeSource =
  | { readonly kind: 'tmpfs'; readonly mount: TmpfsMount; open(): FileSystem }
  /** A directory of the laptop. */
  | { readonly kind: 'bind'; readonly path: string; readonly readonly: boolean };

/** Undefined for an ordinary volume. @throws dockerd's words where it cannot be mounted */
export async function volumeSource(engine: Engine, volume: VolumeRecord): Promise<VolumeSource | undefined> {
  const { type = '', device = '', o = '' } = volume.options ?? {};
  if (!volume.options || (type === '' && device === '')) return undefined;
  const place = `/var/lib/docker/volumes/${volume.name}/_data`;
  const cannot = (details: string, why: string): Error =>
    failure(
      'ESYSTEM',
      `error while mounting volume '${place}': failed to mount local volume: mount ${device}:${place}${details}: ${why}`,
    );
  if (type === 'tmpfs') {
    const mount = volumeTmpfs(o, () => cannot(`, data: ${o}`, 'invalid argument'));
    return { kind: 'tmpfs', mount, open: () => createTmpfs(mount.options, () => engine.host.clock.now()) };
  }
  const words = o.split(',');
  if (words.includes('bind') || words.includes('rbind')) {
    const flags = `, flags: 0x${words.includes('rbind') ? '5' : '1'}00${words.includes('ro') ? '1' : '0'}`;
    const there = await hostPathExists(engine, device).catch((error) => refuse(error));
    if (!there) throw cannot(flags, 'no such file or directory');
    return { kind: 'bind', path: device, readonly: words.includes('ro') };
  }
  throw cannot(o ? `, data: ${o}` : '', 'no such device');
}

/** A file in place of a directory on the way is as good as nothing. */
function refuse(error: unknown): false {
  if (errnoOf(error) === 'ENOTDIR') return false;
  throw error;
}
