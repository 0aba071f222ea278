/**
 * Archives of Docker 1.9 and older: a folder for each layer, named by the image that it is the top of,
 * with a document that names the image below. What they hold becomes images as they are today.
 *
 * @see moby image/tarexport/load.go (legacyLoad), image/v1/imagev1.go
 */
import {
  compact,
  type Digest,
  decode,
  digestSync,
  encode,
  goJson,
  jsonKind,
  rawMembers,
  readFirstJson,
  readJson,
  sortedMap,
} from '../../base/index.ts';
import { type HistoryEntry, type ImageConfig, parseReference, readImageConfig } from '../../oci/index.ts';
import type { Lease } from '../../store/index.ts';
import { failure } from '../failure.ts';
import { shortId } from '../ids.ts';
import { PLATFORM } from '../image-pull.ts';
import type { ImageRecord } from '../records.ts';
import type { Change } from '../state.ts';
import { canonicalTime } from '../time.ts';
import type { Engine } from '../types.ts';
import { goConfig } from './legacy.ts';
import { type LoadOptions, loadUnknownLayer } from './load-layer.ts';
import { commitImage } from './load-names.ts';
import type { ArchiveTree } from './tree.ts';

const TAG = /^\w[\w.-]{0,127}$/;

/** All images appear in one commit, when it is known that none is missing; then come the names. */
export async function loadLegacy(
  engine: Engine,
  files: ArchiveTree,
  lease: Lease,
  options: LoadOptions,
): Promise<void> {
  const loaded = new Map<string, ImageRecord>();
  for (const id of files.directories()) await loadOne(engine, files, id, { loaded, lease, options });
  const repositories = readFirstJson(files.text('repositories')) ?? {};
  if (jsonKind(repositories) !== 'object')
    throw mismatch(repositories, 'Go value', 'map[string]map[string]string');
  await engine.state.change((state) => {
    const changes: Change[] = [...loaded.values()].map((image) => {
      const value: ImageRecord = { ...image, ...state.image.get(image.id) };
      return { table: 'image', key: image.id, value };
    });
    return { changes, result: undefined };
  });
  for (const [name, tags] of Object.entries(sortedMap(repositories as Record<string, unknown>))) {
    if (tags !== null && jsonKind(tags) !== 'object') {
      throw mismatch(tags, `Go struct field .${name}`, 'map[string]string');
    }
    for (const [tag, id] of Object.entries(sortedMap(tags as Record<string, unknown> | null))) {
      const image = loaded.get(String(id));
      if (!image) throw failure('ESYSTEM', `invalid target ID: ${String(id)}`);
      parseReference(name);
      if (!TAG.test(tag)) throw failure('ESYSTEM', 'invalid tag format');
      await commitImage(engine, image, [`${name}:${tag}`], options.emit, { silent: true });
    }
  }
}

interface Loading {
  /** By their old names. */
  readonly loaded: Map<string, ImageRecord>;
  readonly lease: Lease;
  readonly options: LoadOptions;
}

/** An image, after the ones that it stands on. */
async function loadOne(engine: Engine, files: ArchiveTree, top: string, loading: Loading): Promise<void> {
  const { loaded, lease, options } = loading;
  const pending: { readonly id: string; readonly text: string; readonly parent: string }[] = [];
  for (let id = top; id !== '' && !loaded.has(id); ) {
    if (pending.some((each) => each.id === id)) throw failure('ESYSTEM', `image ${id} is its own ancestor`);
    const text = files.text(`${id}/json`);
    const parent = parentOf(text);
    pending.push({ id, text, parent });
    id = parent;
  }
  for (const { id, text, parent } of pending.reverse()) {
    options.signal.throwIfAborted();
    const below = loaded.get(parent);
    const diffId = await loadUnknownLayer(engine, files.file(`${id}/layer.tar`), shortId(id), lease, options);
    const bytes = encode(configFrom(text, below?.config, diffId));
    await engine.host.store.putBlob(bytes, lease);
    const config = readImageConfig(decode(bytes));
    loaded.set(id, { id: digestSync(bytes), config, ...(below ? { parent: below.id } : {}) });
  }
}

/** @throws where the document is none, or is of another system */
function parentOf(text: string): string {
  const document = readJson(text);
  if (document !== null && jsonKind(document) !== 'object') {
    throw mismatch(document, 'Go value', 'struct { OS string; Parent string }');
  }
  // Go takes members whatever their letters' case.
  const members = new Map(Object.entries(document ?? {}).map(([key, value]) => [key.toLowerCase(), value]));
  const member = (name: string): string => {
    const value: unknown = members.get(name.toLowerCase()) ?? '';
    if (typeof value !== 'string') throw mismatch(value, `Go struct field .${name}`, 'string');
    return value;
  };
  const os = member('OS');
  // No system is the engine's own.
  if (os !== '' && os.toLowerCase() !== PLATFORM.os) {
    throw failure('ESYSTEM', `cannot load ${os} image on ${PLATFORM.os}`);
  }
  return member('Parent');
}

/** Members that old documents have, and today's configs have not. */
const GONE = new Set(['id', 'parent', 'Size', 'parent_id', 'layer_id', 'throwaway']);
/** What older ones wrote is not kept to the letter. */
const KEPT_SINCE = [1, 8, 3];

/** Today's config of an old document: with all layers, and a history of all of them. */
function configFrom(text: string, below: ImageConfig | undefined, diffId: Digest): string {
  const document = (JSON.parse(text) ?? {}) as ImageConfig & Readonly<Record<string, unknown>>;
  const members = rawMembers(isKept(document['docker_version']) ? text : goJson(rewritten(document)));
  for (const name of GONE) members.delete(name);
  members.set('rootfs', goJson({ type: 'layers', diff_ids: [...(below?.rootfs.diff_ids ?? []), diffId] }));
  members.set('history', goJson([...(below?.history ?? []), historyOf(document)]));
  const sorted = Object.entries(sortedMap(Object.fromEntries(members)));
  return `{${sorted.map(([name, raw]) => `${goJson(name)}:${raw}`).join(',')}}`;
}

/** As Go compares versions: number by number, what is none is zero. */
function isKept(version: unknown): boolean {
  const numbers = String(version ?? '').split('.');
  for (let i = 0; i < Math.max(numbers.length, KEPT_SINCE.length); i++) {
    const [mine, least] = [Number.parseInt(numbers[i] ?? '', 10) || 0, KEPT_SINCE[i] ?? 0];
    if (mine !== least) return mine > least;
  }
  return true;
}

/** Go's V1Image, with what it knows and nothing else. */
function rewritten(document: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = [
    'comment',
    'container',
    'docker_version',
    'author',
    'architecture',
    'variant',
    'os',
  ] as const;
  return {
    ...compact(Object.fromEntries(known.map((name) => [name, document[name]]))),
    created: typeof document['created'] === 'string' ? canonicalTime(document['created']) : null,
    container_config: goConfig(document['container_config']),
    ...(document['config'] ? { config: goConfig(document['config']) } : {}),
  };
}

function historyOf(document: Readonly<Record<string, unknown>>): HistoryEntry {
  const { created, author, comment } = document;
  const { Cmd } = (document['container_config'] ?? {}) as { readonly Cmd?: readonly string[] | null };
  return compact({
    created: typeof created === 'string' ? canonicalTime(created) : undefined,
    created_by: (Cmd ?? []).join(' '),
    author,
    comment,
  }) as unknown as HistoryEntry;
}

function mismatch(value: unknown, where: string, type: string): Error {
  return failure('ESYSTEM', `json: cannot unmarshal ${jsonKind(value)} into ${where} of type ${type}`);
}
