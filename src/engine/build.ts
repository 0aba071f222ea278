/**
 * `POST /build`: a context tar and options to an image with its tags.
 *
 * The builder solves; the engine lends it what it needs, keeps what comes out, and remembers why
 * each step ran (`/strata/v1/builds`).
 *
 * @see moby builder/builder-next
 */
import { type Digest, decodeStrict, digestSync, newId } from '../base/index.ts';
import type { BuildResult, SolveStatus } from '../builder/index.ts';
import {
  canonicalReference,
  familiarReference,
  type Platform,
  parseReference,
  withDefaultTag,
} from '../oci/index.ts';
import { type BuildContext, excludeIgnored, readContextFile } from './build-context.ts';
import { type CredentialsFor, cancelled, createBuildHost } from './build-host.ts';
import { invalid } from './failure.ts';
import { labelsOf, logImage } from './image-events.ts';
import { logTag, tagChanges } from './image-tag.ts';
import type { ImageRecord, StoredBuildRecord } from './records.ts';
import type { Change, State } from './state.ts';
import { sweepLayers } from './sweep.ts';
import type { Build, Engine } from './types.ts';

/** Builds that `/strata/v1/builds` still knows. */
const KEPT_BUILDS = 20;

export interface BuildImageRequest {
  readonly context: BuildContext;
  /** Path of the Dockerfile in the context, and what messages call it. */
  readonly dockerfile: string;
  readonly dockerfileName?: string | undefined;
  readonly tags: readonly string[];
  readonly target?: string | undefined;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly platform: Platform;
  readonly noCache: boolean;
  readonly pull: boolean;
  readonly network: 'default' | 'none';
  readonly credentials?: CredentialsFor | undefined;
  readonly signal: AbortSignal;
  readonly emit: (status: SolveStatus) => void;
}

/** Answers the image's ID. @throws what the build failed with */
export async function buildImage(engine: Engine, request: BuildImageRequest): Promise<Digest> {
  const references = request.tags.map((tag) => withDefaultTag(parseReference(tag)));
  const text = await readContextFile(request.context, request.dockerfile);
  const dockerfile = text && decodeStrict(text);
  if (dockerfile === undefined) {
    if (!text) request.emit(lookedFor(engine, request));
    throw invalid(
      text
        ? `dockerfile ${request.dockerfile} is not valid UTF-8`
        : `failed to read dockerfile: open ${request.dockerfile}: no such file or directory`,
    );
  }
  const { archive } = request.context;
  const ignoreFile = archive ? undefined : await excludeIgnored(request.context, request.dockerfile);
  const id = newId(engine.host.random).slice(0, 25);
  const lease = engine.layers.hold();
  const emit = (status: SolveStatus): void => {
    request.emit(status);
    engine.progress.emit({ type: 'build', build: id, status });
  };
  try {
    const solve = engine.host.build ?? (await loadBuilder());
    const result = await solve(
      {
        dockerfile,
        dockerfileName: request.dockerfileName || request.dockerfile,
        context: request.context.fs,
        ...(archive ? { archive } : {}),
        ...(ignoreFile ? { ignoreFile } : {}),
        ...(request.target ? { target: request.target } : {}),
        buildArgs: request.buildArgs,
        labels: request.labels,
        tags: references.map(canonicalReference),
        platform: request.platform,
        noCache: request.noCache,
        pull: request.pull,
        network: request.network,
        signal: request.signal,
      },
      createBuildHost(engine, lease, request.credentials ?? (() => undefined)),
      emit,
    );
    if (request.signal.aborted) throw cancelled();
    const { exportImage } = await import('../builder/index.ts');
    await exportImage(result, {
      // Told as they were given; what they name has a tag.
      tags: request.tags.map((tag) => canonicalReference(parseReference(tag))),
      clock: engine.host.clock,
      emit,
      // One commit for the image and all its names: a crash leaves all or nothing.
      async write() {
        await engine.host.store.putBlob(result.config, lease);
        await engine.state.change((state) => ({
          changes: adopt(engine, state, id, result, references.map(canonicalReference)),
          result: undefined,
        }));
      },
      async name(tag) {
        logTag(engine, result.imageId, familiarReference(withDefaultTag(parseReference(tag))));
      },
    });
    const labels = labelsOf(engine.state.current(), result.imageId);
    logImage(engine, { action: 'create', id: result.imageId, name: result.imageId, labels });
    return result.imageId;
  } finally {
    lease.release();
    await sweepLayers(engine);
  }
}

/** What the progress shows of a Dockerfile that is not there: that it was looked for. */
function lookedFor(engine: Engine, request: BuildImageRequest): SolveStatus {
  const now = engine.host.clock.now();
  const times = { started: now, completed: now };
  const vertex = (digest: Digest, name: string) => ({ digest, inputs: [], name, cached: false, ...times });
  const nothing = { statuses: [], logs: [], warnings: [] };
  const { archive } = request.context;
  if (archive) {
    const copied = digestSync(`copy ${archive}`);
    const names = [
      vertex(archive, '[internal] load remote build context'),
      vertex(copied, 'copy /context /'),
    ];
    return { ...nothing, vertexes: names };
  }
  const name = `[internal] load build definition from ${request.dockerfileName || request.dockerfile}`;
  const digest = digestSync(`${name} ${now}`);
  const id = 'transferring dockerfile:';
  const sent = { id, vertex: digest, name: 'transferring', current: 2, total: 0, timestamp: now, ...times };
  return { ...nothing, vertexes: [vertex(digest, name)], statuses: [sent] };
}

async function loadBuilder(): Promise<Build> {
  const { build } = await import('../builder/index.ts');
  return build;
}

/** The image, its tags, and the record of the build; older records go. */
function adopt(
  engine: Engine,
  state: State,
  id: string,
  result: BuildResult,
  references: readonly string[],
): Change[] {
  const now = engine.host.clock.now();
  const image: ImageRecord = state.image.get(result.imageId) ?? {
    id: result.imageId,
    config: result.parsedConfig,
  };
  const changes: Change[] = references.length
    ? references.flatMap((reference) => tagChanges(image, reference, now))
    : [{ table: 'image', key: image.id, value: image }];
  const record: StoredBuildRecord = { ...result.record, id, tags: references, image: result.imageId };
  const known = [...state.build.keys()].sort();
  for (const key of known.slice(0, Math.max(0, known.length + 1 - KEPT_BUILDS))) {
    changes.push({ table: 'build', key });
  }
  changes.push({ table: 'build', key: `${String(Math.floor(now)).padStart(15, '0')}-${id}`, value: record });
  return changes;
}

/** Latest first. */
export function listBuilds(engine: Engine): StoredBuildRecord[] {
  const builds = engine.state.current().build;
  return [...builds.keys()]
    .sort()
    .reverse()
    .map((key) => builds.get(key)!);
}
