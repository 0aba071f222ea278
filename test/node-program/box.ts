/** A machine in memory whose /bin has node, a shell and some applets; what runs in it has a folder of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { encode } from '../../src/base/index.ts';
import type { Kernel, Main } from '../../src/kernel/index.ts';
import { exitCodeOf } from '../../src/posix/index.ts';
import { createShellMain } from '../../src/sh/index.ts';
import { applets } from '../../src/userland/index.ts';
import { main } from '../../src/userland/programs/node/main.ts';
import { boot, put, text } from '../support/kernel-box.ts';

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

const APPLETS = ['basename', 'cat', 'echo', 'env', 'kill', 'ls', 'pwd', 'sleep', 'true'];
const files = new URL('files/', import.meta.url).pathname;
const PASSWD = 'root:x:0:0:root:/root:/bin/sh\n';

export async function bootNodeBox(): Promise<Kernel> {
  const programs: Record<string, Main> = { node: main, sh: createShellMain({ dialect: 'ash' }) };
  for (const name of APPLETS) programs[name] = await applets[name]!();
  const kernel = await boot(programs);
  await makeFolder(kernel, '/etc');
  await put(kernel, '/etc/passwd', encode(PASSWD), 0o644);
  return kernel;
}

export const makeFolder = async (kernel: Kernel, path: string): Promise<void> =>
  void (await kernel.tree.mkdir(kernel.superuser, path, 0o755));

/** files/ as the cases find it, with its packages in node_modules. */
export async function furnish(kernel: Kernel, folder: string): Promise<void> {
  await makeFolder(kernel, folder);
  for (const entry of readdirSync(files, { recursive: true, withFileTypes: true })) {
    const from = `${entry.parentPath}/${entry.name}`.replaceAll('//', '/');
    const name = from.slice(files.length);
    const to = /^packages\b/.test(name) ? name.replace(/^packages/, 'node_modules') : `files/${name}`;
    await makeParents(kernel, `${folder}/${to}`);
    if (entry.isDirectory()) await makeParents(kernel, `${folder}/${to}/x`);
    else await put(kernel, `${folder}/${to}`, readFileSync(from), 0o644);
  }
}

async function makeParents(kernel: Kernel, path: string): Promise<void> {
  const parts = path.split('/').slice(1, -1);
  for (const [at] of parts.entries()) {
    const parent = `/${parts.slice(0, at + 1).join('/')}`;
    await Promise.resolve(makeFolder(kernel, parent)).catch(() => {});
  }
}

export async function runIn(kernel: Kernel, cwd: string, command: string, stdin = ''): Promise<Outcome> {
  const input = kernel.inputPipe();
  const out = kernel.outputPipe();
  const err = kernel.outputPipe();
  const started = await kernel.start({
    path: '/bin/sh',
    argv: ['sh', '-c', `exec ${command}`],
    env: { PATH: '/bin', HOME: cwd, USER: 'root' },
    cwd,
    stdio: [input.end, out.end, err.end],
  });
  const timer = setTimeout(() => kernel.kill(started.pid, 9), 20_000);
  void (async () => {
    await input.sink.write(encode(stdin));
    input.sink.end();
  })();
  const [stdout, stderr, status] = await Promise.all([text(out.source), text(err.source), started.exit]);
  clearTimeout(timer);
  return { stdout, stderr, status: exitCodeOf(status) };
}
