/** node:perf_hooks: the clock, marks and measures, and who is told of them. @see w3.org, "User Timing" */
import { EventTarget } from './abort.js';
import { call } from './bridge.js';
import { structuredClone } from './clone.js';
import { codedError, invalidArgument } from './errors.js';
import { inspect } from './inspect.js';
import { setImmediate } from './timers.js';

const TYPES = ['mark', 'measure'];
const key = Symbol('key');
const entries = [];
const observers = new Set();
let origin = 0;
let timeOrigin = 0;

const now = () => call('clock.monotonic') - origin;
const ordered = (list) => [...list].sort((a, b) => a.startTime - b.startTime);
const byName = (list, name, type) =>
  ordered(list.filter((entry) => entry.name === name && (type === undefined || entry.entryType === type)));
const byType = (list, type) => ordered(list.filter((entry) => entry.entryType === type));

function illegal() {
  throw codedError(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
}

class PerformanceEntry {
  #fields;
  constructor(its, fields) {
    if (its !== key) illegal();
    this.#fields = fields;
  }
  get name() {
    return this.#fields.name;
  }
  get entryType() {
    return this.#fields.entryType;
  }
  get startTime() {
    return this.#fields.startTime;
  }
  get duration() {
    return this.#fields.duration;
  }
  toJSON() {
    return { ...this.#fields };
  }
  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    if (depth < 0) return this;
    return `${this.constructor.name} ${inspect(this.toJSON(), options)}`;
  }
}

function detailed(Class) {
  Object.defineProperty(Class.prototype, 'detail', {
    configurable: true,
    enumerable: true,
    get() {
      return this.toJSON().detail;
    },
  });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
}

const detailOf = ({ detail }) => (detail == null ? null : structuredClone(detail));

class PerformanceMark extends PerformanceEntry {
  constructor(name, options = {}) {
    if (name === undefined)
      throw codedError(TypeError, 'ERR_MISSING_ARGS', 'The "name" argument must be specified');
    const { startTime = now() } = options;
    if (typeof startTime !== 'number') throw invalidArgument('startTime', 'number', startTime);
    if (startTime < 0)
      throw codedError(
        TypeError,
        'ERR_PERFORMANCE_INVALID_TIMESTAMP',
        `${startTime} is not a valid timestamp`,
      );
    super(key, { name: `${name}`, entryType: 'mark', startTime, duration: 0, detail: detailOf(options) });
  }
}
detailed(PerformanceMark);

class PerformanceMeasure extends PerformanceEntry {}
detailed(PerformanceMeasure);

/** A time, or when a mark was set. */
function timeOf(mark) {
  if (typeof mark === 'number') return mark;
  const entry = entries.findLast(({ name, entryType }) => entryType === 'mark' && name === `${mark}`);
  if (!entry) throw new DOMException(`The "${mark}" performance mark has not been set`, 'SyntaxError');
  return entry.startTime;
}

function refuseMeasure(message) {
  throw codedError(TypeError, 'ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS', message);
}

function add(entry) {
  entries.push(entry);
  for (const observer of observers) PerformanceObserver.tell(observer, entry, key);
  return entry;
}

function clear(type, name) {
  const left = entries.filter(
    (entry) => entry.entryType !== type || (name !== undefined && entry.name !== `${name}`),
  );
  entries.splice(0, entries.length, ...left);
}

class Performance extends EventTarget {
  constructor(its) {
    super();
    if (its !== key) illegal();
  }
  get timeOrigin() {
    return timeOrigin;
  }
  now() {
    return now();
  }
  mark(name, options) {
    return add(new PerformanceMark(name, options));
  }
  measure(name, from = undefined, to = undefined) {
    if (typeof name !== 'string') throw invalidArgument('name', 'string', name);
    const isGiven = typeof from === 'object' && from !== null;
    const options = isGiven ? from : { start: from, end: to };
    const { start, end, duration } = options;
    if (isGiven && to !== undefined) refuseMeasure('endMark must not be specified');
    if (start !== undefined && end !== undefined && duration !== undefined)
      refuseMeasure('Must not have options.start, options.end, and options.duration specified');
    let until = end === undefined ? undefined : timeOf(end);
    if (until === undefined)
      until = start !== undefined && duration !== undefined ? timeOf(start) + duration : now();
    let startTime = 0;
    if (start !== undefined) startTime = timeOf(start);
    else if (duration !== undefined) startTime = until - duration;
    const fields = { name, entryType: 'measure', startTime, duration: until - startTime };
    return add(new PerformanceMeasure(key, { ...fields, detail: detailOf(options) }));
  }
  getEntries() {
    return ordered(entries);
  }
  getEntriesByName(name, type) {
    return byName(entries, name, type);
  }
  getEntriesByType(type) {
    return byType(entries, type);
  }
  clearMarks(name) {
    clear('mark', name);
  }
  clearMeasures(name) {
    clear('measure', name);
  }
  toJSON() {
    return { timeOrigin };
  }
  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    return depth < 0 ? this : `Performance ${inspect({ timeOrigin }, options)}`;
  }
}

class PerformanceObserverEntryList {
  #list;
  constructor(its, list) {
    if (its !== key) illegal();
    this.#list = list;
  }
  getEntries() {
    return ordered(this.#list);
  }
  getEntriesByName(name, type) {
    return byName(this.#list, name, type);
  }
  getEntriesByType(type) {
    return byType(this.#list, type);
  }
}

class PerformanceObserver {
  #callback;
  #types = new Set();
  #records = [];
  #isPending = false;
  constructor(callback) {
    if (typeof callback !== 'function') throw invalidArgument('callback', 'function', callback);
    this.#callback = callback;
  }
  static get supportedEntryTypes() {
    return TYPES;
  }
  /** For those who have the key. */
  static tell(observer, entry, its) {
    if (its === key && observer.#types.has(entry.entryType)) observer.#take([entry]);
  }
  observe(options = {}) {
    const { entryTypes, type, buffered } = options;
    if (entryTypes === undefined && type === undefined)
      throw codedError(
        TypeError,
        'ERR_MISSING_ARGS',
        'The "options.entryTypes" and "options.type" arguments must be specified',
      );
    if (entryTypes !== undefined && type !== undefined)
      throw codedError(
        TypeError,
        'ERR_INVALID_ARG_VALUE',
        "The property 'options.entryTypes' options.entryTypes can not set with options.type together. Received " +
          inspect(entryTypes),
      );
    if (entryTypes !== undefined) this.#types = new Set(entryTypes);
    else this.#types.add(type);
    observers.add(this);
    if (buffered && type !== undefined) this.#take(byType(entries, type));
  }
  #take(list) {
    this.#records.push(...list);
    if (this.#isPending || list.length === 0) return;
    this.#isPending = true;
    setImmediate(() => {
      this.#isPending = false;
      const records = this.takeRecords();
      if (records.length > 0)
        Reflect.apply(this.#callback, this, [new PerformanceObserverEntryList(key, records), this]);
    });
  }
  disconnect() {
    observers.delete(this);
    this.#types.clear();
    this.#records = [];
  }
  takeRecords() {
    return this.#records.splice(0);
  }
}

/** The one that there is, from now on. */
export function startPerformance() {
  origin = call('clock.monotonic');
  timeOrigin = call('clock.now');
  return new Performance(key);
}

export const classes = {
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
};
