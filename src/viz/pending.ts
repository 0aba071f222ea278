/**
 * What is being made: steps of the running build and blobs of a running pull, as outlines on what
 * they will stand on.
 *
 * A step does not say which layer it stands on. It is placed where the stack below it can be told
 * from the instructions before it, without a doubt, and not drawn otherwise.
 */
import type { BuildStep, Instruction, Layer, Model } from '../model/index.ts';

export interface Pending {
  readonly id: string;
  readonly text: string;
  readonly origin: 'base' | 'run' | 'copy';
  /** 0–1 where it is known. */
  readonly progress: number | undefined;
}

export interface PendingStack {
  /** ChainID of the layer that it will stand on; undefined on the ground. */
  readonly on: string | undefined;
  /** Lowest first. */
  readonly items: readonly Pending[];
}

/** More steps than this are not outlined in advance. */
const MOST = 4;

export function pendingOf(model: Model): readonly PendingStack[] {
  const stacks = [buildStack(model), pullStack(model)];
  return stacks.filter((stack): stack is PendingStack => stack !== undefined && stack.items.length > 0);
}

function pullStack({ pulls }: Model): PendingStack | undefined {
  return {
    on: undefined,
    items: pulls.slice(0, MOST).map((pull) => ({
      id: `pull:${pull.id}`,
      text: pull.id,
      origin: 'base',
      progress: pull.total > 0 ? Math.min(1, pull.current / pull.total) : undefined,
    })),
  };
}

function buildStack(model: Model): PendingStack | undefined {
  const { build } = model;
  if (!build?.running) return undefined;
  const open = build.steps.find((step) => step.position && isOpen(step));
  // The build's own steps make no layers.
  if (!open) return undefined;
  const { stage } = open.position!;
  const steps = build.steps
    .filter((step) => step.position?.stage === stage)
    .sort((a, b) => a.position!.at - b.position!.at);
  const first = steps.findIndex(isOpen);
  if (first < 0) return undefined;
  const items = steps
    .slice(first)
    .filter(isOpen)
    .slice(0, MOST)
    .map(
      (step): Pending => ({
        id: `step:${step.digest}`,
        text: `${step.instruction.op} ${step.instruction.text}`,
        origin: originOf(step.instruction),
        progress: step.progress,
      }),
    );
  if (first === 0) return { on: undefined, items };
  const below = standingOf(model.layers, steps.slice(0, first));
  return below && { on: below.chainId, items };
}

/** The one layer whose stack was made by these steps; undefined where there is none, or several. */
export function standingOf(layers: Model['layers'], done: readonly BuildStep[]): Layer | undefined {
  const [, ...made] = done;
  const found = [...layers.values()].filter((layer) => {
    let at: Layer | undefined = layer;
    for (const step of [...made].reverse()) {
      if (!at || !sameInstruction(at.instruction, step.instruction)) return false;
      at = at.parent && layers.get(at.parent);
    }
    return at?.origin === 'base' && !at.children.some((child) => child.origin === 'base');
  });
  return found.length === 1 ? found[0] : undefined;
}

function sameInstruction(one: Instruction, other: Instruction): boolean {
  return one.op === other.op && one.text === other.text;
}

function isOpen(step: BuildStep): boolean {
  return step.state === 'running' || step.state === 'waiting';
}

function originOf({ op }: Instruction): Pending['origin'] {
  if (op === 'FROM') return 'base';
  return op === 'COPY' || op === 'ADD' ? 'copy' : 'run';
}
