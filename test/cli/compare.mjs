/**
 * Holds Strata's `docker` against the real client on the same real engine, to the byte.
 *
 *     node test/cli/compare.mjs [--record] [WORDS…]     only cases that contain WORDS
 *
 * Needs the oracle (../shared/oracle). With --record it keeps what both did in
 * test/cli/recorded/*.json, which `test/cli/replay.test.ts` replays without an engine.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { normalise } from './normalise.mjs';
import { same, sessions, setup, teardown, templates } from './sessions.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const oracle = process.env.ORACLE_DIR ?? '/tmp/oracle';
const prefix = process.env.CLI_PREFIX ?? 'cli-';
const record = process.argv.includes('--record');
const words = process.argv
  .slice(2)
  .filter((word) => word !== '--record')
  .join(' ');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-compare-'));
fs.cpSync(path.join(here, 'files'), work, { recursive: true });

const bundle = await rolldown({
  input: path.join(here, '../support/docker-on-node.ts'),
  platform: 'node',
  logLevel: 'silent',
});
await bundle.write({ dir: path.join(work, '.bundle'), format: 'esm', entryFileNames: 'docker.mjs' });

// Node would take --env-file for its own, wherever it stands: words go by the environment.
fs.writeFileSync(
  path.join(work, '.bundle/docker'),
  `#!/bin/bash\nexport STRATA_ARGS="$(printf '%s\\0' "$@" | base64 -w0)"\nexec node ${work}/.bundle/docker.mjs\n`,
  { mode: 0o755 },
);
const kept = path.join(work, '.record.json');
const real = (command) => run(`${oracle}/rdocker`, command, {});
const ours = (command) =>
  run(`${work}/.bundle/docker`, command, {
    DOCKER_HOST: `unix://${oracle}/run/docker.sock`,
    HOME: '/root',
    ...(record ? { STRATA_RECORD: kept } : {}),
  });

function run(program, command, env) {
  const redirect = command.includes('<') ? '' : '</dev/null';
  const result = spawnSync('bash', ['-c', `${program} ${command} ${redirect}`], {
    cwd: work,
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
  return { stdout: result.stdout.toString(), stderr: result.stderr.toString(), exit: result.status };
}

/** Names get their prefix. */
function named(command) {
  return command.replaceAll('@', prefix);
}

function differs(a, b) {
  return ['stdout', 'stderr', 'exit'].filter((key) => a[key] !== b[key]);
}

function tell(command, a, b) {
  console.log(`DIFFERS  docker ${command}`);
  for (const key of differs(a, b)) {
    console.log(`  real ${key}: ${JSON.stringify(a[key])}\n  ours ${key}: ${JSON.stringify(b[key])}`);
  }
}

function recorded() {
  if (!record || !fs.existsSync(kept)) return {};
  const text = JSON.parse(fs.readFileSync(kept, 'utf8'));
  fs.rmSync(kept);
  return text;
}

const results = { same: [], sessions: [] };
let wrong = 0;
let right = 0;
for (const command of teardown) real(named(command));
for (const command of setup) real(named(command));
try {
  const shellQuoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  const formats = templates.map(
    (format) => `ps -a --filter name=${prefix}one --format ${shellQuoted(format)}`,
  );
  for (const command of [...same.map(named), ...formats].filter((each) => each.includes(words))) {
    let a;
    let b;
    // A second may pass between the two: then they are asked again.
    for (let attempt = 0; attempt < 4; attempt++) {
      a = real(command);
      b = ours(command);
      if (differs(a, b).length === 0) break;
    }
    results.same.push({ command, real: a, ...recorded() });
    if (differs(a, b).length > 0) {
      wrong++;
      tell(command, a, b);
    } else right++;
  }
  for (const session of sessions.filter((each) => each.join('\n').includes(words))) {
    const left = session.map(named).map((command) => ({ command, real: real(command) }));
    const normal = ({ stdout, stderr, exit }) => ({
      stdout: normalise(stdout),
      stderr: normalise(stderr),
      exit,
    });
    for (const each of left) {
      const b = normal(ours(each.command));
      Object.assign(each, recorded());
      const a = normal(each.real);
      if (differs(a, b).length > 0) {
        wrong++;
        tell(each.command, a, b);
      } else right++;
    }
    results.sessions.push(left);
  }
} finally {
  for (const command of teardown) real(named(command));
}
if (record && words === '') {
  fs.mkdirSync(path.join(here, 'recorded'), { recursive: true });
  fs.writeFileSync(path.join(here, 'recorded/same.json'), `${JSON.stringify(results.same, null, 1)}\n`);
  fs.writeFileSync(
    path.join(here, 'recorded/sessions.json'),
    `${JSON.stringify(results.sessions, null, 1)}\n`,
  );
}
fs.rmSync(work, { recursive: true });
console.log(`${right} equal, ${wrong} different`);
process.exitCode = wrong > 0 ? 1 : 0;
