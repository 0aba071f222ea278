import { describe, expect, it } from 'vitest';
import {
  bytesSource,
  collect,
  type Digest,
  decode,
  digestSync,
  encode,
  gunzip,
  gzipBytes,
  packTar,
  readTar,
} from '../base/index.ts';
import { parseReference } from '../oci/index.ts';
import { createMemoryBackend } from '../store/index.ts';
import { indexLayer } from '../vfs/index.ts';
import { hostTable } from './hosts.ts';
import { createRegistryClient, packageRepositories, recipes, siteFetch, writeRegistry } from './index.ts';

const BASE = 'https://example.test/strata/';
const PLATFORM = { os: 'linux', architecture: 'amd64' };
const signal = new AbortController().signal;
const stage = () => createMemoryBackend().stage();

/** A static host over a map of files. */
function hostOf(files: ReadonlyMap<string, Uint8Array>): { fetch: typeof fetch; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (input) => {
      const url = String(input);
      asked.push(url);
      const contents = files.get(url);
      return contents ? new Response(contents.slice()) : new Response('gone', { status: 404 });
    },
  };
}

async function site(): Promise<{ files: Map<string, Uint8Array>; tar: Uint8Array; config: Uint8Array }> {
  const tar = packTar([
    { name: 'f', type: 'file', mode: 0o644, uid: 0, gid: 0, mtime: 0n, contents: encode('hi') },
  ]);
  const config = encode(
    JSON.stringify({ os: 'linux', rootfs: { type: 'layers', diff_ids: [digestSync(tar)] } }),
  );
  const files = await writeRegistry([
    { name: 'library/alpine', tags: ['latest', '3.22'], platform: PLATFORM, config, layers: [tar] },
  ]);
  return {
    files: new Map(files.map((file) => [`${BASE}registry/${file.path}`, file.contents])),
    tar,
    config,
  };
}

describe('registry client', () => {
  it('fetches from plain files, and verifies', async () => {
    const { files, tar, config } = await site();
    const client = createRegistryClient({ fetch: siteFetch(BASE, hostOf(files).fetch) });
    const reference = parseReference('alpine:3.22');
    const image = await client.resolve(reference, { platform: PLATFORM, signal });
    expect(image.config).toEqual(config);
    expect(files.has(`${BASE}registry/v2/library/alpine/manifests/${image.digest}`)).toBe(true);
    const phases: string[] = [];
    const onProgress = ({ phase }: { phase: string }) => void phases.push(phase);
    const [layer] = image.manifest.layers;
    const { ref } = await client.layer(reference, layer!, { signal, stage, onProgress });
    expect(ref).toMatchObject({ kind: 'bytes', bytes: await gzipBytes(tar) });
    expect(phases).toEqual(['downloading', 'verifying']);
    const pinned = parseReference(`alpine@${image.digest}`);
    expect((await client.resolve(pinned, { platform: PLATFORM, signal })).digest).toBe(image.digest);
  });

  it('refuses what is not what it says', async () => {
    const { files } = await site();
    const client = createRegistryClient({ fetch: siteFetch(BASE, hostOf(files).fetch) });
    const reference = parseReference('alpine');
    const image = await client.resolve(reference, { platform: PLATFORM, signal });
    const [layer] = image.manifest.layers;
    const options = { signal, stage, onProgress: () => {} };
    const blob = `${BASE}registry/v2/library/alpine/blobs/${layer!.digest}`;
    const damaged = files.get(blob)!.slice();
    damaged[damaged.length - 1]! ^= 1;
    files.set(blob, damaged);
    await expect(client.layer(reference, layer!, options)).rejects.toThrow('verification failed');
    files.set(`${BASE}registry/v2/library/alpine/blobs/${image.manifest.config.digest}`, encode('{}'));
    await expect(client.resolve(reference, { platform: PLATFORM, signal })).rejects.toThrow(
      'digest mismatch',
    );
  });

  it('fails with the words of Docker and BuildKit', async () => {
    const client = createRegistryClient({
      fetch: siteFetch(BASE, hostOf((await site()).files).fetch),
    });
    const resolve = (text: string, platform = PLATFORM) =>
      client.resolve(parseReference(text), { platform, signal });
    await expect(resolve('nope')).rejects.toMatchObject({
      code: 'ENOTFOUND',
      message:
        "pull access denied for nope, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    });
    await expect(resolve('alpine:nope')).rejects.toMatchObject({
      message: 'manifest for alpine:nope not found: manifest unknown: manifest unknown',
      data: { buildkit: 'docker.io/library/alpine:nope: not found' },
    });
    await expect(resolve('alpine', { os: 'linux', architecture: 's390x' })).rejects.toThrow(
      'no matching manifest for linux/s390x in the manifest list entries',
    );
    const offline = createRegistryClient({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    await expect(offline.resolve(parseReference('alpine'), { platform: PLATFORM, signal })).rejects.toThrow(
      'Get "https://registry-1.docker.io/v2/": fetch failed',
    );
  });
});

describe('host table', () => {
  it('maps the hosts that Strata stands for and no others', () => {
    const table = hostTable('https://x.test/app');
    expect(table('https://registry-1.docker.io/v2/library/alpine/manifests/latest')).toBe(
      'https://x.test/app/registry/v2/library/alpine/manifests/latest',
    );
    expect(table('https://dl-cdn.alpinelinux.org/alpine/v3.22/main/x')).toBe(
      'https://x.test/app/packages/alpine/v3.22/main/x',
    );
    expect(table('https://ghcr.io/v2/a')).toBe('https://ghcr.io/v2/a');
    expect(table('https://evil.test/?https://registry-1.docker.io/v2/')).toMatch(/^https:\/\/evil/);
  });

  it('brings package indexes in their real form and about their real size', async () => {
    const files = new Map(
      (await packageRepositories()).map((file) => [`${BASE}packages/${file.path}`, file.contents] as const),
    );
    for (const contents of files.values()) expect(contents.length).toBeLessThan(20_000);
    const { fetch, asked } = hostOf(files);
    const url = 'https://dl-cdn.alpinelinux.org/alpine/v3.22/main/x86_64/APKINDEX.tar.gz';
    const response = await siteFetch(BASE, fetch)(url);
    expect(asked).toEqual([`${BASE}packages/alpine/v3.22/main/x86_64/APKINDEX.tar.gz`]);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Math.abs(bytes.length - 500_000)).toBeLessThan(5000);
    const tar = await collect(gunzip([bytes]));
    const entries = new Map([...readTar(bytesSource(tar))].map((entry) => [entry.name, entry]));
    const { offset, size } = entries.get('APKINDEX')!;
    const records = decode(tar.subarray(offset, offset + size))
      .trim()
      .split('\n\n');
    expect(records.length).toBeGreaterThan(60);
    for (const record of records)
      expect(record).toMatch(/^C:Q1\S{28}\nP:\S+\nV:\S+-r\d+\nA:x86_64\nS:\d+\nI:\d+\nT:.+/);
    expect(entries.has('DESCRIPTION')).toBe(true);
  });
});

describe('recipes', () => {
  it('make trees of about the real sizes, the same each time', async () => {
    const sizes = new Map<string, number>();
    for (const recipe of recipes()) {
      for (const file of await recipe.context()) {
        const [again] = await recipe.context();
        expect(digestSync(file.contents)).toBe(digestSync(again!.contents) as Digest);
        if (!/\.tar(?:\.gz)?$/.test(file.path)) continue;
        const zipped = file.path.endsWith('.gz');
        const tar = zipped ? await collect(gunzip([file.contents])) : file.contents;
        expect((zipped ? file.contents : await gzipBytes(tar)).length).toBeLessThan(120_000);
        sizes.set(`${recipe.name}:${recipe.tags[0]}`, indexLayer(tar).size);
      }
    }
    expect(sizes.get('library/alpine:latest')).toBeGreaterThan(7_000_000);
    expect(sizes.get('library/alpine:latest')).toBeLessThan(8_500_000);
    expect(sizes.get('library/busybox:latest')).toBeGreaterThan(4_000_000);
    expect(sizes.get('library/busybox:latest')).toBeLessThan(4_700_000);
    for (const [name, size] of sizes) expect([name, size < 20_000_000]).toEqual([name, true]);
  });
});
