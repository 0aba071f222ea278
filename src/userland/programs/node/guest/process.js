/** `process`: who this program is, what it was given, and how it ends. */
import { call } from './bridge.js';
import { codedError, invalidArgument } from './errors.js';
import { EventEmitter } from './events.js';
import { makeInput, makeOutput } from './standard-streams.js';
import { nextTick } from './ticks.js';
import { configureWarnings, emitWarning } from './warnings.js';

const SIGNALS =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'.split(
    ' ',
  );
export const signalNumbers = Object.freeze(
  Object.fromEntries(SIGNALS.map((name, index) => [`SIG${name}`, index + 1])),
);
export const signalName = (number) => (SIGNALS[number - 1] ? `SIG${SIGNALS[number - 1]}` : undefined);

export const process = Object.create(
  Object.create(EventEmitter.prototype, {
    constructor: { value: function process() {}, configurable: true, writable: true },
    [Symbol.toStringTag]: { value: 'process', configurable: true },
  }),
);
EventEmitter.call(process);

let exitCode;
let isExiting = false;
let startedAt = 0;
let facts;
/** What is called with all that nobody caught, instead of 'uncaughtException'. */
let captureCallback = null;
export const capture = () => captureCallback;

/** What is there from the start; `program` is what the host was asked to run. */
export function startProcess(program) {
  facts = call('process.facts');
  startedAt = call('clock.monotonic');
  const { version } = program;
  Object.assign(process, {
    version: `v${version}`,
    // The engine says what it is: no V8, no libuv.
    versions: Object.freeze({ node: version, 'quickjs-ng': facts.engine, strata: '0.1.0', modules: '0' }),
    arch: 'x64',
    platform: 'linux',
    release: Object.freeze({ name: 'node', engine: 'quickjs-ng', lts: 'Jod' }),
    argv: [
      '/usr/bin/node',
      ...(program.path
        ? [program.path]
        : program.action === 'input' && program.operands?.length
          ? ['-']
          : []),
      ...program.args,
    ],
    argv0: program.argv0,
    execArgv: [...program.execArgv],
    _eval: program.code,
    execPath: '/usr/bin/node',
    env: environment(facts.env),
    pid: facts.pid,
    ppid: facts.ppid,
    title: 'node',
    features: Object.freeze({
      inspector: false,
      debug: false,
      uv: false,
      ipv6: false,
      tls: false,
      typescript: false,
      require_module: true,
    }),
    config: Object.freeze({ target_defaults: {}, variables: {} }),
    report: undefined,
    allowedNodeEnvironmentFlags: new Set(),
  });
  configureWarnings(process, program.settings);
  for (const [name, make] of [
    ['stdout', () => makeOutput(1)],
    ['stderr', () => makeOutput(2)],
    ['stdin', makeInput],
  ]) {
    let stream;
    Object.defineProperty(process, name, {
      enumerable: true,
      configurable: true,
      get: () => (stream ??= make()),
    });
  }
}

/** Names and values are texts, whatever they are set to. */
function environment(env) {
  return new Proxy(
    { ...env },
    {
      set(target, name, value) {
        if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
        target[name] = String(value);
        return true;
      },
      defineProperty(target, name, descriptor) {
        return Reflect.defineProperty(target, name, { ...descriptor, value: String(descriptor.value) });
      },
    },
  );
}

function checkInteger(name, number, given) {
  if (typeof number !== 'number' || (Number.isNaN(number) && typeof given === 'string'))
    throw invalidArgument(name, 'number', given);
  if (!Number.isInteger(number))
    throw codedError(
      RangeError,
      'ERR_OUT_OF_RANGE',
      `The value of "${name}" is out of range. It must be an integer. Received ${given}`,
    );
}

Object.defineProperty(process, 'exitCode', {
  enumerable: true,
  get: () => exitCode,
  set(code) {
    if (code != null)
      checkInteger('code', typeof code === 'string' && code !== '' ? Number(code) : code, code);
    exitCode = code;
  },
});

/** Emits 'exit', once; answers the status. */
export function emitExit() {
  if (!isExiting) {
    isExiting = true;
    process._exiting = true;
    process.emit('exit', Number(exitCode ?? 0));
  }
  return Number(exitCode ?? 0);
}

const hrtime = (before) => {
  const ns = BigInt(Math.round(call('clock.monotonic') * 1e6));
  let [seconds, rest] = [Number(ns / 1_000_000_000n), Number(ns % 1_000_000_000n)];
  if (before) {
    seconds -= before[0];
    rest -= before[1];
    if (rest < 0) {
      seconds--;
      rest += 1e9;
    }
  }
  return [seconds, rest];
};
hrtime.bigint = () => BigInt(Math.round(call('clock.monotonic') * 1e6));

function setId(kind, id) {
  if (typeof id !== 'number') throw invalidArgument('id', 'number', id);
  call('process.setid', [kind, id], undefined, { syscall: `set${kind}` });
  facts = call('process.facts');
}

const memoryUsage = () => {
  const size = call('process.memory');
  return { rss: size, heapTotal: size, heapUsed: size, external: 0, arrayBuffers: 0 };
};
memoryUsage.rss = () => call('process.memory');

Object.assign(process, {
  nextTick,
  hrtime,
  memoryUsage,
  cwd: () => call('process.cwd', [], undefined, { syscall: 'uv_cwd' }),
  chdir(directory) {
    if (typeof directory !== 'string') throw invalidArgument('directory', 'string', directory);
    call('process.chdir', [directory], undefined, {
      syscall: 'chdir',
      path: call('process.cwd'),
      dest: directory,
    });
  },
  exit(code) {
    if (code !== undefined) process.exitCode = code;
    call('exit', [emitExit()]);
  },
  reallyExit(code = 0) {
    call('exit', [code]);
  },
  abort() {
    process.kill(process.pid, 'SIGABRT');
    call('exit', [134]);
  },
  uptime: () => (call('clock.monotonic') - startedAt) / 1000,
  umask: (mask) =>
    call(
      'process.umask',
      mask === undefined ? [] : [typeof mask === 'string' ? Number.parseInt(mask, 8) : mask],
    ),
  getuid: () => facts.ids.uid,
  geteuid: () => facts.ids.euid,
  getgid: () => facts.ids.gid,
  getegid: () => facts.ids.egid,
  getgroups: () => [...facts.ids.groups],
  setuid: (id) => setId('uid', id),
  setgid: (id) => setId('gid', id),
  cpuUsage(previous) {
    const user = Math.round(call('process.times') * 1000);
    if (!previous) return { user, system: 0 };
    if (typeof previous !== 'object') throw invalidArgument('prevValue', 'object', previous);
    for (const field of ['user', 'system']) {
      const value = previous[field];
      if (typeof value !== 'number') throw invalidArgument(`prevValue.${field}`, 'number', value);
      if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER))
        throw codedError(
          RangeError,
          'ERR_INVALID_ARG_VALUE',
          `The property 'prevValue.${field}' is invalid. Received ${value}`,
        );
    }
    return { user: user - previous.user, system: 0 - previous.system };
  },
  resourceUsage: () => ({
    userCPUTime: Math.round(call('process.times') * 1000),
    systemCPUTime: 0,
    maxRSS: Math.round(call('process.memory') / 1024),
  }),
  kill(pid, signal = 'SIGTERM') {
    if (typeof pid !== 'number') throw invalidArgument('pid', 'number', pid);
    const number = typeof signal === 'number' ? signal : signalNumbers[signal];
    if (number === undefined) throw codedError(TypeError, 'ERR_UNKNOWN_SIGNAL', `Unknown signal: ${signal}`);
    call('process.kill', [pid, number], undefined, { syscall: 'kill', isShort: true });
    return true;
  },
  emitWarning,
  binding() {
    throw codedError(Error, 'ERR_INVALID_MODULE', 'No such binding');
  },
  setUncaughtExceptionCaptureCallback(callback) {
    if (callback !== null && typeof callback !== 'function')
      throw invalidArgument('fn', ['function', 'null'], callback);
    if (callback && captureCallback)
      throw codedError(
        Error,
        'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET',
        '`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active',
      );
    captureCallback = callback;
  },
  hasUncaughtExceptionCaptureCallback: () => captureCallback !== null,
});

// Signals that have a listener come to it, and are as they were when it has none.
process.on('newListener', (name) => {
  const number = signalNumbers[name];
  if (number && process.listenerCount(name) === 0)
    call('process.catch', [number], undefined, { syscall: 'uv_signal_start' });
});
process.on('removeListener', (name) => {
  const number = signalNumbers[name];
  if (number && process.listenerCount(name) === 0) call('process.release', [number]);
});
