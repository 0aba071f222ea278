/**
 * Holds Strata's `docker` against the real client on the same real engine, to the byte.
 *
 *     node test/cli/compare.mjs [--record] [GROUP|WORDS…]     only a group, or cases that contain WORDS
 *
 * Needs the oracle (../shared/oracle). With --record it keeps what both did in
 * test/cli/recorded/*.json (with the cases that were not run as they were), which `test/cli/replay.test.ts` replays without an engine. What is to
 * differ is listed with its reason in test/cli/exceptions.json; one that no longer differs is told.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { groups, sessions, setup, teardown, templates } from './cases/index.mjs';
import { inOrder, normalise } from './normalise.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const oracle = process.env.ORACLE_DIR ?? '/tmp/oracle';
const prefix = process.env.CLI_PREFIX ?? 'cli-';
const record = process.argv.includes('--record');
const words = process.argv
  .slice(2)
  .filter((word) => word !== '--record')
  .join(' ');
const group = words in { ...groups, templates, sessions } ? words : undefined;
const chosen = (kind, text) => (group === undefined ? text.includes(words) : group === kind);
const exceptions = new Map(
  JSON.parse(fs.readFileSync(path.join(here, 'exceptions.json'), 'utf8')).map(({ command, reason }) => [
    named(command),
    reason,
  ]),
);
// Paths are printed: a recording has to be made where replays say that they are.
const cwd = `/tmp/compare-${prefix}here`;
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-compare-'));

const bundle = await rolldown({
  input: path.join(here, '../support/docker-on-node.ts'),
  platform: 'node',
  logLevel: 'silent',
});
await bundle.write({ dir: path.join(work, 'bundle'), format: 'esm', entryFileNames: 'docker.mjs' });

// Node would take --env-file for its own, wherever it stands: words go by the environment.
fs.writeFileSync(
  path.join(work, 'bundle/docker'),
  `#!/bin/bash\nexport STRATA_ARGS="$(printf '%s\\0' "$@" | base64 -w0)"\nexec node ${work}/bundle/docker.mjs\n`,
  { mode: 0o755 },
);
const kept = path.join(work, 'record.json');
// Each client has files of its own, in a folder of the same name.
const real = (command) => run('real', `${oracle}/rdocker`, command, {});
const ours = (command) =>
  run('ours', `${work}/bundle/docker`, command, {
    DOCKER_HOST: `unix://${oracle}/run/docker.sock`,
    HOME: '/root',
    ...(record ? { STRATA_RECORD: kept } : {}),
  });

function run(who, program, command, env) {
  const own = path.join(work, who);
  if (fs.existsSync(own)) fs.renameSync(own, cwd);
  else fs.cpSync(path.join(here, 'files'), cwd, { recursive: true });
  const redirect = command.includes('<') ? '' : '</dev/null';
  const [, variables, words] = /^((?:[A-Z_]+=\S* )*)([\s\S]*)$/.exec(command);
  const line = words.startsWith('! ') ? words.slice(2) : `${variables}${program} ${words} ${redirect}`;
  const result = spawnSync('bash', ['-c', line], {
    cwd,
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
  fs.renameSync(cwd, own);
  if (result.status === null) console.log(`NEVER ENDED  ${who}: ${command}`);
  return { stdout: result.stdout.toString(), stderr: result.stderr.toString(), exit: result.status };
}

/** Containers without a name of their own go, too: by what they say they were made of, for others share the engine. */
function clean() {
  const list = real('ps -a --no-trunc --format "{{.ID}} {{.Image}}"').stdout.split('\n');
  const own = list.filter((line) => line.split(' ')[1]?.startsWith(prefix)).map((line) => line.split(' ')[0]);
  if (own.length > 0) real(`rm -fv ${own.join(' ')}`);
  for (const command of teardown) real(named(command));
  // What the classic builder left untagged.
  real('image prune -f --filter label=a=b');
}

/** Names get their prefix; `\\@` is the letter itself. */
function named(command) {
  return command.replaceAll(/(?<!\\)@/g, prefix).replaceAll('\\@', '@');
}

function normal(command, printed) {
  const { stdout, stderr, exit } = inOrder(command, printed);
  return { stdout: normalise(stdout), stderr: normalise(stderr), exit };
}

function differs(a, b) {
  return ['stdout', 'stderr', 'exit'].filter((key) => a[key] !== b[key]);
}

const count = { equal: 0, different: 0, excepted: 0 };

/** Says what differs; answers what a recording has to keep of ours. */
function judge(command, a, b, left) {
  const reason = exceptions.get(command);
  const keys = differs(a, b);
  if (keys.length === 0) {
    count.equal++;
    if (reason) console.log(`NO LONGER DIFFERS  docker ${command}`);
    return {};
  }
  if (reason) {
    count.excepted++;
    return { ours: left };
  }
  count.different++;
  console.log(`DIFFERS  docker ${command}`);
  for (const key of keys) {
    console.log(`  real ${key}: ${JSON.stringify(a[key])}\n  ours ${key}: ${JSON.stringify(b[key])}`);
  }
  return {};
}

function recorded() {
  if (!record || !fs.existsSync(kept)) return {};
  const text = JSON.parse(fs.readFileSync(kept, 'utf8'));
  fs.rmSync(kept);
  return text;
}

const shellQuoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const formats = templates.map((format) => `ps -a --filter name=@one --format ${shellQuoted(format)}`);
const cases = Object.entries({ ...groups, templates: formats }).map(([kind, list]) => [
  kind,
  list.map(named),
]);
const all = cases.flatMap(([, list]) => list);
const commands = cases.flatMap(([kind, list]) => list.filter((command) => chosen(kind, command)));
const results = { same: [], sessions: [] };
clean();
for (const command of setup) real(named(command));
try {
  for (const command of commands) {
    let a;
    let b;
    // A second may pass between the two: then they are asked again.
    for (let attempt = 0; attempt < 4; attempt++) {
      a = inOrder(command, real(command));
      b = inOrder(command, ours(command));
      if (exceptions.has(command) || differs(a, b).length === 0) break;
    }
    results.same.push({ command, real: a, ...judge(command, a, b, b), ...recorded() });
  }
  for (const session of sessions.filter((each) => chosen('sessions', each.map(named).join('\n')))) {
    const left = session.map(named).map((command) => ({ command, real: real(command) }));
    for (const each of left) {
      const b = ours(each.command);
      Object.assign(
        each,
        judge(each.command, normal(each.command, each.real), normal(each.command, b), b),
        recorded(),
      );
    }
    results.sessions.push(left);
  }
} finally {
  clean();
}
if (record) {
  keep('same', all, (each) => each.command);
  keep(
    'sessions',
    sessions.map((session) => session.map(named).join('\n')),
    (session) => session.map((each) => each.command).join('\n'),
  );
}

/** What was not run now stays as it was recorded; what is no case any more goes. */
function keep(name, keys, keyOf) {
  const file = path.join(here, `recorded/${name}.json`);
  const before = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : [];
  const known = new Map([...before, ...results[name]].map((each) => [keyOf(each), each]));
  const kept = keys.filter((key) => known.has(key)).map((key) => known.get(key));
  fs.writeFileSync(file, `${JSON.stringify(kept, null, 1)}\n`);
}

fs.rmSync(work, { recursive: true });
console.log(`${count.equal} equal, ${count.different} different, ${count.excepted} excepted`);
process.exitCode = count.different > 0 ? 1 : 0;
