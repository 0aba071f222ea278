/** fs.createReadStream and createWriteStream. */
import { Buffer } from './buffer.js';
import fs from './fs.js';
import { pathOf } from './fs-calls.js';
import { Readable, Writable } from './stream.js';

const CHUNK = 65_536;

const optionsOf = (options) => (typeof options === 'string' ? { encoding: options } : (options ?? {}));

class ReadStream extends Readable {
  constructor(path, given) {
    const options = optionsOf(given);
    super({
      highWaterMark: options.highWaterMark ?? CHUNK,
      encoding: options.encoding,
      autoDestroy: options.autoClose !== false,
      signal: options.signal,
    });
    this.path = options.fd === undefined ? pathOf(path) : path;
    this.fd = options.fd ?? null;
    this.flags = options.flags ?? 'r';
    this.start = options.start;
    this.end = options.end ?? Number.POSITIVE_INFINITY;
    this.pos = options.start;
    this.bytesRead = 0;
  }
  _construct(done) {
    if (this.fd !== null) return done();
    fs.open(this.path, this.flags, (error, fd) => {
      if (error) return done(error);
      this.fd = fd;
      done();
      this.emit('open', fd);
      this.emit('ready');
    });
  }
  _read(size) {
    const left =
      this.end === Number.POSITIVE_INFINITY ? size : this.end - (this.start ?? 0) + 1 - this.bytesRead;
    const length = Math.min(size, left);
    if (length <= 0) {
      this.push(null);
      return;
    }
    const buffer = Buffer.alloc(length);
    fs.read(this.fd, buffer, 0, length, this.pos ?? null, (error, count) => {
      if (error) return this.destroy(error);
      this.bytesRead += count;
      if (this.pos !== undefined) this.pos += count;
      this.push(count ? buffer.subarray(0, count) : null);
    });
  }
  _destroy(error, done) {
    if (this.fd === null) return done(error);
    fs.close(this.fd, (problem) => done(error ?? problem));
    this.fd = null;
  }
  close(done) {
    if (done) this.once('close', done);
    this.destroy();
  }
}

class WriteStream extends Writable {
  constructor(path, given) {
    const options = optionsOf(given);
    super({
      highWaterMark: options.highWaterMark,
      defaultEncoding: options.encoding,
      decodeStrings: true,
      autoDestroy: options.autoClose !== false,
      signal: options.signal,
    });
    this.path = options.fd === undefined ? pathOf(path) : path;
    this.fd = options.fd ?? null;
    this.flags = options.flags ?? 'w';
    this.mode = options.mode ?? 0o666;
    this.pos = options.start;
    this.bytesWritten = 0;
  }
  _construct(done) {
    if (this.fd !== null) return done();
    fs.open(this.path, this.flags, this.mode, (error, fd) => {
      if (error) return done(error);
      this.fd = fd;
      done();
      this.emit('open', fd);
      this.emit('ready');
    });
  }
  _write(chunk, _encoding, done) {
    fs.write(this.fd, chunk, 0, chunk.length, this.pos ?? null, (error, count) => {
      if (error) return done(error);
      this.bytesWritten += count;
      if (this.pos !== undefined) this.pos += count;
      if (count < chunk.length) this._write(chunk.subarray(count), _encoding, done);
      else done();
    });
  }
  _destroy(error, done) {
    if (this.fd === null) return done(error);
    fs.close(this.fd, (problem) => done(error ?? problem));
    this.fd = null;
  }
  close(done) {
    if (done) this.once('close', done);
    this.end();
  }
}

fs.ReadStream = ReadStream;
fs.WriteStream = WriteStream;
fs.createReadStream = (path, options) => new ReadStream(path, options);
fs.createWriteStream = (path, options) => new WriteStream(path, options);
