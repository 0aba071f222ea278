/** The mounts of a RUN made ready for its sandbox: file systems served on ports, secrets as files. */
import { decode, StrataError } from '../../base/index.ts';
import {
  createMemoryFs,
  createOverlay,
  type FileSystem,
  STEP_QUOTA,
  type SyncFileSystem,
  serveFs,
} from '../../vfs/index.ts';
import type { ExecMount, ExecOperation } from '../graph.ts';
import type { RunStep } from '../types.ts';
import { takeCache } from './cache-mounts.ts';
import type { Job } from './job.ts';
import { mkdirAll } from './tree.ts';

export interface OpenedMounts {
  readonly mounts: RunStep['mounts'];
  /** Variables that are secrets. */
  readonly env: readonly (readonly [string, string])[];
  /** Gives back what was taken, when the step has ended. */
  close(): void;
}

type RunMount = RunStep['mounts'][number];
type BindMount = Extract<ExecMount, { kind: 'bind' }>;

export async function openMounts(
  { mounts }: ExecOperation,
  { host, request }: Job,
  filesOf: (mount: BindMount) => Promise<FileSystem>,
): Promise<OpenedMounts> {
  const ready: RunMount[] = [];
  const env: [string, string][] = [];
  const closers: (() => void)[] = [];
  const serve = (fs: FileSystem, { target, path, readonly }: Served): void => {
    const { port1, port2 } = new MessageChannel();
    serveFs(fs, port1);
    closers.push(() => port1.close());
    ready.push({ kind: 'remote', target, port: port2, source: path, readonly, device: 'overlay' });
  };
  try {
    for (const mount of mounts) {
      if (mount.kind === 'tmpfs') ready.push(tmpfs(mount));
      else if (mount.kind === 'bind') serve(writable(await filesOf(mount), mount), mount);
      else if (mount.kind === 'cache') {
        const { fs, release } = await takeCache(host.cache, mount);
        closers.push(release);
        await mkdirAll(fs, mount.path, mount.mode, mount);
        serve(fs, mount);
      } else addSecret(mount, request.secrets, ready, env);
    }
  } catch (error) {
    for (const close of closers) close();
    throw error;
  }
  return { mounts: ready, env, close: () => closers.forEach((close) => void close()) };
}

interface Served {
  readonly target: string;
  readonly path: string;
  readonly readonly: boolean;
}

function tmpfs({ target, size }: Extract<ExecMount, { kind: 'tmpfs' }>): RunMount {
  return { kind: 'tmpfs', target, ...(size === undefined ? {} : { options: { size } }) };
}

/** A bind that may be written gets a thin layer, which is forgotten. */
function writable(fs: FileSystem, { readonly }: BindMount): FileSystem {
  if (readonly) return fs;
  // Contexts and mounted layers are in this thread and answer at once.
  return createOverlay({ lowers: [fs as SyncFileSystem], upper: createMemoryFs({ quota: STEP_QUOTA }) });
}

function addSecret(
  { id, target, env: name, required, mode }: Extract<ExecMount, { kind: 'secret' }>,
  secrets: Readonly<Record<string, Uint8Array>> | undefined,
  ready: RunMount[],
  env: [string, string][],
): void {
  const content = secrets && Object.hasOwn(secrets, id) ? secrets[id] : undefined;
  if (!content) {
    if (required) throw new StrataError('ESECRET', `secret ${id}: not found`);
    return;
  }
  if (target) ready.push({ kind: 'file', target, content, mode });
  if (name !== undefined) env.push([name, decode(content)]);
}
