/** Random calls on a few containers, images and volumes, for tests that do everything at once. */
import type { ApiRequest } from '../../src/api/index.ts';
import { chunksOf, collect, decode, encode, packTar } from '../../src/base/index.ts';
import type { RealEngine } from '../support/real-engine.ts';

export type Call = readonly [method: ApiRequest['method'], path: string, body?: unknown];
export type Pick = <T>(items: readonly T[]) => T;

const NAMES = ['a1', 'b2', 'c3'];
const LOOP = ['sh', '-c', 'while :; do echo tick; sleep 0.05; done'];
const BRIEF = ['sh', '-c', 'echo brief; touch /made; exit 3'];

/** Chooses as a seed has it. */
export function createPick(seed: number): Pick {
  let state = seed;
  return (items) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return items[(state >>> 8) % items.length]!;
  };
}

export function randomCall(pick: Pick): Call {
  const name = pick(NAMES);
  const HostConfig = { Binds: [`v-${name}:/data`], AutoRemove: pick([false, false, true]) };
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

export async function send({ api }: RealEngine, call: Call): Promise<{ status: number; text: string }> {
  const [method, path, body] = call;
  const isBuild = path.startsWith('/build?');
  const json = body === undefined ? undefined : encode(JSON.stringify(body));
  const bytes = isBuild ? context(body as string) : json;
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
