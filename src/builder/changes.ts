/**
 * `docker commit --change`: Dockerfile instructions applied to a configuration, without a build.
 *
 * The instructions' own planners do it, over a stage whose file system nobody looks at.
 *
 * @see moby builder/dockerfile/builder.go, BuildFromConfig
 */
import { codeOf, messageOf, StrataError } from '../base/index.ts';
import {
  createLinter,
  fault,
  parseDockerfile,
  parseInstruction,
  type StageInstruction,
} from '../dockerfile/index.ts';
import type { Platform, RunConfig } from '../oci/index.ts';
import { createMemoryFs } from '../vfs/index.ts';
import { emptyDraft } from './draft.ts';
import { Graph } from './graph.ts';
import { planInstruction } from './instructions/table.ts';
import { newStage, type Planner, type StageState, setVariable } from './stage.ts';

const VALID: ReadonlySet<string> = new Set([
  ...['cmd', 'entrypoint', 'healthcheck', 'env', 'expose', 'label', 'onbuild'],
  ...['stopsignal', 'user', 'volume', 'workdir'],
]);

const NOWHERE = { start: 0, end: 0 };

/** @throws StrataError in dockerd's words for what is no such instruction */
export function applyChanges(config: RunConfig, changes: readonly string[], platform: Platform): RunConfig {
  if (changes.length === 0) return config;
  const tree = parseDockerfile(changes.join('\n'));
  for (const { keyword } of tree.instructions) {
    if (!VALID.has(keyword.toLowerCase())) throw fault(`${keyword} is not a valid change command`);
  }
  const instructions = tree.instructions.map((node) => parseInstruction(node) as StageInstruction);
  const planner = plannerOf(platform, tree.escape);
  const stage = stageOf(config, platform);
  for (const instruction of instructions) {
    const command = { instruction, onBuild: false, sources: new Map() };
    try {
      planInstruction({ stage, planner, instruction, command });
    } catch (error) {
      throw inClassicWords(error);
    }
  }
  // Windows' mark on commands, which BuildKit sets everywhere and this here nowhere.
  const { ArgsEscaped: _, ...changed } = stage.draft.config;
  const { Cmd, Entrypoint } = changed;
  return {
    ...changed,
    ...(Cmd ? { Cmd: withoutNothing(Cmd) } : {}),
    ...(Entrypoint ? { Entrypoint: withoutNothing(Entrypoint) } : {}),
  };
}

/** A shell is given no command where there is none; BuildKit gives it an empty one. */
function withoutNothing(command: readonly string[]): string[] {
  return command.length === 3 && command[1] === '-c' && command[2] === ''
    ? command.slice(0, 2)
    : [...command];
}

/** What reads ports here begins with a capital letter. */
function inClassicWords(error: unknown): StrataError {
  const message = messageOf(error).replace(/^invalid (?=containerPort|proto)/, 'Invalid ');
  return new StrataError(codeOf(error) ?? 'EDOCKERFILE', message, {}, error);
}

function plannerOf(platform: Platform, escapeCharacter: string): Planner {
  return {
    request: {
      dockerfile: '',
      dockerfileName: '',
      context: createMemoryFs(),
      buildArgs: {},
      labels: {},
      tags: [],
      platform,
      noCache: false,
      pull: false,
      network: 'none',
      signal: new AbortController().signal,
    },
    linter: createLinter('', () => {}),
    graph: new Graph(''),
    escape: escapeCharacter,
    globalArgs: new Map(),
    contextPaths: new Set(),
    stages: [],
  };
}

function stageOf(config: RunConfig, platform: Platform): StageState {
  const none = { stage: undefined, displayName: '', base: undefined, platform: undefined };
  const stage = newStage({ ...none, baseName: '', lines: NOWHERE, target: platform });
  stage.draft = { ...emptyDraft(platform), config: { ...config } };
  for (const entry of config.Env ?? []) {
    const equals = entry.indexOf('=');
    if (equals > 0) setVariable(stage, entry.slice(0, equals), entry.slice(equals + 1));
  }
  return stage;
}
