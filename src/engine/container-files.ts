/**
 * A container's files from outside: what changed, how large its thin layer is, the files themselves.
 *
 * A running container's worker owns its thin layer and is asked. The thin layer of one that does not
 * run is the engine's: it is opened for the moment, under the container's turn.
 */
import { codeOf } from '../base/index.ts';
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
import { findContainer, noteContainer, recordOf } from './containers.ts';
import type { FilesystemChange } from './docker-types.ts';
import { notFound } from './failure.ts';
import type { ContainerRecord } from './records.ts';
import type { Engine } from './types.ts';

/** A container's file system, wherever it is. */
interface FileView {
  readonly fs: FileSystem;
  changes(): Promise<readonly Change[]>;
  upperSize(): Promise<number>;
  layerTar(): AsyncIterable<Uint8Array>;
}

const KINDS = { C: 0, A: 1, D: 2 } as const;

/** Lines of `docker diff`. */
export async function containerChanges(engine: Engine, name: string): Promise<FilesystemChange[]> {
  const record = findContainer(engine, name);
  const found = await ask(engine, record, (view) => view.changes());
  return found.map(({ kind, path }) => ({ Path: path, Kind: KINDS[kind] }));
}

/** Bytes of the thin layer's regular files: SIZE in `docker ps -s`. */
export async function upperSizeOf(engine: Engine, record: ContainerRecord): Promise<number> {
  const live = liveOf(engine, record.id);
  if (!live.run && record.upperSize !== undefined) return record.upperSize;
  const measured = await ask(engine, record, (view) => view.upperSize());
  if (live.run) return measured;
  await noteContainer(engine, record.id, () => ({ upperSize: measured }));
  return measured;
}

/** Does something with the thin layer as a layer's tar. */
export function withLayerTar<R>(
  engine: Engine,
  record: ContainerRecord,
  task: (tar: AsyncIterable<Uint8Array>) => Promise<R>,
): Promise<R> {
  return ask(engine, record, (view) => task(view.layerTar()));
}

/** Asks a running container's worker, or looks for itself where there is none. */
function ask<R>(
  engine: Engine,
  record: ContainerRecord,
  question: (view: Omit<FileView, 'fs'>) => Promise<R>,
): Promise<R> {
  return duringOrAfter(
    liveOf(engine, record.id),
    ({ sandbox }) => question(sandbox),
    () => withStopped(engine, record, question),
  );
}

/** A container that is started and ends again and again is not followed for ever. */
const ATTEMPTS = 10;

/** What a container's run answers; where it ends meanwhile, what there is when it has ended. */
async function duringOrAfter<R>(
  live: RunningContainer,
  during: (run: NonNullable<RunningContainer['run']>) => Promise<R>,
  after: () => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    const { run } = live;
    try {
      if (run) return await reading(live, during(run));
      return await live.inTurn(() => (live.run ? reading(live, during(live.run)) : after()));
    } catch (error) {
      if (codeOf(error) !== 'ESANDBOX' || attempt === ATTEMPTS) throw error;
      await (run ?? live.run)?.ended.catch(() => {});
    }
  }
}

async function reading<R>(live: RunningContainer, work: Promise<R>): Promise<R> {
  live.readers.add(work);
  try {
    return await work;
  } finally {
    live.readers.delete(work);
  }
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
  return duringOrAfter(
    liveOf(engine, record.id),
    (run) => withRunning(run, task),
    () => withStopped(engine, record, task),
  );
}

async function withStopped<R>(
  engine: Engine,
  record: ContainerRecord,
  task: (view: FileView) => Promise<R>,
): Promise<R> {
  if (!recordOf(engine, record.id)) throw notFound(`No such container: ${record.id}`);
  const { spec, disk } = await sandboxOf(engine, record, { bare: true });
  const opened = await openDisk(disk, { openBlob: engine.host.openBlob });
  try {
    const overlay = createOverlay({
      lowers: spec.layers.map((layer) => createLayerFs(layer.index, () => engine.host.openBlob(layer.tar))),
      upper: opened.fs,
    });
    return await task({
      fs: overlay,
      changes: async () => changes(overlay),
      upperSize: async () => upperSize(overlay),
      layerTar: () => layerTar(overlay),
    });
  } finally {
    await opened.close();
    disk.revoke();
  }
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
