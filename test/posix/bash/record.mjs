/**
 * Records what the real bash 5.2 does with the cases in test/posix/bash/cases.
 *
 *   node test/posix/bash/record.mjs [--root DIR] [FILE…]
 *
 * Needs bash 5.2 as `bash`, and what test/posix/sh/recorder.mjs names; writes
 * test/posix/bash/recorded/*.json. The format of cases is test/posix/sh/cases.mjs's.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRoot, recordCases } from '../sh/recorder.mjs';

const root = makeRoot('/tmp/strata-bash-oracle');
const bash = execFileSync('sh', ['-c', 'command -v bash'], { encoding: 'utf8' }).trim();
copyFileSync(bash, join(root, 'bin/bash'));
spawnSync('chmod', ['755', join(root, 'bin/bash')]);
symlinkSync('bash', join(root, 'bin/sh'));
for (const [, library] of execFileSync('sh', ['-c', 'ldd "$0"', bash], { encoding: 'utf8' }).matchAll(
  /(\/\S+) \(/g,
)) {
  mkdirSync(join(root, dirname(library)), { recursive: true });
  copyFileSync(library, join(root, library));
}
cpSync('/usr/lib/locale/C.utf8', join(root, 'usr/lib/locale/C.utf8'), { recursive: true });
recordCases(dirname(fileURLToPath(import.meta.url)), {
  root,
  enter: 'cd /tmp; unset OLDPWD SHLVL _; exec bash "$@"',
  env: { LC_ALL: 'C.UTF-8' },
});
