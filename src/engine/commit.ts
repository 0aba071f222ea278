/**
 * `docker commit`: a container's thin layer on top of its image, as a new image.
 *
 * @see moby daemon/commit.go
 */
import { codeOf, concat, type Digest, digestOf, encode, goJson, messageOf, peek } from '../base/index.ts';
import { applyChanges } from '../builder/index.ts';
import {
  canonicalReference,
  familiarReference,
  type HistoryEntry,
  type ImageConfig,
  parseReference,
  type RunConfig,
  withDefaultTag,
} from '../oci/index.ts';
import { mergeCommand } from './container-config.ts';
import { withLayerTar } from './container-files.ts';
import { liveOf } from './container-live.ts';
import { findContainer, logContainer } from './containers.ts';
import type { ContainerConfig } from './docker-types.ts';
import { invalid } from './failure.ts';
import { goConfig } from './image-archive/index.ts';
import { labelsOf, logImage } from './image-events.ts';
import { PLATFORM } from './image-pull.ts';
import { logTag, tagChanges } from './image-tag.ts';
import type { ContainerRecord, ImageRecord } from './records.ts';
import type { Change } from './state.ts';
import { rfc3339Nano } from './time.ts';
import type { Engine } from './types.ts';

export interface CommitRequest {
  readonly repository: string;
  readonly tag: string;
  readonly comment: string;
  readonly author: string;
  /** Holds the processes while the files are read. */
  readonly pause: boolean;
  /** Dockerfile instructions to apply. */
  readonly changes: readonly string[];
}

/** Answers the image's ID. */
export async function commitContainer(engine: Engine, name: string, request: CommitRequest): Promise<Digest> {
  const record = findContainer(engine, name);
  const changed = changedConfig(record, request.changes);
  const reference =
    request.repository === ''
      ? undefined
      : withDefaultTag(
          parseReference(request.tag === '' ? request.repository : `${request.repository}:${request.tag}`),
        );
  const lease = engine.layers.hold();
  try {
    const layer = await whileStill(engine, record, request.pause, () =>
      withLayerTar(engine, record, async (tar) => {
        const changes = await unlessEmpty(tar);
        return changes && engine.layers.add(changes, 'built', lease, engine.host.clock.now());
      }),
    );
    const json = goJson(configOf(engine, record, changed, request, layer?.diffId));
    const config = JSON.parse(json) as ImageConfig;
    const bytes = encode(json);
    const id = await digestOf(bytes);
    await engine.host.store.putBlob(bytes, lease);
    await engine.state.change((state) => {
      const parent = state.image.has(record.image) ? { parent: record.image } : {};
      const image: ImageRecord = { id, config, ...parent };
      const changes: Change[] = reference
        ? tagChanges(image, canonicalReference(reference), engine.host.clock.now())
        : [{ table: 'image', key: id, value: image }];
      return { changes, result: undefined };
    });
    const shown = reference ? familiarReference(reference) : '';
    const labels = labelsOf(engine.state.current(), id);
    logImage(engine, { action: 'create', id, name: id, labels });
    if (reference) logTag(engine, id, shown);
    logContainer(engine, record, 'commit', { comment: request.comment, imageID: id, imageRef: shown });
    return id;
  } finally {
    lease.release();
  }
}

/** Where nothing was changed, dockerd puts no layer: the archive begins with its end, which is zeros. */
async function unlessEmpty(tar: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array> | undefined> {
  const { head, all, leave } = await peek(tar, 1);
  if (concat(head)[0]) return all();
  await leave();
  return undefined;
}

async function whileStill<R>(
  engine: Engine,
  record: ContainerRecord,
  pause: boolean,
  task: () => Promise<R>,
): Promise<R> {
  const run = liveOf(engine, record.id).run;
  if (!run || !pause || record.state.status !== 'running') return task();
  // One that ends meanwhile is still as well.
  const isOver = (error: unknown): void => {
    if (codeOf(error) !== 'ESANDBOX') throw error;
  };
  await run.sandbox.pause(true).catch(isOver);
  try {
    return await task();
  } finally {
    await run.sandbox.pause(false).catch(isOver);
  }
}

/** The container's configuration after `--change`; a command that was taken away by it comes back. */
function changedConfig({ config }: ContainerRecord, changes: readonly string[]): ContainerConfig {
  let changed: RunConfig;
  try {
    changed = applyChanges(config, changes, PLATFORM);
  } catch (error) {
    throw invalid(messageOf(error));
  }
  const { entrypoint, cmd } = mergeCommand(changed, config);
  return {
    ...config,
    ...changed,
    Entrypoint: entrypoint.length ? entrypoint : null,
    Cmd: cmd.length ? cmd : null,
  };
}

function configOf(
  engine: Engine,
  record: ContainerRecord,
  config: ContainerConfig,
  request: CommitRequest,
  diffId: Digest | undefined,
): ImageConfig {
  const base = engine.state.current().image.get(record.image)?.config;
  const created = rfc3339Nano(engine.host.clock.now());
  const history: HistoryEntry = {
    created,
    created_by: (record.config.Cmd ?? []).join(' '),
    ...(request.author ? { author: request.author } : {}),
    ...(request.comment ? { comment: request.comment } : {}),
    ...(diffId ? {} : { empty_layer: true }),
  };
  return {
    architecture: base?.architecture || PLATFORM.architecture,
    ...(request.author ? { author: request.author } : {}),
    config: goConfig(config),
    container: record.id,
    container_config: goConfig(record.config),
    created,
    docker_version: '28.5.2',
    history: [...(base?.history ?? []), history],
    os: base?.os ?? 'linux',
    rootfs: { type: 'layers', diff_ids: [...record.layers, ...(diffId ? [diffId] : [])] },
    ...(base?.variant ? { variant: base.variant } : {}),
  };
}
