/**
 * What the recorders of shells share: a small root folder with busybox's applets and a script `args`, and
 * each case run in a fresh /tmp there. stdout, stderr and status are written as they came; nothing is
 * normalised, so cases avoid what varies (pids, times).
 *
 * Needs root (chroot) and the real busybox (BUSYBOX, by default what test/posix/build-busybox.sh makes).
 * Arguments of a recorder: [--root DIR] [FILE…]
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
import { join } from 'node:path';
import { parseCases } from './cases.mjs';

const APPLETS = ['cat', 'chmod', 'echo', 'env', 'ln', 'ls', 'mkdir', 'rm', 'sleep', 'touch'];

/** A fresh root folder with /proc, which is unmounted at exit; its path. */
export function makeRoot(usual) {
  const flag = process.argv.indexOf('--root');
  const root = flag > 0 ? process.argv[flag + 1] : usual;
  spawnSync('umount', [join(root, 'proc')]);
  rmSync(root, { recursive: true, force: true });
  for (const dir of ['bin', 'dev', 'etc', 'proc', 'tmp', 'root'])
    mkdirSync(join(root, dir), { recursive: true });
  copyFileSync(process.env.BUSYBOX ?? '/tmp/strata-busybox/busybox', join(root, 'bin/busybox'));
  spawnSync('chmod', ['755', join(root, 'bin/busybox')]);
  for (const name of APPLETS) symlinkSync('busybox', join(root, 'bin', name));
  writeFileSync(join(root, 'bin/args'), '#!/bin/sh\nfor w; do printf "<%s>" "$w"; done\necho\n', {
    mode: 0o755,
  });
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
  symlinkSync('/proc/self/fd', join(root, 'dev/fd'));
  spawnSync('mknod', ['-m', '666', join(root, 'dev/null'), 'c', '1', '3']);
  // A script without #! is run by /proc/self/exe.
  spawnSync('mount', ['-t', 'proc', 'proc', join(root, 'proc')], { stdio: 'inherit' });
  process.on('exit', () => spawnSync('umount', [join(root, 'proc')]));
  return root;
}

/** Records `here`/cases/*.txt to `here`/recorded. `enter` is the line that becomes the shell. */
export function recordCases(here, { root, enter, env }) {
  const wanted = process.argv.slice(2).filter((word) => word.endsWith('.txt'));
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
    const result = spawnSync('/usr/sbin/chroot', [root, '/bin/busybox', 'sh', '-c', enter, 'sh', ...args], {
      env: { PATH: '/bin', HOME: '/root', ...env },
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
}
