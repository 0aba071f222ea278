/** Processes, pipes, signals and formats over a kernel with tiny programs. */
import { describe, expect, it } from 'vitest';
import { boot, put, run, say } from '../../test/support/kernel-box.ts';
import { decode, encode } from '../base/index.ts';
import {
  continued,
  exitCodeOf,
  exited,
  O_CLOEXEC,
  O_RDONLY,
  O_WRONLY,
  SA_NOCLDSTOP,
  SA_NOCLDWAIT,
  signalled,
  signals,
  stopped,
} from '../posix/index.ts';
import { type Main, programFile, standInFile, type WaitOptions } from './index.ts';

describe('processes', () => {
  it('has no child where that could not be given the terminal', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const attempts = [
          () => sys.fork(() => 0, { pgid: 0, foreground: 0 }),
          () => sys.spawn('/bin/init', ['init'], { pgid: 0, foreground: 9 }),
        ];
        const codes: unknown[] = [];
        for (const attempt of attempts)
          codes.push(
            await Promise.resolve()
              .then(attempt)
              .catch((error) => error.code),
          );
        await say(sys, `${codes.join(' ')} ${sys.processes().length}`);
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe('ENOTTY EBADF 1');
  });

  it('tells of children that stopped, went on and ended, by group, and what they used', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const loop: Main = async (own) => {
          own.hold(1_000_000);
          for (;;) await own.stat('/bin');
        };
        const other = sys.fork(() => 4, { pgid: 0 });
        const child = sys.fork(loop, { pgid: 0 });
        const statuses: unknown[] = [];
        const wait = async (options: WaitOptions): Promise<unknown> =>
          (await sys.wait(-child, options))?.status;
        await sys.sleep(20);
        statuses.push(await wait({ nohang: true }));
        sys.kill(child, signals.STOP);
        statuses.push(await wait({ untraced: true }), await wait({ untraced: true, nohang: true }));
        sys.kill(child, signals.CONT);
        statuses.push(await wait({ continued: true }), await wait({ continued: true, nohang: true }));
        sys.kill(child, signals.TERM);
        const { status, usage } = (await sys.wait(child))!;
        statuses.push(status, usage.cpu > 10, usage.memory > 1_000_000);
        statuses.push((await sys.wait(other))!.status);
        await say(sys, JSON.stringify(statuses));
        return 0;
      },
    });
    expect(JSON.parse((await run(kernel, '/bin/init')).stdout)).toEqual([
      ...[null, stopped(signals.STOP), null, continued, null],
      ...[signals.TERM, true, true, exited(4)],
    ]);
  });

  it('does not tell of stops who set SA_NOCLDSTOP, and leaves no zombies to SA_NOCLDWAIT', async () => {
    const kernel = await boot({
      init: async (sys) => {
        let told = 0;
        sys.sigaction(signals.CHLD, { handler: () => told++, flags: SA_NOCLDSTOP | SA_NOCLDWAIT });
        const child = sys.fork(async (own) => own.sleep(1000).then(() => 0));
        sys.kill(child, signals.STOP);
        sys.kill(child, signals.CONT);
        const before = told;
        sys.kill(child, signals.KILL);
        const error = await Promise.resolve()
          .then(() => sys.wait(child))
          .catch((error) => error.code);
        await say(sys, `${before} ${told} ${error}`);
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe('0 1 ECHILD');
  });

  it('reads files at once where they can, as a page fault needs it', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const fd = await sys.open('/bin/init', O_RDONLY);
        const buffer = new Uint8Array(6);
        const count = sys.readAt(fd, buffer, 1);
        const [reader] = sys.pipe();
        const error = await Promise.resolve()
          .then(() => sys.readAt(reader, buffer, 0))
          .catch((error) => error.code);
        await say(sys, `${count} ${decode(buffer)} ${error}`);
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe('6 STRATA ENODEV');
  });

  it('goes on with what it has where the next program cannot be loaded, and loads that anew later', async () => {
    let tries = 0;
    const late = async (): Promise<Main> => {
      if (++tries < 3) throw new TypeError('Failed to fetch');
      return () => 6;
    };
    const kernel = await boot(
      {
        init: async (sys) => {
          const words: unknown[] = [];
          const start = (): Promise<number> => Promise.resolve(sys.spawn('/tmp/late', ['late']));
          for (const attempt of [start, () => sys.exec('/tmp/late', ['late']), start, start]) {
            const made = await attempt().catch((error) => error.code);
            words.push(typeof made === 'number' ? (await sys.wait(made))!.status : made);
          }
          await say(sys, words.join(' '));
          return 0;
        },
      },
      { loaders: { late } },
    );
    await put(kernel, '/tmp/late', programFile('late'));
    const { stdout } = await run(kernel, '/bin/init');
    expect([stdout, tries]).toEqual([`EIO EIO ${exited(6)} ${exited(6)}`, 3]);
  });

  it('runs a program and tells its exit code', async () => {
    const kernel = await boot({
      hello: async (sys) => {
        await say(sys, `hi from ${sys.pid} ${sys.argv.join(' ')}\n`);
        return 3;
      },
    });
    expect(await run(kernel, '/bin/hello', 'a b')).toEqual({
      status: exited(3),
      stdout: 'hi from 1 /bin/hello a b\n',
      stderr: '',
    });
  });

  it('connects children by pipes and waits for them', async () => {
    const kernel = await boot({
      cat: async (sys) => {
        const buffer = new Uint8Array(1000);
        for (;;) {
          const count = await sys.read(0, buffer);
          if (count === 0) return 0;
          await sys.write(1, buffer.subarray(0, count));
        }
      },
      init: async (sys) => {
        const [reader, writer] = sys.pipe();
        const child = await sys.spawn('/bin/cat', ['cat'], {
          actions: [
            { kind: 'dup2', from: reader, to: 0 },
            { kind: 'close', fd: reader },
            { kind: 'close', fd: writer },
          ],
        });
        await sys.close(reader);
        await sys.write(writer, new Uint8Array(200_000).fill(120));
        await sys.close(writer);
        const result = await sys.wait(-1);
        await say(sys, `\n${result!.pid === child} ${result!.status}\n`);
        return 0;
      },
    });
    const { stdout } = await run(kernel, '/bin/init');
    expect(stdout).toBe(`${'x'.repeat(200_000)}\ntrue 0\n`);
  });

  it('kills a writer without reader by SIGPIPE', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const [reader, writer] = sys.pipe();
        const child = sys.fork(async (own) => {
          await own.close(reader);
          for (;;) await own.write(writer, encode('y\n'));
        });
        await sys.close(writer);
        await sys.read(reader, new Uint8Array(10));
        await sys.close(reader);
        const result = await sys.wait(child);
        return result!.status;
      },
    });
    expect(exitCodeOf((await run(kernel, '/bin/init')).status)).toBe(signals.PIPE);
  });

  it('kills a loop that breathes, and one that only makes calls', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const loops: Main[] = [
          async (own) => {
            for (;;) {
              const pause = own.breathe();
              if (pause) await pause;
            }
          },
          async (own) => {
            for (;;) await own.stat('/bin');
          },
        ];
        const statuses: number[] = [];
        for (const loop of loops) {
          const child = sys.fork(loop);
          await sys.sleep(20);
          sys.kill(child, signals.TERM);
          statuses.push((await sys.wait(child))!.status);
        }
        await say(sys, statuses.join(' '));
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe(`${signalled(15)} ${signalled(15)}`);
  });

  it('shields process 1 from signals it does not handle, its own SIGKILL included', async () => {
    const kernel = await boot({
      init: async (sys) => {
        sys.kill(1, signals.TERM);
        sys.kill(sys.pid, signals.KILL);
        let got = 0;
        sys.sigaction(signals.USR1, { handler: (signal) => (got = signal) });
        sys.kill(0, signals.USR1);
        await say(sys, `alive ${got}\n`);
        await sys.pause().catch((error) => say(sys, error.code));
        return 0;
      },
    });
    const out = kernel.outputPipe();
    const { exit, pid } = await kernel.start({
      path: '/bin/init',
      argv: ['init'],
      env: {},
      cwd: '/',
      stdio: [kernel.nullEnd(), out.end, out.end],
    });
    expect(decode((await out.source.read())!)).toBe('alive 10\n');
    kernel.kill(pid, signals.TERM);
    kernel.kill(pid, signals.KILL);
    expect(await exit).toBe(signalled(signals.KILL));
  });

  it('gives orphans to process 1 and kills all with it', async () => {
    const kernel = await boot({
      init: async (sys) => {
        sys.fork(async (middle) => {
          middle.fork(async (own) => {
            await own.sleep(5);
            await say(own, `parent ${own.getppid()}\n`);
            return 7;
          });
          return 0;
        });
        const first = await sys.wait(-1);
        const second = await sys.wait(-1);
        await say(sys, `${first!.status} ${second!.status}\n`);
        sys.fork(async (own) => {
          await own.sleep(10_000);
          return 0;
        });
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe(`parent 1\n0 ${exited(7)}\n`);
    expect(kernel.processes()).toEqual([]);
  });

  it('replaces a program by exec, under its number', async () => {
    const kernel = await boot({
      next: async (sys) => {
        await say(sys, `${sys.pid} ${sys.env['A']} ${sys.fds().join(',')}`);
        return 4;
      },
      init: async (sys) => {
        sys.setCloexec(await sys.open('/bin', O_RDONLY), true);
        await sys.exec('/bin/next', ['next'], { A: 'b' });
        return 1;
      },
    });
    expect(await run(kernel, '/bin/init')).toEqual({ status: exited(4), stdout: '1 b 0,1,2', stderr: '' });
  });

  it('counts processor time, not the time of sleeping', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const until = performance.now() + 30;
        while (performance.now() < until);
        await sys.sleep(150);
        await say(sys, `${Math.round(sys.times().self)}`);
        return 0;
      },
    });
    const used = Number((await run(kernel, '/bin/init')).stdout);
    expect(used).toBeGreaterThanOrEqual(29);
    expect(used).toBeLessThan(120);
  });

  it('refuses too many arguments', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const words = new Array<string>(30).fill('x'.repeat(100_000));
        await Promise.resolve(sys.spawn('/bin/init', words)).catch((error) => say(sys, error.code));
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe('E2BIG');
  });

  it('stops and continues', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const child = sys.fork(async (own) => {
          await own.sleep(1);
          await say(own, 'went on\n');
          return 0;
        });
        sys.kill(child, signals.STOP);
        const stop = await sys.wait(child, { untraced: true });
        await sys.sleep(20);
        await say(sys, `stopped ${stop!.status}\n`);
        sys.kill(child, signals.CONT);
        await sys.wait(child);
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe(`stopped ${0x137f}\nwent on\n`);
  });
});

describe('program formats', () => {
  const echo: Main = async (sys) => {
    await say(sys, JSON.stringify(sys.argv));
    return 0;
  };

  it('runs scripts by their interpreter, with one argument', async () => {
    const kernel = await boot({ echo });
    await put(kernel, '/tmp/s', encode('#! /bin/echo -a  b \nrest\n'));
    expect((await run(kernel, '/tmp/s', 'x')).stdout).toBe('["/bin/echo","-a  b","/tmp/s","x"]');
  });

  it.each([
    ['no script', encode('echo hi\n'), 0o755, 'ENOEXEC'],
    ['an ELF file', encode('\x7fELF........'), 0o755, 'ENOEXEC'],
    ['an unknown program', programFile('nope'), 0o755, 'ENOEXEC'],
    ['what only stands in for a program', standInFile('/usr/bin/ldd', 300), 0o755, 'ENOEXEC'],
    ['a script without interpreter', encode('#!/nope\n'), 0o755, 'ENOENT'],
    ['a file that is not executable', programFile('echo'), 0o644, 'EACCES'],
  ])('refuses %s', async (_name, content, mode, code) => {
    const kernel = await boot({ echo });
    await put(kernel, '/tmp/s', content, mode);
    await expect(run(kernel, '/tmp/s')).rejects.toMatchObject({ code });
  });
});

describe('/proc and /dev', () => {
  const cat: Main = async (sys) => {
    for (const path of sys.argv.slice(1)) {
      const fd = await sys.open(path, O_RDONLY);
      const buffer = new Uint8Array(4096);
      for (let count = await sys.read(fd, buffer); count; count = await sys.read(fd, buffer)) {
        await sys.write(1, buffer.slice(0, count));
        if (path.startsWith('/dev/')) break;
      }
    }
    return 0;
  };

  it('tells of processes', async () => {
    const kernel = await boot({ cat });
    const { stdout } = await run(
      kernel,
      '/bin/cat',
      '/proc/self/cmdline',
      '/proc/self/comm',
      '/proc/1/status',
    );
    expect(stdout.split('\n')[0]).toBe('/bin/cat\0/proc/self/cmdline\0/proc/self/comm\0/proc/1/status\0cat');
    expect(stdout).toContain('PPid:\t0\n');
  });

  it('tells of namespaces, of descriptors, and makes UUIDs', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const read = async (path: string): Promise<string> => {
          const fd = await sys.open(path, O_RDONLY | O_CLOEXEC);
          const buffer = new Uint8Array(100);
          const text = decode(buffer.subarray(0, await sys.read(fd, buffer)));
          await sys.close(fd);
          return text.trim();
        };
        const names = (await sys.readdir('/proc/self/ns')).map(({ name }) => name);
        const link = (name: string): Promise<string> =>
          Promise.resolve(sys.readlink(`/proc/self/ns/${name}`));
        const [pid, children, user] = await Promise.all(['pid', 'pid_for_children', 'user'].map(link));
        const fd = await sys.open('/bin/init', O_RDONLY);
        await sys.read(fd, new Uint8Array(7));
        const random = '/proc/sys/kernel/random';
        const ids = [
          await read(`${random}/uuid`),
          await read(`${random}/uuid`),
          await read(`${random}/boot_id`),
        ];
        const again = await read(`${random}/boot_id`);
        await say(
          sys,
          JSON.stringify([
            names.join(' '),
            pid === children && /^pid:\[40[2-6]\d{7}\]$/.test(pid!) && pid !== 'pid:[4026531836]',
            user,
            await read(`/proc/self/fdinfo/${fd}`),
            new Set(ids).size === 3 &&
              ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)),
            again === ids[2],
          ]),
        );
        return 0;
      },
    });
    expect(JSON.parse((await run(kernel, '/bin/init')).stdout)).toEqual([
      'cgroup ipc mnt net pid pid_for_children time time_for_children user uts',
      true,
      'user:[4026531837]',
      'pos:\t7\nflags:\t0000000',
      true,
      true,
    ]);
  });

  it('opens what stands behind /dev/stdout', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const fd = await sys.open('/dev/stdout', O_WRONLY);
        await sys.write(fd, encode(await sys.readlink('/proc/self/fd/1')));
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toMatch(/^pipe:\[\d+\]$/);
  });

  it('has the usual devices', async () => {
    const kernel = await boot({ cat });
    expect((await run(kernel, '/bin/cat', '/dev/null')).stdout).toBe('');
    expect((await run(kernel, '/bin/cat', '/dev/zero')).stdout).toBe('\0'.repeat(4096));
    expect((await run(kernel, '/bin/cat', '/proc/mounts')).stdout).toContain(
      'proc /proc proc rw,nosuid,nodev,noexec',
    );
  });
});
