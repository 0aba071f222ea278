/** Images as archives, part by part, so that each part can be wrong: Docker's old and new form, OCI layouts. */
import { createHash } from 'node:crypto';
import { END, entry } from './tar-bytes.mjs';

export const hex = (bytes) => createHash('sha256').update(bytes).digest('hex');
export const digest = (bytes) => `sha256:${hex(bytes)}`;
export const tar = (...parts) => Buffer.concat([...parts, END]);
export const file = (name, content, more = {}) => entry({ name, content, ...more });
export const dir = (name, more = {}) => entry({ name: `${name}/`, type: '5', ...more });
export const symlink = (name, link, more = {}) => entry({ name, type: '2', link, ...more });
export const json = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

/** A layer that no other case has: the store keeps those that it has met. */
export const layer = (mark, size = 0) =>
  tar(file('mark', mark), ...(size ? [file('more', Buffer.alloc(size, mark))] : []));

/** A config; `more` replaces members, where undefined takes them away. */
export function config(diffIds, more = {}) {
  return json({
    architecture: 'amd64',
    config: { Cmd: ['/bin/true'] },
    created: '2024-05-06T07:08:09.123456789Z',
    history: diffIds.map((_, i) => ({ created: '2024-05-06T07:08:09Z', created_by: `step ${i}` })),
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: diffIds },
    ...more,
  });
}

/**
 * An image of layers given as tars, with what they are stored as where that is another.
 *
 * @param {{layers: Buffer[], stored?: Buffer[], config?: Buffer, more?: object}} given
 */
export function image({ layers, stored = layers, more = {}, ...given }) {
  const bytes = given.config ?? config(layers.map(digest), more);
  return { config: bytes, layers, stored, id: digest(bytes) };
}

export const blob = (bytes) => `blobs/sha256/${hex(bytes)}`;
const blobFile = (bytes) => file(blob(bytes), bytes);

/** As Docker writes them since 25; the parts are given for those who want to change some. */
export function dockerParts(images) {
  const blobs = new Map();
  for (const { config, stored } of images)
    for (const bytes of [config, ...stored]) blobs.set(blob(bytes), bytes);
  return {
    blobs: [...blobs].map(([name, bytes]) => file(name, bytes)),
    items: images.map(({ config, stored, tags = null, parent }) => ({
      Config: blob(config),
      RepoTags: tags,
      Layers: stored.map(blob),
      ...(parent ? { Parent: parent } : {}),
    })),
  };
}

export function dockerArchive(...images) {
  const { blobs, items } = dockerParts(images);
  return tar(dir('blobs'), dir('blobs/sha256'), ...blobs, file('manifest.json', json(items)));
}

/** As Docker wrote them before 25: a folder for each layer, links where one comes again. */
export function oldArchive(...images) {
  const seen = new Map();
  const parts = [];
  const items = images.map(({ config, stored, tags = null }, number) => {
    const layers = stored.map((bytes, i) => {
      const folder = hex(Buffer.from(`${number} ${i} ${hex(config)}`));
      parts.push(dir(folder), file(`${folder}/VERSION`, '1.0'), file(`${folder}/json`, json({ id: folder })));
      const before = seen.get(hex(bytes));
      parts.push(
        before
          ? symlink(`${folder}/layer.tar`, `../${before}/layer.tar`)
          : file(`${folder}/layer.tar`, bytes),
      );
      seen.set(hex(bytes), before ?? folder);
      return `${folder}/layer.tar`;
    });
    parts.push(file(`${hex(config)}.json`, config));
    return { Config: `${hex(config)}.json`, RepoTags: tags, Layers: layers };
  });
  return tar(...parts, file('manifest.json', json(items)), file('repositories', json({})));
}

const OCI = 'application/vnd.oci.image';

/** A manifest of an image, as bytes. */
export function manifest({ config, stored }, layerType = `${OCI}.layer.v1.tar`, more = {}) {
  return json({
    schemaVersion: 2,
    mediaType: `${OCI}.manifest.v1+json`,
    config: { mediaType: `${OCI}.config.v1+json`, digest: digest(config), size: config.length },
    layers: stored.map((bytes) => ({ mediaType: layerType, digest: digest(bytes), size: bytes.length })),
    ...more,
  });
}

export const describe = (bytes, more = {}) => ({
  mediaType: `${OCI}.manifest.v1+json`,
  digest: digest(bytes),
  size: bytes.length,
  ...more,
});

export const index = (manifests, more = {}) =>
  json({ schemaVersion: 2, mediaType: `${OCI}.index.v1+json`, manifests, ...more });

/** A layout of blobs and of what `index.json` lists. */
export function layout(blobs, manifests, more = []) {
  return tar(
    file('oci-layout', '{"imageLayoutVersion":"1.0.0"}'),
    file('index.json', index(manifests)),
    dir('blobs'),
    dir('blobs/sha256'),
    ...blobs.map(blobFile),
    ...more,
  );
}
