import { expect, it } from 'vitest';
import { boot, type Outcome, run, say } from '../../test/support/kernel-box.ts';
import { decode, encode } from '../base/index.ts';
import { fail, POLLIN, S_IFSOCK } from '../posix/index.ts';
import type { Network, Open, Sys } from './index.ts';

const AF_UNIX = 1;
const AF_INET = 2;
const SOCK_STREAM = 1;

/** Sockets that say their address back; only those of AF_INET. */
const echo: Network = {
  open(_process, domain) {
    if (domain !== AF_INET) fail('EAFNOSUPPORT');
    return socket(encode('none'));
  },
};

function socket(peer: Uint8Array): Open {
  let address = peer;
  const time = 0n;
  return {
    name: 'socket:[1]',
    seekable: false,
    stat: () => ({
      ...{ dev: 8, ino: 1, mode: S_IFSOCK | 0o777, nlink: 1, uid: 0, gid: 0, rdev: 0, size: 0, blocks: 0 },
      ...{ atime: time, mtime: time, ctime: time },
    }),
    read: (_by, buffer) => {
      buffer.set(address);
      return address.length;
    },
    write: (_by, data) => data.length,
    ready: () => POLLIN,
    close: () => {},
    socket: {
      bind: () => {},
      connect: async (_by, to) => {
        address = to;
      },
      listen: () => {},
      accept: () => ({ open: socket(encode('guest')), address: encode('guest') }),
      shutdown: () => {},
      getsockname: () => encode('self'),
      getpeername: () => address,
    },
  };
}

async function withNetwork(network: Network | undefined, use: (sys: Sys) => Promise<void>): Promise<Outcome> {
  const kernel = await boot({ init: (sys) => use(sys).then(() => 0) }, network ? { network } : {});
  return run(kernel, '/bin/init');
}

const codeOf = (attempt: () => unknown): Promise<unknown> =>
  Promise.resolve()
    .then(attempt)
    .catch((error) => error.code);

it('there are none without a network', async () => {
  const { stdout } = await withNetwork(undefined, async (sys) =>
    say(sys, String(await codeOf(() => sys.socket(AF_INET, SOCK_STREAM)))),
  );
  expect(stdout).toBe('ENOSYS');
});

it('are descriptors of what a network opens', async () => {
  const { stdout } = await withNetwork(echo, async (sys) => {
    const buffer = new Uint8Array(20);
    const said = async (fd: number): Promise<string> =>
      decode(buffer.subarray(0, await sys.read(fd, buffer)));
    const fd = await sys.socket(AF_INET, SOCK_STREAM);
    const words = [
      await codeOf(() => sys.socket(AF_UNIX, SOCK_STREAM)),
      await codeOf(() => sys.listen(1, 1)),
    ];
    await sys.connect(fd, encode('there'));
    words.push(await said(fd), decode(sys.getpeername(fd)), decode(sys.getsockname(fd)));
    await sys.listen(fd, 1);
    const guest = await sys.accept(fd);
    words.push(guest.fd, decode(guest.address), await said(guest.fd));
    await sys.close(fd);
    words.push(await codeOf(() => sys.shutdown(fd, 'both')));
    await say(sys, words.join(' '));
  });
  expect(stdout).toBe('EAFNOSUPPORT ENOTSOCK there there self 4 guest guest EBADF');
});
