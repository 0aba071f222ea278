/**
 * One request to a registry: the address that answers, who asks, and once more with a token where the
 * registry wants one.
 *
 * Answers of every status are handed back; only what gets no answer is thrown.
 */
import { type Clock, codeOf, messageOf, StrataError } from '../../base/index.ts';
import type { RegistryCall } from '../types.ts';
import { createAuthorizer } from './authorize.ts';
import { type Challenge, parseChallenges } from './challenge.ts';
import { addressesOf, hostOf } from './endpoint.ts';
import { refusal } from './failure.ts';
import { networkCause } from './network.ts';

export interface RegistryRequest extends RegistryCall {
  readonly domain: string;
  /** Behind `/v2/`; or a whole address that the registry gave. */
  readonly path: string;
  /** What the token must allow: `repository:NAME:pull`. */
  readonly scopes: readonly string[];
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | Blob;
  /** The method that messages name: Docker looks at a manifest by HEAD first, Strata does not. */
  readonly shown?: 'Head' | 'Get';
}

export interface RegistryAnswer {
  readonly response: Response;
  /** As messages show it; not the file of this site that stands for it. */
  readonly url: string;
}

export type Send = (request: RegistryRequest) => Promise<RegistryAnswer>;

export interface Connection {
  readonly send: Send;
  /** Looks whether there is a registry at all, and what it wants to see. */
  readonly reach: (domain: string, call: RegistryCall) => Promise<void>;
}

export function createConnection({
  fetch,
  clock,
}: {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}): Connection {
  const authorizer = createAuthorizer(fetch, clock);
  /** The address of each host that has answered. */
  const alive = new Map<string, string>();

  const attempt = (request: RegistryRequest, url: string, header?: string): Promise<Response> => {
    const { method = 'GET', headers, body, signal } = request;
    return fetch(url, {
      method,
      signal,
      headers: { ...headers, ...(header === undefined ? {} : { authorization: header }) },
      ...(body ? { body: body as Uint8Array<ArrayBuffer> | Blob } : {}),
    });
  };

  const authorized = async (request: RegistryRequest, url: string): Promise<Response> => {
    const asker = { ...request, host: hostOf(request.domain) };
    const header = await authorizer.headerFor(asker);
    const response = await attempt(request, url, header);
    if (response.status !== 401) return response;
    const challenges = challengesOf(response, request);
    // A token that has had its day looks like none at all; one that may not do this says so.
    const refused = challenges.some(({ parameters }) => parameters['error'] === 'insufficient_scope');
    if (header !== undefined && (refused || header.startsWith('Basic '))) return response;
    if (!authorizer.learn(asker.host, challenges)) return response;
    await response.body?.cancel();
    authorizer.forget(asker);
    return attempt(request, url, await authorizer.headerFor(asker));
  };

  const send: Send = async (request) => {
    const host = hostOf(request.domain);
    const known = alive.get(host);
    const addresses = known ? [known] : addressesOf(host);
    for (const [i, address] of addresses.entries()) {
      const url = /^https?:/.test(request.path) ? request.path : `${address}/v2/${request.path}`;
      try {
        const response = await authorized(request, url);
        alive.set(host, address);
        return { response, url };
      } catch (error) {
        if (request.signal.aborted) throw request.signal.reason;
        if (error instanceof StrataError) throw located(error, request, url);
        if (i === addresses.length - 1) throw unanswered(error, request, address, url, known !== undefined);
      }
    }
    throw refusal('ESYSTEM', `no endpoints found for ${request.domain}`);
  };
  return {
    send,
    async reach(domain, call) {
      const host = hostOf(domain);
      const found = await firstAnswer(fetch, host, call.signal);
      alive.set(host, found.address);
      if (found.response.status === 401) authorizer.learn(host, challengesOf(found.response, call));
    },
  };
}

/** The first address of a host at which somebody answers, and the answer to `GET /v2/`. */
export async function firstAnswer(
  fetch: typeof globalThis.fetch,
  host: string,
  signal: AbortSignal,
): Promise<{ readonly address: string; readonly response: Response }> {
  let failed: Error | undefined;
  for (const address of addressesOf(host)) {
    try {
      const response = await fetch(`${address}/v2/`, { signal });
      await response.body?.cancel();
      return { address, response };
    } catch (error) {
      signal.throwIfAborted();
      failed = refusal('ESYSTEM', `Get "${address}/v2/": ${networkCause(error)}`, { transient: true });
    }
  }
  throw failed;
}

/** A page does not see the challenge of a registry that does not expose it: Basic is then the guess. */
function challengesOf({ headers }: Response, { credentials }: RegistryCall): Challenge[] {
  const challenges = parseChallenges(headers.get('www-authenticate'));
  return challenges.length || !credentials?.username ? challenges : [{ scheme: 'basic', parameters: {} }];
}

/** A failure on the way to a token, with the request that needed it in front. */
function located(error: StrataError, request: RegistryRequest, url: string): StrataError {
  const bare = messageOf(error);
  const status = `unexpected status from HEAD request to ${url}: 401 Unauthorized`;
  const words = error.data['buildkit'];
  return refusal(codeOf(error) as 'ESYSTEM', `${verb(request)} "${url}": ${bare}`, {
    bare,
    buildkit: typeof words === 'string' && words !== bare ? words : status,
  });
}

function unanswered(
  error: unknown,
  request: RegistryRequest,
  address: string,
  url: string,
  known: boolean,
): StrataError {
  const cause = networkCause(error);
  // Docker looks first whether there is a registry at all.
  const message = known ? `${verb(request)} "${url}": ${cause}` : `Get "${address}/v2/": ${cause}`;
  return refusal('ESYSTEM', message, {
    bare: message,
    buildkit: `failed to do request: Head "${url}": ${cause}`,
    transient: true,
  });
}

function verb({ shown, method = 'GET' }: RegistryRequest): string {
  return shown ?? method[0] + method.slice(1).toLowerCase();
}
