/**
 * Mounts as people ask for them: `-v`, `--mount`, `--tmpfs`, and an image's VOLUME.
 *
 * Asked-for text becomes mount points and a list of volumes that have to exist. Nothing is mounted
 * here: `container-spec.ts` turns mount points into the sandbox's mounts.
 *
 * @see moby volume/mounts/linux_parser.go
 */
import type { Random } from '../base/index.ts';
import { newId } from '../base/index.ts';
import type { ContainerConfig, HostConfig, MountPoint, MountRequest } from './docker-types.ts';
import { failure, invalid } from './failure.ts';

/** A volume that has to be there before the container starts. */
export interface VolumeNeed {
  readonly name: string;
  readonly anonymous: boolean;
  readonly labels: Readonly<Record<string, string>> | null;
}

export interface PlannedMounts {
  readonly points: readonly MountPoint[];
  readonly volumes: readonly VolumeNeed[];
  /** Bind sources that are made where they are missing (`-v`), unlike those of `--mount`. */
  readonly makeSources: readonly string[];
}

const VOLUME_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

export function volumePath(name: string): string {
  return `/var/lib/docker/volumes/${name}/_data`;
}

/** @throws dockerd's words for what is no mount */
export function planMounts(config: ContainerConfig, hostConfig: HostConfig, random: Random): PlannedMounts {
  const points = new Map<string, MountPoint>();
  const volumes: VolumeNeed[] = [];
  const makeSources: string[] = [];
  const add = (point: MountPoint): void => {
    if (points.has(point.Destination)) throw invalid(`Duplicate mount point: ${point.Destination}`);
    points.set(point.Destination, point);
  };
  const addVolume = (
    name: string | undefined,
    target: string,
    rest: Partial<MountPoint>,
    labels = {},
  ): void => {
    const anonymous = name === undefined || name === '';
    const own = anonymous ? newId(random) : name;
    checkVolumeName(own);
    const all = anonymous ? { ...labels, 'com.docker.volume.anonymous': '' } : labels;
    volumes.push({ name: own, anonymous, labels: Object.keys(all).length ? all : null });
    add({
      Type: 'volume',
      Name: own,
      Source: volumePath(own),
      Destination: target,
      Driver: 'local',
      Mode: 'z',
      RW: true,
      Propagation: '',
      ...rest,
    });
  };
  for (const bind of hostConfig.Binds ?? []) {
    const { source, target, mode } = parseBind(bind);
    const RW = !mode.split(',').includes('ro');
    if (source.startsWith('/')) {
      makeSources.push(source);
      add({ Type: 'bind', Source: source, Destination: target, Mode: mode, RW, Propagation: 'rprivate' });
    } else addVolume(source, target, { Mode: mode || 'z', RW });
  }
  for (const mount of hostConfig.Mounts ?? []) addRequested(mount, add, addVolume);
  // `--tmpfs` is not listed among Mounts, only in HostConfig.
  for (const target of Object.keys(hostConfig.Tmpfs ?? {})) targetOf(target);
  for (const target of Object.keys(config.Volumes ?? {})) {
    const place = targetOf(target);
    if (!points.has(place) && !hostConfig.Tmpfs?.[target]) addVolume(undefined, place, { Mode: '' });
  }
  return { points: [...points.values()], volumes, makeSources };
}

function addRequested(
  mount: MountRequest,
  add: (point: MountPoint) => void,
  addVolume: (
    name: string | undefined,
    target: string,
    rest: Partial<MountPoint>,
    labels?: Readonly<Record<string, string>>,
  ) => void,
): void {
  const broken = (why: string): Error => invalid(`invalid mount config for type "${mount.Type}": ${why}`);
  if (!mount.Target) throw broken('field Target must not be empty');
  if (!mount.Target.startsWith('/')) {
    throw broken(`invalid mount path: '${mount.Target}' mount path must be absolute`);
  }
  const target = clean(mount.Target);
  if (target === '/') throw broken(`invalid specification: destination can't be '/'`);
  const RW = !mount.ReadOnly;
  if (mount.Type === 'volume')
    addVolume(mount.Source, target, { RW, Mode: 'z' }, mount.VolumeOptions?.Labels);
  else if (mount.Type === 'tmpfs') {
    if (mount.Source) throw broken('field Source must not be specified');
    add({ Type: 'tmpfs', Source: '', Destination: target, Mode: '', RW, Propagation: '' });
  } else if (mount.Type === 'bind') {
    if (!mount.Source) throw broken('field Source must not be empty');
    if (!mount.Source.startsWith('/')) {
      throw broken(`invalid mount path: '${mount.Source}' mount path must be absolute`);
    }
    const Source = clean(mount.Source);
    add({ Type: 'bind', Source, Destination: target, Mode: '', RW, Propagation: 'rprivate' });
  } else throw broken('mount type unknown');
}

/** `source:target[:options]` */
function parseBind(bind: string): { source: string; target: string; mode: string } {
  const parts = bind.split(':');
  const bad = (why = ''): Error =>
    failure('ESYSTEM', `invalid volume specification: '${bind}'${why && `: ${why}`}`);
  if (parts.length > 3 || parts.some((part) => part === '')) throw bad();
  const [source = '', target = source, mode = ''] = parts;
  const type = source.startsWith('/') && parts.length > 1 ? 'bind' : 'volume';
  const broken = (why: string): Error => bad(`invalid mount config for type "${type}": ${why}`);
  if (!target.startsWith('/')) throw broken(`invalid mount path: '${target}' mount path must be absolute`);
  if (clean(target) === '/') throw broken("invalid specification: destination can't be '/'");
  for (const option of mode === '' ? [] : mode.split(',')) {
    if (!BIND_OPTIONS.has(option)) throw invalid(`invalid mode: ${mode}`);
  }
  return { source: type === 'bind' ? clean(source) : source, target: clean(target), mode };
}

const BIND_OPTIONS = new Set([
  'ro',
  'rw',
  'z',
  'Z',
  'nocopy',
  'private',
  'rprivate',
  'shared',
  'rshared',
  'slave',
  'rslave',
  'consistent',
  'cached',
  'delegated',
]);

/** @throws where a name cannot be a volume's */
export function checkVolumeName(name: string): void {
  if (VOLUME_NAME.test(name)) return;
  throw invalid(
    name.length === 1
      ? `create ${name}: volume name is too short, names should be at least two alphanumeric characters`
      : `create ${name}: ${JSON.stringify(name)} includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
  );
}

/** A target of VOLUME or `--tmpfs`. A relative one is taken from the root, since a mount needs a place. */
function targetOf(target: string): string {
  const path = clean(target);
  if (path === '/')
    throw invalid(
      `invalid volume specification: '${target}': invalid specification: destination can't be '/'`,
    );
  return path;
}

/** An absolute path without `.`, `..` and doubled slashes. */
function clean(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}
