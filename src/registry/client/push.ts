/**
 * What goes to a registry: blobs that it has not got, taken over from a neighbour or sent in one
 * piece, then the manifest.
 *
 * @see OCI distribution-spec, "Pushing"; moby distribution/push_v2.go
 */
import type { Clock, Digest } from '../../base/index.ts';
import type { Reference } from '../../oci/index.ts';
import type { RegistryCall, UploadProgress } from '../types.ts';
import { refusal } from './failure.ts';
import type { RegistryAnswer, Send } from './request.ts';
import { withRetries } from './retry.ts';
import { refusalOf } from './status.ts';

function scopesOf(reference: Reference): string[] {
  return [`repository:${reference.path}:pull,push`];
}

/** Bytes of a blob that the repository has; undefined where it has none. */
export async function hasBlob(
  send: Send,
  reference: Reference,
  digest: Digest,
  call: RegistryCall,
): Promise<number | undefined> {
  const { response, ...answer } = await send({
    ...call,
    domain: reference.domain,
    path: `${reference.path}/blobs/${digest}`,
    scopes: scopesOf(reference),
    method: 'HEAD',
  });
  await response.body?.cancel();
  if (response.ok) return Number(response.headers.get('content-length') ?? 0);
  if (response.status === 404) return undefined;
  throw await refusalOf({ response, ...answer });
}

/** Takes a blob over from another repository of the registry; false where that is not to be had. */
export async function mountBlob(
  send: Send,
  reference: Reference,
  digest: Digest,
  from: string,
  call: RegistryCall,
): Promise<boolean> {
  const query = new URLSearchParams({ from, mount: digest });
  const answer = await send({
    ...call,
    domain: reference.domain,
    path: `${reference.path}/blobs/uploads/?${query}`,
    scopes: [...scopesOf(reference), `repository:${from}:pull`],
    method: 'POST',
  });
  await answer.response.body?.cancel();
  // 202 is an upload that was begun instead; registries drop those that nobody goes on with.
  return answer.response.status === 201;
}

export interface UploadOptions extends RegistryCall {
  readonly clock: Clock;
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
}

export async function uploadBlob(
  send: Send,
  reference: Reference,
  digest: Digest,
  contents: Uint8Array | Blob,
  { clock, onProgress = () => {}, ...call }: UploadOptions,
): Promise<void> {
  const total = contents instanceof Blob ? contents.size : contents.length;
  await withRetries(
    async () => {
      onProgress({ phase: 'pushing', current: 0, total });
      await sendBlob(send, reference, digest, contents, call);
      onProgress({ phase: 'pushing', current: total, total });
    },
    { clock, signal: call.signal, onWait: (current) => onProgress({ phase: 'retrying', current, total }) },
  );
}

async function sendBlob(
  send: Send,
  reference: Reference,
  digest: Digest,
  contents: Uint8Array | Blob,
  call: RegistryCall,
): Promise<void> {
  const common = { ...call, domain: reference.domain, scopes: scopesOf(reference) };
  const begun = await send({ ...common, path: `${reference.path}/blobs/uploads/`, method: 'POST' });
  await expect(begun, 202);
  const location = begun.response.headers.get('location');
  if (!location) throw refusal('ESYSTEM', 'the registry did not say where to upload to');
  const place = new URL(location, begun.url);
  place.searchParams.set('digest', digest);
  const headers = { 'content-type': 'application/octet-stream' };
  await expect(await send({ ...common, path: place.href, method: 'PUT', headers, body: contents }), 201);
}

export async function putManifest(
  send: Send,
  reference: Reference,
  mediaType: string,
  contents: Uint8Array,
  call: RegistryCall,
): Promise<void> {
  const answer = await send({
    ...call,
    domain: reference.domain,
    path: `${reference.path}/manifests/${reference.tag ?? reference.digest}`,
    scopes: scopesOf(reference),
    method: 'PUT',
    headers: { 'content-type': mediaType },
    body: contents,
  });
  await expect(answer, 201);
}

async function expect(answer: RegistryAnswer, status: number): Promise<void> {
  const { response } = answer;
  if (response.status >= 400) throw await refusalOf(answer);
  await response.body?.cancel();
  if (response.status === status || response.ok) return;
  throw refusal(
    'ESYSTEM',
    `received unexpected HTTP status: ${response.status} ${response.statusText}`.trim(),
  );
}
