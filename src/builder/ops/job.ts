/** What an operation gets to work with. */
import type { LayerRef } from '../../vfs/index.ts';
import type { PlanVertex } from '../graph.ts';
import type { Progress } from '../progress.ts';
import type { BuildHost, BuildRequest } from '../types.ts';

export interface Job {
  readonly vertex: PlanVertex;
  readonly host: BuildHost;
  readonly request: BuildRequest;
  readonly progress: Progress;
  /** What the step works upon, lowest first. */
  readonly below: readonly LayerRef[];
  readonly signal: AbortSignal;
}
