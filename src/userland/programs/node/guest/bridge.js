/**
 * The way to the kernel: the host's one function, with JSON and bytes either way.
 *
 * `call` answers at once (the host puts this program aside meanwhile, where it can), `start` calls back
 * from the event loop. What JSON and bytes are made with is kept, whatever a script does to the globals.
 */
import { systemError } from './errors.js';

const { parse, stringify } = JSON;
const ArrayBufferOfLibrary = ArrayBuffer;

let host;
let lastCall = 0;
const started = new Map();
/** Calls that keep the program alive. */
const referenced = new Set();

export function connect(hostFunction) {
  host = hostFunction;
}

/** The bytes of a view, or of text, as the host takes them. */
function bytesOf(view) {
  if (view === undefined) return undefined;
  const { buffer, byteOffset, byteLength } = view;
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}

function resultOf(answer, context) {
  if (typeof answer !== 'string') return answer;
  const value = answer.length > 1 ? parse(answer.slice(1)) : undefined;
  if (answer[0] === '-') throw systemError(value, context);
  return value;
}

/** @param context `{ syscall, path, dest }`, for the message of what goes wrong */
export function call(operation, args = [], bytes = undefined, context = undefined) {
  const argument = stringify(args);
  const answer = bytes === undefined ? host(operation, argument) : host(operation, argument, bytesOf(bytes));
  return resultOf(answer, context);
}

/** Asks about a value as it is. */
export const ask = (operation, value) => host(operation, '', value);

/** Has a script's text made into a function, or throws what is wrong with it. */
export function compile(operation, args) {
  return host(operation, stringify(args));
}

/** Calls back with an error or a value; answers the call's number. */
export function start(operation, args, bytes, context, callback) {
  const id = ++lastCall;
  started.set(id, { context, callback });
  referenced.add(id);
  const argument = stringify([id, operation, args]);
  if (bytes === undefined) host('start', argument);
  else host('start', argument, bytesOf(bytes));
  return id;
}

export function startPromise(operation, args, bytes, context) {
  return new Promise((resolve, reject) => {
    start(operation, args, bytes, context, (error, value) => (error ? reject(error) : resolve(value)));
  });
}

export function unreference(id) {
  referenced.delete(id);
}

export function reference(id) {
  if (started.has(id)) referenced.add(id);
}

/** Forgets a wait for something to read. */
export function cancel(id) {
  started.delete(id);
  referenced.delete(id);
  call('fd.cancel', [id]);
}

export const isWaiting = () => referenced.size > 0;

/** For the event loop: a call's answer has come. */
export function finish(id, answer) {
  const entry = started.get(id);
  if (!entry) return;
  started.delete(id);
  referenced.delete(id);
  let value;
  try {
    value = resultOf(answer instanceof ArrayBufferOfLibrary ? answer : String(answer), entry.context);
  } catch (error) {
    entry.callback(error);
    return;
  }
  entry.callback(null, value);
}
