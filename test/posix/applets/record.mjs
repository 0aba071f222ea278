/**
 * Records what the real busybox 1.37 prints for cases/*.txt into recorded/*.json. As root, where the
 * oracle's busybox is (shared/oracle):
 *
 *   node test/posix/applets/record.mjs [BUSYBOX]
 *
 * Each case runs in a chroot with nothing but busybox, in a fresh /w made by fixture.sh. Debian's
 * busybox is linked with glibc, Alpine's with musl, so messages are put into musl's words, and the
 * help text behind a usage error is cut: it is not ours to copy.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCases } from './cases.mjs';

const here = new URL('.', import.meta.url).pathname;
const busybox = process.argv[2] ?? '/tmp/oracle-forky/usr/bin/busybox';
const root = mkdtempSync(join(tmpdir(), 'applets-'));
for (const folder of ['bin', 'etc', 'tmp', 'dev', 'proc']) mkdirSync(join(root, folder));
chmodSync(join(root, 'tmp'), 0o1777);
copyFileSync(busybox, join(root, 'bin/busybox'));
chmodSync(join(root, 'bin/busybox'), 0o755);
for (const name of execFileSync(busybox, ['--list'], { encoding: 'utf8' }).trim().split('\n')) {
  if (name !== 'busybox') symlinkSync('busybox', join(root, 'bin', name));
}
writeFileSync(join(root, 'etc/passwd'), readFileSync(join(here, 'passwd')));
writeFileSync(join(root, 'etc/group'), readFileSync(join(here, 'group')));
execFileSync('mknod', ['-m', '666', join(root, 'dev/null'), 'c', '1', '3']);
execFileSync('mknod', ['-m', '666', join(root, 'dev/zero'), 'c', '1', '5']);

/** glibc's words and those of its getopt, as musl has them. */
function inMusl(text) {
  return text
    .replace(/invalid option -- '(.)'/g, 'unrecognized option: $1')
    .replace(/unrecognized option '--([^']*)'/g, 'unrecognized option: $1')
    .replace(/option requires an argument -- '(.)'/g, 'option requires an argument: $1')
    .replace(/Input\/output error/g, 'I/O error')
    .replace(/Too many levels of symbolic links/g, 'Symbolic link loop')
    .replace(/Inappropriate ioctl for device/g, 'Not a tty')
    .replace(/BusyBox v1\.37\.0 [^]*$/, '<usage>');
}

const fixture = readFileSync(join(here, 'fixture.sh'), 'utf8');
for (const file of readdirSync(join(here, 'cases'))) {
  const recorded = [];
  for (const cmd of readCases(readFileSync(join(here, 'cases', file), 'utf8'))) {
    rmSync(join(root, 'w'), { recursive: true, force: true });
    mkdirSync(join(root, 'w'));
    const enter = (script) =>
      spawnSync(busybox, ['chroot', root, '/bin/sh', '-c', `cd /w\n${script}`], {
        env: { PATH: '/bin', HOME: '/w', USER: 'root' },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 10_000,
      });
    const made = enter(fixture);
    if (made.status !== 0) throw new Error(String(made.stderr));
    const { stdout, stderr, status } = enter(cmd);
    // What Debian's busybox lacks (Alpine's has it) cannot be recorded here.
    if (/^\/bin\/sh: .*: not found$/m.test(`${stdout}${stderr}`)) continue;
    const text = stdout.toString('utf8');
    const exact = Buffer.from(text, 'utf8').equals(stdout);
    recorded.push({
      cmd,
      stdout: exact ? inMusl(text) : stdout.toString('base64'),
      ...(exact ? {} : { base64: true }),
      stderr: inMusl(stderr.toString('utf8')),
      status,
    });
  }
  mkdirSync(join(here, 'recorded'), { recursive: true });
  writeFileSync(
    join(here, 'recorded', file.replace('.txt', '.json')),
    `${JSON.stringify(recorded, null, 1)}\n`,
  );
}
rmSync(root, { recursive: true, force: true });
