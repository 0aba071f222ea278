/** The article in Node: builds, starts, and what an idle container costs. */
import * as fs from 'node:fs';
import { startBatch } from '../support/batch.ts';
import { BUILD, FILES, IDLE, medianOf, RUN, timing } from './article.ts';
import { type Measure, median, timed } from './measure.ts';
import type { RealFigures } from './real.ts';

const CONTAINERS = 10;

export async function measureInNode(real: RealFigures | undefined): Promise<Measure[]> {
  const batch = startBatch();
  const run = async (command: string): Promise<string> => {
    const { exit, stdout, stderr } = await batch.exec(command);
    if (exit !== 0) throw new Error(`${command}: ${stderr}`);
    return stdout;
  };
  try {
    for (const [path, { content, mode }] of Object.entries(FILES)) {
      await batch.send({ write: { path, content, ...(mode ? { mode } : {}) } });
    }
    const first = median(await timed(1, () => run(BUILD)));
    const cached = medianOf(await run(timing(BUILD, 9)));
    await run('docker pull -q alpine');
    await run(RUN);
    const start = medianOf(await run(timing(RUN, 9)));
    const before = residentOf(batch.pid);
    for (let i = 0; i < CONTAINERS; i++) await run(IDLE);
    const each = (residentOf(batch.pid) - before) / CONTAINERS;
    return [
      { name: 'node: first build of the article', value: first, unit: 'ms' },
      {
        name: 'node: cached build',
        value: cached,
        unit: 'ms',
        goal: 50,
        ...(real ? { against: real.cachedBuild } : {}),
      },
      {
        name: 'node: docker run --rm alpine echo hi, warm',
        value: start,
        unit: 'ms',
        goal: 50,
        ...(real ? { against: real.run } : {}),
      },
      { name: 'node: memory of an idle container', value: each, unit: 'MB' },
    ];
  } finally {
    await batch.kill();
  }
}

/** Resident memory of a process, MB. */
function residentOf(pid: number): number {
  const pages = fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
  return (Number(pages) * 4096) / 1e6;
}
