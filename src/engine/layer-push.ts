/** One layer to a registry, in the cheapest way that it takes. @see moby distribution/push_v2.go (v2PushDescriptor.Upload) */
import { type Digest, gzip } from '../base/index.ts';
import { canonicalName, type Descriptor, type Reference } from '../oci/index.ts';
import type { Credentials } from '../registry/index.ts';
import type { BlobHandle } from '../store/index.ts';
import type { ProgressMessage } from './docker-types.ts';
import { failure } from './failure.ts';
import { shortId } from './ids.ts';
import { blobsOf } from './layer-sources.ts';
import { stageChunks } from './stage-chunks.ts';
import { amountMessage, retryWords, statusMessage } from './transfer-progress.ts';
import type { Engine } from './types.ts';

/** Other repositories that are asked for a layer before it is sent. */
const MOUNTS = 4;

interface LayerPushOptions {
  readonly credentials?: Credentials | undefined;
  readonly signal: AbortSignal;
  readonly emit: (message: ProgressMessage) => void;
}

/** Answers what the repository now has it as. */
export async function pushLayer(
  engine: Engine,
  reference: Reference,
  diffId: Digest,
  options: LayerPushOptions,
): Promise<Pick<Descriptor, 'digest' | 'size'>> {
  const { registry } = engine.host;
  const { signal, credentials, emit } = options;
  const call = { signal, credentials };
  const say = (status: string): void => emit(statusMessage(shortId(diffId), status));
  const known = blobsOf(engine.state.current(), diffId);
  const own = canonicalName(reference);
  for (const { digest, repository } of known) {
    if (repository !== own) continue;
    const size = await registry.has(reference, digest, call);
    if (size === undefined) continue;
    say('Layer already exists');
    return { digest, size };
  }
  const neighbours = known.filter(
    ({ repository }) => repository !== own && repository.startsWith(`${reference.domain}/`),
  );
  for (const { digest, size, repository } of neighbours.slice(0, MOUNTS)) {
    const from = repository.slice(reference.domain.length + 1);
    if (!(await registry.mount(reference, digest, from, call))) continue;
    say(`Mounted from ${from}`);
    return { digest, size };
  }
  return send(engine, reference, diffId, options);
}

async function send(
  engine: Engine,
  reference: Reference,
  diffId: Digest,
  { signal, credentials, emit }: LayerPushOptions,
): Promise<Pick<Descriptor, 'digest' | 'size'>> {
  const id = shortId(diffId);
  const layer = await engine.layers.find(diffId);
  if (!layer) throw failure('ESYSTEM', `layer does not exist: ${diffId}`);
  // As dockerd counts: bytes of the tar that went into the compressor, of the bytes of its files.
  const told = (current: number): void => emit(amountMessage(id, 'Pushing', current, layer.size));
  const hasher = await engine.host.openHasher();
  const packed = gzip(pieces(engine.host.openBlob(layer.tar), told));
  const staged = await stageChunks(engine.host.store, packed, (chunk) => {
    signal.throwIfAborted();
    hasher.update(chunk);
  });
  try {
    const digest = hasher.digest();
    const contents = await engine.host.bodyOf(staged.ref);
    await engine.host.registry.upload(reference, digest, contents, {
      signal,
      credentials,
      onProgress({ phase, current }) {
        if (phase === 'retrying') emit(statusMessage(id, retryWords(current)));
      },
    });
    emit(statusMessage(id, 'Pushed'));
    return { digest, size: contents.size };
  } finally {
    await staged.discard();
  }
}

const PIECE = 512 * 1024;

function* pieces(tar: BlobHandle, told: (current: number) => void): Generator<Uint8Array, void, void> {
  for (let at = 0; at < tar.size; at += PIECE) {
    const piece = tar.readSync(at, PIECE);
    yield piece;
    told(at + piece.length);
  }
}
