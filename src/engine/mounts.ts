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
import { type BindMode, PROPAGATIONS, readBindMode } from './bind-mode.ts';
import type { ContainerConfig, HostConfig, MountPoint, MountRequest } from './docker-types.ts';
import { failure, invalid, notFound, notImplemented } from './failure.ts';
import { dockerTmpfs, type TmpfsMount } from './tmpfs-options.ts';

/** A volume that has to be there before the container starts. */
export interface VolumeNeed {
  readonly name: string;
  readonly anonymous: boolean;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly options: Readonly<Record<string, string>> | null;
}

export interface PlannedMounts {
  readonly points: readonly MountPoint[];
  readonly volumes: readonly VolumeNeed[];
}

const VOLUME_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

export function volumePath(name: string): string {
  return `/var/lib/docker/volumes/${name}/_data`;
}

/**
 * @param inherited what `--volumes-from` brings, which everything else covers
 * @throws dockerd's words for what is no mount
 */
export function planMounts(
  config: ContainerConfig,
  hostConfig: HostConfig,
  inherited: readonly MountPoint[],
  random: Random,
): PlannedMounts {
  const points = new Map(inherited.map((point) => [point.Destination, point]));
  const volumes: VolumeNeed[] = [];
  const taken = new Set<string>();
  for (const target of Object.keys(hostConfig.Tmpfs ?? {})) taken.add(placeOf(target));
  const add = (point: MountPoint): void => {
    if (taken.has(point.Destination)) throw invalid(`Duplicate mount point: ${point.Destination}`);
    taken.add(point.Destination);
    points.set(point.Destination, point);
  };
  const addVolume = (
    name: string | undefined,
    target: string,
    rest: Partial<MountPoint>,
    { Labels = {}, DriverConfig }: NonNullable<MountRequest['VolumeOptions']> = {},
  ): void => {
    const anonymous = name === undefined || name === '';
    const own = anonymous ? newId(random) : name;
    checkVolumeName(own);
    checkDriver(own, DriverConfig?.Name || hostConfig.VolumeDriver || 'local');
    const options = Object.keys(DriverConfig?.Options ?? {}).length ? DriverConfig!.Options! : null;
    const labels = anonymous ? { ...Labels, 'com.docker.volume.anonymous': '' } : Labels;
    volumes.push({ name: own, anonymous, labels: Object.keys(labels).length ? labels : null, options });
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
    const { source, target, mode, how } = parseBind(bind);
    const RW = how.writable;
    if (source.startsWith('/')) {
      const Propagation = how.propagation ?? 'rprivate';
      add({ Type: 'bind', Source: source, Destination: target, Mode: mode, RW, Propagation });
    } else addVolume(source, target, { Mode: mode || 'z', RW });
  }
  for (const mount of hostConfig.Mounts ?? []) addRequested(mount, add, addVolume);
  for (const target of Object.keys(config.Volumes ?? {})) {
    const place = placeOf(target);
    if (!points.has(place) && !taken.has(place)) addVolume(undefined, place, { Mode: '' });
  }
  return { points: [...points.values()], volumes };
}

/** @throws where a volume's driver is none that is here */
export function checkDriver(volume: string, driver: string): void {
  if (driver === 'local') return;
  throw notFound(
    `create ${volume}: error looking up volume plugin ${driver}: plugin ${JSON.stringify(driver)} not found`,
  );
}

function addRequested(
  mount: MountRequest,
  add: (point: MountPoint) => void,
  addVolume: (
    name: string | undefined,
    target: string,
    rest: Partial<MountPoint>,
    options?: MountRequest['VolumeOptions'],
  ) => void,
): void {
  const { Type, Source = '', Target } = mount;
  const broken = (why: string): Error => invalid(`invalid mount config for type "${Type}": ${why}`);
  const absolute = (path: string): string => {
    if (path.startsWith('/')) return placeOf(path);
    throw broken(`invalid mount path: '${path}' mount path must be absolute`);
  };
  if (!Target) throw broken('field Target must not be empty');
  const target = absolute(Target);
  if (target === '/') throw broken(`invalid specification: destination can't be '/'`);
  for (const [type, field] of Object.entries(OPTIONS)) {
    if (mount[field] && type !== Type && Object.hasOwn(OPTIONS, Type)) {
      throw broken(`field ${field} must not be specified`);
    }
  }
  const RW = !mount.ReadOnly;
  if (Type === 'volume') {
    const { Subpath = '' } = mount.VolumeOptions ?? {};
    if (!isLocal(Subpath)) throw broken('subpath must be a relative path within the volume');
    addVolume(Source, target, { RW, Mode: 'z' }, mount.VolumeOptions);
  } else if (Type === 'tmpfs') {
    if (Source) throw broken('field Source must not be specified');
    requestedTmpfs(mount);
    add({ Type: 'tmpfs', Source: '', Destination: target, Mode: '', RW, Propagation: '' });
  } else if (Type === 'bind') {
    if (!Source) throw broken('field Source must not be empty');
    const path = absolute(Source);
    const Propagation = mount.BindOptions?.Propagation || 'rprivate';
    if (!PROPAGATIONS.includes(Propagation)) throw broken(`invalid propagation mode: ${Propagation}`);
    add({ Type: 'bind', Source: path, Destination: target, Mode: '', RW, Propagation });
  } else if (Type === 'image') throw notImplemented('mounts of images: not supported by Strata');
  else throw broken('mount type unknown');
}

/** Whose options those of each field are. */
const OPTIONS = { bind: 'BindOptions', volume: 'VolumeOptions', tmpfs: 'TmpfsOptions' } as const;

/** A tmpfs of `--mount`. @throws dockerd's words for what is none */
export function requestedTmpfs({ Target, TmpfsOptions }: MountRequest): TmpfsMount {
  const words = (TmpfsOptions?.Options ?? []).map((option) => option.join('='));
  if (TmpfsOptions?.SizeBytes) words.push(`size=${TmpfsOptions.SizeBytes}`);
  if (TmpfsOptions?.Mode) words.push(`mode=${TmpfsOptions.Mode.toString(8)}`);
  return dockerTmpfs(Target, words.join(','));
}

/** As Go's filepath.IsLocal: within where it is taken from, whatever it goes through. */
function isLocal(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return false;
  }
  return !path.startsWith('/');
}

/** `source:target[:options]` */
function parseBind(bind: string): { source: string; target: string; mode: string; how: BindMode } {
  const parts = bind.split(':');
  const bad = (why = ''): Error =>
    failure('ESYSTEM', `invalid volume specification: '${bind}'${why && `: ${why}`}`);
  if (parts.length > 3 || parts.some((part) => part === '')) throw bad();
  const [source = '', target = source, mode = ''] = parts;
  const type = source.startsWith('/') && parts.length > 1 ? 'bind' : 'volume';
  const broken = (why: string): Error => bad(`invalid mount config for type "${type}": ${why}`);
  const how = readBindMode(mode);
  if (!how) throw invalid(`invalid mode: ${mode}`);
  if (!target.startsWith('/')) throw broken(`invalid mount path: '${target}' mount path must be absolute`);
  if (placeOf(target) === '/') throw broken("invalid specification: destination can't be '/'");
  if (type === 'volume' && how.propagation) throw broken('field BindOptions must not be specified');
  if (type === 'bind' && how.nocopy) throw broken('field VolumeOptions must not be specified');
  return { source: type === 'bind' ? placeOf(source) : source, target: placeOf(target), mode, how };
}

/** @throws where a name cannot be a volume's */
export function checkVolumeName(name: string): void {
  if (VOLUME_NAME.test(name)) return;
  throw invalid(
    name.length === 1
      ? `create ${name}: volume name is too short, names should be at least two alphanumeric characters`
      : `create ${name}: ${JSON.stringify(name)} includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
  );
}

/** @throws where a `--tmpfs` cannot be. Its options are looked at by the first start. */
export function checkTmpfsTargets(hostConfig: HostConfig): void {
  for (const target of Object.keys(hostConfig.Tmpfs ?? {})) {
    if (!target.startsWith('/')) {
      throw invalid(`invalid mount path: '${target}' mount path must be absolute`);
    }
    if (placeOf(target) === '/') throw invalid("invalid specification: destination can't be '/'");
  }
}

/** An absolute path without `.`, `..` and doubled slashes. */
export function placeOf(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}
