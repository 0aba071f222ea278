/** node:buffer, as the package `buffer` has it; UTF-8 is the host's, which is fast. */
import { Buffer as Base, kMaxLength, SlowBuffer } from 'buffer/';
import { call } from './bridge.js';
import { codedError } from './errors.js';
import { inspect } from './inspect.js';

/** Bytes from which it pays to ask the host. */
const SHORT = 64;
const { toString: toStringOfBase } = Base.prototype;
const fromOfBase = Base.from;
const isUtf8 = (encoding) => encoding === undefined || encoding === null || /^utf-?8$/i.test(encoding);

export const Buffer = Base;

Buffer.from = function from(value, encoding, length) {
  if (typeof value === 'string' && value.length > SHORT && isUtf8(encoding)) {
    const bytes = new Uint8Array(call('text.encode', [value]));
    return Object.setPrototypeOf(bytes, Buffer.prototype);
  }
  if (typeof value === 'string' && encoding === 'base64url') return fromOfBase(value, 'base64');
  if (typeof value === 'string' && encoding && !Buffer.isEncoding(encoding))
    throw codedError(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
  return fromOfBase(value, encoding, length);
};

Buffer.prototype.toString = function (encoding, start = 0, end = this.length) {
  if (isUtf8(encoding) && this.length > SHORT) {
    const part = this.subarray(Math.max(0, start), end);
    return call('text.decode', ['utf-8', false, true], part);
  }
  if (encoding === 'base64url')
    return toStringOfBase
      .call(this, 'base64', start, end)
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '');
  if (encoding && !Buffer.isEncoding(encoding))
    throw codedError(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
  return toStringOfBase.call(this, encoding, start, end);
};

const isEncodingOfBase = Buffer.isEncoding;
Buffer.isEncoding = (encoding) => encoding === 'base64url' || isEncodingOfBase(encoding);
Object.defineProperty(Buffer.prototype.toString, 'name', { value: 'toString' });
Buffer.prototype.toLocaleString = Buffer.prototype.toString;

/** The first fifty bytes, and how many more. */
const SHOWN = 50;
Buffer.prototype[Symbol.for('nodejs.util.inspect.custom')] = function (_depth, options) {
  const bytes = Array.from(this.subarray(0, SHOWN), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const rest = this.length - SHOWN;
  const more = rest > 0 ? ` ... ${rest} more byte${rest > 1 ? 's' : ''}` : '';
  const extra = Object.keys(this).filter((key) => !/^\d+$/.test(key));
  const shown = extra.map((key) => `, ${key}: ${inspect(this[key], options)}`).join('');
  return `<${this.constructor.name} ${bytes}${more}${shown}>`;
};

/** Bytes that a method's name says it takes. */
function widthOf(name, args) {
  const bits = /(\d+)/.exec(name)?.[1];
  if (bits) return Number(bits) / 8;
  if (name.includes('Double')) return 8;
  return name.includes('Float') ? 4 : Number(args.at(-1));
}

for (const name of Object.getOwnPropertyNames(Buffer.prototype)) {
  if (!/^(read|write)(Big|U?[Ii]nt|Float|Double)/.test(name)) continue;
  const original = Buffer.prototype[name];
  const method = function (...args) {
    try {
      return original.apply(this, args);
    } catch (error) {
      if (!(error instanceof RangeError) || error.code) throw error;
      if (/value/.test(error.message))
        throw codedError(
          RangeError,
          'ERR_OUT_OF_RANGE',
          `The value of "value" is out of range. Received ${args[0]}`,
        );
      const at = (name.startsWith('read') ? args[0] : args[1]) ?? 0;
      const last = this.length - widthOf(name, args);
      if (last < 0)
        throw codedError(
          RangeError,
          'ERR_BUFFER_OUT_OF_BOUNDS',
          'Attempt to access memory outside buffer bounds',
        );
      throw codedError(
        RangeError,
        'ERR_OUT_OF_RANGE',
        `The value of "offset" is out of range. It must be >= 0 and <= ${last}. Received ${at}`,
      );
    }
  };
  Object.defineProperty(method, 'name', { value: name });
  Buffer.prototype[name] = method;
}

const CODES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function btoa(text) {
  const bytes = Buffer.from(String(text), 'latin1');
  for (const character of String(text))
    if (character.charCodeAt(0) > 255) throw new DOMException('Invalid character', 'InvalidCharacterError');
  return bytes.toString('base64');
}

export function atob(text) {
  const clean = String(text).replace(/[\t\n\f\r ]/g, '');
  for (const character of clean.replace(/={1,2}$/, ''))
    if (!CODES.includes(character))
      throw new DOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
  return Buffer.from(clean, 'base64').toString('latin1');
}

export class Blob {
  #bytes;
  #type;
  constructor(parts = [], { type = '' } = {}) {
    this.#bytes = Buffer.concat(
      parts.map((part) => (part instanceof Blob ? part.#bytes : Buffer.from(part))),
    );
    this.#type = String(type).toLowerCase();
  }
  get size() {
    return this.#bytes.length;
  }
  get type() {
    return this.#type;
  }
  async text() {
    return this.#bytes.toString();
  }
  async arrayBuffer() {
    return new Uint8Array(this.#bytes).buffer;
  }
  async bytes() {
    return new Uint8Array(this.#bytes);
  }
  slice(start, end, type) {
    return new Blob([this.#bytes.subarray(start, end)], { type });
  }
}

const constants = { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: (1 << 29) - 24 };

export default {
  Buffer,
  SlowBuffer,
  Blob,
  atob,
  btoa,
  constants,
  kMaxLength,
  isUtf8: isValid,
  isAscii,
  transcode,
};

function isValid(bytes) {
  try {
    call('text.decode', ['utf-8', true, true], new Uint8Array(bytes));
    return true;
  } catch {
    return false;
  }
}

function isAscii(bytes) {
  return new Uint8Array(bytes).every((byte) => byte < 128);
}

function transcode(bytes, from, to) {
  return Buffer.from(Buffer.from(bytes).toString(from), to);
}
