/**
 * The room in which the real busybox runs the cases: a chroot with nothing but busybox, pid, mount and
 * host-name namespaces of its own, no user but those of passwd here. Needs root.
 *
 * Each case has a fresh /w made by fixture.sh, umask 022, no locale and no TZ (so UTF-8 and UTC, as musl has
 * it), stdin empty, host name `box`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = new URL('.', import.meta.url).pathname;
const fixture = readFileSync(join(here, 'fixture.sh'), 'utf8');
const accounts = ['passwd', 'group', 'shadow'];

/**
 * Furnishes a room around a busybox binary (test/posix/build-busybox.sh makes it).
 *
 * @param {string} busybox
 * @returns {{
 *   run(cmd: string): { stdout: Buffer, stderr: Buffer, status: number },
 *   prepare(cmd: string): string[],
 *   clear(): void,
 * }} `prepare` makes the room as for a case, and answers the command line that runs it on this terminal
 */
export function openRoom(busybox) {
  const root = mkdtempSync(join(tmpdir(), 'applets-'));
  for (const folder of ['bin', 'dev', 'proc', 'root', 'sys']) mkdirSync(join(root, folder));
  chmodSync(root, 0o755);
  copyFileSync(busybox, join(root, 'bin/busybox'));
  chmodSync(join(root, 'bin/busybox'), 0o755);
  for (const name of execFileSync(busybox, ['--list'], { encoding: 'utf8' }).trim().split('\n')) {
    if (name !== 'busybox') symlinkSync('busybox', join(root, 'bin', name));
  }
  execFileSync('mknod', ['-m', '666', join(root, 'dev/null'), 'c', '1', '3']);
  execFileSync('mknod', ['-m', '666', join(root, 'dev/zero'), 'c', '1', '5']);
  const command = (script) => [
    ...['unshare', '--pid', '--fork', '--kill-child', '--mount', '--uts'],
    ...[busybox, 'sh', '-c'],
    'hostname box; mount -t proc proc "$0/proc"; "$1" chroot "$0" /bin/sh -c "$2"; exit $?',
    ...[root, busybox, `cd /w\n${script}`],
  ];
  const enter = (script) => {
    const [program, ...args] = command(script);
    return spawnSync(program, args, {
      env: { PATH: '/bin', HOME: '/w', USER: 'root' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 10_000,
    });
  };
  const furnish = () => {
    for (const folder of ['etc', 'tmp', 'home', 'w']) {
      rmSync(join(root, folder), { recursive: true, force: true });
      mkdirSync(join(root, folder));
    }
    chmodSync(join(root, 'tmp'), 0o1777);
    for (const name of accounts) writeFileSync(join(root, 'etc', name), readFileSync(join(here, name)));
    const made = enter(fixture);
    if (made.status !== 0) throw new Error(String(made.stderr));
  };
  return {
    run(cmd) {
      furnish();
      return enter(cmd);
    },
    prepare(cmd) {
      furnish();
      return command(cmd);
    },
    clear: () => rmSync(root, { recursive: true, force: true }),
  };
}
