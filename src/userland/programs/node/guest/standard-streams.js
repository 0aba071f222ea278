/** process.stdin, stdout and stderr. Output is written at once, as Node does with files, pipes and terminals here. */
import { call, cancel, reference, start, unreference } from './bridge.js';
import { Buffer } from './buffer.js';
import { codedError, uvError } from './errors.js';
import { Readable, Writable } from './stream.js';
import * as terminal from './terminal.js';

const CHUNK = 65_536;

export const isTerminal = (fd) => call('tty.is', [fd]);

export function writeText(fd, text) {
  call('fs.write', [fd], typeof text === 'string' ? new Uint8Array(call('text.encode', [text])) : text, {
    syscall: 'write',
  });
}

class WriteStream extends Writable {
  constructor(fd) {
    super({ decodeStrings: true });
    this.fd = fd;
    this._type = 'fs';
    this._isStdio = true;
    this.destroySoon = this.destroy;
  }
  _write(chunk, _encoding, done) {
    try {
      for (let at = 0; at < chunk.length; )
        at += call('fs.write', [this.fd], chunk.subarray(at), { syscall: 'write' });
    } catch (error) {
      done(error);
      return;
    }
    done();
  }
  _destroy(error, done) {
    done(error);
  }
}

function checkTerminal(fd) {
  if (fd >> 0 !== fd || fd < 0)
    throw codedError(RangeError, 'ERR_INVALID_FD', `"fd" must be a positive integer: ${fd}`);
  if (isTerminal(fd)) return fd;
  const refused = { errno: -22, code: 'EINVAL', syscall: 'uv_tty_init' };
  throw uvError('ERR_TTY_INIT_FAILED', 'TTY initialization failed', refused);
}

/** tty.WriteStream. */
export class TerminalOutput extends WriteStream {
  constructor(fd) {
    super(checkTerminal(fd));
    this.isTTY = true;
  }
  get columns() {
    return this.getWindowSize()[0];
  }
  get rows() {
    return this.getWindowSize()[1];
  }
  getWindowSize() {
    return call('tty.size', [this.fd]);
  }
  getColorDepth(env) {
    return terminal.getColorDepth(env);
  }
  hasColors(count, env) {
    return terminal.hasColors(count, env);
  }
  clearLine(direction, done) {
    return this.write(terminal.clearLine(direction), done);
  }
  clearScreenDown(done) {
    return this.write(terminal.clearScreenDown(), done);
  }
  cursorTo(x, y, done) {
    return this.write(terminal.cursorTo(x, y), typeof y === 'function' ? y : done);
  }
  moveCursor(dx, dy, done) {
    return this.write(terminal.moveCursor(dx, dy), done);
  }
}
Object.defineProperty(TerminalOutput, 'name', { value: 'WriteStream' });

export const makeOutput = (fd) => (isTerminal(fd) ? new TerminalOutput(fd) : new WriteStream(fd));

class ReadStream extends Readable {
  #call;
  #isReferenced = true;
  constructor(fd) {
    super({ highWaterMark: CHUNK });
    this.fd = fd;
    this.on('pause', () => this.#stop());
  }
  _read() {
    if (this.#call !== undefined) return;
    this.#call = start('fd.readable', [this.fd, CHUNK], undefined, { syscall: 'read' }, (error, bytes) => {
      this.#call = undefined;
      if (error) this.destroy(error);
      else this.push(bytes.byteLength ? Buffer.from(bytes) : null);
    });
    if (!this.#isReferenced) unreference(this.#call);
  }
  /** Who has paused it does not wait for it: the program may end. */
  #stop() {
    if (this.#call === undefined) return;
    cancel(this.#call);
    this.#call = undefined;
    this._readableState.reading = false;
  }
  ref() {
    this.#isReferenced = true;
    if (this.#call !== undefined) reference(this.#call);
    return this;
  }
  unref() {
    this.#isReferenced = false;
    if (this.#call !== undefined) unreference(this.#call);
    return this;
  }
  _destroy(error, done) {
    this.#stop();
    done(error);
  }
}

/** tty.ReadStream. */
export class TerminalInput extends ReadStream {
  constructor(fd) {
    super(checkTerminal(fd));
    this.isRaw = false;
    this.isTTY = true;
  }
  setRawMode(isRaw) {
    call('tty.raw', [this.fd, Boolean(isRaw)], undefined, { syscall: 'tcsetattr' });
    this.isRaw = Boolean(isRaw);
    return this;
  }
}
Object.defineProperty(TerminalInput, 'name', { value: 'ReadStream' });

export const makeInput = () => (isTerminal(0) ? new TerminalInput(0) : new ReadStream(0));

/** What a pipe's end gives, for children's output. */
export class PipeReader extends ReadStream {
  _destroy(error, done) {
    super._destroy(error, () => {
      try {
        call('fs.close', [this.fd]);
      } catch {
        // It was closed.
      }
      done(error);
    });
  }
}
