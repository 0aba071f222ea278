/**
 * Where in a Dockerfile something stands, and errors that know it.
 *
 * Lines are 1-based, both ends included. The client prints the excerpt with `>>>` from them.
 */
import { StrataError } from '../base/index.ts';

export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** The lines of a located error, in the order in which callers added them; empty where it has none. */
export function linesOf(error: unknown): readonly Lines[] {
  const lines = error instanceof StrataError ? error.data['lines'] : undefined;
  return Array.isArray(lines) ? (lines as Lines[]) : [];
}

/** The same error with these lines, unless it has some. Anything else thrown is wrapped. */
export function locate(error: unknown, lines: Lines): StrataError {
  if (error instanceof StrataError) {
    if (linesOf(error).length > 0) return error;
    return new StrataError(error.code, error.message, { ...error.data, lines: [lines] }, error.cause);
  }
  const message = error instanceof Error ? error.message : String(error);
  return new StrataError('EDOCKERFILE', message, { lines: [lines] }, error);
}

/** A fault in a Dockerfile's text. */
export function fault(message: string, lines?: Lines): StrataError {
  return new StrataError('EDOCKERFILE', message, lines ? { lines: [lines] } : {});
}

/** Does something on behalf of these lines: what it throws is located there. */
export function locating<T>(lines: Lines, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw locate(error, lines);
  }
}
