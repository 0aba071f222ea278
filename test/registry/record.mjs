/**
 * Records what a real `docker pull` and a real build say to each refusal (refusing.mjs).
 *
 *     test/oracle/start-real-docker.sh && node test/registry/record.mjs
 *
 * `HOST` stands for the registry's address in what is recorded.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { answer, cases } from './refusing.mjs';

const [role, realm, given] = process.argv.slice(2);
if (role === 'serve') serve(realm, Number(given));
else record();

function serve(realm, port) {
  const origin = `http://localhost:${port}`;
  http
    .createServer((request, response) => {
      const { authorization } = request.headers;
      const { status, headers, body } = answer(realm, origin, { url: request.url, authorization });
      response.writeHead(status, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    })
    .listen(port, '127.0.0.1');
}

async function record() {
  const { spawn } = await import('node:child_process');
  const oracle = process.env.ORACLE_DIR ?? '/tmp/oracle';
  const pid = fs.readFileSync(path.join(oracle, 'run/dockerd.pid'), 'utf8').trim();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reg-record-'));
  const own = fileURLToPath(import.meta.url);
  const realms = [...new Set(cases.map(([realm]) => realm))];
  const port = (realm) => 5600 + realms.indexOf(realm);
  const servers = realms.map((realm) =>
    spawn('nsenter', ['--target', pid, '--net', process.execPath, own, 'serve', realm, port(realm)]),
  );
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const recorded = {};
  for (const [realm, name] of cases) {
    const host = `localhost:${port(realm)}`;
    const run = (...words) => {
      const { stderr } = spawnSync(path.join(oracle, 'rdocker'), words, { cwd: folder });
      return stderr.toString().replaceAll(host, 'HOST').trim();
    };
    fs.writeFileSync(path.join(folder, 'Dockerfile'), `FROM ${host}/${name}:1\n`);
    const pull = run('pull', '-q', `${host}/${name}:1`);
    const build = run('build', '--progress=quiet', '.').split('\n').at(-1);
    recorded[`${realm}/${name}`] = { pull, build };
  }
  for (const server of servers) server.kill();
  fs.rmSync(folder, { recursive: true });
  fs.writeFileSync(path.join(path.dirname(own), 'refusals.json'), `${JSON.stringify(recorded, null, 2)}\n`);
}
