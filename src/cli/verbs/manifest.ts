/**
 * `docker manifest inspect`: what a registry has under a name. The client asks the registry itself.
 *
 * @see docker/cli cli/command/manifest/inspect.go
 */
import { decode, messageOf, toBase64 } from '../../base/index.ts';
import {
  type Descriptor,
  familiarName,
  familiarReference,
  type ImageIndex,
  type Manifest,
  MEDIA,
  type Platform,
  parseReference,
  type Reference,
  withDefaultTag,
} from '../../oci/index.ts';
import { openRegistry, type Registry } from '../auth/registry.ts';
import type { Verb } from '../command.ts';
import { failure } from '../failure.ts';

export const inspectManifest: Verb = async (cli, flags, args) => {
  const reference = withDefaultTag(parse(args.at(-1)!));
  // Manifest lists are made on the client by `docker manifest create`, which Strata has not.
  if (args.length > 1) throw failure(`No such manifest: ${familiarReference(reference)}`);
  const registry = await openRegistry(cli, reference.domain, flags.bool('insecure'));
  const { bytes, digest, mediaType } = await registry.document(reference);
  const parsed = JSON.parse(decode(bytes)) as Manifest | ImageIndex;
  if (!flags.bool('verbose')) {
    const text =
      'manifests' in parsed ? JSON.stringify(listOf(parsed), null, 3) : JSON.stringify(parsed, null, '\t');
    await cli.out(`${text}\n`);
    return 0;
  }
  if (!('manifests' in parsed)) {
    const described = { mediaType, digest, size: bytes.length };
    const shown = familiarReference(reference);
    await cli.out(`${tabbed(await verbose(registry, reference, described, bytes, shown))}\n`);
    return 0;
  }
  const entries: unknown[] = [];
  for (const descriptor of parsed.manifests) {
    const { tag: _, ...untagged } = reference;
    const one = await registry.document({ ...untagged, digest: descriptor.digest });
    const shown = `${familiarName(reference)}${reference.tag ? `:${reference.tag}` : ''}@${descriptor.digest}`;
    entries.push(await verbose(registry, reference, descriptor, one.bytes, shown));
  }
  await cli.out(`${tabbed(entries)}\n`);
  return 0;
};

function parse(name: string): Reference {
  try {
    return parseReference(name);
  } catch (error) {
    throw failure(messageOf(error));
  }
}

const tabbed = (value: unknown): string => JSON.stringify(value, null, '\t');

/** An index as Docker's list, in the order of its fields. */
function listOf({ manifests }: ImageIndex): unknown {
  return {
    schemaVersion: 2,
    mediaType: MEDIA.dockerIndex,
    manifests: manifests.map(({ mediaType, size, digest, annotations, platform }) => ({
      mediaType,
      size,
      digest,
      ...(annotations ? { annotations } : {}),
      platform: platform ?? { architecture: '', os: '' },
    })),
  };
}

async function verbose(
  registry: Registry,
  reference: Reference,
  descriptor: Descriptor,
  bytes: Uint8Array,
  shown: string,
): Promise<unknown> {
  const manifest = JSON.parse(decode(bytes)) as Manifest;
  const { mediaType, digest, size } = descriptor;
  const platform = descriptor.platform ?? (await platformOf(registry, reference, manifest));
  const kind = mediaType === MEDIA.dockerManifest ? 'SchemaV2Manifest' : 'OCIManifest';
  return {
    Ref: shown,
    Descriptor: { mediaType, digest, size, platform },
    Raw: toBase64(bytes),
    [kind]: manifest,
  };
}

async function platformOf(registry: Registry, reference: Reference, manifest: Manifest): Promise<Platform> {
  const config = JSON.parse(decode(await registry.config(reference, manifest.config))) as Platform;
  const { architecture, os, variant } = config;
  return { architecture, os, ...(variant ? { variant } : {}) };
}
