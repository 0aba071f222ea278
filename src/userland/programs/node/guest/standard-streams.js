/** process.stdin, stdout and stderr. Output is written at once, as Node does with files, pipes and terminals here. */
import { call, cancel, reference, start, unreference } from './bridge.js';
import { Buffer } from './buffer.js';
import { Readable, Writable } from './stream.js';

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

const terminalMethods = {
  getWindowSize() {
    return call('tty.size', [this.fd]);
  },
  getColorDepth: () => 8,
  hasColors: (count = 16) => typeof count !== 'number' || count <= 256,
  clearLine(direction, done) {
    return this.write(direction < 0 ? '\x1b[1K' : direction > 0 ? '\x1b[0K' : '\x1b[2K', done);
  },
  clearScreenDown(done) {
    return this.write('\x1b[0J', done);
  },
  cursorTo(x, y, done) {
    return this.write(typeof y === 'number' ? `\x1b[${y + 1};${x + 1}H` : `\x1b[${x + 1}G`, done);
  },
  moveCursor(dx, dy, done) {
    const step = (count, forward, back) =>
      count > 0 ? `\x1b[${count}${forward}` : count < 0 ? `\x1b[${-count}${back}` : '';
    return this.write(step(dx, 'C', 'D') + step(dy, 'B', 'A'), done);
  },
};

export function makeOutput(fd) {
  const stream = new WriteStream(fd);
  if (!isTerminal(fd)) return stream;
  Object.assign(stream, terminalMethods, { isTTY: true });
  for (const [name, index] of [
    ['columns', 0],
    ['rows', 1],
  ])
    Object.defineProperty(stream, name, { enumerable: true, get: () => call('tty.size', [fd])[index] });
  return stream;
}

class ReadStream extends Readable {
  #call;
  #isReferenced = true;
  constructor(fd) {
    super({ highWaterMark: CHUNK });
    this.fd = fd;
    this.isRaw = false;
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
  setRawMode(isRaw) {
    call('tty.raw', [this.fd, Boolean(isRaw)], undefined, { syscall: 'tcsetattr' });
    this.isRaw = Boolean(isRaw);
    return this;
  }
  _destroy(error, done) {
    this.#stop();
    done(error);
  }
}

export function makeInput() {
  const stream = new ReadStream(0);
  if (isTerminal(0)) stream.isTTY = true;
  return stream;
}

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
