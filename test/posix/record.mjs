/**
 * Records what the real busybox 1.37 shell does with the cases in test/posix/sh/cases.
 *
 *   node test/posix/record.mjs [--root DIR] [FILE…]
 *
 * Needs root (chroot) and the real busybox (BUSYBOX, by default what test/posix/build-busybox.sh makes).
 * Makes a small root folder with busybox's cat, echo, env, ls, sleep, rm, mkdir, chmod, touch and a script
 * `args`, runs each case in a fresh /tmp there, and writes stdout, stderr and status as they came to
 * test/posix/sh/recorded/*.json. Nothing is normalised; cases avoid what varies (pids, times).
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
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
import { parseCases } from './sh/cases.mjs';

const here = join(dirname(fileURLToPath(import.meta.url)), 'sh');
const busybox = process.env.BUSYBOX ?? '/tmp/strata-busybox/busybox';
const rootFlag = process.argv.indexOf('--root');
const root = rootFlag > 0 ? process.argv[rootFlag + 1] : '/tmp/strata-sh-oracle';
const wanted = process.argv.slice(2).filter((word) => word.endsWith('.txt'));

spawnSync('umount', [join(root, 'proc')]);
rmSync(root, { recursive: true, force: true });
for (const dir of ['bin', 'dev', 'etc', 'proc', 'tmp', 'root'])
  mkdirSync(join(root, dir), { recursive: true });
copyFileSync(busybox, join(root, 'bin/busybox'));
spawnSync('chmod', ['755', join(root, 'bin/busybox')]);
for (const name of ['sh', 'cat', 'echo', 'env', 'ls', 'sleep', 'rm', 'mkdir', 'chmod', 'touch']) {
  symlinkSync('busybox', join(root, 'bin', name));
}
writeFileSync(join(root, 'bin/args'), '#!/bin/sh\nfor w; do printf "<%s>" "$w"; done\necho\n', {
  mode: 0o755,
});
writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
symlinkSync('/proc/self/fd', join(root, 'dev/fd'));
spawnSync('mknod', ['-m', '666', join(root, 'dev/null'), 'c', '1', '3']);

// A script without #! is run by /proc/self/exe.
spawnSync('mount', ['-t', 'proc', 'proc', join(root, 'proc')], { stdio: 'inherit' });
process.on('exit', () => spawnSync('umount', [join(root, 'proc')]));

for (const file of readdirSync(join(here, 'cases')).sort()) {
  if (!file.endsWith('.txt') || (wanted.length && !wanted.some((word) => word.endsWith(file)))) continue;
  const cases = parseCases(readFileSync(join(here, 'cases', file), 'utf8')).map((each) => {
    rmSync(join(root, 'tmp'), { recursive: true, force: true });
    mkdirSync(join(root, 'tmp'));
    if (each.mode === 'file') writeFileSync(join(root, 'tmp/case.sh'), each.script);
    const args =
      each.mode === 'file'
        ? ['./case.sh', 'one', 'two words', 'three']
        : each.mode === 'stdin'
          ? []
          : ['-c', each.script];
    const result = spawnSync(
      '/usr/sbin/chroot',
      [
        root,
        '/bin/busybox',
        'sh',
        '-c',
        'cd /tmp; unset OLDPWD SHLVL; exec /bin/busybox sh "$@"',
        'sh',
        ...args,
      ],
      {
        env: { PATH: '/bin', HOME: '/root' },
        input: each.mode === 'stdin' ? each.script : '',
        timeout: 10_000,
      },
    );
    return {
      name: each.name,
      mode: each.mode,
      script: each.script,
      stdout: result.stdout.toString('latin1'),
      stderr: result.stderr.toString('latin1'),
      status: result.status ?? 128 + constants.signals[result.signal],
    };
  });
  const out = join(here, 'recorded', file.replace('.txt', '.json'));
  writeFileSync(out, `${JSON.stringify(cases, undefined, 1)}\n`);
  console.log(`${file}: ${cases.length} cases`);
}
