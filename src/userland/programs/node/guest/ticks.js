/** process.nextTick's queue. The host runs it after each turn, before promises' jobs. */
import { invalidArgument } from './errors.js';

const queue = [];
let handle;

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

export function runTicks() {
  for (let tick = queue.shift(); tick; tick = queue.shift()) attempt(tick.callback, ...tick.args);
}
