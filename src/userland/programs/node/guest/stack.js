/**
 * Errors' stacks and messages as V8 has them, as far as QuickJS tells what they are made of.
 *
 * QuickJS calls `Error.prepareStackTrace` for each error, its own too; there its words are put into V8's,
 * since that is what people search for.
 */

/** Files whose first line has something before it that is not the script's, and how much. */
const shifted = new Map();
const sources = new Map();

/** Remembers a script, for the line that an uncaught error shows. */
export function rememberSource(file, text, shift = 0) {
  sources.set(file, text);
  shifted.set(file, shift);
}

export const sourceLine = (file, line) => sources.get(file)?.split('\n')[line - 1];

/** QuickJS' words, and V8's. */
const WORDS = [
  [/^cannot read property '(.*)' of (undefined|null)$/, "Cannot read properties of $2 (reading '$1')"],
  [/^cannot set property '(.*)' of (undefined|null)$/, "Cannot set properties of $2 (setting '$1')"],
  [/^'(.*)' is read-only$/, 'Assignment to constant variable.'],
  [/^(.*) is not initialized$/, "Cannot access '$1' before initialization"],
  [/^invalid array length$/, 'Invalid array length'],
  [/^unexpected token in expression: '(.+)'$/, "Unexpected token '$1'"],
  [/^unexpected token in expression: ''$/, 'Unexpected end of input'],
  [/^unexpected end of string$/, 'Invalid or unexpected token'],
  [/^redeclaration of '(.*)'$/, "Identifier '$1' has already been declared"],
  [/^circular reference$/, 'Converting circular structure to JSON'],
  [/^BigInt are forbidden in JSON\.stringify$/, 'Do not know how to serialize a BigInt'],
  [
    /^could not find export '(.*)' in module '(.*)'$/,
    "The requested module '$2' does not provide an export named '$1'",
  ],
  [/^class constructors must be invoked with 'new'$/, "Class constructor cannot be invoked without 'new'"],
  [/^invalid regular expression.*$/i, 'Invalid regular expression'],
  [/^object is not extensible$/, 'Cannot add property, object is not extensible'],
  [/^iterator does not have a next method$/, 'object is not iterable'],
  [/^cannot convert to object$/, 'Cannot convert undefined or null to object'],
  [/^cannot convert symbol to string$/, 'Cannot convert a Symbol value to a string'],
  [/^cannot convert symbol to number$/, 'Cannot convert a Symbol value to a number'],
  [/^expecting (hex digit|%)$/, 'URI malformed'],
  [/^invalid repeat count$/, 'Invalid count value'],
];

/** What stands before a call, up to the place that QuickJS names. */
function calleeAt(file, line, column) {
  const text = sourceLine(file, line)?.slice(0);
  if (text === undefined) return undefined;
  const rest = text.slice(column - 1);
  const after = /^\s*(?:new\s+)?((?:[\w$.[\]'"]|\?\.)*[\w$\]])\s*\(/.exec(rest)?.[1];
  const before = /((?:[\w$]|\?\.|\.|\[[^\]]*\])*)$/.exec(text.slice(0, column - 1))?.[1] ?? '';
  return (before + (after ?? '')).replace(/^[.?]+/, '') || undefined;
}

/**
 * Whether a script made an error itself: what it says is its own then. The engine's errors are of its own
 * classes; those of its functions have the function's frame, and others are not where one is constructed.
 */
function isOwn(error, [maker], callee) {
  if (Object.getPrototypeOf(error) !== globalThis[error.name]?.prototype) return true;
  if (maker?.isNative) return maker.name === 'construct' || maker.name === 'apply';
  return callee?.split('.').at(-1) === error.name;
}

function translated(error, sites, frames) {
  const { message } = error;
  const [frame] = frames;
  const callee = frame?.file ? calleeAt(frame.file, frame.line, frame.column) : undefined;
  if (isOwn(error, sites, callee)) return undefined;
  if (message === 'not a function') {
    const isMade = callee && /^\s*new\b/.test(sourceLine(frame.file, frame.line).slice(frame.column - 1));
    return callee ? `${callee} is not a ${isMade ? 'constructor' : 'function'}` : undefined;
  }
  for (const [pattern, words] of WORDS) {
    if (pattern.test(message)) return message.replace(pattern, words);
  }
  return undefined;
}

const NATIVE = new Set([
  'URIError',
  'TypeError',
  'SyntaxError',
  'ReferenceError',
  'RangeError',
  'InternalError',
]);
const INTERNAL = 'node:internal';

/** V8 names the `new` of what is made, and of what a method is called on the method. */
function columnOf(file, line, column) {
  const text = sourceLine(file, line);
  if (text === undefined) return column;
  const before = /\bnew\s+$/.exec(text.slice(0, column - 1));
  if (before) return column - before[0].length;
  return text[column - 1] === '.' ? column + 1 : column;
}

/** What is known of each place in a stack. */
function framesOf(sites) {
  return sites.map((site) => {
    const file = site.getFileName();
    const line = site.getLineNumber();
    const shift = line === 1 ? (shifted.get(file) ?? 0) : 0;
    const column = Math.max(1, site.getColumnNumber() - shift);
    return {
      name: site.getFunctionName(),
      file,
      line,
      column: columnOf(file, line, column),
      isNative: site.isNative(),
    };
  });
}

function frameText({ name, file, line, column, isNative }) {
  const place = isNative || !file ? 'native' : `${file}:${line}:${column}`;
  if (!name || name === '<eval>') return place;
  return `${name === '<anonymous>' ? 'Object.<anonymous>' : name} (${place})`;
}

const lastFrames = new WeakMap();

/** Where an error was made: its first place in a script, and whether the library made it. */
export const placeOf = (error) => lastFrames.get(error) ?? {};

/** Frames without those of the error's own constructors, which V8 leaves out. */
function outsideOf(error, frames) {
  const makers = new Set();
  for (let at = error.constructor; typeof at === 'function' && at.prototype; at = Object.getPrototypeOf(at)) {
    makers.add(at.name);
  }
  return frames.slice(
    Math.max(
      0,
      frames.findIndex(({ name }) => !makers.has(name)),
    ),
  );
}

function headOf(error) {
  const { name, message } = error;
  const title = name === undefined ? 'Error' : String(name);
  return message ? (title ? `${title}: ${message}` : String(message)) : title;
}

export function installStacks() {
  makeStacksLazy();
  let preparing = false;
  Error.prepareStackTrace = (error, sites) => {
    if (preparing) return '';
    preparing = true;
    try {
      const sited = framesOf(sites);
      const all = sited.filter(({ isNative }) => !isNative);
      const isObject = typeof error === 'object' && error !== null;
      const outside = isObject ? outsideOf(error, all) : all;
      const frames = outside.filter(({ file }) => file !== INTERNAL);
      if (isObject) {
        if (NATIVE.has(error.name) && Object.hasOwn(error, 'message')) {
          const words = translated(error, sited, frames);
          if (words !== undefined) error.message = words;
        }
        // Capturing once more, as the engine does with what is thrown again, changes nothing.
        if (!lastFrames.has(error)) {
          lastFrames.set(error, { ...frames[0], isInternal: outside[0]?.file === INTERNAL });
        }
      }
      const lines = frames.slice(0, Error.stackTraceLimit).map((frame) => `    at ${frameText(frame)}`);
      // There is always some frame, by which `util.inspect` knows a stack.
      if (lines.length === 0 && all.length > 0) lines.push(`    at ${INTERNAL}`);
      const places = lines.map((line) => `\n${line}`).join('');
      if (error instanceof Error) unread.set(error, places);
      return headOf(error) + places;
    } finally {
      preparing = false;
    }
  };
}

/** Places of errors whose stack nobody has read yet: its first line is what the error is called by then. */
const unread = new WeakMap();

/** Reading is when V8 puts the name before a stack. QuickJS' setter takes texts only; V8's is a plain property. */
function makeStacksLazy() {
  const own = Object.getOwnPropertyDescriptor(Error.prototype, 'stack');
  if (!own?.set) return;
  Object.defineProperty(Error.prototype, 'stack', {
    ...own,
    get() {
      const places = unread.get(this);
      if (places === undefined) return own.get.call(this);
      unread.delete(this);
      const stack = headOf(this) + places;
      own.set.call(this, stack);
      return stack;
    },
    set(value) {
      unread.delete(this);
      if (typeof value === 'string') own.set.call(this, value);
      else Object.defineProperty(this, 'stack', { value, writable: true, configurable: true });
    },
  });
}
