/** Error numbers of WASI preview 1. @see witx/typenames.witx, $errno */
import { errnoOf } from '../../../posix/index.ts';

/** In the order of their numbers; 0 is success. */
const names =
  'SUCCESS 2BIG ACCES ADDRINUSE ADDRNOTAVAIL AFNOSUPPORT AGAIN ALREADY BADF BADMSG BUSY CANCELED CHILD ' +
  'CONNABORTED CONNREFUSED CONNRESET DEADLK DESTADDRREQ DOM DQUOT EXIST FAULT FBIG HOSTUNREACH IDRM ILSEQ ' +
  'INPROGRESS INTR INVAL IO ISCONN ISDIR LOOP MFILE MLINK MSGSIZE MULTIHOP NAMETOOLONG NETDOWN NETRESET ' +
  'NETUNREACH NFILE NOBUFS NODEV NOENT NOEXEC NOLCK NOLINK NOMEM NOMSG NOPROTOOPT NOSPC NOSYS NOTCONN NOTDIR ' +
  'NOTEMPTY NOTRECOVERABLE NOTSOCK NOTSUP NOTTY NXIO OVERFLOW OWNERDEAD PERM PIPE PROTO PROTONOSUPPORT ' +
  'PROTOTYPE RANGE ROFS SPIPE SRCH STALE TIMEDOUT TXTBSY XDEV NOTCAPABLE';

const numbers = new Map(names.split(' ').map((name, number) => [name, number]));

export const wasiErrno = (name: string): number => numbers.get(name)!;

/** A failed system call's number. @throws what is no errno, as it is */
export function wasiErrnoOf(error: unknown): number {
  const name = errnoOf(error);
  if (name === undefined) throw error;
  return numbers.get(name.slice(1)) ?? wasiErrno('IO');
}
