/** One build on an engine of ours, of the real parts in this process, for `fuzz.ts`. */
import { execFileSync } from 'node:child_process';
import { createClient, decodeStatus } from '../../src/api/index.ts';
import { decode, fromBase64, toBase64 } from '../../src/base/index.ts';
import { openRealEngine, type RealEngine } from '../support/real-engine.ts';
import { type Outcome, outcomeOf, type Status } from './fuzz-outcome.ts';

export interface Ours {
  build(folder: string, tag: string, args: readonly string[]): Promise<Outcome>;
}

export async function openOurs(): Promise<Ours> {
  const real = await openRealEngine();
  const docker = createClient(real.api);
  for (const fromImage of ['alpine', 'busybox']) {
    for await (const _ of docker.images.pull({ fromImage, tag: 'latest' }));
  }
  return { build: (folder, tag, args) => build(real, folder, tag, args) };
}

async function build(
  real: RealEngine,
  folder: string,
  tag: string,
  args: readonly string[],
): Promise<Outcome> {
  const context = execFileSync('tar', ['--format=posix', '-C', folder, '-cf', '-', '.'], {
    maxBuffer: 1 << 28,
  });
  const statuses: Status[] = [];
  let error = '';
  let excerpt = '';
  const messages = await createClient(real.api).images.build(context, {
    version: '2',
    t: [tag],
    ...optionsOf(args),
  });
  for await (const message of messages) {
    if (message.id === 'moby.buildkit.trace') statuses.push(shown(message.aux as string));
    if (message.id === 'strata.build.source') excerpt = (message.aux as { excerpt: string }).excerpt;
    if (message.error) error = message.error;
  }
  const tail = error
    ? `${excerpt ? `${excerpt}\n` : ''}ERROR: failed to build: failed to solve: ${error}`
    : '';
  return outcomeOf(statuses, tail, error ? undefined : await saved(real, tag));
}

/** As buildx prints it with `--progress=rawjson`. */
function shown(aux: string): Status {
  const { vertexes, logs, warnings } = decodeStatus(fromBase64(aux));
  return {
    vertexes,
    logs: logs.map(({ vertex, msg }) => ({ vertex, data: toBase64(msg) })),
    warnings: warnings.map(({ short, ranges }) => ({
      short: toBase64(new TextEncoder().encode(short)),
      range: ranges,
    })),
  };
}

async function saved(
  { engine, store }: RealEngine,
  tag: string,
): Promise<{ config: string; layers: Uint8Array[] } | undefined> {
  const state = engine.state.current();
  const id = state.ref.get(`docker.io/library/${tag}:latest`)!.image;
  const { config } = state.image.get(id)!;
  if (config.rootfs.diff_ids === null || config.rootfs.diff_ids.length === 0) return undefined;
  return {
    config: decode((await store.readBlob(id))!),
    layers: await Promise.all(config.rootfs.diff_ids.map(async (diffId) => (await store.readBlob(diffId))!)),
  };
}

function optionsOf(args: readonly string[]): Record<string, unknown> {
  const buildArgs: Record<string, string> = {};
  const labels: Record<string, string> = {};
  const options: Record<string, unknown> = { buildArgs, labels };
  for (let i = 0; i < args.length; i++) {
    const [key = '', value = ''] = (args[i + 1] ?? '').split(/=(.*)/s);
    if (args[i] === '--no-cache') options['nocache'] = true;
    else if (args[i] === '--target') options['target'] = args[++i];
    else if (args[i] === '--build-arg') {
      buildArgs[key] = value;
      i++;
    } else if (args[i] === '--label') {
      labels[key] = value;
      i++;
    } else throw new Error(`what is ${args[i]}?`);
  }
  return options;
}
