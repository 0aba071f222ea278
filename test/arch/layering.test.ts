/** The layering check finds what it is for: violations planted in a tree of their own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const tree = mkdtempSync(join(tmpdir(), 'strata-layers-'));
afterAll(() => rmSync(tree, { recursive: true }));

const plant = (files: Record<string, string>): string => {
  rmSync(join(tree, 'src'), { recursive: true, force: true });
  for (const [name, text] of Object.entries({ 'tsconfig.node.json': '{}', ...files })) {
    mkdirSync(dirname(join(tree, name)), { recursive: true });
    writeFileSync(join(tree, name), text);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(root, '.dependency-cruiser.mjs'),
      '--output-type',
      'err',
      'src',
    ],
    { cwd: tree, encoding: 'utf8' },
  );
  return stdout;
};

it.each([
  [
    'a lower rank importing a higher',
    'layers-base',
    {
      'src/base/a.ts': "import { e } from '../engine/index.ts';\nexport const a = e;\n",
      'src/engine/index.ts': 'export const e = 1;\n',
    },
  ],
  [
    'an equal rank',
    'layers-sh',
    {
      'src/sh/a.ts': "import { u } from '../userland/index.ts';\nexport const a = u;\n",
      'src/userland/index.ts': 'export const u = 1;\n',
    },
  ],
  [
    'a back door',
    'front-door',
    {
      'src/engine/a.ts': "import { b } from '../base/b.ts';\nexport const a = b;\n",
      'src/base/b.ts': 'export const b = 1;\n',
    },
  ],
  [
    'a platform module',
    'node-only-in-node',
    { 'src/engine/a.ts': "import * as fs from 'node:fs';\nexport const a = fs;\n" },
  ],
  [
    'a circle',
    'no-cycles',
    {
      'src/base/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'src/base/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    },
  ],
])('finds %s', (_, rule, files) => {
  expect(plant(files as Record<string, string>)).toContain(`error ${rule}`);
});

it('finds nothing in what is right', () => {
  const right = {
    'src/engine/index.ts': "import { b } from '../base/index.ts';\nexport const e = b;\n",
    'src/base/index.ts': 'export const b = 1;\n',
  };
  expect(plant(right)).toContain('no dependency violations found');
});
