/**
 * Images between a real Docker engine, a real registry and Strata, both ways: digests and IDs have to
 * stay what they are.
 *
 *     test/oracle/start-real-docker.sh && node test/registry/real-docker.mjs
 *
 * The registry and Strata run in the oracle's network namespace, where `localhost` is the same for all.
 */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../../scripts/build.mjs';

const oracle = process.env.ORACLE_DIR ?? '/tmp/oracle';
const pid = fs.readFileSync(path.join(oracle, 'run/dockerd.pid'), 'utf8').trim();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reg-real-'));
const port = 5000 + (process.pid % 1000);
const registry = `localhost:${port}`;
const inside = ['--target', pid, '--net'];
await build('node', 'images');

fs.writeFileSync(
  path.join(folder, 'config.yml'),
  JSON.stringify({
    version: '0.1',
    log: { level: 'error' },
    storage: { filesystem: { rootdirectory: path.join(folder, 'data') } },
    http: { addr: `127.0.0.1:${port}` },
  }),
);
const server = spawn('nsenter', [...inside, 'docker-registry', 'serve', path.join(folder, 'config.yml')], {
  stdio: 'ignore',
});
await new Promise((resolve) => setTimeout(resolve, 1500));

const real = (...words) =>
  execFileSync(path.join(oracle, 'rdocker'), words, { cwd: folder }).toString().trim();
const ours = (command) =>
  execFileSync(
    'nsenter',
    [
      ...inside,
      process.execPath,
      'build/node/shell.js',
      '--state',
      path.join(folder, 'state'),
      '-c',
      command,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
    .toString()
    .trim();

let failed = 0;
function same(what, a, b) {
  const right = a === b && a !== '';
  console.log(`${right ? 'ok  ' : 'FAIL'} ${what}: ${right ? a : `${a} and ${b}`}`);
  if (!right) failed++;
}

const ID = '{{.Id}}';
const LAYERS = '{{.RootFS.Layers}}';
const DIGEST = `{{range .RepoDigests}}{{println .}}{{end}}`;
const digestOf = (text, name) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${name}@`))
    ?.split('@')[1] ?? '';

try {
  // From the real engine, through the registry, to Strata, and further on.
  fs.writeFileSync(path.join(folder, 'a'), 'a file\n');
  fs.writeFileSync(
    path.join(folder, 'Dockerfile'),
    'FROM alpine\nRUN mkdir -p /x/y && ln -s y /x/z && echo hi > /x/y/f && chmod 4755 /x/y/f\nCOPY a /a\nRUN rm /a\nLABEL made=by-docker\n',
  );
  const theirs = `${registry}/real/app`;
  real('build', '-q', '-t', theirs, '.');
  real('push', '-q', theirs);
  ours(`docker pull -q ${theirs}`);
  same(
    'ID of what Docker made',
    real('inspect', '-f', ID, theirs),
    ours(`docker inspect -f '${ID}' ${theirs}`),
  );
  same('its layers', real('inspect', '-f', LAYERS, theirs), ours(`docker inspect -f '${LAYERS}' ${theirs}`));
  const pushed = digestOf(real('inspect', '-f', DIGEST, theirs), theirs);
  same('its digest', pushed, digestOf(ours(`docker inspect -f '${DIGEST}' ${theirs}`), theirs));
  const moved = `${registry}/ours/app`;
  ours(`docker tag ${theirs} ${moved} && docker push -q ${moved}`);
  real('rmi', '-f', theirs);
  real('pull', '-q', moved);
  same('the digest after Strata pushed it on', pushed, digestOf(real('inspect', '-f', DIGEST, moved), moved));

  // From Strata to the real engine and back.
  const made = `${registry}/ours/made`;
  ours(
    `mkdir -p demo && cd demo && printf 'FROM alpine\\nRUN echo hi > /greeting && rm /etc/motd\\nCMD ["cat","/greeting"]\\n' > Dockerfile && docker build -q -t ${made} . && docker push -q ${made}`,
  );
  real('pull', '-q', made);
  same('ID of what Strata made', ours(`docker inspect -f '${ID}' ${made}`), real('inspect', '-f', ID, made));
  same('its layers', ours(`docker inspect -f '${LAYERS}' ${made}`), real('inspect', '-f', LAYERS, made));
  const returned = `${registry}/real/returned`;
  real('tag', made, returned);
  real('push', '-q', returned);
  const digest = digestOf(ours(`docker inspect -f '${DIGEST}' ${made}`), made);
  same(
    'its digest after Docker pushed it on',
    digest,
    digestOf(real('inspect', '-f', DIGEST, returned), returned),
  );
  ours('docker rmi -f $(docker images -q | sort -u)');
  same('and it still runs', 'hi', ours(`docker run --rm ${returned} 2> /dev/null`));
  same(
    'a build upon it',
    'hi',
    ours(
      `printf 'FROM ${returned}\\n' > Dockerfile && docker build -q -t again . > /dev/null && docker run --rm again`,
    ),
  );
  for (const name of [moved, made, returned]) real('rmi', '-f', name);
} finally {
  server.kill('SIGKILL');
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
