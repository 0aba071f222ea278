/** The end of a program by what nobody caught, as node prints it. */
import { call } from './bridge.js';
import { inspect } from './inspect.js';
import { placeOf, sourceLine } from './stack.js';

/** Prints the place, the line, the error, and who says so. */
export function report(error, { version, write }) {
  const isError = typeof error === 'object' && error !== null && typeof error.stack === 'string';
  const place = isError ? placeOf(error) : undefined;
  let text = '';
  if (place?.isInternal) text += 'node:internal\n  throw error;\n  ^\n\n';
  else if (place?.file) {
    text += `${place.file}:${place.line}\n`;
    const line = sourceLine(place.file, place.line);
    if (line !== undefined) {
      const at = Math.max(0, Math.min(place.column - 1, line.length));
      // V8 marks the whole `throw`, QuickJS names where the error is made.
      const mark = /\bthrow\s+(?:new\s+)?[\w$.]*$/.exec(line.slice(0, at + 1)) ?? /\bthrow\b/.exec(line);
      text += `${line}\n${' '.repeat(mark ? mark.index : at)}^\n\n`;
    }
  } else if (!isError) text += 'node:internal/process/execution\n';
  if (isError) text += `${inspect(error)}\n`;
  else
    text += `Uncaught:\n${inspect(error)}\n(Use \`node --trace-uncaught ...\` to show where the exception was thrown)\n`;
  write(2, `${text}\nNode.js v${version}\n`);
}

export function exit(code) {
  call('exit', [code]);
}
