/**
 * Plays sessions on a real engine (test/oracle) and says where a session expects something else.
 *
 *     node test/script/against-real.mjs [NAME.txt…]
 *
 * Left out, and said: what is interrupted, power cuts, and sessions that name what the oracle lacks
 * (its alpine is not Alpine's, and it has no network). A session's containers and images are removed.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = path.dirname(fileURLToPath(import.meta.url));
const shell = `${process.env.ORACLE_DIR ?? '/tmp/oracle'}/rshell`;
/** Sessions that cannot be as they are there: apk, and images that come from a registry. */
const ABSENT = ['article.txt'];

const bundle = await rolldown({ input: path.join(here, '../support/session.ts'), platform: 'node' });
const { output } = await bundle.generate({ format: 'esm' });
const { parseSession, differs } = await import(
  `data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`
);

const names = process.argv.length > 2 ? process.argv.slice(2) : fs.readdirSync(here);
let wrong = 0;
for (const name of names.filter((file) => file.endsWith('.txt'))) {
  if (ABSENT.includes(name)) console.log(`skip ${name}: needs what the oracle lacks`);
  else play(name);
}
process.exitCode = wrong ? 1 : 0;

function play(name) {
  const steps = parseSession(fs.readFileSync(path.join(here, name), 'utf8'));
  const work = fs.mkdtempSync('/tmp/strata-session-');
  const cut = steps.findIndex((step) => step.kind === 'restart' || step.timeout !== undefined);
  const played = cut < 0 ? steps : steps.slice(0, cut);
  let script = `cd ${work}\nexport HOME=${work}\n`;
  played.forEach((step, i) => {
    if (step.kind === 'write') {
      fs.mkdirSync(path.dirname(path.join(work, step.path)), { recursive: true });
      fs.writeFileSync(path.join(work, step.path), step.content, {
        mode: Number.parseInt(step.mode ?? '644', 8),
      });
    } else {
      fs.writeFileSync(path.join(work, `.cmd${i}`), step.command);
      script += `. ${work}/.cmd${i} >${work}/.out${i} 2>${work}/.err${i} </dev/null; echo $? >${work}/.status${i}\n`;
    }
  });
  fs.writeFileSync(path.join(work, '.script'), script);
  const before = there();
  spawnSync(shell, [path.join(work, '.script')], { cwd: work });
  let complaints = 0;
  played.forEach((step, i) => {
    if (step.kind !== 'command') return;
    const read = (what) =>
      fs.readFileSync(path.join(work, `.${what}${i}`), 'utf8').replaceAll(work, '/home/you');
    const status = Number(read('status'));
    const problem =
      differs(step.stdout, read('out')) ??
      differs(step.stderr, read('err')) ??
      (status === step.exit ? undefined : `exit status ${status}, not ${step.exit}`);
    if (problem === undefined) return;
    complaints++;
    console.log(`DIFFERS ${name}:${step.line}: ${step.command}\n${problem}\n`);
  });
  // Others may use this engine: only what came with the session goes.
  const after = there();
  const came = (kind) => after[kind].filter((one) => !before[kind].includes(one)).join(' ');
  docker(`rm -f ${came('containers')}`);
  docker(`rmi -f ${came('images')}`);
  wrong += complaints;
  console.log(`${complaints ? 'FAIL' : 'ok  '} ${name}${cut < 0 ? '' : `, up to step ${cut}`}`);
  fs.rmSync(work, { recursive: true, force: true });
}

function there() {
  const lines = (words) => docker(words).split('\n').filter(Boolean);
  return {
    containers: lines('ps -aq'),
    images: lines('images --format "{{.Repository}}:{{.Tag}}" | grep -v none'),
  };
}

function docker(words) {
  return spawnSync(shell, ['-c', `docker ${words}`]).stdout.toString();
}
