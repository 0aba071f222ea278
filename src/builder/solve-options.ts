/** What solving a graph takes, and what it knows of a vertex before it runs. */
import type { Digest } from '../base/index.ts';
import type { LayerRef } from '../vfs/index.ts';
import type { Progress } from './progress.ts';
import type { Journal } from './record.ts';
import type { BuildHost, BuildRequest, CacheRecord, KeyInput } from './types.ts';

export interface SolveOptions {
  readonly request: BuildRequest;
  readonly host: BuildHost;
  readonly progress: Progress;
  readonly journal: Journal;
  readonly contextPaths: ReadonlySet<string>;
}

export interface Probe {
  readonly key: Digest | undefined;
  readonly inputs: readonly KeyInput[];
  /** Found under `key`, with all layers there. */
  readonly hit: { readonly record: CacheRecord; readonly layers: readonly LayerRef[] } | undefined;
}
