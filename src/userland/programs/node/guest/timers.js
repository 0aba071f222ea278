/** Timers and immediates. The event loop asks `plan` what is next, and runs them. */
import { call } from './bridge.js';
import { abortError, invalidArgument } from './errors.js';
import { inspect } from './inspect.js';
import { attempt } from './ticks.js';
import { isScheduled, nextDue, nextExpiry, schedule, unschedule } from './timer-lists.js';

const LONGEST = 2 ** 31 - 1;
const byId = new Map();
/** Those made while others run are for the next round. */
let immediates = new Set();
let round;
let lastId = 0;
/** How many keep the program alive. */
let referencedTimers = 0;
let referencedImmediates = 0;

const now = () => call('clock.monotonic');

function insert(timer) {
  timer._idleStart = now();
  if (!isScheduled(timer) && timer._isReferenced) referencedTimers++;
  schedule(timer);
}

function remove(timer) {
  if (unschedule(timer) && timer._isReferenced) referencedTimers--;
}

class Timeout {
  constructor(callback, delay, args, repeat) {
    this._idleTimeout = delay >= 1 && delay <= LONGEST ? Math.trunc(delay) : 1;
    this._idleStart = 0;
    this._onTimeout = callback;
    this._repeat = repeat ? this._idleTimeout : null;
    this._destroyed = false;
    Object.defineProperty(this, '_args', { value: args });
    Object.defineProperty(this, '_isReferenced', { value: true, writable: true });
    Object.defineProperty(this, '_id', { value: ++lastId });
    byId.set(this._id, this);
    insert(this);
  }
  ref() {
    if (!this._isReferenced && isScheduled(this)) referencedTimers++;
    this._isReferenced = true;
    return this;
  }
  unref() {
    if (this._isReferenced && isScheduled(this)) referencedTimers--;
    this._isReferenced = false;
    return this;
  }
  hasRef() {
    return this._isReferenced;
  }
  /** Also one that has fired begins again; one that was cleared does not. */
  refresh() {
    if (!this._onTimeout) return this;
    this._destroyed = false;
    byId.set(this._id, this);
    insert(this);
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
    immediates.add(this);
    referencedImmediates++;
  }
  get _isWaiting() {
    return immediates.has(this) || Boolean(round?.has(this));
  }
  ref() {
    if (!this._isReferenced && this._isWaiting) referencedImmediates++;
    this._isReferenced = true;
    return this;
  }
  unref() {
    if (this._isReferenced && this._isWaiting) referencedImmediates--;
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
  remove(known);
  byId.delete(known._id);
}

export function clearInterval(timer) {
  clearTimeout(timer);
}

export function clearImmediate(immediate) {
  if (!(immediate instanceof Immediate)) return;
  const wasWaiting = immediates.delete(immediate) || round?.delete(immediate);
  if (wasWaiting && immediate._isReferenced) referencedImmediates--;
}

/**
 * Milliseconds to the next timer, whether immediates are to be run, and whether something keeps the
 * program alive, where `isWaiting` says that something else does. Where nothing does nothing is run, also
 * what is due.
 */
export function plan(isWaiting) {
  const due = nextExpiry();
  const alive = isWaiting || referencedTimers > 0 || referencedImmediates > 0;
  const isTimed = alive && due !== undefined;
  return { delay: isTimed ? due - now() : null, immediates: alive && immediates.size > 0, alive };
}

/** The next timer that is due: the host has ticks and jobs run after each, as Node does. */
export const nextDueTimer = () => nextDue(now);

export function fire(timer) {
  if (timer._repeat === null) {
    remove(timer);
    byId.delete(timer._id);
  } else insert(timer);
  attempt(timer._onTimeout.bind(timer), ...timer._args);
  if (timer._repeat === null && !isScheduled(timer)) timer._destroyed = true;
}

/** The next of this round; undefined ends it. */
export function takeImmediate() {
  if (!round) {
    round = immediates;
    immediates = new Set();
  }
  for (const first of round) {
    round.delete(first);
    if (first._isReferenced) referencedImmediates--;
    return first;
  }
  round = undefined;
  return undefined;
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

const immediateAfter = sleep((callback) => setImmediate(callback), clearImmediate);

const promises = {
  setTimeout: sleep(setTimeout, clearTimeout),
  setImmediate: (value, options) => immediateAfter(0, value, options),
  async *setInterval(delay, value, { signal, ref = true } = {}) {
    if (signal?.aborted) throw abortError(signal);
    let fired = 0;
    let wake;
    const interval = setInterval(() => {
      fired++;
      wake?.();
    }, delay);
    if (!ref) interval.unref();
    const stop = () => wake?.();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      for (;;) {
        if (fired === 0 && !signal?.aborted)
          await new Promise((resolve) => {
            wake = resolve;
          });
        if (signal?.aborted) throw abortError(signal);
        for (; fired > 0; fired--) yield value;
      }
    } finally {
      clearInterval(interval);
      signal?.removeEventListener('abort', stop);
    }
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
