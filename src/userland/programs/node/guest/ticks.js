/** process.nextTick's queue. The host runs it after each turn, before promises' jobs. */
import { invalidArgument } from './errors.js';

/** What is put here while others run is run with them. */
let queue = [];
let at = 0;
let handle;
/** Done ones that are kept at most. */
const MANY = 4096;

export function onThrown(handler) {
  handle = handler;
}

export function nextTick(callback, ...args) {
  if (typeof callback !== 'function') throw invalidArgument('callback', 'function', callback);
  queue.push({ callback, args });
}

/** Runs what a turn calls; what it throws nobody caught. */
export function attempt(callback, ...args) {
  try {
    return callback(...args);
  } catch (error) {
    handle(error);
    return undefined;
  }
}

/** Taking from the front of a long array would copy the rest each time. */
export function runTicks() {
  while (at < queue.length) {
    const { callback, args } = queue[at++];
    if (at === MANY) {
      queue = queue.slice(at);
      at = 0;
    }
    attempt(callback, ...args);
  }
  queue = [];
  at = 0;
}
