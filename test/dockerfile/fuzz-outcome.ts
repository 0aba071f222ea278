/** What a build did, in a form that does not depend on who did it. */
import { bytesSource, decode, digestSync, fromBase64, readTar, type TarEntry } from '../../src/base/index.ts';

/** Of buildx' `--progress=rawjson`, what is compared. */
export interface Status {
  readonly vertexes?: readonly {
    readonly digest: string;
    readonly name: string;
    readonly cached?: boolean;
    readonly completed?: unknown;
    readonly error?: string;
  }[];
  readonly logs?: readonly { readonly vertex: string; readonly data: string }[];
  readonly warnings?: readonly { readonly short: string; readonly range?: readonly Range[] }[];
}

interface Range {
  readonly start: { readonly line: number };
  readonly end: { readonly line: number };
}

export interface Outcome {
  /** `cached`, `ran`, or `failed: …`, by a step's name. */
  readonly steps: Readonly<Record<string, string>>;
  readonly logs: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  /** What the client prints after the progress. */
  readonly tail: string;
  readonly config?: Record<string, unknown>;
  /** Those above the base image, as listings. */
  readonly layers?: readonly (readonly string[])[];
}

export function outcomeOf(
  statuses: readonly Status[],
  tail: string,
  image: { config: string; layers: readonly Uint8Array[] } | undefined,
): Outcome {
  const failed = /^ERROR: /m.test(tail);
  return {
    steps: stepsOf(statuses, failed),
    logs: failed ? {} : logsOf(statuses),
    warnings: warningsOf(statuses),
    tail: clean(tail.replace(/^ *\d+ warnings? found[^\n]*\n(?: - [^\n]*\n)*/m, '')).trim(),
    ...(image ? imageOf(image) : {}),
  };
}

function namesOf(statuses: readonly Status[]): Map<string, string> {
  return new Map(statuses.flatMap(({ vertexes = [] }) => vertexes.map(({ digest, name }) => [digest, name])));
}

function stepsOf(statuses: readonly Status[], failed: boolean): Record<string, string> {
  const names = namesOf(statuses);
  const steps = new Map<string, string>();
  for (const { vertexes = [] } of statuses) {
    for (const { digest, cached, completed, error } of vertexes) {
      const name = names.get(digest)!;
      // Whether FROM is cached depends on what else the engine did; what is cancelled, on time.
      if (!completed || /^\[internal\]|FROM |exporting|resolving/.test(name)) continue;
      if (failed && !error) continue;
      if (error && /cancell?ed/.test(error)) continue;
      const now = error ? `failed: ${clean(error)}` : cached ? 'cached' : 'ran';
      if (steps.get(clean(name)) !== 'cached') steps.set(clean(name), now);
    }
  }
  return Object.fromEntries([...steps].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function logsOf(statuses: readonly Status[]): Record<string, string> {
  const names = namesOf(statuses);
  const logs: Record<string, string> = {};
  for (const { vertex, data } of statuses.flatMap((status) => status.logs ?? [])) {
    const name = clean(names.get(vertex) ?? '?');
    logs[name] = (logs[name] ?? '') + decode(fromBase64(data));
  }
  // The two streams come as they come.
  return Object.fromEntries(
    Object.entries(logs).map(([name, text]) => [name, text.split('\n').sort().join('\n')]),
  );
}

function warningsOf(statuses: readonly Status[]): string[] {
  return statuses
    .flatMap((status) => status.warnings ?? [])
    .map(({ short, range = [] }) => {
      const lines = range.map(({ start, end }) => `${start.line}-${end.line}`).join(',');
      return `${decode(fromBase64(short))} (${lines})`;
    })
    .sort();
}

interface History {
  readonly created_by?: string;
  readonly empty_layer?: boolean;
}

function imageOf(image: {
  config: string;
  layers: readonly Uint8Array[];
}): Pick<Outcome, 'config' | 'layers'> {
  const config = JSON.parse(image.config) as Record<string, unknown> & { history?: History[] };
  const history = config.history ?? [];
  const isOnBase = /^ADD alpine-|^ADD busybox/.test(history[0]?.created_by ?? '');
  const times = new Set(history.map((row) => JSON.stringify(row)));
  return {
    config: JSON.parse(
      clean(
        JSON.stringify({
          ...config,
          created: times.size > 0 ? 'TIME' : config['created'],
          history: isOnBase ? history.slice(2) : history,
          rootfs: image.layers.length - (isOnBase ? 1 : 0),
        }),
      ),
    ),
    layers: image.layers.slice(isOnBase ? 1 : 0).map((layer) => listing(layer)),
  };
}

/** One line an entry; times only where they came from the context, which is older than any build. */
function listing(layer: Uint8Array): string[] {
  return [...readTar(bytesSource(layer))].map((entry) => line(entry, layer));
}

const RECENT = 1_700_000_000n * 1_000_000_000n;

function line(entry: TarEntry, layer: Uint8Array): string {
  const { name, type, mode, uid, gid, size, linkname, mtime, offset } = entry;
  const content =
    type === 'file' && size > 0 ? digestSync(layer.slice(offset, offset + size)).slice(7, 15) : '';
  const when = mtime < RECENT && type !== 'directory' ? ` @${mtime / 1_000_000_000n}` : '';
  const path = name.replace(/\/$/, '');
  return `${path} ${type} ${mode.toString(8)} ${uid}:${gid} ${size} ${content}${linkname ? ` -> ${linkname}` : ''}${when}`;
}

function clean(text: string): string {
  return (
    text
      .replace(/overlay2\/\w+\//g, 'overlay2/ID/')
      .replace(/sha256:[0-9a-f]{64}/g, 'sha256:DIGEST')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}::[0-9a-z]{25}/g, 'REF')
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'TIME')
      // The oracle has no registry to ask; what is nearest by edits is chance where several are.
      .replace(/(failed to resolve source metadata for \S+): .*/g, '$1')
      .replace(/(unknown instruction: .*) \(did you mean \w+\?\)/g, '$1')
      .replace(
        /(found for rules: )(.*)/g,
        (_, head: string, rules: string) => head + rules.split(', ').sort().join(', '),
      )
      .replace(/^\d+\.\d+ /gm, 'N ')
  );
}
