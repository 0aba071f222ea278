/** Our tree against what tree 2.2.1 of Debian trixie printed of the same folders, run by hand as nobody. */
import { beforeAll, expect, it } from 'vitest';
import { programs } from '../../../../src/userland/index.ts';
import { type Box, bootBox } from '../box.ts';

let box: Box;
beforeAll(async () => {
  box = await bootBox({ programs: { tree: programs['tree']! } });
});

const FOLDERS = `mkdir -p t/a/b/c t/d/e t/f t/x; touch t/d/e/one t/a/b/two; chmod 755 /w t; chmod 000 t/x; cd t`;

it.each([
  [
    'tree',
    `.
├── a
│   └── b
│       ├── c
│       └── two
├── d
│   └── e
│       └── one
├── f
└── x  [error opening dir]

8 directories, 2 files
2
`,
  ],
  [
    'tree --prune',
    `.
├── a
│   └── b
│       └── two
└── d
    └── e
        └── one

5 directories, 2 files
0
`,
  ],
  ['tree x', 'x  [error opening dir]\n\n0 directories, 1 file\n0\n'],
  ['tree d/e/one', 'd/e/one  [error opening dir]\n\n0 directories, 1 file\n0\n'],
  ['tree nope d', 'nope  [error opening dir]\nd\n└── e\n    └── one\n\n2 directories, 1 file\n2\n'],
  ['tree --prune -P one', '.\n└── d\n    └── e\n        └── one\n\n3 directories, 1 file\n0\n'],
  ['tree -L 1 --prune', '.\n\n0 directories, 0 files\n0\n'],
  ['tree -d d --prune', 'd\n└── e\n\n2 directories\n0\n'],
  ['tree -L 1', '.\n├── a\n├── d\n├── f\n└── x\n\n5 directories, 0 files\n0\n'],
])('%s', async (command, shown) => {
  const { stdout } = await box.run(`${FOLDERS}; su nobody -s /bin/sh -c '${command}; echo $?'`);
  expect(new TextDecoder().decode(stdout)).toBe(shown);
});
