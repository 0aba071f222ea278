/**
 * Records what the real git prints in the sessions of sessions.txt, into recorded.json:
 *
 *   node test/laptop/git/record.mjs
 *
 * Needs root (a mount namespace, for /w), git 2.39 and busybox's shell (test/posix/build-busybox.sh). A session begins
 * with `=== NAME`; its lines are commands, one after another in one folder. Names, dates and the default branch are set
 * (begin.sh), so that ids are the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomesOf, readSessions, scriptOf } from './sessions.mjs';

const here = new URL('.', import.meta.url).pathname;
const busybox = process.env.BUSYBOX ?? '/tmp/strata-busybox/busybox';
const sessions = readSessions(readFileSync(join(here, 'sessions.txt'), 'utf8'));
const recorded = sessions.map(({ name, commands }) => {
  const folder = mkdtempSync(join(tmpdir(), 'git-'));
  const enter = `mkdir -p /w; mount --bind ${folder} /w; cd /w; exec ${busybox} sh -c "$0"`;
  const { stdout } = spawnSync('unshare', ['-m', 'sh', '-c', enter, scriptOf(commands)], {
    env: { PATH: '/usr/bin:/bin', TZ: 'UTC' },
    input: '',
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return { name, commands, outcomes: outcomesOf(stdout) };
});
writeFileSync(join(here, 'recorded.json'), `${JSON.stringify(recorded, null, 1)}\n`);
console.log(`${recorded.length} sessions, ${recorded.flatMap(({ commands }) => commands).length} commands`);
