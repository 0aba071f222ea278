/**
 * Records the form of the real client's help texts; their prose is not ours to keep.
 *
 *     node test/cli/record-help.mjs
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { helpPaths, skeletonOf } from './help-skeleton.mjs';

const docker = `${process.env.ORACLE_DIR ?? '/tmp/oracle'}/rdocker`;
const recorded = {};
for (const words of helpPaths) {
  const args = [...words.split(' ').filter(Boolean), '--help'];
  recorded[words] = skeletonOf(spawnSync(docker, args, { cwd: '/tmp' }).stdout.toString());
}
const here = path.dirname(fileURLToPath(import.meta.url));
fs.writeFileSync(path.join(here, 'recorded/help.json'), `${JSON.stringify(recorded, null, 1)}\n`);
