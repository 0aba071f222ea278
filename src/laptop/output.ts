/** What programs wrote, gathered for an answer in one piece. */
import { type ByteSource, concat, decodeStrict, toBase64 } from '../base/index.ts';
import type { CommandResult } from './types.ts';

/** What nobody takes is not read any further: the writer waits, and a time limit ends it. */
const MOST = 256 * 1024 * 1024;

export interface Output {
  /** Bytes since the last call. */
  take(): Uint8Array;
  /** Milliseconds of `performance.now()` at which something came last. */
  readonly last: number;
  readonly ended: Promise<void>;
}

export function gather(source: ByteSource): Output {
  let parts: Uint8Array[] = [];
  let held = 0;
  let last = performance.now();
  let resume: () => void = () => {};
  const read = async (): Promise<void> => {
    for (let chunk = await source.read(); chunk; chunk = await source.read()) {
      parts.push(chunk);
      held += chunk.length;
      last = performance.now();
      if (held > MOST) await new Promise<void>((go) => (resume = go));
    }
  };
  const ended = read();
  return {
    take() {
      const all = concat(parts);
      parts = [];
      held = 0;
      resume();
      return all;
    },
    get last() {
      return last;
    },
    ended,
  };
}

/** The answer in text where both are text, else both in base64. */
export function resultOf(
  exit: number,
  stdout: Uint8Array,
  stderr: Uint8Array,
  timedOut: boolean,
): CommandResult {
  const late = timedOut ? { timedOut: true as const } : {};
  const out = decodeStrict(stdout);
  const err = decodeStrict(stderr);
  if (out !== undefined && err !== undefined) return { exit, stdout: out, stderr: err, ...late };
  return { exit, stdout: toBase64(stdout), stderr: toBase64(stderr), ...late, encoding: 'base64' };
}
