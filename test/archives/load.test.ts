/**
 * `docker load` of archives of every form, and of each way to be wrong: what a real engine said and had
 * afterwards (recorded-load.json), through our client, and nothing left of what failed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApi, createClient } from '../../src/api/index.ts';
import { fsck } from '../../src/engine/index.ts';
import { type FakeEngine, openFakeEngine } from '../support/fake-engine.ts';
import { type Outcome, runDocker } from '../support/run-docker.ts';
import { CASES, type LoadCase } from './load-cases.mjs';

interface Recorded {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Of each image its names, sorted; null where it is not there. */
  readonly images: readonly (readonly string[] | null)[];
  /** Parts of what `docker inspect` says of those that were asked for. */
  readonly ask?: Readonly<Record<string, object | null>>;
}
const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, 'recorded-load.json'), 'utf8'),
) as Readonly<Record<string, Recorded>>;

let fake: FakeEngine;
let transport: ReturnType<typeof createApi>;
let empty: unknown;
beforeAll(async () => {
  fake = await openFakeEngine({ programs: {} });
  transport = createApi(fake.engine);
  empty = await everything();
});

/** All that is stored: what a load that failed leaves has to be what was there before. */
async function everything(): Promise<unknown> {
  const { image, layer, ref } = fake.engine.state.current();
  return {
    blobs: await fake.store.blobs(),
    images: [...image.keys()],
    layers: [...layer.keys()],
    names: [...ref.keys()],
  };
}

afterEach(async () => {
  expect((await fsck(fake.engine)).problems).toEqual([]);
  expect((await fsck(fake.engine)).garbage).toEqual([]);
  const docker = createClient(transport);
  // Those that were made of others first.
  for (const id of [...fake.engine.state.current().image.keys()].reverse())
    await docker.images.remove(id, { force: true }).catch(() => {});
  expect(await everything(), 'nothing is left').toEqual(empty);
});

function load({ tar, args = [] }: LoadCase): Promise<Outcome> {
  return runDocker(transport, ['load', ...args], { cwd: import.meta.dirname, input: tar });
}

function outcomeOf({ images }: LoadCase, { exit, stdout, stderr }: Outcome): Recorded {
  const state = fake.engine.state.current();
  const namesOf = (id: string): string[] =>
    [...state.ref.values()]
      .filter(({ image }) => image === id)
      .map(({ reference }) => reference.replace(/^docker\.io\//, ''))
      .sort();
  return {
    status: exit,
    stdout: stdout.toString(),
    stderr: stderr.toString().replace(/docker-import-\d+/g, 'docker-import-N'),
    images: images.map(({ id }) => (state.image.has(id as never) ? namesOf(id) : null)),
  };
}

async function asked({ ask = [] }: LoadCase): Promise<Pick<Recorded, 'ask'>> {
  const found: Record<string, object | null> = {};
  for (const name of ask) {
    const { stdout } = await runDocker(transport, ['image', 'inspect', name], { cwd: import.meta.dirname });
    const [image] = JSON.parse(stdout.toString()) as readonly Readonly<Record<string, unknown>>[];
    const { Id, Parent, RootFS, Created } = image ?? {};
    found[name] = image ? { Id, Parent, RootFS, Created } : null;
  }
  return ask.length ? { ask: found } : {};
}

/** Where we refuse what Docker takes. */
const STRICTER: Readonly<Record<string, string>> = {
  // Docker reads no further than the tar's end.
  'a layer with a wrong checksum': 'gzip: invalid checksum',
};

describe('as Docker', () => {
  const same = Object.entries(CASES).filter(([, { beyond }]) => !beyond);
  it.each(same)('%s', async (name, given) => {
    const outcome = { ...outcomeOf(given, await load(given)), ...(await asked(given)) };
    const refusal = STRICTER[name];
    if (refusal === undefined) expect(outcome).toEqual(recorded[name]);
    else expect(outcome).toMatchObject({ status: 1, stdout: '', stderr: `${refusal}\n` });
  });
});

const layoutsSaid = JSON.parse(
  readFileSync(join(import.meta.dirname, 'recorded-layouts.json'), 'utf8'),
) as Readonly<Record<string, { readonly status: number; readonly said: string }>>;

/**
 * Docker 28 takes layouts with the containerd store only; its words are ours, but for these: that store takes
 * what does not hold together, and tells of it when it unpacks it, if ever.
 */
const REFUSED: Readonly<Record<string, string>> = {
  'with a name that is none': 'invalid reference format: repository name (library/Upper) must be lowercase',
  'of several platforms, one that is not there': 'the archive has no image for platform linux/riscv64',
  'of many indexes in each other': 'index.json: too many indexes within each other',
  'with a manifest that is another': 'content digest mismatch: expected sha256:…, got sha256:…',
  'with a config that is another': 'content digest mismatch: expected sha256:…, got sha256:…',
  'with a layer that is another': 'invalid diffID for layer 1: expected "sha256:…", got "sha256:…"',
  'with a layer that is missing':
    'open /var/lib/docker/tmp/docker-import-N/blobs/sha256/…: no such file or directory',
  'with a manifest that is missing':
    'open /var/lib/docker/tmp/docker-import-N/blobs/sha256/…: no such file or directory',
  // As Docker's own store says it.
  'without the file that says so':
    'open /var/lib/docker/tmp/docker-import-N/blobs/json: no such file or directory',
  'with an artifact that is no image': 'the archive has no image for platform linux/amd64',
};

describe('an OCI layout', () => {
  const layouts = Object.entries(CASES).filter(([, { beyond }]) => beyond);
  it.each(layouts)('%s', async (name, given) => {
    const { status, stdout, stderr, images } = outcomeOf(given, await load(given));
    const refusal = REFUSED[name.replace('OCI: ', '')];
    expect({ status, said: (stdout + stderr).trim().replace(/[0-9a-f]{64}/g, '…') }).toEqual(
      refusal === undefined ? layoutsSaid[name] : { status: 1, said: refusal },
    );
    expect(images.filter((names) => names !== null)).toHaveLength(status === 0 ? given.images.length : 0);
  });
});
