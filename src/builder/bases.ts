/**
 * What stages stand on: base images asked of the host, ONBUILD triggers of bases, and what
 * `COPY --from` names. Only the stages that the target needs are asked for.
 */
import { codeOf, messageOf, StrataError } from '../base/index.ts';
import {
  didYouMean,
  expand,
  fault,
  type Lines,
  locate,
  locating,
  parseTrigger,
  quote,
  type StageInstruction,
} from '../dockerfile/index.ts';
import { canonicalReference, parseReference, type Reference, withDefaultTag } from '../oci/index.ts';
import { draftOf, emptyDraft } from './draft.ts';
import { mountFrom } from './instructions/mount-text.ts';
import { platformText } from './platform.ts';
import type { ResolveImage } from './resolve.ts';
import { type Command, newStage, type Planner, type StageState, stepName } from './stage.ts';

/** An image that only a mount names has no lines to blame, unlike one that COPY names. */
const NOWHERE: Lines = { start: 0, end: 0 };

/** An instruction with what it copies or mounts from: stages, or images that are added as such. */
export function toCommand(planner: Planner, instruction: StageInstruction, onBuild: boolean): Command {
  const sources = new Map<string, StageState>();
  if (instruction.kind === 'copy' && instruction.from) {
    sources.set(instruction.from, copySource(planner, instruction.from, instruction.lines));
  }
  if (instruction.kind === 'run') {
    for (const text of instruction.mounts) {
      const from = mountFrom(text);
      // BuildKit gives a mount without source a stage too; it shows in how steps are named.
      sources.set(from, findOrAdd(planner, from || 'scratch', NOWHERE));
    }
  }
  return { instruction, onBuild, sources };
}

function copySource(planner: Planner, from: string, lines: Lines): StageState {
  if (expand(from, () => undefined, { escape: planner.escape }).text !== from) {
    throw fault(
      'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
    );
  }
  if (!/^[+-]?\d+$/.test(from)) return findOrAdd(planner, from, lines);
  const source = planner.stages[Number(from)];
  if (!source) throw fault(`invalid stage index ${Number(from)}`);
  return source;
}

function findOrAdd(planner: Planner, name: string, lines: Lines): StageState {
  const named = planner.stages.findLast(({ stage }) => stage?.from.name === name.toLowerCase());
  if (named) return named;
  const none = { stage: undefined, displayName: '', base: undefined, platform: undefined };
  const added = newStage({ ...none, baseName: name, lines, target: planner.request.platform });
  planner.stages.push(added);
  return added;
}

function dependencies(stage: StageState): StageState[] {
  const sources = stage.commands.flatMap((command) => [...command.sources.values()]);
  return stage.base ? [stage.base, ...sources] : sources;
}

/** @throws StrataError with the lines of the COPYs that go round, the last one first */
export function checkCircles(stages: readonly StageState[]): void {
  const done = new Set<StageState>();
  const visit = (stage: StageState, path: readonly StageState[], lines: readonly Lines[]): void => {
    if (path.includes(stage)) {
      const message = `circular dependency detected on stage: ${path[0]!.displayName}`;
      throw new StrataError('EDOCKERFILE', message, { lines });
    }
    if (done.has(stage)) return;
    for (const { sources, instruction } of stage.commands) {
      for (const source of sources.values()) visit(source, [...path, stage], [instruction.lines, ...lines]);
    }
    done.add(stage);
  };
  for (const stage of stages) visit(stage, [], []);
}

/** Resolves base images, then ONBUILD triggers, until these bring no new stages. */
export async function resolveStages(
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

function parse(name: string): Reference {
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
    return commands.some(({ sources }) => sources.size > 0);
  });
}
