/** A kernel in memory for tests: programs by name, run with pipes. */
import {
  type ByteSource,
  chunksOf,
  collect,
  decode,
  encode,
  systemClock,
  systemRandom,
} from '../../src/base/index.ts';
import {
  cgroupMount,
  createKernel,
  type Kernel,
  type KernelOptions,
  type Main,
  type ProgramTable,
  programFile,
  type Sys,
} from '../../src/kernel/index.ts';
import { O_CREAT, O_WRONLY } from '../../src/posix/index.ts';
import { createMemoryFs, FileTree } from '../../src/vfs/index.ts';

/** A kernel whose programs are given by name, each a file of /bin. */
export async function boot(
  programs: Record<string, Main>,
  options: Pick<KernelOptions, 'limits' | 'onOom' | 'formats' | 'network'> & { loaders?: ProgramTable } = {},
): Promise<Kernel> {
  const fs = createMemoryFs();
  const tree = new FileTree(fs);
  const root = tree.superuser();
  for (const path of ['/bin', '/proc', '/dev', '/sys', '/tmp']) await tree.mkdir(root, path, 0o755);
  const table = Object.fromEntries(Object.entries(programs).map(([name, main]) => [name, async () => main]));
  const kernel = createKernel({
    tree,
    programs: { ...table, ...options.loaders },
    clock: systemClock,
    random: systemRandom,
    hostname: 'box',
    ...options,
  });
  for (const { target, fs: mounted, options } of [...kernel.systemMounts(), cgroupMount(kernel, 0)])
    await tree.mount(mounted, target, options);
  for (const name of Object.keys(programs)) await put(kernel, `/bin/${name}`, programFile(name));
  return kernel;
}

export async function put(kernel: Kernel, path: string, content: Uint8Array, mode = 0o755): Promise<void> {
  const opened = await kernel.tree.open(kernel.superuser, path, O_WRONLY | O_CREAT, mode);
  if (opened.kind !== 'file') throw new Error(opened.kind);
  await opened.file.writeAt(content, 0);
  await opened.file.close();
}

export interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

export async function run(kernel: Kernel, path: string, ...args: string[]): Promise<Outcome> {
  const out = kernel.outputPipe();
  const err = kernel.outputPipe();
  const started = await kernel.start({
    path,
    argv: [path, ...args],
    env: { PATH: '/bin' },
    cwd: '/',
    stdio: [kernel.nullEnd(), out.end, err.end],
  });
  const [stdout, stderr, status] = await Promise.all([text(out.source), text(err.source), started.exit]);
  return { status, stdout, stderr };
}

export const text = async (source: ByteSource): Promise<string> => decode(await collect(chunksOf(source)));
export const say = async (sys: Sys, words: string): Promise<void> => void (await sys.write(1, encode(words)));
