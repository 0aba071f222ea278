/** A machine with the root of a shipped Debian image, and the static repositories as its only network. */
import { bytesSource, chunksOf, collect, systemClock, systemRandom } from '../../src/base/index.ts';
import { createKernel } from '../../src/kernel/index.ts';
import { exitCodeOf, O_CREAT, O_WRONLY } from '../../src/posix/index.ts';
import { packageRepositories, recipes, siteFetch } from '../../src/registry/index.ts';
import { loadPrograms } from '../../src/sandbox/index.ts';
import { createLayerFs, createMemoryFs, createOverlay, FileTree, indexLayer } from '../../src/vfs/index.ts';

const SITE = 'https://site.test/';
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface Machine {
  /** Runs a line as the recorder does: both streams in one, as text, and the status behind it. */
  run(line: string): Promise<string>;
  put(path: string, contents: Uint8Array): Promise<void>;
  /** Without a network, names cannot be resolved. */
  offline: boolean;
}

const files = (async () => {
  const all = await packageRepositories();
  return new Map(all.map(({ path, contents }) => [`${SITE}packages/${path}`, contents]));
})();

/** Root of an image of library/debian or library/ubuntu by one of its tags. */
async function rootOf(name: string, tag: string) {
  const recipe = recipes().find((one) => one.name === `library/${name}` && one.tags.includes(tag))!;
  const [archive] = await recipe.context();
  const tar = archive!.contents;
  return createLayerFs(indexLayer(tar).index, () => bytesSource(tar));
}

export async function startMachine(name: string, tag: string): Promise<Machine> {
  const overlay = createOverlay({ lowers: [await rootOf(name, tag)], upper: createMemoryFs() });
  const tree = new FileTree(overlay);
  const known = await files;
  const machine = { offline: false };
  const serve: typeof fetch = async (input) => {
    if (machine.offline) throw new TypeError('fetch failed');
    const contents = known.get(decodeURI(String(input)));
    return contents ? new Response(contents as Uint8Array<ArrayBuffer>) : new Response('', { status: 404 });
  };
  const kernel = createKernel({
    ...{ tree, programs: await loadPrograms(), clock: systemClock, random: systemRandom, hostname: 'box' },
    fetch: siteFetch(SITE, serve),
  });
  for (const { target, fs, options } of kernel.systemMounts()) await tree.mount(fs, target, options);
  return Object.assign(machine, {
    async run(line: string) {
      const out = kernel.outputPipe();
      const started = await kernel.start({
        ...{ path: '/bin/sh', argv: ['/bin/sh', '-c', line], cwd: '/' },
        env: { PATH, HOME: '/root' },
        credentials: { uid: 0, gid: 0, groups: [] },
        stdio: [kernel.nullEnd(), out.end, out.end],
      });
      const output = collect(chunksOf(out.source));
      const status = exitCodeOf(await started.exit);
      const text = new TextDecoder().decode(await output);
      return `${text.replace(/[^\n]$/, '$&\n\\\n')}${status ? `[${status}]\n` : ''}`;
    },
    async put(path: string, contents: Uint8Array) {
      const opened = await tree.open(tree.superuser(), path, O_WRONLY | O_CREAT, 0o644);
      if (opened.kind !== 'file') throw new Error(path);
      await opened.file.writeAt(contents, 0);
      await opened.file.close();
    },
  });
}
