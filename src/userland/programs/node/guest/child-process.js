/** node:child_process over the kernel's processes. */
import { call, reference, start, unreference } from './bridge.js';
import { Buffer } from './buffer.js';
import { endOf, MOST_OUTPUT, requestOf, sorted } from './child-process-request.js';
import { execFileSync, execSync, spawnSync } from './child-process-sync.js';
import { abortError, codedError, unsupported } from './errors.js';
import { EventEmitter } from './events.js';
import { process } from './process.js';
import { PipeReader } from './standard-streams.js';
import { Writable } from './stream.js';
import { nextTick } from './ticks.js';
import { customArguments } from './util.js';

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

function fork(path, args = [], options = {}) {
  const [list, given] = sorted(args, options);
  if (given.serialization !== undefined || given.stdio?.includes?.('ipc'))
    throw unsupported('child_process.fork has no channel in Strata');
  return spawn(process.execPath, [path, ...list], { stdio: 'inherit', ...given });
}

export default { ChildProcess, spawn, spawnSync, exec, execSync, execFile, execFileSync, fork };
