/** Which HTTP status an error has: the one table from codes to statuses. */
import { codeOf, messageOf } from '../base/index.ts';
import { empty, json } from './respond.ts';
import type { ApiResponse } from './transport.ts';

const STATUSES: Readonly<Record<string, number>> = {
  EINVALIDPARAMETER: 400,
  EREFERENCE: 400,
  ETAR: 400,
  EUNAUTHORIZED: 401,
  EFORBIDDEN: 403,
  ENOTFOUND: 404,
  ECONFLICT: 409,
  ENOTMODIFIED: 304,
  ENOTIMPLEMENTED: 501,
  ESYSTEM: 500,
};

export function statusOf(error: unknown): number {
  return STATUSES[codeOf(error) ?? ''] ?? 500;
}

export function errorResponse(error: unknown): ApiResponse {
  const status = statusOf(error);
  return status === 304 ? empty(304) : json(status, { message: messageOf(error) });
}
