/**
 * `docker search`: Docker Hub's answer, or the index of what lies on this site, which stands for it.
 *
 * @see moby registry/search.go
 */

import type { RegistryIndex } from './catalog.ts';
import { addressesOf } from './client/endpoint.ts';
import { refusal } from './client/failure.ts';
import { networkCause } from './client/network.ts';

export interface FoundImage {
  readonly name: string;
  readonly description: string;
  readonly official: boolean;
  readonly stars: number;
}

interface HubResult {
  readonly name: string;
  readonly description?: string;
  readonly is_official?: boolean;
  readonly star_count?: number;
}

/** Images whose name or description has the term; `host/term` asks another registry, by its old API. */
export async function findImages(
  fetch: typeof globalThis.fetch,
  term: string,
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
): Promise<FoundImage[]> {
  const { host, words } = split(term);
  const query = `v1/search?q=${encodeURIComponent(words)}&n=${limit}`;
  const response = await firstAnswer(fetch, addressesOf(host), query, signal);
  if (!response.ok) {
    await response.body?.cancel();
    throw refusal('ESYSTEM', `Unexpected status code ${response.status}`);
  }
  const answer = (await response.json()) as RegistryIndex | { results?: readonly HubResult[] };
  if ('images' in answer) return matching(answer, words).slice(0, limit);
  return (answer.results ?? []).map((result) => ({
    name: result.name,
    description: result.description ?? '',
    official: result.is_official ?? false,
    stars: result.star_count ?? 0,
  }));
}

async function firstAnswer(
  fetch: typeof globalThis.fetch,
  addresses: readonly string[],
  query: string,
  signal: AbortSignal,
): Promise<Response> {
  for (const [i, address] of addresses.entries()) {
    const url = `${address}/${query}`;
    try {
      return await fetch(url, { signal });
    } catch (error) {
      signal.throwIfAborted();
      if (i === addresses.length - 1) throw refusal('ESYSTEM', `Get "${url}": ${networkCause(error)}`);
    }
  }
  throw refusal('ESYSTEM', 'no registry to search');
}

/** `localhost:5000/app` names a registry, `user/app` does not. */
function split(term: string): { host: string; words: string } {
  const slash = term.indexOf('/');
  const first = term.slice(0, Math.max(0, slash));
  const isHost = slash > 0 && (/[.:]/.test(first) || first === 'localhost');
  return isHost && !/(?:^|\.)docker\.io$/.test(first)
    ? { host: first, words: term.slice(slash + 1) }
    : { host: 'index.docker.io', words: isHost ? term.slice(slash + 1) : term };
}

/** Those that bear the name come first. */
function matching({ images }: RegistryIndex, words: string): FoundImage[] {
  const wanted = words.toLowerCase().replace(/^library\//, '');
  const ranked = images
    .map(({ name, description }) => ({
      image: { name, description, official: true, stars: 0 },
      rank:
        name === wanted ? 0 : name.includes(wanted) ? 1 : description.toLowerCase().includes(wanted) ? 2 : 3,
    }))
    .filter(({ rank }) => rank < 3);
  return ranked.sort((a, b) => a.rank - b.rank).map(({ image }) => image);
}
