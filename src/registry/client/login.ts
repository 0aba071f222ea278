/**
 * `docker login`: whether a registry takes credentials.
 *
 * @see moby registry/auth.go (loginV2)
 */
import { messageOf } from '../../base/index.ts';
import type { Credentials, RegistryCall } from '../types.ts';
import { type Challenge, parseChallenges } from './challenge.ts';
import { hostOf } from './endpoint.ts';
import { refusal } from './failure.ts';
import { firstAnswer } from './request.ts';
import { basicOf, fetchToken } from './token.ts';

/** Answers a refresh token where the registry gives one. @throws EUNAUTHORIZED where it does not take them */
export async function login(
  fetch: typeof globalThis.fetch,
  domain: string,
  call: RegistryCall & { readonly credentials: Credentials },
): Promise<string> {
  const { address, response } = await firstAnswer(fetch, hostOf(domain), call.signal);
  if (response.ok) return '';
  const url = `${address}/v2/`;
  const challenges = parseChallenges(response.headers.get('www-authenticate'));
  const { authorization, refresh } = await headerFor(fetch, url, challenges, call);
  const answer = await fetch(url, { signal: call.signal, headers: { authorization } });
  await answer.body?.cancel();
  if (answer.ok) return refresh;
  const line = `${answer.status} ${answer.statusText || 'Unauthorized'}`;
  throw refusal('EUNAUTHORIZED', `login attempt to ${url} failed with status: ${line}`);
}

async function headerFor(
  fetch: typeof globalThis.fetch,
  url: string,
  challenges: readonly Challenge[],
  { credentials, signal }: RegistryCall & { readonly credentials: Credentials },
): Promise<{ authorization: string; refresh: string }> {
  const { username = '', password } = credentials;
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
  // A page does not see the challenge of a registry that does not expose it: Basic is then the guess.
  if (!bearer) return { authorization: basicOf(username, password), refresh: '' };
  try {
    const token = await fetchToken(fetch, bearer, { scopes: [], credentials, signal, offline: true });
    return { authorization: `Bearer ${token.value}`, refresh: token.refresh };
  } catch (error) {
    signal.throwIfAborted();
    throw refusal('EUNAUTHORIZED', `Get "${url}": ${messageOf(error)}`);
  }
}
