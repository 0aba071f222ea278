/** What readable-stream wants of `process`. */
import { nextTick } from './ticks.js';

export default {
  nextTick,
  env: {},
  versions: {},
  emitWarning: (...args) => globalThis.process.emitWarning(...args),
};
