/**
 * Records what the real busybox 1.37 shell does with the cases in test/posix/sh/cases.
 *
 *   node test/posix/record.mjs [--root DIR] [FILE…]
 *
 * Needs what test/posix/sh/recorder.mjs names; writes test/posix/sh/recorded/*.json.
 */
import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRoot, recordCases } from './sh/recorder.mjs';

const root = makeRoot('/tmp/strata-sh-oracle');
symlinkSync('busybox', join(root, 'bin/sh'));
recordCases(join(dirname(fileURLToPath(import.meta.url)), 'sh'), {
  root,
  enter: 'cd /tmp; unset OLDPWD SHLVL; exec /bin/busybox sh "$@"',
});
