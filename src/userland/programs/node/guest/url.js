/** URL, URLSearchParams and node:url; the parsing is the host's. */
import { call } from './bridge.js';
import { codedError, invalidArgument } from './errors.js';
import { pathOf } from './fs-calls.js';
import { inspect } from './inspect.js';
import { decode } from './punycode.js';
import querystring from './querystring.js';

const decodeForm = (text) => querystring.unescape(text.replaceAll('+', ' '));
const encodeForm = (text) =>
  encodeURIComponent(text.toWellFormed())
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

export class URLSearchParams {
  #list = [];
  #changed;
  constructor(init = '', changed = undefined) {
    this.#changed = changed;
    if (typeof init === 'object' && init !== null) {
      const pairs = typeof init[Symbol.iterator] === 'function' ? init : Object.entries(init);
      for (const pair of pairs) {
        const [name, value, ...more] = pair;
        if (value === undefined || more.length)
          throw codedError(
            TypeError,
            'ERR_INVALID_TUPLE',
            'Each query pair must be an iterable [name, value] tuple',
          );
        this.#list.push([String(name), String(value)]);
      }
    } else this.#parse(String(init));
  }
  #parse(text) {
    this.#list = text
      .replace(/^\?/, '')
      .split('&')
      .filter(Boolean)
      .map((part) => {
        const at = part.indexOf('=');
        return (at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)]).map(decodeForm);
      });
  }
  #update() {
    this.#changed?.(this.toString());
  }
  get size() {
    return this.#list.length;
  }
  append(name, value) {
    this.#list.push([String(name), String(value)]);
    this.#update();
  }
  delete(name, value) {
    this.#list = this.#list.filter(
      ([key, its]) => key !== String(name) || (value !== undefined && its !== String(value)),
    );
    this.#update();
  }
  get(name) {
    return this.#list.find(([key]) => key === String(name))?.[1] ?? null;
  }
  getAll(name) {
    return this.#list.filter(([key]) => key === String(name)).map(([, value]) => value);
  }
  has(name, value) {
    return this.#list.some(
      ([key, its]) => key === String(name) && (value === undefined || its === String(value)),
    );
  }
  set(name, value) {
    const at = this.#list.findIndex(([key]) => key === String(name));
    if (at < 0) this.#list.push([String(name), String(value)]);
    else {
      this.#list[at] = [String(name), String(value)];
      this.#list = this.#list.filter(([key], index) => index <= at || key !== String(name));
    }
    this.#update();
  }
  sort() {
    this.#list.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.#update();
  }
  forEach(callback, self) {
    for (const [name, value] of this.#list) callback.call(self, value, name, this);
  }
  *entries() {
    for (const pair of this.#list) yield [...pair];
  }
  *keys() {
    for (const [name] of this.#list) yield name;
  }
  *values() {
    for (const [, value] of this.#list) yield value;
  }
  [Symbol.iterator]() {
    return this.entries();
  }
  toString() {
    return this.#list.map(([name, value]) => `${encodeForm(name)}=${encodeForm(value)}`).join('&');
  }
  [Symbol.for('nodejs.util.inspect.custom')](_depth, options) {
    if (this.#list.length === 0) return 'URLSearchParams {}';
    return `URLSearchParams { ${this.#list.map(([name, value]) => `${inspect(name, options)} => ${inspect(value, options)}`).join(', ')} }`;
  }
}

const NAMES = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
];

export class URL {
  #parts;
  #params;
  constructor(href, base = undefined) {
    const parts = call('url.parse', [String(href), base === undefined ? '' : String(base)]);
    if (!parts) {
      const error = codedError(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
      error.input = String(href);
      if (base !== undefined) error.base = String(base);
      throw error;
    }
    this.#parts = parts;
  }
  static canParse(href, base = undefined) {
    return call('url.parse', [String(href), base === undefined ? '' : String(base)]) !== null;
  }
  static parse(href, base = undefined) {
    return URL.canParse(href, base) ? new URL(href, base) : null;
  }
  static get(url, name) {
    return url.#parts[name];
  }
  static set(url, name, value) {
    const parts = call('url.set', [url.#parts.href, name, String(value)]);
    url.#parts = parts;
    if (name === 'search' || name === 'href') url.#params = undefined;
  }
  get searchParams() {
    this.#params ??= new URLSearchParams(this.#parts.search, (text) => {
      this.#parts = call('url.set', [this.#parts.href, 'search', text]);
    });
    return this.#params;
  }
  toString() {
    return this.href;
  }
  toJSON() {
    return this.href;
  }
  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    if (depth < 0) return '[Object: URL]';
    const shown = {};
    for (const name of NAMES.toSpliced(-1, 0, 'searchParams')) shown[name] = this[name];
    return `URL ${inspect(shown, options)}`;
  }
}

const { get, set } = URL;
delete URL.get;
delete URL.set;
for (const name of NAMES) {
  Object.defineProperty(URL.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return get(this, name);
    },
    ...(name === 'origin'
      ? {}
      : {
          set(value) {
            set(this, name, value);
          },
        }),
  });
}

export function fileURLToPath(url) {
  if (typeof url !== 'string' && !(url instanceof URL)) throw invalidArgument('path', ['string', 'URL'], url);
  return pathOf(typeof url === 'string' ? new URL(url) : url);
}

function pathToFileURL(path) {
  const url = new URL('file:///');
  const resolved = path.startsWith('/') ? path : `${globalThis.process.cwd()}/${path}`;
  url.pathname = resolved
    .replaceAll('%', '%25')
    .replaceAll('\\', '%5C')
    .replaceAll('?', '%3F')
    .replaceAll('#', '%23');
  return url;
}

/** The old form: an object of parts, for texts that need be no URL. */
function parse(text, isQueryParsed = false) {
  const [, protocol = null, slashes, auth = null, host = null, pathname = null, search = null, hash = null] =
    /^([a-z][a-z0-9+.-]*:)?(\/\/)?(?:(?<=\/\/)(?:([^/?#]*)@)?([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(
      text,
    ) ?? [];
  const [, hostname = null, port = null] = /^(.*?)(?::(\d*))?$/.exec(host ?? '') ?? [];
  const query = search === null ? null : search.slice(1);
  const url = new Url();
  return Object.assign(url, {
    protocol: protocol?.toLowerCase() ?? null,
    slashes: slashes ? true : null,
    auth,
    host: host === '' ? null : host,
    port: port ?? null,
    hostname: host === null ? null : hostname,
    hash,
    search,
    query: isQueryParsed ? querystring.parse(query ?? '') : query,
    pathname: pathname || (host ? '/' : null),
    path: `${pathname || (host ? '/' : '')}${search ?? ''}` || null,
    href: String(text).replace(/^([a-z]+:\/\/[^/?#]+)(?=[?#]|$)/i, '$1/'),
  });
}
function Url() {}

function format(url, options = {}) {
  if (url instanceof URL) {
    const copy = new URL(url.href);
    if (options.fragment === false) copy.hash = '';
    if (options.search === false) copy.search = '';
    if (options.auth === false) copy.username = copy.password = '';
    return copy.href;
  }
  if (typeof url === 'string') return url;
  const protocol = url.protocol ? `${url.protocol.replace(/:$/, '')}:` : '';
  const host = url.host ?? (url.hostname ? `${url.hostname}${url.port ? `:${url.port}` : ''}` : '');
  const slashes = url.slashes || /^(https?|ftp|file|wss?):$/.test(protocol) ? '//' : '';
  const query =
    url.search ?? (url.query && Object.keys(url.query).length ? `?${querystring.stringify(url.query)}` : '');
  const path = url.pathname
    ? host && !url.pathname.startsWith('/')
      ? `/${url.pathname}`
      : url.pathname
    : '';
  return `${protocol}${host || slashes ? slashes : ''}${url.auth ? `${url.auth}@` : ''}${host}${path}${query}${url.hash ? (url.hash.startsWith('#') ? url.hash : `#${url.hash}`) : ''}`;
}

const hostOf = (name) => call('url.parse', [`ws://${name}`, ''])?.hostname ?? '';
const readable = (domain) => domain.replace(/(?<=^|\.)xn--([^.]+)/g, (_, label) => decode(label) ?? '%');

/** Empty where it is none: also what is encoded wrongly, which not all hosts see. */
function domainToASCII(name) {
  const domain = hostOf(name);
  return domain && hostOf(readable(domain)) === domain ? domain : '';
}

const resolve = (from, to) => {
  const base = new URL(from, 'resolve://');
  const url = new URL(to, base);
  return url.protocol === 'resolve:' ? url.pathname + url.search + url.hash : url.href;
};

export default {
  URL,
  URLSearchParams,
  Url,
  parse,
  format,
  resolve,
  fileURLToPath,
  pathToFileURL,
  domainToASCII,
  domainToUnicode: (name) => readable(domainToASCII(name)),
  urlToHttpOptions: ({ protocol, hostname, port, pathname, search, href, hash }) => ({
    protocol,
    hostname,
    hash,
    search,
    pathname,
    path: pathname + search,
    href,
    ...(port ? { port: Number(port) } : {}),
  }),
};
