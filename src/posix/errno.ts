/**
 * Error numbers and their texts, as Linux (asm-generic/errno.h) and musl's strerror have them.
 *
 * musl's words, not glibc's, since Alpine is what people run: they differ for ENOTDIR only in case
 * and agree for nearly all that programs print.
 */
import { StrataError } from '../base/index.ts';

export type Errno = keyof typeof errnos;

/** name → [number, text]. */
export const errnos = {
  EPERM: [1, 'Operation not permitted'],
  ENOENT: [2, 'No such file or directory'],
  ESRCH: [3, 'No such process'],
  EINTR: [4, 'Interrupted system call'],
  EIO: [5, 'I/O error'],
  ENXIO: [6, 'No such device or address'],
  E2BIG: [7, 'Argument list too long'],
  ENOEXEC: [8, 'Exec format error'],
  EBADF: [9, 'Bad file descriptor'],
  ECHILD: [10, 'No child process'],
  EAGAIN: [11, 'Resource temporarily unavailable'],
  ENOMEM: [12, 'Out of memory'],
  EACCES: [13, 'Permission denied'],
  EFAULT: [14, 'Bad address'],
  EBUSY: [16, 'Resource busy'],
  EEXIST: [17, 'File exists'],
  EXDEV: [18, 'Cross-device link'],
  ENODEV: [19, 'No such device'],
  ENOTDIR: [20, 'Not a directory'],
  EISDIR: [21, 'Is a directory'],
  EINVAL: [22, 'Invalid argument'],
  ENFILE: [23, 'Too many open files in system'],
  EMFILE: [24, 'No file descriptors available'],
  ENOTTY: [25, 'Not a tty'],
  ETXTBSY: [26, 'Text file busy'],
  EFBIG: [27, 'File too large'],
  ENOSPC: [28, 'No space left on device'],
  ESPIPE: [29, 'Invalid seek'],
  EROFS: [30, 'Read-only file system'],
  EMLINK: [31, 'Too many links'],
  EPIPE: [32, 'Broken pipe'],
  EDOM: [33, 'Domain error'],
  ERANGE: [34, 'Result not representable'],
  ENAMETOOLONG: [36, 'Filename too long'],
  ENOSYS: [38, 'Function not implemented'],
  ENOTEMPTY: [39, 'Directory not empty'],
  ELOOP: [40, 'Symbolic link loop'],
  ENODATA: [61, 'No data available'],
  ERESTART: [85, 'Interrupted system call should be restarted'],
  ENOTSOCK: [88, 'Not a socket'],
  EAFNOSUPPORT: [97, 'Address family not supported by protocol'],
  EOVERFLOW: [75, 'Value too large for data type'],
  ENOTSUP: [95, 'Not supported'],
  EADDRINUSE: [98, 'Address in use'],
  ENETUNREACH: [101, 'Network unreachable'],
  ECONNREFUSED: [111, 'Connection refused'],
  EHOSTUNREACH: [113, 'Host is unreachable'],
  ESTALE: [116, 'Stale file handle'],
  EDQUOT: [122, 'Quota exceeded'],
} as const satisfies Record<string, readonly [number, string]>;

/** A failed system call: `code` is the errno's name, `message` its text. */
export class PosixError extends StrataError {
  declare readonly code: Errno;
  constructor(code: Errno, data: Record<string, unknown> = {}) {
    super(code, strerror(code), data);
    this.name = 'PosixError';
  }
}

export function strerror(code: string): string {
  return errnos[code as Errno]?.[1] ?? code;
}

/** The errno of anything thrown, also across a port where classes are lost. */
export function errnoOf(error: unknown): Errno | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && code in errnos ? (code as Errno) : undefined;
}

/** `PosixError` in one word, for `throw`. */
export function fail(code: Errno, data?: Record<string, unknown>): never {
  throw new PosixError(code, data);
}
