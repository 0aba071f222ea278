/** Blobs: fetched, their size and digest verified, layers unpacked. @see OCI distribution-spec, "Pulling blobs" */
import { bytesSource, type Clock, concat, decompress, digestOf } from '../../base/index.ts';
import type { Descriptor, Reference } from '../../oci/index.ts';
import type { LayerProgress, RegistryCall } from '../types.ts';
import { atMost, bodyOf } from './body.ts';
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
  options: RegistryCall,
): Promise<Uint8Array> {
  if (descriptor.size > LARGEST_CONFIG)
    throw refusal('ESYSTEM', `more than ${LARGEST_CONFIG} bytes: refused`);
  const bytes = await download(send, reference, descriptor, options, () => {});
  const actual = await digestOf(bytes);
  if (actual !== descriptor.digest) {
    throw refusal('ESYSTEM', `content digest mismatch: expected ${descriptor.digest}, got ${actual}`);
  }
  return bytes;
}

export interface LayerOptions extends RegistryCall {
  readonly clock: Clock;
  /** Bytes that it may have unpacked. */
  readonly largest: number;
  readonly onProgress: (progress: LayerProgress) => void;
}

/** The uncompressed tar. */
export async function fetchLayer(
  send: Send,
  reference: Reference,
  layer: Descriptor,
  { onProgress, clock, largest, ...call }: LayerOptions,
): Promise<Uint8Array> {
  const total = layer.size;
  const bytes = await withRetries(
    () =>
      download(send, reference, layer, call, (current) =>
        onProgress({ phase: 'downloading', current, total }),
      ),
    { clock, signal: call.signal, onWait: (current) => onProgress({ phase: 'retrying', current, total }) },
  );
  onProgress({ phase: 'verifying', current: total, total });
  if (bytes.length !== total || (await digestOf(bytes)) !== layer.digest) {
    throw refusal('ESYSTEM', `filesystem layer verification failed for digest ${layer.digest}`);
  }
  return atMost(
    decompress(bytesSource(bytes), (current) => onProgress({ phase: 'extracting', current, total })),
    largest,
  );
}

/** Told every hundredth, or every half megabyte, as dockerd does. */
const STEP = 512 * 1024;

/** The bytes, no more than the descriptor says. */
async function download(
  send: Send,
  reference: Reference,
  { digest, size }: Descriptor,
  call: RegistryCall,
  onBytes: (current: number) => void,
): Promise<Uint8Array> {
  const path = `${reference.path}/blobs/${digest}`;
  const answer = await send({
    ...call,
    domain: reference.domain,
    path,
    scopes: [pullScope(reference)],
  });
  if (answer.response.status === 404) {
    await answer.response.body?.cancel();
    throw refusal('ENOTFOUND', 'unknown blob');
  }
  if (!answer.response.ok) throw await refusalOf(answer);
  const parts: Uint8Array[] = [];
  const step = Math.min(STEP, size * 0.01);
  let current = 0;
  let told = 0;
  try {
    for await (const chunk of bodyOf(answer.response)) {
      current += chunk.length;
      parts.push(chunk);
      if (current > size) break;
      if (current - told <= step && current < size) continue;
      told = current;
      onBytes(current);
    }
  } catch (error) {
    call.signal.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    throw refusal('ESYSTEM', `unexpected EOF: ${why}`, { transient: true });
  }
  return concat(parts);
}
