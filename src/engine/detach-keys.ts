/**
 * The keys that end an attachment without ending the container: `ctrl-p,ctrl-q` unless asked otherwise.
 *
 * @see moby/term, ToBytes and EscapeProxy
 */
import { concat } from '../base/index.ts';
import { invalid } from './failure.ts';

const DEFAULT = [16, 17];

/** `ctrl-p,ctrl-q`, `ctrl-@,a`, … */
export function parseDetachKeys(text: string): number[] {
  if (text === '') return DEFAULT;
  return text.split(',').map((key) => {
    if (key.length === 1) return key.charCodeAt(0);
    const control = /^ctrl-([a-zA-Z@[\\\]^_])$/.exec(key);
    if (!control) throw invalid(`Unknown character: '${key}'`);
    return control[1]!.toUpperCase().charCodeAt(0) & 0x1f;
  });
}

/** Lets bytes through but for the keys; `detached` once they were typed in a row. */
export function createDetachFilter(keys: readonly number[]): (bytes: Uint8Array) => {
  readonly bytes: Uint8Array;
  readonly detached: boolean;
} {
  let matched = 0;
  return (bytes) => {
    const out: Uint8Array[] = [];
    for (let i = 0; i < bytes.length; i++) {
      if (bytes[i] === keys[matched]) {
        matched++;
        if (matched === keys.length) return { bytes: concat(out), detached: true };
        continue;
      }
      if (matched > 0) out.push(Uint8Array.from(keys.slice(0, matched)));
      matched = 0;
      if (bytes[i] === keys[0]) matched = 1;
      else out.push(bytes.subarray(i, i + 1));
    }
    return { bytes: out.length === bytes.length ? bytes.slice() : concat(out), detached: false };
  };
}
