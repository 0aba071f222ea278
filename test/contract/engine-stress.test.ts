/**
 * Everything at once: random calls on a few containers and images side by side, then all is removed.
 * No call may break the engine, answer in words that are not Docker's, or leave something behind.
 */
import { expect, it } from 'vitest';
import { type ApiRequest, createClient } from '../../src/api/index.ts';
import { chunksOf, collect, decode, encode, packTar } from '../../src/base/index.ts';
import { openRealEngine, type RealEngine } from '../support/real-engine.ts';

const LONG = process.env['STRATA_LONG'] === '1';
const CALLS = LONG ? 3000 : 250;
const AT_ONCE = LONG ? 24 : 8;
const SEED = Number(process.env['STRESS_SEED'] ?? 7);

type Call = readonly [method: ApiRequest['method'], path: string, body?: unknown];

const NAMES = ['a1', 'b2', 'c3'];
const LOOP = ['sh', '-c', 'while :; do echo tick; sleep 0.05; done'];
const BRIEF = ['sh', '-c', 'echo brief; touch /made; exit 3'];

function calls(pick: <T>(items: readonly T[]) => T): Call {
  const name = pick(NAMES);
  const HostConfig = {
    Binds: [`v-${name}:/data`],
    AutoRemove: pick([false, false, true]),
  };
  const create = (Cmd: readonly string[]): Call => [
    'POST',
    `/containers/create?name=${name}`,
    { Image: 'alpine', Cmd, HostConfig, Volumes: { '/anon': {} } },
  ];
  return pick<Call>([
    create(LOOP),
    create(LOOP),
    create(BRIEF),
    ['POST', `/containers/${name}/start`],
    ['POST', `/containers/${name}/start`],
    ['POST', `/containers/${name}/stop?t=0`],
    ['POST', `/containers/${name}/kill`],
    ['POST', `/containers/${name}/restart?t=0`],
    ['POST', `/containers/${name}/pause`],
    ['POST', `/containers/${name}/unpause`],
    ['DELETE', `/containers/${name}?force=1&v=1`],
    ['DELETE', `/containers/${name}`],
    ['GET', `/containers/${name}/json?size=1`],
    ['GET', `/containers/${name}/changes`],
    ['GET', `/containers/${name}/top`],
    ['GET', `/containers/${name}/logs?stdout=1&tail=3`],
    ['GET', `/containers/${name}/archive?path=/etc/hosts`],
    ['GET', `/containers/${name}/export`],
    ['GET', '/containers/json?all=1&size=1'],
    ['GET', '/system/df'],
    ['POST', `/containers/${name}/rename?name=${pick(NAMES)}`],
    ['POST', `/containers/${name}/update`, { RestartPolicy: { Name: pick(['no', 'on-failure']) } }],
    ['POST', `/commit?container=${name}&repo=im-${pick(['x', 'y'])}`],
    ['DELETE', `/images/im-${pick(['x', 'y'])}?force=1`],
    ['POST', '/images/prune'],
    ['POST', '/containers/prune'],
    ['POST', '/volumes/prune'],
    ['DELETE', `/volumes/v-${name}`],
    ['POST', '/build?version=2&t=im-x', pick(['one', 'two'])],
    ['POST', '/build/prune?all=1'],
  ]);
}

it(`stands ${CALLS} calls, ${AT_ONCE} at once`, async () => {
  const real = await openRealEngine();
  const docker = createClient(real.api);
  for await (const _ of docker.images.pull({ fromImage: 'alpine', tag: 'latest' }));
  let state = SEED;
  const pick = <T>(items: readonly T[]): T => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return items[(state >>> 8) % items.length]!;
  };
  const strange: string[] = [];
  let left = CALLS;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const call = calls(pick);
      const { status, text } = await send(real, call);
      // What dockerd answers with 500 here is told in its own words.
      if (status >= 500 && !/is not paused|is not running|already|cannot/i.test(text)) {
        strange.push(`${call[0]} ${call[1]}: ${status} ${text}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(strange).toEqual([]);
  for (const { Id } of await docker.containers.list({ all: true })) {
    await docker.containers.remove(Id, { force: true, volumes: true }).catch(() => {});
  }
  expect(await docker.containers.list({ all: true })).toEqual([]);
  expect([...real.engine.running.values()].filter(({ run }) => run)).toEqual([]);
  const keys = await real.store.view('').keys();
  expect(keys.filter((key) => /^(upper|log)\//.test(key))).toEqual([]);
}, 120_000);

async function send({ api }: RealEngine, call: Call): Promise<{ status: number; text: string }> {
  const [method, path, body] = call;
  const isBuild = path.startsWith('/build?');
  const bytes = isBuild
    ? context(body as string)
    : body === undefined
      ? undefined
      : encode(JSON.stringify(body));
  const response = await api({
    method,
    path,
    headers: { 'content-type': isBuild ? 'application/x-tar' : 'application/json' },
    ...(bytes ? { body: bytes } : {}),
  });
  return { status: response.status, text: decode(await collect(chunksOf(response.body))) };
}

function context(text: string): Uint8Array {
  const contents = encode(`FROM alpine\nRUN echo ${text} > /text\nCOPY Dockerfile /d\n`);
  return packTar([{ name: 'Dockerfile', type: 'file', mode: 0o644, uid: 0, gid: 0, mtime: 0n, contents }]);
}
