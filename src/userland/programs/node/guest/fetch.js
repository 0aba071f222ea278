/** fetch, Headers, Request and Response over the kernel's one network call. @see https://fetch.spec.whatwg.org */
import { startPromise } from './bridge.js';
import { Blob, Buffer } from './buffer.js';
import { URLSearchParams } from './url.js';

export class Headers {
  #map = new Map();
  constructor(init = {}) {
    const pairs =
      init instanceof Headers
        ? init
        : typeof init[Symbol.iterator] === 'function'
          ? init
          : Object.entries(init);
    for (const [name, value] of pairs) this.append(name, value);
  }
  append(name, value) {
    const key = String(name).toLowerCase();
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(key))
      throw new TypeError(`Headers.append: ${name} is an invalid header name.`);
    this.#map.set(
      key,
      this.#map.has(key) ? `${this.#map.get(key)}, ${String(value).trim()}` : String(value).trim(),
    );
  }
  set(name, value) {
    this.#map.set(String(name).toLowerCase(), String(value).trim());
  }
  get(name) {
    return this.#map.get(String(name).toLowerCase()) ?? null;
  }
  has(name) {
    return this.#map.has(String(name).toLowerCase());
  }
  delete(name) {
    this.#map.delete(String(name).toLowerCase());
  }
  getSetCookie() {
    return this.has('set-cookie') ? [this.get('set-cookie')] : [];
  }
  *entries() {
    yield* [...this.#map].sort(([a], [b]) => (a < b ? -1 : 1));
  }
  *keys() {
    for (const [name] of this.entries()) yield name;
  }
  *values() {
    for (const [, value] of this.entries()) yield value;
  }
  forEach(callback, self) {
    for (const [name, value] of this) callback.call(self, value, name, this);
  }
  [Symbol.iterator]() {
    return this.entries();
  }
}

function bytesOf(body) {
  if (body === null || body === undefined) return new Uint8Array();
  if (typeof body === 'string' || body instanceof URLSearchParams) return Buffer.from(String(body));
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  return Buffer.from(String(body));
}

const typeOf = (body) => {
  if (typeof body === 'string') return 'text/plain;charset=UTF-8';
  return body instanceof URLSearchParams ? 'application/x-www-form-urlencoded;charset=UTF-8' : undefined;
};

/** What a request's and a response's body are read by. */
class Body {
  #read;
  #used = false;
  constructor(read) {
    this.#read = read;
  }
  get bodyUsed() {
    return this.#used;
  }
  async #take() {
    if (this.#used) throw new TypeError('Body is unusable: Body has already been read');
    this.#used = true;
    return new Uint8Array(await this.#read());
  }
  async arrayBuffer() {
    return (await this.#take()).buffer;
  }
  async bytes() {
    return this.#take();
  }
  async text() {
    return Buffer.from(await this.arrayBuffer()).toString();
  }
  async json() {
    return JSON.parse(await this.text());
  }
  async blob() {
    return new Blob([await this.bytes()], { type: this.headers.get('content-type') ?? '' });
  }
}

export class Request extends Body {
  constructor(input, init = {}) {
    const from = input instanceof Request ? input : {};
    const body = init.body ?? from.bodyInit;
    super(async () => bytesOf(body));
    const url = input instanceof Request ? input.url : new URL(String(input)).href;
    const headers = new Headers(init.headers ?? from.headers);
    if (typeOf(body) && !headers.has('content-type')) headers.set('content-type', typeOf(body));
    Object.assign(this, {
      url,
      method: String(init.method ?? from.method ?? 'GET').toUpperCase(),
      headers,
      signal: init.signal ?? from.signal ?? null,
    });
    Object.defineProperty(this, 'bodyInit', { value: body });
  }
}

const reading = Symbol('reading');

export class Response extends Body {
  constructor(body = null, init = {}) {
    super(init[reading] ?? (async () => bytesOf(body)));
    const { status = 200, statusText = '', url = '', redirected = false } = init;
    const headers = new Headers(init.headers);
    if (typeOf(body) && !headers.has('content-type')) headers.set('content-type', typeOf(body));
    Object.assign(this, {
      status,
      statusText,
      headers,
      ok: status >= 200 && status < 300,
      redirected,
      url,
      type: 'default',
    });
  }
  static json(data, init = {}) {
    return new Response(JSON.stringify(data), {
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers },
    });
  }
}

export async function fetch(input, init = {}) {
  const request = new Request(input, init);
  request.signal?.throwIfAborted();
  const headers = Object.fromEntries(request.headers);
  let answer;
  try {
    const work = startPromise('fetch', [request.url, request.method, headers], bytesOf(request.bodyInit), {
      syscall: 'connect',
    });
    answer = await (request.signal ? Promise.race([work, aborted(request.signal)]) : work);
  } catch (error) {
    if (error === request.signal?.reason) throw error;
    throw new TypeError('fetch failed', { cause: error });
  }
  const { id, ...rest } = answer;
  return new Response(null, { ...rest, [reading]: () => startPromise('fetch.body', [id]) });
}

const aborted = (signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
