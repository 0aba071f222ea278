/**
 * A container's files from outside: what changed, how large its thin layer is, the files themselves.
 *
 * A running container's worker owns its thin layer and is asked. The thin layer of one that does not
 * run is the engine's: it is opened for the moment, under the container's turn.
 */
import { isFile } from '../posix/index.ts';
import {
  type Change,
  changes,
  connectFs,
  createLayerFs,
  createOverlay,
  type FileSystem,
  layerTar,
  openDisk,
  upperSize,
} from '../vfs/index.ts';
import { liveOf, type RunningContainer } from './container-live.ts';
import { sandboxOf } from './container-spec.ts';
import { findContainer, noteContainer } from './containers.ts';
import type { FilesystemChange } from './docker-types.ts';
import type { ContainerRecord } from './records.ts';
import type { Engine } from './types.ts';

/** A container's file system, wherever it is. */
interface FileView {
  readonly fs: FileSystem;
  changes(): Promise<readonly Change[]>;
  upperSize(): Promise<number>;
  layerTar(): Promise<Uint8Array>;
}

const KINDS = { C: 0, A: 1, D: 2 } as const;

/** Lines of `docker diff`. */
export async function containerChanges(engine: Engine, name: string): Promise<FilesystemChange[]> {
  const record = findContainer(engine, name);
  const { run } = liveOf(engine, record.id);
  const found = run ? await run.sandbox.changes() : await withFiles(engine, record, (view) => view.changes());
  return found.map(({ kind, path }) => ({ Path: path, Kind: KINDS[kind] }));
}

/** Bytes of the thin layer's regular files: SIZE in `docker ps -s`. */
export async function upperSizeOf(engine: Engine, record: ContainerRecord): Promise<number> {
  const { run } = liveOf(engine, record.id);
  if (run) return run.sandbox.upperSize();
  if (record.upperSize !== undefined) return record.upperSize;
  const measured = await withFiles(engine, record, (view) => view.upperSize());
  await noteContainer(engine, record.id, () => ({ upperSize: measured }));
  return measured;
}

/** The thin layer as a layer's tar. */
export function layerTarOf(engine: Engine, record: ContainerRecord): Promise<Uint8Array> {
  const { run } = liveOf(engine, record.id);
  return run ? run.sandbox.layerTar() : withFiles(engine, record, (view) => view.layerTar());
}

export interface UpperEntry {
  readonly path: string;
  readonly kind: 'A' | 'C' | 'D';
  readonly size: number;
}

/** The first so many changes, with the sizes of files. */
export async function upperEntries(
  engine: Engine,
  record: ContainerRecord,
  most = 50,
): Promise<UpperEntry[]> {
  const isUntouched = record.upperSize === 0 && record.state.startedAt === 0;
  if (!liveOf(engine, record.id).run && isUntouched) return [];
  return withFiles(engine, record, async ({ fs, changes }) =>
    Promise.all(
      (await changes())
        .slice(0, most)
        .map(async ({ kind, path }) => ({ kind, path, size: kind === 'D' ? 0 : await fileSize(fs, path) })),
    ),
  );
}

/** Lends a container's file system; one that does not run is opened for it. */
export async function withFiles<R>(
  engine: Engine,
  record: ContainerRecord,
  task: (view: FileView) => Promise<R>,
): Promise<R> {
  const live = liveOf(engine, record.id);
  if (live.run) return withRunning(live.run, task);
  return live.inTurn(async () => {
    if (live.run) return withRunning(live.run, task);
    const { spec, disk } = await sandboxOf(engine, record, { bare: true });
    const opened = await openDisk(disk);
    try {
      const overlay = createOverlay({
        lowers: spec.layers.map((layer) => createLayerFs(layer.index, () => engine.host.openBlob(layer.tar))),
        upper: opened.fs,
      });
      return await task({
        fs: overlay,
        changes: async () => changes(overlay),
        upperSize: async () => upperSize(overlay),
        layerTar: async () => layerTar(overlay),
      });
    } finally {
      await opened.close();
      disk.revoke();
    }
  });
}

async function withRunning<R>(
  run: NonNullable<RunningContainer['run']>,
  task: (view: FileView) => Promise<R>,
): Promise<R> {
  const port = await run.sandbox.filesystem();
  try {
    return await task({
      fs: await connectFs(port),
      changes: () => run.sandbox.changes(),
      upperSize: () => run.sandbox.upperSize(),
      layerTar: () => run.sandbox.layerTar(),
    });
  } finally {
    port.close();
  }
}

async function fileSize(fs: FileSystem, path: string): Promise<number> {
  try {
    let at = fs.root;
    for (const part of path.split('/')) if (part) at = await fs.lookup(at, part);
    const stat = await fs.stat(at);
    return isFile(stat.mode) ? stat.size : 0;
  } catch {
    // Gone again meanwhile.
    return 0;
  }
}
