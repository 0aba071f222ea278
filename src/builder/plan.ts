/**
 * Program to graph: stages, what they stand on, and what each instruction adds to them.
 *
 * Resolves base images (through the host) and walks the instructions of the stages that the target
 * needs; the others are read but neither resolved nor built. Runs nothing.
 */
import { codeOf, messageOf, StrataError } from '../base/index.ts';
import {
  type Arg,
  didYouMean,
  expand,
  fault,
  type Lines,
  type Linter,
  locate,
  type Program,
  parseTrigger,
  quote,
  type StageInstruction,
  suggest,
} from '../dockerfile/index.ts';
import { canonicalReference, type Platform, parseReference, withDefaultTag } from '../oci/index.ts';
import { draftOf, emptyDraft, inherit } from './draft.ts';
import { Graph } from './graph.ts';
import { planInstruction } from './instructions/table.ts';
import { parsePlatform, platformText, predefinedArgs } from './platform.ts';
import type { ResolveImage } from './resolve.ts';
import { type Command, newStage, type Planner, type StageState, setVariable, stepName } from './stage.ts';
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

/** Predefined arguments, and those before the first FROM. */
function globalArgs(
  program: Program,
  request: BuildRequest,
  given: Readonly<Record<string, string>>,
): Map<string, string> {
  const args = predefinedArgs(request, program.stages.at(-1)?.from.name ?? '');
  for (const { args: definitions, lines } of program.globalArgs) {
    for (const definition of definitions) addGlobalArg(args, definition, given, program.escape, lines);
  }
  return args;
}

function addGlobalArg(
  args: Map<string, string>,
  { key, value }: Arg['args'][number],
  given: Readonly<Record<string, string>>,
  escapeChar: string,
  lines: Lines,
): void {
  if (Object.hasOwn(given, key)) {
    args.set(key, given[key]!);
  } else if (value !== undefined) {
    try {
      args.set(key, expand(value, (name) => args.get(name), { escape: escapeChar }).text);
    } catch (error) {
      throw locate(error, lines);
    }
  }
}

/** Warns of base names that are none as long as nobody sets the arguments in them. */
function checkDefaults(program: Program, request: BuildRequest, linter: Linter): void {
  try {
    const args = globalArgs(program, request, {});
    for (const { from } of program.stages) {
      const { text } = expand(from.base, (name) => args.get(name), { escape: program.escape });
      if (isReference(text)) continue;
      const message = `Default value for ARG ${from.base} results in empty or invalid base image name`;
      linter.warn('InvalidDefaultArgInFrom', message, from.lines);
    }
  } catch {
    // The same fault is met again when the arguments are really used, and told then.
  }
}

function isReference(text: string): boolean {
  try {
    parseReference(text);
    return true;
  } catch {
    return false;
  }
}

function makeStages(planner: Planner, program: Program): void {
  const names = new Map<string, StageState>();
  const declared = program.globalArgs.flatMap(({ args }) => args.map(({ key }) => key));
  program.stages.forEach((stage, index) => {
    const { from } = stage;
    const state = locating(from.lines, () => {
      const known = new Set([...planner.globalArgs.keys(), ...declared]);
      const baseName = expandFrom(planner, from.base, known, from.lines);
      if (baseName === '') throw fault(`base name (${from.base}) should not be blank`);
      return newStage({
        stage,
        baseName,
        lines: from.lines,
        displayName: from.name || `stage-${index}`,
        base: names.get(baseName),
        platform: from.platform ? stagePlatform(planner, stage.from, known) : undefined,
        target: planner.request.platform,
      });
    });
    state.stepCount =
      stage.instructions.filter(({ kind }) => STEPS.has(kind)).length +
      (state.baseName === 'scratch' || state.base ? 0 : 1);
    planner.stages.push(state);
    if (from.name) names.set(from.name, state);
  });
}

const STEPS: ReadonlySet<string> = new Set(['add', 'copy', 'run', 'workdir']);

function locating<T>(lines: Lines, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw locate(error, lines);
  }
}

function expandFrom(planner: Planner, word: string, known: ReadonlySet<string>, lines: Lines): string {
  const { text, unmatched } = expand(word, (name) => planner.globalArgs.get(name), {
    escape: planner.escape,
  });
  for (const name of unmatched) {
    if (known.has(name)) continue;
    const near = suggest(name, known);
    const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
    planner.linter.warn('UndefinedArgInFrom', `FROM argument '${name}' is not declared${hint}`, lines);
  }
  return text;
}

function stagePlatform(
  planner: Planner,
  from: Program['stages'][number]['from'],
  known: ReadonlySet<string>,
): Platform {
  const { linter } = planner;
  const written = from.platform;
  const { text, matched, unmatched } = expand(written, (name) => planner.globalArgs.get(name), {
    escape: planner.escape,
  });
  const resolved = expandFrom(planner, written, known, from.lines);
  if (matched.size === 1 && matched.has('TARGETPLATFORM') && unmatched.size === 0) {
    const message = `Setting platform to predefined ${written} in FROM is redundant as this is the default behavior`;
    if (text === planner.globalArgs.get('TARGETPLATFORM')) {
      linter.warn('RedundantTargetPlatform', message, from.lines);
    }
  }
  const hint = [...unmatched].map((name) => didYouMean(name, planner.globalArgs.keys())).find(Boolean) ?? '';
  if (resolved === '') throw fault(`empty platform value from expression ${written}${hint}`);
  const platform = parsePlatform(resolved, written, from.lines);
  const isConstant = matched.size === 0 && unmatched.size === 0;
  if (isConstant && !from.name.includes(platform.os) && !from.name.includes(platform.architecture)) {
    const message = `FROM --platform flag should not use constant value ${quote(resolved)}`;
    linter.warn('FromPlatformFlagConstDisallowed', message, from.lines);
  }
  return platform;
}

function findTarget(stages: readonly StageState[], name: string | undefined): StageState {
  if (!name) return stages.at(-1)!;
  const found = stages.findLast(({ stage }) => stage?.from.name === name.toLowerCase());
  if (found) return found;
  const names = stages.map(({ displayName }) => displayName);
  throw fault(`target stage ${quote(name)} could not be found${didYouMean(name, names)}`);
}

/** Finds, or adds, what a `COPY --from` names. */
function toCommand(planner: Planner, instruction: StageInstruction, onBuild: boolean): Command {
  if (instruction.kind !== 'copy' || !instruction.from) return { instruction, onBuild, source: undefined };
  const { from } = instruction;
  if (expand(from, () => undefined, { escape: planner.escape }).text !== from) {
    throw fault(
      'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
    );
  }
  if (/^[+-]?\d+$/.test(from)) {
    const source = planner.stages[Number(from)];
    if (!source) throw fault(`invalid stage index ${Number(from)}`);
    return { instruction, onBuild, source };
  }
  const named = planner.stages.findLast(({ stage }) => stage?.from.name === from.toLowerCase());
  if (named) return { instruction, onBuild, source: named };
  const image = newStage({
    stage: undefined,
    baseName: from,
    lines: instruction.lines,
    displayName: '',
    base: undefined,
    platform: undefined,
    target: planner.request.platform,
  });
  planner.stages.push(image);
  return { instruction, onBuild, source: image };
}

function dependencies(stage: StageState): StageState[] {
  const sources = stage.commands.map(({ source }) => source).filter((it) => it !== undefined);
  return stage.base ? [stage.base, ...sources] : sources;
}

/** @throws StrataError with the lines of the COPYs that go round, the last one first */
function checkCircles(stages: readonly StageState[]): void {
  const done = new Set<StageState>();
  const visit = (stage: StageState, path: readonly StageState[], lines: readonly Lines[]): void => {
    if (path.includes(stage)) {
      const message = `circular dependency detected on stage: ${path[0]!.displayName}`;
      throw new StrataError('EDOCKERFILE', message, { lines });
    }
    if (done.has(stage)) return;
    for (const { source, instruction } of stage.commands) {
      if (source) visit(source, [...path, stage], [instruction.lines, ...lines]);
    }
    done.add(stage);
  };
  for (const stage of stages) visit(stage, [], []);
}

/** Resolves base images, then ONBUILD triggers, until these bring no new stages. */
async function resolveStages(
  planner: Planner,
  target: StageState,
  resolve: ResolveImage,
): Promise<ReadonlySet<StageState>> {
  for (;;) {
    const needed = new Set<StageState>();
    const visit = (stage: StageState): void => {
      if (needed.has(stage)) return;
      needed.add(stage);
      dependencies(stage).forEach(visit);
    };
    visit(target);
    const missing = [...needed].filter((stage) => !stage.base && !stage.resolved);
    const results = await Promise.allSettled(missing.map((stage) => resolveBase(planner, stage, resolve)));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    const grown = planner.stages
      .filter((stage) => needed.has(stage))
      .map((stage) => addTriggers(planner, stage))
      .some(Boolean);
    if (!grown) return needed;
  }
}

async function resolveBase(planner: Planner, stage: StageState, resolve: ResolveImage): Promise<void> {
  stage.resolved = true;
  const written = stage.baseName;
  const isSource = stage.stage === undefined;
  if (written === 'scratch') {
    stage.draft = emptyDraft(planner.request.platform);
    stage.dispatched = isSource;
    return;
  }
  try {
    const reference = withDefaultTag(parse(written));
    const text = canonicalReference(reference);
    const found = await resolve(text, stage.platform).catch((error: unknown) => {
      const names = planner.stages.map(({ displayName }) => displayName).filter(Boolean);
      const hint = didYouMean(written, [...names, ...COMMON_IMAGES]);
      throw new StrataError(codeOf(error) ?? 'EIMAGE', `${written}: ${messageOf(error)}${hint}`, {
        ...(error instanceof StrataError ? error.data : {}),
      });
    });
    stage.baseName = found.local || reference.digest ? text : `${text}@${found.digest}`;
    const { architecture, os } = found.config;
    if (os !== stage.platform.os || architecture !== stage.platform.architecture) {
      const message = `Base image ${written} was pulled with platform ${quote(`${os}/${architecture}`)}, expected ${quote(platformText(stage.platform))} for current build`;
      planner.linter.warn('InvalidBaseImagePlatform', message, stage.lines);
    }
    stage.draft = draftOf(found.config);
    if (found.config.rootfs.diff_ids.length > 0) {
      stage.vertex = planner.graph.add({
        name: stepName(stage, `FROM ${stage.baseName}`),
        operation: { kind: 'image', reference: text, digest: found.digest, config: found.config },
        base: undefined,
        sources: [],
        lines: stage.lines,
        code: stage.stage?.from.code ?? `FROM ${written}`,
        ignoreCache: false,
      });
    }
    stage.dispatched = isSource;
  } catch (error) {
    throw locate(error, stage.lines);
  }
}

const COMMON_IMAGES = ['alpine', 'busybox', 'centos', 'debian', 'golang', 'ubuntu', 'fedora'].flatMap(
  (name) => [name, `${name}:latest`],
);

function parse(name: string): ReturnType<typeof parseReference> {
  try {
    return parseReference(name);
  } catch (error) {
    throw fault(`failed to parse stage name ${quote(name)}: ${messageOf(error)}`);
  }
}

/** Puts the base's ONBUILD triggers before the stage's own instructions; says whether they name new sources. */
function addTriggers(planner: Planner, stage: StageState): boolean {
  if (stage.onBuildDone) return false;
  stage.onBuildDone = true;
  const inherited = stage.base
    ? stage.base.commands.map(({ instruction }) => instruction).filter((it) => it.kind === 'onbuild')
    : [];
  const triggers = stage.base
    ? inherited.map(({ expression }) => expression)
    : [...(stage.draft.config.OnBuild ?? [])];
  delete stage.draft.config.OnBuild;
  if (triggers.length === 0) return false;
  return locating(stage.lines, () => {
    const commands = triggers.map((text) => toCommand(planner, parseTrigger(text, stage.lines), true));
    stage.commands = [...commands, ...stage.commands];
    stage.stepCount += commands.length;
    return commands.some(({ source }) => source !== undefined);
  });
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
  stage.cwd = stage.draft.config.WorkingDir || '/';
  stage.user = stage.draft.config.User ?? '';
  for (const command of stage.commands) {
    const { instruction } = command;
    locating(instruction.lines, () => planInstruction({ stage, planner, instruction, command }));
  }
}
