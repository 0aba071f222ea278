/** The same commands by a real engine (test/oracle), where one runs on this machine. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { BUILD, FILES, RUN } from './article.ts';
import { median, timed } from './measure.ts';

export interface RealFigures {
  readonly cachedBuild: number;
  readonly run: number;
}

/** Undefined where there is no engine to ask. */
export async function measureReal(): Promise<RealFigures | undefined> {
  const docker = `${process.env['ORACLE_DIR'] ?? '/tmp/oracle'}/rdocker`;
  if (!fs.existsSync(docker) || spawnSync(docker, ['version']).status !== 0) return undefined;
  const folder = fs.mkdtempSync('/tmp/strata-bench-');
  for (const [name, { content, mode }] of Object.entries(FILES)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content, { mode: Number.parseInt(mode ?? '644', 8) });
  }
  const run = async (command: string): Promise<void> => {
    const [, ...words] = command.split(' ');
    const { status, stderr } = spawnSync(docker, words, { cwd: folder });
    if (status !== 0) throw new Error(`${command}: ${stderr}`);
  };
  try {
    await run(BUILD);
    return {
      cachedBuild: median(await timed(5, () => run(BUILD))),
      run: median(await timed(5, () => run(RUN))),
    };
  } finally {
    spawnSync(docker, ['rmi', '-f', 'bench-app']);
    fs.rmSync(folder, { recursive: true });
  }
}
