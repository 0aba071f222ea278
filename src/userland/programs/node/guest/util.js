/** node:util. */
import { call } from './bridge.js';
import { Buffer } from './buffer.js';
import { isDeepStrictEqual } from './equality.js';
import { getSystemErrorMap, getSystemErrorName } from './errno.js';
import { codedError, invalidArgument } from './errors.js';
import { format, formatWithOptions, inspect, stripVTControlCharacters } from './inspect.js';
import { parseArgs } from './parse-args.js';
import { nextTick } from './ticks.js';
import { types } from './types.js';

const custom = Symbol.for('nodejs.util.promisify.custom');
/** What some callbacks' several values are called. */
export const customArguments = Symbol('customPromisifyArgs');

function promisify(original) {
  if (typeof original !== 'function') throw invalidArgument('original', 'function', original);
  if (original[custom]) return original[custom];
  const promised = function (...args) {
    return new Promise((resolve, reject) => {
      original.call(this, ...args, (error, ...values) => {
        const names = original[customArguments];
        if (error) reject(error);
        else
          resolve(names ? Object.fromEntries(names.map((name, index) => [name, values[index]])) : values[0]);
      });
    });
  };
  Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
  return Object.defineProperties(promised, Object.getOwnPropertyDescriptors(original));
}
promisify.custom = custom;

function callbackify(original) {
  if (typeof original !== 'function') throw invalidArgument('original', 'function', original);
  return function (...args) {
    const callback = args.pop();
    original.apply(this, args).then(
      (value) => nextTick(callback, null, value),
      (error) =>
        nextTick(
          callback,
          error ?? codedError(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value'),
        ),
    );
  };
}

function inherits(child, parent) {
  if (typeof child !== 'function') throw invalidArgument('ctor', 'function', child);
  if (typeof parent !== 'function') throw invalidArgument('superCtor', 'function', parent);
  Object.defineProperty(child, 'super_', { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(child.prototype, parent.prototype);
}

const warned = new Set();

function deprecate(original, message, code) {
  return function deprecated(...args) {
    if (!warned.has(code ?? message)) {
      warned.add(code ?? message);
      globalThis.process.emitWarning(message, 'DeprecationWarning', code);
    }
    return new.target ? Reflect.construct(original, args, new.target) : Reflect.apply(original, this, args);
  };
}

function debuglog(set) {
  const wanted = (globalThis.process.env.NODE_DEBUG ?? '').toUpperCase().split(',');
  const enabled = wanted.includes(set.toUpperCase());
  const log = (...args) => {
    if (enabled)
      globalThis.process.stderr.write(`${set.toUpperCase()} ${globalThis.process.pid}: ${format(...args)}\n`);
  };
  log.enabled = enabled;
  return log;
}

export class TextEncoder {
  get encoding() {
    return 'utf-8';
  }
  encode(text = '') {
    return new Uint8Array(call('text.encode', [String(text)]));
  }
  encodeInto(text, target) {
    let read = 0;
    let written = 0;
    for (const character of text) {
      const bytes = Buffer.from(character);
      if (written + bytes.length > target.length) break;
      target.set(bytes, written);
      written += bytes.length;
      read += character.length;
    }
    return { read, written };
  }
}

export class TextDecoder {
  #encoding;
  #options;
  #rest = new Uint8Array();
  constructor(encoding = 'utf-8', options = {}) {
    try {
      this.#encoding = call('text.encoding', [String(encoding)]);
    } catch (error) {
      throw codedError(RangeError, error.code, error.message);
    }
    this.#options = options;
  }
  get encoding() {
    return this.#encoding;
  }
  get fatal() {
    return Boolean(this.#options.fatal);
  }
  get ignoreBOM() {
    return Boolean(this.#options.ignoreBOM);
  }
  decode(input = new Uint8Array(), { stream = false } = {}) {
    const view = ArrayBuffer.isView(input)
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
    const bytes = Buffer.concat([this.#rest, view]);
    const end = stream && this.#encoding === 'utf-8' ? completeEnd(bytes) : bytes.length;
    this.#rest = bytes.subarray(end);
    try {
      return call('text.decode', [this.#encoding, this.fatal, this.ignoreBOM], bytes.subarray(0, end));
    } catch (error) {
      if (error.code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
      throw codedError(TypeError, error.code, error.message);
    }
  }
}

/** Where the last character that is whole ends. */
function completeEnd(bytes) {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < length ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

const STYLES = inspect.colors ?? {};

function styleText(styles, text) {
  let styled = text;
  for (const style of [styles].flat().reverse()) {
    const codes = STYLES[style];
    if (!codes)
      throw codedError(
        TypeError,
        'ERR_INVALID_ARG_VALUE',
        `The argument 'format' must be one of: ${Object.keys(STYLES)
          .map((name) => `'${name}'`)
          .join(', ')}. Received '${style}'`,
      );
    styled = `\x1b[${codes[0]}m${styled}\x1b[${codes[1]}m`;
  }
  return styled;
}

const util = {
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate,
  format,
  formatWithOptions,
  inherits,
  inspect,
  isArray: Array.isArray,
  isDeepStrictEqual,
  parseArgs,
  promisify,
  stripVTControlCharacters,
  styleText,
  TextDecoder,
  TextEncoder,
  toUSVString: (text) => String(text).toWellFormed(),
  types,
  getSystemErrorName,
  getSystemErrorMap,
  aborted: (signal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
};
export default util;
