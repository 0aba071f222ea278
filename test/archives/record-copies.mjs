/**
 * Asks a real engine (test/oracle) for what it makes of the sessions in copies-cases.mjs.
 *
 *     node test/archives/record-copies.mjs [CASE…]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOCKERFILE, IMAGE, PREFIX, play } from './copies.mjs';
import { CASES } from './copies-cases.mjs';

const oracle = process.env.ORACLE_DIR ?? '/tmp/oracle';
const place = join(dirname(fileURLToPath(import.meta.url)), 'recorded-copies.json');
const folder = '/tmp/arc-copies';
const wanted = process.argv.slice(2);
const recorded = wanted.length ? JSON.parse(readFileSync(place, 'utf8')) : {};

async function docker(words, input) {
  const { status, stdout, stderr } = spawnSync(join(oracle, 'rdocker'), words, {
    cwd: folder,
    input,
    maxBuffer: 2 ** 28,
  });
  return { exit: status, stdout, stderr };
}

mkdirSync(folder, { recursive: true });
for (const [name, given] of Object.entries(CASES)) {
  if (wanted.length && !wanted.some((word) => name.includes(word))) continue;
  // Others may prune the same engine.
  const built = await docker(['build', '-q', '-t', IMAGE, '-'], DOCKERFILE);
  if (built.exit !== 0) throw new Error(String(built.stderr));
  recorded[name] = await play(given, docker, folder);
  console.log(`${name}\n${recorded[name].map((line) => `    ${JSON.stringify(line)}`).join('\n')}`);
}
const sorted = Object.keys(CASES).map((name) => [name, recorded[name]]);
writeFileSync(place, `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`);
for (const kind of ['container', 'volume', 'image']) {
  const format =
    kind === 'container' ? '{{.Names}}' : kind === 'volume' ? '{{.Name}}' : '{{.Repository}}:{{.Tag}}';
  const { stdout } = await docker([kind, 'ls', ...(kind === 'container' ? ['-a'] : []), '--format', format]);
  const mine = String(stdout)
    .split('\n')
    .filter((name) => name.startsWith(PREFIX));
  if (mine.length) await docker([kind, 'rm', '-f', ...mine]);
}
rmSync(folder, { recursive: true, force: true });
