/**
 * The walk over the graph: looks each vertex up in the cache, runs what is not there.
 *
 * Probing finds keys and known results from the bases up, without running anything unless a
 * `COPY --from` has to see what it copies. Realizing gives a vertex's layers: those of its record,
 * or those that come of running it over its inputs. Independent branches go on side by side.
 */
import { codeOf, type Digest, messageOf, StrataError } from '../base/index.ts';
import { locate } from '../dockerfile/index.ts';
import type { FileSystem, LayerRef } from '../vfs/index.ts';
import { type CopyOperation, inputsOf, type PlanVertex, reachable } from './graph.ts';
import { copyInputs, digestKey, execInputs, imageInputs, mkdirInputs } from './key.ts';
import { checksum, type KnownDigests } from './ops/checksum.ts';
import { runExec } from './ops/exec.ts';
import { runCopy, runMkdir } from './ops/file.ts';
import { fetchImage, reportResolve } from './ops/image.ts';
import type { Progress, VertexName } from './progress.ts';
import type { Journal } from './record.ts';
import { createSources, type Sources } from './sources.ts';
import { mountLayers } from './stack.ts';
import type { BuildHost, BuildRequest, CacheRecord, KeyInput } from './types.ts';

export interface SolveOptions {
  readonly request: BuildRequest;
  readonly host: BuildHost;
  readonly progress: Progress;
  readonly journal: Journal;
  readonly contextPaths: ReadonlySet<string>;
}

/** A vertex's layers, and when each was made (undefined for a base image's). Both lowest first. */
export interface Result {
  readonly layers: readonly LayerRef[];
  readonly created: readonly (number | undefined)[];
}

interface Probe {
  readonly key: Digest | undefined;
  readonly inputs: readonly KeyInput[];
  /** Found under `key`, with all layers there. */
  readonly hit: { readonly record: CacheRecord; readonly layers: readonly LayerRef[] } | undefined;
}

/** @throws StrataError with `data.vertex` and `data.lines` of the step that failed */
export async function solve(target: PlanVertex | undefined, options: SolveOptions): Promise<Result> {
  if (!target) return { layers: [], created: [] };
  options.progress.announce(reachable(target).reverse().map(nameOf));
  const solver = new Solver(target, options);
  try {
    await solver.probe(target);
    return await solver.realize(target);
  } catch (error) {
    solver.stop();
    throw solver.failure ?? error;
  }
}

export function nameOf(vertex: PlanVertex): VertexName {
  return {
    digest: vertex.digest,
    inputs: inputsOf(vertex).map(({ digest }) => digest),
    name: vertex.name,
  };
}

class Solver {
  /** What failed first; the rest fails because of it. */
  failure: unknown;
  readonly #target: PlanVertex;
  readonly #options: SolveOptions;
  readonly #abort = new AbortController();
  readonly #signal: AbortSignal;
  readonly #probes = new Map<PlanVertex, Promise<Probe>>();
  readonly #results = new Map<PlanVertex, Promise<Result>>();
  readonly #known: KnownDigests = new Map();
  readonly #mounted = new Map<PlanVertex, Promise<FileSystem>>();
  readonly #sources: Sources;

  constructor(target: PlanVertex, options: SolveOptions) {
    this.#target = target;
    this.#options = options;
    this.#signal = AbortSignal.any([options.request.signal, this.#abort.signal]);
    this.#sources = createSources(options, this.#signal);
  }

  stop(): void {
    this.#abort.abort(new StrataError('ECANCELED', 'context canceled'));
  }

  probe(vertex: PlanVertex): Promise<Probe> {
    return once(this.#probes, vertex, () => this.#guarded(vertex, () => this.#probe(vertex)));
  }

  realize(vertex: PlanVertex): Promise<Result> {
    return once(this.#results, vertex, () => this.#guarded(vertex, () => this.#realize(vertex)));
  }

  /** Keeps the first failure and says on which vertex it was. */
  async #guarded<T>(vertex: PlanVertex, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (this.failure) throw this.failure;
      const located = vertex.lines ? locate(error, vertex.lines) : error;
      const data = located instanceof StrataError ? located.data : {};
      this.failure = new StrataError(
        codeOf(located) ?? 'EBUILD',
        messageOf(located),
        { ...data, vertex: data['vertex'] ?? vertex.name },
        error,
      );
      this.stop();
      throw this.failure;
    }
  }

  // ---- probing

  async #probe(vertex: PlanVertex): Promise<Probe> {
    const { operation } = vertex;
    switch (operation.kind) {
      case 'image':
        return this.#probeImage(vertex, imageInputs(operation));
      case 'exec': {
        for (const source of vertex.sources) await this.#filesOf(source);
        const base = await this.#keyOf(vertex.base);
        return this.#lookUp(vertex, execInputs(operation, base));
      }
      case 'mkdir': {
        const base = await this.#keyOf(vertex.base);
        return this.#lookUp(vertex, mkdirInputs(operation, base));
      }
      case 'copy':
        return this.#probeCopy(vertex, operation);
      default:
        return { key: undefined, inputs: [], hit: undefined };
    }
  }

  async #keyOf(vertex: PlanVertex | undefined): Promise<Digest | undefined> {
    return vertex && (await this.probe(vertex)).key;
  }

  async #probeImage(vertex: PlanVertex, inputs: KeyInput[]): Promise<Probe> {
    const { progress } = this.#options;
    const key = digestKey(inputs);
    const hit = await this.#hit(key);
    // An image that is the whole result is told of once, when it is taken.
    if (hit && vertex === this.#target) return { key, inputs, hit };
    progress.start(nameOf(vertex));
    if (vertex.name.includes('@')) reportResolve(progress, vertex);
    progress.complete(nameOf(vertex));
    return { key, inputs, hit };
  }

  async #lookUp(vertex: PlanVertex, inputs: KeyInput[]): Promise<Probe> {
    const key = digestKey(inputs);
    const hit = vertex.ignoreCache || (await this.#isStale(vertex)) ? undefined : await this.#hit(key);
    if (hit) this.#cached(vertex, { key, inputs });
    return { key, inputs, hit };
  }

  /** Under a step that must run anew, what is stored was made of something else. */
  async #isStale(vertex: PlanVertex): Promise<boolean> {
    for (let base = vertex.base; base; base = base.base) if (base.ignoreCache) return true;
    return false;
  }

  #cached(vertex: PlanVertex, { key, inputs }: Omit<Probe, 'hit'>): void {
    this.#options.progress.cached(nameOf(vertex));
    this.#options.journal.hit(vertex, key, inputs);
  }

  async #hit(key: Digest): Promise<Probe['hit']> {
    const { cache } = this.#options.host;
    const record = await cache.get(key);
    const layers = record && (await cache.layers(record));
    return record && layers && { record, layers };
  }

  async #probeCopy(vertex: PlanVertex, operation: CopyOperation): Promise<Probe> {
    const baseProbe = vertex.base && (await this.probe(vertex.base));
    const base = baseProbe?.key;
    const stages = operation.actions.some(({ source }) => this.#isStage(vertex.sources[source]));
    if (stages && !vertex.ignoreCache) {
      const quick = await this.#probeByOrigin(vertex, operation, base);
      if (quick) return quick;
    }
    // The base is unknown to the cache, so this step is too: no need to wait with what is below it.
    if (vertex.base && !baseProbe?.hit) this.realize(vertex.base).catch(() => {});
    const contents = await Promise.all(
      operation.actions.map(async (action) => {
        // What a step copies from its own base is known by the base's key, as LLB has it: one input.
        const same = vertex.base && vertex.sources[action.source] === vertex.base;
        if (same && base) return { by: 'origin' as const, digest: base };
        return { by: 'content' as const, digest: await this.#contentOf(vertex, action) };
      }),
    );
    const inputs = copyInputs(operation, base, contents);
    return this.#lookUp(vertex, inputs);
  }

  /** The key by where the sources come from; its record says what their contents were. */
  async #probeByOrigin(
    vertex: PlanVertex,
    operation: CopyOperation,
    base: Digest | undefined,
  ): Promise<Probe | undefined> {
    const inputs = await this.#originInputs(vertex, operation, base);
    const hit =
      inputs && (await this.#isStale(vertex)) ? undefined : inputs && (await this.#hit(digestKey(inputs)));
    if (!hit) return undefined;
    const key = digestKey(hit.record.inputs);
    this.#cached(vertex, { key, inputs: hit.record.inputs });
    return { key, inputs: hit.record.inputs, hit };
  }

  async #originInputs(
    vertex: PlanVertex,
    operation: CopyOperation,
    base: Digest | undefined,
  ): Promise<KeyInput[] | undefined> {
    const origins: { by: 'content' | 'origin'; digest: Digest }[] = [];
    for (const action of operation.actions) {
      const source = vertex.sources[action.source];
      if (!this.#isStage(source)) {
        origins.push({ by: 'content', digest: await this.#contentOf(vertex, action) });
        continue;
      }
      const { key } = await this.probe(source);
      if (!key) return undefined;
      origins.push({ by: 'origin', digest: key });
    }
    return copyInputs(operation, base, origins);
  }

  #isStage(source: PlanVertex | undefined): source is PlanVertex {
    return source !== undefined && !['context', 'inline', 'http'].includes(source.operation.kind);
  }

  async #contentOf(vertex: PlanVertex, action: CopyOperation['actions'][number]): Promise<Digest> {
    const source = vertex.sources[action.source];
    const fs = await this.#filesOf(source);
    try {
      const ownerless = source?.operation.kind === 'context';
      return await checksum({ source: fs, action, ownerless }, this.#known);
    } catch (error) {
      if (this.failure) throw error;
      const reason = `failed to calculate checksum of ref ${this.#sources.refOf(source)}: ${messageOf(error)}`;
      this.#options.progress.start(nameOf(vertex));
      this.#options.progress.complete(nameOf(vertex), { error: reason });
      throw new StrataError('ENOENT', `failed to compute cache key: ${reason}`, {}, error);
    }
  }

  /** The files of a source, or of a stage as it is at its end. */
  #filesOf(source: PlanVertex | undefined): Promise<FileSystem> {
    const { openBlob } = this.#options.host;
    if (!source) return Promise.resolve(mountLayers([], openBlob));
    return once(this.#mounted, source, async () => {
      if (!this.#isStage(source)) return this.#sources.files(source);
      return mountLayers((await this.realize(source)).layers, openBlob);
    });
  }

  // ---- realizing

  async #realize(vertex: PlanVertex): Promise<Result> {
    const probe = await this.probe(vertex);
    if (vertex.operation.kind === 'image') return this.#realizeImage(vertex, probe);
    const base = vertex.base;
    if (probe.hit) {
      const { layers, record } = probe.hit;
      return { layers, created: [...(await this.#createdBelow(base, layers.length - 1)), record.created] };
    }
    const below: Result = base ? await this.realize(base) : { layers: [], created: [] };
    return this.#run(vertex, probe, below);
  }

  /** When the layers below a known result were made, as far as records say. */
  async #createdBelow(base: PlanVertex | undefined, count: number): Promise<(number | undefined)[]> {
    const times: (number | undefined)[] = [];
    for (let vertex = base; vertex && times.length < count; vertex = vertex.base) {
      if (vertex.operation.kind === 'image') break;
      times.unshift((await this.probe(vertex)).hit?.record.created);
    }
    return [...Array<undefined>(count - times.length).fill(undefined), ...times];
  }

  async #realizeImage(vertex: PlanVertex, { key, inputs, hit }: Probe): Promise<Result> {
    const { progress, journal, host, request } = this.#options;
    const isCached = hit !== undefined;
    progress.start(nameOf(vertex), { cached: isCached });
    try {
      const layers = hit
        ? hit.layers
        : await fetchImage(vertex, { progress, host, request, signal: this.#signal });
      if (!hit && key) await this.#store(key, vertex, inputs, layers);
      progress.complete(nameOf(vertex), { cached: isCached });
      if (hit) journal.hit(vertex, key, inputs);
      return { layers, created: layers.map(() => undefined) };
    } catch (error) {
      progress.complete(nameOf(vertex), { error: messageOf(error) });
      throw error;
    }
  }

  async #run(vertex: PlanVertex, { key, inputs }: Probe, below: Result): Promise<Result> {
    const { progress, journal, host } = this.#options;
    this.#signal.throwIfAborted();
    progress.start(nameOf(vertex));
    const run = await journal.begin(vertex, key, inputs);
    try {
      const layer = await this.#execute(vertex, below);
      const layers = [...below.layers, layer];
      const created = host.clock.now();
      if (key) await this.#store(key, vertex, inputs, layers, created);
      if (vertex.operation.kind === 'copy')
        await this.#storeOrigin(vertex, vertex.operation, inputs, layers, created);
      run.end();
      progress.complete(nameOf(vertex));
      return { layers, created: [...below.created, created] };
    } catch (error) {
      progress.complete(nameOf(vertex), { error: messageOf(error) });
      throw error;
    }
  }

  async #execute(vertex: PlanVertex, below: Result): Promise<LayerRef> {
    const { host, progress, request } = this.#options;
    const { operation } = vertex;
    const job = { host, progress, request, vertex, below: below.layers, signal: this.#signal };
    if (operation.kind === 'exec') return runExec(operation, job);
    if (operation.kind === 'mkdir') return runMkdir(operation, job);
    if (operation.kind !== 'copy') throw new StrataError('EBUILD', `cannot run ${operation.kind}`);
    const files = await Promise.all(vertex.sources.map((source) => this.#filesOf(source)));
    const empty = mountLayers([], host.openBlob);
    return runCopy(operation, job, (action) => ({
      fs: files[action.source] ?? empty,
      ownerless: vertex.sources[action.source]?.operation.kind === 'context',
    }));
  }

  async #store(
    key: Digest,
    vertex: PlanVertex,
    inputs: readonly KeyInput[],
    layers: readonly LayerRef[],
    created = this.#options.host.clock.now(),
  ): Promise<void> {
    const diffIds = layers.map(({ diffId }) => diffId);
    await this.#options.host.cache.put(key, { diffIds, created, description: vertex.code, inputs });
  }

  /** A `COPY --from` is also found by where it copied from. */
  async #storeOrigin(
    vertex: PlanVertex,
    operation: CopyOperation,
    inputs: readonly KeyInput[],
    layers: readonly LayerRef[],
    created: number,
  ): Promise<void> {
    if (!vertex.sources.some((source) => this.#isStage(source))) return;
    const origins = await this.#originInputs(vertex, operation, await this.#keyOf(vertex.base));
    if (origins) await this.#store(digestKey(origins), vertex, inputs, layers, created);
  }
}

/** Starts what was not started yet. Failures reach whoever awaits, and nobody else. */
function once<K, V>(map: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  let value = map.get(key);
  if (!value) {
    value = make();
    value.catch(() => {});
    map.set(key, value);
  }
  return value;
}
