/**
 * Records what the real client and engine make of test/cli/contexts.mjs.
 *
 *     node test/cli/record-contexts.mjs
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { contexts, listTar, plainly, prepare } from './contexts.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const docker = `${process.env.ORACLE_DIR ?? '/tmp/oracle'}/rdocker`;
const recorded = {};
for (const each of contexts) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-context-'));
  const run = (command) =>
    spawnSync('bash', ['-c', `${docker} ${command}`], { cwd: work, maxBuffer: 2 ** 28 });
  prepare(each, work);
  const build = `build --no-cache --iidfile ${work}.id ${each.build} <${each.input ?? '/dev/null'}`;
  const { stdout, stderr, status } = run(build);
  const result = { exit: status, stdout: plainly(stdout.toString()), stderr: plainly(stderr.toString()) };
  if (status === 0) {
    const image = fs.readFileSync(`${work}.id`, 'utf8');
    const container = run(`create ${image} x`).stdout.toString().trim();
    result.files = listTar(run(`export ${container}`).stdout);
    run(`rm ${container}`);
    run(`rmi ${image}`);
    fs.rmSync(`${work}.id`);
  }
  recorded[each.name] = result;
  fs.rmSync(work, { recursive: true });
}
fs.writeFileSync(path.join(here, 'recorded/contexts.json'), `${JSON.stringify(recorded, null, 1)}\n`);
