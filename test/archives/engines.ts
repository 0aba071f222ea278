/** The real engines of test/oracle, for tests that ask them while they run; each may be absent. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface Asked {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RealDocker {
  /** The real client; `cwd` has to be under /tmp, which the engine shares. */
  docker(words: readonly string[], cwd: string): Asked;
  /** A script in the engine's own namespaces, with the tools of its system. */
  shell(script: string, cwd: string): Asked;
}

/** Docker as it is installed, with its own image store. */
export const realDocker = (): RealDocker | undefined => engineIn(process.env['ORACLE_DIR'] ?? '/tmp/oracle');

/** Docker with the containerd image store, which takes OCI layouts. */
export const containerdDocker = (): RealDocker | undefined =>
  engineIn(process.env['ORACLE_CONTAINERD_DIR'] ?? '/tmp/oracle-containerd');

function engineIn(folder: string): RealDocker | undefined {
  const run = (program: string, words: readonly string[], cwd: string): Asked => {
    const { status, stdout, stderr } = spawnSync(join(folder, program), words, {
      cwd,
      env: { ...process.env, ORACLE_DIR: folder },
      timeout: 60_000,
      maxBuffer: 2 ** 28,
    });
    return { exit: status ?? -1, stdout: String(stdout), stderr: String(stderr) };
  };
  if (!existsSync(join(folder, 'run/docker.sock'))) return undefined;
  const engine: RealDocker = {
    docker: (words, cwd) => run('rdocker', words, cwd),
    shell: (script, cwd) => run('rshell', ['-ec', script], cwd),
  };
  return engine.docker(['version'], '/tmp').exit === 0 ? engine : undefined;
}
