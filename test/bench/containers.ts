/** What one more container of an image costs, of 1, 10 and 100: memory and bytes on the disk, beside the real engine's. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { startBatch } from '../support/batch.ts';
import type { Measure } from './measure.ts';

const COUNTS = [1, 10, 100];

export async function measureContainers(): Promise<Measure[]> {
  const state = fs.mkdtempSync('/tmp/strata-bench-');
  const batch = startBatch(state);
  const run = async (command: string): Promise<void> => {
    const { exit, stderr } = await batch.exec(command, 120);
    if (exit !== 0) throw new Error(`${command}: ${stderr}`);
  };
  try {
    await run('docker pull -q alpine');
    // The first ones bring what all share.
    for (let i = 0; i < 3; i++) await run('docker run -d alpine sleep 100000');
    const real = measureReal();
    const measures: Measure[] = [];
    let [memory, disk] = [residentOf(batch.pid), bytesOf(state)];
    for (const count of COUNTS) {
      await run(`for i in $(seq ${count}); do docker run -d alpine sleep 100000 >/dev/null; done`);
      const [nextMemory, nextDisk] = [residentOf(batch.pid), bytesOf(state)];
      measures.push(
        {
          name: `node: memory of a container, of ${count} more`,
          value: (nextMemory - memory) / count,
          unit: 'MB',
          ...(real ? { against: real.memory } : {}),
        },
        {
          name: `node: disk of a container, of ${count} more`,
          value: (nextDisk - disk) / count / 1000,
          unit: 'kB',
          ...(real ? { against: real.disk } : {}),
        },
      );
      [memory, disk] = [nextMemory, nextDisk];
    }
    return measures;
  } finally {
    await batch.kill();
    fs.rmSync(state, { recursive: true });
  }
}

/** Of ten containers: their processes and shims in MB, their folders in kB. */
function measureReal(): { memory: number; disk: number } | undefined {
  const folder = process.env['ORACLE_DIR'] ?? '/tmp/oracle';
  const docker = (...args: string[]): string => {
    const { status, stdout } = spawnSync(`${folder}/rdocker`, args, { cwd: '/tmp', encoding: 'utf8' });
    return status === 0 ? stdout.trim() : '';
  };
  if (!fs.existsSync(`${folder}/rdocker`) || docker('version') === '') return undefined;
  const ids: string[] = [];
  try {
    for (let i = 0; i < 10; i++) ids.push(docker('run', '-d', 'alpine', 'sleep', '100000'));
    const [id] = ids;
    const script = `du -skx $(docker inspect -f '{{.GraphDriver.Data.UpperDir}}' ${id})/.. /var/lib/docker/containers/${id} | awk '{s+=$1} END {print s}'`;
    const disk = Number(spawnSync(`${folder}/rshell`, ['-c', script], { encoding: 'utf8' }).stdout);
    const memory = ids.reduce((sum, each) => {
      const pid = Number(docker('inspect', '-f', '{{.State.Pid}}', each));
      return sum + residentOf(pid) + residentOf(parentOf(pid));
    }, 0);
    return { memory: memory / ids.length, disk };
  } finally {
    docker('rm', '-f', ...ids);
  }
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
}

/** Resident memory of a process, MB. */
function residentOf(pid: number): number {
  const pages = fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
  return (Number(pages) * 4096) / 1e6;
}

function bytesOf(folder: string): number {
  return Number(spawnSync('du', ['-sb', folder], { encoding: 'utf8' }).stdout.split('\t')[0]);
}
