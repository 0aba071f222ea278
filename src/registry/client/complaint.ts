/**
 * What a registry's refusal says, in the words that Docker's client makes of it.
 *
 * @see distribution registry/client/errors.go, api/errcode
 */
import { decode } from '../../base/index.ts';
import { atMost, bodyOf } from './body.ts';
import type { Challenge } from './challenge.ts';

export interface Complaint {
  /** `MANIFEST_UNKNOWN`, …; empty where the answer has no code. */
  readonly code: string;
  readonly message: string;
  /**
   * Whether the registry said more than the code's own text. Docker shows others by their code alone,
   * and does not look at what the code is.
   */
  readonly detailed: boolean;
}

/** Texts that say nothing beyond their code. */
const STANDARD: Readonly<Record<string, string>> = {
  UNKNOWN: 'unknown error',
  UNSUPPORTED: 'The operation is unsupported.',
  UNAUTHORIZED: 'authentication required',
  DENIED: 'requested access to the resource is denied',
  UNAVAILABLE: 'service unavailable',
  TOOMANYREQUESTS: 'too many requests',
  NAME_UNKNOWN: 'repository name not known to registry',
  NAME_INVALID: 'invalid repository name',
  TAG_INVALID: 'manifest tag did not match URI',
  MANIFEST_UNKNOWN: 'manifest unknown',
  MANIFEST_INVALID: 'manifest invalid',
  MANIFEST_BLOB_UNKNOWN: 'blob unknown to registry',
  BLOB_UNKNOWN: 'blob unknown to registry',
  BLOB_UPLOAD_UNKNOWN: 'blob upload unknown to registry',
  BLOB_UPLOAD_INVALID: 'blob upload invalid',
  DIGEST_INVALID: 'provided digest did not match uploaded content',
  SIZE_INVALID: 'provided length did not match content length',
};

const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'UNAUTHORIZED',
  403: 'DENIED',
  429: 'TOOMANYREQUESTS',
};

const LARGEST_BODY = 64 * 1024;

/** The complaints of an answer of 400 and more; `undefined` stands for a body that says nothing of the kind. */
export async function complaintsOf(
  response: Response,
  challenges: readonly Challenge[],
): Promise<Complaint[] | undefined> {
  if (response.status >= 500) {
    await response.body?.cancel();
    return undefined;
  }
  const body = decode(await atMost(bodyOf(response), LARGEST_BODY));
  const listed = listedIn(body, response);
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
  const code = { invalid_token: 'UNAUTHORIZED', insufficient_scope: 'DENIED' }[
    bearer?.parameters['error'] ?? ''
  ];
  if (!bearer || code === undefined) return listed;
  const message = bearer.parameters['error_description'] || STANDARD[code]!;
  return [{ code, message, detailed: true }, ...listed];
}

/** `manifest unknown: manifest unknown`, or of several a line each below `errors:`. */
export function complaintText(complaints: readonly Complaint[]): string {
  if (complaints.length === 1) return lineOf(complaints[0]!);
  return `errors:\n${complaints.map((complaint) => `${lineOf(complaint)}\n`).join('')}`;
}

function lineOf({ code, message, detailed }: Complaint): string {
  const shown = code.toLowerCase().replaceAll('_', ' ');
  return detailed ? `${shown}: ${message}` : shown;
}

function listedIn(body: string, response: Response): Complaint[] {
  const type = response.headers.get('content-type') ?? '';
  const plain = { code: BY_STATUS[response.status] ?? 'UNKNOWN', message: body, detailed: true };
  if (!/^application\/(?:vnd\.api\+)?json\b/.test(type)) return [plain];
  let parsed: { details?: unknown; errors?: unknown };
  try {
    parsed = JSON.parse(body) as typeof parsed;
  } catch {
    return [plain];
  }
  if (typeof parsed?.details === 'string') return [{ ...plain, message: parsed.details }];
  if (!Array.isArray(parsed?.errors) || parsed.errors.length === 0) return [plain];
  return parsed.errors.map((error: { code?: unknown; message?: unknown; detail?: unknown }) => {
    const code = typeof error?.code === 'string' ? error.code : 'UNKNOWN';
    const message = typeof error?.message === 'string' ? error.message : '';
    const standard = STANDARD[code] ?? '';
    const plainly = (error?.detail ?? null) === null && (message === '' || message === standard);
    return { code, message: message || standard, detailed: !plainly };
  });
}
