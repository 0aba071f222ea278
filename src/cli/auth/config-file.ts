/**
 * `~/.docker/config.json`: whom the client is for which registry.
 *
 * Members that are not ours stay as they are. @see docker/cli config/configfile
 */
import { decode, encode, fromBase64, messageOf, toBase64 } from '../../base/index.ts';
import type { Sys } from '../../kernel/index.ts';
import { errnoOf } from '../../posix/index.ts';
import type { Cli } from '../command.ts';
import { pathFailure, readFile, writeFile } from '../files.ts';

/** One registry's entry, as the API takes it. */
export interface Auth {
  readonly username?: string;
  readonly password?: string;
  readonly serveraddress?: string;
  readonly identitytoken?: string;
}

interface StoredAuth {
  /** base64 of `username:password`. */
  readonly auth?: string;
  readonly identitytoken?: string;
}

type ConfigFile = { readonly auths?: Readonly<Record<string, StoredAuth>> } & Readonly<
  Record<string, unknown>
>;

/** What Docker Hub is called there. */
export const HUB = 'https://index.docker.io/v1/';

export function configPath({ env }: Sys): string {
  const folder = env['DOCKER_CONFIG'] || `${env['HOME'] || '/root'}/.docker`;
  return `${folder}/config.json`;
}

/** The host of an address as keys have it. */
export function hostIn(address: string): string {
  return address.replace(/^https?:\/\//, '').split('/')[0]!;
}

/** Who we are for a registry: by its host, or Docker Hub's address. */
export async function readAuth(cli: Cli, server: string): Promise<Auth> {
  const stored = (await readConfig(cli)).auths ?? {};
  const entry = stored[server] ?? Object.entries(stored).find(([key]) => hostIn(key) === server)?.[1];
  return entry ? { ...fromStored(entry), serveraddress: server } : {};
}

/** Who we are for each registry. */
export async function readAuths(cli: Cli): Promise<Record<string, Auth>> {
  const { auths = {} } = await readConfig(cli);
  return Object.fromEntries(
    Object.entries(auths).map(([server, entry]) => [server, { ...fromStored(entry), serveraddress: server }]),
  );
}

/** Answers whether anything is different from before. @throws ECLI */
export async function storeAuth(cli: Cli, server: string, auth: Auth): Promise<boolean> {
  const config = await readConfig(cli);
  const entry = toStored(auth);
  if (JSON.stringify(config.auths?.[server]) === JSON.stringify(entry)) return false;
  await writeConfig(cli.sys, { ...config, auths: { ...config.auths, [server]: entry } });
  return true;
}

/** @throws ECLI */
export async function removeAuth(cli: Cli, server: string): Promise<void> {
  const config = await readConfig(cli);
  const kept = Object.entries(config.auths ?? {}).filter(
    ([key]) => key !== server && (server === HUB || hostIn(key) !== server),
  );
  if (kept.length === Object.keys(config.auths ?? {}).length) return;
  await writeConfig(cli.sys, { ...config, auths: Object.fromEntries(kept) });
}

/** Nothing where there is no file, or none that can be read, which is said. */
async function readConfig(cli: Cli): Promise<ConfigFile> {
  const path = configPath(cli.sys);
  let text: string;
  try {
    text = decode(await readFile(cli.sys, path));
  } catch {
    return {};
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as ConfigFile;
  } catch (error) {
    await cli.err(`WARNING: Error parsing config file (${path}): ${messageOf(error)}\n`);
  }
  return {};
}

async function writeConfig(sys: Sys, config: ConfigFile): Promise<void> {
  const path = configPath(sys);
  await makeFolder(sys, path.slice(0, path.lastIndexOf('/')));
  // Renamed into place: a power cut leaves the old one or the new one.
  const fresh = `${path}.new`;
  await writeFile(sys, fresh, encode(JSON.stringify(config, null, '\t')), 0o600);
  await sys.rename(fresh, path);
}

async function makeFolder(sys: Sys, folder: string): Promise<void> {
  try {
    await sys.mkdir(folder, 0o700);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw pathFailure('mkdir', folder, error);
  }
}

function fromStored({ auth = '', identitytoken }: StoredAuth): Auth {
  const text = decodedPair(auth);
  const colon = text.indexOf(':');
  return {
    ...(colon > 0 ? { username: text.slice(0, colon) } : {}),
    ...(colon >= 0 && colon < text.length - 1 ? { password: text.slice(colon + 1) } : {}),
    ...(identitytoken ? { identitytoken } : {}),
  };
}

function toStored({ username = '', password = '', identitytoken }: Auth): StoredAuth {
  return {
    auth: toBase64(encode(`${username}:${identitytoken ? '' : password}`)),
    ...(identitytoken ? { identitytoken } : {}),
  };
}

function decodedPair(auth: string): string {
  try {
    return decode(fromBase64(auth));
  } catch {
    return '';
  }
}
