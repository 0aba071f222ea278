/** RUN: a command in a sandbox over what the stage has so far. */

import { StrataError } from '../../base/index.ts';
import { chompTabs, fault, type Instruction, parseHeredocMark } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import type { ExecMount, ExecOperation, PlanVertex } from '../graph.ts';
import { type StageState, stepName, stepText } from '../stage.ts';
import { type Dispatch, withShell } from './context.ts';
import { planMounts } from './mounts.ts';

type Run = Extract<Instruction, { kind: 'run' }>;

const NOWHERE = [{ start: 0, end: 0 }];
/** The name that a RUN step's sandbox has, unless the caller gives another. */
const HOSTNAME = 'buildkitsandbox';

const PIPES = '/dev/pipes';
const PROXIES = /^(https?|ftp|no|all)_proxy$/i;

export function planRun(dispatch: Dispatch<Run>): void {
  const { stage, planner, instruction, command } = dispatch;
  const { args, script, suffix } = commandOf(instruction);
  const argv = instruction.command.shell ? withShell(stage, args) : args;
  const network = networkOf(dispatch);
  refuse(instruction);
  const sources: PlanVertex[] = [];
  const mounts = [...scriptMounts(dispatch, script, sources), ...planMounts(dispatch, sources)];
  const text = stepText(stage, planner, instruction.code + suffix, true);
  const operation: ExecOperation = {
    kind: 'exec',
    argv,
    env: [...stage.env],
    proxyEnv: Object.entries(planner.request.buildArgs).filter(([key]) => PROXIES.test(key)),
    cwd: stage.cwd,
    user: stage.user,
    hostname: planner.request.buildArgs['BUILDKIT_SANDBOX_HOSTNAME'] || HOSTNAME,
    network,
    mounts,
  };
  stage.vertex = planner.graph.add({
    name: stepName(stage, text, command.onBuild),
    operation,
    base: stage.vertex,
    sources,
    lines: instruction.lines,
    code: instruction.code,
    ignoreCache: planner.request.noCache,
  });
  commit(stage.draft, `RUN ${historyText(stage, argv)} # buildkit`, true);
}

/** The script of a lone heredoc that names its interpreter: a vertex of its own, bound at /dev/pipes. */
function scriptMounts(
  { planner }: Dispatch<Run>,
  script: Script | undefined,
  sources: PlanVertex[],
): ExecMount[] {
  if (!script) return [];
  const none = { base: undefined, sources: [], lines: undefined, code: '', ignoreCache: false };
  const vertex = planner.graph.add({
    ...none,
    name: '[internal] preparing inline document',
    operation: { kind: 'inline', ...script, mode: 0o755 },
  });
  sources.push(vertex);
  return [{ kind: 'bind', target: PIPES, source: 0, path: '/', readonly: true }];
}

interface Script {
  readonly name: string;
  readonly content: string;
}

interface RunCommand {
  readonly args: readonly string[];
  readonly script: Script | undefined;
  /** What the step's name gets after the line: the beginning of a heredoc. */
  readonly suffix: string;
}

/** A lone heredoc is the script; beside other words the heredocs go to the shell with them. */
function commandOf({ command }: Run): RunCommand {
  const first = command.heredocs[0];
  if (!first) return { args: command.args, script: undefined, suffix: '' };
  const line = command.args[0] ?? '';
  if (!parseHeredocMark(line)) {
    const documents = command.heredocs.map(({ name, content }) => `\n${content}${name}`).join('');
    return { args: [line + documents], script: undefined, suffix: '' };
  }
  const content = first.chomp ? chompTabs(first.content) : first.content;
  const suffix = ` (${summary(first.content)})`;
  if (!content.startsWith('#!')) return { args: [content], script: undefined, suffix };
  const { name } = first;
  return { args: [`${PIPES}/${name}`], script: { name, content }, suffix };
}

function summary(document: string): string {
  const lines = document.trim().replaceAll('\r\n', '\n').split('\n');
  return lines[0]! + (lines.length > 1 ? '...' : '');
}

/** `|1 V=1 /bin/sh -c …`: build arguments with the values that are in force, then the command. */
function historyText(stage: StageState, argv: readonly string[]): string {
  const values = new Map<string, string>();
  for (const { key, value } of stage.buildArgs) values.set(key, stage.env.get(key) ?? value ?? '');
  const args = [...values].map(([key, value]) => `${key}=${value}`);
  return [...(args.length > 0 ? [`|${args.length}`, ...args] : []), ...argv].join(' ');
}

function networkOf({ instruction, planner }: Dispatch<Run>): ExecOperation['network'] {
  if (instruction.network === 'none') return 'none';
  if (instruction.network !== 'host') return planner.request.network;
  // Where there are no lines to blame, BuildKit shows none: this is found when the graph is loaded.
  throw new StrataError('EDOCKERFILE', 'failed to load LLB: network.host is not allowed', { lines: NOWHERE });
}

function refuse({ devices }: Run): void {
  if (devices.length === 0) return;
  throw fault('device feature is only supported in Dockerfile frontend 1.14.0-labs or later');
}
