/** Shell and applets in a container, each beside busybox (test/posix/build-busybox.sh) in the same run. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { type Batch, startBatch } from '../support/batch.ts';
import { type Measure, median, timed } from './measure.ts';

interface Work {
  readonly name: string;
  readonly script: string;
  readonly unit: Measure['unit'];
  /** What of the milliseconds is told; they themselves where absent. */
  readonly of?: (ms: number) => number;
}

const PIPED = 20_000_000;
const FORKS = 1000;

const works: readonly Work[] = [
  { name: 'shell: loop of 100,000', script: 'i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done', unit: 'ms' },
  { name: 'sort of 100,000 lines', script: 'sort lines > /dev/null', unit: 'ms' },
  { name: 'grep -c in 10 MB', script: 'grep -c 99 large > /dev/null', unit: 'ms' },
  { name: 'find / | wc -l', script: 'find / -xdev | wc -l > /dev/null', unit: 'ms' },
  {
    name: 'fork of a subshell',
    script: `i=0; while [ $i -lt ${FORKS} ]; do (:); i=$((i+1)); done`,
    unit: 'µs',
    of: (ms) => (ms / FORKS) * 1000,
  },
  {
    name: 'spawn of a program',
    script: `i=0; while [ $i -lt ${FORKS} ]; do /bin/true; i=$((i+1)); done`,
    unit: 'µs',
    of: (ms) => (ms / FORKS) * 1000,
  },
  {
    name: 'a pipe',
    script: `head -c ${PIPED} /dev/zero | cat > /dev/null`,
    unit: 'MB/s',
    of: (ms) => PIPED / 1000 / ms,
  },
];

const RUNS = 3;
/** Files that both have: made by the same script. */
const PREPARE =
  'seq 100000 | awk "{ print (\\$1 * 7919) % 100003, \\$1 }" > lines; i=0; while [ $i -lt 8 ]; do cat lines; i=$((i+1)); done > large';

export async function measureUserland(): Promise<Measure[]> {
  const busybox = ['/tmp/strata-busybox/busybox', '/usr/bin/busybox', '/bin/busybox'].find(fs.existsSync);
  const folder = fs.mkdtempSync('/tmp/strata-bench-');
  const batch = startBatch();
  try {
    await inContainer(batch, 'docker run -d --name box -w /w alpine sleep 100000');
    await inContainer(batch, exec(PREPARE));
    const real = busybox && (await realBusybox(busybox, folder));
    // What `docker exec` itself takes is not the program's.
    const idle = median(await timed(RUNS, () => inContainer(batch, exec(':'))));
    const measures: Measure[] = [];
    for (const { name, script, unit, of = (ms: number) => ms } of works) {
      const ours = median(await timed(RUNS, () => inContainer(batch, exec(script)))) - idle;
      const theirs = real && median(await timed(RUNS, async () => real(script)));
      measures.push({ name, value: of(ours), unit, ...(theirs ? { against: of(theirs) } : {}) });
    }
    return measures;
  } finally {
    await batch.kill();
    fs.rmSync(folder, { recursive: true });
  }
}

const exec = (script: string): string => `docker exec box sh -c '${script}'`;

async function inContainer(batch: Batch, command: string): Promise<void> {
  const { exit, stderr } = await batch.exec(command, 120);
  if (exit !== 0) throw new Error(`${command}: ${stderr}`);
}

/** Runs scripts by it, in a folder with the same files and the applets by name. */
async function realBusybox(busybox: string, folder: string): Promise<(script: string) => void> {
  const bin = `${folder}/bin`;
  fs.mkdirSync(bin);
  const { stdout } = spawnSync(busybox, ['--list'], { encoding: 'utf8' });
  for (const name of stdout.trim().split('\n')) fs.symlinkSync(busybox, `${bin}/${name}`);
  const run = (script: string): void => {
    // As many files as the image has, and not this machine's.
    const here = script.replace('find /', `find ${folder}/files`).replace('/bin/true', `${bin}/true`);
    const { status } = spawnSync(busybox, ['sh', '-c', here], { cwd: folder, env: { PATH: bin } });
    if (status !== 0) throw new Error(`busybox: ${script}`);
  };
  run(PREPARE);
  run('mkdir files; cd files; i=0; while [ $i -lt 400 ]; do : > $i; i=$((i+1)); done');
  return run;
}
