/** Blobs: fetched, their size and digest verified. @see OCI distribution-spec, "Pulling blobs" */
import { type Clock, collect, digestOf, type OpenHasher } from '../../base/index.ts';
import type { Descriptor, Reference } from '../../oci/index.ts';
import type { Stage, Staged } from '../../store/index.ts';
import type { LayerProgress, RegistryCall } from '../types.ts';
import { bodyOf } from './body.ts';
import { refusal } from './failure.ts';
import { pullScope } from './manifest.ts';
import type { Send } from './request.ts';
import { withRetries } from './retry.ts';
import { refusalOf } from './status.ts';

/** Configs are small; more is an attack or a mistake. */
const LARGEST_CONFIG = 4 * 1024 * 1024;

export async function fetchBlob(
  send: Send,
  reference: Reference,
  descriptor: Descriptor,
  call: RegistryCall,
): Promise<Uint8Array> {
  if (descriptor.size > LARGEST_CONFIG)
    throw refusal('ESYSTEM', `more than ${LARGEST_CONFIG} bytes: refused`);
  const { chunks } = await download(send, reference, descriptor, call, 0);
  const bytes = await collect(chunks);
  const actual = await digestOf(bytes);
  if (actual !== descriptor.digest) {
    throw refusal('ESYSTEM', `content digest mismatch: expected ${descriptor.digest}, got ${actual}`);
  }
  return bytes;
}

export interface LayerOptions extends RegistryCall {
  readonly clock: Clock;
  readonly openHasher: OpenHasher;
  /** Where the bytes go as they come; asked once more where they have to begin anew. */
  readonly stage: () => Stage;
  readonly onProgress: (progress: LayerProgress) => void;
}

/** The layer as the registry has it, compressed or not. What a failed attempt brought is not fetched again. */
export async function fetchLayer(
  send: Send,
  reference: Reference,
  layer: Descriptor,
  { onProgress, clock, openHasher, stage, ...call }: LayerOptions,
): Promise<Staged> {
  const total = layer.size;
  const open = async () => ({ stage: stage(), hasher: await openHasher(), length: 0 });
  let partial = await open();
  const attempt = async (): Promise<void> => {
    // The last attempt may have failed behind the last byte.
    if (total > 0 && partial.length >= total) return;
    const { chunks, offset } = await download(send, reference, layer, call, partial.length);
    if (offset < partial.length) {
      await partial.stage.discard();
      partial = await open();
    }
    const told = stepped(total, (current) => onProgress({ phase: 'downloading', current, total }));
    for await (const chunk of chunks) {
      partial.hasher.update(chunk);
      partial.length += chunk.length;
      await partial.stage.write(chunk);
      told(partial.length);
    }
  };
  try {
    await withRetries(attempt, {
      clock,
      signal: call.signal,
      onWait: (current) => onProgress({ phase: 'retrying', current, total }),
    });
    onProgress({ phase: 'verifying', current: total, total });
    if (partial.length !== total || partial.hasher.digest() !== layer.digest) {
      throw refusal('ESYSTEM', `filesystem layer verification failed for digest ${layer.digest}`);
    }
    return await partial.stage.finish();
  } catch (error) {
    await partial.stage.discard();
    throw error;
  }
}

/** Told every hundredth, or every half megabyte, as dockerd does. */
const STEP = 512 * 1024;

function stepped(total: number, tell: (current: number) => void): (current: number) => void {
  const step = Math.min(STEP, total * 0.01);
  let told = 0;
  return (current) => {
    if (current - told <= step && current < total) return;
    told = current;
    tell(current);
  };
}

/** The bytes from `from` on, or from the start where the registry gives no parts; hardly more than the descriptor says. */
async function download(
  send: Send,
  reference: Reference,
  { digest, size }: Descriptor,
  call: RegistryCall,
  from: number,
): Promise<{ readonly chunks: AsyncIterable<Uint8Array>; readonly offset: number }> {
  const answer = await send({
    ...call,
    domain: reference.domain,
    path: `${reference.path}/blobs/${digest}`,
    scopes: [pullScope(reference)],
    ...(from > 0 ? { headers: { range: `bytes=${from}-` } } : {}),
  });
  const { response } = answer;
  if (response.status === 404) {
    await response.body?.cancel();
    throw refusal('ENOTFOUND', 'unknown blob');
  }
  if (!response.ok) throw await refusalOf(answer);
  const offset = response.status === 206 ? from : 0;
  return { offset, chunks: upTo(size - offset, response, call.signal) };
}

/** Ends behind the chunk that is too much. */
async function* upTo(
  size: number,
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  let current = 0;
  const body = bodyOf(response);
  try {
    for (;;) {
      const next = await received(body, signal);
      if (next.done) return;
      yield next.value;
      current += next.value.length;
      if (current > size) return;
    }
  } finally {
    await body.return();
  }
}

async function received(
  body: AsyncGenerator<Uint8Array, void, void>,
  signal: AbortSignal,
): Promise<IteratorResult<Uint8Array, void>> {
  try {
    return await body.next();
  } catch (error) {
    signal.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    throw refusal('ESYSTEM', `unexpected EOF: ${why}`, { transient: true });
  }
}
