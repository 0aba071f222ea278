/**
 * Records what the real node prints: `node test/node-program/record.mjs` writes recorded.json.
 *
 * Made with the node that runs this; recorded.json names its version, which is another than ours says it is
 * (src/userland/programs/node/version.ts).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { cases, comparable } from './cases.mjs';

const files = new URL('files/', import.meta.url).pathname;
const outcomes = {};
for (const { name, text, command, stdin } of cases) {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'node-case-')));
  cpSync(files, path.join(root, 'files'), { recursive: true });
  renameSync(path.join(root, 'files/packages'), path.join(root, 'node_modules'));
  writeFileSync(path.join(root, name), text);
  const { stdout, stderr, status, signal, error } = spawnSync('/bin/sh', ['-c', `exec ${command}`], {
    cwd: root,
    input: stdin,
    env: { PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`, HOME: root, USER: 'root' },
    encoding: 'utf8',
    timeout: 20_000,
  });
  // What was ended for its time says nothing of what it does.
  if (error) throw new Error(`${name}: ${error.message}`);
  outcomes[name] = {
    stdout: comparable(stdout, root),
    stderr: comparable(stderr, root),
    status: status ?? 128 + constants.signals[signal],
  };
  rmSync(root, { recursive: true });
}
const recorded = { version: process.version, outcomes };
writeFileSync(new URL('recorded.json', import.meta.url), `${JSON.stringify(recorded, null, 1)}\n`);
