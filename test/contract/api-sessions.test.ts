/**
 * Calls and answers as a real engine gave them (`test/golden/api/record-sessions.mjs`), replayed on an
 * engine of ours with its real parts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ApiRequest, createClient } from '../../src/api/index.ts';
import { chunksOf, collect, encode, packTar } from '../../src/base/index.ts';
import { answerOf } from '../golden/api/normalise.mjs';
import { openRealEngine, type RealEngine } from '../support/real-engine.ts';

interface Step {
  readonly call: string;
  readonly body?: unknown;
  readonly tar?: Readonly<Record<string, string>>;
  readonly as?: string;
  readonly pick?: readonly string[];
  /** Milliseconds before the call. */
  readonly wait?: number;
  readonly answer: unknown;
}

const folder = fileURLToPath(new URL('../golden/api/sessions/', import.meta.url));

describe('answers as a real engine gives them', () => {
  for (const file of readdirSync(folder)) {
    it(file.replace('.json', ''), async () => {
      const real = await openRealEngine();
      const docker = createClient(real.api);
      for await (const _ of docker.images.pull({ fromImage: 'alpine', tag: 'latest' }));
      const ours: unknown[] = [];
      const theirs: unknown[] = [];
      for (const step of JSON.parse(readFileSync(folder + file, 'utf8')) as Step[]) {
        if (step.wait) await new Promise((resolve) => setTimeout(resolve, step.wait));
        ours.push({ call: step.call, answer: await ask(real, step) });
        theirs.push({ call: step.call, answer: step.answer });
      }
      expect(ours).toEqual(theirs);
    }, 30_000);
  }
});

async function ask({ api }: RealEngine, step: Step): Promise<unknown> {
  const [method, path] = step.call.split(/ (.*)/);
  const sent = bodyOf(step);
  const response = await api({
    method: method as ApiRequest['method'],
    path: `/v1.51${path}`,
    headers: sent?.headers ?? {},
    ...(sent ? { body: sent.bytes } : {}),
  });
  const bytes = await collect(chunksOf(response.body));
  return answerOf({ status: response.status, headers: response.headers ?? {}, bytes }, step);
}

function bodyOf({ body, tar }: Step): { bytes: Uint8Array; headers: Record<string, string> } | undefined {
  if (tar) {
    const common = { type: 'file' as const, mode: 0o644, uid: 0, gid: 0, mtime: 0n };
    const files = Object.entries(tar).map(([name, text]) => ({ ...common, name, contents: encode(text) }));
    return { bytes: packTar(files), headers: { 'content-type': 'application/x-tar' } };
  }
  if (body === undefined) return undefined;
  return { bytes: encode(JSON.stringify(body)), headers: { 'content-type': 'application/json' } };
}
