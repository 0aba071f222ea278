/** node:assert. Differences are shown value beside value, without Node's coloured diff. */
import { isDeepLooseEqual, isDeepStrictEqual } from './equality.js';
import { invalidArgument } from './errors.js';
import { inspect } from './inspect.js';

const HEADS = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
};

const shown = (value) =>
  inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Number.POSITIVE_INFINITY,
    showHidden: false,
    sorted: true,
    getters: true,
  });

function messageOf(operator, actual, expected) {
  const [a, b] = [shown(actual), shown(expected)];
  if (operator === 'strictEqual' && !a.includes('\n') && !b.includes('\n') && a.length + b.length <= 12 * 2) {
    if (typeof actual !== 'object' && typeof expected !== 'object' && (actual !== 0 || expected !== 0))
      return `${HEADS[operator]}\n\n${a} !== ${b}\n`;
  }
  if (operator === 'deepEqual') return `${HEADS[operator]}\n\n${a}\n\nshould loosely deep-equal\n\n${b}`;
  if (operator === 'notStrictEqual' || operator === 'notDeepStrictEqual')
    return `${HEADS[operator]}${a.includes('\n') ? '\n\n' : ' '}${a}${a.includes('\n') ? '\n' : ''}`;
  return `${HEADS[operator]}\n+ actual - expected\n\n${difference(a.split('\n'), b.split('\n'))}`;
}

/** Lines of one and the other, those in common once. */
function difference(actual, expected) {
  const lengths = actual.map(() => new Array(expected.length + 1).fill(0));
  lengths.push(new Array(expected.length + 1).fill(0));
  for (let i = actual.length - 1; i >= 0; i--)
    for (let j = expected.length - 1; j >= 0; j--)
      lengths[i][j] =
        actual[i] === expected[j]
          ? lengths[i + 1][j + 1] + 1
          : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  const lines = [];
  let [i, j] = [0, 0];
  while (i < actual.length || j < expected.length) {
    if (i < actual.length && j < expected.length && actual[i] === expected[j]) {
      lines.push(`  ${actual[i]}`);
      i++;
      j++;
    } else if (i < actual.length && (j >= expected.length || lengths[i + 1][j] >= lengths[i][j + 1]))
      lines.push(`+ ${actual[i++]}`);
    else lines.push(`- ${expected[j++]}`);
  }
  return lines.join('\n');
}

class AssertionError extends Error {
  constructor(options) {
    if (typeof options !== 'object' || options === null) throw invalidArgument('options', 'object', options);
    const { actual, expected, operator, message, stackStartFn } = options;
    super(message !== undefined ? String(message) : messageOf(operator, actual, expected));
    this.generatedMessage = message === undefined;
    Object.defineProperty(this, 'name', {
      value: 'AssertionError [ERR_ASSERTION]',
      configurable: true,
      writable: true,
    });
    this.code = 'ERR_ASSERTION';
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    Error.captureStackTrace(this, stackStartFn ?? AssertionError);
    String(this.stack);
    this.name = 'AssertionError';
  }
  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }
}

function fail(options) {
  if (options.message instanceof Error) throw options.message;
  const error = new AssertionError(options);
  if (options.generated) error.generatedMessage = true;
  throw error;
}

export function assert(...args) {
  ok(...args);
}

function ok(...args) {
  const [value, message] = args;
  if (value) return;
  const generated =
    args.length === 0
      ? 'No value argument passed to `assert.ok()`'
      : message === undefined
        ? 'The expression evaluated to a falsy value:\n\n  assert(value)\n'
        : undefined;
  fail({
    actual: value,
    expected: true,
    operator: '==',
    message: generated ?? message,
    generated: message === undefined,
  });
}

const comparison = (operator, isFine) =>
  ({
    [operator](actual, expected, message) {
      if (!isFine(actual, expected)) fail({ actual, expected, operator, message });
    },
  })[operator];

// biome-ignore lint/suspicious/noDoubleEquals: loose equality is this
const looselyEqual = (a, b) => a == b || (Number.isNaN(a) && Number.isNaN(b));
const loose = (sign, isFine) => (actual, expected, message) => {
  if (!isFine(actual, expected))
    fail({
      actual,
      expected,
      operator: sign,
      message: message ?? `${inspect(actual)} ${sign === '==' ? '==' : '!='} ${inspect(expected)}`,
      generated: message === undefined,
    });
};

/** Whether what was thrown is what was wanted: a class, a pattern, an object's properties, a function. */
function matches(error, expected, message, operator) {
  if (typeof expected === 'function') {
    if (expected.prototype !== undefined && error instanceof expected) return;
    if (expected.prototype instanceof Error) throw error;
    if (expected.prototype === undefined || !(expected.prototype instanceof Error)) {
      if (expected.call({}, error) === true) return;
      fail({
        actual: error,
        expected,
        operator,
        message:
          message ??
          `The ${expected.name ? `"${expected.name}"` : ''} validation function is expected to return "true". Received ${inspect(false)}\n\nCaught error:\n\n${error}`,
      });
    }
    throw error;
  }
  if (expected instanceof RegExp) {
    if (expected.test(String(error))) return;
    fail({
      actual: error,
      expected,
      operator,
      message:
        message ??
        `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(String(error))}\n`,
      generated: message === undefined,
    });
  }
  for (const key of [...Object.keys(expected), ...(expected instanceof Error ? ['name', 'message'] : [])]) {
    const isPattern = expected[key] instanceof RegExp && typeof error[key] === 'string';
    if (isPattern ? expected[key].test(error[key]) : isDeepStrictEqual(error[key], expected[key])) continue;
    fail({ actual: error, expected, operator: 'deepStrictEqual', message });
  }
}

function throws(callback, expected, message) {
  if (typeof callback !== 'function') throw invalidArgument('fn', 'function', callback);
  let error;
  let isThrown = false;
  try {
    callback();
  } catch (caught) {
    error = caught;
    isThrown = true;
  }
  expectThrown(isThrown, error, expected, message, 'throws', 'exception');
}

async function rejects(promise, expected, message) {
  let error;
  let isThrown = false;
  try {
    await (typeof promise === 'function' ? promise() : promise);
  } catch (caught) {
    error = caught;
    isThrown = true;
  }
  expectThrown(isThrown, error, expected, message, 'rejects', 'rejection');
}

function expectThrown(isThrown, error, expected, message, operator, what) {
  const words = typeof expected === 'string' ? expected : message;
  if (!isThrown) {
    const wanted = typeof expected === 'function' && expected.name ? ` (${expected.name})` : '';
    fail({
      actual: undefined,
      expected,
      operator,
      message: `Missing expected ${what}${wanted}${words ? `: ${words}` : '.'}`,
    });
  }
  if (expected !== undefined && typeof expected !== 'string') matches(error, expected, message, operator);
}

function unwanted(error, expected, message, operator, what) {
  const words = typeof expected === 'string' ? expected : message;
  fail({
    actual: error,
    expected,
    operator,
    message: `Got unwanted ${what}${words ? `: ${words}` : '.'}\nActual message: "${error?.message}"`,
  });
}

const pattern = (operator, wanted, words) => (text, regexp, message) => {
  if (typeof text === 'string' && regexp.test(text) === wanted) return;
  fail({
    actual: text,
    expected: regexp,
    operator,
    message: message ?? `${words(regexp)} Input:\n\n${inspect(text)}\n`,
    generated: message === undefined,
  });
};

Object.assign(assert, {
  ok,
  AssertionError,
  equal: loose('==', looselyEqual),
  notEqual: loose('!=', (a, b) => !looselyEqual(a, b)),
  strictEqual: comparison('strictEqual', Object.is),
  notStrictEqual: comparison('notStrictEqual', (a, b) => !Object.is(a, b)),
  deepEqual: comparison('deepEqual', isDeepLooseEqual),
  notDeepEqual: comparison('notDeepEqual', (a, b) => !isDeepLooseEqual(a, b)),
  deepStrictEqual: comparison('deepStrictEqual', isDeepStrictEqual),
  notDeepStrictEqual: comparison('notDeepStrictEqual', (a, b) => !isDeepStrictEqual(a, b)),
  throws,
  rejects,
  doesNotThrow(callback, expected, message) {
    try {
      callback();
    } catch (error) {
      unwanted(error, expected, message, 'doesNotThrow', 'exception');
    }
  },
  async doesNotReject(promise, expected, message) {
    try {
      await (typeof promise === 'function' ? promise() : promise);
    } catch (error) {
      unwanted(error, expected, message, 'doesNotReject', 'rejection');
    }
  },
  match: pattern(
    'match',
    true,
    (regexp) => `The input did not match the regular expression ${inspect(regexp)}.`,
  ),
  doesNotMatch: pattern(
    'doesNotMatch',
    false,
    (regexp) => `The input was expected to not match the regular expression ${inspect(regexp)}.`,
  ),
  ifError(error) {
    if (error !== null && error !== undefined)
      fail({
        actual: error,
        expected: null,
        operator: 'ifError',
        message: `ifError got unwanted exception: ${error.message ?? inspect(error)}`,
      });
  },
  fail(message = 'Failed') {
    fail({ operator: 'fail', message, generated: message === 'Failed' });
  },
});
assert.strict = Object.assign((...args) => ok(...args), assert, {
  equal: assert.strictEqual,
  notEqual: assert.notStrictEqual,
  deepEqual: assert.deepStrictEqual,
  notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;
