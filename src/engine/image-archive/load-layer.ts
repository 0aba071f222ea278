/** Layers of an archive on their way into the store: unpacked, measured, told of. */
import { compressionOf, type Digest, decompress } from '../../base/index.ts';
import type { Platform } from '../../oci/index.ts';
import type { Lease, Staged } from '../../store/index.ts';
import type { ProgressMessage } from '../docker-types.ts';
import { failure } from '../failure.ts';
import { shortId } from '../ids.ts';
import { stageChunks } from '../stage-chunks.ts';
import { amountMessage } from '../transfer-progress.ts';
import type { Engine } from '../types.ts';
import type { ArchiveFile } from './tree.ts';

export interface LoadOptions {
  /** Without progress of layers. */
  readonly quiet: boolean;
  /** Only images that run on it. */
  readonly platform?: Platform | undefined;
  readonly signal: AbortSignal;
  readonly emit: (message: ProgressMessage) => void;
}

/** Puts a layer of which the config says what it has to be. @throws where it is another */
export async function loadLayer(
  engine: Engine,
  file: ArchiveFile,
  { diffId, place }: { readonly diffId: Digest; readonly place: number },
  lease: Lease,
  options: LoadOptions,
): Promise<void> {
  const { staged, actual } = await stageLayer(engine, file, shortId(diffId), options);
  if (actual !== diffId) {
    await staged.discard();
    throw failure(
      'ESYSTEM',
      `invalid diffID for layer ${place}: expected ${JSON.stringify(diffId)}, got ${JSON.stringify(actual)}`,
    );
  }
  await engine.layers.adopt(staged, diffId, 'pulled', lease, engine.host.clock.now());
}

/** Puts a layer of which nothing says what it is. Answers its digest. */
export async function loadUnknownLayer(
  engine: Engine,
  file: ArchiveFile,
  id: string,
  lease: Lease,
  options: LoadOptions,
): Promise<Digest> {
  const { staged, actual } = await stageLayer(engine, file, id, options);
  await engine.layers.adopt(staged, actual, 'pulled', lease, engine.host.clock.now());
  return actual;
}

/** The layer's tar where it can be adopted, and its digest. What is not compressed stays where it was staged. */
async function stageLayer(
  engine: Engine,
  { source, staged }: ArchiveFile,
  id: string,
  { quiet, emit, signal }: LoadOptions,
): Promise<{ readonly staged: Staged; readonly actual: Digest }> {
  const report = quiet ? () => {} : layerProgress(id, source.size, emit);
  const hasher = await engine.host.openHasher();
  const chunks = decompress(source, report);
  if (staged && compressionOf(source.readSync(0, Math.min(8, source.size))) === undefined) {
    for await (const chunk of chunks) {
      signal.throwIfAborted();
      hasher.update(chunk);
    }
    report(source.size, true);
    return { staged, actual: hasher.digest() };
  }
  const plain = await stageChunks(engine.host.store, chunks, (chunk) => {
    signal.throwIfAborted();
    hasher.update(chunk);
  });
  report(source.size, true);
  return { staged: plain, actual: hasher.digest() };
}

/** A message for each hundredth, and at least each 512 kB; one more at the end. */
function layerProgress(
  id: string,
  total: number,
  emit: LoadOptions['emit'],
): (current: number, done?: boolean) => void {
  const step = Math.min(512 * 1024, total / 100);
  let last = 0;
  return (current, done = false) => {
    if (!done && current - last <= step) return;
    last = current;
    emit(amountMessage(id, 'Loading layer', current, total));
  };
}
