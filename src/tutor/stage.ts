/**
 * A stage: a laptop and its engine, on which a lesson is played; and the situation that checks see.
 */
import type { StrataState, Transport } from '../api/index.ts';
import { chunksOf, collect, decode, fromBase64 } from '../base/index.ts';
import type { BuildRecord } from '../builder/index.ts';
import { emptyModel, foldState, type Model } from '../model/index.ts';
import type { LaptopFile, Ran, Situation } from './types.ts';

interface StageResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly encoding?: 'base64';
}

export interface Stage {
  /** Runs a command in one lasting shell of the laptop. */
  exec(command: string, timeout?: number): Promise<StageResult>;
  readonly transport: Transport;
}

/** The engine's state now, as a model. */
export async function modelOf(transport: Transport): Promise<Model> {
  const state = (await getJson(transport, '/strata/v1/state')) as StrataState | undefined;
  return state ? foldState(emptyModel, state, 0) : emptyModel;
}

/** What checks see of a stage. */
export function situationOf(
  stage: Pick<Stage, 'exec' | 'transport'>,
  model: Model,
  commands: readonly Ran[],
): Situation {
  let builds: Promise<readonly BuildRecord[]> | undefined;
  return {
    model,
    commands,
    builds() {
      builds ??= getJson(stage.transport, '/strata/v1/builds').then((it) => (it ?? []) as BuildRecord[]);
      return builds;
    },
    file: (path) => fileOf(stage, path),
    isFolder: async (path) => (await stage.exec(`test -d ${inHome(path)}`, 10)).exit === 0,
    entered: () => enteredOn(stage),
  };
}

/** A path of the home folder, quoted for the shell. */
function inHome(path: string): string {
  return `"$HOME"/'${path.replaceAll("'", "'\\''")}'`;
}

/** A file in the home folder, whatever the shell's directory is. */
async function fileOf(stage: Pick<Stage, 'exec'>, path: string): Promise<LaptopFile | undefined> {
  const quoted = inHome(path);
  const read = await stage.exec(`cat ${quoted}`, 10);
  if (read.exit !== 0) return undefined;
  const test = await stage.exec(`test -x ${quoted}`, 10);
  return {
    content: read.encoding === 'base64' ? decode(fromBase64(read.stdout)) : read.stdout,
    executable: test.exit === 0,
  };
}

/** The shell that asks stands apart; only where there is no other does it count. */
const ENTERED = `for _p in /proc/[0-9]*; do
  [ "$_p" != /proc/$$ ] && read -r _c < $_p/comm && [ "$_c" = bash ] && readlink $_p/cwd
done
echo "$PWD"; echo "$HOME"`;

async function enteredOn(stage: Pick<Stage, 'exec'>): Promise<readonly string[]> {
  const lines = (await stage.exec(ENTERED, 10)).stdout.trim().split('\n');
  const home = `${lines.pop()}/`;
  const own = lines.pop()!;
  return (lines.length ? lines : [own])
    .filter((folder) => `${folder}/`.startsWith(home))
    .map((folder) => folder.slice(home.length));
}

async function getJson(transport: Transport, path: string): Promise<unknown> {
  const response = await transport({ method: 'GET', path });
  const body = await collect(chunksOf(response.body));
  return response.status === 200 ? JSON.parse(decode(body)) : undefined;
}
