/** What the client makes of a registry's refusals, held against what a real Docker made of them (record.mjs). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StrataError } from '../../src/base/index.ts';
import { parseReference } from '../../src/oci/index.ts';
import { createRegistryClient } from '../../src/registry/index.ts';
import { answer, cases } from './refusing.mjs';

const HOST = 'localhost:5600';
const recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'refusals.json'), 'utf8')) as Record<
  string,
  { pull: string; build: string }
>;

function clientOf(realm: string): ReturnType<typeof createRegistryClient> {
  return createRegistryClient({
    async fetch(input, init) {
      const url = String(input);
      if (url.startsWith('https:')) throw new TypeError('no TLS here');
      const authorization = new Headers(init?.headers).get('authorization') ?? undefined;
      const { status, headers, body } = answer(realm, `http://${HOST}`, { url, authorization });
      return new Response(body, { status, headers });
    },
  });
}

describe('refusals of registries', () => {
  for (const [realm, name] of cases) {
    it(`${realm}/${name}`, async () => {
      const said = recorded[`${realm}/${name}`]!;
      const call = {
        platform: { os: 'linux', architecture: 'amd64' },
        signal: new AbortController().signal,
      };
      const reference = parseReference(`${HOST}/${name}:1`);
      const error: unknown = await clientOf(realm)
        .resolve(reference, call)
        .catch((error: unknown) => error);
      if (!(error instanceof StrataError)) throw error;
      const shown = (text: string): string => text.replaceAll(HOST, 'HOST');
      expect(shown(error.message)).toBe(said.pull.replace(/^Error response from daemon: /, ''));
      // BuildKit fetches what it has no use for, and stumbles over its size.
      if (name !== 'helm')
        expect(said.build.endsWith(`: ${shown(String(error.data['buildkit']))}`)).toBe(true);
    });
  }
});
