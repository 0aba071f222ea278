/** What the engine asks registries beside images: whether they take credentials, what they hold. */
import { decode } from '../base/index.ts';
import {
  type Descriptor,
  type ImageIndex,
  type Manifest,
  type Platform,
  parseReference,
  withDefaultTag,
} from '../oci/index.ts';
import { type Credentials, type FoundImage, findImages } from '../registry/index.ts';
import { invalid } from './failure.ts';
import { acceptOnly, type FilterSet } from './filters.ts';
import type { Engine } from './types.ts';

/** `docker login`: answers the refresh token that takes the password's place, empty where there is none. */
export async function signIn(
  engine: Engine,
  serverAddress: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<string> {
  return engine.host.registry.login(domainOf(serverAddress), { credentials, signal });
}

/** `localhost:5000` of `http://localhost:5000/v2/`; Docker Hub where it is not said. */
function domainOf(serverAddress: string): string {
  const host = serverAddress.replace(/^https?:\/\//, '').split('/')[0]!;
  return /^(?:|index\.docker\.io|registry-1\.docker\.io)$/.test(host) ? 'docker.io' : host;
}

export interface Distribution {
  readonly Descriptor: Pick<Descriptor, 'mediaType' | 'digest' | 'size'>;
  readonly Platforms: readonly Platform[];
}

/** `GET /distribution/{name}/json`: what a name stands for in its registry. */
export async function inspectDistribution(
  engine: Engine,
  name: string,
  call: { readonly credentials?: Credentials | undefined; readonly signal: AbortSignal },
): Promise<Distribution> {
  const reference = withDefaultTag(parseReference(name));
  const { registry } = engine.host;
  const { digest, mediaType, bytes } = await registry.document(reference, call);
  const parsed = JSON.parse(decode(bytes)) as Manifest | ImageIndex;
  const Descriptor = { mediaType, digest, size: bytes.length };
  if ('manifests' in parsed) {
    return { Descriptor, Platforms: parsed.manifests.flatMap(({ platform }) => platform ?? []) };
  }
  const { architecture, os, variant } = JSON.parse(
    decode(await registry.blob(reference, parsed.config, call)),
  ) as Platform;
  return { Descriptor, Platforms: [{ architecture, os, ...(variant ? { variant } : {}) }] };
}

const FILTERS = ['is-automated', 'is-official', 'stars'];
const MOST_FOUND = 100;
const FOUND = 25;

export interface SearchResult {
  readonly star_count: number;
  readonly is_official: boolean;
  readonly name: string;
  readonly is_automated: boolean;
  readonly description: string;
}

/** `docker search`. @see moby daemon/images/image_search.go */
export async function searchImages(
  engine: Engine,
  term: string,
  { limit, filters, signal }: { limit: number | undefined; filters: FilterSet; signal: AbortSignal },
): Promise<SearchResult[]> {
  acceptOnly(filters, FILTERS);
  if (limit !== undefined && (limit < 1 || limit > MOST_FOUND) && limit !== 0) {
    throw invalid(`limit ${limit} is outside the range of [1, ${MOST_FOUND}]`);
  }
  const official = boolOf(filters, 'is-official');
  const automated = boolOf(filters, 'is-automated');
  const stars = Math.max(0, ...(filters.get('stars') ?? []).map((value) => starsOf(value)));
  const found = await findImages(engine.host.fetch, term, { limit: limit || FOUND, signal });
  return found
    .filter((image) => official === undefined || image.official === official)
    .filter((image) => image.stars >= stars && automated !== true)
    .map(resultOf);
}

function resultOf({ name, description, official, stars }: FoundImage): SearchResult {
  return { star_count: stars, is_official: official, name, is_automated: false, description };
}

function boolOf(filters: FilterSet, name: string): boolean | undefined {
  const value = filters.get(name)?.[0];
  if (value === undefined) return undefined;
  if (!/^(?:true|false|1|0)$/.test(value)) throw invalid(`invalid filter '${name}=[${value}]'`);
  return value === 'true' || value === '1';
}

function starsOf(value: string): number {
  if (!/^\d+$/.test(value)) throw invalid(`invalid filter 'stars=[${value}]'`);
  return Number(value);
}
