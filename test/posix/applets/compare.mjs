/**
 * Asks the real busybox and ours the same, and prints where they differ:
 *
 *   node test/posix/applets/compare.mjs FILE…      cases as in cases/*.txt
 *   node test/posix/applets/compare.mjs -c COMMAND
 *
 * `--busybox PATH` names the real one (default: what build-busybox.sh makes), `--all` prints also where
 * they agree. Exits 1 where any differs that exceptions.json does not name.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { guestAssets } from '../../../scripts/guest-plugin.mjs';
import { readCases, sorted, withoutUsage } from './cases.mjs';
import { openRoom } from './room.mjs';

const { values, positionals } = parseArgs({
  options: {
    busybox: { type: 'string', default: '/tmp/strata-busybox/busybox' },
    command: { type: 'string', short: 'c' },
    all: { type: 'boolean' },
  },
  allowPositionals: true,
});
const cases = values.command
  ? [{ cmd: values.command, unordered: false }]
  : positionals.flatMap((file) => readCases(readFileSync(file, 'utf8')));

const project = fileURLToPath(new URL('../../../', import.meta.url));
const built = mkdtempSync(join(project, 'node_modules/.compare-'));
const bundle = await rolldown({
  input: join(project, 'test/posix/applets/box.ts'),
  cwd: project,
  platform: 'node',
  logLevel: 'silent',
  tsconfig: false,
  plugins: [guestAssets()],
  // box.ts finds its files beside itself.
  transform: { define: { 'import.meta.url': JSON.stringify(import.meta.url) } },
});
await bundle.write({ dir: built, format: 'esm' });
const { bootBox } = await import(pathToFileURL(join(built, 'box.js')).href);
// Applets are imported when first run.
process.on('exit', () => rmSync(built, { recursive: true, force: true }));

const room = openRoom(values.busybox);
const box = await bootBox();
const textOf = (bytes) => withoutUsage(Buffer.from(bytes).toString('utf8'));
const exceptions = JSON.parse(readFileSync(new URL('exceptions.json', import.meta.url), 'utf8'));
let different = 0;
let excepted = 0;
for (const { cmd, unordered } of cases) {
  const shown = ({ stdout, stderr, status }) => ({
    out: unordered ? sorted(textOf(stdout)) : textOf(stdout),
    err: textOf(stderr),
    status,
  });
  const theirs = shown(room.run(cmd));
  const ours = shown(
    await box.run(cmd).catch((error) => ({ stdout: '', stderr: error.message, status: -1 })),
  );
  const keys = Object.keys(theirs).filter((key) => theirs[key] !== ours[key]);
  if (keys.length > 0 && Object.hasOwn(exceptions, cmd)) {
    excepted++;
    continue;
  }
  if (keys.length > 0) different++;
  else if (!values.all) continue;
  console.log(`$ ${cmd}`);
  for (const key of Object.keys(theirs)) {
    if (keys.includes(key))
      console.log(`  ${key}\n    real ${show(theirs[key])}\n    ours ${show(ours[key])}`);
    else if (values.all) console.log(`  ${key} ${show(theirs[key])}`);
  }
}
room.clear();
console.log(`${cases.length} cases, ${different} differ, ${excepted} more as exceptions.json says`);
process.exit(different > 0 ? 1 : 0);

function show(value) {
  return typeof value === 'string' ? JSON.stringify(value) : value;
}
