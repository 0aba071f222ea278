/** Intl and what of the language speaks to people: the host formats. */
import { call } from './bridge.js';

const { stringify } = JSON;

/** Has the host do it, and throws what it throws. */
function asked(operation, args) {
  try {
    return call(operation, args);
  } catch (error) {
    if (error.code === 'RangeError') throw new RangeError(error.message);
    if (error.code === 'TypeError') throw new TypeError(error.message);
    throw error;
  }
}

/** Languages as a list: one, several or none. */
const listOf = (locales) => stringify(locales === undefined ? [] : [locales].flat());

const ask = (name, method, locales, options, args) =>
  asked('intl', [name, method, listOf(locales), stringify(options ?? {}), stringify(args.map(plain))]);

/** Numbers as JSON has them, and those that it has not as their words, which are taken for them. */
function plain(value) {
  const simple = value instanceof Date ? value.getTime() : value;
  if (typeof simple === 'bigint') return String(simple);
  if (Object.is(simple, -0)) return '-0';
  return typeof simple === 'number' && !Number.isFinite(simple) ? String(simple) : simple;
}

/** A class of Intl with some of its methods; `bound` are getters of functions, as `format` often is passed on. */
function formatter(name, methods) {
  const Class = {
    [name]: class {
      #locales;
      #options;
      constructor(locales, options) {
        this.#locales = locales;
        this.#options = options;
        ask(name, 'resolvedOptions', locales, options, []);
      }
      static supportedLocalesOf(locales, options) {
        return asked('intl.locales', [name, listOf(locales), stringify(options ?? {})]);
      }
      static ask(self, method, args) {
        return ask(name, method, self.#locales, self.#options, args);
      }
    },
  }[name];
  const inner = Class.ask;
  delete Class.ask;
  for (const method of [...methods, 'resolvedOptions']) {
    const isBound = method === 'format' || method === 'compare';
    Object.defineProperty(Class.prototype, method, {
      configurable: true,
      ...(isBound
        ? {
            get() {
              return (...args) => inner(this, method, args);
            },
          }
        : {
            value(...args) {
              return inner(this, method, args);
            },
          }),
    });
  }
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: `Intl.${name}`, configurable: true });
  return Class;
}

const DATE = { year: 'numeric', month: 'numeric', day: 'numeric' };
const TIME = { hour: 'numeric', minute: 'numeric', second: 'numeric' };
const FIELDS = [
  'weekday',
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'second',
  'dateStyle',
  'timeStyle',
  'dayPeriod',
  'fractionalSecondDigits',
];

function dateText(standard) {
  return function (locales, options = {}) {
    if (Number.isNaN(this.getTime())) return 'Invalid Date';
    const isGiven = FIELDS.some((field) => options[field] !== undefined);
    return ask('DateTimeFormat', 'format', locales, isGiven ? options : { ...standard, ...options }, [
      this.getTime(),
    ]);
  };
}

export function installIntl() {
  const intl = { getCanonicalLocales: (locales) => asked('intl.locales', ['', listOf(locales), '{}']) };
  Object.assign(intl, {
    Collator: formatter('Collator', ['compare']),
    DateTimeFormat: formatter('DateTimeFormat', ['format', 'formatToParts', 'formatRange']),
    DisplayNames: formatter('DisplayNames', ['of']),
    ListFormat: formatter('ListFormat', ['format', 'formatToParts']),
    NumberFormat: formatter('NumberFormat', ['format', 'formatToParts', 'formatRange']),
    PluralRules: formatter('PluralRules', ['select']),
    RelativeTimeFormat: formatter('RelativeTimeFormat', ['format', 'formatToParts']),
  });
  Object.defineProperty(intl, Symbol.toStringTag, { value: 'Intl', configurable: true });
  const define = (target, name, value) => {
    Object.defineProperty(value, 'name', { value: name });
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  };
  Object.defineProperty(globalThis, 'Intl', { value: intl, writable: true, configurable: true });
  define(Date.prototype, 'toLocaleDateString', dateText(DATE));
  define(Date.prototype, 'toLocaleTimeString', dateText(TIME));
  define(Date.prototype, 'toLocaleString', dateText({ ...DATE, ...TIME }));
  define(Number.prototype, 'toLocaleString', function (locales, options) {
    return ask('NumberFormat', 'format', locales, options, [this.valueOf()]);
  });
  define(BigInt.prototype, 'toLocaleString', function (locales, options) {
    return ask('NumberFormat', 'format', locales, options, [this.valueOf()]);
  });
  define(String.prototype, 'localeCompare', function (other, locales, options) {
    return ask('Collator', 'compare', locales, options, [String(this), String(other)]);
  });
  // QuickJS leaves the zone's name out.
  const { toString: textOfDate, toTimeString } = Date.prototype;
  const named = (text) => (text === 'Invalid Date' ? text : `${text} (Coordinated Universal Time)`);
  define(Date.prototype, 'toString', function () {
    return named(textOfDate.call(this));
  });
  define(Date.prototype, 'toTimeString', function () {
    return named(toTimeString.call(this));
  });
}
