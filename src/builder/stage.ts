/**
 * A stage of a build while its instructions are gone through: file system, config, variables.
 *
 * `plan.ts` makes and orders stages; the files in `instructions/` change them.
 */
import { expand, type Lines, type Linter, type Stage, type StageInstruction } from '../dockerfile/index.ts';
import type { Platform } from '../oci/index.ts';
import { type Draft, emptyDraft } from './draft.ts';
import type { Graph, PlanVertex } from './graph.ts';
import type { BuildRequest } from './types.ts';

/** What all stages of one build share. */
export interface Planner {
  readonly request: BuildRequest;
  readonly graph: Graph;
  readonly linter: Linter;
  readonly escape: string;
  /** Predefined and global arguments. */
  readonly globalArgs: ReadonlyMap<string, string>;
  /** Paths that are copied from the build context. */
  readonly contextPaths: Set<string>;
  readonly stages: StageState[];
}

export interface Command {
  readonly instruction: StageInstruction;
  readonly onBuild: boolean;
  /** What `COPY --from` and `RUN --mount=from=` name, by that name; nothing is named by ''. */
  readonly sources: ReadonlyMap<string, StageState>;
}

export interface StageState {
  /** Undefined for an image that only COPY --from names. */
  readonly stage: Stage | undefined;
  /** Base with variables replaced; with tag and digest once it is resolved. */
  baseName: string;
  readonly lines: Lines;
  /** In step names: `builder`, `stage-1`, or nothing. */
  displayName: string;
  readonly base: StageState | undefined;
  platform: Platform;
  /** `--platform` was given. */
  readonly hasPlatform: boolean;
  commands: Command[];
  stepCount: number;
  stepIndex: number;
  resolved: boolean;
  onBuildDone: boolean;
  dispatched: boolean;

  vertex: PlanVertex | undefined;
  draft: Draft;
  /** Variables that instructions and RUN see: ENV and ARG. */
  env: Map<string, string>;
  cwd: string;
  user: string;
  buildArgs: { key: string; value: string | undefined }[];
  workdirSet: boolean;
  /** Where CMD, ENTRYPOINT and HEALTHCHECK were last given in this stage. */
  readonly last: Map<string, Lines>;
}

export function newStage(init: {
  stage: Stage | undefined;
  baseName: string;
  lines: Lines;
  displayName: string;
  base: StageState | undefined;
  platform: Platform | undefined;
  target: Platform;
}): StageState {
  const { stage, platform, target, ...rest } = init;
  return {
    ...rest,
    stage,
    platform: platform ?? target,
    hasPlatform: platform !== undefined,
    commands: [],
    stepCount: 0,
    stepIndex: 0,
    resolved: false,
    onBuildDone: false,
    dispatched: false,
    vertex: undefined,
    draft: emptyDraft(target),
    env: new Map(),
    cwd: '/',
    user: '',
    buildArgs: [],
    workdirSet: false,
    last: new Map(),
  };
}

/** Later values stand at the end, as LLB's environment lists have them. */
export function setVariable(stage: StageState, key: string, value: string): void {
  stage.env.delete(key);
  stage.env.set(key, value);
}

/** `[builder 2/3] RUN make`: counts the step and names it. */
export function stepName(stage: StageState, text: string, onBuild = false): string {
  if (stage.stepCount === 0) return text;
  stage.stepIndex++;
  const index = String(stage.stepIndex).padStart(String(stage.stepCount).length);
  const name = stage.displayName && `${stage.displayName} `;
  return `[${name}${index}/${stage.stepCount}] ${onBuild ? 'ONBUILD ' : ''}${text}`;
}

/** An instruction's text as steps show it: known variables replaced, the keyword in capitals. */
export function stepText(stage: StageState, planner: Planner, code: string, isRun = false): string {
  let text = code;
  try {
    const options = { escape: planner.escape, rawQuotes: isRun, skipUnset: isRun };
    text = expand(code, (name) => stage.env.get(name), options).text;
  } catch {
    // What cannot be expanded is shown as written.
  }
  const space = text.indexOf(' ');
  return space < 0 ? text.toUpperCase() : text.slice(0, space).toUpperCase() + text.slice(space);
}
