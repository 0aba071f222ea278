/** console, as Node prints it. */
import { call } from './bridge.js';
import { table } from './console-table.js';
import { formatWithOptions, inspect } from './inspect.js';

export class Console {
  #out;
  #err;
  #indent = '';
  #counts = new Map();
  #times = new Map();

  constructor(stdout, stderr) {
    const options = stdout?.stdout ? stdout : { stdout, stderr };
    this.#out = typeof options.stdout === 'function' ? options.stdout : () => options.stdout;
    this.#err =
      typeof options.stderr === 'function' ? options.stderr : () => options.stderr ?? options.stdout;
    // Methods are often taken off, and called alone.
    for (const name of METHODS) this[name] = this[name].bind(this);
    for (const [name, same] of [
      ['info', 'log'],
      ['debug', 'log'],
      ['dirxml', 'log'],
      ['error', 'warn'],
      ['groupCollapsed', 'group'],
    ])
      this[name] = (...args) => this[same](...args);
    for (const name of Object.keys(this)) Object.defineProperty(this[name], 'name', { value: name });
  }

  #write(stream, args) {
    const text = formatWithOptions({ colors: Boolean(stream.isTTY && stream.hasColors?.()) }, ...args);
    const indented = this.#indent ? this.#indent + text.replaceAll('\n', `\n${this.#indent}`) : text;
    stream.write(`${indented}\n`);
  }

  log(...args) {
    this.#write(this.#out(), args);
  }

  warn(...args) {
    this.#write(this.#err(), args);
  }

  dir(value, options) {
    this.#write(this.#out(), [inspect(value, { customInspect: false, ...options })]);
  }

  assert(isTrue, ...args) {
    if (isTrue) return;
    const [first, ...rest] = args;
    this.warn(args.length ? `Assertion failed: ${first}` : 'Assertion failed', ...rest);
  }

  trace(...args) {
    const error = { name: 'Trace', message: formatWithOptions({}, ...args) };
    Error.captureStackTrace(error, this.trace);
    this.warn(error.stack);
  }

  count(label = 'default') {
    const count = (this.#counts.get(`${label}`) ?? 0) + 1;
    this.#counts.set(`${label}`, count);
    this.log(`${label}: ${count}`);
  }

  countReset(label = 'default') {
    this.#counts.delete(`${label}`);
  }

  group(...args) {
    if (args.length) this.log(...args);
    this.#indent += '  ';
  }

  groupEnd() {
    this.#indent = this.#indent.slice(2);
  }

  time(label = 'default') {
    this.#times.set(`${label}`, call('clock.monotonic'));
  }

  timeLog(label = 'default', ...args) {
    this.log(`${label}: ${duration(call('clock.monotonic') - (this.#times.get(`${label}`) ?? 0))}`, ...args);
  }

  timeEnd(label = 'default') {
    this.timeLog(label);
    this.#times.delete(`${label}`);
  }

  table(data, columns) {
    if (data === null || typeof data !== 'object') this.log(data);
    else this.log(table(data, columns));
  }
}

const METHODS = Object.getOwnPropertyNames(Console.prototype).filter((name) => name !== 'constructor');

function duration(ms) {
  if (ms >= 1000) return `${(ms / 1000).toFixed(3)}s`;
  return `${Number(ms.toFixed(3))}ms`;
}
