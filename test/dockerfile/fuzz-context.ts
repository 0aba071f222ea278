/** Random build contexts and edits of them, for `fuzz.ts`. */

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from './fuzz-random.ts';

/** What instructions copy from: some of it is not there in some contexts. */
const SOURCES = [
  ...['a.txt', 'b.txt', 'run.sh', 'd', 'd/', 'd/x', 'd/sub', 'd/.', 'e', '.', './', '/', 'l', 'dl', 'dl/'],
  ...[
    'up',
    'loop',
    'broken',
    '*.txt',
    'd/*',
    '?.txt',
    '[ab].txt',
    '[^a].txt',
    'd/.hidden',
    '*/x',
    'ar.tar.gz',
  ],
  ...[
    'sp ace',
    'd/../a.txt',
    '../a.txt',
    './d/./x',
    '*',
    'dl/x',
    'f\\[b\\]',
    'nope',
    'nope*',
    'd/sub/z',
    'ar.tar',
  ],
];

const PATHS = [
  'a.txt',
  'b.txt',
  'run.sh',
  'd/x',
  'd/y',
  'd/.hidden',
  'd/sub/z',
  'sp ace',
  'f[b]',
  'c/deep/er/w',
];
/** Of different sizes: with the same size and time BuildKit does not send a file again. */
const TEXTS = ['one\n', 'two\nlines\n', '', '#!/bin/sh\necho hi\n', 'no newline here', 'x'.repeat(5000)];
const LINKS: readonly (readonly [string, string])[] = [
  ['l', 'a.txt'],
  ['dl', 'd'],
  ['up', '../../outside'],
  ['abs', '/etc/passwd'],
  ['loop', 'loop'],
  ['broken', 'not/there'],
  ['d/back', '../a.txt'],
];
const IGNORES = [
  ...['*.txt', 'd', 'd/x', '!d/x', '**/z', '*', '!a.txt', '# comment', 'd/*', '!d', '/a.txt', 'sp ace'],
  ...['./d/sub', '**/.hidden', 'd/**', '!**/*.sh', 'e', '', 'Dockerfile', '.dockerignore', '!./b.txt', 'd/'],
];

/** Those of SOURCES that are there now, and now and then one that is not. */
export function sourcesIn(random: Random, folder: string): string[] {
  const there = (source: string): boolean => {
    if (/[*?[\\]/.test(source)) return true;
    try {
      return Boolean(statSync(join(folder, source.replace(/^(\.\.\/)+|^\//, ''))));
    } catch {
      return random.chance(0.02);
    }
  };
  return SOURCES.filter(there);
}

/** 2020, so that what is copied with its time is told from what is made. */
const OLD = 1_577_836_800;

export function makeContext(random: Random, folder: string): void {
  for (const path of PATHS) if (random.chance(0.75)) put(random, folder, path);
  if (random.chance(0.5)) mkdirSync(join(folder, 'e'), { recursive: true });
  for (const [path, target] of LINKS) {
    if (!random.chance(0.5)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
  }
  if (random.chance(0.4)) archive(folder, 'ar.tar.gz', '-czf');
  if (random.chance(0.3)) archive(folder, 'ar.tar', '-cf');
  if (random.chance(0.35)) {
    writeFileSync(join(folder, '.dockerignore'), `${random.some(IGNORES, 1, 4).join('\n')}\n`);
  }
  age(folder);
}

/** Changes a few things of a context, as people do between builds. */
export function editContext(random: Random, folder: string): void {
  for (let i = 1 + random.below(2); i > 0; i--) {
    const path = random.pick(PATHS);
    const place = join(folder, path);
    const act = random.below(5);
    if (act === 0 && existsSync(place)) rmSync(place);
    else if (act === 1 && existsSync(place)) chmodSync(place, random.pick([0o600, 0o644, 0o755, 0o4755]));
    else if (act === 2 && existsSync(place)) lutimesSync(place, OLD + 100, OLD + 100);
    else put(random, folder, path);
  }
  age(folder);
}

function put(random: Random, folder: string, path: string): void {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, random.pick(TEXTS));
  chmodSync(place, random.pick([0o644, 0o644, 0o755, 0o600]));
}

function archive(folder: string, name: string, flags: string): void {
  const inside = join(folder, '.making');
  mkdirSync(join(inside, 'top/in'), { recursive: true });
  writeFileSync(join(inside, 'top/in/file'), 'packed\n');
  writeFileSync(join(inside, 'top/other'), 'other\n');
  symlinkSync('in/file', join(inside, 'top/link'));
  const owner = ['--owner=7', '--group=8', '--numeric-owner', '--sort=name', '--mtime=@1500000000'];
  execFileSync('tar', [...owner, '-C', inside, flags, join(folder, name), 'top']);
  rmSync(inside, { recursive: true });
}

/** Everything new is from 2020. */
function age(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const place = join(entry.parentPath, entry.name);
    if (lstatSync(place).mtimeMs > (OLD + 1000) * 1000) lutimesSync(place, OLD, OLD);
  }
}
