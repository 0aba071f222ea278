/** An answer that is a refusal, as an error: for pulls, for builds and for what goes to the registry. */
import type { StrataError } from '../../base/index.ts';
import { canonicalReference, familiarName, familiarReference, type Reference } from '../../oci/index.ts';
import { parseChallenges } from './challenge.ts';
import { type Complaint, complaintsOf, complaintText } from './complaint.ts';
import { refusal } from './failure.ts';
import type { RegistryAnswer } from './request.ts';
import { statusText } from './status-text.ts';
import { DENIED } from './token.ts';

/**
 * What to throw for a status of 400 and more.
 *
 * @see moby distribution/errors.go (translatePullError)
 */
export async function refusalOf(
  { response, url }: RegistryAnswer,
  reference?: Reference,
): Promise<StrataError> {
  const { status } = response;
  const challenges = parseChallenges(response.headers.get('www-authenticate'));
  const complaints = await complaintsOf(response, challenges);
  const line = `${status} ${response.statusText || statusText(status)}`.trim();
  const scope = challenges.some(({ parameters }) => parameters['error'] === 'insufficient_scope');
  const buildkit = scope
    ? DENIED.buildkit
    : status === 404 && reference
      ? `${canonicalReference(reference)}: not found`
      : `unexpected status from HEAD request to ${url}: ${line}`;
  const transient = status === 429 || status >= 500;
  if (!complaints)
    return refusal('ESYSTEM', `received unexpected HTTP status: ${line}`, { buildkit, transient });
  const bare = complaintText(complaints);
  const first = complaintText(complaints.slice(0, 1));
  const message = reference ? pullWords(complaints[0]!, first, reference) : bare;
  return refusal(kindOf(status, complaints[0]!), message, { buildkit, bare, first, transient });
}

function pullWords(complaint: Complaint, text: string, reference: Reference): string {
  if (!complaint.detailed) return text;
  switch (complaint.code) {
    case 'DENIED':
      return `pull access denied for ${familiarName(reference)}, repository does not exist or may require 'docker login': ${text}`;
    case 'MANIFEST_UNKNOWN':
      return `manifest for ${familiarReference(reference)} not found: ${text}`;
    case 'NAME_UNKNOWN':
      return `repository ${familiarName(reference)} not found: ${text}`;
    default:
      return text;
  }
}

function kindOf(
  status: number,
  { code }: Complaint,
): 'ENOTFOUND' | 'ESYSTEM' | 'EUNAUTHORIZED' | 'EFORBIDDEN' {
  if (/^(?:DENIED|MANIFEST_UNKNOWN|NAME_UNKNOWN)$/.test(code) || status === 404) return 'ENOTFOUND';
  return status === 401 ? 'EUNAUTHORIZED' : 'ESYSTEM';
}
