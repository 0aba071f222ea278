/**
 * A container's record as a sandbox: its layers, its thin layer's disk, its mounts.
 *
 * @see moby daemon/container_operations_unix.go, daemon/oci_linux.go
 */
import { encode, StrataError } from '../base/index.ts';
import { programFile } from '../kernel/index.ts';
import { DOCKER_INIT, type SandboxMount, type SandboxSpec } from '../sandbox/index.ts';
import type { StoreView } from '../store/index.ts';
import type { MountPoint } from './docker-types.ts';
import { failure } from './failure.ts';
import { containerCacheId } from './graph-driver.ts';
import { demandSources, ensureHostDirectory } from './host-files.ts';
import { containerInitLayer } from './init-layer.ts';
import { placeOf, requestedTmpfs } from './mounts.ts';
import type { ContainerRecord } from './records.ts';
import { resolvConf } from './resolv-conf.ts';
import { limitsOf } from './resources.ts';
import { dockerTmpfs } from './tmpfs-options.ts';
import type { Engine } from './types.ts';
import { mountVolume } from './volume-mount.ts';

export function upperPrefix(container: string): string {
  return `upper/${container}/`;
}

/** How many layers lie above the image's in a container's sandbox: the init layer. */
export const LAYERS_ABOVE_IMAGE = 1;

/** As large as Docker's own. */
const INIT_BYTES = 752_504;

export interface ContainerSandbox {
  readonly spec: SandboxSpec;
  readonly disk: StoreView;
}

/** `bare` leaves volumes and binds out, for a look at what is on the disk. */
export async function sandboxOf(
  engine: Engine,
  record: ContainerRecord,
  options: { bare?: boolean } = {},
): Promise<ContainerSandbox> {
  const stack = await engine.layers.stack(record.layers);
  const disk = engine.host.store.view(upperPrefix(record.id));
  const mounts = options.bare ? [] : await mountsOf(engine, record);
  return {
    disk,
    spec: {
      id: record.id,
      hostname: record.config.Hostname ?? '',
      ...(record.config.Domainname ? { domainname: record.config.Domainname } : {}),
      layers: [containerInitLayer(), ...stack.reverse()],
      disk,
      ...(record.hostConfig.ReadonlyRootfs ? { readonlyRoot: true } : {}),
      mounts,
      limits: limitsOf(record.hostConfig),
      network: record.hostConfig.NetworkMode !== 'none' && !record.config.NetworkDisabled,
    },
  };
}

async function mountsOf(engine: Engine, record: ContainerRecord): Promise<SandboxMount[]> {
  const mounts: SandboxMount[] = [];
  const shm = typeof record.hostConfig.ShmSize === 'number' ? record.hostConfig.ShmSize : 67108864;
  mounts.push({ kind: 'tmpfs', target: '/dev/shm', options: { size: shm, mode: 0o1777 } });
  const readonly = record.hostConfig.ReadonlyRootfs ?? false;
  mounts.push(...systemFiles(record).map((file) => ({ ...file, readonly })));
  if (record.hostConfig.Init) {
    const content = programFile(DOCKER_INIT.program, INIT_BYTES);
    mounts.push({ kind: 'file', target: DOCKER_INIT.path, content, mode: 0o755 });
  }
  for (const [target, options] of Object.entries(record.hostConfig.Tmpfs ?? {})) {
    mounts.push({ kind: 'tmpfs', target, ...dockerTmpfs(target, options) });
  }
  const points = [...record.mounts].sort((a, b) => (a.Destination < b.Destination ? -1 : 1));
  for (const point of points) mounts.push(await mountOf(engine, record, point));
  // Parents first, so that a mount below another one is not covered by it; the system's before others'.
  const depth = ({ target }: SandboxMount): number => target.split('/').filter(Boolean).length;
  return mounts.sort((a, b) => depth(a) - depth(b));
}

/** The bridge's own address, which `host-gateway` stands for. */
const GATEWAY = '172.17.0.1';

/** /etc/hosts and its like, as dockerd writes them for a container without addresses. */
export function systemFiles(record: ContainerRecord): Extract<SandboxMount, { kind: 'file' }>[] {
  const hostname = record.config.Hostname ?? '';
  const { Domainname } = record.config;
  const full = Domainname ? `${hostname}.${Domainname}` : hostname;
  const names = full.includes('.') ? `${full} ${full.slice(0, full.indexOf('.'))}` : full;
  const hosts = [
    '127.0.0.1\tlocalhost',
    '::1\tlocalhost ip6-localhost ip6-loopback',
    'fe00::\tip6-localnet',
    'ff00::\tip6-mcastprefix',
    'ff02::1\tip6-allnodes',
    'ff02::2\tip6-allrouters',
    ...(record.hostConfig.ExtraHosts ?? []).map((entry) => {
      const at = entry.indexOf(':');
      const address = entry.slice(at + 1);
      return `${address === 'host-gateway' ? GATEWAY : address}\t${entry.slice(0, at)}`;
    }),
    ...(record.hostConfig.NetworkMode === 'none' ? [] : [`172.17.0.2\t${names}`]),
  ];
  return [
    { kind: 'file', target: '/etc/resolv.conf', content: encode(resolvConf(record.hostConfig)), mode: 0o644 },
    { kind: 'file', target: '/etc/hostname', content: encode(`${hostname}\n`), mode: 0o644 },
    { kind: 'file', target: '/etc/hosts', content: encode(`${hosts.join('\n')}\n`), mode: 0o644 },
  ];
}

async function mountOf(engine: Engine, record: ContainerRecord, point: MountPoint): Promise<SandboxMount> {
  const { Destination: target, Source, Propagation } = point;
  if (target === '/') throw cannotCoverRoot(record, Source);
  const asked = record.hostConfig.Mounts?.find((mount) => placeOf(mount.Target) === target);
  if (point.Type === 'tmpfs') {
    const { options, flags } = requestedTmpfs(asked ?? { Type: 'tmpfs', Target: target });
    return { kind: 'tmpfs', target, options, flags, readonly: !point.RW };
  }
  if (point.Type === 'volume') return mountVolume(engine, point, asked?.VolumeOptions?.Subpath ?? '');
  if (!engine.host.hostFs) throw failure('ESYSTEM', 'bind mounts: this engine has no host file system');
  demandPropagation(Source, Propagation);
  if (asked) await demandSources(engine, [asked]);
  else await ensureHostDirectory(engine, Source);
  const port = await engine.host.hostFs();
  return { kind: 'remote', target, port, source: Source, readonly: !point.RW, device: '/dev/vda1' };
}

function cannotCoverRoot({ id }: ContainerRecord, source: string): Error {
  const merged = JSON.stringify(`/var/lib/docker/overlay2/${containerCacheId(id)}/merged`);
  const why = `create mountpoint for / mount: mountpoint ${merged} is on the top of rootfs ${merged}`;
  return new StrataError(
    'EINVAL',
    `error during container init: error mounting ${JSON.stringify(source)} to rootfs at "/": ${why}`,
  );
}

/** Mounts of the laptop are private: nothing goes from one to another. @see moby daemon/oci_linux.go */
function demandPropagation(path: string, propagation: string): void {
  const words = { shared: 'a shared mount', slave: 'a shared or slave mount' }[propagation.replace(/^r/, '')];
  if (words) throw failure('ESYSTEM', `path ${path} is mounted on / but it is not ${words}`);
}
