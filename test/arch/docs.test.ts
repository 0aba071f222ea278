/** What README, ARCHITECTURE and CONTRIBUTING say of files, commands, ranks and dependencies is so. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ranks } from '../../scripts/ranks.mjs';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

it.each(documents)('%s names files that are there', (name) => {
  const named = [...read(name).matchAll(/(?:`|\()((?:src|test|scripts|lessons|public)\/[\w./-]+)/g)].map(
    ([, path]) => path!,
  );
  const made = /^public\/(registry|packages)|NAME|SLUG/;
  expect(named.filter((path) => !made.test(path) && !existsSync(join(root, path)))).toEqual([]);
});

it.each(documents)('%s names commands that are there', (name) => {
  const named = [...read(name).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, script]) => script!);
  expect(named.filter((script) => !Object.hasOwn(manifest.scripts, script))).toEqual([]);
});

it('ARCHITECTURE.md has every folder with its rank', () => {
  const rows = [...read('ARCHITECTURE.md').matchAll(/^\| (\d+) \| `src\/(\w+)`/gm)].map(
    ([, rank, folder]) => [folder, Number(rank)],
  );
  const expected = ranks.flatMap((names, rank) => names.map((folder) => [folder, rank]));
  expect(rows.sort()).toEqual(expected.sort());
  expect(readdirSync(join(root, 'src')).sort()).toEqual(expected.map(([folder]) => folder).sort());
});

it('ARCHITECTURE.md has every folder of tests', () => {
  const text = read('ARCHITECTURE.md');
  const folders = readdirSync(join(root, 'test')).filter((name) => !text.includes(`| \`test/${name}\``));
  expect(folders).toEqual([]);
});

it('ARCHITECTURE.md gives the reason for every dependency', () => {
  const text = read('ARCHITECTURE.md');
  const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );
  const last = (name: string): string => name.replace(/^@(xterm|fontsource-variable)\//, '');
  expect(
    named.filter((name) => !text.includes(`\`${name}\``) && !text.includes(`\`${last(name)}\``)),
  ).toEqual([]);
});
