/**
 * The client's own way to registries, for the commands that do not go through the engine: `docker
 * manifest`. The registry's words become the client's.
 *
 * @see docker/cli cli/command/manifest, internal/registryclient
 */
import { StrataError } from '../../base/index.ts';
import { familiarReference, type Reference } from '../../oci/index.ts';
import { type Credentials, createRegistryClient, type RemoteDocument } from '../../registry/index.ts';
import type { Cli } from '../command.ts';
import { failure } from '../failure.ts';
import { HUB, readAuth } from './config-file.ts';

export interface Registry {
  /** What a reference names. @throws ECLI */
  document(reference: Reference): Promise<RemoteDocument>;
  /** A small blob, verified. @throws ECLI */
  config: (reference: Reference, descriptor: RemoteDescriptor) => Promise<Uint8Array>;
}

type RemoteDescriptor = Parameters<ReturnType<typeof createRegistryClient>['blob']>[1];

const WITHOUT_TLS = 'a registry without TLS';

/** `insecure` takes registries without TLS; without it even one on this machine is not found. */
export async function openRegistry(cli: Cli, domain: string, insecure: boolean): Promise<Registry> {
  const client = createRegistryClient({
    async fetch(url, init) {
      const address = String(url);
      if (!insecure && address.startsWith('http://')) throw new TypeError(WITHOUT_TLS);
      try {
        return await cli.sys.fetch(address, init);
      } catch (error) {
        // Why it failed says more than the errno that system calls have for it.
        throw error instanceof StrataError ? (error.data['error'] ?? new TypeError(error.message)) : error;
      }
    },
  });
  const { username, password, identitytoken } = await readAuth(cli, domain === 'docker.io' ? HUB : domain);
  const credentials: Credentials = {
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    ...(identitytoken ? { identityToken: identitytoken } : {}),
  };
  const call = { signal: cli.signal, credentials };
  return {
    document: (reference) => inClientWords(reference, insecure, client.document(reference, call)),
    config: (reference, descriptor) =>
      inClientWords(reference, insecure, client.blob(reference, descriptor, call)),
  };
}

async function inClientWords<T>(reference: Reference, insecure: boolean, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StrataError)) throw error;
    const shown = familiarReference(reference);
    const words = error.message.replace(/^Head "/, 'Get "');
    const unanswered = /^Get "[^"]*\/v2\/": (.*)$/.exec(words);
    const bare = String(error.data['bare'] ?? words);
    if (/^(?:errors:|denied|unauthorized)/.test(bare)) throw failure(/^Get "/.test(words) ? words : bare);
    if (error.code === 'ENOTFOUND' || (!insecure && unanswered?.[1] === WITHOUT_TLS)) {
      throw failure(`no such manifest: ${shown}`);
    }
    if (unanswered) throw failure(`failed to configure transport: error pinging v2 registry: ${words}`);
    throw failure(/^Get "/.test(words) ? words : bare);
  }
}
