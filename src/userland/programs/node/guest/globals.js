/** What a script finds in `globalThis` beside the language itself. */
import { AbortController, AbortSignal, CustomEvent, Event, EventTarget } from './abort.js';
import { atob, Blob, Buffer, btoa } from './buffer.js';
import { structuredClone } from './clone.js';
import { Console } from './console.js';
import { webcrypto } from './crypto.js';
import { invalidArgument } from './errors.js';
import { fetch, Headers, Request, Response } from './fetch.js';
import { classes, startPerformance } from './performance.js';
import { process } from './process.js';
import { attempt } from './ticks.js';
import {
  clearImmediate,
  clearInterval,
  clearTimeout,
  setImmediate,
  setInterval,
  setTimeout,
} from './timers.js';
import { URL, URLSearchParams } from './url.js';
import { TextDecoder, TextEncoder } from './util.js';

export function installGlobals() {
  const settle = Promise.prototype.then;
  const queueMicrotask = (callback) => {
    if (typeof callback !== 'function') throw invalidArgument('callback', 'function', callback);
    settle.call(Promise.resolve(), () => attempt(callback));
  };
  const hidden = {
    AbortController,
    AbortSignal,
    Blob,
    Buffer,
    CustomEvent,
    Event,
    EventTarget,
    Headers,
    Request,
    Response,
    TextDecoder,
    TextEncoder,
    URL,
    URLSearchParams,
    ...classes,
    console: new Console({ stdout: () => process.stdout, stderr: () => process.stderr }),
    process,
  };
  for (const [name, value] of Object.entries(hidden))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  const seen = {
    global: globalThis,
    clearImmediate,
    setImmediate,
    clearInterval,
    clearTimeout,
    setInterval,
    setTimeout,
    queueMicrotask,
    structuredClone,
    atob,
    btoa,
    performance: startPerformance(),
    fetch,
    crypto: webcrypto,
  };
  for (const [name, value] of Object.entries(seen))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
  Object.defineProperty(globalThis, Symbol.toStringTag, { value: 'global', configurable: true });
}
