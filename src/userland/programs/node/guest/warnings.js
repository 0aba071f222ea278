/** process.emitWarning, and how warnings are shown. */
import { invalidArgument } from './errors.js';
import { nextTick } from './ticks.js';

let process;
let isShown = true;
let isHelpShown = false;

export function configureWarnings(ofProgram, settings) {
  process = ofProgram;
  isShown = settings.warnings !== false;
  if (settings.deprecation === false) process.noDeprecation = true;
  if (settings.traceWarnings) process.traceProcessWarnings = true;
  if (settings.traceDeprecation) process.traceDeprecation = true;
}

export function emitWarning(warning, type, code) {
  const options = typeof type === 'object' && type !== null ? type : { type, code };
  if (typeof warning !== 'string' && !(warning instanceof Error))
    throw invalidArgument('warning', ['string', 'Error'], warning);
  const isMade = !(warning instanceof Error);
  const error = isMade ? new Error(warning) : warning;
  if (isMade) {
    error.name = String(options.type || 'Warning');
    Error.captureStackTrace(error, emitWarning);
    if (options.code) error.code = options.code;
    if (typeof options.detail === 'string') error.detail = options.detail;
  }
  if (error.name === 'DeprecationWarning' && process.noDeprecation) return;
  nextTick(() => {
    process.emit('warning', error);
    if (isShown) show(error);
  });
}

function show(warning) {
  const isDeprecation = warning.name === 'DeprecationWarning';
  if (isDeprecation && process.noDeprecation) return;
  const isTraced = process.traceProcessWarnings || (isDeprecation && process.traceDeprecation);
  let text = `(node:${process.pid}) ${warning.code ? `[${warning.code}] ` : ''}`;
  text += isTraced && warning.stack ? warning.stack : warning.toString();
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  if (!isTraced && !isHelpShown) {
    const flag = isDeprecation ? '--trace-deprecation' : '--trace-warnings';
    text += `\n(Use \`node ${flag} ...\` to show where the warning was created)`;
    isHelpShown = true;
  }
  process.stderr.write(`${text}\n`);
}
