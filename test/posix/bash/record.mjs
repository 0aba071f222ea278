/**
 * Records what the real bash 5.2 does with the cases in test/posix/bash/cases.
 *
 *   node test/posix/bash/record.mjs [--root DIR] [FILE…]
 *
 * Needs root (chroot), bash 5.2 as `bash` and the busybox that test/posix/build-busybox.sh makes
 * (BUSYBOX), for cat, chmod, echo, env, ls, mkdir, rm, sleep and touch. Runs each case in a fresh /tmp
 * of a small root folder and writes stdout, stderr and status as they came to
 * test/posix/bash/recorded/*.json. Nothing is normalised; cases avoid what varies (pids, times).
 * The format of cases is test/posix/sh/cases.mjs's.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCases } from '../sh/cases.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const busybox = process.env.BUSYBOX ?? '/tmp/strata-busybox/busybox';
const rootFlag = process.argv.indexOf('--root');
const root = rootFlag > 0 ? process.argv[rootFlag + 1] : '/tmp/strata-bash-oracle';
const wanted = process.argv.slice(2).filter((word) => word.endsWith('.txt'));

spawnSync('umount', [join(root, 'proc')]);
rmSync(root, { recursive: true, force: true });
for (const dir of ['bin', 'dev', 'etc', 'proc', 'tmp', 'root'])
  mkdirSync(join(root, dir), { recursive: true });
const bash = execFileSync('sh', ['-c', 'command -v bash'], { encoding: 'utf8' }).trim();
copyFileSync(bash, join(root, 'bin/bash'));
for (const [, library] of execFileSync('sh', ['-c', 'ldd "$0"', bash], { encoding: 'utf8' }).matchAll(
  /(\/\S+) \(/g,
)) {
  mkdirSync(join(root, dirname(library)), { recursive: true });
  copyFileSync(library, join(root, library));
}
cpSync('/usr/lib/locale/C.utf8', join(root, 'usr/lib/locale/C.utf8'), { recursive: true });
copyFileSync(busybox, join(root, 'bin/busybox'));
for (const name of ['bash', 'busybox']) spawnSync('chmod', ['755', join(root, 'bin', name)]);
symlinkSync('bash', join(root, 'bin/sh'));
for (const name of ['cat', 'chmod', 'echo', 'env', 'ls', 'mkdir', 'rm', 'sleep', 'touch']) {
  symlinkSync('busybox', join(root, 'bin', name));
}
writeFileSync(join(root, 'bin/args'), '#!/bin/sh\nfor w; do printf "<%s>" "$w"; done\necho\n', {
  mode: 0o755,
});
writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
symlinkSync('/proc/self/fd', join(root, 'dev/fd'));
spawnSync('mknod', ['-m', '666', join(root, 'dev/null'), 'c', '1', '3']);
spawnSync('mount', ['-t', 'proc', 'proc', join(root, 'proc')], { stdio: 'inherit' });
process.on('exit', () => spawnSync('umount', [join(root, 'proc')]));

for (const file of readdirSync(join(here, 'cases')).sort()) {
  if (!file.endsWith('.txt') || (wanted.length && !wanted.some((word) => word.endsWith(file)))) continue;
  const cases = parseCases(readFileSync(join(here, 'cases', file), 'utf8')).map(record);
  const out = join(here, 'recorded', file.replace('.txt', '.json'));
  writeFileSync(out, `${JSON.stringify(cases, undefined, 1)}\n`);
  console.log(`${file}: ${cases.length} cases`);
}

function record({ name, mode, script }) {
  rmSync(join(root, 'tmp'), { recursive: true, force: true });
  mkdirSync(join(root, 'tmp'));
  if (mode === 'file') writeFileSync(join(root, 'tmp/case.sh'), script);
  const args =
    mode === 'file' ? ['./case.sh', 'one', 'two words', 'three'] : mode === 'stdin' ? [] : ['-c', script];
  const enter = 'cd /tmp; unset OLDPWD SHLVL _; exec bash "$@"';
  const result = spawnSync('/usr/sbin/chroot', [root, '/bin/busybox', 'sh', '-c', enter, 'sh', ...args], {
    env: { PATH: '/bin', HOME: '/root', LC_ALL: 'C.UTF-8' },
    input: mode === 'stdin' ? script : '',
    timeout: 10_000,
  });
  return {
    name,
    mode,
    script,
    stdout: result.stdout.toString('latin1'),
    stderr: result.stderr.toString('latin1'),
    status: result.status ?? 128 + constants.signals[result.signal],
  };
}
