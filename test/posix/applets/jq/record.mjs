/**
 * Records what the real jq 1.7.1 prints for cases.txt (a command a line) into recorded.json:
 *
 *   node test/posix/applets/jq/record.mjs --jq PATH [--busybox PATH]
 *
 * The recording is of Debian trixie's jq (`apt-get download jq libjq1 libonig5`). Each command is run by
 * busybox's shell in a folder made by ../fixture.sh.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const here = new URL('.', import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    jq: { type: 'string', default: '/usr/bin/jq' },
    busybox: { type: 'string', default: '/tmp/strata-busybox/busybox' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'jq-'));
const run = (script) =>
  spawnSync(values.busybox, ['sh', '-c', script], {
    cwd: folder,
    env: { PATH: `${dirname(values.jq)}:/usr/bin:/bin`, HOME: '/w', USER: 'root' },
    input: '',
    encoding: 'utf8',
  });
run(readFileSync(join(here, '../fixture.sh'), 'utf8'));
const cases = readFileSync(join(here, 'cases.txt'), 'utf8').trim().split('\n');
const recorded = cases.map((cmd) => {
  const { stdout, stderr, status } = run(cmd);
  return { cmd, stdout, stderr, status };
});
writeFileSync(join(here, 'recorded.json'), `${JSON.stringify(recorded, null, 1)}\n`);
rmSync(folder, { recursive: true });
console.log(`${cases.length} cases`);
