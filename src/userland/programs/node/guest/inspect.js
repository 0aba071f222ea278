/** util.inspect and util.format: Node's own, as node-inspect-extracted has them. */
import './engine-gaps.js';
import util from 'node-inspect-extracted';

export const { inspect, format, formatWithOptions, stripVTControlCharacters } = util;

const STATES = ['<pending>', '', '<rejected> '];

/** What is in a promise only the engine can tell. */
export function inspectPromises(ask) {
  Object.defineProperty(Promise.prototype, inspect.custom, {
    configurable: true,
    writable: true,
    value(depth, options) {
      if (depth < 0) return '[Promise]';
      const state = Number(ask('promise.state', this).slice(1));
      const name = this.constructor?.name ?? 'Promise';
      if (state < 0) return `${name} {}`;
      const inner = state === 0 ? STATES[0] : STATES[state] + inspect(ask('promise.result', this), options);
      return inner.length > 60 || inner.includes('\n')
        ? `${name} {\n  ${inner.replaceAll('\n', '\n  ')}\n}`
        : `${name} { ${inner} }`;
    },
  });
}
