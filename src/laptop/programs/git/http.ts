/** git over HTTP by the kernel's one network call. */
import type { HttpClient } from 'isomorphic-git';
import { concat } from '../../../base/index.ts';
import type { Sys } from '../../../kernel/index.ts';

export function gitHttp(sys: Sys): HttpClient {
  return {
    async request({ url, method = 'GET', headers = {}, body }) {
      const parts: Uint8Array[] = [];
      if (body) for await (const part of body) parts.push(part);
      const response = await sys.fetch(url, {
        method,
        headers,
        ...(parts.length > 0 ? { body: concat(parts) } : {}),
      });
      return {
        url: response.url,
        method,
        statusCode: response.status,
        statusMessage: response.statusText,
        headers: Object.fromEntries(response.headers),
        body: chunksOf(response),
      };
    },
  };
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array, void, void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
