/** Limits of a kernel's processes together and of each, with tiny programs. */
import { describe, expect, it } from 'vitest';
import { boot, run, say } from '../../test/support/kernel-box.ts';
import { encode, systemClock } from '../base/index.ts';
import { errnoOf, O_CREAT, O_RDONLY, O_RDWR, O_WRONLY, signalled, signals } from '../posix/index.ts';
import { PROCESS_FLOOR } from './cgroup.ts';
import { type Sys, UNLIMITED } from './index.ts';

const MB = 1024 * 1024;

async function spin(sys: Sys, ms: number): Promise<void> {
  for (;;) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    const pause = sys.breathe();
    if (pause) await pause;
    if (sys.times().self >= ms) return;
  }
}

async function read(sys: Sys, path: string): Promise<string> {
  const fd = await sys.open(path, O_RDONLY);
  const buffer = new Uint8Array(4096);
  const count = await sys.read(fd, buffer);
  await sys.close(fd);
  return new TextDecoder().decode(buffer.subarray(0, count));
}

function errorOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return errnoOf(error);
  }
}

describe('memory', () => {
  it('kills who holds most, tells of it, and lets the others go on', async () => {
    let told = 0;
    const kernel = await boot(
      {
        init: async (sys) => {
          const small = sys.fork(async (own) => {
            own.hold(2 * MB);
            await own.sleep(50);
            return 0;
          });
          const large = sys.fork(async (own) => {
            for (;;) {
              own.hold(MB);
              await own.sleep(0);
            }
          });
          const ends = [await sys.wait(large), await sys.wait(small)].map((end) => end!.status);
          await say(sys, `${ends.join(' ')} ${await read(sys, '/sys/fs/cgroup/memory.max')}`);
          await say(sys, await read(sys, '/sys/fs/cgroup/memory.events'));
          return 0;
        },
      },
      { limits: { memory: 20 * MB }, onOom: () => told++ },
    );
    const { stdout } = await run(kernel, '/bin/init');
    expect(stdout).toBe(
      `${signalled(signals.KILL)} 0 ${20 * MB}\nlow 0\nhigh 0\nmax 1\noom 1\noom_kill 1\noom_group_kill 0\n`,
    );
    expect(told).toBe(1);
  });

  it('counts what lies in /dev/shm, and kills process 1 for it', async () => {
    const kernel = await boot(
      {
        init: async (sys) => {
          const fd = await sys.open('/dev/shm/x', O_WRONLY | O_CREAT, 0o600);
          for (;;) await sys.write(fd, new Uint8Array(MB));
        },
      },
      { limits: { memory: 8 * MB } },
    );
    expect((await run(kernel, '/bin/init')).status).toBe(signalled(signals.KILL));
  });

  it('counts a process for what it takes by itself', async () => {
    let told = 0;
    const kernel = await boot(
      {
        init: async (sys) => {
          const idle = async (own: Sys): Promise<number> => {
            await own.sleep(50);
            return 0;
          };
          const children = [1, 2, 3, 4].map(() => sys.fork(idle));
          const ends = [];
          for (const child of children) ends.push((await sys.wait(child))!.status);
          await say(sys, `${ends.join(' ')} ${await read(sys, '/sys/fs/cgroup/memory.peak')}`);
          return 0;
        },
      },
      { limits: { memory: 4 * PROCESS_FLOOR }, onOom: () => told++ },
    );
    const { stdout } = await run(kernel, '/bin/init');
    expect(stdout).toBe(`0 0 0 ${signalled(signals.KILL)} ${4 * PROCESS_FLOOR}\n`);
    expect(told).toBe(1);
  });

  it('takes back what a program held when it is replaced', async () => {
    const kernel = await boot(
      {
        next: async (sys) => {
          sys.hold(6 * MB);
          return 0;
        },
        init: async (sys) => {
          sys.hold(6 * MB);
          return sys.exec('/bin/next', ['next']);
        },
      },
      { limits: { memory: 8 * MB } },
    );
    expect((await run(kernel, '/bin/init')).status).toBe(0);
  });
});

describe('processes', () => {
  it('refuses more than there may be, zombies among them', async () => {
    const kernel = await boot(
      {
        init: async (sys) => {
          const child = sys.fork(() => 0);
          sys.fork(() => 0);
          await sys.sleep(10);
          const before = errorOf(() => sys.fork(() => 0));
          await sys.wait(child);
          await say(sys, `${before} ${errorOf(() => sys.fork(() => 0))}`);
          return 0;
        },
      },
      { limits: { pids: 3 } },
    );
    expect((await run(kernel, '/bin/init')).stdout).toBe('EAGAIN undefined');
  });

  it('stands a fork bomb', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const bomb = async (own: Sys): Promise<number> => {
          for (;;) {
            if (errorOf(() => own.fork(bomb))) await own.sleep(1000);
            await own.breathe();
          }
        };
        sys.fork(bomb);
        await sys.sleep(1500);
        await say(sys, String(sys.processes().length <= 2048));
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe('true');
  });
});

describe('processor time', () => {
  it('is had only as far as the quota goes', async () => {
    const kernel = await boot(
      {
        init: async (sys) => {
          await spin(sys, 100);
          await say(sys, await read(sys, '/sys/fs/cgroup/cpu.max'));
          return 0;
        },
      },
      { limits: { cpu: { quota: 10, period: 50 } } },
    );
    const began = systemClock.monotonic();
    expect((await run(kernel, '/bin/init')).stdout).toBe('10000 50000\n');
    // 100 ms of it take nine more periods at least.
    expect(systemClock.monotonic() - began).toBeGreaterThan(400);
    kernel.cgroup.setLimits({});
    const again = systemClock.monotonic();
    await run(kernel, '/bin/init');
    expect(systemClock.monotonic() - again).toBeLessThan(400);
  });
});

describe('limits of a process', () => {
  it('are inherited, lowered by all and raised by root', async () => {
    const kernel = await boot({
      init: async (sys) => {
        sys.setrlimit('nofile', { soft: 8, hard: 16 });
        const child = sys.fork(async (own) => {
          own.setuid(1000);
          const words = [
            JSON.stringify(own.getrlimit('nofile')),
            errorOf(() => own.setrlimit('nofile', { soft: 12, hard: 16 })),
            errorOf(() => own.setrlimit('nofile', { soft: 12, hard: 17 })),
            errorOf(() => own.setrlimit('nofile', { soft: 17, hard: 16 })),
            errorOf(() => own.dup2(1, 12)),
          ];
          await say(own, words.join(' '));
          return 0;
        });
        await sys.wait(child);
        const limits = await read(sys, '/proc/self/limits');
        await say(sys, `\n${/Max open files.*/.exec(limits)![0].replace(/ +/g, ' ')}`);
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe(
      '{"soft":8,"hard":16}  EPERM EINVAL EBADF\nMax open files 8 16 files ',
    );
  });

  it('bounds open files', async () => {
    const kernel = await boot({
      init: async (sys) => {
        sys.setrlimit('nofile', { soft: 6, hard: 6 });
        let opened = 0;
        for (; ; opened++) {
          try {
            await sys.open('/dev/null', O_RDONLY);
          } catch (error) {
            await say(sys, `${opened} ${errnoOf(error)}`);
            return 0;
          }
        }
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe('3 EMFILE');
  });

  it('bounds the size of files: what fits is written, then SIGXFSZ or EFBIG', async () => {
    const kernel = await boot({
      init: async (sys) => {
        sys.setrlimit('fsize', { soft: 10, hard: UNLIMITED });
        const write = async (own: Sys, ignore: boolean): Promise<number> => {
          if (ignore) own.sigaction(signals.XFSZ, 'ignore');
          const fd = await own.open('/tmp/f', O_RDWR | O_CREAT, 0o600);
          await say(own, `${await own.write(fd, encode('0123456789abc'))} `);
          try {
            await own.write(fd, encode('x'));
          } catch (error) {
            await say(own, `${errnoOf(error)}\n`);
          }
          return 0;
        };
        const ends: number[] = [];
        for (const ignore of [true, false]) {
          ends.push((await sys.wait(sys.fork((own) => write(own, ignore))))!.status);
        }
        await say(sys, ends.join(' '));
        return 0;
      },
    });
    const { stdout } = await run(kernel, '/bin/init');
    expect(stdout).toBe(`10 EFBIG\n10 0 ${signals.XFSZ}`);
  });

  it('bounds processor time: SIGXCPU, then SIGKILL', async () => {
    const kernel = await boot({
      init: async (sys) => {
        const child = sys.fork(async (own) => {
          let warned = 0;
          own.sigaction(signals.XCPU, { handler: () => warned++ });
          own.setrlimit('cpu', { soft: 0.05, hard: 0.2 });
          await spin(own, 1000);
          return warned;
        });
        await say(sys, String((await sys.wait(child))!.status));
        return 0;
      },
    });
    expect((await run(kernel, '/bin/init')).stdout).toBe(String(signalled(signals.KILL)));
  });
});
