/**
 * The engine's refusals by kind. The API gives each kind its HTTP status; the words are dockerd's.
 *
 * @see moby errdefs: InvalidParameter, NotFound, Conflict, NotModified, NotImplemented, System
 */
import { StrataError } from '../base/index.ts';

export type FailureKind =
  | 'EINVALIDPARAMETER'
  | 'ENOTFOUND'
  | 'ECONFLICT'
  | 'ENOTMODIFIED'
  | 'ENOTIMPLEMENTED'
  | 'EFORBIDDEN'
  | 'ESYSTEM';

export function failure(kind: FailureKind, message: string, cause?: unknown): StrataError {
  return new StrataError(kind, message, {}, cause);
}

export const invalid = (message: string): StrataError => failure('EINVALIDPARAMETER', message);
export const notFound = (message: string): StrataError => failure('ENOTFOUND', message);
export const conflict = (message: string): StrataError => failure('ECONFLICT', message);
export const notModified = (message: string): StrataError => failure('ENOTMODIFIED', message);
export const notImplemented = (message: string): StrataError => failure('ENOTIMPLEMENTED', message);
