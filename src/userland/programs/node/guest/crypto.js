/** node:crypto, as far as it goes without keys: hashes, HMAC, randomness, comparison. */
import { call } from './bridge.js';
import { Buffer } from './buffer.js';
import { codedError, invalidArgument } from './errors.js';
import { Transform } from './stream.js';
import { nextTick } from './ticks.js';

const HASHES = ['md5', 'sha1', 'sha256', 'sha512'];
const BLOCKS = { md5: 64, sha1: 64, sha256: 64, sha512: 128 };

const nameOf = (algorithm) => String(algorithm).toLowerCase().replace('sha-', 'sha');
const digestOf = (name, bytes) => Buffer.from(call('hash', [name], bytes));
const asBytes = (data, encoding) =>
  typeof data === 'string'
    ? Buffer.from(data, encoding)
    : Buffer.from(data.buffer ?? data, data.byteOffset, data.byteLength);

class Hash extends Transform {
  #name;
  #chunks = [];
  #done = false;
  constructor(algorithm) {
    super();
    this.#name = nameOf(algorithm);
    if (!HASHES.includes(this.#name))
      throw Object.assign(new Error('Digest method not supported'), { code: 'ERR_CRYPTO_INVALID_DIGEST' });
  }
  update(data, encoding) {
    if (this.#done) throw codedError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
    if (typeof data !== 'string' && !ArrayBuffer.isView(data))
      throw invalidArgument('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
    this.#chunks.push(Buffer.from(asBytes(data, encoding)));
    return this;
  }
  digest(encoding) {
    if (this.#done) throw codedError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
    this.#done = true;
    const digest = digestOf(this.#name, Buffer.concat(this.#chunks));
    return encoding && encoding !== 'buffer' ? digest.toString(encoding) : digest;
  }
  copy() {
    const copy = new Hash(this.#name);
    for (const chunk of this.#chunks) copy.update(chunk);
    return copy;
  }
  _transform(chunk, encoding, done) {
    this.update(chunk, encoding);
    done();
  }
  _flush(done) {
    this.push(this.digest());
    done();
  }
}

class Hmac extends Transform {
  #name;
  #inner;
  #key;
  constructor(algorithm, key) {
    super();
    this.#name = nameOf(algorithm);
    if (!HASHES.includes(this.#name))
      throw codedError(Error, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${algorithm}`);
    const size = BLOCKS[this.#name];
    const bytes = asBytes(key);
    this.#key = Buffer.alloc(size);
    this.#key.set(bytes.length > size ? digestOf(this.#name, bytes) : bytes);
    this.#inner = new Hash(this.#name).update(this.#key.map((byte) => byte ^ 0x36));
  }
  update(data, encoding) {
    this.#inner.update(data, encoding);
    return this;
  }
  digest(encoding) {
    const outer = new Hash(this.#name).update(this.#key.map((byte) => byte ^ 0x5c));
    return outer.update(this.#inner.digest()).digest(encoding);
  }
  _transform(chunk, encoding, done) {
    this.update(chunk, encoding);
    done();
  }
  _flush(done) {
    this.push(this.digest());
    done();
  }
}

const random = (size) => Buffer.from(call('random', [size]));

function randomBytes(size, callback) {
  if (typeof size !== 'number') throw invalidArgument('size', 'number', size);
  if (!callback) return random(size);
  nextTick(() => callback(null, random(size)));
  return undefined;
}

function randomUUID() {
  const bytes = random(16);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function randomInt(min, max, callback) {
  const [from, to, done] = typeof max === 'number' ? [min, max, callback] : [0, min, max];
  if (!(to > from))
    throw codedError(
      RangeError,
      'ERR_OUT_OF_RANGE',
      `The value of "max" is out of range. It must be greater than the value of "min" (${from}). Received ${to}`,
    );
  const range = to - from;
  const limit = 2 ** 48 - (2 ** 48 % range);
  let value;
  do value = random(6).readUIntBE(0, 6);
  while (value >= limit);
  if (!done) return from + (value % range);
  nextTick(() => done(null, from + (value % range)));
  return undefined;
}

function timingSafeEqual(a, b) {
  if (a.byteLength !== b.byteLength)
    throw codedError(
      RangeError,
      'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
      'Input buffers must have the same byte length',
    );
  return asBytes(a).every((byte, index) => byte === asBytes(b)[index]);
}

function spanOf(buffer, offset = 0, size = undefined) {
  if (!(buffer instanceof ArrayBuffer) && !ArrayBuffer.isView(buffer))
    throw invalidArgument('buf', ['ArrayBuffer', 'ArrayBufferView'], buffer);
  const all = ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);
  if (typeof offset !== 'number') throw invalidArgument('offset', 'number', offset);
  if (size !== undefined && typeof size !== 'number') throw invalidArgument('size', 'number', size);
  const refuse = (name, words, value) => {
    throw codedError(
      RangeError,
      'ERR_OUT_OF_RANGE',
      `The value of "${name}" is out of range. It must be ${words}. Received ${value}`,
    );
  };
  if (!(offset >= 0 && offset <= all.length)) refuse('offset', `>= 0 && <= ${all.length}`, offset);
  const length = size ?? all.length - offset;
  if (offset + length > all.length) refuse('size + offset', `<= ${all.length}`, offset + length);
  return all.subarray(offset, offset + length);
}

function fill(buffer, offset, size) {
  const bytes = spanOf(buffer, offset, size);
  bytes.set(random(bytes.length));
  return buffer;
}

/** `(buffer, callback)`, `(buffer, offset, callback)`, `(buffer, offset, size, callback)`. */
function randomFill(buffer, ...rest) {
  const callback = rest.pop();
  if (typeof callback !== 'function') throw invalidArgument('callback', 'function', callback);
  spanOf(buffer, ...rest);
  nextTick(() => callback(null, fill(buffer, ...rest)));
}

const subtle = {
  async digest(algorithm, data) {
    const digest = new Hash(algorithm.name ?? algorithm)
      .update(ArrayBuffer.isView(data) ? data : new Uint8Array(data))
      .digest();
    return new Uint8Array(digest).buffer;
  },
};
export const webcrypto = { getRandomValues: (buffer) => fill(buffer), randomUUID, subtle };

export default {
  Hash,
  Hmac,
  createHash: (algorithm) => new Hash(algorithm),
  createHmac: (algorithm, key) => new Hmac(algorithm, key),
  hash: (algorithm, data, encoding = 'hex') => new Hash(algorithm).update(data).digest(encoding),
  getHashes: () => [...HASHES],
  randomBytes,
  randomUUID,
  randomInt,
  randomFill,
  randomFillSync: fill,
  getRandomValues: (buffer) => fill(buffer),
  timingSafeEqual,
  webcrypto,
  subtle,
};
