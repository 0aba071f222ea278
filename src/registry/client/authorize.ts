/**
 * Who asks: the `Authorization` of requests, once a registry has said what it wants.
 *
 * Basic credentials go along as they are; for Bearer a token is fetched from the realm, for the scopes
 * of the request, and kept until it expires.
 */
import type { Clock } from '../../base/index.ts';
import type { Credentials } from '../types.ts';
import type { Challenge } from './challenge.ts';
import { refusal } from './failure.ts';
import { basicOf, fetchToken, type Token } from './token.ts';

export interface Asker {
  readonly host: string;
  /** `repository:NAME:pull`, … */
  readonly scopes: readonly string[];
  readonly credentials?: Credentials | undefined;
  readonly signal: AbortSignal;
}

export interface Authorizer {
  /** Remembers what a registry's 401 asks for; false where that is nothing known. */
  learn(host: string, challenges: readonly Challenge[]): boolean;
  /** The header's value; undefined while the registry has not asked. @throws where it cannot be had */
  headerFor(asker: Asker): Promise<string | undefined>;
  /** Drops a token that the registry did not take. */
  forget(asker: Asker): void;
}

/** A token is given up so much before it expires, in milliseconds: requests take their time. */
const MARGIN = 5000;

export function createAuthorizer(fetch: typeof globalThis.fetch, clock: Clock): Authorizer {
  const wanted = new Map<string, Challenge>();
  const tokens = new Map<string, { readonly token: Promise<Token>; expires: number }>();

  const tokenFor = async (asker: Asker, challenge: Challenge): Promise<Token> => {
    const key = keyOf(asker);
    const known = tokens.get(key);
    if (known && known.expires > clock.now()) return known.token;
    // Requests that come meanwhile wait for the same one.
    const entry = { token: fetchToken(fetch, challenge, asker), expires: Number.POSITIVE_INFINITY };
    tokens.set(key, entry);
    try {
      const token = await entry.token;
      entry.expires = clock.now() + token.lifetime * 1000 - MARGIN;
      return token;
    } catch (error) {
      if (tokens.get(key) === entry) tokens.delete(key);
      throw error;
    }
  };
  return {
    learn(host, challenges) {
      const first = challenges.find(({ scheme }) => scheme === 'bearer' || scheme === 'basic');
      if (first) wanted.set(host, first);
      return first !== undefined;
    },
    async headerFor(asker) {
      const { credentials } = asker;
      if (credentials?.registryToken) return `Bearer ${credentials.registryToken}`;
      const challenge = wanted.get(asker.host);
      if (!challenge) return undefined;
      if (challenge.scheme === 'bearer') return `Bearer ${(await tokenFor(asker, challenge)).value}`;
      if (!credentials?.username) throw refusal('EUNAUTHORIZED', 'no basic auth credentials');
      return basicOf(credentials.username, credentials.password);
    },
    forget: (asker) => void tokens.delete(keyOf(asker)),
  };
}

function keyOf({ host, scopes, credentials }: Asker): string {
  return JSON.stringify([host, [...scopes].sort(), credentials?.username, credentials?.identityToken]);
}
