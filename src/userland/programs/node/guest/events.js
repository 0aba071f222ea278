/** node:events. */
import { codedError, invalidArgument } from './errors.js';
import { inspect } from './inspect.js';
import { nextTick } from './ticks.js';

const errorMonitor = Symbol('events.errorMonitor');
const captureRejectionSymbol = Symbol.for('nodejs.rejection');
const DEFAULT_MOST = 10;
let defaultMaxListeners = DEFAULT_MOST;
let capturesRejections = false;
/** On emitters whose listeners' promises are looked after. */
const captured = Symbol('captureRejections');

export function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}

function check(listener) {
  if (typeof listener !== 'function') throw invalidArgument('listener', 'function', listener);
}

EventEmitter.init = function (options) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = Object.create(null);
    this._eventsCount = 0;
  }
  this._maxListeners = this._maxListeners || undefined;
  const captures = options?.captureRejections;
  if (captures !== undefined && typeof captures !== 'boolean')
    throw invalidArgument('options.captureRejections', 'boolean', captures);
  if (captures ?? capturesRejections) Object.defineProperty(this, captured, { value: true, writable: true });
};

function listenersOf(emitter, name) {
  const known = emitter._events?.[name];
  return known === undefined ? [] : typeof known === 'function' ? [known] : known;
}

function add(emitter, name, listener, first) {
  check(listener);
  if (emitter._events === undefined) EventEmitter.init.call(emitter);
  if (emitter._events.newListener !== undefined)
    emitter.emit('newListener', name, listener.listener ?? listener);
  const known = emitter._events[name];
  if (known === undefined) {
    emitter._events[name] = listener;
    emitter._eventsCount++;
  } else {
    const list = typeof known === 'function' ? [known] : known.slice();
    if (first) list.unshift(listener);
    else list.push(listener);
    list.warned = known.warned;
    emitter._events[name] = list;
    warn(emitter, name, list);
  }
  return emitter;
}

function warn(emitter, name, list) {
  const most = emitter.getMaxListeners();
  if (most <= 0 || list.length <= most || list.warned) return;
  list.warned = true;
  const what = `${list.length} ${String(name)} listeners added to ${inspect(emitter, { depth: -1 })}. MaxListeners is ${most}.`;
  const warning = new Error(
    `Possible EventEmitter memory leak detected. ${what} Use emitter.setMaxListeners() to increase limit`,
  );
  warning.name = 'MaxListenersExceededWarning';
  globalThis.process?.emitWarning(warning);
}

function onceWrapper(emitter, name, listener) {
  let fired = false;
  const wrapped = (...args) => {
    if (fired) return undefined;
    fired = true;
    emitter.removeListener(name, wrapped);
    return listener.apply(emitter, args);
  };
  wrapped.listener = listener;
  return wrapped;
}

Object.assign(EventEmitter.prototype, {
  _events: undefined,
  _eventsCount: 0,
  _maxListeners: undefined,
  setMaxListeners(count) {
    this._maxListeners = count;
    return this;
  },
  getMaxListeners() {
    return this._maxListeners ?? defaultMaxListeners;
  },
  emit(name, ...args) {
    if (name === 'error') {
      if (this._events?.[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
      if (listenersOf(this, 'error').length === 0) throw unhandled(args[0]);
    }
    const list = listenersOf(this, name);
    if (list.length === 0) return false;
    for (const listener of list.slice()) {
      const result = listener.apply(this, args);
      if (this[captured] && typeof result?.then === 'function')
        result.then(undefined, (error) => nextTick(emitRejection, this, error, name, args));
    }
    return true;
  },
  on(name, listener) {
    return add(this, name, listener, false);
  },
  addListener(name, listener) {
    return add(this, name, listener, false);
  },
  prependListener(name, listener) {
    return add(this, name, listener, true);
  },
  once(name, listener) {
    check(listener);
    return this.on(name, onceWrapper(this, name, listener));
  },
  prependOnceListener(name, listener) {
    check(listener);
    return this.prependListener(name, onceWrapper(this, name, listener));
  },
  removeListener(name, listener) {
    check(listener);
    const list = listenersOf(this, name).slice();
    const at = list.findLastIndex((one) => one === listener || one.listener === listener);
    if (at < 0) return this;
    list.splice(at, 1);
    if (list.length === 0) {
      delete this._events[name];
      this._eventsCount--;
    } else this._events[name] = list.length === 1 ? list[0] : list;
    if (this._events.removeListener !== undefined) this.emit('removeListener', name, listener);
    return this;
  },
  off(name, listener) {
    return this.removeListener(name, listener);
  },
  removeAllListeners(name) {
    if (name === undefined) {
      for (const one of Reflect.ownKeys(this._events ?? {}))
        if (one !== 'removeListener') this.removeAllListeners(one);
      this._events = Object.create(null);
      this._eventsCount = 0;
    } else
      for (const listener of listenersOf(this, name).slice().reverse()) this.removeListener(name, listener);
    return this;
  },
  listeners(name) {
    return listenersOf(this, name).map((listener) => listener.listener ?? listener);
  },
  rawListeners(name) {
    return listenersOf(this, name).slice();
  },
  listenerCount(name, listener) {
    const list = listenersOf(this, name);
    return listener
      ? list.filter((one) => one === listener || one.listener === listener).length
      : list.length;
  },
  eventNames() {
    return Reflect.ownKeys(this._events ?? {});
  },
});
for (const name of Object.keys(EventEmitter.prototype)) {
  if (typeof EventEmitter.prototype[name] === 'function')
    Object.defineProperty(EventEmitter.prototype[name], 'name', { value: name });
}

/** What rejects while it is told of is not told of again. */
function emitRejection(emitter, error, name, args) {
  const handle = emitter[captureRejectionSymbol];
  if (typeof handle === 'function') {
    handle.call(emitter, error, name, ...args);
    return;
  }
  emitter[captured] = false;
  try {
    emitter.emit('error', error);
  } finally {
    emitter[captured] = true;
  }
}

function unhandled(error) {
  if (error instanceof Error) return error;
  const thrown = codedError(
    Error,
    'ERR_UNHANDLED_ERROR',
    `Unhandled error. (${typeof error === 'string' ? `'${error}'` : inspect(error)})`,
  );
  thrown.context = error;
  return thrown;
}

function once(emitter, name, { signal } = {}) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    if (typeof emitter.addEventListener === 'function') {
      emitter.addEventListener(name, (event) => resolve([event]), { once: true });
      return;
    }
    const failed = (error) => {
      emitter.removeListener(name, arrived);
      reject(error);
    };
    const arrived = (...args) => {
      emitter.removeListener('error', failed);
      resolve(args);
    };
    emitter.once(name, arrived);
    if (name !== 'error') emitter.once('error', failed);
    signal?.addEventListener('abort', () => failed(signal.reason), { once: true });
  });
}

/** An endless iterator over an event's arguments. */
function on(emitter, name, { signal } = {}) {
  const arrived = [];
  const waiting = [];
  let failure;
  const listener = (...args) => {
    const next = waiting.shift();
    if (next) next.resolve({ value: args, done: false });
    else arrived.push(args);
  };
  const failed = (error) => {
    failure = error;
    const next = waiting.shift();
    if (next) next.reject(error);
  };
  emitter.on(name, listener);
  if (name !== 'error') emitter.on('error', failed);
  signal?.addEventListener('abort', () => failed(signal.reason), { once: true });
  return {
    next() {
      if (arrived.length) return Promise.resolve({ value: arrived.shift(), done: false });
      if (failure) return Promise.reject(failure);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return() {
      emitter.removeListener(name, listener);
      emitter.removeListener('error', failed);
      for (const next of waiting) next.resolve({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const listenerCount = (emitter, name) => emitter.listenerCount(name);
const getEventListeners = (emitter, name) => emitter.listeners(name);
const setMaxListeners = (count, ...emitters) => {
  if (emitters.length === 0) defaultMaxListeners = count;
  for (const emitter of emitters) emitter.setMaxListeners?.(count);
};

Object.assign(EventEmitter, {
  EventEmitter,
  once,
  on,
  errorMonitor,
  captureRejectionSymbol,
  listenerCount,
  getEventListeners,
  setMaxListeners,
});
Object.defineProperty(EventEmitter, 'captureRejections', {
  enumerable: true,
  get: () => capturesRejections,
  set(value) {
    if (typeof value !== 'boolean') throw invalidArgument('EventEmitter.captureRejections', 'boolean', value);
    capturesRejections = value;
  },
});
Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
  enumerable: true,
  get: () => defaultMaxListeners,
  set(count) {
    defaultMaxListeners = count;
  },
});
