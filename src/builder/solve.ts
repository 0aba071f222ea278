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
import { originInputs, probeCopy } from './copy-probe.ts';
import { type CopyOperation, nameOf, type PlanVertex, reachable } from './graph.ts';
import { digestKey, execInputs, imageInputs, mkdirInputs } from './key.ts';
import { mountContents, runExec } from './ops/exec.ts';
import { runCopy, runMkdir } from './ops/file.ts';
import { fetchImage, reportResolve } from './ops/image.ts';
import type { Probe, SolveOptions } from './solve-options.ts';
import { createSources, isStage, type Sources } from './sources.ts';
import { mountLayers } from './stack.ts';
import type { KeyInput } from './types.ts';

/** A vertex's layers, and when each was made (undefined for a base image's). Both lowest first. */
export interface Result {
  readonly layers: readonly LayerRef[];
  readonly created: readonly (number | undefined)[];
}

/** @throws StrataError with `data.vertex` and `data.lines` of the step that failed */
export async function solve(target: PlanVertex | undefined, options: SolveOptions): Promise<Result> {
  if (!target) return { layers: [], created: [] };
  const told = reachable(target).filter(
    ({ operation }) => operation.kind !== 'context' || !options.request.archive,
  );
  options.progress.announce(told.reverse().map(nameOf));
  const solver = new Solver(target, options);
  try {
    await solver.probe(target);
    return await solver.realize(target);
  } catch (error) {
    // What else is under way says that it was canceled before the build ends.
    await solver.stop();
    throw solver.failure ?? error;
  }
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
  readonly sources: Sources;

  constructor(target: PlanVertex, options: SolveOptions) {
    this.#target = target;
    this.#options = options;
    this.#signal = AbortSignal.any([options.request.signal, this.#abort.signal]);
    this.sources = createSources(options, this.#signal, (vertex) => this.#filesOf(vertex));
  }

  async stop(): Promise<void> {
    this.#cancel();
    await Promise.allSettled([...this.#probes.values(), ...this.#results.values()]);
  }

  #cancel(): void {
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
      this.#cancel();
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
        const base = await this.#keyOf(vertex.base);
        const contents = await mountContents(vertex, operation, this.sources);
        return this.lookUp(vertex, execInputs(operation, base, contents));
      }
      case 'mkdir': {
        const base = await this.#keyOf(vertex.base);
        const inputs = mkdirInputs(operation, base);
        return isRoot(vertex, this.#target) ? this.#probeRoot(vertex, inputs) : this.lookUp(vertex, inputs);
      }
      case 'copy':
        return probeCopy(vertex, operation, this);
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
    const hit = await this.#find(key);
    // An image that is the whole result is told of once, when it is taken.
    if (hit && vertex === this.#target) return { key, inputs, hit };
    progress.start(nameOf(vertex));
    if (vertex.name.includes('@')) reportResolve(progress, vertex);
    progress.complete(nameOf(vertex));
    return { key, inputs, hit };
  }

  /** A step upon nothing is told of as an image is: when its key is made, and when its result is taken. */
  async #probeRoot(vertex: PlanVertex, inputs: KeyInput[]): Promise<Probe> {
    const { progress, journal } = this.#options;
    const key = digestKey(inputs);
    const hit = await this.#find(key);
    if (hit) {
      progress.start(nameOf(vertex));
      progress.complete(nameOf(vertex));
      journal.hit(vertex, key, inputs);
    }
    return { key, inputs, hit };
  }

  /** The result under the key that these inputs make, unless the step has to run. */
  async lookUp(vertex: PlanVertex, inputs: KeyInput[]): Promise<Probe> {
    const { progress, journal } = this.#options;
    const found = mustRun(vertex) ? undefined : await this.#find(digestKey(inputs));
    if (!found) return { key: digestKey(inputs), inputs, hit: undefined };
    // A copy that was found by where it copies from goes on under the key that its content makes.
    const key = digestKey(found.record.inputs);
    progress.cached(nameOf(vertex));
    journal.hit(vertex, key, found.record.inputs);
    return { key, inputs: found.record.inputs, hit: found };
  }

  async #find(key: Digest): Promise<Probe['hit']> {
    const { cache } = this.#options.host;
    const record = await cache.get(key);
    const layers = record && (await cache.layers(record));
    return record && layers && { record, layers };
  }

  // ---- realizing

  /** A stage's files as they are at its end. */
  async #filesOf(vertex: PlanVertex): Promise<FileSystem> {
    return mountLayers((await this.realize(vertex)).layers, this.#options.host.openBlob);
  }

  async #realize(vertex: PlanVertex): Promise<Result> {
    const probe = await this.probe(vertex);
    if (vertex.operation.kind === 'image') return this.#realizeImage(vertex, probe);
    const base = vertex.base;
    if (probe.hit) {
      if (isRoot(vertex, this.#target)) this.#options.progress.cached(nameOf(vertex));
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
    if (operation.kind === 'exec') {
      return runExec(operation, job, (mount) => this.sources.files(vertex.sources[mount.source]));
    }
    if (operation.kind === 'mkdir') return runMkdir(operation, job);
    if (operation.kind !== 'copy') throw new StrataError('EBUILD', `cannot run ${operation.kind}`);
    const files = await Promise.all(vertex.sources.map((source) => this.sources.files(source)));
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
    if (!vertex.sources.some(isStage)) return;
    const origins = await originInputs(vertex, operation, this);
    if (origins) await this.#store(digestKey(origins), vertex, inputs, layers, created);
  }
}

/** WORKDIR on scratch, unless it is all. */
function isRoot({ operation, base }: PlanVertex, target: PlanVertex): boolean {
  return operation.kind === 'mkdir' && !base && target.operation !== operation;
}

/** `--no-cache`; under a step that must run anew, what is stored was made of something else. */
function mustRun(vertex: PlanVertex): boolean {
  for (let it: PlanVertex | undefined = vertex; it; it = it.base) if (it.ignoreCache) return true;
  return false;
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
