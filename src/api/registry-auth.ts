/**
 * Credentials in requests: `X-Registry-Auth` for one registry, `X-Registry-Config` for those of a build.
 *
 * @see Docker Engine API, "Authentication"
 */
import { decode, fromBase64 } from '../base/index.ts';
import type { Credentials } from '../registry/index.ts';
import type { Call } from './router.ts';

export interface AuthConfig {
  readonly username?: string;
  readonly password?: string;
  /** base64 of `username:password`, as config.json keeps it. */
  readonly auth?: string;
  readonly serveraddress?: string;
  readonly identitytoken?: string;
  readonly registrytoken?: string;
}

/** Who the request says that it is for a registry; what cannot be read is nobody, as for dockerd. */
export function readAuth(call: Call): Credentials | undefined {
  const config = parse<AuthConfig>(call.request.headers?.['x-registry-auth']);
  return config && credentialsOf(config);
}

/** Who a build is for each registry. */
export function readAuths(call: Call): (domain: string) => Credentials | undefined {
  const configs = parse<Record<string, AuthConfig>>(call.request.headers?.['x-registry-config']) ?? {};
  return (domain) => {
    const found = Object.entries(configs).find(([address]) => hostIn(address) === domain);
    return found && credentialsOf(found[1]);
  };
}

export function credentialsOf(config: AuthConfig): Credentials {
  const [username, password] = config.auth && !config.username ? pairIn(config.auth) : [];
  const entries = {
    username: config.username || username,
    password: config.password || password,
    identityToken: config.identitytoken,
    registryToken: config.registrytoken,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value));
}

function pairIn(auth: string): [string, string] | [] {
  const text = decoded(auth);
  const colon = text?.indexOf(':') ?? -1;
  return text === undefined || colon < 0 ? [] : [text.slice(0, colon), text.slice(colon + 1)];
}

function hostIn(address: string): string {
  const host = address.replace(/^https?:\/\//, '').split('/')[0]!;
  return host === 'index.docker.io' || host === 'registry-1.docker.io' ? 'docker.io' : host;
}

function parse<T>(header: string | undefined): T | undefined {
  const text = header === undefined ? undefined : decoded(header);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}

/** base64, with the URL's alphabet or the usual one. */
function decoded(text: string): string | undefined {
  try {
    return decode(fromBase64(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}
