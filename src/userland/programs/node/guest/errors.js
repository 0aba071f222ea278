/** Errors as Node's library makes them: of system calls, and those with a code of their own. */

/** libuv's words. @see https://docs.libuv.org/en/v1.x/errors.html */
const TEXTS = {
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or directory',
  ESRCH: 'no such process',
  EINTR: 'interrupted system call',
  EIO: 'i/o error',
  ENXIO: 'no such device or address',
  E2BIG: 'argument list too long',
  ENOEXEC: 'exec format error',
  EBADF: 'bad file descriptor',
  ECHILD: 'no child processes',
  EAGAIN: 'resource temporarily unavailable',
  ENOMEM: 'not enough memory',
  EACCES: 'permission denied',
  EFAULT: 'bad address in system call argument',
  EBUSY: 'resource busy or locked',
  EEXIST: 'file already exists',
  EXDEV: 'cross-device link not permitted',
  ENODEV: 'no such device',
  ENOTDIR: 'not a directory',
  EISDIR: 'illegal operation on a directory',
  EINVAL: 'invalid argument',
  ENFILE: 'file table overflow',
  EMFILE: 'too many open files',
  ENOTTY: 'inappropriate ioctl for device',
  ETXTBSY: 'text file is busy',
  EFBIG: 'file too large',
  ENOSPC: 'no space left on device',
  ESPIPE: 'invalid seek',
  EROFS: 'read-only file system',
  EMLINK: 'too many links',
  EPIPE: 'broken pipe',
  ERANGE: 'result too large',
  ENAMETOOLONG: 'name too long',
  ENOSYS: 'function not implemented',
  ENOTEMPTY: 'directory not empty',
  ELOOP: 'too many symbolic links encountered',
  ENOTSUP: 'operation not supported on socket',
  ENETUNREACH: 'network is unreachable',
  EHOSTUNREACH: 'host is unreachable',
  ECONNREFUSED: 'connection refused',
};

/** The error for what the host refused: `{ code, errno }`, or `{ code, message }` in words of its own. */
export function systemError({ code, errno, message }, context = {}) {
  if (message !== undefined) {
    const error = new Error(context.syscall ? `${context.syscall}: ${message}` : message);
    error.code = code;
    return error;
  }
  const { syscall, path, dest, isShort } = context;
  let text = `${code}: ${TEXTS[code] ?? 'unknown error'}`;
  if (syscall) text += `, ${syscall}`;
  if (path !== undefined) text += ` '${path}'`;
  if (dest !== undefined) text += ` -> '${dest}'`;
  if (isShort) text = `${syscall} ${code}`;
  const error = new Error(text);
  error.errno = errno;
  error.code = code;
  if (syscall) error.syscall = syscall;
  if (path !== undefined) error.path = path;
  if (dest !== undefined) error.dest = dest;
  return error;
}

/** As Node's own: the code is in the stack's first line, and not in the name. */
export function codedError(Base, code, message) {
  const error = new Base(message);
  Object.defineProperty(error, 'name', {
    value: `${error.name} [${code}]`,
    configurable: true,
    writable: true,
  });
  // The stack is made of the name when it is captured.
  Error.captureStackTrace(error, codedError);
  String(error.stack);
  delete error.name;
  error.code = code;
  return error;
}

const KINDS = ['string', 'function', 'number', 'object', 'boolean', 'bigint', 'symbol'];

function listOf(words) {
  if (words.length < 3) return words.join(' or ');
  return `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`;
}

/** @see https://github.com/nodejs/node/blob/main/lib/internal/errors.js, "ERR_INVALID_ARG_TYPE" */
export function invalidArgument(name, expected, actual) {
  const all = Array.isArray(expected) ? expected : [expected];
  const types = all.filter((one) => KINDS.includes(one));
  const classes = all.filter((one) => !KINDS.includes(one));
  const parts = [];
  if (types.length) parts.push(types.length > 1 ? `one of type ${listOf(types)}` : `of type ${types[0]}`);
  if (classes.length) parts.push(`an instance of ${listOf(classes)}`);
  const what = name.includes('.') ? 'property' : 'argument';
  return codedError(
    TypeError,
    'ERR_INVALID_ARG_TYPE',
    `The "${name}" ${what} must be ${parts.join(' or ')}. Received ${describe(actual)}`,
  );
}

function describe(value) {
  if (value == null) return String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') {
    const name = value.constructor?.name;
    return name ? `an instance of ${name}` : 'an object without a prototype';
  }
  const text =
    typeof value === 'string' ? `'${value.length > 28 ? `${value.slice(0, 25)}...` : value}'` : String(value);
  return `type ${typeof value} (${typeof value === 'bigint' ? `${text}n` : text})`;
}

export const unavailable = (name) =>
  Object.assign(
    new Error(`node:${name} is not available in Strata: ${LACKS[name] ?? 'this engine has no way to do it'}`),
    { code: 'ERR_UNSUPPORTED' },
  );

const NETWORK = 'containers have no network sockets yet';
const LACKS = {
  http: NETWORK,
  https: NETWORK,
  http2: NETWORK,
  net: NETWORK,
  tls: NETWORK,
  dgram: NETWORK,
  dns: NETWORK,
  'dns/promises': NETWORK,
  inspector: 'there is no debugger',
  worker_threads: 'there are no threads',
  cluster: 'there are no threads',
  zlib: 'there is no compression in it; use gzip as a child process',
  v8: 'the engine is QuickJS-ng',
};
