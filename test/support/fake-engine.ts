/**
 * An engine over fakes: a store in memory, sandboxes whose programs are functions, a registry with
 * images made on the spot. For tests of engine and API.
 */
import {
  type ByteSink,
  type ByteSource,
  concat,
  createPipe,
  type Digest,
  digestSync,
  encode,
  packTar,
  StrataError,
  systemClock,
  systemRandom,
} from '../../src/base/index.ts';
import { type Engine, type EngineHost, openEngine } from '../../src/engine/index.ts';
import { bodyOf, openBlob, openHasher } from '../../src/node/blobs.ts';
import {
  canonicalName,
  type Descriptor,
  type ImageConfig,
  MEDIA,
  type Reference,
} from '../../src/oci/index.ts';
import type { RegistryClient } from '../../src/registry/index.ts';
import type {
  ProcessSpec,
  RunningProcess,
  Sandbox,
  SandboxHost,
  SandboxSpec,
} from '../../src/sandbox/index.ts';
import { createMemoryBackend, openStore, type Store } from '../../src/store/index.ts';
import {
  changes,
  createLayerFs,
  createMemoryFs,
  createOverlay,
  type FileSystem,
  layerTar,
  type Overlay,
  openDisk,
  serveFs,
  type TraceEvent,
  upperSize,
} from '../../src/vfs/index.ts';

/** What a fake program sees; resolves to its wait status. Ends on its own when it is killed. */
export type FakeProgram = (io: {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: ByteSource;
  readonly stdout: ByteSink;
  readonly stderr: ByteSink;
  readonly overlay: Overlay;
  /** Resolves to the number of the next signal. */
  signal(): Promise<number>;
  /** As if the overlay had told of this. */
  trace(event: TraceEvent): void;
}) => Promise<number>;

export interface FakeEngine {
  readonly engine: Engine;
  readonly store: Store;
  readonly sandboxes: SandboxSpec[];
  /** Puts an image with one layer into the registry. */
  publish(name: string, files: Readonly<Record<string, string>>, config?: ImageConfig['config']): Digest;
  /** The same store after the power was cut. */
  powerCut(): Promise<FakeEngine>;
}

export interface FakeOptions {
  readonly programs: Readonly<Record<string, FakeProgram>>;
  readonly store?: Store;
  readonly host?: Partial<EngineHost>;
  readonly registry?: ReturnType<typeof fakeRegistry>;
}

export async function openFakeEngine(options: FakeOptions): Promise<FakeEngine> {
  const store =
    options.store ?? openStore({ content: createMemoryBackend(), records: createMemoryBackend() });
  const registry = options.registry ?? fakeRegistry();
  const opened: SandboxSpec[] = [];
  let dead = false;
  const sandboxes = fakeSandboxes(options.programs, opened, () => dead);
  const host: EngineHost = {
    store,
    sandboxes,
    registry: registry.client,
    openBlob,
    bodyOf,
    openHasher,
    clock: systemClock,
    random: systemRandom,
    fetch,
    ...options.host,
  };
  const engine = await openEngine(host);
  return {
    engine,
    store,
    sandboxes: opened,
    publish: registry.publish,
    powerCut() {
      dead = true;
      return openFakeEngine({ ...options, store, registry });
    },
  };
}

function served(fs: FileSystem): MessagePort {
  const { port1, port2 } = new MessageChannel();
  serveFs(fs, port1);
  return port2;
}

function fakeSandboxes(
  programs: Readonly<Record<string, FakeProgram>>,
  opened: SandboxSpec[],
  isDead: () => boolean,
): SandboxHost {
  return {
    async open(spec) {
      opened.push(spec);
      const disk = spec.disk ? await openDisk(spec.disk) : undefined;
      const upper = disk?.fs ?? createMemoryFs();
      const overlay = createOverlay({
        lowers: spec.layers.map((layer) =>
          createLayerFs(layer.index, () => {
            if (layer.tar.kind !== 'bytes') throw new Error('only bytes here');
            const { bytes } = layer.tar;
            return { size: bytes.length, readSync: (at, length) => bytes.subarray(at, at + length) };
          }),
        ),
        upper,
      });
      const running = new Map<number, (signal: number) => void>();
      const traces = new Set<(events: readonly TraceEvent[]) => void>();
      let pid = 0;
      const sandbox: Sandbox = {
        async start(process) {
          const program = programs[process.argv[0]!];
          if (!program) {
            const name = JSON.stringify(process.argv[0]);
            throw new StrataError('ENOENT', `exec: ${name}: executable file not found in $PATH`);
          }
          return startFake(program, process, overlay, ++pid, running, (event) => {
            for (const listener of traces) listener([event]);
          });
        },
        async kill(target, signal) {
          running.get(target)?.(signal);
        },
        pause: async () => {},
        setLimits: async () => {},
        onOom() {},
        processes: async () => [],
        async flush() {
          if (!isDead()) await disk?.flush();
        },
        changes: async () => changes(overlay),
        upperSize: async () => upperSize(overlay),
        layerTar: () => layerTar(overlay),
        filesystem: async () => served(overlay),
        upperFilesystem: async () => served(upper),
        onTrace(listener) {
          traces.add(listener);
          return () => traces.delete(listener);
        },
        async close() {
          for (const kill of running.values()) kill(9);
          if (!isDead()) await disk?.close();
          return { lost: false };
        },
      };
      return sandbox;
    },
  };
}

function startFake(
  program: FakeProgram,
  process: ProcessSpec,
  overlay: Overlay,
  pid: number,
  running: Map<number, (signal: number) => void>,
  trace: (event: TraceEvent) => void,
): RunningProcess {
  const stdin = createPipe();
  const stdout = createPipe();
  const stderr = createPipe();
  const pending: number[] = [];
  let wake: ((signal: number) => void) | undefined;
  let kill: (status: number) => void = () => {};
  const killed = new Promise<number>((resolve) => {
    kill = resolve;
  });
  running.set(pid, (signal) => {
    if (signal === 9) kill(9);
    else if (wake) wake(signal);
    else pending.push(signal);
  });
  if (!process.stdin) stdin.sink.end();
  const ended = program({
    argv: process.argv,
    env: process.env,
    stdin: stdin.source,
    stdout: stdout.sink,
    stderr: process.tty ? stdout.sink : stderr.sink,
    overlay,
    trace,
    signal: async () =>
      pending.shift() ??
      (await new Promise<number>((resolve) => {
        wake = resolve;
      })),
  });
  const exit = Promise.race([ended, killed]).then((status) => {
    running.delete(pid);
    stdout.sink.end();
    stderr.sink.end();
    return status;
  });
  return {
    pid,
    stdio: { source: stdout.source, sink: stdin.sink },
    stderr: process.tty ? undefined : stderr.source,
    exit,
    signal: (signal) => running.get(pid)?.(signal),
    resize: () => {},
  };
}

export function fakeRegistry(): { client: RegistryClient; publish: FakeEngine['publish'] } {
  const images = new Map<
    string,
    { config: Uint8Array; layers: { descriptor: Descriptor; tar: Uint8Array }[] }
  >();
  const find = (reference: Reference) => {
    const image = images.get(`${canonicalName(reference)}:${reference.tag ?? 'latest'}`);
    if (!image) {
      throw new StrataError(
        'ENOTFOUND',
        `pull access denied for ${reference.path.replace(/^library\//, '')}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
      );
    }
    return image;
  };
  const pulling: Pick<RegistryClient, 'resolve' | 'layer'> = {
    async resolve(reference, { onFound }) {
      const { config, layers } = find(reference);
      onFound?.();
      return {
        digest: digestSync(concat([encode('manifest of '), config])),
        manifest: {
          schemaVersion: 2,
          config: { mediaType: MEDIA.config, digest: digestSync(config), size: config.length },
          layers: layers.map((layer) => layer.descriptor),
        },
        config,
      };
    },
    async layer(reference, layer, { stage, onProgress }) {
      const found = find(reference).layers.find((each) => each.descriptor.digest === layer.digest)!;
      onProgress({ phase: 'downloading', current: layer.size, total: layer.size });
      onProgress({ phase: 'verifying', current: layer.size, total: layer.size });
      const staged = stage();
      await staged.write(found.tar);
      return staged.finish();
    },
  };
  return {
    // Nothing here pushes, signs in or asks for more.
    client: pulling as RegistryClient,
    publish(name, files, config = {}) {
      const tar = packTar(
        Object.entries(files).map(([path, contents]) => ({
          name: path,
          type: 'file' as const,
          mode: 0o755,
          uid: 0,
          gid: 0,
          mtime: 1_700_000_000_000_000_000n,
          contents: encode(contents),
        })),
      );
      const diffId = digestSync(tar);
      const document: ImageConfig = {
        architecture: 'amd64',
        os: 'linux',
        created: '2025-01-01T00:00:00Z',
        config,
        rootfs: { type: 'layers', diff_ids: [diffId] },
        history: [
          {
            created: '2025-01-01T00:00:00Z',
            created_by: 'ADD rootfs / # buildkit',
            comment: 'buildkit.dockerfile.v0',
          },
          { created: '2025-01-01T00:00:00Z', created_by: 'CMD ["/bin/sh"]', empty_layer: true },
        ],
      };
      const bytes = encode(JSON.stringify(document));
      const descriptor: Descriptor = {
        mediaType: MEDIA.layerGzip,
        digest: digestSync(concat([encode('gz'), tar])),
        size: tar.length,
      };
      images.set(`docker.io/library/${name.includes(':') ? name : `${name}:latest`}`, {
        config: bytes,
        layers: [{ descriptor, tar }],
      });
      return digestSync(bytes);
    },
  };
}
