/** What `echo` writes, built-in or applet: options n, e, E in any combination, as busybox has them. */

import { bytesOf } from '../base/index.ts';
import { expandEscapes } from './escapes.ts';
import { binaryOf, bytesOfBinary } from './text.ts';

/** The bytes for the operands (without the program's name). */
export function formatEcho(args: readonly string[]): Uint8Array<ArrayBuffer> {
  let escapes = false;
  let newline = true;
  let first = 0;
  for (; /^-[neE]+$/.test(args[first] ?? ''); first++) {
    for (const option of args[first]!.slice(1)) {
      if (option === 'n') newline = false;
      else escapes = option === 'e';
    }
  }
  const text = (first ? args.slice(first) : args).join(' ');
  if (!escapes) return bytesOf(newline ? `${text}\n` : text);
  const expanded = expandEscapes(binaryOf(text));
  return bytesOfBinary(expanded.text + (newline && !expanded.stop ? '\n' : ''));
}
