/**
 * Program to graph: stages, what they stand on, and what each instruction adds to them.
 *
 * Resolves base images (through the host) and walks the instructions of the stages that the target
 * needs; the others are read but neither resolved nor built. Runs nothing.
 */
import { cleanPath, type Linter, locating, type Program } from '../dockerfile/index.ts';
import { checkCircles, resolveStages, toCommand } from './bases.ts';
import { inherit } from './draft.ts';
import { Graph } from './graph.ts';
import { planInstruction } from './instructions/table.ts';
import type { ResolveImage } from './resolve.ts';
import { type Planner, type StageState, setVariable } from './stage.ts';
import { checkDefaults, findTarget, globalArgs, makeStages } from './stages.ts';
import type { BuildRequest } from './types.ts';

export interface Plan {
  readonly target: StageState;
  readonly contextPaths: ReadonlySet<string>;
}

export interface PlanOptions {
  readonly program: Program;
  readonly request: BuildRequest;
  readonly linter: Linter;
  /** Names this build's own context among the vertices. */
  readonly session: string;
  readonly resolve: ResolveImage;
  /** Called when all base images are known: the place of `[internal] load .dockerignore`. */
  readonly onResolved: () => Promise<void>;
}

/** @throws StrataError in BuildKit's words, with `data.lines` where a line is to blame */
export async function plan(options: PlanOptions): Promise<Plan> {
  const { program, request, linter, session } = options;
  checkDefaults(program, request, linter);
  const planner: Planner = {
    request,
    linter,
    graph: new Graph(session),
    escape: program.escape,
    globalArgs: globalArgs(program, request, request.buildArgs),
    contextPaths: new Set(),
    stages: [],
  };
  makeStages(planner, program);
  const target = findTarget(planner.stages, request.target);
  for (const stage of [...planner.stages]) {
    stage.commands = (stage.stage?.instructions ?? []).map((it) => toCommand(planner, it, false));
  }
  checkCircles(planner.stages);
  if (planner.stages.length === 1) planner.stages[0]!.displayName = '';
  const needed = await resolveStages(planner, target, options.resolve);
  await options.onResolved();
  for (const stage of planner.stages) {
    if (needed.has(stage) && !stage.dispatched) dispatchStage(planner, stage);
  }
  const labels = Object.entries(request.labels);
  if (labels.length > 0) {
    target.draft.config.Labels = Object.assign(
      Object.create(null),
      target.draft.config.Labels,
      Object.fromEntries(labels),
    );
  }
  linter.finish();
  return { target, contextPaths: planner.contextPaths };
}

function dispatchStage(planner: Planner, stage: StageState): void {
  stage.dispatched = true;
  if (stage.base) {
    stage.vertex = stage.base.vertex;
    stage.platform = stage.base.platform;
    stage.draft = inherit(stage.base.draft);
    stage.workdirSet = stage.base.workdirSet;
    stage.buildArgs = [...stage.base.buildArgs];
    // What RUN sees of ARGs is inherited with the state, as their names are.
    for (const [key, value] of stage.base.env) setVariable(stage, key, value);
  }
  for (const entry of stage.draft.config.Env ?? []) {
    const equals = entry.indexOf('=');
    setVariable(
      stage,
      equals < 0 ? entry : entry.slice(0, equals),
      equals < 0 ? '' : entry.slice(equals + 1),
    );
  }
  stage.cwd = cleanPath(stage.draft.config.WorkingDir || '/');
  stage.user = stage.draft.config.User ?? '';
  for (const command of stage.commands) {
    const { instruction } = command;
    locating(instruction.lines, () => planInstruction({ stage, planner, instruction, command }));
  }
}
