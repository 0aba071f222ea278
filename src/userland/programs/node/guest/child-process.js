/** node:child_process over the kernel's processes. */
import { call, reference, start, unreference } from './bridge.js';
import { Buffer } from './buffer.js';
import { abortError, codedError, invalidArgument, unsupported } from './errors.js';
import { EventEmitter } from './events.js';
import { pathOf } from './fs-calls.js';
import { process, signalName, signalNumbers } from './process.js';
import { PipeReader } from './standard-streams.js';
import { Writable } from './stream.js';
import { nextTick } from './ticks.js';
import { customArguments } from './util.js';

const MOST_OUTPUT = 1024 * 1024;

/** A child's standard input. */
class PipeWriter extends Writable {
  constructor(fd) {
    super();
    this.fd = fd;
  }
  _write(chunk, encoding, done) {
    start('fs.write', [this.fd], chunk, { syscall: 'write' }, (error, count) => {
      if (error || count >= chunk.length) done(error);
      else this._write(chunk.subarray(count), encoding, done);
    });
  }
  _final(done) {
    this.#close();
    done();
  }
  _destroy(error, done) {
    this.#close();
    done(error);
  }
  #close() {
    if (this.fd < 0) return;
    call('fs.close', [this.fd]);
    this.fd = -1;
  }
}

function stdioOf(stdio = 'pipe') {
  const list = typeof stdio === 'string' ? [stdio, stdio, stdio] : [...stdio];
  while (list.length < 3) list.push('pipe');
  return list.map((what, fd) => {
    if (what === undefined || what === null) return fd < 3 ? 'pipe' : 'ignore';
    if (what === 'inherit') return String(fd);
    if (typeof what === 'number') return String(what);
    if (typeof what === 'object') return String(what.fd);
    if (what === 'pipe' || what === 'overlapped' || what === 'ignore')
      return what === 'ignore' ? what : 'pipe';
    throw codedError(
      TypeError,
      'ERR_INVALID_ARG_VALUE',
      `The argument 'stdio' is invalid. Received '${what}'`,
    );
  });
}

/** What runs: file, arguments, environment, directory, descriptors. */
function requestOf(file, given, options) {
  if (typeof file !== 'string') throw invalidArgument('file', 'string', file);
  if (file === '')
    throw codedError(TypeError, 'ERR_INVALID_ARG_VALUE', "The argument 'file' cannot be empty. Received ''");
  let [path, args] = [file, given.map(String)];
  if (options.shell) {
    path = typeof options.shell === 'string' ? options.shell : '/bin/sh';
    args = ['-c', [file, ...given].join(' ')];
  }
  const env = {};
  for (const [name, value] of Object.entries(options.env ?? process.env))
    if (value !== undefined) env[name] = `${value}`;
  const directory = options.cwd === undefined ? process.cwd() : pathOf(options.cwd, 'options.cwd');
  return {
    path,
    args,
    list: [
      path,
      [options.argv0 ?? path, ...args],
      env,
      directory,
      stdioOf(options.stdio),
      Boolean(options.detached),
    ],
  };
}

/** `(file)`, `(file, args)`, `(file, options)`, `(file, args, options)`. */
function sorted(args, options) {
  return Array.isArray(args) ? [args, options ?? {}] : [[], args ?? options ?? {}];
}

/** A wait status as code and signal. */
function endOf(status) {
  const signal = status & 0x7f;
  return signal ? { code: null, signal: signalName(signal) } : { code: (status >> 8) & 0xff, signal: null };
}

class ChildProcess extends EventEmitter {
  constructor() {
    super();
    Object.assign(this, {
      connected: false,
      signalCode: null,
      exitCode: null,
      killed: false,
      spawnfile: null,
      spawnargs: [],
      pid: undefined,
      stdin: null,
      stdout: null,
      stderr: null,
      stdio: [],
    });
  }

  start(file, args, options) {
    const request = requestOf(file, args, options);
    this.spawnfile = request.path;
    this.spawnargs = request.list[1];
    let child;
    try {
      child = call('child.spawn', request.list, undefined, {
        syscall: `spawn ${request.path}`,
        path: request.path,
      });
    } catch (error) {
      this.#refused(error, request);
      return this;
    }
    this.pid = child.pid;
    this.#connect(child.ends);
    this.wait = start('child.ended', [child.pid], undefined, undefined, (error, status) =>
      this.#ended(error, status),
    );
    nextTick(() => this.emit('spawn'));
    return this;
  }

  #refused(error, request) {
    error.message = `spawn ${request.path} ${error.code}`;
    error.stack = error.stack?.replace(/^.*$/m, `Error: ${error.message}`);
    error.spawnargs = request.args;
    this.#connect([]);
    nextTick(() => {
      this.exitCode = error.errno;
      this.emit('error', error);
      this.emit('close', error.errno, null);
    });
  }

  #connect(ends) {
    this.stdio = ends.map((fd, index) =>
      fd < 0 ? null : index === 0 ? new PipeWriter(fd) : new PipeReader(fd),
    );
    [this.stdin = null, this.stdout = null, this.stderr = null] = this.stdio;
    this.open = this.stdio.filter((stream, index) => stream && index > 0).length;
    for (const stream of this.stdio.slice(1)) {
      stream?.once('close', () => {
        this.open--;
        this.#maybeClose();
      });
    }
    Object.defineProperty(this, 'open', { enumerable: false, writable: true });
  }

  #ended(error, status) {
    const { code, signal } = error ? { code: -1, signal: null } : endOf(status);
    this.exitCode = code;
    this.signalCode = signal;
    this.stdin?.destroy();
    this.emit('exit', code, signal);
    // What nobody reads is read away, so that the end is seen.
    for (const stream of this.stdio.slice(1))
      if (stream && stream.readableFlowing === null && stream.listenerCount('readable') === 0)
        stream.resume();
    this.hasEnded = true;
    Object.defineProperty(this, 'hasEnded', { enumerable: false });
    this.#maybeClose();
  }

  #maybeClose() {
    if (this.hasEnded && this.open === 0 && !this.hasClosed) {
      Object.defineProperty(this, 'hasClosed', { enumerable: false, value: true });
      this.emit('close', this.exitCode, this.signalCode);
    }
  }

  kill(signal = 'SIGTERM') {
    if (this.pid === undefined || this.exitCode !== null || this.signalCode !== null) return false;
    try {
      process.kill(this.pid, signal);
    } catch (error) {
      if (error.code === 'ESRCH') return false;
      throw error;
    }
    if (signal !== 0) this.killed = true;
    return true;
  }
  ref() {
    reference(this.wait);
  }
  unref() {
    unreference(this.wait);
  }
  [Symbol.dispose]() {
    this.kill();
  }
}

function spawn(file, args, options) {
  const [list, given] = sorted(args, options);
  const child = new ChildProcess().start(file, list, given);
  limit(child, given);
  return child;
}

function limit(child, { timeout, killSignal, signal }) {
  if (timeout > 0) {
    const timer = setTimeout(() => child.kill(killSignal), timeout);
    child.once('exit', () => clearTimeout(timer));
  }
  signal?.addEventListener(
    'abort',
    () => {
      child.kill(killSignal);
      const error = abortError(signal);
      nextTick(() => child.emit('error', error));
    },
    { once: true },
  );
}

function collect(stream, options, tooMuch) {
  const chunks = [];
  let size = 0;
  stream?.on('data', (chunk) => {
    size += chunk.length;
    if (size > (options.maxBuffer ?? MOST_OUTPUT)) tooMuch();
    else chunks.push(chunk);
  });
  return () => {
    const all = Buffer.concat(chunks);
    return options.encoding === 'buffer' || options.encoding === null
      ? all
      : all.toString(options.encoding ?? 'utf8');
  };
}

function execFile(file, ...rest) {
  const callback = typeof rest.at(-1) === 'function' ? rest.pop() : undefined;
  const [args, options] = sorted(...rest);
  const child = spawn(file, args, { ...options, stdio: 'pipe' });
  const command = options.shell ? file : [file, ...args].join(' ');
  let overflow;
  const texts = [child.stdout, child.stderr].map((stream, index) =>
    collect(stream, options, () => {
      overflow ??= codedError(
        RangeError,
        'ERR_CHILD_PROCESS_STDIO_MAXBUFFER',
        `${index ? 'stderr' : 'stdout'} maxBuffer length exceeded`,
      );
      child.kill(options.killSignal);
    }),
  );
  let failure;
  child.on('error', (error) => {
    failure = Object.assign(error, { cmd: command });
  });
  child.on('close', (code, signal) => {
    const [stdout, stderr] = texts.map((text) => text());
    let error = failure ?? overflow ?? null;
    if (!error && (code !== 0 || signal)) {
      error = new Error(`Command failed: ${command}\n${stderr}`);
      Object.assign(error, { code, killed: child.killed, signal, cmd: command });
    }
    if (error && !failure) Object.assign(error, { stdout, stderr });
    callback?.(error, stdout, stderr);
  });
  return child;
}
execFile[customArguments] = ['stdout', 'stderr'];

function exec(command, ...rest) {
  const callback = typeof rest.at(-1) === 'function' ? rest.pop() : undefined;
  return execFile(command, [], { ...rest[0], shell: rest[0]?.shell ?? true }, callback);
}
exec[customArguments] = ['stdout', 'stderr'];

function spawnSync(file, args, options) {
  const [list, given] = sorted(args, options);
  const request = requestOf(file, list, given);
  const input = given.input === undefined ? new Uint8Array() : Buffer.from(given.input);
  let result;
  try {
    result = call(
      'child.run',
      [...request.list, given.timeout ?? null, signalNumbers[given.killSignal ?? 'SIGTERM']],
      input,
      { syscall: `spawnSync ${request.path}`, path: request.path },
    );
  } catch (error) {
    if (error.code === 'ERR_UNSUPPORTED') throw error;
    error.message = `spawnSync ${request.path} ${error.code}`;
    error.spawnargs = request.args;
    return { error, status: null, signal: null, output: null, pid: 0, stdout: null, stderr: null };
  }
  const { code, signal } = endOf(result.status);
  const output = [null, ...result.outputs].map((text) => {
    if (text === null) return null;
    const bytes = Buffer.from(text, 'base64');
    return given.encoding && given.encoding !== 'buffer' ? bytes.toString(given.encoding) : bytes;
  });
  return { pid: result.pid, output, stdout: output[1], stderr: output[2], status: code, signal };
}

function checked(result, command, options) {
  if (result.stderr?.length && options.stdio === undefined) process.stderr.write(result.stderr);
  if (result.error) throw Object.assign(result.error, result);
  if (result.status === 0) return result.stdout;
  const error = new Error(`Command failed: ${command}${result.stderr?.length ? `\n${result.stderr}` : ''}`);
  throw Object.assign(error, result);
}

function execFileSync(file, args, options) {
  const [list, given] = sorted(args, options);
  return checked(spawnSync(file, list, given), [file, ...list].join(' '), given);
}

function execSync(command, options = {}) {
  return checked(spawnSync(command, [], { ...options, shell: options.shell ?? true }), command, options);
}

function fork(path, args = [], options = {}) {
  const [list, given] = sorted(args, options);
  if (given.serialization !== undefined || given.stdio?.includes?.('ipc'))
    throw unsupported('child_process.fork has no channel in Strata');
  return spawn(process.execPath, [path, ...list], { stdio: 'inherit', ...given });
}

export default { ChildProcess, spawn, spawnSync, exec, execSync, execFile, execFileSync, fork };
