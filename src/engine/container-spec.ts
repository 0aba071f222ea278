/**
 * A container's record as a sandbox: its layers, its thin layer's disk, its mounts.
 *
 * @see moby daemon/container_operations_unix.go, daemon/oci_linux.go
 */
import { encode } from '../base/index.ts';
import { programFile } from '../kernel/index.ts';
import { DOCKER_INIT, type SandboxMount, type SandboxSpec } from '../sandbox/index.ts';
import type { StoreView } from '../store/index.ts';
import type { MountPoint } from './docker-types.ts';
import { failure, invalid } from './failure.ts';
import { ensureHostDirectory, hostPathExists } from './host-files.ts';
import { containerInitLayer } from './init-layer.ts';
import type { ContainerRecord } from './records.ts';
import { resolvConf } from './resolv-conf.ts';
import type { Engine } from './types.ts';

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
      network: record.hostConfig.NetworkMode !== 'none' && !record.config.NetworkDisabled,
    },
  };
}

async function mountsOf(engine: Engine, record: ContainerRecord): Promise<SandboxMount[]> {
  const mounts: SandboxMount[] = [];
  const shm = typeof record.hostConfig.ShmSize === 'number' ? record.hostConfig.ShmSize : 67108864;
  mounts.push({ kind: 'tmpfs', target: '/dev/shm', size: shm, mode: 0o1777 });
  mounts.push(...systemFiles(record));
  if (record.hostConfig.Init) {
    const content = programFile(DOCKER_INIT.program, INIT_BYTES);
    mounts.push({ kind: 'file', target: DOCKER_INIT.path, content, mode: 0o755 });
  }
  for (const [target, options] of Object.entries(record.hostConfig.Tmpfs ?? {})) {
    mounts.push(tmpfsOf(target, options));
  }
  const points = [...record.mounts].sort((a, b) => (a.Destination < b.Destination ? -1 : 1));
  for (const point of points) mounts.push(await mountOf(engine, record, point));
  // Parents first, so that a mount below another one is not covered by it; the system's before others'.
  const depth = ({ target }: SandboxMount): number => target.split('/').filter(Boolean).length;
  return mounts.sort((a, b) => depth(a) - depth(b));
}

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
      return `${entry.slice(at + 1)}\t${entry.slice(0, at)}`;
    }),
    ...(record.hostConfig.NetworkMode === 'none' ? [] : [`172.17.0.2\t${names}`]),
  ];
  return [
    { kind: 'file', target: '/etc/resolv.conf', content: encode(resolvConf(record.hostConfig)), mode: 0o644 },
    { kind: 'file', target: '/etc/hostname', content: encode(`${hostname}\n`), mode: 0o644 },
    { kind: 'file', target: '/etc/hosts', content: encode(`${hosts.join('\n')}\n`), mode: 0o644 },
  ];
}

/** `--tmpfs /run:size=64m,mode=1777,ro` */
function tmpfsOf(target: string, options: string): SandboxMount {
  let size: number | undefined;
  let mode: number | undefined;
  let readonly = false;
  for (const option of options === '' ? [] : options.split(',')) {
    const [name = '', value = ''] = option.split('=');
    if (name === 'size') size = parseSize(value);
    else if (name === 'mode') mode = Number.parseInt(value, 8);
    else if (name === 'ro') readonly = true;
    else if (!['rw', 'noexec', 'exec', 'nosuid', 'suid', 'nodev', 'dev'].includes(name)) {
      throw invalid(`invalid tmpfs option ["${option}"]`);
    }
  }
  return {
    kind: 'tmpfs',
    target,
    ...(size === undefined ? {} : { size }),
    ...(mode === undefined ? {} : { mode }),
    ...(readonly ? { readonly } : {}),
  };
}

function parseSize(text: string): number {
  const match = /^(\d+)([kmg]?)$/i.exec(text);
  if (!match) throw invalid(`invalid tmpfs option ["size=${text}"]`);
  return Number(match[1]) * { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[match[2]!.toLowerCase()]!;
}

async function mountOf(engine: Engine, record: ContainerRecord, point: MountPoint): Promise<SandboxMount> {
  const target = point.Destination;
  if (point.Type === 'tmpfs') {
    const asked = record.hostConfig.Mounts?.find((mount) => mount.Target === target)?.TmpfsOptions;
    return {
      kind: 'tmpfs',
      target,
      readonly: !point.RW,
      ...(asked?.SizeBytes ? { size: asked.SizeBytes } : {}),
      ...(asked?.Mode === undefined ? {} : { mode: asked.Mode }),
    };
  }
  if (point.Type === 'volume') {
    const port = await engine.volumes.serve(point.Name!);
    return { kind: 'remote', target, port, source: '/', readonly: !point.RW, device: '/dev/vda1' };
  }
  if (!engine.host.hostFs) throw failure('ESYSTEM', 'bind mounts: this engine has no host file system');
  const fromFlag = (record.hostConfig.Binds ?? []).some((bind) => bind.startsWith(`${point.Source}:`));
  if (fromFlag) await ensureHostDirectory(engine, point.Source);
  else if (!(await hostPathExists(engine, point.Source))) {
    throw invalid(`invalid mount config for type "bind": bind source path does not exist: ${point.Source}`);
  }
  const port = await engine.host.hostFs();
  return { kind: 'remote', target, port, source: point.Source, readonly: !point.RW, device: '/dev/vda1' };
}
