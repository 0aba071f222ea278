/** RUN: hands the command to the runner, and says in BuildKit's words how it failed. */
import { codeOf, type Digest, encode, messageOf, StrataError } from '../../base/index.ts';
import { quote } from '../../dockerfile/index.ts';
import type { FileSystem, LayerRef } from '../../vfs/index.ts';
import type { ExecMount, ExecOperation, PlanVertex } from '../graph.ts';
import type { Sources } from '../sources.ts';
import { mountLayers } from '../stack.ts';
import type { RunOutcome, RunStep } from '../types.ts';
import type { Job } from './job.ts';
import { type OpenedMounts, openMounts } from './mounts.ts';
import { readText } from './tree.ts';

type BindMount = Extract<ExecMount, { kind: 'bind' }>;
type FilesOf = (mount: BindMount) => Promise<FileSystem>;

/** Digests of what a step's binds show, in the order of its mounts. */
export function mountContents(
  vertex: PlanVertex,
  { mounts }: ExecOperation,
  sources: Pick<Sources, 'contentOf'>,
): Promise<(Digest | undefined)[]> {
  return Promise.all(
    mounts.map(async (mount) => {
      if (mount.kind !== 'bind') return undefined;
      const whole = {
        to: '/',
        owner: '',
        mode: '',
        wildcard: false,
        follow: true,
        unpack: false,
        exclude: [],
      };
      return sources.contentOf(vertex, {
        ...whole,
        contentsOnly: true,
        source: mount.source,
        from: mount.path,
      });
    }),
  );
}

export async function runExec(operation: ExecOperation, job: Job, filesOf: FilesOf): Promise<LayerRef> {
  const { argv } = operation;
  const opened = await openMounts(operation, job, filesOf);
  try {
    const outcome = await start(operation, job, opened);
    if (outcome.exitCode !== 0) {
      throw failed(argv, `exit code: ${outcome.exitCode}`, { exitCode: outcome.exitCode });
    }
    if (!outcome.layer) throw failed(argv, 'the sandbox gave no layer');
    return outcome.layer;
  } finally {
    opened.close();
  }
}

async function start(operation: ExecOperation, job: Job, { mounts, env }: OpenedMounts): Promise<RunOutcome> {
  const { vertex, host, progress, signal, below } = job;
  const { argv, cwd, user, network } = operation;
  const step: RunStep = {
    layers: below,
    argv,
    env: Object.fromEntries([...operation.env, ...operation.proxyEnv, ...env]),
    cwd,
    user,
    hostname: operation.hostname,
    network: network !== 'none',
    mounts,
    onOutput: (stream, bytes) => progress.log(vertex.digest, stream, bytes),
    signal,
  };
  try {
    return await host.runner.run(step, host.layers);
  } catch (error) {
    signal.throwIfAborted();
    const code = codeOf(error);
    if (code === 'EUSER') throw failed(argv, await userProblem(job, messageOf(error)));
    if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'ENOEXEC') throw error;
    // runc could not start the program: it says so on the step's own output and exits 1.
    progress.log(vertex.digest, 2, encode(`${runcMessage(code, argv[0] ?? '', error)}\n`));
    return { exitCode: 1 };
  }
}

/** Go's words where there is no file in which the user could be. */
async function userProblem({ below, host }: Job, words: string): Promise<string> {
  const passwd = await readText(mountLayers(below, host.openBlob), '/etc/passwd');
  return passwd === undefined
    ? words.replace(/: no matching entries in passwd file$/, ': invalid argument')
    : words;
}

function runcMessage(code: string, program: string, error: unknown): string {
  const said = messageOf(error);
  const prefix = 'runc run failed: unable to start container process: error during container init: exec: ';
  if (said.includes('exec: ')) return prefix + said.slice(said.indexOf('exec: ') + 'exec: '.length);
  const name = `"${program}": `;
  if (code === 'EACCES') return `${prefix}${name}permission denied`;
  if (code === 'ENOEXEC') return `${prefix}${name}exec format error`;
  if (program.includes('/')) return `${prefix}${name}stat ${program}: no such file or directory`;
  return `${prefix}${name}executable file not found in $PATH`;
}

function failed(argv: readonly string[], reason: string, data: Record<string, unknown> = {}): StrataError {
  const message = `process ${quote(argv.join(' '))} did not complete successfully: ${reason}`;
  return new StrataError('ERUN', message, data);
}
