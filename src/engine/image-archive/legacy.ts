/**
 * The documents that images had before OCI, which `docker save` still writes: one for each layer.
 *
 * @see moby image/v1/imagev1.go (CreateID), image/image.go (V1Image), api container.Config
 */
import { compact, type Digest, digestSync, goJson, hexOf, sortedMap } from '../../base/index.ts';
import { chainIds, type ImageConfig } from '../../oci/index.ts';

export interface LegacyImage {
  /** 64 hex digits. */
  readonly id: string;
  readonly json: string;
}

/** Lowest first. */
export function legacyImages(config: ImageConfig): LegacyImage[] {
  const chain = chainIds(config.rootfs.diff_ids);
  const images: LegacyImage[] = [];
  chain.forEach((chainId, i) => {
    const described = i === chain.length - 1 ? topImage(config) : lowerImage();
    const id = legacyId(described, chainId, images.at(-1)?.id);
    const parent = images.at(-1)?.id;
    const { created, ...rest } = described;
    const json = goJson({ id, ...(parent ? { parent } : {}), ...ordered({ created, ...rest }, config.os) });
    images.push({ id, json });
  });
  return images;
}

/** Members that are undefined are left out. */
type V1Image = Readonly<Record<string, unknown>>;

/** Layers below the top are nobody's image any more. */
function lowerImage(): V1Image {
  return { created: '1970-01-01T00:00:00Z', container_config: goConfig({}) };
}

function topImage(config: ImageConfig): V1Image {
  const text = (name: string): string | undefined => {
    const value = config[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    comment: text('comment'),
    created: config.created,
    container: text('container'),
    container_config: goConfig(config['container_config'] ?? {}),
    docker_version: text('docker_version'),
    author: text('author'),
    config: config.config ? goConfig(config.config) : undefined,
    architecture: text('architecture'),
    variant: text('variant'),
    os: text('os'),
  };
}

function ordered(image: V1Image, os: string): V1Image {
  const { comment, created, ...rest } = image;
  return { comment, created, ...rest, os };
}

/** The digest of the document with its layer and its parent, members sorted. */
function legacyId(image: V1Image, layer: Digest, parent: string | undefined): string {
  const members: Record<string, unknown> = { ...image, layer_id: layer };
  if (parent) members['parent'] = `sha256:${parent}`;
  const sorted = Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
  return hexOf(digestSync(goJson(sorted)));
}

/** A container's or an image's configuration in the order of Go's struct, with what it always writes. */
export function goConfig(given: unknown): Readonly<Record<string, unknown>> {
  const config = (given ?? {}) as Readonly<Record<string, unknown>>;
  const map = (name: string): unknown =>
    config[name] ? sortedMap(config[name] as object as Record<string, unknown>) : null;
  const filled = (name: string): unknown => {
    const value = config[name];
    if (!value) return undefined;
    return typeof value === 'object' && Object.keys(value).length === 0 ? undefined : value;
  };
  return {
    Hostname: config['Hostname'] ?? '',
    Domainname: config['Domainname'] ?? '',
    User: config['User'] ?? '',
    AttachStdin: config['AttachStdin'] ?? false,
    AttachStdout: config['AttachStdout'] ?? false,
    AttachStderr: config['AttachStderr'] ?? false,
    ExposedPorts: filled('ExposedPorts') && map('ExposedPorts'),
    Tty: config['Tty'] ?? false,
    OpenStdin: config['OpenStdin'] ?? false,
    StdinOnce: config['StdinOnce'] ?? false,
    Env: config['Env'] ?? null,
    Cmd: config['Cmd'] ?? null,
    Healthcheck: config['Healthcheck']
      ? compact(config['Healthcheck'] as object as Readonly<Record<string, unknown>>)
      : undefined,
    ArgsEscaped: filled('ArgsEscaped'),
    Image: config['Image'] ?? '',
    Volumes: map('Volumes'),
    WorkingDir: config['WorkingDir'] ?? '',
    Entrypoint: config['Entrypoint'] ?? null,
    NetworkDisabled: filled('NetworkDisabled'),
    MacAddress: filled('MacAddress'),
    OnBuild: config['OnBuild'] ?? null,
    Labels: map('Labels'),
    StopSignal: filled('StopSignal'),
    StopTimeout: config['StopTimeout'] ?? undefined,
    Shell: filled('Shell'),
  };
}
