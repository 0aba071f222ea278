/** The shipped images: the same each time, as small as promised, and each tag where it belongs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestSync } from '../../src/base/index.ts';
import { buildShipped } from '../../src/node/recipes.ts';
import { writeRegistry } from '../../src/registry/index.ts';

const LARGEST_IMAGE = 20_000_000;
const LARGEST_SITE = 2_000_000;

interface Index {
  readonly images: readonly {
    readonly name: string;
    readonly description: string;
    readonly tags: readonly {
      readonly names: readonly string[];
      readonly digest: string;
      readonly unpacked: number;
    }[];
  }[];
}

describe('shipped images', () => {
  it('are the same at each build, and those of the site', { timeout: 120_000 }, async () => {
    const files = await writeRegistry(await buildShipped());
    const again = await writeRegistry(await buildShipped());
    const digests = (all: typeof files) =>
      all.map(({ path, contents }) => `${digestSync(contents)} ${path}`).sort();
    expect(digests(again)).toEqual(digests(files));
    const site = join(import.meta.dirname, '../../public/registry');
    for (const { path, contents } of files) {
      expect(digestSync(readFileSync(join(site, path))), path).toBe(digestSync(contents));
    }
    const unique = new Map(files.map(({ contents }) => [digestSync(contents), contents.length]));
    expect([...unique.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(LARGEST_SITE);
  });

  it('have their tags, and stay below 20 MB', () => {
    const text = readFileSync(join(import.meta.dirname, '../../public/registry/index.json'), 'utf8');
    const { images } = JSON.parse(text) as Index;
    const digestOf = new Map<string, string>();
    for (const { name, description, tags } of images) {
      expect(description, name).not.toBe('');
      for (const { names, digest, unpacked } of tags) {
        expect([names[0], unpacked < LARGEST_IMAGE]).toEqual([names[0], true]);
        for (const tag of names) {
          expect(digestOf.has(`${name}:${tag}`), `${name}:${tag} twice`).toBe(false);
          digestOf.set(`${name}:${tag}`, digest);
        }
      }
    }
    const same = [
      ['alpine', 'latest', '3', '3.22'],
      ['busybox', 'latest', '1.37'],
      ['debian', 'latest', 'trixie', '13'],
      ['debian', 'bookworm', '12'],
      ['debian', 'bookworm-slim', '12-slim'],
      ['ubuntu', 'latest', '24.04', 'noble'],
      ['ubuntu', '22.04', 'jammy'],
      ['hello-world', 'latest', 'linux'],
    ];
    for (const [name, ...tags] of same) {
      const digests = new Set(tags.map((tag) => digestOf.get(`${name}:${tag}`)));
      expect([name, digests.size, digests.has(undefined)]).toEqual([name, 1, false]);
    }
    for (const name of ['alpine:3.20', 'alpine:3.21', 'busybox:1.36'])
      expect(digestOf.has(name), name).toBe(true);
  });
});
