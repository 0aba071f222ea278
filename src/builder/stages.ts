/**
 * The stages that a Dockerfile writes down: their base names and platforms with global arguments
 * replaced, and the build checks on those. What the bases are is asked later (`bases.ts`).
 */
import { messageOf, StrataError } from '../base/index.ts';
import {
  type Arg,
  didYouMean,
  expand,
  fault,
  type Lines,
  type Linter,
  locate,
  locating,
  type Program,
  quote,
  suggest,
} from '../dockerfile/index.ts';
import { type Platform, parseReference } from '../oci/index.ts';
import { parsePlatform, predefinedArgs } from './platform.ts';
import { newStage, type Planner, type StageState } from './stage.ts';
import type { BuildRequest } from './types.ts';

/** Predefined arguments, and those before the first FROM. */
export function globalArgs(
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
export function checkDefaults(program: Program, request: BuildRequest, linter: Linter): void {
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

/** Adds the Dockerfile's stages to the planner's, in order. */
export function makeStages(planner: Planner, program: Program): void {
  const names = new Map<string, StageState>();
  const declared = program.globalArgs.flatMap(({ args }) => args.map(({ key }) => key));
  program.stages.forEach((stage, index) => {
    const { from } = stage;
    const state = locating(from.lines, () => {
      const known = new Set([...planner.globalArgs.keys(), ...declared]);
      const baseName = expandFrom(planner, from.base, known, from.lines).text;
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

function expandFrom(
  planner: Planner,
  word: string,
  known: ReadonlySet<string>,
  lines: Lines,
): ReturnType<typeof expand> {
  const report = (unmatched: Iterable<string>): void => {
    for (const name of unmatched) {
      if (known.has(name)) continue;
      const near = suggest(name, known);
      const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
      planner.linter.warn('UndefinedArgInFrom', `FROM argument '${name}' is not declared${hint}`, lines);
    }
  };
  try {
    const expansion = expand(word, (name) => planner.globalArgs.get(name), { escape: planner.escape });
    report(expansion.unmatched);
    return expansion;
  } catch (error) {
    const unmatched = error instanceof StrataError ? error.data['unmatched'] : undefined;
    if (Array.isArray(unmatched)) report(unmatched);
    throw error;
  }
}

function expandPlatform(
  planner: Planner,
  from: Program['stages'][number]['from'],
  known: ReadonlySet<string>,
): ReturnType<typeof expand> {
  try {
    return expandFrom(planner, from.platform, known, from.lines);
  } catch (error) {
    throw fault(`failed to process arguments for platform : ${messageOf(error)}`);
  }
}

function stagePlatform(
  planner: Planner,
  from: Program['stages'][number]['from'],
  known: ReadonlySet<string>,
): Platform {
  const { linter } = planner;
  const written = from.platform;
  const { text: resolved, matched, unmatched } = expandPlatform(planner, from, known);
  if (matched.size === 1 && matched.has('TARGETPLATFORM') && unmatched.size === 0) {
    const message = `Setting platform to predefined ${written} in FROM is redundant as this is the default behavior`;
    if (resolved === planner.globalArgs.get('TARGETPLATFORM')) {
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

/** The stage that `--target` names; the last one without. @throws StrataError */
export function findTarget(stages: readonly StageState[], name: string | undefined): StageState {
  if (!name) return stages.at(-1)!;
  const found = stages.findLast(({ stage }) => stage?.from.name === name.toLowerCase());
  if (found) return found;
  const names = stages.map(({ displayName }) => displayName);
  throw fault(`target stage ${quote(name)} could not be found${didYouMean(name, names)}`);
}
