/**
 * Random builds on a real engine and on ours, compared: steps and cache hits, output, warnings,
 * errors, image configs, entries of layers.
 *
 *   npx rolldown test/dockerfile/fuzz.ts --platform node -d /tmp/bld-fuzz-js
 *   ORACLE_DIR=/tmp/my-oracle node /tmp/bld-fuzz-js/fuzz.js [SEED [COUNT [text]]]
 *
 * Needs an oracle that nobody else uses (its cache is compared), with alpine under that one name. A
 * case has four builds: the first, then after edits; with `text`, one of a Dockerfile that is hard to
 * read. Cases that differ are kept in /tmp/bld-fuzz/SEED.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editFile, type FuzzFile, makeFile } from './fuzz-cases.ts';
import { editContext, makeContext, sourcesIn } from './fuzz-context.ts';
import { openOurs } from './fuzz-ours.ts';
import type { Outcome } from './fuzz-outcome.ts';
import { createRandom } from './fuzz-random.ts';
import { buildReal, docker } from './fuzz-real.ts';
import { makeText } from './fuzz-text.ts';

const ROOT = '/tmp/bld-fuzz';
const [first = '1', count = '20', kind] = process.argv.slice(2);
const BUILDS = kind === 'text' ? 1 : 4;

// What other runs left in its cache would give hits that ours cannot have.
docker('/tmp', ['builder', 'prune', '-af']);
const ours = await openOurs();
let different = 0;
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  if (await differs(seed)) different++;
}
console.log(`${count} cases, ${different} differ`);

async function differs(seed: number): Promise<boolean> {
  const random = createRandom(seed);
  const folder = join(ROOT, String(seed));
  // Of its own name: by that BuildKit keeps what it was sent before.
  const work = join(folder, `context-${seed}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  makeContext(random, work);
  let file = kind === 'text' ? makeText(random) : makeFile(random, sourcesIn(random, work));
  // Other cases must not give this one cache hits, nor leave it without.
  const unique = kind === 'text' ? '' : `ENV CASE=${seed}.${Date.now()}`;
  for (let i = 0; i < BUILDS; i++) {
    if (i > 0) {
      if (random.chance(0.5)) editContext(random, work);
      if (random.chance(0.6)) file = editFile(random, file, sourcesIn(random, work));
    }
    writeFileSync(join(work, 'Dockerfile'), textOf(file, unique));
    const tag = `bld-fuzz-${seed}`;
    const [real, mine] = [buildReal(work, tag, file.args), await ours.build(work, tag, file.args)];
    const lines = compare(real, mine);
    cpSync(work, join(folder, `build-${i}`), {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
    });
    // After a failure it is chance which of the other steps have a result.
    if (lines.length === 0 && real.config === undefined && real.tail !== '') break;
    if (lines.length === 0) continue;
    console.log(`\n=== seed ${seed}, build ${i}, flags ${file.args.join(' ')}`);
    console.log(textOf(file, unique));
    console.log(lines.join('\n'));
    docker(work, ['rmi', '-f', tag]);
    return true;
  }
  docker(work, ['rmi', '-f', `bld-fuzz-${seed}`]);
  rmSync(folder, { recursive: true });
  return false;
}

function textOf({ lines }: FuzzFile, unique: string): string {
  if (unique === '') return `${lines.join('\n')}\n`;
  return `${lines.map((line) => (/^FROM/.test(line) ? `${line}\n${unique}` : line)).join('\n')}\n`;
}

function compare(real: Outcome, mine: Outcome): string[] {
  // Sources that are not there are looked for side by side: which is told of is chance.
  if ([real, mine].every(({ tail }) => /failed to compute cache key: .* not found$/.test(tail))) return [];
  const keys = ['steps', 'logs', 'warnings', 'tail', 'config', 'layers'] as const;
  return keys.flatMap((key) => {
    const a = rows(real[key]);
    const b = rows(mine[key]);
    if (a.join('\n') === b.join('\n')) return [];
    const minus = a.filter((row) => !b.includes(row)).map((row) => `  - ${row}`);
    const plus = b.filter((row) => !a.includes(row)).map((row) => `  + ${row}`);
    return [
      `${key}:`,
      ...minus,
      ...plus,
      ...(minus.length + plus.length ? [] : ['  (order)', ...a, '---', ...b]),
    ];
  });
}

/** A value as lines, so that a difference is a line. */
function rows(value: unknown, path = ''): string[] {
  if (typeof value === 'string' && path === '') return value.split('\n');
  if (value === null || typeof value !== 'object') return [`${path} ${JSON.stringify(value)}`];
  const entries = Object.entries(value);
  if (entries.length === 0) return [`${path} ${JSON.stringify(value)}`];
  return entries.flatMap(([name, member]) => rows(member, `${path}/${name}`));
}
