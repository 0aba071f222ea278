/** Programs that are not TypeScript: what the kernel promises their executors. */
import { describe, expect, it } from 'vitest';
import { boot, type Outcome, put, run, say } from '../../test/support/kernel-box.ts';
import { released, toyFormat } from '../../test/support/toy-machine.ts';
import { encode } from '../base/index.ts';
import {
  CLONE_FILES,
  CLONE_FS,
  CLONE_SIGHAND,
  CLONE_VFORK,
  CLONE_VM,
  exitCodeOf,
  exited,
  SA_NODEFER,
  SA_RESETHAND,
  SA_RESTART,
  signalled,
  signals,
} from '../posix/index.ts';
import { PROCESS_FLOOR } from './cgroup.ts';
import type { Main } from './index.ts';

const MB = 1024 * 1024;

const { CHLD, USR1, USR2 } = signals;

/** Runs a program of the toy machine as process 1, or as `toy` of the TypeScript program `init`. */
async function toy(program: string, init?: Main): Promise<Outcome> {
  const programs: Record<string, Main> = {
    hello: async (sys) => {
      await say(sys, `hello ${sys.argv.slice(1).join(' ')} ${sys.fds().join(' ')}\n`);
      return 0;
    },
    ...(init ? { init } : {}),
  };
  const kernel = await boot(programs, { formats: [toyFormat] });
  await put(kernel, '/bin/toy', encode(`#toy\n${program}`));
  await put(kernel, '/bin/broken', encode('#toy\nbroken'));
  return run(kernel, init ? '/bin/init' : '/bin/toy');
}

describe('an executor', () => {
  it('gives its exit code, and makes calls that wait', async () => {
    const outcome = await toy('call sleep 10\nsay slept {a}\ncall exit 7');
    expect(outcome).toEqual({ status: exited(7), stdout: 'slept 0\n', stderr: '' });
  });

  it('that computes lets others in, is charged for its time, and can be killed', async () => {
    const { stdout } = await toy('loop:\njump loop', async (sys) => {
      const child = await sys.spawn('/bin/toy', ['toy']);
      const other = sys.fork(async (own) => {
        for (let i = 0; i < 20; i++) await own.stat('/bin');
        return 5;
      });
      const answered = (await sys.wait(other))!.status;
      await sys.sleep(50);
      sys.kill(child, signals.TERM);
      const { status, usage } = (await sys.wait(child))!;
      await say(sys, `${exitCodeOf(answered)} ${status} ${usage.cpu > 20} ${usage.memory > 0}`);
      return 0;
    });
    expect(stdout).toBe(`5 ${signalled(signals.TERM)} true true`);
  });
});

describe('clone', () => {
  const cases = [
    { part: 'memory', flag: CLONE_VM, change: 'store 1 5', show: 'load a 1' },
    { part: 'descriptors', flag: CLONE_FILES, change: 'call close 2', show: 'call isopen 2' },
    { part: 'file-system state', flag: CLONE_FS, change: 'call umask 63', show: 'call umask' },
    {
      part: 'dispositions',
      flag: CLONE_SIGHAND | CLONE_VM,
      change: `call sigaction ${USR1} handler 0`,
      show: `call getpid\ncall kill a ${USR1}\nload a 2`,
    },
  ];
  const program = (flags: number, change: string, show: string): string => `
    call sigaction ${USR1} other 0
    call clone ${flags | CHLD}
    if a parent
    ${change}
    call exit 0
    parent:
    call wait -1
    ${show}
    say {a}
    call exit 0
    handler:
    store 2 7
    call sigreturn
    other:
    store 2 9
    call sigreturn`;

  it.each(cases)('shares $part or copies it', async ({ flag, change, show }) => {
    const values = [
      (await toy(program(0, change, show))).stdout,
      (await toy(program(flag, change, show))).stdout,
    ];
    const expected: Record<number, string[]> = {
      [CLONE_VM]: ['0\n', '5\n'],
      [CLONE_FILES]: ['1\n', '0\n'],
      [CLONE_FS]: ['18\n', '63\n'],
      [CLONE_SIGHAND | CLONE_VM]: ['9\n', '7\n'],
    };
    expect(values).toEqual(expected[flag]);
  });

  it('counts an address space once, and tells when its last user is gone', async () => {
    released.length = 0;
    const { stdout } = await toy(`
      call hold ${10 * MB}
      call atrelease
      call clone ${CLONE_VM | CHLD}
      if a parent
      call current
      say shared {a}
      call exit 0
      parent:
      call wait -1
      call current
      say alone {a}
      call released
      say released {a}
      call clone ${CHLD}
      if a out
      call current
      say copied {a}
      call exit 0
      out:
      call wait -1`);
    const [one, two] = [10 * MB + PROCESS_FLOOR, 10 * MB + 2 * PROCESS_FLOOR];
    expect(stdout).toBe(`shared ${two}\nalone ${one}\nreleased 0\ncopied ${two}\n`);
    expect(released).toEqual([1]);
  });

  it('with vfork goes on when the child runs elsewhere, in whose memory it was until then', async () => {
    const { stdout } = await toy(`
      call clone ${CLONE_VM | CLONE_VFORK | CHLD}
      if a parent
      call sleep 20
      store 1 5
      call exec /bin/hello from-child
      parent:
      load b 1
      say parent {b}
      call wait -1
      say ended {a}`);
    expect(stdout.split('\n').sort()).toEqual(['', 'ended 0', 'hello from-child 0 1 2', 'parent 5']);
    expect(stdout.indexOf('parent 5')).toBeLessThan(stdout.indexOf('ended'));
  });

  it('with vfork goes on when the child dies', async () => {
    const { stdout } = await toy(`
      call clone ${CLONE_VM | CLONE_VFORK | CHLD}
      if a parent
      call sleep 20
      store 1 6
      call exit 3
      parent:
      load b 1
      call wait -1
      say {b} {a}`);
    expect(stdout).toBe(`6 ${exited(3)}\n`);
  });

  it('refuses what it cannot: threads, and handlers without the memory that they are in', async () => {
    const { stdout } = await toy(`
      call clone ${0x10000 | CLONE_VM | CLONE_SIGHAND | CHLD}
      say {a}
      call clone ${CLONE_SIGHAND | CHLD}
      say {a}`);
    expect(stdout).toBe('-22\n-22\n');
  });
});

describe('exec', () => {
  it.each([
    ['a file that is not there', '/bin/none', -2],
    ['a file that is not a program', '/tmp', -13],
    ['a program that cannot be loaded', '/bin/broken', -8],
  ])('leaves the image whole for %s', async (_what, path, errno) => {
    const { stdout } = await toy(`
      call sigaction ${USR1} handler 0
      call open /bin
      call cloexec a
      store 1 5
      call exec ${path}
      say {a}
      load a 1
      say {a}
      call isopen 3
      say {a}
      call getpid
      call kill a ${USR1}
      call exit 0
      handler:
      say handled
      call sigreturn`);
    expect(stdout).toBe(`${errno}\n5\n1\nhandled\n`);
  });

  it('replaces the image under the same pid', async () => {
    const program = 'call open /bin\ncall cloexec a\ncall exec /bin/hello x';
    const { stdout } = await toy(program, async (sys) => {
      const child = await sys.spawn('/bin/toy', ['toy']);
      const ended = (await sys.wait(-1))!;
      await say(sys, `${ended.pid === child} ${ended.status}`);
      return 0;
    });
    expect(stdout).toBe('hello x 0 1 2\ntrue 0');
  });
});

describe('handlers', () => {
  /** A child that sends signals to its parent, which reads from a pipe. */
  const withReader = (setUp: string, handler: string): string => `
    ${setUp}
    call clone ${CHLD}
    if a parent
    call sleep 20
    call getppid
    call kill a ${USR1}
    call sleep 20
    call write 4 65
    call exit 0
    parent:
    call read 3
    say read {a}
    call exit 0
    handler:
    ${handler}
    call sigreturn`;
  /** With a pipe at 3 and 4; tells its wait status. */
  const asChild = (program: string): Promise<Outcome> =>
    toy(program, async (sys) => {
      sys.pipe();
      await sys.spawn('/bin/toy', ['toy']);
      await say(sys, `${(await sys.wait(-1))!.status}`);
      return 0;
    });

  it('end a wait with EINTR', async () => {
    const { stdout } = await asChild(withReader(`call sigaction ${USR1} handler 0`, 'say handled {a}'));
    expect(stdout).toBe(`handled ${USR1}\nread -4\n0`);
  });

  it('with SA_RESTART run before the call is made again', async () => {
    const { stdout } = await asChild(
      withReader(`call sigaction ${USR1} handler ${SA_RESTART}`, 'say handled {a}'),
    );
    expect(stdout).toBe(`handled ${USR1}\nread 65\n0`);
  });

  // What a program in C does on Linux 6.1.
  it.each([
    ['block it and their mask until they return', 0, 'first 0, left 0, first 1, left 1, second, done, 0'],
    ['let it in with SA_NODEFER', SA_NODEFER, 'first 0, first 1, left 1, left 0, second, done, 0'],
    ['are entered once with SA_RESETHAND', SA_RESETHAND, `first 0, left 0, ${USR1}`],
  ])('that get their own signal %s', async (_what, flags, expected) => {
    const { stdout } = await asChild(`
      call sigaction ${USR1} first ${flags} ${USR2}
      call sigaction ${USR2} second 0
      call getpid
      call kill a ${USR1}
      say done
      call exit 0
      first:
      load b 1
      say first {b}
      if b leave
      store 1 1
      call getpid
      call kill a ${USR2}
      call kill a ${USR1}
      leave:
      say left {b}
      call sigreturn
      second:
      say second
      call sigreturn`);
    expect(stdout.split('\n').join(', ')).toBe(expected);
  });

  it('are entered by sigsuspend, which loses nothing, and the former mask is back after it', async () => {
    const { stdout } = await toy(`
      call sigaction ${USR1} handler 0
      call sigmask ${USR1}
      call getpid
      call kill a ${USR1}
      say pending
      call sigsuspend
      say {a}
      call getpid
      call kill a ${USR1}
      say blocked again
      call sigmask
      call exit 0
      handler:
      say handled
      call sigreturn`);
    expect(stdout).toBe('pending\nhandled\n-4\nblocked again\nhandled\n');
  });
});
