/**
 * The builder against what a real BuildKit did with the same files (`record.mjs`).
 *
 * Compares names, inputs, cache hits, transferred bytes and errors of vertices, warnings, what the
 * client prints after a failure, image configs, and the layers of COPY, ADD and WORKDIR. RUN is
 * played by a function here, so its output and layers are not compared.
 */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  bytesSource,
  concat,
  encode,
  gzipBytes,
  messageOf,
  readTar,
  StrataError,
  type TarEntry,
} from '../../src/base/index.ts';
import type { BuildResult } from '../../src/builder/index.ts';
import { createIgnoreMatcher, readIgnoreFile } from '../../src/dockerfile/index.ts';
import { type Act, World } from './world.ts';

interface Step {
  readonly args?: readonly string[];
  readonly write?: Readonly<Record<string, string>>;
  readonly chmod?: Readonly<Record<string, string>>;
  readonly touch?: readonly string[];
  readonly remove?: readonly string[];
  readonly archive?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface RecordedVertex {
  readonly name: string;
  readonly cached: boolean;
  readonly inputs: readonly string[];
  readonly statuses: readonly { readonly id: string; readonly current: number; readonly done: boolean }[];
  readonly error?: string;
}

interface Recorded {
  readonly exit: number;
  readonly vertices: readonly RecordedVertex[];
  readonly warnings: readonly { short: string; detail: string[]; url: string; lines: number[][] }[];
  readonly tail: string;
  readonly config?: Record<string, unknown> & { rootfs: { diff_ids: number | null } };
  readonly keys?: readonly string[];
  readonly layers?: readonly ('base' | readonly string[])[];
}

const here = dirname(fileURLToPath(import.meta.url));
/** As long as the recorder's, since sizes are compared. */
const UNIQUE = 'uniqueuniqueuni';

const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const { name } of folders) test(name, () => replay(name));

async function replay(name: string): Promise<void> {
  const folder = join(here, name);
  const file = join(folder, 'case.json');
  const { steps }: { steps: Step[] } = existsSync(file) ? readJson(file) : { steps: [{}] };
  const world = new World();
  world.local = true;
  world.act = actions[name] ?? actByExit;
  await loadContext(world, join(folder, 'context'));
  for (const [i, step] of steps.entries()) {
    await apply(world, step);
    const recorded: Recorded = readJson(join(folder, 'recorded', `${i}.json`));
    await compare(world, step, recorded);
  }
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

async function loadContext(world: World, folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8').replaceAll('UNIQUE', UNIQUE);
    await world.context.write(`/${relative(folder, path)}`, text, path.endsWith('.sh') ? 0o755 : 0o644);
  }
  expect(lstatSync(folder).isDirectory()).toBe(true);
}

async function apply(world: World, step: Step): Promise<void> {
  for (const [path, text] of Object.entries(step.write ?? {})) {
    const mode = await world.context.stat(`/${path}`).then(
      (stat) => stat.mode & 0o777,
      () => 0o644,
    );
    await world.context.write(`/${path}`, text.replaceAll('UNIQUE', UNIQUE), mode);
  }
  for (const [path, files] of Object.entries(step.archive ?? {})) {
    const tar = tarOf(files);
    await world.context.write(`/${path}`, path.endsWith('gz') ? await gzipBytes(tar) : tar);
  }
  for (const [path, mode] of Object.entries(step.chmod ?? {})) {
    await world.context.chmod(`/${path}`, Number.parseInt(mode, 8));
  }
  for (const path of step.touch ?? []) await world.context.touch(`/${path}`);
}

/** A plain ustar archive of files owned by 7:8, as the recorder makes with tar(1). */
function tarOf(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).flatMap(([name, text]): [string, string][] => {
    const slash = name.indexOf('/');
    return slash < 0
      ? [[name, text]]
      : [
          [name.slice(0, slash + 1), ''],
          [name, text],
        ];
  });
  const blocks = entries.flatMap(([name, text]) => {
    const content = encode(text.replaceAll('UNIQUE', UNIQUE));
    const header = new Uint8Array(512);
    const put = (at: number, value: string): void => header.set(encode(value), at);
    put(0, name);
    put(100, [name.endsWith('/') ? '0000755' : '0000644', '0000007', '0000010', ''].join('\0'));
    put(156, name.endsWith('/') ? '5' : '0');
    put(124, `${content.length.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0        `);
    put(257, 'ustar\0' + '00');
    const sum = header.reduce((total, byte) => total + byte, 0);
    put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
    return [header, concat([content, new Uint8Array((512 - (content.length % 512)) % 512)])];
  });
  const whole = concat([...blocks, new Uint8Array(1024)]);
  // tar(1) fills up to records of 20 blocks.
  return concat([whole, new Uint8Array((10240 - (whole.length % 10240)) % 10240)]);
}

async function compare(world: World, step: Step, recorded: Recorded): Promise<void> {
  const options = optionsOf(step.args ?? []);
  const dockerfile = await world.context.read('/Dockerfile');
  const context = await withoutIgnored(world);
  const ignoreFile = await world.context.read('/.dockerignore').catch(() => undefined);
  if (ignoreFile !== undefined) options['ignoreFile'] = { size: ignoreFile.length };
  const outcome = await world.build(dockerfile, { ...options, context, tags: ['image'] }).then(
    (result) => ({ result, error: undefined }),
    (error: unknown) => ({ result: undefined, error }),
  );
  if (recorded.exit === 0 && outcome.error) throw outcome.error;
  expect(vertices(world)).toEqual(comparable(JSON.parse(clean(JSON.stringify(recorded.vertices)))));
  expect(warnings(world)).toEqual(recorded.warnings.toSorted(byShort));
  if (outcome.error) {
    expect(clean(tailOf(outcome.error))).toBe(clean(recorded.tail.trim()));
    return;
  }
  expect(recorded.exit).toBe(0);
  const { result } = outcome;
  const text = clean(new TextDecoder().decode(result!.config));
  const config = JSON.parse(text);
  config.rootfs.diff_ids = config.rootfs.diff_ids?.length ?? null;
  expect(config).toEqual(recorded.config);
  expect(layersOf(result!, recorded)).toEqual(recorded.layers);
  expect([...new Set([...text.matchAll(/"([A-Za-z_.]+)":/g)].map(([, key]) => key))]).toEqual(recorded.keys);
}

/** As the recorder lists them with tar(1); those of the base and of RUN are taken as recorded. */
function layersOf({ parsedConfig, layers }: BuildResult, { layers: recorded = [] }: Recorded): unknown {
  const rows = (parsedConfig.history ?? []).filter((row) => !row.empty_layer);
  return layers.map(({ tar }, i) => {
    if (!/^(COPY|ADD|WORKDIR) /.test(rows[i]?.created_by ?? '') || recorded[i] === 'base') return recorded[i];
    const bytes = tar.kind === 'bytes' ? tar.bytes : new Uint8Array(0);
    return [...readTar(bytesSource(bytes))].map((entry) => clean(listing(entry))).sort();
  });
}

/** Set-user-ID, set-group-ID and sticky: where their letter stands, without and with x. */
const SPECIAL_BITS = [
  [0o4000, 2, 'Ss'],
  [0o2000, 5, 'Ss'],
  [0o1000, 8, 'Tt'],
] as const;

function listing({ name, type, mode, uid, gid, size, linkname }: TarEntry): string {
  const letter = { file: '-', directory: 'd', symlink: 'l', link: 'h' }[type as string] ?? '?';
  let bits = [...'rwxrwxrwx'].map((bit, i) => (mode & (0o400 >> i) ? bit : '-')).join('');
  for (const [bit, at, letters] of SPECIAL_BITS) {
    if (mode & bit) bits = bits.slice(0, at) + letters[bits[at] === 'x' ? 1 : 0] + bits.slice(at + 1);
  }
  const suffix = type === 'symlink' ? ` -> ${linkname}` : type === 'link' ? ` link to ${linkname}` : '';
  const shown = type === 'directory' && !name.endsWith('/') ? `${name}/` : name;
  return `${letter}${bits} ${uid}/${gid} ${size} ${shown}${suffix}`;
}

function optionsOf(args: readonly string[]): Record<string, unknown> {
  const buildArgs: Record<string, string> = {};
  const labels: Record<string, string> = {};
  const options: Record<string, unknown> = { buildArgs, labels };
  for (let i = 0; i < args.length; i++) {
    const [key = '', value = ''] = (args[i + 1] ?? '').split(/=(.*)/s);
    if (args[i] === '--no-cache') options['noCache'] = true;
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

/** What the client sends: the context without what .dockerignore excludes. */
async function withoutIgnored(world: World): Promise<World['context']['fs']> {
  const { fs } = world.context;
  const text = await world.context.read('/.dockerignore').catch(() => undefined);
  if (text === undefined) return fs;
  const matcher = createIgnoreMatcher(readIgnoreFile(text));
  const filtered = new World().context;
  const walk = async (path: string, ino: number): Promise<void> => {
    for (const entry of await fs.readdir(ino)) {
      const below = path ? `${path}/${entry.name}` : entry.name;
      const stat = await fs.stat(entry.ino);
      if ((stat.mode & 0o170000) === 0o040000) await walk(below, entry.ino);
      else if (!matcher.excludes(below)) {
        await filtered.write(`/${below}`, await world.context.read(`/${below}`), stat.mode & 0o777);
      }
    }
  };
  await walk('', fs.root);
  return filtered.fs;
}

function vertices(world: World): unknown {
  const found = new Map<
    string,
    RecordedVertex & { statuses: { id: string; current: number; done: boolean }[] }
  >();
  const names = new Map<string, string>();
  for (const { vertexes, statuses } of world.statuses) {
    for (const { digest, name, inputs, cached, error } of vertexes) {
      names.set(digest, name);
      const before = found.get(digest);
      found.set(digest, {
        name: clean(name),
        cached: cached || (before?.cached ?? false),
        inputs: inputs as readonly string[],
        statuses: before?.statuses ?? [],
        ...(error ? { error: clean(error) } : {}),
      });
    }
    for (const { vertex, id, current, completed } of statuses) {
      const list = found.get(vertex)!.statuses;
      const at = list.findIndex((status) => status.id === clean(id));
      const now = { id: clean(id), current, done: completed !== undefined };
      if (at < 0) list.push(now);
      else list[at] = now;
    }
  }
  const all = [...found.values()].map((vertex) => ({
    ...vertex,
    inputs: vertex.inputs.map((input) => clean(names.get(input) ?? '?')),
  }));
  return comparable(all);
}

/** FROM's cache hits depend on what else the recording engine had done; so does which input shares a name. */
function comparable(list: readonly RecordedVertex[]): unknown {
  return list
    .map(({ name, cached, inputs, statuses, error }) => ({
      name,
      cached: / FROM |^FROM /.test(name) ? '' : cached,
      inputs,
      statuses: statuses.filter(({ id }) => !/^(naming|resolve|extracting|sha256)/.test(id)).map(sizeless),
      ...(error ? { error } : {}),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** A gzip's size is its compressor's; only the case with one has a context this large. */
function sizeless<T extends { readonly current: number }>(status: T): T {
  return status.current > 10_000 ? { ...status, current: 10_000 } : status;
}

const byShort = (a: { short: string }, b: { short: string }): number => (a.short < b.short ? -1 : 1);

function warnings(world: World): unknown {
  return world.statuses
    .flatMap((status) => status.warnings)
    .map(({ short, detail, url, ranges }) => ({
      short: clean(short),
      detail,
      url,
      lines: ranges.map(({ start, end }) => [start.line, end.line]),
    }))
    .toSorted(byShort);
}

/** What the client prints after the progress. */
function tailOf(error: unknown): string {
  const source = error instanceof StrataError ? error.data['source'] : undefined;
  const shown = (source as { excerpt?: string } | undefined)?.excerpt ?? '';
  return `${shown ? `${shown}\n` : ''}ERROR: failed to build: failed to solve: ${messageOf(error)}`.trim();
}

function clean(text: string): string {
  return text
    .replaceAll(UNIQUE, 'UNIQUE')
    .replace(/\/var\/lib\/docker\/overlay2\/\w+\/merged/g, '')
    .replaceAll('docker.io/library/image', 'docker.io/library/IMAGE')
    .replace(/sha256:[0-9a-f]{64}/g, 'sha256:DIGEST')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}::[0-9a-z]{25}/g, 'REF')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'TIME');
}

/** `exit N` at the end fails; a program that is not there cannot start. */
const actByExit: Act = async (command, _files, { argv, user }) => {
  if (user === 'nosuch') {
    throw new StrataError('EUSER', 'unable to find user nosuch: no matching entries in passwd file');
  }
  if (/nope$/.test(argv[0] ?? '')) throw new StrataError('ENOENT', 'no such program');
  return Number(/exit (\d+)$/.exec(command)?.[1] ?? 0);
};

const actions: Readonly<Record<string, Act>> = {
  'copy-from': async (_command, files) => {
    await files.symlink('sub/a', '/tree/link');
    await files.symlink('/tree', '/abs');
    await files.chmod('/tree/sub', 0o700);
    await files.chown('/tree/sub/a', 5, 6);
    return 0;
  },
};
