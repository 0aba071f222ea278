/**
 * The service worker: the whole build, and what the first lesson fetches, kept on this computer.
 *
 * The list of files and their digests is written in by the build (vite.config.ts). A version is
 * installed whole, each file checked against its digest, or not at all; it takes over only when all
 * tabs of the former one are closed, or when the learner says so. So versions never mix.
 */
/// <reference lib="webworker" />

interface Entry {
  /** Relative to the worker; empty for the page itself. */
  readonly url: string;
  /** SHA-256 in hex. */
  readonly digest: string;
}

/** Put in by the build. */
declare const PRECACHE: readonly Entry[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const scope = new URL('./', worker.location.href);
/** Files by digest, shared by versions: what did not change is not fetched again. */
const CACHE = `strata ${scope.pathname}`;
/** So many downloads at a time: the page's own come first. */
const LANES = 4;

const FILES = PRECACHE;
const digests = new Map(FILES.map((entry) => [new URL(entry.url, scope).href, entry.digest]));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const digest = digestOf(request);
  if (digest) event.respondWith(answer(request, digest));
});

function keyOf(digest: string): string {
  return new URL(`.strata-precache/${digest}`, scope).href;
}

function digestOf(request: Request): string | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  if (url.href === new URL('index.html', scope).href) url.href = scope.href;
  return digests.get(url.href);
}

async function answer(request: Request, digest: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(keyOf(digest));
  if (!kept) return fetch(request);
  return request.method === 'HEAD' ? new Response(null, kept) : kept;
}

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  const waiting = [...FILES];
  const lane = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) await keep(cache, entry);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function keep(cache: Cache, { url, digest }: Entry): Promise<void> {
  if (await cache.match(keyOf(digest))) return;
  const response = await fetch(new URL(url, scope), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  const found = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  // Half of a deployment, or a proxy's page: this version is not whole.
  if (found !== digest) throw new Error(`${url}: not the file of this version`);
  // A fresh Response: a redirected one may not answer a navigation.
  const headers = new Headers({ 'content-type': response.headers.get('content-type') ?? '' });
  headers.set('content-length', String(bytes.byteLength));
  await cache.put(keyOf(digest), new Response(bytes, { headers }));
}

async function activate(): Promise<void> {
  const cache = await caches.open(CACHE);
  const current = new Set([...digests.values()].map(keyOf));
  for (const request of await cache.keys()) {
    if (!current.has(request.url)) await cache.delete(request);
  }
  await worker.clients.claim();
}
