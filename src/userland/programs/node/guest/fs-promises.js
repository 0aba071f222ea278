/** node:fs/promises. */
import { startPromise } from './bridge.js';
import { Buffer } from './buffer.js';
import fs, { promised, transfers } from './fs.js';
import { calls } from './fs-calls.js';
import { constants } from './fs-constants.js';

class FileHandle {
  #fd;
  constructor(fd) {
    this.#fd = fd;
  }
  get fd() {
    return this.#fd;
  }
  async read(buffer, ...rest) {
    const target = ArrayBuffer.isView(buffer) ? buffer : (buffer?.buffer ?? Buffer.alloc(16384));
    const bytesRead = await promised(transfers.read)(
      this.#fd,
      target,
      ...(ArrayBuffer.isView(buffer) ? rest : [buffer ?? {}]),
    );
    return { bytesRead, buffer: target };
  }
  async write(data, ...rest) {
    return { bytesWritten: await promised(transfers.write)(this.#fd, data, ...rest), buffer: data };
  }
  readFile(options) {
    return promises.readFile(this.#fd, options);
  }
  writeFile(data, options) {
    return promises.writeFile(this.#fd, data, options);
  }
  appendFile(data, options) {
    return promises.appendFile(this.#fd, data, options);
  }
  stat(options) {
    return promised(calls.fstat)(this.#fd, options);
  }
  truncate(size) {
    return promised(calls.ftruncate)(this.#fd, size);
  }
  chmod(mode) {
    return promised(calls.fchmod)(this.#fd, mode);
  }
  sync() {
    return promised(calls.fsync)(this.#fd);
  }
  async close() {
    if (this.#fd < 0) return;
    const fd = this.#fd;
    this.#fd = -1;
    await startPromise('fs.close', [fd], undefined, { syscall: 'close' });
  }
  async *readLines(options) {
    const text = await this.readFile({ encoding: 'utf8', ...options });
    yield* text.split(/\r?\n/).slice(0, text.endsWith('\n') ? -1 : undefined);
  }
  createReadStream(options) {
    return fs.createReadStream('', { ...options, fd: this.#fd });
  }
  createWriteStream(options) {
    return fs.createWriteStream('', { ...options, fd: this.#fd });
  }
  async [Symbol.asyncDispose]() {
    await this.close();
  }
}

const handleOrPath =
  (describe) =>
  (target, ...rest) =>
    describe(target instanceof FileHandle ? target.fd : target, ...rest);

const promises = { constants };
for (const [name, describe] of Object.entries(calls)) {
  if (/^(f[a-z]|close)/.test(name)) continue;
  promises[name] = promised(handleOrPath(describe));
  Object.defineProperty(promises[name], 'name', { value: name });
}
const open = promised(calls.open);
promises.open = async (path, flags, mode) => new FileHandle(await open(path, flags, mode));
promises.cp = async (from, to, options) => fs.cpSync(from, to, options);
promises.opendir = async (path) => fs.opendirSync(path);
promises.watch = fs.watch;

fs.promises = promises;
export default promises;
