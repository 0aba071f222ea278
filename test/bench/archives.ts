/** `docker load` and `docker save` of an image of 100 MB, in Node, beside the real engine's. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { packTar } from '../../src/base/index.ts';
import { startBatch } from '../support/batch.ts';
import { type Measure, median, timed } from './measure.ts';

const MEGABYTES = 100;

export async function measureArchives(): Promise<Measure[]> {
  const folder = fs.mkdtempSync('/tmp/strata-bench-');
  const batch = startBatch();
  const run = async (command: string): Promise<string> => {
    const { exit, stdout, stderr } = await batch.exec(command, 120);
    if (exit !== 0) throw new Error(`${command}: ${stderr}`);
    return stdout;
  };
  try {
    // Built here rather than brought: what `docker import` takes is what the laptop has.
    await run(`mkdir layer && dd if=/dev/urandom of=layer/data bs=1048576 count=${MEGABYTES} 2>/dev/null`);
    await run(
      'tar -C layer -cf layer.tar data && docker import layer.tar bench-large && rm -r layer layer.tar',
    );
    const save = median(await timed(3, () => run('docker save -o large.tar bench-large')));
    const load = median(
      await timed(3, async (i) => {
        void i;
        await run('docker rmi -f bench-large >/dev/null; docker load -q -i large.tar');
      }),
    );
    const real = await measureReal(folder);
    const rate = (ms: number): number => MEGABYTES / (ms / 1000);
    return [
      {
        name: 'node: docker load',
        value: rate(load),
        unit: 'MB/s',
        ...(real ? { against: rate(real.load) } : {}),
      },
      {
        name: 'node: docker save',
        value: rate(save),
        unit: 'MB/s',
        ...(real ? { against: rate(real.save) } : {}),
      },
    ];
  } finally {
    await batch.kill();
    fs.rmSync(folder, { recursive: true });
  }
}

async function measureReal(folder: string): Promise<{ load: number; save: number } | undefined> {
  const docker = `${process.env['ORACLE_DIR'] ?? '/tmp/oracle'}/rdocker`;
  if (!fs.existsSync(docker) || spawnSync(docker, ['version']).status !== 0) return undefined;
  const run = (...args: string[]): void => {
    const { status, stderr } = spawnSync(docker, args, { cwd: folder });
    if (status !== 0) throw new Error(`docker ${args.join(' ')}: ${stderr}`);
  };
  const layer = path.join(folder, 'layer.tar');
  const contents = new Uint8Array(randomBytes(MEGABYTES * 1024 * 1024));
  fs.writeFileSync(
    layer,
    packTar([{ name: 'data', type: 'file', mode: 0o644, uid: 0, gid: 0, mtime: 0n, contents }]),
  );
  try {
    run('import', layer, 'bench-large');
    const save = median(
      await timed(3, async () => run('save', '-o', path.join(folder, 'large.tar'), 'bench-large')),
    );
    const load = median(
      await timed(3, async () => {
        run('rmi', '-f', 'bench-large');
        run('load', '-q', '-i', path.join(folder, 'large.tar'));
      }),
    );
    return { load, save };
  } finally {
    spawnSync(docker, ['rmi', '-f', 'bench-large']);
  }
}
