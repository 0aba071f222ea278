/** A kernel over a memory file system with `sh` and a few small programs, to try the shell for real. */
import { type ByteSource, chunksOf, collect, systemClock, systemRandom } from '../../../src/base/index.ts';
import {
  createKernel,
  type Kernel,
  type Main,
  type ProgramTable,
  programFile,
  type Sys,
} from '../../../src/kernel/index.ts';
import { bytesOf, exitCodeOf, O_CREAT, O_TRUNC, O_WRONLY, textOf } from '../../../src/posix/index.ts';
import { createShellMain, type DialectName } from '../../../src/sh/index.ts';
import { applets } from '../../../src/userland/index.ts';
import { createMemoryFs, FileTree } from '../../../src/vfs/index.ts';

const say = async (sys: Sys, text: string): Promise<void> => void (await sys.write(1, bytesOf(text)));

/** The programs of record.mjs's room that are made for it. */
const ownPrograms: Record<string, Main> = {
  echo: async (sys) => {
    await say(sys, `${sys.argv.slice(1).join(' ')}\n`);
    return 0;
  },
  args: async (sys) => {
    const words = sys.argv.slice(1).map((word) => `<${word}>`);
    await say(sys, `${words.join('')}\n`);
    return 0;
  },
};

/** Those that are there as they are. */
const APPLETS = ['cat', 'chmod', 'env', 'ls', 'mkdir', 'rm', 'sleep', 'touch'];

export interface Machine {
  openSession(argv: readonly string[], env?: Record<string, string>): Promise<Session>;
  readonly kernel: Kernel;
  put(path: string, content: string, mode?: number): Promise<void>;
  run(
    argv: readonly string[],
    options?: { input?: string; cwd?: string; env?: Record<string, string> },
  ): Promise<Outcome>;
}

/** A terminal with a shell on it: keys in, screen bytes out. */
export interface Session {
  type(keys: string): Promise<void>;
  /** Resolves with all output so far once it contains `text` (after what earlier calls waited for). */
  until(text: string): Promise<string>;
  readonly output: () => string;
  readonly exit: Promise<number>;
  /** How it ended, and all that the screen got. */
  ended(): Promise<{ readonly status: number; readonly screen: string }>;
}

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function bootMachine(
  dialect: DialectName = 'ash',
  more: Record<string, Main> = {},
): Promise<Machine> {
  const tree = new FileTree(createMemoryFs());
  const root = tree.superuser();
  for (const path of ['/bin', '/proc', '/dev', '/sys', '/tmp', '/etc', '/root'])
    await tree.mkdir(root, path, 0o755);
  const own = { sh: createShellMain({ dialect }), ...ownPrograms, ...more };
  const programs: ProgramTable = {
    ...Object.fromEntries(APPLETS.map((name) => [name, applets[name]!])),
    ...Object.fromEntries(Object.entries(own).map(([name, main]) => [name, async () => main])),
  };
  const kernel = createKernel({
    tree,
    programs,
    clock: systemClock,
    random: systemRandom,
    hostname: 'box',
  });
  for (const { target, fs, options } of kernel.systemMounts()) await tree.mount(fs, target, options);
  const put = async (path: string, content: string | Uint8Array, mode = 0o644): Promise<void> => {
    const opened = await tree.open(root, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
    if (opened.kind !== 'file') throw new Error(opened.kind);
    await opened.file.writeAt(typeof content === 'string' ? bytesOf(content) : content, 0);
    await opened.file.close();
  };
  for (const name of Object.keys(programs)) await put(`/bin/${name}`, programFile(name), 0o755);
  await put('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n');
  // Process 1 stays, so that orphans have somebody; each run is a further process.
  await kernel.start({
    path: '/init',
    main: async (sys) => sys.pause(),
    argv: ['init'],
    env: {},
    cwd: '/',
    stdio: [kernel.nullEnd(), kernel.nullEnd(), kernel.nullEnd()],
  });
  return {
    kernel,
    put,
    openSession: (argv, env = {}) => openSession(kernel, argv, env),
    async run(argv, { input = '', cwd = '/tmp', env = {} } = {}) {
      const out = kernel.outputPipe();
      const err = kernel.outputPipe();
      const stdin = kernel.inputPipe();
      const started = await kernel.start({
        path: argv[0]!.includes('/') ? argv[0]! : `/bin/${argv[0]}`,
        argv,
        env: { PATH: '/bin', HOME: '/root', ...env },
        cwd,
        stdio: [stdin.end, out.end, err.end],
      });
      void feed(stdin.sink, input);
      const [stdout, stderr, status] = await Promise.all([text(out.source), text(err.source), started.exit]);
      return { status: exitCodeOf(status), stdout, stderr };
    },
  };
}

async function openSession(
  kernel: Kernel,
  argv: readonly string[],
  env: Record<string, string>,
): Promise<Session> {
  const tty = kernel.createTty({ rows: 24, columns: 80 });
  const started = await kernel.start({
    path: '/bin/sh',
    argv,
    env: { PATH: '/bin', HOME: '/root', TERM: 'xterm', ...env },
    cwd: '/tmp',
    stdio: [kernel.ttyEnd(tty), kernel.ttyEnd(tty), kernel.ttyEnd(tty)],
    tty,
  });
  let output = '';
  let seen = 0;
  const waiters: (() => void)[] = [];
  const reading = (async () => {
    for await (const chunk of chunksOf(tty.master.source)) {
      output += textOf(chunk);
      for (const wake of waiters.splice(0)) wake();
    }
  })();
  return {
    type: (keys) => tty.master.sink.write(bytesOf(keys)),
    async until(text) {
      for (;;) {
        const at = output.indexOf(text, seen);
        if (at >= 0) {
          seen = at + text.length;
          return output;
        }
        await new Promise<void>((resolve, reject) => {
          const timer = setTimeout(
            () => reject(new Error(`no ${JSON.stringify(text)} in ${JSON.stringify(output.slice(seen))}`)),
            3000,
          );
          waiters.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
    },
    output: () => output,
    exit: started.exit.then(exitCodeOf),
    async ended() {
      const status = exitCodeOf(await started.exit);
      await reading;
      return { status, screen: output };
    },
  };
}

async function feed(
  sink: { write(chunk: Uint8Array): Promise<void>; end(): void },
  input: string,
): Promise<void> {
  try {
    if (input) await sink.write(bytesOf(input));
  } catch {
    // Nobody reads it.
  }
  sink.end();
}

const text = async (source: ByteSource): Promise<string> => textOf(await collect(chunksOf(source)));
