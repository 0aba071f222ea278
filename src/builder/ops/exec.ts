/** RUN: hands the command to the runner, and says in BuildKit's words how it failed. */
import { codeOf, encode, messageOf, StrataError } from '../../base/index.ts';
import type { LayerRef } from '../../vfs/index.ts';
import type { ExecOperation } from '../graph.ts';
import type { RunOutcome, RunStep } from '../types.ts';
import type { Job } from './job.ts';

/** The name that a RUN step's sandbox has, unless the caller gives another. */
const HOSTNAME = 'buildkitsandbox';

export async function runExec(operation: ExecOperation, job: Job): Promise<LayerRef> {
  const { argv } = operation;
  const outcome = await start(operation, job);
  if (outcome.exitCode !== 0) {
    throw failed(argv, `exit code: ${outcome.exitCode}`, { exitCode: outcome.exitCode });
  }
  if (!outcome.tar) throw failed(argv, 'the sandbox gave no layer');
  return job.host.layers.add(outcome.tar);
}

async function start(operation: ExecOperation, job: Job): Promise<RunOutcome> {
  const { vertex, host, progress, signal, below } = job;
  const { argv, env, proxyEnv, cwd, user, network, tmpfs, script } = operation;
  const step: RunStep = {
    layers: below,
    argv,
    env: Object.fromEntries([...env, ...proxyEnv]),
    cwd,
    user,
    hostname: HOSTNAME,
    network: network !== 'none',
    mounts: [
      ...tmpfs.map(({ target, size }) => ({
        kind: 'tmpfs' as const,
        target,
        ...(size === undefined ? {} : { size }),
      })),
      ...(script
        ? [{ kind: 'file' as const, target: script.target, content: encode(script.content), mode: 0o755 }]
        : []),
    ],
    onOutput: (stream, bytes) => progress.log(vertex.digest, stream, bytes),
    signal,
  };
  try {
    return await host.runner.run(step);
  } catch (error) {
    signal.throwIfAborted();
    const code = codeOf(error);
    if (code === 'EUSER') throw failed(argv, messageOf(error));
    if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'ENOEXEC') throw error;
    // runc could not start the program: it says so on the step's own output and exits 1.
    progress.log(vertex.digest, 2, encode(`${runcMessage(code, argv[0] ?? '', error)}\n`));
    return { exitCode: 1 };
  }
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
  const message = `process "${argv.join(' ')}" did not complete successfully: ${reason}`;
  return new StrataError('ERUN', message, data);
}
