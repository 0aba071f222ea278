/** What others make: `docker load` of it, held against a real engine that loads the same file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Box, containerd, idsIn, LONG, namesIn, openBox, real, skipped } from './foreign-box.ts';
import { MAKERS, type Maker } from './foreign-makers.ts';
import { hasTool, runTool } from './tools.ts';

let ours: Box;
let folder: string;

const inspected = [
  '{{json .RootFS.Layers}}',
  '{{json .Config}}',
  '{{.Os}}/{{.Architecture}}',
  '{{.Created}}',
].join(' ');
/** Why an archive cannot be made or held against anything; undefined where it can. */
function missing({ needs, where, layout }: Maker): string | undefined {
  const engine = where === 'docker' ? real : containerd;
  const has = (program: string): boolean =>
    where ? engine?.shell(`command -v ${program}`, '/tmp').exit === 0 : hasTool(program);
  const lacks = [
    ...(where && !engine
      ? [where === 'docker' ? 'real engine' : 'real engine with the containerd store']
      : needs.filter((program) => !has(program))),
    ...(layout ? (containerd ? [] : ['real engine with the containerd store']) : real ? [] : ['real engine']),
  ];
  return lacks.length ? `no ${[...new Set(lacks)].join(', ')}` : undefined;
}

function make({ script, where }: Maker): void {
  if (!where) {
    runTool('bash', ['-ec', script], { cwd: folder });
    return;
  }
  const { exit, stderr } = (where === 'docker' ? real : containerd)!.shell(script, folder);
  expect(exit, stderr).toBe(0);
}

export function whatOthersMake(): void {
  beforeAll(async () => {
    ours = await openBox('arc');
    ({ folder } = ours);
  }, 60_000);
  afterAll(() => ours.close());

  for (const maker of MAKERS) {
    const why = maker.slow && !LONG ? 'long form only' : missing(maker);
    it.skipIf(why)(`${maker.name}${skipped(why)}`, async () => {
      make(maker);
      const engine = maker.layout ? containerd! : real!;
      const mine = await ours.docker('load', '-i', maker.file);
      const theirs = engine.docker(['load', '-i', maker.file], folder);
      expect(mine).toEqual(theirs);
      expect(mine.exit).toBe(0);
      const loaded = [...namesIn(mine.stdout), ...idsIn(mine.stdout)];
      expect(loaded).not.toEqual([]);
      const manifests = maker.layout ? listedIn(maker.file) : [];
      for (const [i, name] of loaded.entries()) {
        // The containerd store's IDs are those of manifests, and it does not find all the names that it gives.
        const format = maker.layout ? inspected : `{{.Id}} ${inspected}`;
        const target = manifests[i] ?? name;
        expect(await ours.docker('inspect', '-f', format, name)).toEqual(
          engine.docker(['inspect', '-f', format, target], folder),
        );
        expect(await fileIn(name, maker)).toBe(maker.hello);
      }
      if (maker.layout) expect(await idsOf(loaded)).toEqual(configsIn(maker.file));
      await ours.done('rmi', '-f', ...loaded);
      engine.docker(['rmi', '-f', ...loaded, ...manifests], folder);
    });
  }
}

/** Layers of the same digests hold the same files in Docker; here they are read. */
async function fileIn(name: string, { foreign }: Maker): Promise<string> {
  if (!foreign) return `${await ours.done('run', '--rm', name, 'cat', '/etc/hello')}\n`;
  const id = await ours.done('create', name, '/x');
  await ours.done('cp', '-q', `${id}:/etc/hello`, 'copied');
  await ours.done('rm', id);
  return readFileSync(join(folder, 'copied'), 'utf8');
}

async function idsOf(names: readonly string[]): Promise<string[]> {
  const ids = await Promise.all(names.map((name) => ours.done('inspect', '-f', '{{.Id}}', name)));
  return [...new Set(ids)].sort();
}

interface Found {
  readonly digest: string;
  readonly platform?: { readonly architecture: string };
}

/** A document in a layout, read without our code. */
function documentIn(file: string, path: string): { readonly manifests?: Found[]; readonly config: Found } {
  const script = `tar -xOf ${file} ${path} 2> /dev/null || tar -xOf ${file} ./${path}`;
  return JSON.parse(runTool('bash', ['-c', script], { cwd: folder }).toString()) as never;
}

const listedIn = (file: string): string[] =>
  documentIn(file, 'index.json').manifests!.map(({ digest }) => digest);

/** Digests of the configs for this platform that a layout's index leads to. */
function configsIn(file: string): string[] {
  const found = new Set<string>();
  const follow = (digest: string): void => {
    const { manifests, config } = documentIn(file, `blobs/sha256/${digest.slice(7)}`);
    if (!manifests) found.add(config.digest);
    else for (const each of manifests) if (each.platform?.architecture === 'amd64') follow(each.digest);
  };
  for (const digest of listedIn(file)) follow(digest);
  return [...found].sort();
}
