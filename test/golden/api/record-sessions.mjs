/**
 * Records what a real engine answers to the calls in `sessions/`: run by hand, from anywhere.
 *
 *   node test/golden/api/record-sessions.mjs [SESSION…]
 *
 * Needs an oracle that nobody else uses (ORACLE_DIR, /work/shared/oracle), without containers, and
 * with alpine as its only image. A session is a list of steps: `call`, what it sends (`body` as JSON,
 * `tar` as files by name), how the answer is read (`as`: json, text, frames, tar; `pick`: members of
 * it), and the `answer`, which this program writes. What is normalised is in `normalise.mjs`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerOf } from './normalise.mjs';

const here = join(dirname(fileURLToPath(import.meta.url)), 'sessions');
const socketPath = `${process.env.ORACLE_DIR ?? '/tmp/oracle'}/run/docker.sock`;
const wanted = process.argv.slice(2);

for (const file of readdirSync(here)) {
  if (wanted.length > 0 && !wanted.includes(file.replace('.json', ''))) continue;
  const steps = JSON.parse(readFileSync(join(here, file), 'utf8'));
  for (const step of steps) {
    if (step.wait) await new Promise((resolve) => setTimeout(resolve, step.wait));
    step.answer = answerOf(await send(step), step);
  }
  writeFileSync(join(here, file), JSON.stringify(steps));
  execFileSync('npx', ['biome', 'format', '--write', join(here, file)]);
  console.log(file, steps.length);
}

function send({ call, body, tar }) {
  const [method, path] = call.split(/ (.*)/);
  const data = tar ? pack(tar) : body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const headers = data
    ? { 'content-type': tar ? 'application/x-tar' : 'application/json', 'content-length': data.length }
    : {};
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath, method, path: `/v1.51${path}`, headers }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(pieces) });
      });
    });
    sent.on('error', reject);
    sent.end(data);
  });
}

function pack(files) {
  const folder = mkdtempSync('/tmp/bld-session-');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const tar = execFileSync('tar', [
    '--owner=0',
    '--group=0',
    '-C',
    folder,
    '-cf',
    '-',
    ...Object.keys(files),
  ]);
  rmSync(folder, { recursive: true });
  return tar;
}
