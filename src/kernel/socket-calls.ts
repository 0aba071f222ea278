/** System calls on sockets. @see POSIX, "socket", "bind", "connect", "listen", "accept", "shutdown" */
import { chain } from '../base/index.ts';
import { fail, O_RDWR } from '../posix/index.ts';
import { Description, type Open } from './description.ts';
import type { Caller, Calls } from './gate.ts';
import type { Socket } from './network.ts';

export const socketCalls: Calls<
  'socket' | 'bind' | 'connect' | 'listen' | 'accept' | 'shutdown' | 'getsockname' | 'getpeername'
> = {
  socket(caller, domain, type, protocol = 0) {
    const network = caller.core.network ?? fail('ENOSYS');
    return chain(network.open(caller.process, domain, type, protocol), (open) => place(caller, open));
  },
  bind: (caller, fd, address) => socketOf(caller, fd).bind(caller.process, address),
  connect: (caller, fd, address) => socketOf(caller, fd).connect(caller.process, address),
  listen: (caller, fd, backlog) => socketOf(caller, fd).listen(caller.process, backlog),
  accept: (caller, fd) =>
    chain(socketOf(caller, fd).accept(caller.process), ({ open, address }) => ({
      fd: place(caller, open),
      address,
    })),
  shutdown: (caller, fd, how) => socketOf(caller, fd).shutdown(how),
  getsockname: (caller, fd) => socketOf(caller, fd).getsockname(),
  getpeername: (caller, fd) => socketOf(caller, fd).getpeername(),
};

function place({ process }: Caller, open: Open): number {
  return process.descriptors.add(new Description(open, O_RDWR));
}

/** @throws EBADF, ENOTSOCK */
function socketOf({ process }: Caller, fd: number): Socket {
  return process.descriptors.get(fd).open.socket ?? fail('ENOTSOCK');
}
