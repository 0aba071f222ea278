/** Runs Strata's `docker` in this process over a transport: words in, both streams and the status out. */
import type { Transport } from '../../src/api/index.ts';
import { createDockerMain } from '../../src/cli/index.ts';
import { ProcessExit, type Sys } from '../../src/kernel/index.ts';
import { exitCodeOf } from '../../src/posix/index.ts';
import { createNodeSys } from './node-sys.ts';

export interface Outcome {
  readonly exit: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

export interface RunOptions {
  readonly cwd: string;
  /** The name that the program sees for it. */
  readonly shownCwd?: string;
  readonly input?: Uint8Array;
  readonly env?: Record<string, string>;
  /** System calls in place of Node's. */
  readonly calls?: Partial<Sys>;
  /** Milliseconds since the epoch, for a clock that stands. */
  readonly now?: number;
}

export async function runDocker(
  transport: Transport,
  words: readonly string[],
  { cwd, shownCwd = cwd, input = new Uint8Array(0), env = {}, calls = {}, now }: RunOptions,
): Promise<Outcome> {
  const written: Record<number, Buffer[]> = { 1: [], 2: [] };
  const sys = createNodeSys({
    argv: ['docker', ...words],
    env: { HOME: '/root', ...env },
    cwd,
    shownCwd,
    stdio: { input, write: (fd, data) => void written[fd]!.push(Buffer.from(data)) },
    ...(now === undefined ? {} : { now }),
  });
  const exit = await statusOf(() => createDockerMain(() => transport)({ ...sys, ...calls }));
  return { exit, stdout: Buffer.concat(written[1]!), stderr: Buffer.concat(written[2]!) };
}

async function statusOf(run: () => number | Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ProcessExit) return exitCodeOf(error.status);
    throw error;
  }
}
