/**
 * A builder's surroundings in memory: base images, layer store, cache, and a runner that is told what
 * RUN does. For tests of the builder alone, without kernel and shell.
 */
import { collect, type Digest, digestSync, encode, StrataError } from '../../src/base/index.ts';
import {
  type BuildHost,
  type BuildRequest,
  type BuildResult,
  build,
  type CacheRecord,
  exportImage,
  type RunStep,
  type SolveStatus,
} from '../../src/builder/index.ts';
import type { ImageConfig } from '../../src/oci/index.ts';
import type { BlobRef } from '../../src/store/index.ts';
import {
  createLayerFs,
  createMemoryFs,
  createOverlay,
  type FileSystem,
  FileTree,
  indexLayer,
  type LayerRef,
  layerTar,
  type Overlay,
} from '../../src/vfs/index.ts';

export type Act = (command: string, files: Files, step: RunStep) => Promise<number | undefined>;

/** Files by path, as root. */
export class Files {
  readonly fs: FileSystem;
  readonly #tree: FileTree;

  constructor(fs: FileSystem) {
    this.fs = fs;
    this.#tree = new FileTree(fs);
  }

  /** Writes a file anew, with what directories it needs. */
  async write(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
    const ctx = this.#tree.superuser(0);
    const parts = path.split('/').slice(1, -1);
    for (let depth = 1; depth <= parts.length; depth++) {
      await ignore(() => this.#tree.mkdir(ctx, `/${parts.slice(0, depth).join('/')}`, 0o755));
    }
    await ignore(() => this.#tree.unlink(ctx, path));
    const opened = await this.#tree.open(ctx, path, 0o101, mode);
    if (!('file' in opened) || !opened.file) throw new Error(`no file: ${path}`);
    await opened.file.writeAt(typeof content === 'string' ? encode(content) : content, 0);
    await opened.file.close();
  }

  async chmod(path: string, mode: number): Promise<void> {
    await this.#tree.chmod(this.#tree.superuser(0), path, mode);
  }

  async chown(path: string, uid: number, gid: number): Promise<void> {
    await this.#tree.chown(this.#tree.superuser(0), path, uid, gid);
  }

  async symlink(target: string, path: string): Promise<void> {
    await this.#tree.symlink(this.#tree.superuser(0), target, path);
  }

  async remove(path: string): Promise<void> {
    await this.#tree.unlink(this.#tree.superuser(0), path);
  }

  async touch(path: string): Promise<void> {
    const time = BigInt(Date.now() + 5000) * 1_000_000n;
    await this.#tree.utimes(this.#tree.superuser(0), path, { atime: time, mtime: time });
  }

  async stat(path: string): Promise<{ uid: number; gid: number; mode: number }> {
    return this.#tree.lstat(this.#tree.superuser(0), path);
  }

  async read(path: string): Promise<string> {
    const opened = await this.#tree.open(this.#tree.superuser(0), path, 0);
    if (!('file' in opened) || !opened.file) throw new Error(`no file: ${path}`);
    const buffer = new Uint8Array((await opened.file.stat()).size);
    await opened.file.readAt(buffer, 0);
    return new TextDecoder().decode(buffer);
  }
}

async function ignore(act: () => unknown): Promise<void> {
  try {
    await act();
  } catch {
    // Already there, or already gone.
  }
}

export class World {
  readonly layers = new Map<Digest, LayerRef>();
  readonly records = new Map<Digest, CacheRecord>();
  readonly statuses: SolveStatus[] = [];
  readonly runs: RunStep[] = [];
  readonly context = new Files(createMemoryFs());
  time = Date.UTC(2026, 0, 1);
  act: Act = async () => 0;
  onBuild: string[] = [];
  /** Made once: files have times. */
  readonly #bases = new Map<string, LayerRef>();
  /** As if pulled: then step names carry no digest. */
  local = false;
  readonly host: BuildHost = this.#host();

  openBlob = (ref: BlobRef) => {
    if (ref.kind !== 'bytes') throw new Error('not in memory');
    const { bytes } = ref;
    return { size: bytes.length, readSync: (at: number, length: number) => bytes.subarray(at, at + length) };
  };

  mount(layers: readonly LayerRef[], writable = false): Overlay {
    const lowers = layers
      .toReversed()
      .map(({ index, tar }) => createLayerFs(index, () => this.openBlob(tar)));
    return createOverlay(writable ? { lowers, upper: createMemoryFs() } : { lowers });
  }

  files(layers: readonly LayerRef[]): Files {
    return new Files(this.mount(layers));
  }

  async addLayer(chunks: AsyncIterable<Uint8Array>): Promise<LayerRef> {
    const tar = await collect(chunks);
    const diffId = digestSync(tar);
    const { index, size } = indexLayer(tar);
    const ref: LayerRef = { diffId, tar: { kind: 'bytes', bytes: tar, size: tar.length }, index, size };
    this.layers.set(diffId, ref);
    return ref;
  }

  /** Like the oracle's images: one layer, two rows of history. */
  async base(name = 'alpine'): Promise<{ config: ImageConfig; layers: LayerRef[] }> {
    const layer = this.#bases.get(name) ?? (await this.#baseLayer(name));
    this.#bases.set(name, layer);
    const [archive, shell] =
      name === 'busybox' ? ['busybox.tar.gz', 'sh'] : ['alpine-minirootfs-3.20.6-x86_64.tar.gz', '/bin/sh'];
    const created = '2025-01-01T00:00:00Z';
    const comment = 'buildkit.dockerfile.v0';
    const config: ImageConfig = {
      architecture: 'amd64',
      os: 'linux',
      created,
      config: {
        Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
        Cmd: [shell],
        WorkingDir: '/',
        ArgsEscaped: true,
        ...(this.onBuild.length > 0 ? { OnBuild: this.onBuild } : {}),
      },
      rootfs: { type: 'layers', diff_ids: [layer.diffId] },
      history: [
        { created, created_by: `ADD ${archive} / # buildkit`, comment },
        { created, created_by: `CMD ["${shell}"]`, comment, empty_layer: true },
      ],
    };
    return { config, layers: [layer] };
  }

  async #baseLayer(name: string): Promise<LayerRef> {
    const overlay = this.mount([], true);
    const files = new Files(overlay);
    // As long as the oracle's, which a recorded COPY copies.
    const passwd = 'root:x:0:0::/root:/bin/sh\nguest:x:405:100::/:/bin/sh\n';
    await files.write('/etc/passwd', passwd.padEnd(234, '#'));
    await files.write('/etc/group', 'root:x:0:\nusers:x:100:\nnogroup:x:65533:\n');
    await files.write('/etc/name', name);
    await files.write('/home/.keep', '');
    await files.write('/tmp/.keep', '');
    await files.chmod('/tmp', 0o1777);
    return this.addLayer(layerTar(overlay));
  }

  #host(): BuildHost {
    return {
      clock: { now: () => this.time++, monotonic: () => this.time, sleep: async () => {} },
      fetch: async () => new Response('fetched'),
      openBlob: (ref) => this.openBlob(ref),
      layers: { add: (tar) => this.addLayer(tar) },
      cache: {
        get: async (key) => this.records.get(key),
        put: async (key, record) => void this.records.set(key, structuredClone(record)),
        layers: async (record) => {
          const found = record.diffIds.map((diffId) => this.layers.get(diffId));
          return found.every((layer) => layer !== undefined) ? found : undefined;
        },
      },
      images: {
        resolve: async (reference) => {
          const name = /^docker.io\/library\/(alpine|busybox):/.exec(reference)?.[1];
          if (!name) throw new StrataError('ENOTFOUND', `${reference}: not found`);
          const { config } = await this.base(name);
          return { digest: digestSync(name), config, local: this.local };
        },
        fetch: async (reference) => this.base(/library\/(\w+)/.exec(reference)?.[1]),
      },
      runner: {
        run: async (step, layers) => {
          this.runs.push(step);
          const overlay = this.mount(step.layers, true);
          const exitCode = (await this.act(step.argv.at(-1)!, new Files(overlay), step)) ?? 0;
          return exitCode === 0 ? { exitCode, layer: await layers.add(layerTar(overlay)) } : { exitCode };
        },
      },
    };
  }

  async build(dockerfile: string, options: Partial<BuildRequest> = {}): Promise<BuildResult> {
    this.statuses.length = 0;
    const request: BuildRequest = {
      dockerfile,
      dockerfileName: 'Dockerfile',
      context: this.context.fs,
      buildArgs: {},
      labels: {},
      tags: [],
      platform: { os: 'linux', architecture: 'amd64' },
      noCache: false,
      pull: false,
      network: 'default',
      signal: new AbortController().signal,
      ...options,
    };
    const emit = (status: SolveStatus): void => void this.statuses.push(status);
    const result = await build(request, this.host, emit);
    const done = async (): Promise<void> => {};
    const { clock } = this.host;
    await exportImage(result, { tags: request.tags, clock, emit, write: done, name: done });
    return result;
  }

  /** Steps of the last build; `!` before those that were cached, `x` before what failed. */
  steps(): string[] {
    const seen = new Map<string, string>();
    for (const { vertexes } of this.statuses) {
      for (const { name, cached, completed, error } of vertexes) {
        if (completed !== undefined) seen.set(name, `${error ? 'x ' : cached ? '! ' : ''}${name}`);
      }
    }
    return [...seen.values()].filter((name) => name.includes('[') && !name.includes('[internal]'));
  }
}
