/** Credentials as requests carry them: `X-Registry-Auth` for one registry, `X-Registry-Config` for a build. */
import { encode, toBase64 } from '../../base/index.ts';
import type { Cli } from '../command.ts';
import { HUB, readAuth, readAuths } from './config-file.ts';

/** For requests about an image of this registry. */
export async function authHeaders(cli: Cli, domain: string): Promise<Record<string, string>> {
  const auth = await readAuth(cli, domain === 'docker.io' ? HUB : domain);
  return { 'x-registry-auth': headerOf(auth) };
}

/** For a build, whose Dockerfile may name any registry. */
export async function buildAuthHeaders(cli: Cli): Promise<Record<string, string>> {
  const auths = await readAuths(cli);
  return Object.keys(auths).length === 0 ? {} : { 'x-registry-config': headerOf(auths) };
}

function headerOf(value: unknown): string {
  return toBase64(encode(JSON.stringify(value)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
