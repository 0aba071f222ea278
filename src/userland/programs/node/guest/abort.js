/** EventTarget, Event, AbortController and AbortSignal, as far as scripts use them. @see https://dom.spec.whatwg.org */
import { codedError } from './errors.js';

export class Event {
  #type;
  #options;
  #prevented = false;
  #stopped = false;
  target = null;
  currentTarget = null;
  timeStamp = 0;
  constructor(type, options = {}) {
    this.#type = String(type);
    this.#options = options;
  }
  get type() {
    return this.#type;
  }
  get cancelable() {
    return Boolean(this.#options.cancelable);
  }
  get bubbles() {
    return Boolean(this.#options.bubbles);
  }
  get defaultPrevented() {
    return this.#prevented;
  }
  get isStopped() {
    return this.#stopped;
  }
  preventDefault() {
    if (this.cancelable) this.#prevented = true;
  }
  stopImmediatePropagation() {
    this.#stopped = true;
  }
  stopPropagation() {}
}

export class CustomEvent extends Event {
  #detail;
  constructor(type, options = {}) {
    super(type, options);
    this.#detail = options.detail ?? null;
  }
  get detail() {
    return this.#detail;
  }
}

export class EventTarget {
  #listeners = new Map();
  addEventListener(type, listener, options) {
    if (!listener) return;
    if (options?.signal?.aborted) return;
    const list = this.#listeners.get(type) ?? [];
    if (!list.some((known) => known.listener === listener))
      list.push({ listener, once: Boolean(options?.once) });
    this.#listeners.set(type, list);
    options?.signal?.addEventListener('abort', () => this.removeEventListener(type, listener), {
      once: true,
    });
  }
  removeEventListener(type, listener) {
    const list = this.#listeners.get(type);
    if (list)
      this.#listeners.set(
        type,
        list.filter((known) => known.listener !== listener),
      );
  }
  dispatchEvent(event) {
    event.target = event.currentTarget = this;
    for (const { listener, once } of [...(this.#listeners.get(event.type) ?? [])]) {
      if (once) this.removeEventListener(event.type, listener);
      if (typeof listener === 'function') listener.call(this, event);
      else listener.handleEvent(event);
      if (event.isStopped) break;
    }
    return !event.defaultPrevented;
  }
}

const make = Symbol('make');

export class AbortSignal extends EventTarget {
  #aborted = false;
  #reason;
  onabort = null;
  constructor(key) {
    super();
    if (key !== make) throw codedError(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    Object.defineProperty(this, 'onabort', { enumerable: false });
  }
  get aborted() {
    return this.#aborted;
  }
  get reason() {
    return this.#reason;
  }
  throwIfAborted() {
    if (this.#aborted) throw this.#reason;
  }
  static abort(reason) {
    const signal = new AbortSignal(make);
    AbortSignal.end(signal, make, reason);
    return signal;
  }
  static timeout(ms) {
    const signal = new AbortSignal(make);
    const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    setTimeout(() => AbortSignal.end(signal, make, reason), ms).unref();
    return signal;
  }
  static any(signals) {
    const all = new AbortSignal(make);
    for (const signal of signals) {
      if (signal.aborted) AbortSignal.end(all, make, signal.reason);
      else signal.addEventListener('abort', () => AbortSignal.end(all, make, signal.reason), { once: true });
    }
    return all;
  }
  /** For those who have the key: the controller and the functions above. */
  static end(signal, key, reason = new DOMException('This operation was aborted', 'AbortError')) {
    if (key !== make || signal.#aborted) return;
    signal.#aborted = true;
    signal.#reason = reason;
    const event = new Event('abort');
    signal.onabort?.(event);
    signal.dispatchEvent(event);
  }
}

export class AbortController {
  #signal = new AbortSignal(make);
  get signal() {
    return this.#signal;
  }
  abort(reason) {
    AbortSignal.end(this.#signal, make, reason);
  }
}
