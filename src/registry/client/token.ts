/**
 * Fetching a bearer token from the realm that a registry names.
 *
 * @see distribution docs, "Token Authentication Specification" and "OAuth2 Token Authentication"
 */
import { decode, encode, toBase64 } from '../../base/index.ts';
import type { Credentials } from '../types.ts';
import { atMost, bodyOf } from './body.ts';
import { type Challenge, parseChallenges } from './challenge.ts';
import { complaintsOf, complaintText } from './complaint.ts';
import { refusal } from './failure.ts';
import { networkCause } from './network.ts';
import { statusText } from './status-text.ts';

export interface Token {
  readonly value: string;
  /** Empty where the realm gave none. */
  readonly refresh: string;
  /** Seconds. */
  readonly lifetime: number;
}

export interface TokenRequest {
  /** `repository:NAME:pull`, … */
  readonly scopes: readonly string[];
  readonly credentials?: Credentials | undefined;
  readonly signal: AbortSignal;
  /** For a login: ask for a refresh token as well. */
  readonly offline?: boolean;
}

/** Docker takes tokens for valid at least so long, in seconds. */
const SHORTEST = 60;
const LARGEST = 1024 * 1024;
const CLIENT = 'docker';

/** @throws StrataError with the realm's complaint */
export async function fetchToken(
  fetch: typeof globalThis.fetch,
  { parameters }: Challenge,
  request: TokenRequest,
): Promise<Token> {
  const realm = parameters['realm'] ?? '';
  if (!URL.canParse(realm)) throw refusal('ESYSTEM', `malformed auth challenge header: no realm`);
  const service = parameters['service'];
  const response = await send(fetch, realm, service, request);
  const answer = decode(await atMost(bodyOf(response), LARGEST));
  let parsed: Record<string, unknown>;
  try {
    parsed = JSON.parse(answer) as Record<string, unknown>;
  } catch {
    throw refusal('ESYSTEM', 'unable to decode token response: not JSON', DENIED);
  }
  const value = parsed['token'] || parsed['access_token'];
  if (typeof value !== 'string') {
    throw refusal('ESYSTEM', 'authorization server did not include a token in the response', {
      buildkit: 'failed to fetch oauth token: authorization server did not include a token in the response',
    });
  }
  const { expires_in: lifetime, refresh_token: refresh } = parsed;
  return {
    value,
    refresh: typeof refresh === 'string' ? refresh : '',
    lifetime: Math.max(SHORTEST, typeof lifetime === 'number' ? lifetime : 0),
  };
}

/** What a build says whenever there is no token to be had. */
export const DENIED = {
  buildkit:
    'pull access denied, repository does not exist or may require authorization: ' +
    'server message: insufficient_scope: authorization failed',
};

async function send(
  fetch: typeof globalThis.fetch,
  realm: string,
  service: string | undefined,
  { scopes, credentials, signal, offline }: TokenRequest,
): Promise<Response> {
  const url = new URL(realm);
  const { username, password, identityToken } = credentials ?? {};
  let init: RequestInit = { signal };
  if (identityToken) {
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: identityToken });
    body.set('client_id', CLIENT);
    if (service) body.set('service', service);
    if (scopes.length) body.set('scope', scopes.join(' '));
    init = { signal, method: 'POST', body };
  } else {
    // In this order, as Go's url.Values sorts them.
    if (username) url.searchParams.append('account', username);
    if (offline) url.searchParams.append('client_id', CLIENT);
    if (offline) url.searchParams.append('offline_token', 'true');
    for (const scope of scopes) url.searchParams.append('scope', scope);
    if (service) url.searchParams.append('service', service);
    if (username) init = { signal, headers: { authorization: basicOf(username, password) } };
  }
  let response: Response;
  try {
    response = await fetch(url.href, init);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const shown = `${init.method === 'POST' ? 'Post' : 'Get'} "${url.href}": ${networkCause(error)}`;
    throw refusal('ESYSTEM', shown, DENIED);
  }
  if (response.ok) return response;
  const complaints = await complaintsOf(response, parseChallenges(response.headers.get('www-authenticate')));
  const words = complaints
    ? complaintText(complaints)
    : `received unexpected HTTP status: ${response.status} ${response.statusText || statusText(response.status)}`;
  const line = `${response.status} ${response.statusText || statusText(response.status)}`;
  const anonymous = `failed to fetch anonymous token: unexpected status from GET request to ${url.href}: ${line}`;
  throw refusal(
    response.status === 401 ? 'EUNAUTHORIZED' : 'ESYSTEM',
    words,
    credentials?.username ? DENIED : { buildkit: anonymous },
  );
}

export function basicOf(username: string, password = ''): string {
  return `Basic ${toBase64(encode(`${username}:${password}`))}`;
}
