/**
 * The client's failures: dockerd's words, and beside them those that a build or a push has.
 */
import { StrataError } from '../../base/index.ts';

export interface OtherWords {
  /** As a build tells the same. */
  readonly buildkit?: string;
  /** Without the request in front, as a push tells it. */
  readonly bare?: string;
  /** The first of several complaints, which is all that a push tells. */
  readonly first?: string;
  /** Whether another attempt may go better. */
  readonly transient?: boolean;
}

/** Kinds as the engine's: it gives each its HTTP status. */
export function refusal(
  code: 'ENOTFOUND' | 'ESYSTEM' | 'EUNAUTHORIZED' | 'EFORBIDDEN',
  message: string,
  words: OtherWords = {},
): StrataError {
  return new StrataError(code, message, { buildkit: message, bare: message, ...words });
}

export function isTransient(error: unknown): boolean {
  return error instanceof StrataError && error.data['transient'] === true;
}
