/**
 * The one table of hosts that Strata serves itself: names as people know them, files of this site.
 *
 * What is printed keeps the real name; only the request goes elsewhere. All other hosts are asked
 * directly.
 */
import { collect, gunzip, isGzip } from '../base/index.ts';
import { answerForHub } from './hub.ts';

/** Real addresses and the folders of the site that stand for them. */
const TABLE: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:registry-1\.|index\.)?docker\.io\/v2\//, 'registry/v2/'],
  [/^https?:\/\/index\.docker\.io\/v1\/search\?.*$/, 'registry/index.json'],
  [/^https?:\/\/dl-cdn\.alpinelinux\.org\/alpine\//, 'packages/alpine/'],
  // Names of Strata's own: nobody else's packages are meant.
  [/^http:\/\/deb\.strata\.test\//, 'packages/'],
  [/^http:\/\/archive\.strata\.test\//, 'packages/'],
];

/** Rewrites addresses of the hosts in the table to files under `base`; leaves others as they are. */
export function hostTable(base: string): (url: string) => string {
  const root = base.endsWith('/') ? base : `${base}/`;
  return (url) => {
    for (const [pattern, folder] of TABLE) if (pattern.test(url)) return url.replace(pattern, root + folder);
    return url;
  };
}

/**
 * A `fetch` that knows the table. Package files lie on the site compressed once more, since static
 * hosts send no Content-Encoding; here they become what they are.
 */
export function siteFetch(base: string, fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const table = hostTable(base);
  return async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const answer = answerForHub(url, init?.method ?? 'GET');
    if (answer) return answer;
    const mapped = table(url);
    if (mapped === url) return fetch(input, init);
    const response = await fetch(mapped, init);
    if (!response.ok || !PACKAGES.test(mapped.slice(base.length))) return response;
    return unwrapped(response);
  };
}

const PACKAGES = /^\/?packages\//;

/** The response without the outer one of two compressions; a host may have taken it off already. */
async function unwrapped(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  let contents = bytes;
  if (isGzip(bytes)) {
    const inner = await collect(gunzip([bytes]));
    if (isGzip(inner)) contents = inner;
  }
  const headers = new Headers(response.headers);
  headers.set('content-length', String(contents.length));
  headers.delete('content-encoding');
  return new Response(contents, { status: response.status, statusText: response.statusText, headers });
}
