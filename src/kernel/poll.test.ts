import { describe, expect, it } from 'vitest';
import { boot, run, say } from '../../test/support/kernel-box.ts';
import { encode } from '../base/index.ts';
import {
  O_NONBLOCK,
  O_RDONLY,
  POLLERR,
  POLLHUP,
  POLLIN,
  POLLNVAL,
  POLLOUT,
  S_IFIFO,
} from '../posix/index.ts';
import type { Sys } from './index.ts';

const BOTH = POLLIN | POLLOUT;

/** Runs `init` as process 1 and gives what it said. */
async function said(init: (sys: Sys) => Promise<void>): Promise<string> {
  const kernel = await boot({
    init: async (sys) => {
      await init(sys);
      return 0;
    },
  });
  const { stdout, stderr } = await run(kernel, '/bin/init');
  expect(stderr).toBe('');
  return stdout;
}

async function eventsOf(sys: Sys, fd: number): Promise<number> {
  return (await sys.poll([{ fd, events: BOTH }], 0))[0]?.revents ?? 0;
}

describe('poll', () => {
  // The numbers are what Linux 6.1 answers to the same.
  it('tells of both ends of a pipe', async () => {
    const states = await said(async (sys) => {
      const [reader, writer] = sys.pipe();
      const both = async (): Promise<string> =>
        `${await eventsOf(sys, reader)},${await eventsOf(sys, writer)}`;
      const states = [await both()];
      await sys.write(writer, encode('x'));
      states.push(await both());
      sys.setFlags(writer, O_NONBLOCK);
      await sys.write(writer, new Uint8Array(100_000));
      states.push(await both());
      await sys.read(reader, new Uint8Array(100_000));
      states.push(await both());
      await sys.close(writer);
      states.push(`${await eventsOf(sys, reader)}`, `${await eventsOf(sys, writer)}`);
      const [second, survivor] = sys.pipe();
      await sys.close(second);
      states.push(`${await eventsOf(sys, survivor)}`);
      await say(sys, states.join(' '));
    });
    expect(states).toBe(
      [
        `0,${POLLOUT}`,
        `${POLLIN},${POLLOUT}`,
        `${POLLIN},0`,
        `0,${POLLOUT}`,
        POLLHUP,
        POLLNVAL,
        POLLOUT | POLLERR,
      ].join(' '),
    );
  });

  it('does not tell of a hang-up before a FIFO had a writer', async () => {
    const states = await said(async (sys) => {
      await sys.mknod('/tmp/fifo', S_IFIFO | 0o600, 0);
      const reader = await sys.open('/tmp/fifo', O_RDONLY | O_NONBLOCK);
      const states = [await eventsOf(sys, reader)];
      const writer = await sys.open('/tmp/fifo', 1);
      states.push(await eventsOf(sys, reader));
      await sys.close(writer);
      states.push(await eventsOf(sys, reader));
      await say(sys, states.join(' '));
    });
    expect(states).toBe(`0 0 ${POLLHUP}`);
  });

  it('waits for room as well as for bytes, and for the end of a wait', async () => {
    const states = await said(async (sys) => {
      const [reader, writer] = sys.pipe();
      await sys.write(writer, new Uint8Array(65536));
      const child = sys.fork(async (own) => {
        await own.sleep(20);
        await own.read(reader, new Uint8Array(65536));
        return 0;
      });
      const [first] = await sys.poll([{ fd: writer, events: POLLOUT }]);
      await sys.wait(child);
      const began = sys.monotonic();
      const none = await sys.poll([{ fd: reader, events: POLLIN }], 30);
      await say(sys, `${first!.revents} ${none.length} ${sys.monotonic() - began >= 29}`);
    });
    expect(states).toBe(`${POLLOUT} 0 true`);
  });
});

describe('pollables', () => {
  it('count the changes of one direction, whether somebody looks or not', async () => {
    const counts = await said(async (sys) => {
      const [reader, writer] = sys.pipe();
      const pollable = sys.pollable(reader);
      const edges: number[] = [];
      let last = pollable.generation(POLLIN);
      const edge = (): void => {
        const now = pollable.generation(POLLIN);
        edges.push(now - last);
        last = now;
      };
      await sys.write(writer, encode('ab'));
      edge();
      // Taking some of it is no edge for who reads.
      await sys.read(reader, new Uint8Array(1));
      edge();
      await sys.write(writer, encode('c'));
      edge();
      await sys.close(writer);
      edge();
      await say(sys, `${edges.join(' ')} ${pollable.ready(BOTH)}`);
    });
    expect(counts).toBe(`1 0 1 1 ${POLLIN | POLLHUP}`);
  });

  it('call who subscribed until that is taken back', async () => {
    const calls = await said(async (sys) => {
      const [reader, writer] = sys.pipe();
      let readers = 0;
      let writers = 0;
      const leave = sys.pollable(reader).subscribe(POLLIN, () => readers++);
      sys.pollable(writer).subscribe(POLLOUT, () => writers++);
      await sys.write(writer, encode('ab'));
      await sys.read(reader, new Uint8Array(1));
      leave();
      await sys.write(writer, encode('c'));
      await say(sys, `${readers} ${writers}`);
    });
    expect(calls).toBe('1 1');
  });
});
