/** One build on the real engine, for `fuzz.ts`: what its client was told, and the image that came out. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bytesSource, decode, readTar } from '../../src/base/index.ts';
import { type Outcome, outcomeOf, type Status } from './fuzz-outcome.ts';

/** The client of an engine that nobody else uses: ORACLE_DIR names it. */
const DOCKER = `${process.env['ORACLE_DIR'] ?? '/tmp/oracle'}/rdocker`;

export function docker(folder: string, args: readonly string[]) {
  return spawnSync(DOCKER, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
}

export function buildReal(folder: string, tag: string, args: readonly string[]): Outcome {
  const { status, stderr } = docker(folder, ['build', '--progress=rawjson', '-t', tag, ...args, '.']);
  const statuses: Status[] = [];
  let tail = '';
  for (const line of stderr.split('\n')) {
    if (line.startsWith('{"')) statuses.push(JSON.parse(line) as Status);
    else tail += `${line}\n`;
  }
  return outcomeOf(statuses, tail, status === 0 ? saved(folder, tag) : undefined);
}

function saved(folder: string, tag: string): { config: string; layers: Uint8Array[] } | undefined {
  const temporary = mkdtempSync('/tmp/bld-fuzz-save-');
  try {
    const file = join(temporary, 'image.tar');
    const { status, stderr } = docker(folder, ['save', '-o', file, tag]);
    // An image without layers cannot be saved.
    if (status !== 0 && stderr.includes('empty export')) return undefined;
    if (status !== 0) throw new Error(stderr);
    const bytes = new Uint8Array(readFileSync(file));
    const blobs = new Map<string, Uint8Array>();
    for (const entry of readTar(bytesSource(bytes))) {
      blobs.set(entry.name, bytes.subarray(entry.offset, entry.offset + entry.size));
    }
    const [manifest] = JSON.parse(decode(blobs.get('manifest.json')!)) as [
      { Config: string; Layers: string[] | null },
    ];
    return {
      config: decode(blobs.get(manifest.Config)!),
      layers: (manifest.Layers ?? []).map((path) => blobs.get(path)!),
    };
  } finally {
    rmSync(temporary, { recursive: true });
  }
}
