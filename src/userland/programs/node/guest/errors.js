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

export const textOf = (code) => TEXTS[code] ?? 'unknown error';

/** The error for what the host refused: `{ code, errno }`, or `{ code, message }` in words of its own. */
export function systemError({ code, errno, message }, context = {}) {
  if (message !== undefined) {
    const error = new Error(context.syscall ? `${context.syscall}: ${message}` : message);
    error.code = code;
    return error;
  }
  const { syscall, path, dest, isShort } = context;
  let text = `${code}: ${textOf(code)}`;
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
  const classes = all.filter((one) => /^([A-Z][a-z0-9]*)+$/.test(one));
  const others = all.filter((one) => !types.includes(one) && !classes.includes(one));
  const parts = [];
  if (types.length) parts.push(types.length > 1 ? `one of type ${listOf(types)}` : `of type ${types[0]}`);
  if (classes.length) parts.push(`an instance of ${listOf(classes)}`);
  if (others.length) parts.push(listOf(others));
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

/** Of what a signal ended. */
export const abortError = (signal) =>
  Object.assign(new Error('The operation was aborted', { cause: signal.reason }), {
    name: 'AbortError',
    code: 'ABORT_ERR',
  });

/** What cannot be done here: one clear error, and its code. */
export const unsupported = (message) => Object.assign(new Error(message), { code: 'ERR_UNSUPPORTED' });

export const unavailable = (name) =>
  unsupported(`node:${name} is not available in Strata: ${LACKS[name] ?? 'this engine has no way to do it'}`);

/** What libuv refused: `{ errno, code, syscall, path }`. */
export function uvError(errorCode, prefix, { errno, code, syscall, path, info }) {
  const where = path === undefined ? '' : ` ${path}`;
  const message = info ?? textOf(code);
  const error = codedError(Error, errorCode, `${prefix}: ${syscall} returned ${code} (${message})${where}`);
  error.name = 'SystemError';
  error.stack = error.stack.replace(/^Error/, 'SystemError');
  error.info = { errno, code, message, syscall, ...(path === undefined ? {} : { path }) };
  return Object.assign(error, { errno, syscall });
}

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
