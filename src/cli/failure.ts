/**
 * Errors that end a command: a text for stderr and an exit status, as values.
 *
 * `main.ts` prints them. What the engine answers becomes one in `engine.ts`.
 */
import { StrataError } from '../base/index.ts';

/** Ends the command with `message` on stderr (nothing where it is empty) and `status`. */
export function failure(message: string, status = 1, data: Record<string, unknown> = {}): StrataError {
  return new StrataError('ECLI', message, { ...data, status });
}

/** A flag that nobody declared, a missing or a bad value; printed with the command's usage. */
export function flagError(message: string): StrataError {
  return failure(message, 125, { usage: true });
}

/** The exit status that an error asks for. */
export function statusOf(error: unknown): number {
  const status = error instanceof StrataError ? error.data['status'] : undefined;
  return typeof status === 'number' ? status : 1;
}

/** The HTTP status behind an error of the engine. */
function httpStatusOf(error: unknown): number | undefined {
  const status = error instanceof StrataError ? error.data['http'] : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** True where the engine says that there is no such thing. */
export function isNotFound(error: unknown): boolean {
  return httpStatusOf(error) === 404;
}
