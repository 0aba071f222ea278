/** Our answers have the members that a real engine's have, in its order and of its types. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openFakeEngine } from '../../test/support/fake-engine.ts';
import { createApi, createClient } from './index.ts';

const recorded = JSON.parse(
  readFileSync(new URL('../../test/golden/api/shapes.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

/** Maps from names that differ: their members are not compared. */
const OPEN = ['Labels', 'Data', 'Options', 'Details', 'Volumes', 'Networks', 'Components', 'Config.Env'];
/** Members with which the real engine says something of its own machine or of its version. */
const OURS = ['MaskedPaths', 'ArgsEscaped', 'Tags', 'Config.ArgsEscaped'];

function shapeOf(value: unknown, path = ''): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const own = path ? `${path}.${name}` : name;
    if (OURS.includes(name)) return [];
    return [own, ...(OPEN.includes(name) || OPEN.includes(own) ? [] : shapeOf(member, own))];
  });
}

it('answers in the shape of Docker 28.5.2', async () => {
  const { engine, publish } = await openFakeEngine({ programs: {} });
  publish('alpine', { f: 'x' }, { Cmd: ['/bin/sh'], Env: ['PATH=/bin'], WorkingDir: '/' });
  const docker = createClient(createApi(engine));
  for await (const _ of docker.images.pull({ fromImage: 'alpine', tag: 'latest' }));
  const { Id } = await docker.containers.create({ Image: 'alpine', Cmd: ['true'], Volumes: { '/d': {} } });
  const ours: Record<string, unknown> = {
    container: await docker.containers.inspect(Id),
    containers: (await docker.containers.list({ all: true }))[0],
    image: await docker.images.inspect('alpine'),
    images: (await docker.images.list())[0],
    history: (await docker.images.history('alpine'))[0],
    volumes: (await docker.volumes.list()).Volumes[0],
    network: await docker.networks.inspect('bridge'),
    version: await docker.system.version(),
  };
  for (const [kind, value] of Object.entries(recorded)) {
    expect([kind, shapeOf(ours[kind])]).toEqual([kind, shapeOf(value)]);
  }
});
