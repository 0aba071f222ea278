/**
 * The seam where sockets come in: a network makes what socket(2) opens, the kernel makes it a descriptor.
 *
 * There is no network yet: without one, socket(2) fails as in a kernel that was built without any (ENOSYS).
 * Loopback and a container's network are to be two of these.
 */
import type { Maybe } from '../base/index.ts';
import type { Open } from './description.ts';
import type { Process } from './process.ts';

/** Raw bytes of a `struct sockaddr`: family and what that says of the rest. */
export type SocketAddress = Uint8Array;

export interface Network {
  /** Something open that has a `socket`. @throws EAFNOSUPPORT, EPROTONOSUPPORT, EACCES */
  open(process: Process, domain: number, type: number, protocol: number): Maybe<Open>;
}

/** What a socket can beside being read from and written to. */
export interface Socket {
  bind(process: Process, address: SocketAddress): Maybe<void>;
  /** Waits until it is connected, or refused. */
  connect(process: Process, address: SocketAddress): Maybe<void>;
  listen(process: Process, backlog: number): Maybe<void>;
  /** Waits for who connects. */
  accept(process: Process): Maybe<{ readonly open: Open; readonly address: SocketAddress }>;
  shutdown(how: 'read' | 'write' | 'both'): Maybe<void>;
  getsockname(): SocketAddress;
  /** @throws ENOTCONN */
  getpeername(): SocketAddress;
}
