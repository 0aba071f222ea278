/** Terminals with processes behind them: job control, sizes, hang-up, raw reads, flow control. */
import { describe, expect, it } from 'vitest';
import { boot, say } from '../../test/support/kernel-box.ts';
import { decode, encode } from '../base/index.ts';
import {
  CREAD,
  CS8,
  changedTermios,
  exitCodeOf,
  HUPCL,
  keyByKey,
  O_RDWR,
  PARENB,
  signals,
  stopped,
  TOSTOP,
} from '../posix/index.ts';
import type { Main, Sys } from './index.ts';

/** Starts `main` as process 1 on a terminal. */
async function onTerminal(main: Main, more: Record<string, Main> = {}) {
  const kernel = await boot({ main, ...more });
  const tty = kernel.createTty({ rows: 24, columns: 80 });
  const { exit, pid } = await kernel.start({
    path: '/bin/main',
    argv: ['main'],
    env: {},
    cwd: '/',
    stdio: [kernel.ttyEnd(tty), kernel.ttyEnd(tty), kernel.ttyEnd(tty)],
    tty,
  });
  let seen = '';
  const until = async (text: string): Promise<string> => {
    while (!seen.includes(text)) {
      const chunk = await tty.master.source.read();
      if (!chunk) throw new Error(`ended with ${JSON.stringify(seen)}`);
      seen += decode(chunk);
    }
    return seen;
  };
  const type = (keys: string): Promise<void> => tty.master.sink.write(encode(keys));
  return { kernel, tty, exit, pid, until, type };
}

const line = async (sys: Sys): Promise<string> => {
  const buffer = new Uint8Array(1000);
  return decode(buffer.subarray(0, await sys.read(0, buffer)));
};

describe('a terminal', () => {
  it('may be given to a group of which only a zombie is left, and to none that is gone', async () => {
    const { exit } = await onTerminal(async (sys) => {
      sys.sigaction(signals.TTOU, 'ignore');
      const child = sys.fork(async () => 0, { pgid: 0 });
      await sys.sleep(20);
      sys.tcsetpgrp(0, child);
      expect(sys.tcgetpgrp(0)).toBe(child);
      sys.tcsetpgrp(0, sys.getpgid());
      await sys.wait(child);
      expect(() => sys.tcsetpgrp(0, child)).toThrow('Operation not permitted');
      return 0;
    });
    expect(await exit).toBe(0);
  });

  it('interrupts the foreground group and spares the shell', async () => {
    const { until, type, exit } = await onTerminal(async (sys) => {
      sys.sigaction(signals.TTOU, 'ignore');
      const child = sys.fork(
        async (own) => {
          await say(own, 'waiting\n');
          await own.sleep(10_000);
          return 0;
        },
        { pgid: 0, foreground: 0 },
      );
      const { status } = (await sys.wait(child))!;
      sys.tcsetpgrp(0, sys.getpgid());
      return exitCodeOf(status);
    });
    await until('waiting');
    await type('\x03');
    expect(exitCodeOf(await exit)).toBe(130);
  });

  it('ends a write in the middle by ^C, and holds no more of it than the screen may be behind', async () => {
    const { tty, type, exit } = await onTerminal(async (sys) => {
      const child = sys.fork(
        async (own) => {
          await own.write(1, new Uint8Array(5_000_000).fill(0x78));
          return 0;
        },
        { pgid: 0, foreground: 0 },
      );
      return exitCodeOf((await sys.wait(child))!.status);
    });
    const first = await tty.master.source.read();
    expect(first!.length).toBeLessThan(200_000);
    await type('\x03');
    expect(exitCodeOf(await exit)).toBe(130);
  });

  it('makes a write short that a signal was caught in', async () => {
    const { tty, exit, type, until } = await onTerminal(async (sys) => {
      sys.sigaction(signals.INT, { handler: () => {} });
      const written = await sys.write(1, new Uint8Array(5_000_000).fill(0x78));
      await say(sys, `wrote ${written > 0 && written < 5_000_000 ? 'some' : written}`);
      return 0;
    });
    await tty.master.source.read();
    await type('\x03');
    await until('wrote some');
    expect(exitCodeOf(await exit)).toBe(0);
  });

  it('stops by ^Z, and stops background readers', async () => {
    const { until, type, exit } = await onTerminal(async (sys) => {
      sys.sigaction(signals.TTOU, 'ignore');
      const child = sys.fork(
        async (own) => {
          own.sigaction(signals.TTOU, 'default');
          await say(own, `got ${await line(own)}`);
          return 0;
        },
        { pgid: 0, foreground: 0 },
      );
      const stop = (await sys.wait(child, { untraced: true }))!;
      sys.tcsetpgrp(0, sys.getpgid());
      await say(sys, `stopped ${stop.status >> 8}\n`);
      sys.kill(-child, signals.CONT);
      const again = (await sys.wait(child, { untraced: true }))!;
      await say(sys, `again ${again.status >> 8}\n`);
      sys.tcsetpgrp(0, child);
      sys.kill(-child, signals.CONT);
      return exitCodeOf((await sys.wait(child))!.status);
    });
    await type('\x1a');
    await until(`stopped ${signals.TSTP}`);
    await until(`again ${signals.TTIN}`);
    await type('now\r');
    await until('got now');
    expect(await exit).toBe(0);
  });

  it('tells its size, and of changes', async () => {
    const { until, tty } = await onTerminal(async (sys) => {
      sys.sigaction(signals.WINCH, { handler: () => {} });
      await say(sys, `${sys.getWindowSize(0).columns}\n`);
      await sys.pause().catch(() => {});
      await say(sys, `${sys.getWindowSize(0).columns}\n`);
      return 0;
    });
    await until('80');
    tty.resize({ rows: 10, columns: 132 });
    await until('132');
  });

  it('gives single keys in raw mode', async () => {
    const { until, type } = await onTerminal(async (sys) => {
      sys.tcsetattr(0, keyByKey(sys.tcgetattr(0)));
      await say(sys, 'ready');
      await say(sys, JSON.stringify(await line(sys)));
      return 0;
    });
    await until('ready');
    await type('\x03');
    expect(await until('"')).toBe('ready"\\u0003"');
  });

  it('stops who writes in the background only with TOSTOP', async () => {
    const { until } = await onTerminal(async (sys) => {
      const write = async (): Promise<number> => {
        const child = sys.fork((own) => say(own, 'background ').then(() => 0), { pgid: 0 });
        const { status } = (await sys.wait(child, { untraced: true }))!;
        if (status !== 0) sys.kill(child, signals.KILL);
        return status;
      };
      const free = await write();
      sys.tcsetattr(0, changedTermios(sys.tcgetattr(0), { on: { lflag: TOSTOP } }));
      await say(sys, `${free} ${await write()}\n`);
      return 0;
    });
    expect(await until('\n')).toBe(`background 0 ${stopped(signals.TTOU)}\r\n`);
  });

  it('keeps what a pseudo-terminal keeps of its settings', async () => {
    const { until } = await onTerminal(async (sys) => {
      const asked = { ...sys.tcgetattr(0), cflag: PARENB | HUPCL, line: 2 };
      sys.tcsetattr(0, asked);
      asked.cc[0] = 1;
      const { cflag, line, cc } = sys.tcgetattr(0);
      await say(sys, `${cflag === (CS8 | CREAD | HUPCL)} ${line} ${cc[0]}\n`);
      return 0;
    });
    expect(await until('\n')).toBe('true 2 3\r\n');
  });

  it('has a name, opens by it, and is /dev/tty', async () => {
    const { until } = await onTerminal(async (sys) => {
      const fd = await sys.open('/dev/tty', O_RDWR);
      await sys.write(fd, encode(`${sys.ttyname(fd)} ${sys.isatty(1)} `));
      const named = await sys.open('/dev/pts/0', O_RDWR);
      await sys.write(named, encode(`${(await sys.readdir('/dev/pts')).map(({ name }) => name)}\n`));
      return 0;
    });
    expect(await until('\n')).toBe('/dev/pts/0 true ptmx,0\r\n');
  });

  it('hangs up with its leader', async () => {
    const { exit, until, kernel } = await onTerminal(async (sys) => {
      sys.fork(async (own) => {
        own.sigaction(signals.HUP, 'ignore');
        await own.sleep(10_000);
        return 0;
      });
      await say(sys, 'bye\n');
      return 0;
    });
    await until('bye');
    await exit;
    await expect(until('more')).rejects.toThrow('ended');
    expect(kernel.processes()).toEqual([]);
  });

  it('holds output back until the screen takes it', async () => {
    let written = 0;
    const { tty } = await onTerminal(async (sys) => {
      for (;;) written += await sys.write(1, new Uint8Array(10_000).fill(120));
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const before = written;
    expect(before).toBeLessThan(100_000);
    await tty.master.source.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(written).toBeGreaterThan(before);
  });
});
