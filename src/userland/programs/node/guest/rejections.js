/**
 * Promises that were rejected and that nobody handles, as `--unhandled-rejections` says.
 * @see https://github.com/nodejs/node/blob/main/lib/internal/process/promises.js
 */
import { codedError } from './errors.js';
import { process } from './process.js';
import { attempt } from './ticks.js';

const ORIGIN =
  'This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch().';
let lastId = 0;

/** Whether there was a listener; also one that throws is one. */
const emit = (reason, promise) => attempt(() => process.emit('unhandledRejection', reason, promise)) ?? true;

export function rejected(promise, reason, { mode, raise }) {
  const id = ++lastId;
  if (mode === 'none') emit(reason, promise);
  else if (mode === 'warn') {
    emit(reason, promise);
    warn(reason, id);
  } else if (mode === 'strict') {
    raise(reason instanceof Error ? reason : errorOf(reason), 'unhandledRejection');
    if (!emit(reason, promise)) warn(reason, id);
  } else if (emit(reason, promise)) return;
  else if (mode === 'warn-with-error-code') {
    warn(reason, id);
    process.exitCode = 1;
  } else raise(reason instanceof Error ? reason : errorOf(reason), 'unhandledRejection');
}

/** A value in V8's words, none of which are the script's. */
function textOf(reason) {
  if (typeof reason === 'function') return Function.prototype.toString.call(reason);
  if (typeof reason !== 'object' || reason === null) return String(reason);
  const name = reason.constructor?.name;
  return name && reason.toString === Object.prototype.toString
    ? `#<${name}>`
    : Object.prototype.toString.call(reason);
}

function errorOf(reason) {
  const error = codedError(
    Error,
    'ERR_UNHANDLED_REJECTION',
    `${ORIGIN} The promise rejected with the reason "${textOf(reason)}".`,
  );
  error.name = 'UnhandledPromiseRejection';
  error.stack = error.stack.replace(/^Error( \[ERR_UNHANDLED_REJECTION\])?/, error.name);
  return error;
}

function warn(reason, id) {
  const name = 'UnhandledPromiseRejectionWarning';
  const warning = new Error(
    `Unhandled promise rejection. ${ORIGIN} To terminate the node process on unhandled promise rejection, use the CLI flag \`--unhandled-rejections=strict\` (see https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). (rejection id: ${id})`,
  );
  warning.name = name;
  const isError = reason instanceof Error;
  process.emitWarning(isError ? reason.stack : textOf(reason), name);
  if (isError) warning.stack = reason.stack;
  process.emitWarning(warning);
}
