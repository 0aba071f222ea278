/** The tags of a repository, page by page. @see OCI distribution-spec, "Listing Tags" */
import { decode } from '../../base/index.ts';
import type { Reference } from '../../oci/index.ts';
import type { RegistryCall } from '../types.ts';
import { atMost, bodyOf } from './body.ts';
import { refusal } from './failure.ts';
import { pullScope } from './manifest.ts';
import type { Send } from './request.ts';
import { refusalOf } from './status.ts';

const LARGEST = 4 * 1024 * 1024;
const MOST_PAGES = 1000;

export async function listTags(send: Send, reference: Reference, call: RegistryCall): Promise<string[]> {
  const tags: string[] = [];
  let path: string | undefined = `${reference.path}/tags/list`;
  for (let page = 0; path !== undefined && page < MOST_PAGES; page++) {
    const scopes = [pullScope(reference)];
    const answer = await send({ ...call, domain: reference.domain, path, scopes });
    if (!answer.response.ok) throw await refusalOf(answer, reference);
    tags.push(...tagsIn(decode(await atMost(bodyOf(answer.response), LARGEST))));
    const next = /<([^>]+)>\s*;\s*rel="?next"?/.exec(answer.response.headers.get('link') ?? '')?.[1];
    path = next === undefined ? undefined : new URL(next, answer.url).href;
  }
  return tags;
}

function tagsIn(text: string): string[] {
  try {
    const { tags } = JSON.parse(text) as { tags?: unknown };
    if (Array.isArray(tags)) return tags.filter((tag) => typeof tag === 'string');
    if (tags === null || tags === undefined) return [];
  } catch {
    // Told below.
  }
  throw refusal('ESYSTEM', 'invalid list of tags: not a JSON object');
}
