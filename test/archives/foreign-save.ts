/** What others read of what `docker save` writes; and archives that go round and come back as the same bytes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestSync } from '../../src/base/index.ts';
import type { RealDocker } from './engines.ts';
import { type Box, containerd, HELLO, LONG, openBox, openEmptyBox, real, skipped } from './foreign-box.ts';
import { hasTool, runTool } from './tools.ts';

/** What is saved, by the file that it goes into. */
const SAVED: Readonly<Record<string, readonly string[]>> = {
  'one.tar': ['arcs-base:1'],
  'tags.tar': ['arcs/tags'],
  'several.tar': ['arcs-base:1', 'arcs/tags:2', 'arcs/busybox'],
  'id.tar': ['ID'],
  'scratch.tar': ['arcs/scratch'],
  'imported.tar': ['arcs/imported'],
  'committed.tar': ['arcs/committed'],
  'loaded.tar': ['arcs/again'],
};
const FILES = Object.keys(SAVED);
/** Those that are read in the short form. */
const FEW = LONG ? FILES : ['several.tar', 'id.tar', 'committed.tar'];

let ours: Box;
let folder: string;

const tool = (script: string): string => runTool('bash', ['-ec', script], { cwd: folder }).toString().trim();

interface Item {
  readonly Config: string;
  readonly RepoTags: readonly string[] | null;
  readonly Layers: readonly string[];
}
const itemsIn = (file: string): Item[] => JSON.parse(tool(`tar -xOf ${file} manifest.json`)) as Item[];
const idOf = ({ Config }: Item): string => `sha256:${Config.replace('blobs/sha256/', '')}`;
const diffIdsOf = ({ Layers }: Item): string[] => Layers.map((path) => `sha256:${path.slice(-64)}`);

export function whatOthersRead(): void {
  beforeAll(async () => {
    ours = await openBox('arcs');
    ({ folder } = ours);
    const { done } = ours;
    const id = await done('inspect', '-f', '{{.Id}}', 'arcs-base:1');
    writeFileSync(join(folder, 'base/Dockerfile'), 'FROM arcs-base:1\nLABEL more=<&>\nCOPY hello /a/b/c\n');
    await done('build', '-q', '-t', 'arcs/tags:1', '-t', 'arcs/tags:2', 'base');
    writeFileSync(join(folder, 'base/Dockerfile'), 'FROM scratch\nCOPY hello /etc/hello\nVOLUME /v\n');
    await done('build', '-q', '-t', 'arcs/scratch', 'base');
    await done('create', '--name', 'one', 'arcs-base:1');
    await done('cp', 'base/hello', 'one:/etc/more');
    await done('commit', '-m', 'a message', '-c', 'ENV X=y', 'one', 'arcs/committed');
    await done('export', '-o', 'files.tar', 'one');
    await done('import', '-c', 'CMD /bin/sh', 'files.tar', 'arcs/imported');
    await done('pull', '-q', 'busybox');
    await done('tag', 'busybox', 'arcs/busybox');
    await done('tag', 'arcs/tags:1', 'arcs/again');
    for (const [file, names] of Object.entries(SAVED))
      await done('save', '-o', file, ...names.map((name) => (name === 'ID' ? id : name)));
  }, 60_000);
  afterAll(() => ours.close());

  describe('Docker loads it', () => {
    for (const [what, engine] of Object.entries({
      'its own store': real,
      'the containerd store': containerd,
    })) {
      it.skipIf(!engine)(`${what}${skipped(engine ? undefined : `no real engine with ${what}`)}`, () => {
        for (const file of FEW) loadsAs(engine!, file, engine === real);
      });
    }
  });

  describe('others read it', () => {
    for (const [what, read] of Object.entries(others)) {
      const program = what.replace(/,.*/, '');
      const why = hasTool(program) ? undefined : `no ${program}`;
      it.skipIf(why)(`${what}${skipped(why)}`, () => {
        for (const file of FILES)
          for (const item of itemsIn(file)) read(file, item, item.RepoTags?.[0] ?? '');
      });
    }

    const has = (program: string): boolean => containerd?.shell(`command -v ${program}`, '/tmp').exit === 0;
    it.skipIf(!has('crane'))(
      `crane${skipped(has('crane') ? undefined : 'no crane beside the real engine')}`,
      () => {
        for (const file of FILES.filter((each) => itemsIn(each).length === 1)) {
          const { exit, stdout } = containerd!.shell(`crane validate --tarball ${file}`, folder);
          expect([exit, stdout]).toEqual([0, expect.stringMatching(/PASS/)]);
        }
      },
    );
    it.skipIf(!has('ctr'))(`ctr${skipped(has('ctr') ? undefined : 'no ctr beside the real engine')}`, () => {
      const ctr = 'ctr -a /run/docker/containerd/containerd.sock -n arcs';
      for (const file of FEW) {
        const { exit, stderr } = containerd!.shell(
          `${ctr} images import --digests --all-platforms ${file} && ${ctr} images rm $(${ctr} images ls -q)`,
          folder,
        );
        expect([exit, stderr], file).toEqual([0, '']);
      }
    });
  });

  describe('round trips', () => {
    it('saved, loaded, saved: the same bytes', { timeout: 60_000 }, async () => {
      const second = await openEmptyBox(folder, 'arcs');
      for (const [file, names] of Object.entries(SAVED)) {
        await second.done('load', '-q', '-i', file);
        const again = names.map((name) => (name === 'ID' ? idOf(itemsIn(file)[0]!) : name));
        await second.done('save', '-o', 'again.tar', ...again);
        expect(readFileSync(join(folder, 'again.tar')).equals(readFileSync(join(folder, file))), file).toBe(
          true,
        );
        await second.done('rmi', '-f', ...again);
      }
    });

    it.skipIf(!real)(
      `what Docker saves of it is the same${skipped(real ? undefined : 'no real engine')}`,
      () => {
        for (const [file, names] of Object.entries(SAVED)) {
          // Docker writes several images in the order of a Go map, which is another each time.
          if (file === 'several.tar') continue;
          real!.docker(['load', '-q', '-i', file], folder);
          const again = names.map((name) => (name === 'ID' ? idOf(itemsIn(file)[0]!) : name));
          expect(real!.docker(['save', '-o', 'theirs.tar', ...again], folder)).toMatchObject({ exit: 0 });
          expect(withoutFolderTimes('theirs.tar').equals(withoutFolderTimes(file)), file).toBe(true);
          real!.docker(['rmi', '-f', ...again], folder);
        }
      },
    );
  });
}

function loadsAs(engine: RealDocker, file: string, hasConfigIds: boolean): void {
  const { exit, stdout, stderr } = engine.docker(['load', '-i', file], folder);
  const items = itemsIn(file);
  const names = items.flatMap(({ RepoTags }) => RepoTags ?? []);
  if (names.length) expect(stdout).toBe(names.map((name) => `Loaded image: ${name}\n`).join(''));
  else
    expect(stdout).toMatch(
      hasConfigIds ? `Loaded image ID: ${idOf(items[0]!)}\n` : /^Loaded image ID: sha256:/,
    );
  expect([exit, stderr], file).toEqual([0, '']);
  for (const item of items) {
    const name = item.RepoTags?.[0] ?? stdout.trim().split(' ').at(-1)!;
    const [found] = JSON.parse(engine.docker(['image', 'inspect', name], folder).stdout) as {
      Id: string;
      RootFS: { Layers: string[] };
    }[];
    expect(found!.RootFS.Layers).toEqual(diffIdsOf(item));
    if (hasConfigIds) expect(found!.Id).toBe(idOf(item));
    // All of its layers can be unpacked and mounted.
    const container = engine.docker(['create', name, '/x'], folder).stdout.trim();
    expect(engine.docker(['export', '-o', 'exported.tar', container], folder)).toMatchObject({
      exit: 0,
      stderr: '',
    });
    engine.docker(['rm', '-v', container], folder);
    engine.docker(['rmi', '-f', name], folder);
  }
}

const others: Readonly<Record<string, (file: string, item: Item, name: string) => void>> = {
  skopeo(file, item, name) {
    const source = `docker-archive:${file}${item.RepoTags ? `:${name}` : ''}`;
    expect(digestSync(runTool('skopeo', ['inspect', '--config', '--raw', source], { cwd: folder }))).toBe(
      idOf(item),
    );
    // A copy verifies each digest.
    tool(`rm -rf dir && skopeo copy -q ${source} dir:dir`);
    const copied = JSON.parse(readFileSync(join(folder, 'dir/manifest.json'), 'utf8')) as {
      config: { digest: string };
      layers: { digest: string }[];
    };
    expect(copied.config.digest).toBe(idOf(item));
    expect(copied.layers.map(({ digest }) => digest)).toEqual(diffIdsOf(item));
  },
  'skopeo, as a layout'(file, item) {
    if (itemsIn(file).length > 1) return;
    const tag = item.RepoTags ? `:${item.RepoTags[0]!.replace(/.*:/, '')}` : '';
    tool(`rm -rf dir && skopeo copy -q oci-archive:${file}${tag} dir:dir`);
    const copied = JSON.parse(readFileSync(join(folder, 'dir/manifest.json'), 'utf8')) as {
      layers: { digest: string }[];
    };
    expect(copied.layers.map(({ digest }) => digest)).toEqual(diffIdsOf(item));
  },
  umoci(file, item, name) {
    if (itemsIn(file).length > 1 || !item.RepoTags || !(LONG || file === 'committed.tar')) return;
    const tag = name.replace(/.*:/, '');
    tool(`rm -rf layout bundle && mkdir layout && tar -xf ${file} -C layout
      umoci unpack --rootless --image layout:${tag} bundle`);
    const has = Number(tool('ls bundle/rootfs | wc -l'));
    expect(has).toBeGreaterThan(0);
    expect(readFileSync(join(folder, 'bundle/rootfs/etc/hello'), 'utf8')).toBe(HELLO);
    if (tool('ls bundle/rootfs/etc').includes('passwd')) {
      expect(tool('ls bundle/rootfs/etc')).not.toContain('shadow');
      expect(tool('stat -c "%h %a %s" bundle/rootfs/d/h; readlink bundle/rootfs/d/l')).toBe('2 4755 2\ne');
    }
  },
  buildah(file, item, name) {
    const store = '--storage-driver vfs --root "$PWD/store" --runroot "$PWD/run"';
    const source = `docker-archive:${file}${item.RepoTags ? `:${name}` : ''}`;
    const id = tool(`buildah ${store} pull -q ${source}`);
    expect(`sha256:${id}`).toBe(idOf(item));
    if (name.includes('busybox')) return;
    const script = `c=$(buildah ${store} from ${id}); m=$(buildah ${store} mount $c); cat $m/etc/hello; buildah ${store} rm $c > /dev/null`;
    expect(`${tool(script)}\n`).toBe(HELLO);
  },
  podman(file, item, name) {
    const store = '--storage-driver vfs --root "$PWD/store" --runroot "$PWD/run"';
    tool(`podman ${store} load -q -i ${file}`);
    const shown = item.RepoTags ? name : idOf(item).slice(7);
    expect(`sha256:${tool(`podman ${store} image inspect -f '{{.Id}}' ${shown}`)}`).toBe(idOf(item));
  },
};

/** Docker gives the folders of an archive the time of the day. */
function withoutFolderTimes(file: string): Buffer {
  const bytes = readFileSync(join(folder, file));
  // Time and checksum of the first two headers.
  for (const header of [0, 512]) if (bytes[header + 156] === 0x35) bytes.fill(0, header + 136, header + 156);
  return bytes;
}
