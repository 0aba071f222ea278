/** A build's steps, folded from the solver's status messages, each of which tells only what changed. */
import type { Vertex, VertexStatus } from '../builder/index.ts';
import { splitStepName } from './instruction.ts';
import type { Build, BuildStep } from './types.ts';

export function foldBuild(
  before: Build | undefined,
  id: string,
  status: { readonly vertexes: readonly Vertex[]; readonly statuses: readonly VertexStatus[] },
): Build {
  const steps = new Map((before?.id === id ? before.steps : []).map((step) => [step.digest, step]));
  for (const vertex of status.vertexes) {
    const { instruction, position } = splitStepName(vertex.name);
    steps.set(vertex.digest, {
      digest: vertex.digest,
      instruction,
      position,
      inputs: vertex.inputs,
      state: stateOf(vertex),
      progress: steps.get(vertex.digest)?.progress,
    });
  }
  for (const { vertex, current, total } of status.statuses) {
    const step = steps.get(vertex);
    if (step && total > 0) steps.set(vertex, { ...step, progress: Math.min(1, current / total) });
  }
  const all = [...steps.values()];
  return { id, steps: all, running: isRunning(all) };
}

function stateOf(vertex: Vertex): BuildStep['state'] {
  if (vertex.error) return 'failed';
  if (vertex.cached) return 'cached';
  if (vertex.completed !== undefined) return 'done';
  return vertex.started !== undefined ? 'running' : 'waiting';
}

function isRunning(steps: readonly BuildStep[]): boolean {
  if (steps.some((step) => step.state === 'failed')) return false;
  return steps.some((step) => step.state === 'running' || step.state === 'waiting');
}
