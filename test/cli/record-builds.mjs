/**
 * Records what the real `docker build` shows for test/cli/builds/*: its messages, its plain and its
 * terminal form. Each is a run of its own, so times and ids differ between them.
 *
 *     node test/cli/record-builds.mjs [NAME…]
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const docker = `${process.env.ORACLE_DIR ?? '/tmp/oracle'}/rdocker`;
const names = process.argv.length > 2 ? process.argv.slice(2) : fs.readdirSync(path.join(here, 'builds'));
const out = path.join(here, 'recorded/builds');
fs.mkdirSync(out, { recursive: true });

const run = (command, cwd) =>
  spawnSync('bash', ['-c', command], { cwd, env: { ...process.env, BUILDX_METADATA_WARNINGS: '1' } });

run(`${docker} tag alpine:3.20 cli-base`, '/tmp');
for (const name of names) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-build-'));
  fs.cpSync(path.join(here, 'builds', name), work, { recursive: true });
  const build = `build --no-cache -t cli-made`;
  const keep = (form, text) => fs.writeFileSync(path.join(out, `${name}.${form}`), text);
  keep('rawjson', slim(run(`${docker} ${build} --progress=rawjson . 2>&1`, work).stdout.toString()));
  keep('plain', run(`${docker} ${build} --progress=plain . 2>&1`, work).stdout);
  // Where a build fails, debug adds stack traces of Go, which are not ours.
  if (name === 'warns')
    keep('debug', run(`${docker} -D ${build} --progress=plain . 2>&1 | grep -v '^time='`, work).stdout);
  keep('tty', run(`script -qec 'stty rows 24 cols 80; ${docker} ${build} .' /dev/null`, work).stdout);
  fs.rmSync(work, { recursive: true });
}
run(`${docker} rmi -f cli-made cli-base`, '/tmp');

/** Without the low-level definition that comes with each warning. */
function slim(lines) {
  return lines
    .split('\n')
    .map((line) => {
      if (!line.startsWith('{')) return line;
      const message = JSON.parse(line);
      for (const warning of message.warnings ?? []) delete warning.sourceInfo.definition;
      return JSON.stringify(message);
    })
    .join('\n');
}
