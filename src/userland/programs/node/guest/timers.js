/** Timers and immediates. The event loop asks `plan` what is next, and runs them. */
import { call } from './bridge.js';
import { invalidArgument } from './errors.js';
import { inspect } from './inspect.js';
import { attempt } from './ticks.js';

const LONGEST = 2 ** 31 - 1;
const timers = new Set();
const byId = new Map();
let immediates = [];
let lastId = 0;

const now = () => call('clock.monotonic');

class Timeout {
  constructor(callback, delay, args, repeat) {
    this._idleTimeout = delay >= 1 && delay <= LONGEST ? Math.trunc(delay) : 1;
    this._idleStart = now();
    this._onTimeout = callback;
    this._repeat = repeat ? this._idleTimeout : null;
    this._destroyed = false;
    Object.defineProperty(this, '_args', { value: args });
    Object.defineProperty(this, '_isReferenced', { value: true, writable: true });
    Object.defineProperty(this, '_id', { value: ++lastId });
    timers.add(this);
    byId.set(this._id, this);
  }
  get _due() {
    return this._idleStart + this._idleTimeout;
  }
  ref() {
    this._isReferenced = true;
    return this;
  }
  unref() {
    this._isReferenced = false;
    return this;
  }
  hasRef() {
    return this._isReferenced;
  }
  refresh() {
    this._idleStart = now();
    if (!this._destroyed) timers.add(this);
    return this;
  }
  close() {
    clearTimeout(this);
    return this;
  }
  [Symbol.toPrimitive]() {
    return this._id;
  }
  [Symbol.dispose]() {
    clearTimeout(this);
  }
}

class Immediate {
  constructor(callback, args) {
    this._onImmediate = callback;
    Object.defineProperty(this, '_args', { value: args });
    Object.defineProperty(this, '_isReferenced', { value: true, writable: true });
    immediates.push(this);
  }
  ref() {
    this._isReferenced = true;
    return this;
  }
  unref() {
    this._isReferenced = false;
    return this;
  }
  hasRef() {
    return this._isReferenced;
  }
}

function checked(callback) {
  if (typeof callback !== 'function') throw invalidArgument('callback', 'function', callback);
  return callback;
}

export function setTimeout(callback, delay, ...args) {
  return new Timeout(checked(callback), delay, args, false);
}

export function setInterval(callback, delay, ...args) {
  return new Timeout(checked(callback), delay, args, true);
}

export function setImmediate(callback, ...args) {
  return new Immediate(checked(callback), args);
}

export function clearTimeout(timer) {
  const known = timer instanceof Timeout ? timer : byId.get(Number(timer));
  if (!known) return;
  known._destroyed = true;
  known._onTimeout = null;
  timers.delete(known);
  byId.delete(known._id);
}

export function clearInterval(timer) {
  clearTimeout(timer);
}

export function clearImmediate(immediate) {
  if (immediate instanceof Immediate) immediates = immediates.filter((one) => one !== immediate);
}

/** Milliseconds to the next timer, and whether there is what keeps the program alive. */
export function plan() {
  let due = Number.POSITIVE_INFINITY;
  let alive = false;
  for (const timer of timers) {
    due = Math.min(due, timer._due);
    alive ||= timer._isReferenced;
  }
  return {
    delay: timers.size ? due - now() : null,
    immediates: immediates.length > 0 && (alive || immediates.some((one) => one._isReferenced)),
    alive: alive || immediates.some((one) => one._isReferenced),
  };
}

/** Runs the timers that are due, by their times; `between` runs ticks and jobs after each, as Node does. */
export function nextDueTimer() {
  let first;
  const time = now();
  for (const timer of timers) {
    if (timer._due <= time && (!first || timer._due < first._due)) first = timer;
  }
  return first;
}

export function fire(timer) {
  if (timer._repeat === null) {
    timers.delete(timer);
    byId.delete(timer._id);
  } else {
    timer._idleStart = now();
    // Behind those that are due at the same time.
    timers.delete(timer);
    timers.add(timer);
  }
  attempt(timer._onTimeout.bind(timer), ...timer._args);
  if (timer._repeat === null && !timers.has(timer)) timer._destroyed = true;
}

export function takeImmediate() {
  return immediates.shift();
}

export function immediateCount() {
  return immediates.length;
}

const sleep =
  (make, clear) =>
  (delay, value, { signal, ref = true } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortError(signal));
      const timer = make(() => resolve(value), delay);
      if (!ref) timer.unref();
      signal?.addEventListener('abort', () => {
        clear(timer);
        reject(abortError(signal));
      });
    });

function abortError(signal) {
  const error = new Error('The operation was aborted', { cause: signal.reason });
  error.name = 'AbortError';
  error.code = 'ABORT_ERR';
  return error;
}

const immediateAfter = sleep((callback) => setImmediate(callback), clearImmediate);

const promises = {
  setTimeout: sleep(setTimeout, clearTimeout),
  setImmediate: (value, options) => immediateAfter(0, value, options),
  async *setInterval(delay, value) {
    for (;;) yield await promises.setTimeout(delay, value);
  },
  scheduler: {
    wait: (delay, options) => promises.setTimeout(delay, undefined, options),
    yield: () => immediateAfter(),
  },
};

const custom = Symbol.for('nodejs.util.promisify.custom');
setTimeout[custom] = promises.setTimeout;
setImmediate[custom] = promises.setImmediate;
Timeout.prototype[inspect.custom] = function (_depth, options) {
  const { _idleTimeout, _idleStart, _onTimeout, _repeat, _destroyed } = this;
  const shown = inspect(
    {
      _idleTimeout,
      _idlePrev: null,
      _idleNext: null,
      _idleStart,
      _onTimeout,
      _timerArgs: undefined,
      _repeat,
      _destroyed,
    },
    options,
  );
  return `Timeout ${shown}`;
};

export default {
  setTimeout,
  setInterval,
  setImmediate,
  clearTimeout,
  clearInterval,
  clearImmediate,
  promises,
};
