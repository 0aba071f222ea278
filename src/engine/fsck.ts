/**
 * A full consistency check of what is stored: every reference resolves, every reachable blob is there
 * and is what its digest says, every thin layer, volume and log can be read.
 *
 * What nothing reaches is no problem: it is swept at the next start. Changes nothing.
 */
import { type Digest, decode, digestOf, messageOf, type TarSource } from '../base/index.ts';
import { chainIds } from '../oci/index.ts';
import { checkTree, indexLayer, openDisk } from '../vfs/index.ts';
import { upperPrefix } from './container-spec.ts';
import { logPrefix, parseLines } from './log-file.ts';
import type { State } from './state.ts';
import type { Engine } from './types.ts';
import { volumePrefix } from './volume-server.ts';

/** Bytes that are read of a blob at a time. */
const PIECE = 1024 * 1024;

export interface FsckReport {
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];
  /** What is only waiting to be swept. */
  readonly garbage: readonly string[];
  /** How many of each kind were looked at. */
  readonly checked: Readonly<Record<string, number>>;
}

export async function fsck(engine: Engine): Promise<FsckReport> {
  const state = engine.state.current();
  const problems: string[] = [];
  const stored = new Set(await engine.host.store.blobs());
  const reachable = new Set<Digest>([...state.layer.keys(), ...state.image.keys()] as Digest[]);
  problems.push(...danglingReferences(state));
  for (const digest of reachable) problems.push(...(await checkBlob(engine, digest, stored)));
  for (const digest of state.layer.keys() as Iterable<Digest>) {
    problems.push(...(await checkIndex(engine, digest)));
  }
  for (const id of state.image.keys() as Iterable<Digest>)
    problems.push(...(await checkConfig(engine, state, id)));
  for (const { id, name } of state.container.values()) {
    // The thin layer of one that runs is its sandbox's: what is stored is a flush, whole by itself.
    problems.push(...(await checkDisk(engine, upperPrefix(id), `container ${name}`)));
    problems.push(...(await checkLog(engine, id, name)));
  }
  for (const name of state.volume.keys()) {
    problems.push(...(await checkDisk(engine, volumePrefix(name), `volume ${name}`)));
  }
  return {
    problems,
    garbage: [...stored].filter((digest) => !reachable.has(digest)).map((digest) => `blob ${digest}`),
    checked: {
      blobs: stored.size,
      layers: state.layer.size,
      images: state.image.size,
      names: state.ref.size,
      containers: state.container.size,
      volumes: state.volume.size,
      'cache entries': state.cache.size,
    },
  };
}

function danglingReferences(state: State): string[] {
  const problems: string[] = [];
  const needLayers = (who: string, diffIds: readonly Digest[]): void => {
    for (const diffId of diffIds) {
      if (!state.layer.has(diffId)) problems.push(`${who} needs layer ${diffId}, which is not there`);
    }
  };
  for (const { reference, image } of state.ref.values()) {
    if (!state.image.has(image)) problems.push(`${reference} names image ${image}, which is not there`);
  }
  for (const { id, config } of state.image.values()) needLayers(`image ${id}`, config.rootfs.diff_ids);
  for (const { key, diffIds } of state.cache.values()) needLayers(`cache entry ${key}`, diffIds);
  for (const { name, layers, mounts } of state.container.values()) {
    needLayers(`container ${name}`, layers);
    for (const { Type, Name } of mounts) {
      if (Type === 'volume' && Name !== undefined && !state.volume.has(Name)) {
        problems.push(`container ${name} mounts volume ${Name}, which is not there`);
      }
    }
  }
  return problems;
}

async function checkBlob(engine: Engine, digest: Digest, stored: ReadonlySet<Digest>): Promise<string[]> {
  if (!stored.has(digest)) return [`blob ${digest} is not there`];
  const ref = await engine.host.store.blob(digest);
  if (!ref) return [`blob ${digest} cannot be read`];
  const actual = await digestOfSource(engine, engine.host.openBlob(ref));
  return actual === digest ? [] : [`blob ${digest} holds what is ${actual}`];
}

async function checkIndex(engine: Engine, digest: Digest): Promise<string[]> {
  const [index, tar] = await Promise.all([
    engine.host.store.derived(digest, 'index'),
    engine.host.store.blob(digest),
  ]);
  if (!index) return [`layer ${digest} has no index`];
  if (!tar) return [];
  try {
    const again = indexLayer(engine.host.openBlob(tar), engine.state.current().layer.get(digest)?.created);
    const [kept, made] = await Promise.all([digestOf(index), digestOf(again.index)]);
    return kept === made ? [] : [`layer ${digest} has an index of something else`];
  } catch (error) {
    return [`layer ${digest} is no tar: ${messageOf(error)}`];
  }
}

/** A piece at a time: a layer may be larger than memory. */
async function digestOfSource(engine: Engine, source: TarSource): Promise<Digest> {
  const hasher = await engine.host.openHasher();
  for (let at = 0; at < source.size; at += PIECE) {
    hasher.update(source.readSync(at, Math.min(PIECE, source.size - at)));
  }
  return hasher.digest();
}

/** The config that an image's record repeats is the blob that its ID names. */
async function checkConfig(engine: Engine, state: State, id: Digest): Promise<string[]> {
  const bytes = await engine.host.store.readBlob(id);
  if (!bytes) return [];
  try {
    const config = JSON.parse(decode(bytes)) as { rootfs?: { diff_ids?: Digest[] } };
    const kept = state.image.get(id)!.config.rootfs.diff_ids;
    const same = chainIds(config.rootfs?.diff_ids ?? []).at(-1) === chainIds(kept).at(-1);
    return same ? [] : [`image ${id} has other layers in its record than in its config`];
  } catch (error) {
    return [`image ${id} has a config that is no JSON: ${messageOf(error)}`];
  }
}

async function checkDisk(engine: Engine, prefix: string, who: string): Promise<string[]> {
  const view = engine.host.store.view(prefix);
  // Read only: nothing of what opening may do is to be written.
  view.revoke();
  try {
    const disk = await openDisk(view, { openBlob: engine.host.openBlob });
    const seen = checkTree(disk.fs);
    return seen === undefined ? [] : [`${who}: ${seen}`];
  } catch (error) {
    return [`${who}: its files cannot be read: ${messageOf(error)}`];
  }
}

async function checkLog(engine: Engine, id: string, name: string): Promise<string[]> {
  try {
    for (const [, value] of await engine.host.store.listRecords(logPrefix(id))) parseLines(value);
    return [];
  } catch (error) {
    return [`container ${name}: its log cannot be read: ${messageOf(error)}`];
  }
}
